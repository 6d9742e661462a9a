import Clocks
import Testing

@Suite struct `Instants become the landlord's civil days` {
  /// London's clock changes of 2026 and 2027, by hand.
  static let london = ZoneTable(
    transitions: [
      (1_774_746_000, 3600), (1_792_890_000, 0), (1_806_195_600, 3600), (1_824_944_400, 0),
    ], initialOffset: 0)

  @Test(arguments: [
    ("2026-06-24T23:30:00Z", "2026-06-25"), ("2026-12-24T23:30:00Z", "2026-12-24"),
    ("2026-03-29T00:59:59Z", "2026-03-29"), ("2026-10-24T23:30:00Z", "2026-10-25"),
    ("2026-10-25T23:30:00Z", "2026-10-25"), ("2026-01-01T00:00:00+01:00", "2025-12-31"),
  ])
  func `an instant falls on London's day`(_ instant: String, _ day: String) throws {
    let occurrence = try #require(Self.london.occurrence(instant))
    #expect(occurrence.day.description == day)
    #expect(occurrence.moment == Moment(instant))
  }

  @Test func `the hour that is left out in March moves on, and the one that comes twice is the first`() throws
  {
    let spring = try #require(CalendarDay("2026-03-29"))
    #expect(
      Self.london.moment(of: spring, hour: 1, minute: 30, second: 0) == Moment("2026-03-29T01:30:00Z"))
    let autumn = try #require(CalendarDay("2026-10-25"))
    #expect(
      Self.london.moment(of: autumn, hour: 1, minute: 30, second: 0) == Moment("2026-10-25T00:30:00Z"))
  }

  @Test func `a wall-clock reading leads to its instant and back, all round the year`() throws {
    let first = try #require(CalendarDay("2026-01-01"))
    for offset in 0..<700 {
      let day = first.adding(days: offset)
      let moment = Self.london.moment(of: day, hour: 12, minute: 34, second: 56)
      let back = Self.london.localTime(of: moment)
      #expect(back == (day, 12, 34, 56))
    }
  }

  @Test func `a date stays a date, and a time without a zone is refused`() {
    #expect(Self.london.occurrence("2026-11-22") == CalendarDay("2026-11-22").map { Occurrence(day: $0) })
    #expect(Self.london.occurrence("2026-11-22T10:00") == nil)
    #expect(Self.london.occurrence("22/11/2026") == nil)
  }
}
