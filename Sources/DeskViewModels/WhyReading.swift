import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// Why each date of a case falls where it does: start, clause, and every day counted or skipped.
enum WhyReading {
  static func of(_ file: CaseFile, _ reader: RecordReader) -> ReadingScreen {
    var text = ReadingText()
    let clocks = reader.rules.clocks(of: file.facts, now: reader.now, explain: true)
    if clocks.isEmpty || !(file.isComplaint || file.state == .untriaged) {
      text.add("No clock runs: \(file.kind.map(kindWords) ?? "this case") has no dates of its own.")
    } else {
      for clock in clocks { explain(clock, reader, &text) }
    }
    return ReadingScreen(title: "Why these dates ─ \(file.reference.text)", text: text)
  }

  private static func explain(_ clock: ClockReckoning, _ reader: RecordReader, _ text: inout ReadingText) {
    if !text.lines.isEmpty { text.gap() }
    text.add(ClockText.line(clock, reader), indent: 4)
    if let at = clock.startedAt {
      text.add("  from \(clock.startEvent.rawValue), \(DaysInWords.full(at.day))")
    } else {
      text.add("  waits for: \(clock.startEvent.rawValue)", .waiting)
    }
    text.add("  rules of \(clock.profile)", .dim)
    if let reason = clock.readingReason { text.add("  read so: " + reason, .dim, indent: 2) }
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
