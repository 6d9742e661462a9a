package import Clocks

/// A matter that is another's to answer was handed over, and the resident told who deals with it
/// (manchester-2022, Personal Contact with the Complainant, item 8).
package struct HandoverMade: StepPayload {
  package static let kind = StepKind.handoverMade
  package var handover: Int?
  package var to = ""
  package var what = ""
  package var contact = ""
  package var ours: Bool?
  package var followUp: CalendarDay?
  package init() {}

  package static let fields: [StepField<HandoverMade>] = [
    .number("handover", "Handover", \.handover, given: false),
    .text("to", "To whom", \.to, required: true),
    .text("what", "What was passed on", \.what, required: true, long: true),
    .text("contact", "Contact details told to the resident", \.contact),
    .yesNo("ours", "It works for us", \.ours, help: "then the complaint stays ours"),
    .day("follow-up", "Look again on", \.followUp, help: "owed where the resident is vulnerable"),
  ]
}

/// Somebody looked whether help had come.
package struct HandoverFollowed: StepPayload {
  package static let kind = StepKind.handoverFollowed
  package var handover: Int?
  package var text = ""
  package var again: CalendarDay?
  package init() {}

  package static let fields: [StepField<HandoverFollowed>] = [
    .number("handover", "Handover", \.handover, required: true),
    .text("text", "What was found", \.text, required: true, long: true),
    .day("again", "Look again on", \.again),
  ]
}

/// One handover and whether it was followed up.
package struct HandoverRecord: Hashable, Sendable {
  package var number: Int
  package var made: HandoverMade
  package var on: Occurrence
  package var followed: Occurrence?
}

extension HandoverMade: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.handovers.append(
      HandoverRecord(
        number: handover ?? file.intake.handovers.count + 1, made: self, on: stamp.at, followed: nil))
    file.owe(.handover, stamp.at, "to " + to)
    if !isBlank(contact) { file.hear(stamp.at.day) }
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    let rule = rules.procedure(kind: Kind.otherBody.rawValue, profile: file.triage?.profile ?? "")
    if ours == true { throw .intake(.actsForUs) }
    guard let rule else { return }
    if !rule.tell.isEmpty, isBlank(contact) { throw .missing(field: "contact", clause: rule.clause) }
    if rule.followUpVulnerable, file.isVulnerable, followUp == nil {
      throw .intake(.followUpOwed(rule.clause))
    }
  }
}

extension HandoverFollowed: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    guard let place = file.intake.handovers.firstIndex(where: { $0.number == handover }) else { return }
    if let again {
      file.intake.handovers[place].made.followUp = again
    } else {
      file.intake.handovers[place].followed = stamp.at
    }
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let record = file.intake.handovers.first(where: { $0.number == handover }) else {
      throw .intake(.noSuch("handover", handover ?? 0))
    }
    if record.followed != nil { throw .intake(.alreadyEnded("handover", record.number)) }
  }
}
