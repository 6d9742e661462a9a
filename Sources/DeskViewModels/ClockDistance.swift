import Clocks
import TextCanvas

/// How far off a due day is, in words, with the mark and the ink that say the same.
struct ClockDistance: Hashable, Sendable {
  /// `1 wd over`, `today`, `3 wd`.
  let words: String
  /// `!!` past, `! ` today, `· ` within two working days.
  let mark: String
  let ink: Ink

  init(to due: CalendarDay, today: CalendarDay, calendar: WorkingCalendar) {
    let calendarDays = due.days(since: today)
    if calendarDays == 0 {
      (words, mark, ink) = ("today", "! ", .dueToday)
      return
    }
    let (count, unit) = ClockDistance.count(to: due, today: today, calendar: calendar)
    if calendarDays < 0 {
      (words, mark, ink) = ("\(max(1, -count)) \(unit) over", "!!", .overdue)
    } else {
      let soon = count <= 2
      (words, mark, ink) = ("\(count) \(unit)", soon ? "· " : "  ", soon ? .dueSoon : .text)
    }
  }

  /// Working days where the calendar reaches, else plain days.
  private static func count(
    to due: CalendarDay, today: CalendarDay, calendar: WorkingCalendar
  ) -> (Int, String) {
    do {
      return (try calendar.workingDays(after: today, through: due), "wd")
    } catch {
      return (due.days(since: today), "d")
    }
  }
}
