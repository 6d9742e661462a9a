package import Clocks

/// How a letter reaches whoever it is for.
package enum LetterRoute: String, CaseIterable, Hashable, Sendable {
  case email, post, portal
  /// Nobody is known to send it to: it is kept in case they come forward.
  case onFile = "on-file"
}

/// How a letter is set.
package enum LetterForm: String, CaseIterable, Hashable, Sendable {
  case plain
  case largePrint = "large-print"
}

/// A letter was confirmed: its exact text waits a minute and then has been sent.
///
/// Asked for on its own it says which letter; recipient, text and hour are filled in from the record.
package struct LetterQueued: StepPayload {
  package static let kind = StepKind.letterQueued
  package var letter: LetterKind?
  /// What the handler adds in their own words.
  package var text = ""
  package var route: LetterRoute?
  /// Why it goes although something required is missing.
  package var override = ""
  /// Name and address, or name and e-mail address, as they stood when it was confirmed.
  package var to = ""
  package var subject = ""
  package var form: LetterForm?
  /// The template it was made by, with the beginning of its hash.
  package var template = ""
  /// When it leaves unless it is cancelled.
  package var releaseAt: Moment?
  /// The whole letter as it is sent.
  package var body = ""
  package init() {}

  package static let fields: [StepField<LetterQueued>] = [
    .word("letter", "Letter", \.letter, required: true),
    .text("text", "In your own words", \.text, long: true),
    .word("route", "By", \.route, help: "default: as the resident prefers"),
    .text(
      "override", "Reason to send as it is", \.override, help: "only where something required is missing"),
    .text("to", "To", \.to, given: false),
    .text("subject", "Subject", \.subject, given: false),
    .word("form", "Form", \.form, given: false),
    .text("template", "Template", \.template, given: false),
    .moment("releaseAt", "Leaves", \.releaseAt, given: false),
    .text("body", "Text of the letter", \.body, long: true, given: false),
  ]
}

/// Letters were handed to a printer or a mail gateway; without a number, every one that has left.
package struct LetterTaken: StepPayload {
  package static let kind = StepKind.letterTaken
  /// The line of the letter.
  package var letter: Int?
  package init() {}

  package static let fields: [StepField<LetterTaken>] = [
    .number("letter", "Letter", \.letter, given: false)
  ]
}

/// The resident was told how things stand, and when they hear next (Code 5.9, 6.6).
package struct UpdateSent: StepPayload {
  package static let kind = StepKind.updateSent
  package var text = ""
  package var next: CalendarDay?
  /// The promise it is about, where one slipped.
  package var promise: Int?
  /// Days between updates, as agreed with the resident.
  package var every: Int?
  package init() {}

  package static let fields: [StepField<UpdateSent>] = [
    .text("text", "How things stand", \.text, required: true, long: true),
    .day("next", "They hear from us again by", \.next),
    .number("promise", "About promise", \.promise, help: "where one slipped"),
    .number("every", "Agreed every so many days", \.every, help: "holds until the response goes"),
  ]
}

extension WorkStep {
  static let outboxSpecs: [StepSpec] = [
    StepSpec(
      LetterQueued.self, action: "send-letter", "send a letter", roles: [.handler, .supervisor],
      states: .any, row: .mark(.outbox), outward: true
    ) { .work(.letterQueued($0)) },
    StepSpec(
      LetterTaken.self, action: "take-letters", "hand over the letters that have left",
      roles: [.handler, .supervisor, .administrator], states: .any, row: .unmark(.outbox),
      neverUndone: "the letters are in other hands"
    ) { .work(.letterTaken($0)) },
    StepSpec(
      UpdateSent.self, action: "update", "tell the resident how things stand",
      roles: [.handler, .supervisor], states: .any, row: .refold, outward: true
    ) { .work(.updated($0)) },
  ]
}

extension LetterKind {
  /// The action that sends this letter by itself; nil where it is sent by `send-letter`.
  package var sentBy: String? {
    switch self {
    case .acknowledgement: "acknowledge"
    case .extension: "extend"
    case .response: "respond"
    case .refusal: "refuse"
    case .escalationRefusal: "refuse-escalation"
    case .ombudsmanDirect: "authorise"
    case .warning: "warn"
    case .restriction: "restrict"
    case .restrictionReview: "review-restriction"
    case .restrictionAppeal: "appeal-restriction"
    case .evidenceDelay: "evidence"
    case .compliment: "thank"
    case .update: "update"
    case .handlerChange, .handover, .authorityRequest, .separateHandling, .writtenConfirmation,
      .surveySignpost, .promiseSlipped:
      nil
    }
  }

  /// What is owed and settled by it.
  package var owed: OwedLetter? { OwedLetter(rawValue: rawValue) }
}

/// Refuses by `send-letter` what goes with a step of its own, and what nobody is owed.
func guardSending(_ queued: LetterQueued, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let letter = queued.letter else { return }
  if let action = letter.sentBy { throw .work(.letterGoesWith(letter, action: action)) }
  switch letter {
  case .handover: if file.intake.handovers.isEmpty { throw .work(.letterNeeds(letter, action: "handover")) }
  case .authorityRequest: if file.speaker == nil { throw .work(.letterNeeds(letter, action: "represent")) }
  case .handlerChange, .separateHandling, .writtenConfirmation, .promiseSlipped:
    guard let owed = letter.owed else { return }
    var sent = LetterSent()
    sent.letter = owed
    try guardLetterSent(sent, file, occasion)
  case .surveySignpost, .acknowledgement, .extension, .response, .refusal, .escalationRefusal,
    .ombudsmanDirect, .warning, .restriction, .restrictionReview, .restrictionAppeal, .evidenceDelay,
    .compliment, .update:
    break
  }
}

/// The letter, and what it settles.
func sendingEvents(_ queued: LetterQueued, _ file: CaseFile, _ occasion: Occasion) -> [NewEvent] {
  var steps: [WorkStep] = []
  if let owed = queued.letter?.owed {
    var sent = LetterSent()
    sent.letter = owed
    sent.text = isBlank(queued.text) ? "by letter" : queued.text
    steps.append(.letterSent(sent))
  }
  steps.append(.letterQueued(queued))
  return steps.map { NewEvent(.step(.work($0)), case: file.reference, occurred: occasion.occurred) }
}

/// One entry for each letter that has left and was not taken yet.
///
/// - Throws: where there is none, or one still waits: then the case is taken whole a minute later.
func takingEvents(_ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> [NewEvent] {
  let letters = file.letters
  if let waiting = letters.first(where: { $0.standing(at: occasion.now) == .waiting }) {
    throw .work(.letterWaits(waiting.seq))
  }
  let left = letters.filter { $0.isHandable && $0.standing(at: occasion.now) == .sent }
  if left.isEmpty { throw .work(.nothingToTake) }
  return left.map { letter in
    var taken = LetterTaken()
    taken.letter = Int(clamping: letter.seq)
    return NewEvent(.step(.work(.letterTaken(taken))), case: file.reference, occurred: occasion.occurred)
  }
}
