import Clocks
import SettingsFiles
import Testing

@Suite struct `What holds for every clock, whatever the policy, nation and day` {
  /// A rule by its clock's name, and the profile whose rule it is.
  func rules(_ profile: LandlordProfile) -> [String: ClockRule] {
    var rules: [String: ClockRule] = [:]
    for stage in profile.stages { for clock in stage.rules { rules[clock.clock] = clock.rule } }
    for clock in profile.clocks { rules[clock.name] = clock.rule }
    return rules
  }

  /// From a week before Christmas 2026 until after Easter 2027, every day a start.
  static let days = 0..<115

  @Test(arguments: shippedProfileNames + ["every-shape"], Nation.allCases)
  func `due days work, rise with the start, and are explained by as many days as the limit has`(
    _ name: String, _ nation: Nation
  ) throws {
    let landlord = try LandlordRules(name, nation)
    let book = landlord.book
    let rules = rules(try #require(book.profile(named: name)))
    let first = try day("2026-12-18")
    var latest: [String: CalendarDay] = [:]
    var seen: Set<String> = []
    for offset in Self.days {
      let start = first.adding(days: offset)
      var events: [StartEvent: Occurrence] = [:]
      for event in StartEvent.allCases where event != .closed { events[event] = Occurrence(day: start) }
      let clocks = try book.clocks(
        profile: name, events: events, now: try landlord.noon("2026-12-18"), explain: true)
      for clock in clocks where clock.profile == name {
        guard let rule = rules[clock.clock], rule.unit != .hours else { continue }
        let due = try #require(clock.due, "\(clock.clock) from \(start)")
        seen.insert(clock.clock)
        // Where the limit is in working days it ends on one, and where a meeting ends it, at a meeting.
        if rule.meetings.isEmpty {
          let working = try book.calendar.isWorking(due)
          #expect(rule.unit != .workingDays || working, "\(clock.clock) from \(start)")
          #expect(!rule.endsOnWorkingDay || working)
        } else {
          #expect(rule.meetings.contains(due))
        }
        if let before = latest[clock.clock] { #expect(before <= due, "\(clock.clock) from \(start)") }
        latest[clock.clock] = due
        // A letter that counts as delivered later starts its clock later: never before the event given.
        #expect(due >= start || rule.reading == .inclusive)
        #expect(clock.days.last?.day == due)
        let counted = clock.days.count { $0.counted }
        let lengths = [rule.limit, rule.orLater?.limit].compactMap(\.self).map { limit -> Int? in
          switch limit.unit {
          case .workingDays, .calendarDays: limit.length
          case .weeks: limit.length * 7
          case .months, .hours: nil
          }
        }
        if !lengths.contains(nil) { #expect(lengths.contains(counted), "\(clock.clock) from \(start)") }
      }
    }
    #expect(seen == Set(rules.filter { $0.value.unit != .hours }.keys))
  }

  /// An instant, and the civil day in London it falls on.
  @Test(arguments: [
    ("2026-06-24T22:59:59Z", "2026-06-24"), ("2026-06-24T23:00:00Z", "2026-06-25"),
    ("2026-06-24T23:30:00Z", "2026-06-25"), ("2026-06-25T00:00:00Z", "2026-06-25"),
    ("2026-12-24T23:59:59Z", "2026-12-24"), ("2026-12-25T00:00:00Z", "2026-12-25"),
    // The nights on which the clocks change.
    ("2026-03-28T23:59:59Z", "2026-03-28"), ("2026-03-29T00:30:00Z", "2026-03-29"),
    ("2026-10-24T23:00:00Z", "2026-10-25"), ("2026-10-26T00:00:00Z", "2026-10-26"),
  ])
  func `an instant counts as the London day it falls on, under every policy`(
    _ instant: String, _ date: String
  )
    throws
  {
    for name in shippedProfileNames {
      let landlord = try LandlordRules(name)
      let events = StartEvent.allCases.filter { $0 != .closed }
      func dates(_ start: String) throws -> [String] {
        try landlord.clocks(events.map { "\($0.rawValue)=\(start)" })
          .filter { $0.dueAt == nil && !$0.hourUnknown }
          .map { "\($0.clock) \($0.target.rawValue) \($0.due?.description ?? "-")" }
      }
      #expect(try dates(instant) == dates(date))
    }
  }

  @Test(arguments: Nation.allCases)
  func `inclusive comes no later than following, and following no later than deferred`(_ nation: Nation)
    throws
  {
    let calendar = WorkingCalendar(holidays: try embeddedHolidays(nation))
    let first = try day("2026-12-01")
    let units: [LimitUnit] = [.workingDays, .calendarDays, .weeks, .months]
    for offset in 0..<140 {
      let start = first.adding(days: offset)
      for length in [1, 2, 5, 10, 20] {
        for unit in units {
          let inclusive = try calendar.due(length, unit, from: start, reading: .inclusive)
          let following = try calendar.due(length, unit, from: start, reading: .following)
          let deferred = try calendar.due(length, unit, from: start, reading: .deferred(cutOffHour: nil))
          let cutOff = try calendar.due(
            length, unit, from: start, hour: 17, reading: .deferred(cutOffHour: 16))
          #expect(inclusive <= following && following <= deferred && deferred <= cutOff, "\(start) \(length)")
        }
      }
    }
  }
}
