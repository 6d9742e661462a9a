import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// Why each date of a case falls where it does: start, clause, and every day counted or skipped.
enum WhyReading {
  static func of(_ file: CaseFile, _ reader: RecordReader) -> ReadingScreen {
    var text = ReadingText()
    let clocks = reader.rules.clocks(of: file.facts, now: reader.now, explain: true)
    if clocks.isEmpty {
      text.add("No clock runs: \(file.kind.map(kindWords) ?? "this case") has no dates of its own.")
    } else {
      // The date that stands in the queue is the one somebody asks about: its reasons come first.
      let asked = asked(clocks, file, reader)
      if let asked { explain(clocks[asked], reader, &text) }
      for (place, clock) in clocks.enumerated() where place != asked { explain(clock, reader, &text) }
    }
    return ReadingScreen(title: "Why these dates ─ \(file.reference.text)", text: text)
  }

  /// The clock whose date drives the case's urgency.
  private static func asked(_ clocks: [ClockReckoning], _ file: CaseFile, _ reader: RecordReader) -> Int? {
    guard let row = reader.register.row(file.reference.number), let urgent = row.urgentTarget(reader.rules)
    else { return nil }
    return clocks.firstIndex { clock in
      guard clock.due == urgent.due else { return false }
      switch clock.state {
      case .running, .due, .overdue: return true
      case .waiting, .met, .late, .extended, .lapsed: return false
      }
    }
  }

  private static func explain(_ clock: ClockReckoning, _ reader: RecordReader, _ text: inout ReadingText) {
    if !text.lines.isEmpty { text.gap() }
    text.add(ClockText.line(clock, reader), indent: 4)
    if let at = clock.startedAt {
      let time = clock.startedTime.map { ", " + $0 } ?? ""
      text.add("  from \(clock.startEvent.rawValue), \(DaysInWords.full(at.day))\(time)")
    } else {
      text.add("  waits for: \(clock.startEvent.rawValue)", .waiting)
    }
    text.add("  profile version \(clock.profileVersion), calendar \(clock.calendarVersion)", .dim, indent: 2)
    if let bar = clock.bar { text.add("  no discretion after \(DaysInWords.full(bar))", .dim) }
    if let reason = clock.readingReason { text.add("  read so: " + reason, .dim, indent: 2) }
    if clock.dueAt != nil { text.add("    counted by the hour: nights, weekends and holidays count", .dim) }
    for day in clock.days {
      let mark = day.counted ? "  • " : "    "
      text.add(
        [
          TextSpan(mark + fitted(DaysInWords.full(day.day), to: 16) + " ", day.counted ? .text : .dim),
          TextSpan(day.why, day.counted ? .label : .dim),
        ], indent: 4)
    }
  }
}
