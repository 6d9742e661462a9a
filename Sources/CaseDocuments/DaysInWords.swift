package import Clocks

/// Days as a person says them, in English and ASCII whatever the locale.
package enum DaysInWords {
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// `Thursday 26 November`, with the year where it is not today's.
  package static func long(_ day: CalendarDay, today: CalendarDay) -> String {
    weekdays[day.weekday - 1] + " " + plain(day, today: today)
  }

  /// `26 November`, with the year where it is not today's.
  package static func plain(_ day: CalendarDay, today: CalendarDay) -> String {
    let date = day.ymd
    let words = String(date.day) + " " + months[date.month - 1]
    return date.year == today.year ? words : words + " " + String(date.year)
  }

  /// `26 Nov`, with the year where it is not today's.
  package static func short(_ day: CalendarDay, today: CalendarDay) -> String {
    let date = day.ymd
    let words = String(date.day) + " " + String(months[date.month - 1].prefix(3))
    return date.year == today.year ? words : words + " " + String(date.year)
  }

  /// `Thu 26 Nov 2026`.
  package static func full(_ day: CalendarDay) -> String {
    let date = day.ymd
    return String(weekdays[day.weekday - 1].prefix(3)) + " " + String(date.day) + " "
      + String(months[date.month - 1].prefix(3)) + " " + String(date.year)
  }

  /// `one`, `two`, `three`, `four` for a stage.
  package static func stage(_ number: Int) -> String {
    switch number {
    case 1: "one"
    case 2: "two"
    case 3: "three"
    case 4: "four"
    default: String(number)
    }
  }
}
