package import Clocks

/// Who could decide a stage that is asked for, before anybody asks.
package struct NextDeciders: Hashable, Sendable {
  /// The post as the policy calls it; empty where it names none.
  package let post: String
  /// Who holds it and may decide.
  package let could: [StaffLogin]
  /// Who holds it and may not, with the reason.
  package let barred: [Refusal]
}

/// Who could decide a stage that would begin now: the newest edition of the policy names the post.
package func nextDeciders(
  at stage: Stage, of file: CaseFile, _ rules: RuleBook, _ staff: StaffTable, on today: CalendarDay
) -> NextDeciders {
  let rule = rules.profile(named: file.triage?.profile ?? "")?.stage(stage.number)?.decider
  let instead = rule.flatMap { deciderInstead($0, file, staff) }
  var roles = (instead?.roles ?? rule?.roles ?? []).compactMap(Role.init(rawValue:))
  if roles.isEmpty { roles = stage == .one ? [.investigator] : [.reviewer] }
  var could: [StaffLogin] = []
  var barred: [Refusal] = []
  for member in staff.holders(of: roles, on: today) {
    if let earlier = file.stages.last(where: { $0.stage < stage && $0.respondedBy == member.login }) {
      barred.append(
        .sameDecider(
          member.login, earlier: earlier.stage, now: stage, clause: rule?.notEarlierClause ?? code("6.13")))
    } else if let bar = involvementBar(member.login, at: stage, file, rules, staff) {
      barred.append(.work(bar))
    } else {
      could.append(member.login)
    }
  }
  return NextDeciders(post: instead?.post ?? rule?.post ?? "", could: could, barred: barred)
}
