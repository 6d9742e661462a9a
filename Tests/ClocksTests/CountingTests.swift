import Clocks
import SettingsFiles
import Testing

@Suite struct `Working days are counted over the real calendars` {
  static let readings: [CountReading] = [.following, .deferred(cutOffHour: nil), .inclusive]

  func calendar(_ nation: Nation, closures: [BankHoliday] = []) throws -> WorkingCalendar {
    WorkingCalendar(holidays: try embeddedHolidays(nation), closures: closures)
  }

  @Test(arguments: Nation.allCases, readings)
  func `a due date is a working day, and a later start never gives an earlier one`(
    _ nation: Nation, _ reading: CountReading
  ) throws {
    let calendar = try calendar(nation)
    for n in [1, 2, 5, 10, 20] {
      var before = try day("2012-01-01")
      var start = before
      let last = try day("2028-11-01")
      while start < last {
        let due = try calendar.workdays(from: start, n, reading: reading)
        #expect(due >= before)
        #expect(try calendar.isWorking(due))
        before = due
        start = start.adding(days: 1)
      }
    }
  }

  @Test(arguments: Nation.allCases)
  func `inclusive is never after following, and following never after deferred`(_ nation: Nation) throws {
    let calendar = try calendar(nation)
    for n in [0, 1, 5, 10, 20] {
      for offset in 0..<5800 {
        let start = try day("2012-01-02").adding(days: offset)
        let inclusive = try calendar.workdays(from: start, n, reading: .inclusive)
        let following = try calendar.workdays(from: start, n, reading: .following)
        let deferred = try calendar.workdays(from: start, n, reading: .deferred(cutOffHour: nil))
        #expect(inclusive <= following && following <= deferred)
      }
    }
  }

  @Test(arguments: Nation.allCases, readings)
  func `an explanation counts exactly the days of the limit and leaves none out`(
    _ nation: Nation, _ reading: CountReading
  ) throws {
    let calendar = try calendar(nation)
    for (n, unit, step) in [(5, LimitUnit.workingDays, 1), (10, .workingDays, 3), (28, .calendarDays, 7)] {
      for offset in stride(from: 0, to: 6000, by: step) {
        let start = try day("2012-01-02").adding(days: offset)
        let days = try calendar.explain(n, unit, from: start, reading: reading)
        #expect(days.count { $0.counted } == n)
        #expect(days.first?.day == start)
        #expect(days.last?.day == (try calendar.due(n, unit, from: start, reading: reading)))
        #expect(days.last?.day.days(since: start) == days.count - 1)
      }
    }
  }

  @Test func `the table of working days agrees with counting by hand`() throws {
    let calendar = try calendar(.northernIreland)
    var counted: CalendarDay = try day("2012-01-01")
    for n in 1...4000 {
      repeat { counted = counted.adding(days: 1) } while try !calendar.isWorking(counted)
      #expect(try calendar.workingDay(n, after: day("2012-01-01")) == counted)
      #expect(try calendar.workingDays(after: day("2012-01-01"), through: counted) == n)
    }
  }

  @Test func `a count that needs 2029 is refused, never guessed`() throws {
    let calendar = try calendar(.englandAndWales)
    let gap = CalendarGap(nation: .englandAndWales, needs: 2029, covered: 2012...2028)
    #expect(try calendar.workdays(from: day("2028-12-22"), 3, reading: .following) == day("2028-12-29"))
    #expect(throws: gap) { try calendar.workdays(from: day("2028-12-22"), 4, reading: .following) }
    #expect(throws: gap) { try calendar.workdays(from: day("2029-01-02"), 1, reading: .following) }
    #expect(throws: CalendarGap(nation: .englandAndWales, needs: 2011, covered: 2012...2028)) {
      try calendar.workdays(from: day("2011-12-01"), 5, reading: .following)
    }
    // Calendar days need no bank holidays.
    #expect(
      try calendar.due(28, .calendarDays, from: day("2028-12-22"), reading: .following) == day("2029-01-19"))
  }

  @Test func `a clock past the published calendar says which year it needs`() throws {
    let rules = try LandlordRules("code-2024")
    let clock = try rules.clock("stage1.acknowledge", .code, ["received=2028-12-22"], now: "2028-12-22")
    #expect(clock.due == nil)
    #expect(clock.gap == CalendarGap(nation: .englandAndWales, needs: 2029, covered: 2012...2028))
  }

  @Test(arguments: [
    (CountReading.following, "2026-11-27"), (.deferred(cutOffHour: nil), "2026-11-30"),
    (.inclusive, "2026-11-27"),
  ])
  func `five working days from a Saturday, by each reading`(_ reading: CountReading, _ due: String) throws {
    let calendar = try calendar(.englandAndWales)
    #expect(try calendar.workdays(from: day("2026-11-21"), 5, reading: reading) == day(due))
  }

  @Test func `after the cut-off hour a start counts as made on the next working day`() throws {
    let calendar = try calendar(.englandAndWales)
    let reading = CountReading.deferred(cutOffHour: 17)
    let friday = try day("2026-11-20")
    #expect(try calendar.due(1, .workingDays, from: friday, hour: 16, reading: reading) == day("2026-11-23"))
    #expect(try calendar.due(1, .workingDays, from: friday, hour: 17, reading: reading) == day("2026-11-24"))
    let why = try calendar.explain(1, .workingDays, from: friday, hour: 17, reading: reading).map(\.why)
    #expect(
      why == [
        "after the cut-off hour, counts as made on the next working day",
        "Saturday, counts as made on the next working day", "Sunday, counts as made on the next working day",
        "start day, not counted", "day 1",
      ])
  }

  @Test func `a month ends on the same date, or on the last day of a shorter month`() throws {
    let calendar = try calendar(.englandAndWales)
    #expect(try calendar.due(1, .months, from: day("2027-01-31"), reading: .following) == day("2027-02-28"))
    #expect(try calendar.due(1, .months, from: day("2026-11-21"), reading: .following) == day("2026-12-21"))
    #expect(try calendar.due(2, .weeks, from: day("2026-11-21"), reading: .following) == day("2026-12-05"))
  }

  @Test func `a day on which the landlord is closed is skipped by its name`() throws {
    let closed = try calendar(
      .englandAndWales, closures: [BankHoliday(day: day("2026-12-29"), name: "Offices closed")])
    let days = try closed.explain(5, .workingDays, from: day("2026-12-21"), reading: .following)
    #expect(days.last?.day == (try day("2026-12-31")))
    #expect(days.contains(CountedDay(day: try day("2026-12-29"), counted: false, why: "Offices closed")))
  }

  @Test func `every skipped day says why`() throws {
    let days = try calendar(.englandAndWales).explain(
      5, .workingDays, from: day("2026-12-21"), reading: .following)
    #expect(
      days.map { "\($0.day) \($0.why)" } == [
        "2026-12-21 start day, not counted", "2026-12-22 day 1", "2026-12-23 day 2", "2026-12-24 day 3",
        "2026-12-25 Christmas Day", "2026-12-26 Saturday", "2026-12-27 Sunday", "2026-12-28 Boxing Day",
        "2026-12-29 day 4", "2026-12-30 day 5",
      ])
  }
}
