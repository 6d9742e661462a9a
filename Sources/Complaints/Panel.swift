import Clocks

/// The panel of a stage: who sits, whether the resident wishes it, how conflicts were looked for
/// (association-ho-pmo, Stage two).
package struct PanelNamed: StepPayload {
  package static let kind = StepKind.panelNamed
  package var wished: Bool?
  package var members: [String] = []
  package var conflict = ""
  package init() {}

  package static let fields: [StepField<PanelNamed>] = [
    .yesNo("wished", "The resident wishes it", \.wished, required: true),
    .list("members", "Members", \.members, help: "logins in the order of the policy's seats, ; between"),
    .text("conflict", "How conflicts of interest were ruled out", \.conflict),
  ]
}

/// One member's view of the case, and whether they agree to the decisions as they stand.
package struct PanelViewGiven: StepPayload {
  package static let kind = StepKind.panelView
  package var member: StaffLogin?
  package var text = ""
  package var agrees: Bool?
  package init() {}

  package static let fields: [StepField<PanelViewGiven>] = [
    .staff("member", "Whose", \.member, help: "default: your own"),
    .text("text", "The view", \.text, required: true, long: true),
    .yesNo("agrees", "Agrees to the decisions as recorded", \.agrees),
  ]
}

/// A view as recorded.
package struct PanelView: Hashable, Sendable {
  package var member: StaffLogin
  package var text: String
  package var agrees: Bool
  /// Who wrote it down.
  package var by: StaffLogin

  init(_ given: PanelViewGiven, by: StaffLogin) {
    member = given.member ?? by
    text = given.text
    agrees = given.agrees ?? false
    self.by = by
  }
}

/// A panel that sits at a stage.
package struct PanelRecord: Hashable, Sendable {
  package var members: [StaffLogin]
  package var conflict: String
  package var views: [PanelView] = []

  init(_ named: PanelNamed) {
    members = named.members.compactMap { StaffLogin($0) }
    conflict = named.conflict
  }

  /// Members whose newest view does not agree to the decisions as they stand.
  package var notAgreed: [StaffLogin] {
    members.filter { member in views.last { $0.member == member }?.agrees != true }
  }

  /// A decision changed: what was agreed before was agreed to something else.
  mutating func decisionChanged() {
    for place in views.indices { views[place].agrees = false }
  }
}

/// Refuses a panel that is not as the policy seats it, or on which somebody barred would sit.
func filled(_ named: PanelNamed, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> PanelNamed {
  let profile = occasion.rules.profile(of: file)
  guard let stage = file.stage, let rule = profile?.stage(stage.number)?.decider.panel else { return named }
  if named.wished == false, rule.ifResidentWishes {
    var declined = named
    declined.members = []
    return declined
  }
  guard named.members.count == rule.seats.count else {
    throw .escalation(.panelSeats(rule.seats.map(\.post), given: named.members.count, rule.clause))
  }
  var seen: Set<String> = []
  for (text, seat) in zip(named.members, rule.seats) {
    guard let login = StaffLogin(text), let member = occasion.staff.current(login, on: occasion.today) else {
      throw .noSuchStaff(text)
    }
    let roles = seat.roles.compactMap { Role(rawValue: $0) }
    if !roles.isEmpty, member.allRoles.isDisjoint(with: roles) || !seen.insert(text).inserted {
      throw .escalation(.seatNeeds(login, post: seat.post, roles: roles, rule.clause))
    }
    try guardDecider(file, by: login, occasion.rules)
    try guardInvolvement(login, file, occasion)
  }
  if isBlank(named.conflict) { throw .missing(field: "conflict", clause: rule.clause) }
  return named
}

/// Puts the member's name in; a resident reviewer records no view but their own.
func filled(_ given: PanelViewGiven, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> PanelViewGiven
{
  var given = given
  if given.member == nil { given.member = occasion.by }
  let own = given.member == occasion.by
  if !own, let member = occasion.staff[occasion.by], !member.allRoles.contains(.handler) {
    throw .escalation(.ownViewOnly)
  }
  if let panel = file.current?.panel, let member = given.member, !panel.members.contains(member) {
    throw .escalation(.notOnPanel(member, panel.members))
  }
  return given
}

/// Holds the response of a stage with a panel until the resident was asked for their wish and, where they wish
/// it, every member has given a view and agrees to the decisions (association-ho-pmo, Stage two).
func guardPanelAgreed(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  guard let stage = file.current else { return }
  let rule = rules.profile(of: file)?.stage(stage.stage.number)?.decider.panel
  guard let panel = stage.panel else {
    guard let rule, stage.panelWished == nil || !rule.ifResidentWishes else { return }
    let seats = rule.seats.map(\.post)
    throw .escalation(.panelNotAsked(seats, ifWished: rule.ifResidentWishes, rule.clause))
  }
  guard !panel.notAgreed.isEmpty else { return }
  throw .escalation(.panelNotAgreed(panel.notAgreed, rule?.clause ?? code("6.13")))
}

/// Refuses a decision by somebody who is not on the panel that sits at this stage.
func guardSeat(_ file: CaseFile, by login: StaffLogin) throws(Refusal) {
  guard let panel = file.current?.panel, !panel.members.contains(login) else { return }
  throw .escalation(.notOnPanel(login, panel.members))
}
