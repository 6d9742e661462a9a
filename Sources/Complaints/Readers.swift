package import Clocks

/// How far somebody's roles let them read, from the widest to the narrowest.
package enum ReadingReach: Hashable, Sendable {
  case cases
  /// Only cases on whose panel they sit.
  case namedCases
  /// Figures, and samples without what tells who complained.
  case figures
}

/// What a member of a panel or board does before they read anything.
package enum ReadingCondition: String, CaseIterable, Hashable, Sendable {
  case training, confidentiality
}

extension Role {
  /// The roles of people from outside the desk, who read no case because of their role.
  package static let outside: Set<Role> = [.residentReviewer, .scrutiny]
  /// The roles that read cases, for "who could".
  package static let readers: [Role] = [.handler, .supervisor]
}

extension StaffMember {
  /// The widest reach of their roles.
  package var reach: ReadingReach {
    if !roles.isSubset(of: Role.outside) { return .cases }
    return roles.contains(.residentReviewer) ? .namedCases : .figures
  }

  /// What they have not done yet of what the landlord asks of members before they read.
  package func readingOwed(_ rules: RuleBook, on day: CalendarDay) -> (
    owed: [ReadingCondition], clause: Clause
  )? {
    guard reach != .cases, let rule = rules.memberReading else { return nil }
    func done(_ date: CalendarDay?) -> Bool { date.map { $0 <= day } ?? false }
    var owed: [ReadingCondition] = []
    if rule.training, !done(trained) { owed.append(.training) }
    if rule.confidentiality, !done(confidential) { owed.append(.confidentiality) }
    return owed.isEmpty ? nil : (owed, rule.clause)
  }
}

extension RuleBook {
  /// What members of panels and boards do before they read, where a profile of the landlord asks for it.
  var memberReading: MemberReadingRule? {
    for profile in profiles {
      if let rule = profile.duties.memberReading { return rule }
    }
    return nil
  }
}

extension CaseFile {
  /// What a member of a panel or board sees of the case; nil for those whose role reads cases.
  func outsideSight(of login: StaffLogin, _ staff: StaffTable, _ rules: RuleBook, on day: CalendarDay)
    -> Sight?
  {
    guard let member = staff[login], member.reach != .cases else { return nil }
    if let due = member.readingOwed(rules, on: day) { return .notReady(due.owed, due.clause) }
    guard member.reach == .namedCases else { return .figuresOnly }
    guard let seat = stages.last(where: { $0.panel?.members.contains(login) ?? false }) else {
      return .notNamed
    }
    let parts = sensitiveParts
    if let needed = parts[.whole], member.roles.isDisjoint(with: needed) { return .closed(needed) }
    let panel = profile(rules)?.stage(seat.stage.number)?.decider.panel
    let hidden = parts.filter { member.roles.isDisjoint(with: $0.value) }.map(\.key)
    return .redacted(Set(panel?.withheld.details ?? ResidentDetail.allCases), without: Set(hidden))
  }
}

/// Refuses the reading of a case to somebody who may not see it, naming who could.
package func guardReading(
  _ file: CaseFile, by login: StaffLogin, _ staff: StaffTable, _ rules: RuleBook, on day: CalendarDay
) throws(Refusal) {
  switch file.sight(of: login, staff, rules, on: day) {
  case .everything, .without, .redacted: return
  case .keptOut(let why): throw .people(.keptOut(why))
  case .closed(let roles): throw .people(.closedCase(roles))
  case .notNamed: throw .people(.notNamed)
  case .figuresOnly: throw .people(.figuresOnly)
  case .notReady(let owed, let clause): throw .people(.notReadyToRead(owed, clause))
  }
}

/// Refuses work on a case somebody may not see; a member of scrutiny scores what they read in a sample.
func guardSight(_ action: Action, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  if case .step(.work(.scored)) = action,
    case .figuresOnly = file.sight(of: occasion.by, occasion.staff, occasion.rules, on: occasion.today)
  {
    return
  }
  try guardReading(file, by: occasion.by, occasion.staff, occasion.rules, on: occasion.today)
}
