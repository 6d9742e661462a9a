/// A civil day in the proleptic Gregorian calendar, without a time or a zone.
///
/// Stored as days since 1970-01-01, so days compare and subtract as integers.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int32

  @inlinable
  public init(number: Int32) {
    self.number = number
  }

  /// The day of that date, or nil where no such date exists (31 February, month 13, years outside 1…9999).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= CalendarDay.length(ofMonth: month, in: year) else { return nil }
    number = CalendarDay.dayNumber(year: year, month: month, day: day)
  }

  /// Reads exactly `YYYY-MM-DD`; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var fields = [0, 0, 0]
    for (index, byte) in bytes.enumerated() where index != 4 && index != 7 {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let field = index < 4 ? 0 : index < 7 ? 1 : 2
      fields[field] = fields[field] * 10 + Int(byte - 0x30)
    }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  /// The day that many days later (earlier when negative).
  package func adding(days: Int) -> CalendarDay { CalendarDay(number: number + Int32(days)) }

  /// The corresponding date that many months later, or the last day of a shorter month.
  package func adding(months: Int) -> CalendarDay {
    let date = ymd
    let total = date.year * 12 + (date.month - 1) + months
    let year = total / 12
    let month = total % 12 + 1
    let day = min(date.day, CalendarDay.length(ofMonth: month, in: year))
    return CalendarDay(number: CalendarDay.dayNumber(year: year, month: month, day: day))
  }

  /// Days from the other day to this one; negative when this day is earlier.
  package func days(since other: CalendarDay) -> Int { Int(number) - Int(other.number) }

  /// 1 Monday … 7 Sunday (ISO 8601).
  package var weekday: Int {
    let shifted = (Int(number) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// Year, month 1…12 and day 1…31 of this day.
  package var ymd: (year: Int, month: Int, day: Int) {
    // Days-to-civil arithmetic over 400-year eras starting on 1 March (Hinnant, "chrono-Compatible
    // Low-Level Date Algorithms").
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { ymd.year }
  package var month: Int { ymd.month }
  package var day: Int { ymd.day }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `YYYY-MM-DD`, ASCII whatever the locale.
  public var description: String {
    let date = ymd
    return CalendarDay.padded(date.year, 4) + "-" + CalendarDay.padded(date.month, 2) + "-"
      + CalendarDay.padded(date.day, 2)
  }

  package static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
