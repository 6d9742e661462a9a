import Clocks
import SettingsFiles
import Testing

/// The shipped rules of one landlord, and dates written as people write them.
struct LandlordRules {
  let book: RuleBook

  init(_ profile: String, _ nation: Nation = .englandAndWales) throws {
    book = try embeddedRuleBook(
      profile: try #require(try embeddedProfile(profile)), nation: nation, zone: try londonZoneTable())
  }

  func at(_ text: String) throws -> Occurrence { try #require(book.zone.occurrence(text)) }

  /// Noon of that day.
  func noon(_ text: String) throws -> Moment {
    book.zone.moment(of: try day(text), hour: 12, minute: 0, second: 0)
  }

  /// The calculator's answers for events written `received=2026-12-21`.
  func clocks(_ events: [String], now: String = "2026-01-01", explain: Bool = false) throws
    -> [ClockReckoning]
  {
    var given: [StartEvent: Occurrence] = [:]
    for event in events {
      let parts = event.split(separator: "=", maxSplits: 1).map(String.init)
      given[try #require(StartEvent(rawValue: parts[0]))] = try at(parts[1])
    }
    return try book.clocks(
      profile: book.profiles[0].name, events: given, now: try noon(now), explain: explain)
  }

  func clock(_ name: String, _ target: ClockTarget, _ events: [String], now: String = "2026-01-01") throws
    -> ClockReckoning
  {
    try #require(
      try clocks(events, now: now, explain: true).first { $0.clock == name && $0.target == target })
  }
}

func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

extension [ClockReckoning] {
  /// `stage1.respond code running 2027-01-08`, one line a clock.
  var lines: [String] {
    map { clock in
      let due = clock.due?.description ?? "no date"
      return "\(clock.clock) \(clock.target.rawValue) \(clock.state.rawValue) \(due)"
        + (clock.provisional ? " provisional" : "")
    }
  }
}
