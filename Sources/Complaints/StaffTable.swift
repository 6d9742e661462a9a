package import Clocks

/// Who works here, as the staff events tell it.
package struct StaffTable: Sendable, Hashable {
  /// In order of first listing.
  package private(set) var members: [StaffMember] = []
  private var positions: [StaffLogin: Int] = [:]
  /// The roles of each member with those each includes, kept because every row of an import asks.
  private var reach: [Set<Role>] = []

  package init() {}

  /// Takes the newest word on a login.
  package mutating func list(_ member: StaffMember) {
    if let at = positions[member.login] {
      members[at] = member
      reach[at] = member.allRoles
    } else {
      positions[member.login] = members.count
      members.append(member)
      reach.append(member.allRoles)
    }
  }

  /// Whether that member holds one of these roles; nil where nobody of that login works here on that day.
  package func holds(_ login: StaffLogin, any roles: Set<Role>, on day: CalendarDay) -> Bool? {
    guard let at = positions[login] else { return nil }
    if let from = members[at].from, day < from { return nil }
    if let until = members[at].until, until < day { return nil }
    return !reach[at].isDisjoint(with: roles)
  }

  package subscript(_ login: StaffLogin) -> StaffMember? { positions[login].map { members[$0] } }

  /// The member if they work here on that day, else nil.
  package func current(_ login: StaffLogin, on day: CalendarDay) -> StaffMember? {
    guard let member = self[login] else { return nil }
    if let from = member.from, day < from { return nil }
    if let until = member.until, until < day { return nil }
    return member
  }

  /// Everyone who may do what one of these roles may do, for "who could".
  package func holders(of roles: [Role], on day: CalendarDay) -> [StaffMember] {
    members.filter { member in
      current(member.login, on: day) != nil && !member.allRoles.isDisjoint(with: roles)
    }
  }

  /// The name to show for a login: the listed name, else the login itself.
  package func name(_ login: StaffLogin) -> String {
    guard let member = self[login], !member.name.isEmpty else { return login.text }
    return member.name
  }
}

extension StaffMember {
  /// The roles held, with those each includes (`domain.md` §9: a director may do everything above, a
  /// reviewer what an investigator may, an investigator what a handler may).
  package var allRoles: Set<Role> {
    var all = roles
    if all.contains(.director) { all.insert(.reviewer) }
    if all.contains(.reviewer) { all.insert(.investigator) }
    if all.contains(.investigator) { all.insert(.handler) }
    return all
  }
}
