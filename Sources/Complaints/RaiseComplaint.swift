import Clocks

/// The resident is unhappy with how a request goes: a complaint beside it, the request staying open
/// (Code 1.5; council-feedback, Questions and answers, dissatisfaction with a request).
package struct ComplaintRaised: StepPayload {
  package static let kind = StepKind.complaintRaised
  package var narrative = ""
  package var points: [String] = []
  package var outcome = ""
  package var channel: Channel?
  /// The complaint this opened.
  package var raised: CaseReference?
  package init() {}

  package static let fields: [StepField<ComplaintRaised>] = [
    .text("narrative", "What they are unhappy with", \.narrative, required: true, long: true),
    .list("points", "Points", \.points),
    .text("outcome", "What they want", \.outcome),
    .word("channel", "Channel", \.channel, help: "default: phone"),
    .reference("raised", "Complaint", \.raised, given: false),
  ]
}

extension ComplaintRaised: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {}

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    if file.kind == nil { throw .wrongState(.untriaged, action: "raise-complaint") }
    if file.isComplaint { throw .alreadyTriaged(.complaint) }
  }

  /// The complaint's own first events, and the link that holds the two together.
  func events(on file: CaseFile, _ occasion: Occasion) throws(Refusal) -> [NewEvent] {
    guard let next = occasion.nextCase else { throw .noSuchCase("") }
    let raised = CaseReference(number: next, year: occasion.today.year)
    var step = self
    step.raised = raised
    var contact = file.contactNow
    contact.channel = channel ?? .phone
    contact.narrative = narrative
    contact.outcomeSought = outcome
    contact.stage = nil
    (contact.source, contact.sourceRef, contact.row) = ("", "", "")
    let profile = try profileChosen(file.triage?.profile ?? "", subject: "", occasion.rules)
    let rule = TriageRule.handling
    let triage = ContactTriaged(
      kind: .complaint, reason: rule.because, proposed: .complaint,
      clause: (profile.triageClause(rule.rawValue)?.clause ?? rule.codeClause).text,
      answers: [TriageAnswer(question: .handling, yes: true)], profile: profile.name,
      subject: file.triage?.subject ?? "")
    var events = [
      NewEvent(.step(.intake(.raised(step))), case: file.reference, occurred: occasion.occurred),
      NewEvent(.contactReceived(contact), case: raised, occurred: occasion.at),
      NewEvent(.contactTriaged(triage), case: raised),
    ]
    for (place, text) in points.enumerated() {
      events.append(NewEvent(.pointAdded(PointAdded(point: place + 1, text: text)), case: raised))
    }
    events.append(NewEvent(.caseLinked(CaseLinked(to: raised, relation: "complaint")), case: file.reference))
    events.append(
      NewEvent(.caseLinked(CaseLinked(to: file.reference, relation: "service-request")), case: raised))
    return events
  }
}
