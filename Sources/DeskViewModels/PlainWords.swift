import CaseDocuments
import Complaints
import TextCanvas

/// What a screen shows, as lines to be spoken: no columns, no frames, no signs in the place of words.
enum PlainWords {
  /// A text as lines, blank ones left out.
  static func lines(_ text: ReadingText) -> [String] {
    text.lines.compactMap { line in
      let words = spoken(line.spans.map(\.text).joined())
      return words.isEmpty ? nil : words
    }
  }

  /// A line with its signs in words: a voice says nothing for most of them, or reads out their names.
  static func spoken(_ line: String) -> String {
    let signs = [
      "⚠": "mind:", "✓": "", "•": "", "!!": "late:", "!": "today:", "·": ",", "─": ",", "✗": "not:", "›": "",
      "–": ",",
    ]
    let words = line.split(separator: " ").map { signs[String($0)] ?? String($0) }.filter { !$0.isEmpty }
    return words.joined(separator: " ").replacing(" ,", with: ",")
  }

  static func headline(_ file: CaseFile, _ reader: RecordReader) -> String {
    file.reference.text + ", " + SheetForms.personName(file) + ": "
      + readAloud(file, rules: reader.rules, staff: reader.register.staff, today: reader.today)
  }

  /// A row of the queue in words.
  static func row(_ index: UInt32, _ queue: QueuePane, _ reader: RecordReader) -> String {
    let row = reader.register.rows[Int(index)]
    let line = QueueLine(row, reader, owed: queue.saved == nil ? queue.view.owed : nil)
    let stage = row.stage.map { "stage \($0.number), " } ?? ""
    let isOne = line.clock.hasPrefix("1 wd")
    let distance = line.clock.replacing(" wd", with: isOne ? " working day" : " working days")
    let due = line.date.isEmpty ? distance : distance + ", " + line.date
    let who = row.handler?.text ?? "nobody"
    let marks = row.marks.contains(.needs) ? ", has needs" : ""
    let name = oneLine(reader.personName(row))
    let subject = oneLine(reader.narrative(row))
    return "\(row.reference.text), \(stage)\(due), with \(who)\(marks), "
      + (name.isEmpty ? "anonymous" : name) + ": " + String(subject.prefix(80))
  }
}
