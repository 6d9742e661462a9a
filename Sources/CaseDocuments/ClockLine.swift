package import Clocks
package import PlainText

/// Writes a clock straight into a line: the same text as `clockRecord`, for answers by the hundred thousand.
package func appendClock(_ clock: ClockReckoning, to writer: inout JSONWriter) {
  writer.beginObject()
  writer.field("clock", clock.clock)
  writer.field("target", clock.target.rawValue)
  if let due = clock.due {
    writer.field("due", due.description)
  } else {
    writer.key("due")
    writer.null()
  }
  if let dueAt = clock.dueAt { writer.field("dueAt", dueAt.description) }
  writer.field("state", clock.state.rawValue)
  writer.key("start")
  writer.beginObject()
  writer.field("event", clock.startEvent.rawValue)
  if let at = clock.startedAt {
    writer.field("at", at.text)
  } else {
    writer.key("at")
    writer.null()
  }
  writer.endObject()
  writer.field("clause", clock.clause.text)
  writer.field("profile", clock.profile)
  if let reading = clock.readingReason { writer.field("reading", reading) }
  if clock.provisional { writer.field("provisional", true) }
  if clock.tellsVersions {
    writer.field("profileVersion", clock.profileVersion)
    writer.field("calendarVersion", clock.calendarVersion)
  }
  if let bar = clock.bar { writer.field("bar", bar.description) }
  if clock.hourUnknown { writer.field("refused", hourWords(clock)) }
  if let gap = clock.gap { writer.field("gap", gapWords(gap)) }
  if !clock.days.isEmpty { writer.field("days", .array(clock.days.map(dayRecord))) }
  writer.endObject()
}
