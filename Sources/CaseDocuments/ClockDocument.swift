package import Clocks
package import PlainText

/// One clock as `cli.md` names its fields; `days` only where they were asked for.
package func clockRecord(_ clock: ClockReckoning) -> JSON {
  let start = record([
    "event": .string(clock.startEvent.rawValue), "at": JSON(orNull: clock.startedAt?.text),
  ])
  return record([
    "clock": .string(clock.clock), "target": .string(clock.target.rawValue),
    "due": JSON(orNull: clock.due?.description), "dueAt": clock.dueAt.map { .string($0.description) },
    "state": .string(clock.state.rawValue), "start": start, "clause": .string(clock.clause.text),
    "profile": .string(clock.profile), "reading": clock.readingReason.map { .string($0) },
    "provisional": clock.provisional ? .bool(true) : nil,
    "profileVersion": clock.tellsVersions ? .string(clock.profileVersion) : nil,
    "calendarVersion": clock.tellsVersions ? .string(clock.calendarVersion) : nil,
    "bar": clock.bar.map { .string($0.description) },
    "refused": clock.hourUnknown ? .string(hourWords(clock)) : nil,
    "gap": clock.gap.map { .string(gapWords($0)) },
    "days": clock.days.isEmpty ? nil : .array(clock.days.map(dayRecord)),
  ])
}

extension ClockReckoning {
  /// Whether the editions it was counted by are told: with the days, and where hours have no days to tell.
  var tellsVersions: Bool { !days.isEmpty || dueAt != nil }
}

func dayRecord(_ day: CountedDay) -> JSON {
  record(["day": .string(day.day.description), "counted": .bool(day.counted), "why": .string(day.why)])
}

/// Why a count has no date: `bank holidays of scotland are known for 2012-2028, not for 2029`.
package func gapWords(_ gap: CalendarGap) -> String {
  if let last = gap.lastMeeting { return "the last meeting listed is on " + last.description }
  return holidayGapWords(gap)
}

/// Why a clock in hours has no date.
func hourWords(_ clock: ClockReckoning) -> String {
  "counted in hours: " + clock.startEvent.rawValue + " needs an instant, 2026-11-22T09:31Z, not a bare date"
}

private func holidayGapWords(_ gap: CalendarGap) -> String {
  "bank holidays of " + gap.nation.rawValue + " are known for " + String(gap.covered.lowerBound) + "-"
    + String(gap.covered.upperBound) + ", not for " + String(gap.needs)
}

/// A clock as cells of a table: name, target, state, due, clause.
package func clockCells(_ clock: ClockReckoning) -> [String] {
  let due = clock.due.map { DaysInWords.full($0) + (clock.dueTime.map { ", " + $0 } ?? "") } ?? "-"
  return [
    clock.clock, clock.target.rawValue, clock.state.rawValue,
    due + (clock.provisional ? " at the latest" : ""),
    clock.clause.text,
  ]
}

/// A clock as lines that answer "why this date?": start event, clause, each day counted or skipped.
package func clockExplanation(_ clock: ClockReckoning) -> [String] {
  var lines = [clock.clock + " (" + clock.target.rawValue + "): " + clock.state.rawValue]
  if let gap = clock.gap { lines.append("  no date: " + gapWords(gap)) }
  if clock.hourUnknown { lines.append("  no date: " + hourWords(clock)) }
  if let due = clock.due {
    let time = clock.dueTime.map { ", " + $0 } ?? ""
    lines.append("  due " + DaysInWords.full(due) + time + (clock.provisional ? ", at the latest" : ""))
  }
  let started = clock.startedAt.map { at in
    let time = clock.startedTime.map { ", " + $0 } ?? ""
    return "starts with " + clock.startEvent.rawValue + " on " + DaysInWords.full(at.day) + time
  }
  lines.append("  " + (started ?? "waits for " + clock.startEvent.rawValue))
  lines.append("  clause " + visible(clock.clause.text) + ", profile " + visible(clock.profile))
  lines.append(
    "  profile version " + visible(clock.profileVersion) + ", calendar " + visible(clock.calendarVersion))
  if let bar = clock.bar { lines.append("  no discretion after " + DaysInWords.full(bar)) }
  if let reading = clock.readingReason { lines.append("  reading: " + visible(reading)) }
  if clock.dueAt != nil { lines.append("    counted by the hour: nights, weekends and holidays count") }
  for day in clock.days {
    lines.append(
      "    " + DaysInWords.full(day.day) + (day.counted ? "  counted  " : "  skipped  ") + visible(day.why))
  }
  return lines
}
