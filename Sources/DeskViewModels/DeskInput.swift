package import Clocks
package import Complaints
package import TextCanvas

/// Everything that can happen to the desk.
package enum DeskInput: Hashable, Sendable {
  /// The keys of one read, together: the guard against text meant for another window judges them as one.
  case keys([KeyEvent])
  /// New lines in the journal, whoever wrote them, and the cases they are about.
  case journalGrew(touched: [CaseNumber])
  /// A step asked for by `DeskEffect.perform` is recorded.
  case done(StepDone)
  /// A step asked for was refused by a rule.
  case refused(id: Int, Refusal)
  /// A step could not be recorded (busy, full disk, damage): the sentence to show.
  case failed(id: Int, String)
  /// Another record is shown from now on: that of an earlier time, or of now again.
  case recordReplaced
  /// Something the shell did or could not do, as one line for the foot of the screen.
  case notice(String)
  /// The text handed to the person's editor, as it came back.
  case edited(String)
  /// Words the spelling program does not know.
  case spelled([String])
  /// Drafts of an earlier sitting were found; the desk offers them where their sheets open again.
  case draftsFound([SheetDraft])
  /// No key came for a moment: what waited for that is shown.
  case rested
  /// Time passed; drafts are saved and what depends on the day is looked at again.
  case tick
  /// The terminal has this size. Send once before the first screen.
  case resized(Size)
}

/// What the desk asks of the program around it.
package enum DeskEffect: Hashable, Sendable {
  /// Decide and record one step; answered by `.done`, `.refused` or `.failed` with the same id.
  case perform(PerformRequest)
  case quit
  case suspend
  /// Hand this text to the person's editor; answered by `.edited`, or by a notice why not.
  case edit(String)
  /// Ask about the spelling of this text, where a program for it is installed; answered by `.spelled`.
  case spell(String)
  /// Hand a text to the terminal's clipboard.
  case copy(String)
  /// Draw with this theme from now on.
  case setTheme(String)
  /// Show the record as it was known then, read-only; nil: as it is now. Answered by `.recordReplaced`.
  case lookBack(Moment?)
  /// Keep these for the next sitting, and draw by them from now on.
  case keepSettings(DeskSettings)
  /// Act as this member of staff (practice journals only).
  case actAs(String)
  /// Keep this until it is recorded or dropped; the newest of a subject replaces the one before.
  case saveDraft(SheetDraft)
  case dropDraft(SheetDraft.Subject)
  /// Send every row to the terminal again.
  case redraw
  /// Read new journal lines now.
  case refresh
}

/// What somebody says of the letter a step sends, beside the step itself.
package struct LetterWords: Hashable, Sendable {
  /// The letter as they edited it; empty for as it is composed.
  package var text = ""
  /// Why it goes although something required is missing.
  package var override = ""
  package init() {}
}

/// One step to decide and record.
package struct PerformRequest: Hashable, Sendable {
  /// What the step is.
  package enum Step: Hashable, Sendable {
    /// About the case whose number was fixed when the sheet opened.
    case action(Action, CaseNumber)
    /// A contact that opens a case.
    case intake(Intake)
  }

  /// Echoed in the answer.
  package let id: Int
  package let step: Step
  /// The revision of the case its author saw.
  package let sawRevision: UInt64?
  /// When it happened; nil means now.
  package let occurred: Occurrence?
  package let letter: LetterWords

  package init(
    id: Int, step: Step, sawRevision: UInt64?, occurred: Occurrence?, letter: LetterWords = LetterWords()
  ) {
    self.letter = letter
    self.id = id
    self.step = step
    self.sawRevision = sawRevision
    self.occurred = occurred
  }
}

/// A step that is in the journal.
package struct StepDone: Hashable, Sendable {
  package let id: Int
  /// The case it is about; the new one after an intake.
  package let reference: CaseReference
  /// Line it was written as.
  package let seq: UInt64
  /// The case's revision after it.
  package let revision: UInt64

  package init(id: Int, reference: CaseReference, seq: UInt64, revision: UInt64) {
    self.id = id
    self.reference = reference
    self.seq = seq
    self.revision = revision
  }
}

extension DeskEffect {
  /// Whether keys typed after it only make sense once it is done.
  var wantsAnswer: Bool {
    switch self {
    case .perform, .actAs, .lookBack, .suspend, .edit: true
    case .quit, .copy, .setTheme, .keepSettings, .spell, .saveDraft, .dropDraft, .redraw, .refresh: false
    }
  }
}
