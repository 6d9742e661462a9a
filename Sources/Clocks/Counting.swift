/// How the start day enters a count (`domain.md` §3).
package enum CountReading: Hashable, Sendable {
  /// The n days that follow the date of the start event, whatever day that was.
  case following
  /// A start on a non-working day, or from the cut-off hour on, counts as made on the next working day, day 0.
  case deferred(cutOffHour: Int?)
  /// The start day, or the next working day, is day 1.
  case inclusive

  /// The word of profiles and the command line.
  package var word: String {
    switch self {
    case .following: "following"
    case .deferred: "deferred"
    case .inclusive: "inclusive"
    }
  }

  /// Reads the word; `deferred` so read has no cut-off hour.
  package init?(word: String) {
    switch word {
    case "following": self = .following
    case "deferred": self = .deferred(cutOffHour: nil)
    case "inclusive": self = .inclusive
    default: return nil
    }
  }
}

/// What a limit is counted in.
package enum LimitUnit: String, CaseIterable, Hashable, Sendable {
  case workingDays = "working-days"
  case calendarDays = "calendar-days"
  case weeks
  /// The corresponding date, or the last day of a shorter month.
  case months
  /// Clock hours: nights, weekends and holidays count.
  case hours
}

/// One day of an explanation.
package struct CountedDay: Hashable, Sendable {
  package let day: CalendarDay
  package let counted: Bool
  /// `day 3`, `Saturday`, `Good Friday`, `start day, not counted`.
  package let why: String

  package init(day: CalendarDay, counted: Bool, why: String) {
    self.day = day
    self.counted = counted
    self.why = why
  }
}

extension WorkingCalendar {
  /// The last day of a limit that starts on that day.
  ///
  /// The hour is the landlord's wall clock where known; without it no cut-off hour applies. Hours are counted
  /// as whole days here; a clock in hours uses its instant instead.
  package func due(
    _ length: Int, _ unit: LimitUnit, from start: CalendarDay, hour: Int? = nil, reading: CountReading
  ) throws(CalendarGap) -> CalendarDay {
    let zero = try dayZero(unit, from: start, hour: hour, reading: reading)
    switch unit {
    case .workingDays: return try workingDay(length, after: zero)
    case .calendarDays: return zero.adding(days: length)
    case .weeks: return zero.adding(days: 7 * length)
    case .months:
      // An inclusive month ends the day before the corresponding date.
      return reading == .inclusive
        ? start.adding(months: length).adding(days: -1) : zero.adding(months: length)
    case .hours: return zero.adding(days: (length + 23) / 24)
    }
  }

  /// The date n working days from a day; `n` 0 is the day itself (`deferred`: the day it counts as made).
  package func workdays(from start: CalendarDay, _ n: Int, reading: CountReading) throws(CalendarGap)
    -> CalendarDay
  {
    if n == 0, reading == .inclusive { return start }
    return try due(n, .workingDays, from: start, reading: reading)
  }

  /// Every day from the start to the due day, counted or skipped with its reason.
  package func explain(
    _ length: Int, _ unit: LimitUnit, from start: CalendarDay, hour: Int? = nil, reading: CountReading
  ) throws(CalendarGap) -> [CountedDay] {
    let due = try due(length, unit, from: start, hour: hour, reading: reading)
    let zero = try dayZero(unit, from: start, hour: hour, reading: reading)
    var days: [CountedDay] = []
    var number = 0
    var day = start
    while day <= max(due, zero) {
      var counts = day > zero
      if counts, unit == .workingDays { counts = try isWorking(day) }
      if counts {
        number += 1
        days.append(CountedDay(day: day, counted: true, why: "day \(number)"))
      } else {
        days.append(CountedDay(day: day, counted: false, why: try reason(day, zero: zero, start: start)))
      }
      day = day.adding(days: 1)
    }
    return days
  }

  /// The day after which counting begins.
  private func dayZero(
    _ unit: LimitUnit, from start: CalendarDay, hour: Int?, reading: CountReading
  ) throws(CalendarGap) -> CalendarDay {
    switch reading {
    case .following: return start
    case .deferred(let cutOffHour):
      if let cutOffHour, let hour, hour >= cutOffHour { return try workingDay(1, after: start) }
      return try workingDay(onOrAfter: start)
    case .inclusive: return start.adding(days: -1)
    }
  }

  /// Why a day of an explanation was not counted.
  private func reason(_ day: CalendarDay, zero: CalendarDay, start: CalendarDay) throws(CalendarGap) -> String
  {
    if day == zero { return "start day, not counted" }
    // The start of a plain count may lie outside the published years; only days that count must be inside.
    let skipped: String
    switch try status(of: day) {
    case .working: skipped = "after the cut-off hour"
    case .weekend: skipped = day.weekdayName
    case .bankHoliday(let name), .closure(let name): skipped = name
    }
    return day < zero ? skipped + ", counts as made on the next working day" : skipped
  }
}

extension CalendarDay {
  /// `Monday` … `Sunday`, whatever the locale.
  package var weekdayName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
  }
}
