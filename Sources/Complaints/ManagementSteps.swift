package import Clocks

/// A case staff could not resolve went up to a senior at once
/// (manchester-2022, Escalation of complaints stage).
package struct ManagementEscalated: StepPayload {
  package static let kind = StepKind.managementEscalated
  package var criteria: [String] = []
  package var reason = ""
  package var to: StaffLogin?
  package var told = ""
  package init() {}

  package static let fields: [StepField<ManagementEscalated>] = [
    .list("criteria", "What applies", \.criteria, help: "the policy's criteria, by their words"),
    .text("reason", "Why, where fewer apply than the policy asks for", \.reason, long: true),
    .staff("to", "To whom", \.to, help: "default: the manager of the handler's manager, up to a director"),
    .text("told", "Who else was told", \.told),
  ]
}

/// What the senior answered.
package struct ManagementAnswered: StepPayload {
  package static let kind = StepKind.managementAnswered
  package var number: Int?
  package var who: StaffLogin?
  package var text = ""
  package init() {}

  package static let fields: [StepField<ManagementAnswered>] = [
    .text("text", "What they answered", \.text, required: true, long: true),
    .staff("who", "Who", \.who),
    .number("number", "Which", \.number, help: "default: the newest"),
  ]
}

/// One time the case was sent up, with the answers.
package struct ManagementRise: Hashable, Sendable {
  package var number: Int
  package var raised: ManagementEscalated
  package var on: Occurrence
  package var by: StaffLogin
  package var answers: [ManagementAnswered] = []
}

/// Settles whom it goes to; at the policy's threshold it goes up at once, below it with a reason.
func filled(
  _ raised: ManagementEscalated, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> ManagementEscalated {
  var raised = raised
  let rule = occasion.rules.profile(named: file.triage?.profile ?? "")?.managementEscalation
  if let rule {
    let keys = rule.criteria.map(\.key)
    for word in raised.criteria where !keys.contains(word) {
      throw .badValue(field: "criteria", value: word, allowed: keys.joined(separator: "; "))
    }
  }
  let enough = rule.map { Set(raised.criteria).count >= $0.threshold } ?? false
  if !enough, isBlank(raised.reason) { throw .missing(field: "reason", clause: rule?.clause) }
  let seniors = seniorRoles(rule)
  if let to = raised.to {
    guard let member = occasion.staff.current(to, on: occasion.today) else { throw .noSuchStaff(to.text) }
    if to == occasion.by || member.allRoles.isDisjoint(with: seniors) {
      throw .escalation(.notSenior(to, needs: seniors))
    }
  } else {
    guard let senior = senior(of: file, by: occasion.by, occasion) else {
      throw .escalation(.nobodyAbove(rule?.clause))
    }
    raised.to = senior
  }
  return raised
}

/// The roles a case may be sent up to, the policy's highest among them.
private func seniorRoles(_ rule: ManagementEscalation?) -> [Role] {
  let highest = rule.flatMap { Role(rawValue: $0.to) } ?? .director
  return [.supervisor, .reviewer, highest]
}

/// Whom it goes to unless somebody is named: two steps up the line, else one, else a director.
package func senior(of file: CaseFile, by login: StaffLogin, _ occasion: Occasion) -> StaffLogin? {
  let staff = occasion.staff
  func above(_ login: StaffLogin?) -> StaffLogin? {
    guard let manager = login.flatMap({ staff[$0]?.manager }),
      staff.current(manager, on: occasion.today) != nil
    else { return nil }
    return manager
  }
  let first = above(file.handler ?? login)
  for candidate in [above(first), first] {
    if let candidate, candidate != login { return candidate }
  }
  return staff.holders(of: [.director], on: occasion.today).first { $0.login != login }?.login
}
