package import Clocks

/// Refuses what this person's roles do not allow, naming the roles that would.
func guardPerson(_ action: Action, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let member = occasion.staff.current(occasion.by, on: occasion.today) else {
    throw .notStaff(login: occasion.by.text)
  }
  try guardSight(action, file, occasion)
  switch action {
  case .decide, .respond:
    // Said before the role: that they answered the stage before is the reason no role would change.
    try guardDecider(file, by: occasion.by, occasion.rules)
    try guardInvolvement(occasion.by, file, occasion)
    try guardSeat(file, by: occasion.by)
  case .triage, .acknowledge, .assign, .contact, .point, .extend, .escalate, .close, .note, .link, .correct,
    .undo, .redo, .step:
    break
  }
  var needs = rolesFor(action, file, occasion.rules, occasion.staff)
  if case .assign(let to) = action, to == occasion.by, file.handler == nil {
    // Taking a case nobody has is picking up work, not handing it out.
    needs.append(.handler)
  }
  guard member.allRoles.isDisjoint(with: needs) else { return }
  throw .roleMayNot(action: action.name.rawValue, needs: needs)
}

/// The roles that may take this action on this case now; a stage may demand a higher one.
package func rolesFor(
  _ action: Action, _ file: CaseFile, _ rules: RuleBook, _ staff: StaffTable = StaffTable()
) -> [Role] {
  switch action {
  case .decide, .respond: deciderRoles(at: file.stage ?? .one, of: file, rules, staff)
  case .extend:
    // Within the cap an investigator; `guardExtension` asks for a reviewer beyond it.
    [.investigator]
  case .step(let step): stepRoles(step, file, rules)
  case .triage, .acknowledge, .assign, .contact, .point, .escalate, .close, .note, .link, .correct, .undo,
    .redo:
    ActionCatalogue.spec(action.name).roles
  }
}

/// The roles that answer at a stage: what the profile asks for, else investigator at 1 and reviewer after.
package func deciderRoles(
  at stage: Stage, of file: CaseFile, _ rules: RuleBook, _ staff: StaffTable = StaffTable()
) -> [Role] {
  let rule = rules.profile(of: file)?.stage(stage.number)
  let instead = rule.flatMap { deciderInstead($0.decider, file, staff) }
  let roles = (instead?.roles ?? rule?.deciderRoles)?.compactMap(Role.init(rawValue:)) ?? []
  if !roles.isEmpty { return roles }
  return stage == .one ? [.investigator] : [.reviewer]
}

/// Refuses the person who answered an earlier stage (Code 6.13): a second pair of eyes.
package func guardDecider(_ file: CaseFile, by login: StaffLogin, _ rules: RuleBook) throws(Refusal) {
  guard let stage = file.stage, stage > .one else { return }
  let profile = rules.profile(of: file)
  let rule = profile?.stage(stage.number)
  for earlier in file.stages where earlier.stage < stage && earlier.respondedBy == login {
    throw .sameDecider(
      login, earlier: earlier.stage, now: stage, clause: rule.map(\.decider.notEarlierClause) ?? code("6.13"))
  }
}

/// Refuses an assignee who does not work here, or who may not decide at this stage.
func guardAssignee(_ to: StaffLogin, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard occasion.staff.current(to, on: occasion.today) != nil else { throw .noSuchStaff(to.text) }
  try guardDecider(file, by: to, occasion.rules)
  try guardInvolvement(to, file, occasion)
}

/// The roles that may take a step; the profile may name a higher one.
func stepRoles(_ step: CaseStep, _ file: CaseFile, _ rules: RuleBook) -> [Role] {
  let profile = rules.profile(named: file.triage?.profile ?? "")
  let named: String?
  switch step {
  case .ombudsman(.authorised): named = profile?.duties.directToOmbudsman?.authorisedBy
  case .ombudsman(.signed): named = profile?.duties.signOff?.role
  case .behaviour(.warned), .behaviour(.restricted), .behaviour(.reviewed), .behaviour(.lifted):
    named = profile?.restrictions?.imposedBy
  case .intake, .work, .remedy, .escalation, .ombudsman, .behaviour, .hazard, .people, .record: named = nil
  }
  return named.flatMap { Role(rawValue: $0) }.map { [$0] } ?? step.spec.roles
}
