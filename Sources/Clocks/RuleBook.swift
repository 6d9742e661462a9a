/// The rules a landlord works under: its profiles, the Code, its working days and its clock changes.
package struct RuleBook: Hashable, Sendable {
  /// The newest edition of each.
  package let profiles: [LandlordProfile]
  package let code: LandlordProfile
  package let calendar: WorkingCalendar
  package let zone: ZoneTable
  package let calendarVersion: String
  private let places: [String: Int]
  /// Every edition, ascending, of the profiles that have several.
  private let editions: [String: [ProfileEdition]]
  /// Every calendar, ascending; empty where there was only one.
  private let calendars: [CalendarEdition]

  /// The first profile is the one a case follows unless its subject chooses another.
  package init(
    profiles: [LandlordProfile], code: LandlordProfile, calendar: WorkingCalendar, zone: ZoneTable,
    calendarVersion: String
  ) {
    self.init(
      profiles: profiles, code: code, calendar: calendar, zone: zone, calendarVersion: calendarVersion,
      editions: [:], calendars: [])
  }

  /// Rules with their earlier editions: a stage keeps the profile it began under, an ended clock its calendar.
  ///
  /// Editions are in the order of adoption; the last of each name and the last calendar are in force now. Nil
  /// without a profile, without the Code or without a calendar.
  package init?(editions: [ProfileEdition], codeName: String, calendars: [CalendarEdition], zone: ZoneTable) {
    var newest: [LandlordProfile] = []
    var history: [String: [ProfileEdition]] = [:]
    for edition in editions {
      history[edition.profile.name, default: []].append(edition)
      if let at = newest.firstIndex(where: { $0.name == edition.profile.name }) {
        newest[at] = edition.profile
      } else {
        newest.append(edition.profile)
      }
    }
    guard let code = newest.first(where: { $0.name == codeName }), let calendar = calendars.last else {
      return nil
    }
    self.init(
      profiles: newest, code: code, calendar: calendar.calendar, zone: zone,
      calendarVersion: calendar.version, editions: history.filter { $0.value.count > 1 },
      calendars: calendars.count > 1 ? calendars : [])
  }

  private init(
    profiles: [LandlordProfile], code: LandlordProfile, calendar: WorkingCalendar, zone: ZoneTable,
    calendarVersion: String, editions: [String: [ProfileEdition]], calendars: [CalendarEdition]
  ) {
    self.profiles = profiles
    self.code = code
    self.calendar = calendar
    self.zone = zone
    self.calendarVersion = calendarVersion
    self.editions = editions
    self.calendars = calendars
    let all = profiles + [code] + editions.values.flatMap { $0.map(\.profile) }
    mostStages = all.map(\.stages.count).max() ?? 1
    needsMoreThanDays = all.contains { profile in
      profile.stages.contains { stage in stage.rules.contains { $0.rule.needsMoreThanDays } }
    }
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

  /// The edition in force for a stage that began on that day and stands at that place in the record.
  ///
  /// An edition binds what begins on or after its first day and is recorded after its adoption; what began
  /// before the first edition keeps the first.
  package func profile(named name: String, begun day: CalendarDay, seq: UInt64 = 0) -> LandlordProfile? {
    guard let newest = profile(named: name) else { return nil }
    guard !editions.isEmpty, let history = editions[newest.name] else { return newest }
    return (history.last { $0.binds(day, seq) } ?? history.first)?.profile
  }

  /// Every edition of every profile, the Code's too.
  var everyProfile: [LandlordProfile] { profiles + [code] + editions.values.flatMap { $0.map(\.profile) } }

  /// The most stages any edition has.
  let mostStages: Int

  /// Whether some date depends on an hour, on when a stage was logged or on when it was allocated.
  package let needsMoreThanDays: Bool

  /// Whether some stage may fall under an earlier edition than the newest.
  package var hasEarlierEditions: Bool { !editions.isEmpty }

  /// The Code's edition in force then.
  package func code(begun day: CalendarDay, seq: UInt64 = 0) -> LandlordProfile {
    profile(named: code.name, begun: day, seq: seq) ?? code
  }

  /// The calendar a clock counts by: the newest while it runs, the one of that day once it ended.
  func calendar(ended day: CalendarDay?) -> (calendar: WorkingCalendar, version: String) {
    guard !calendars.isEmpty, let day else { return (calendar, calendarVersion) }
    let then = calendars.last { $0.from <= day } ?? calendars[0]
    return (then.calendar, then.version)
  }

  /// The clause behind a triage answer or kind: the landlord's, else the Code's.
  package func triageClause(_ key: String, profile: String) -> TriageClause? {
    self.profile(named: profile)?.triageClause(key) ?? code.triageClause(key)
  }

  /// Where a contact of that kind goes: by the landlord's policy, else by the Code or the law beside it.
  package func procedure(kind: String, subject: String = "", profile: String) -> ProcedureRule? {
    self.profile(named: profile)?.duties.procedure(kind: kind, subject: subject)
      ?? code.duties.procedure(kind: kind, subject: subject)
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

/// One adopted edition of a profile.
package struct ProfileEdition: Hashable, Sendable {
  package let profile: LandlordProfile
  /// The first day it binds.
  package let from: CalendarDay
  /// Place of its adoption in the record; 0 where unknown.
  package let seq: UInt64

  /// An edition adopted on that day; the profile may name another first day.
  package init(profile: LandlordProfile, adopted: CalendarDay, seq: UInt64) {
    self.profile = profile
    from = profile.inForce ?? adopted
    self.seq = seq
  }

  /// Whether a stage that began on that day, recorded at that place, falls under it.
  func binds(_ day: CalendarDay, _ recorded: UInt64) -> Bool {
    guard from <= day else { return false }
    // A profile that names its first day binds from that day, whatever was recorded before its adoption.
    return profile.inForce != nil || recorded == 0 || seq < recorded
  }
}

/// One adopted calendar.
package struct CalendarEdition: Hashable, Sendable {
  package let calendar: WorkingCalendar
  package let version: String
  /// The day it was adopted.
  package let from: CalendarDay

  package init(calendar: WorkingCalendar, version: String, from: CalendarDay) {
    self.calendar = calendar
    self.version = version
    self.from = from
  }
}
