import Clocks

/// Reads a time as people type it: nothing is now, `14:30` today, a date, a date and hour, an instant.
///
/// Hours without a zone are the landlord's own, as the clock at the foot of the screen shows them.
func readWhen(_ text: String, _ reader: RecordReader) -> (occurred: Occurrence?, isRead: Bool) {
  let text = text.trimmedBlanks
  if text.isEmpty || text == "now" { return (nil, true) }
  let zone = reader.rules.zone
  if text == "today" { return (Occurrence(day: reader.today), true) }
  if text == "yesterday" { return (Occurrence(day: reader.today.adding(days: -1)), true) }
  if let exact = zone.occurrence(text) { return (exact, true) }
  let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" }).map(String.init)
  guard let last = parts.last, let time = hourAndMinute(last), parts.count <= 2 else { return (nil, false) }
  guard let day = parts.count == 1 ? reader.today : CalendarDay(parts[0]) else { return (nil, false) }
  let moment = zone.moment(of: day, hour: time.hour, minute: time.minute, second: 0)
  return (Occurrence(day: day, moment: moment), true)
}

private func hourAndMinute(_ text: String) -> (hour: Int, minute: Int)? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), parts[1].utf8.count == 2
  else {
    return nil
  }
  return (0...23).contains(hour) && (0...59).contains(minute) ? (hour, minute) : nil
}
