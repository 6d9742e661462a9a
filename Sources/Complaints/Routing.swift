package import Clocks

/// A contact that is no complaint went to the procedure or team it is for, and the resident was told.
package struct ContactRouted: StepPayload {
  package static let kind = StepKind.contactRouted
  package var subject = ""
  package var to = ""
  package var told = ""
  package var owner: StaffLogin?
  package var replyBy: CalendarDay?
  package init() {}

  package static let fields: [StepField<ContactRouted>] = [
    .text("to", "Team or procedure", \.to, help: "default: as the policy says"),
    .text("told", "What the resident was told", \.told, long: true),
    .staff("owner", "Who answers for it", \.owner),
    .day("reply-by", "Reply promised by", \.replyBy),
    .text("subject", "Subject", \.subject, help: "where the policy has a procedure for it"),
  ]
}

/// The team answered the resident.
package struct ContactReplied: StepPayload {
  package static let kind = StepKind.contactReplied
  package var text = ""
  package var learning = ""
  package init() {}

  package static let fields: [StepField<ContactReplied>] = [
    .text("text", "What was answered", \.text, required: true, long: true),
    .text("learning", "What we learned", \.learning),
  ]
}

/// Where a contact went and what was answered.
package struct RouteRecord: Hashable, Sendable {
  package var routed: ContactRouted
  package var on: Occurrence
  package var reply: ContactReplied?
  package var repliedOn: Occurrence?
}

extension CaseFile {
  /// What the profile, else the Code, says of a contact of this kind that is no complaint.
  package func procedure(_ rules: RuleBook, subject: String = "") -> ProcedureRule? {
    guard let kind, kind != .complaint else { return nil }
    let told = subject.isEmpty ? triage?.subject ?? "" : subject
    return rules.procedure(kind: kind.rawValue, subject: told, profile: triage?.profile ?? "")
  }
}

extension ContactRouted: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.route = RouteRecord(routed: self, on: stamp.at)
    if !isBlank(told) { file.hear(stamp.at.day) }
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let kind = file.kind else { throw .wrongState(.untriaged, action: "route") }
    if kind == .complaint { throw .intake(.staysComplaint) }
    guard let rule = file.procedure(rules, subject: subject) else { return }
    if !rule.tell.isEmpty, isBlank(told) { throw .intake(.toldOwed(rule.tell, rule.clause)) }
    if rule.reply, owner == nil { throw .missing(field: "owner", clause: rule.clause) }
  }
}

extension ContactReplied: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    if file.intake.route == nil { file.intake.route = RouteRecord(routed: ContactRouted(), on: stamp.at) }
    file.intake.route?.reply = self
    file.intake.route?.repliedOn = stamp.at
    file.hear(stamp.at.day)
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard let route = file.intake.route else { throw .intake(.notRouted) }
    if route.reply != nil { throw .intake(.alreadyReplied) }
  }
}

/// Refuses to close a contact whose team still owes the resident its reply (council-feedback, Questions and
/// answers, service request).
func guardReply(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  guard let route = file.intake.route, route.reply == nil,
    let rule = file.procedure(rules, subject: route.routed.subject), rule.reply
  else { return }
  throw .intake(.replyOwed(rule.clause))
}
