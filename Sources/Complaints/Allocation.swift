package import Clocks
import PlainText

/// How somebody who works here had to do with the matter before.
package enum InvolvementHow: String, CaseIterable, Hashable, Sendable {
  case complainedAbout = "complained-about"
  case significant, slight
  /// The resident says that this person, or this service area, is biased.
  case biasAlleged = "bias-alleged"
}

/// Who had to do with the matter, so that nobody judges their own work.
package struct InvolvementNoted: StepPayload {
  package static let kind = StepKind.involvementNoted
  package var who: StaffLogin?
  package var how: InvolvementHow?
  /// Team or site, where bias is alleged of more than one person.
  package var area = ""
  package var text = ""
  package init() {}

  package static let fields: [StepField<InvolvementNoted>] = [
    .word("how", "How", \.how, required: true),
    .staff("who", "Who", \.who),
    .text("area", "Team or site", \.area, help: "where bias is alleged of all who work there"),
    .text("text", "What they had to do with it", \.text),
  ]
}

/// Somebody is looking at it just now, so that no two people start the same work.
package struct CaseClaimed: StepPayload {
  package static let kind = StepKind.caseClaimed
  package init() {}
  package static let fields: [StepField<CaseClaimed>] = []
}

/// A claim given back before its time was over.
package struct ClaimReleased: StepPayload {
  package static let kind = StepKind.claimReleased
  package init() {}
  package static let fields: [StepField<ClaimReleased>] = []
}

/// A claim and when it was made; it lapses by itself.
package struct Claim: Hashable, Sendable {
  /// Seconds a claim lasts: half an hour.
  package static let length: Int64 = 1800
  package var by: StaffLogin
  package var at: Moment

  package init(by: StaffLogin, at: Moment) {
    self.by = by
    self.at = at
  }

  package var until: Moment { at.adding(seconds: Claim.length) }
  /// Whether it still holds.
  package func holds(at now: Moment) -> Bool { now < until }
}

extension WorkStep {
  static let allocationSpecs: [StepSpec] = [
    StepSpec(
      InvolvementNoted.self, action: "involved", "note who was involved before",
      roles: [.handler, .supervisor], states: .live, row: .nothing
    ) { .work(.involved($0)) },
    StepSpec(
      CaseClaimed.self, action: "claim", "claim it for half an hour", roles: [.handler, .supervisor],
      states: .live, row: .refold
    ) { .work(.claimed($0)) },
    StepSpec(
      ClaimReleased.self, action: "release", "give a claim back", roles: [.handler, .supervisor],
      states: .any, row: .refold
    ) { .work(.released($0)) },
  ]
}

func guardInvolvementNote(_ noted: InvolvementNoted, _ occasion: Occasion) throws(Refusal) {
  if let who = noted.who, occasion.staff[who] == nil { throw .noSuchStaff(who.text) }
  if noted.who == nil, noted.how != .biasAlleged || isBlank(noted.area) {
    throw .missing(field: "who", clause: nil)
  }
}

/// A claim, unless a colleague's still holds.
func claim(_ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> CaseClaimed {
  if let claim = file.work.claim, claim.holds(at: occasion.now), claim.by != occasion.by {
    throw .work(.claimed(by: claim.by, until: claim.until))
  }
  return CaseClaimed()
}

/// A claim is given back by whoever holds it, or by a supervisor.
func guardRelease(_ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let claim = file.work.claim, claim.holds(at: occasion.now) else { throw .work(.notClaimed) }
  let mayForOthers = occasion.staff[occasion.by]?.allRoles.contains(.supervisor) ?? false
  if claim.by != occasion.by, !mayForOthers { throw .work(.claimed(by: claim.by, until: claim.until)) }
}

/// Why somebody may not decide: what they had to do with the matter, and the clause that bars them for it.
package func involvementBar(
  _ login: StaffLogin, at stage: Stage, _ file: CaseFile, _ rules: RuleBook, _ staff: StaffTable
) -> WorkRefusal? {
  let rule = rules.profile(of: file)?.stage(stage.number)?.decider
  let noted = file.work.involvements
  let own = noted.filter { $0.who == login }.compactMap(\.how)
  // Nobody answers a complaint about themselves, whatever a policy leaves unsaid (Code 5.8).
  if own.contains(.complainedAbout) {
    return .barred(login, .complainedAbout, rule?.bar == nil ? code("5.8") : rule?.clause ?? code("5.8"))
  }
  guard let rule, let bar = rule.bar else { return nil }
  switch bar {
  case .complainedAbout: return nil
  case .sameAreaIfBias:
    guard noted.contains(where: { $0.how == .biasAlleged && sharesArea(login, $0, staff) }) else {
      return nil
    }
    return .barred(login, .biasAlleged, rule.clause)
  case .significantInvolvement:
    return own.contains(.significant) ? .barred(login, .significant, rule.clause) : nil
  case .anyInvolvement: return own.first.map { .barred(login, $0, rule.clause) }
  }
}

/// Whether that person is, or works with, whoever is said to be biased.
private func sharesArea(_ login: StaffLogin, _ noted: InvolvementNoted, _ staff: StaffTable) -> Bool {
  if noted.who == login { return true }
  guard let team = staff[login]?.team, !isBlank(team) else { return false }
  let theirs = noted.who.flatMap { staff[$0]?.team } ?? ""
  return [noted.area, theirs].contains { !isBlank($0) && fold($0) == fold(team) }
}

func guardInvolvement(_ login: StaffLogin, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let stage = file.stage else { return }
  if let barred = involvementBar(login, at: stage, file, occasion.rules, occasion.staff) {
    throw .work(barred)
  }
}

/// Who decides instead of the usual post, where what the complaint is about calls for it.
package func deciderInstead(
  _ rule: DeciderRule, _ file: CaseFile, _ staff: StaffTable
) -> DeciderForSubject? {
  let about = file.work.involvements.filter { $0.how == .complainedAbout }.compactMap(\.who)
  let usual = Set(rule.roles.compactMap(Role.init(rawValue:)))
  return rule.chain.first { instead in
    switch instead.subject {
    case "about-the-handler":
      about.contains { $0 == file.handler || !(staff[$0]?.roles ?? []).isDisjoint(with: usual) }
    case "about-a-director": about.contains { staff[$0]?.roles.contains(.director) ?? false }
    case "several-services":
      Set(file.points.filter { $0.isOpen && !isBlank($0.category) }.map { fold($0.category) }).count > 1
    default: fold(file.contact.category) == fold(instead.subject)
    }
  }
}
