package import Clocks

/// A letter or notice that some turn of a case makes owed; the words are those of the `letter` command.
package enum OwedLetter: String, CaseIterable, Hashable, Sendable {
  case handlerChange = "handler-change"
  case separateHandling = "separate-handling"
  case writtenConfirmation = "written-confirmation"
  case translation
  case promiseSlipped = "promise-slipped"
  /// How things stand, where the response is late.
  case update
  /// Who deals with a matter that was handed over, when and how.
  case handover
  /// A complaint form asked for by post.
  case form
}

/// Something that happened and makes a letter owed.
package struct OwingFact: Hashable, Sendable {
  package var letter: OwedLetter
  package var since: Occurrence
  package var about: String
}

/// A letter that settled what was owed.
package struct SentLetter: Hashable, Sendable {
  package var letter: OwedLetter
  package var on: Occurrence
  package var text: String
}

/// A letter still owed, and why.
package struct LetterOwed: Hashable, Sendable {
  package var letter: OwedLetter
  package var since: Occurrence
  package var about: String
  package var clause: Clause
}

/// A translation, or another form of a letter, was asked for.
package struct FormatAsked: StepPayload {
  package static let kind = StepKind.formatAsked
  package var what = ""
  package init() {}

  package static let fields: [StepField<FormatAsked>] = [
    .text("what", "Which letter, in which language or form", \.what, required: true)
  ]
}

/// A letter or notice that was owed has gone.
package struct LetterSent: StepPayload {
  package static let kind = StepKind.letterSent
  package var letter: OwedLetter?
  package var text = ""
  package init() {}

  package static let fields: [StepField<LetterSent>] = [
    .word("kind", "Which letter", \.letter, required: true),
    .text("text", "What it says, or how they were told", \.text, required: true, long: true),
  ]
}

/// A letter was stopped in the minute before it left.
package struct LetterCancelled: StepPayload {
  package static let kind = StepKind.letterCancelled
  /// Its line.
  package var letter: Int?
  package var reason = ""
  package init() {}

  package static let fields: [StepField<LetterCancelled>] = [
    .number("letter", "Letter", \.letter, help: "its line; default: the newest that has not left"),
    .text("reason", "Why", \.reason, required: true),
  ]
}

extension WorkStep {
  static let letterSpecs: [StepSpec] = [
    StepSpec(
      ContactExcused.self, action: "excuse-contact", "say why no talk is possible before the letter",
      roles: [.handler], states: .openComplaint, row: .nothing
    ) { .work(.excused($0)) },
    StepSpec(
      FormatAsked.self, action: "ask-format", "note a translation or format asked for",
      roles: [.handler, .supervisor], states: .any, row: .refold
    ) { .work(.formatAsked($0)) },
    StepSpec(
      LetterSent.self, action: "letter-sent", "record a letter that was owed",
      roles: [.handler, .supervisor],
      states: .any, row: .refold, outward: true
    ) { .work(.letterSent($0)) },
    StepSpec(
      LetterCancelled.self, action: "cancel-letter", "stop a letter that has not left",
      roles: [.handler, .supervisor], states: .any, row: .refold,
      neverUndone: "what was stopped is put back with redo"
    ) { .work(.letterCancelled($0)) },
  ]
}

extension CaseFile {
  mutating func owe(_ letter: OwedLetter, _ since: Occurrence, _ about: String) {
    work.owing.append(OwingFact(letter: letter, since: since, about: about))
  }

  mutating func apply(_ sent: LetterSent, _ stamp: StepStamp) {
    guard let letter = sent.letter else { return }
    work.lettersSent.append(SentLetter(letter: letter, on: stamp.at, text: sent.text))
    if letter == .form { intake.form?.sent = stamp.at }
    hear(stamp.at.day)
  }

  /// Notes a change of the named handler that the resident has to hear of.
  mutating func noteHandlerChange(from old: StaffLogin?, to new: StaffLogin, at: Occurrence) {
    guard let old, old != new, state == .open, current?.acknowledged != nil else { return }
    owe(.handlerChange, at, "from " + old.text + " to " + new.text)
  }

  /// Notes an answer given by word of mouth, which is owed in writing.
  mutating func noteOralResponse(_ response: Responded, at: Occurrence) {
    guard response.channel.isSpoken else { return }
    owe(.writtenConfirmation, at, "stage " + String(response.stage.number) + " was answered by word of mouth")
  }
}

/// The letters and notices still owed on that day, oldest first, each with the clause that asks for it.
package func lettersOwed(_ file: CaseFile, _ rules: RuleBook, today: CalendarDay) -> [LetterOwed] {
  let duties = rules.profile(of: file)?.duties ?? CaseworkDuties()
  var owed: [LetterOwed] = []
  for letter in OwedLetter.allCases {
    guard let clause = letter.clause(duties) else { continue }
    let sent = file.work.lettersSent.filter { $0.letter == letter }
    // Each letter settles the oldest thing of its kind.
    let facts = file.work.owing.filter { $0.letter == letter }.dropFirst(sent.count)
    owed += facts.map { LetterOwed(letter: letter, since: $0.since, about: $0.about, clause: clause) }
    if letter == .form, let form = file.intake.form, form.sent == nil {
      let about = form.address.isEmpty ? "" : "to " + form.address
      owed.append(LetterOwed(letter: letter, since: form.asked, about: about, clause: clause))
    }
    if letter == .update, let update = file.lateResponseUpdate(rules, today: today) { owed.append(update) }
    guard letter == .promiseSlipped else { continue }
    for promise in file.redress.openPromises {
      guard let due = promise.due, due < today, !sent.contains(where: { $0.on.day > due }),
        !file.work.updates.contains(where: { $0.given.promise == promise.number && $0.on.day > due })
      else { continue }
      let about = "promise " + String(promise.made.promise ?? 0) + " was due " + due.description
      owed.append(
        LetterOwed(letter: letter, since: Occurrence(day: due.adding(days: 1)), about: about, clause: clause))
    }
  }
  return owed.sorted { $0.since.day < $1.since.day }
}

extension OwedLetter {
  /// Where it says that this letter is owed; nil where the landlord does not ask for it.
  func clause(_ duties: CaseworkDuties) -> Clause? {
    switch self {
    case .handlerChange: duties.handlerChangeNotice?.clause
    case .separateHandling: duties.separateHandlingNotice?.clause
    // An answer has to be in writing whatever a policy leaves unsaid (Code 6.9).
    case .writtenConfirmation: duties.oralConfirmation?.clause ?? code("6.9")
    case .translation: duties.translation?.clause ?? code("5.10")
    // Outstanding actions are tracked and the resident is kept informed (Code 6.6).
    case .promiseSlipped: code("6.6")
    case .update: code("5.9")
    case .handover:
      duties.procedures.first { $0.kind == Kind.otherBody.rawValue && !$0.tell.isEmpty }?.clause
    // A promise to send it binds whatever the policy leaves unsaid (Code 3.1).
    case .form: duties.formByPost?.clause ?? code("3.1")
    }
  }
}

func guardLetterSent(_ sent: LetterSent, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let letter = sent.letter else { return }
  let owed = lettersOwed(file, occasion.rules, today: occasion.today).map(\.letter)
  if !owed.contains(letter) { throw .work(.letterNotOwed(letter, owed: Array(Set(owed)))) }
}

/// The letter to stop: the line named, or the newest that has not left.
func letterToCancel(
  _ cancelled: LetterCancelled, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> UInt64 {
  let named = cancelled.letter.flatMap { UInt64(exactly: $0) }
  let waiting = file.entries.last { filed in
    !filed.undone && isLetter(filed.entry.event)
      && (named.map { $0 == filed.entry.seq }
        ?? (file.leaves(filed.entry.seq).map { occasion.now < $0 } ?? false))
  }
  guard let filed = waiting else {
    if let named { throw .noSuchEntry(named) }
    throw .work(.noLetterWaiting)
  }
  let seq = filed.entry.seq
  if let leaves = file.leaves(seq), occasion.now >= leaves { throw .letterHasLeft(seq: seq) }
  let mayForOthers = occasion.staff[occasion.by]?.allRoles.contains(.supervisor) ?? false
  if filed.entry.by != occasion.by, !mayForOthers { throw .notYourStep(seq: seq, by: filed.entry.by) }
  if let later = firstUnsound(file, without: seq, occasion.rules) {
    throw .laterStepDepends(seq: seq, later: later)
  }
  return seq
}
