/// What kind of day a day is for counting.
package enum DayStatus: Hashable, Sendable {
  case working
  case weekend
  case bankHoliday(String)
  case closure(String)
}

/// Working days of one nation and landlord, with tables that find the nth working day in one step.
///
/// An immutable class: every count passes it on.
package final class WorkingCalendar: Hashable, Sendable {
  package let nation: Nation
  package let coveredYears: ClosedRange<Int>
  package let version: String
  /// First covered day, 1 January.
  private let first: CalendarDay
  /// `workingBefore[i]`: working days among the first `i` covered days; one longer than the days.
  private let workingBefore: [Int32]
  /// Day numbers of the working days, ascending.
  private let workingDays: [Int32]
  private let holidayNames: [CalendarDay: String]
  private let closureNames: [CalendarDay: String]

  /// Tables for the covered years; closures are days this landlord does not work.
  package init(holidays: HolidayCalendar, closures: [BankHoliday] = []) {
    nation = holidays.nation
    coveredYears = holidays.coveredYears
    version = holidays.version
    var holidayNames: [CalendarDay: String] = [:]
    for holiday in holidays.holidays { holidayNames[holiday.day] = holiday.name }
    var closureNames: [CalendarDay: String] = [:]
    for closure in closures { closureNames[closure.day] = closure.name }
    let start = CalendarDay.newYear(holidays.coveredYears.lowerBound)
    let end = CalendarDay.newYear(holidays.coveredYears.upperBound + 1)
    var before: [Int32] = [0]
    var working: [Int32] = []
    var day = start
    while day < end {
      if day.weekday <= 5, holidayNames[day] == nil, closureNames[day] == nil { working.append(day.number) }
      before.append(Int32(working.count))
      day = day.adding(days: 1)
    }
    first = start
    workingBefore = before
    workingDays = working
    self.holidayNames = holidayNames
    self.closureNames = closureNames
  }

  package static func == (left: WorkingCalendar, right: WorkingCalendar) -> Bool {
    left === right
      || (left.nation == right.nation && left.version == right.version && left.first == right.first
        && left.workingDays == right.workingDays && left.holidayNames == right.holidayNames
        && left.closureNames == right.closureNames)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(nation)
    hasher.combine(version)
    hasher.combine(workingDays)
  }

  /// The last day the published bank holidays reach.
  package var lastCoveredDay: CalendarDay { first.adding(days: workingBefore.count - 2) }

  /// Why a day counts or not.
  package func status(of day: CalendarDay) throws(CalendarGap) -> DayStatus {
    guard covers(day) else { throw gap(day.year) }
    if day.weekday > 5 { return .weekend }
    if let name = holidayNames[day] { return .bankHoliday(name) }
    if let name = closureNames[day] { return .closure(name) }
    return .working
  }

  package func isWorking(_ day: CalendarDay) throws(CalendarGap) -> Bool { try status(of: day) == .working }

  package func covers(_ day: CalendarDay) -> Bool {
    let index = day.days(since: first)
    return index >= 0 && index < workingBefore.count - 1
  }

  /// The nth working day after that day, the day itself never counted.
  ///
  /// For `n` 0 it is the day itself, working or not.
  package func workingDay(_ n: Int, after day: CalendarDay) throws(CalendarGap) -> CalendarDay {
    guard n > 0 else { return day }
    let index = day.days(since: first) + 1
    guard index >= 0 else { throw gap(day.adding(days: 1).year) }
    guard index < workingBefore.count else { throw gap(day.adding(days: 1).year) }
    let place = Int(workingBefore[index]) + n - 1
    guard place < workingDays.count else { throw gap(coveredYears.upperBound + 1) }
    return CalendarDay(number: workingDays[place])
  }

  /// That day if it is a working day, else the next one.
  package func workingDay(onOrAfter day: CalendarDay) throws(CalendarGap) -> CalendarDay {
    try workingDay(1, after: day.adding(days: -1))
  }

  /// Working days after the first day up to and including the second; negative when the second is earlier.
  package func workingDays(after day: CalendarDay, through other: CalendarDay) throws(CalendarGap) -> Int {
    try count(through: other) - count(through: day)
  }

  private func count(through day: CalendarDay) throws(CalendarGap) -> Int {
    let index = day.days(since: first) + 1
    guard index >= 0, index < workingBefore.count else { throw gap(day.year) }
    return Int(workingBefore[index])
  }

  private func gap(_ year: Int) -> CalendarGap {
    CalendarGap(nation: nation, needs: year, covered: coveredYears)
  }
}

extension CalendarDay {
  /// 1 January of that year.
  static func newYear(_ year: Int) -> CalendarDay {
    // Years come from published calendars, always 1…9999; the epoch stands in for the impossible rest.
    CalendarDay(year: year, month: 1, day: 1) ?? CalendarDay(number: 0)
  }
}
