/// How a clock that ends with a day stands: the one place where a state is decided.
///
/// `stop` is what it waited for, `ended` the end of the case; a clock that lapses (a window) owes nothing once
/// its day has passed.
func clockState(
  due: CalendarDay, today: CalendarDay, stop: Occurrence?, ended: Occurrence?, lapses: Bool
) -> ClockState {
  if let stop { return stop.day <= due ? .met : .late }
  if !lapses, let ended { return ended.day <= due ? .lapsed : .late }
  if today < due { return .running }
  if today == due { return .due }
  return lapses ? .lapsed : .overdue
}

/// How a clock that ends with an hour stands.
///
/// A stop without an hour is judged by its day: it cannot be shown to be late within that day.
func clockState(
  dueAt: Moment, dueDay: CalendarDay, now: Moment, stop: Occurrence?, ended: Occurrence?
) -> ClockState {
  if let stop { return inTime(stop, dueAt, dueDay) ? .met : .late }
  if let ended { return inTime(ended, dueAt, dueDay) ? .lapsed : .late }
  return now > dueAt ? .overdue : .running
}

private func inTime(_ done: Occurrence, _ dueAt: Moment, _ dueDay: CalendarDay) -> Bool {
  done.moment.map { $0 <= dueAt } ?? (done.day <= dueDay)
}
