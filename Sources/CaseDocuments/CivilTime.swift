import Clocks

/// A date, and a time where one was given, as written: not yet an instant.
package struct CivilTime: Hashable, Sendable {
  var year = 0
  var month = 0
  var day = 0
  /// nil where only a date was given.
  var hour: Int?
  var minute = 0
  var second = 0
  var microsecond = 0
  /// Seconds east of UTC where the value said so; nil means the landlord's own clock.
  var offsetSeconds: Int?
  /// The hour counts 1…12 and `afternoon` tells which half.
  var halfDay = false
  var afternoon = false

  /// This time, unless the calendar or the clock has no such one.
  func checked() -> DateShape.Reading {
    var time = self
    // Before 1900 a year is a slip of the pen, not a complaint.
    guard year >= 1900, CalendarDay(year: year, month: month, day: day) != nil else { return .impossible }
    if let given = hour {
      if halfDay {
        guard (1...12).contains(given) else { return .impossible }
        time.hour = given % 12 + (afternoon ? 12 : 0)
      }
      guard given < 24, minute < 60, second < 60 else { return .impossible }
    }
    time.halfDay = false
    time.afternoon = false
    return .value(time)
  }

  /// When that was: a day, or an instant by the value's own offset or the landlord's clock.
  ///
  /// nil where the landlord's clock skipped that hour in spring.
  func occurrence(_ zone: ZoneTable) -> Occurrence? {
    guard let date = CalendarDay(year: year, month: month, day: day) else { return nil }
    guard let hour else { return Occurrence(day: date) }
    if let offsetSeconds {
      let local = Int64(date.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
      let seconds = local - Int64(offsetSeconds)
      return zone.occurrence(at: Moment(microseconds: seconds * 1_000_000 + Int64(microsecond)))
    }
    let whole = zone.moment(of: date, hour: hour, minute: minute, second: second)
    let shown = zone.localTime(of: whole)
    guard shown.day == date, shown.hour == hour else { return nil }
    return Occurrence(day: date, moment: Moment(microseconds: whole.microseconds + Int64(microsecond)))
  }

  /// A spreadsheet's day number: days since 30 December 1899, the fraction being the local time.
  ///
  /// Five digits before the point (1927 to 2173), so that a bare year or a telephone number is none.
  static func serial(_ value: Span<UInt8>) -> DateShape.Reading {
    guard value.count >= 5, value[0] != 0x30 else { return .otherShape }
    var number = 0
    for index in 0..<5 {
      guard value[index] &- 0x30 < 10 else { return .otherShape }
      number = number * 10 + Int(value[index] &- 0x30)
    }
    var seconds: Int?
    if value.count > 5 {
      guard value[5] == 0x2E, value.count > 6, value.count <= 18 else { return .otherShape }
      var fraction = 0
      var scale = 1
      for index in 6..<value.count {
        guard value[index] &- 0x30 < 10 else { return .otherShape }
        fraction = fraction * 10 + Int(value[index] &- 0x30)
        scale *= 10
      }
      seconds = (fraction * 86_400 + scale / 2) / scale
    }
    guard let base = CalendarDay(year: 1899, month: 12, day: 30) else { return .impossible }
    let date = base.adding(days: number + (seconds ?? 0) / 86_400).ymd
    var time = CivilTime()
    (time.year, time.month, time.day) = (date.year, date.month, date.day)
    if let seconds {
      time.hour = seconds % 86_400 / 3600
      time.minute = seconds / 60 % 60
      time.second = seconds % 60
    }
    return time.checked()
  }

  /// An offset at the end of a value, `Z`, `+01:00` or `+0100`, and its length.
  static func offset(_ value: Span<UInt8>, at start: Int) -> (seconds: Int, length: Int)? {
    guard start < value.count else { return nil }
    let sign = value[start]
    if sign == 0x5A { return (0, 1) }
    guard sign == 0x2B || sign == 0x2D else { return nil }
    var digits: [Int] = []
    for index in start + 1..<value.count {
      if value[index] == 0x3A, digits.count == 2, index == start + 3 { continue }
      guard value[index] &- 0x30 < 10 else { return nil }
      digits.append(Int(value[index] &- 0x30))
    }
    guard digits.count == 4 else { return nil }
    let hours = digits[0] * 10 + digits[1]
    let minutes = digits[2] * 10 + digits[3]
    guard hours <= 14, minutes < 60 else { return nil }
    return ((hours * 60 + minutes) * (sign == 0x2B ? 60 : -60), value.count - start)
  }
}

/// English month names as dates write them, any case.
enum MonthNames {
  private static let full: [[UInt8]] = DaysInWords.months.map { name in name.utf8.map { $0 | 0x20 } }

  /// The month whose name stands at that place of a value, and how many bytes it takes.
  static func read(_ value: Span<UInt8>, at start: Int, full wantsFull: Bool) -> (month: Int, length: Int)? {
    for (index, name) in full.enumerated() {
      let length = wantsFull ? name.count : 3
      guard start + length <= value.count else { continue }
      var same = true
      for place in 0..<length where value[start + place] | 0x20 != name[place] { same = false }
      if same { return (index + 1, length) }
    }
    return nil
  }
}
