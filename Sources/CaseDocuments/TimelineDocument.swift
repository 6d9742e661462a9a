package import Clocks
package import Complaints
package import PlainText

/// A line of timeline or follow: `seq ts on by kind text undone`, and the case it is about.
///
/// A place inside a batch reads `seq.part`.
package func entryRecord(_ filed: FiledEntry) -> JSON {
  let entry = filed.entry
  return record([
    "seq": .integer(Int(entry.seq)), "part": entry.part > 0 ? .integer(entry.part) : nil,
    "ts": .string(entry.recordedAt.description),
    "on": .string(entry.occurred?.text ?? entry.recordedAt.description), "by": .string(entry.by.text),
    "kind": .string(eventKind(entry.event)), "text": .string(eventText(entry.event)),
    "undone": .bool(filed.undone), "case": entry.caseReference.map { .string($0.text) },
  ])
}

/// A line of the timeline as cells: line, when, who, what; controls shown as marks.
package func entryCells(_ filed: FiledEntry, zone: ZoneTable) -> [String] {
  let entry = filed.entry
  return [
    String(entry.seq) + (entry.part > 0 ? "." + String(entry.part) : ""), occurrenceWords(entry, zone: zone),
    entry.by.text,
    (filed.undone ? "[undone] " : "") + visible(eventText(entry.event)),
  ]
}

/// When it happened in the landlord's time, with the recording where that was on a later day.
package func occurrenceWords(_ entry: Entry, zone: ZoneTable) -> String {
  let recorded = zone.day(of: entry.knownAt)
  guard let occurred = entry.occurred else { return clockTime(entry.knownAt, zone: zone) }
  let words = occurred.moment.map { clockTime($0, zone: zone) } ?? occurred.day.description
  return occurred.day == recorded ? words : words + " (recorded " + recorded.description + ")"
}

package func clockTime(_ moment: Moment, zone: ZoneTable) -> String {
  let local = zone.localTime(of: moment)
  func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
  return local.day.description + " " + two(local.hour) + ":" + two(local.minute)
}
