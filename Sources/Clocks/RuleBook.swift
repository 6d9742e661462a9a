/// The rules a landlord works under: its profiles, the Code, its working days and its clock changes.
package struct RuleBook: Hashable, Sendable {
  package let profiles: [LandlordProfile]
  package let code: LandlordProfile
  package let calendar: WorkingCalendar
  package let zone: ZoneTable
  package let calendarVersion: String
  private let places: [String: Int]

  /// The first profile is the one a case follows unless its subject chooses another.
  package init(
    profiles: [LandlordProfile], code: LandlordProfile, calendar: WorkingCalendar, zone: ZoneTable,
    calendarVersion: String
  ) {
    self.profiles = profiles
    self.code = code
    self.calendar = calendar
    self.zone = zone
    self.calendarVersion = calendarVersion
    var places: [String: Int] = [:]
    for (place, profile) in profiles.enumerated() { places[profile.name] = place }
    self.places = places
  }

  /// The adopted profile of that name; `""` is the first, and the Code where nothing was adopted.
  package func profile(named name: String) -> LandlordProfile? {
    if name.isEmpty { return profiles.first ?? code }
    if let place = places[name] { return profiles[place] }
    return name == code.name ? code : nil
  }

  /// The clause behind a triage answer or kind: the landlord's, else the Code's.
  package func triageClause(_ key: String, profile: String) -> TriageClause? {
    self.profile(named: profile)?.triageClause(key) ?? code.triageClause(key)
  }

  /// What the acknowledgement of a stage must contain: the landlord's list, then what only the Code asks for.
  package func acknowledgementContents(profile: String, stage: Int) -> [RequiredItem] {
    let own = self.profile(named: profile)?.acknowledgementContents(stage: stage) ?? []
    return own
      + code.acknowledgementContents(stage: stage).filter { item in
        !own.contains { $0.item == item.item }
      }
  }

  /// What the response of a stage must contain: the landlord's list, then what only the Code asks for.
  package func responseContents(profile: String, stage: Int) -> [RequiredItem] {
    let own = self.profile(named: profile)?.responseContents(stage: stage) ?? []
    return own + code.responseContents(stage: stage).filter { item in !own.contains { $0.item == item.item } }
  }
}
