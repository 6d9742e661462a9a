import CaseDocuments
package import Clocks
package import Complaints
import TextCanvas

/// One value a field of a case was given.
package struct ToldValue: Hashable, Sendable {
  package var field: String
  package var value: String
  /// Kind of the entry that says it, as the timeline names it.
  package var kind: String
  /// Line that says it.
  package var seq: UInt64
  /// When it was recorded, by the clock as it was then.
  package var at: Moment
  /// The same as the line has it.
  package var recordedAt: Moment
  package var by: StaffLogin
  /// The line whose value it takes the place of, in a correction.
  package var corrects: UInt64?
  package var undone: Bool

  package init(
    field: String, value: String, kind: String, seq: UInt64, at: Moment, recordedAt: Moment, by: StaffLogin,
    corrects: UInt64?, undone: Bool
  ) {
    self.field = field
    self.value = value
    self.kind = kind
    self.seq = seq
    self.at = at
    self.recordedAt = recordedAt
    self.by = by
    self.corrects = corrects
    self.undone = undone
  }
}

/// The history of a case field by field: those that changed first.
enum HistoryReading {
  static func of(_ file: CaseFile, _ reader: RecordReader) -> ReadingScreen {
    let told = reader.history(file.reference.number)
    var fields: [String] = []
    var values: [String: [ToldValue]] = [:]
    for value in told {
      if values[value.field] == nil { fields.append(value.field) }
      values[value.field, default: []].append(value)
    }
    var text = ReadingText()
    let changed = fields.filter { (values[$0] ?? []).count > 1 }
    let once = fields.filter { (values[$0] ?? []).count == 1 }
    if told.isEmpty { text.add("No field of this case can be read.", .refusal) }
    for (heading, names) in [("Given more than once", changed), ("Given once", once)] where !names.isEmpty {
      text.heading(heading)
      for name in names {
        for (index, value) in (values[name] ?? []).enumerated() {
          text.add(line(value, name: index == 0 ? name : "", reader), indent: 20)
        }
      }
    }
    return ReadingScreen(title: "History of the fields ─ " + file.reference.text, text: text)
  }

  private static func line(_ told: ToldValue, name: String, _ reader: RecordReader) -> [TextSpan] {
    let zone = reader.rules.zone
    var spans = [TextSpan("  " + fitted(name, to: 17) + " ", .label)]
    if told.undone { spans.append(TextSpan("[undone] ", .refusal)) }
    spans.append(TextSpan(oneLine(told.value), .text))
    let day = DaysInWords.short(zone.day(of: told.at), today: reader.today)
    let corrects = told.corrects.map { ", corrects entry " + String($0) } ?? ""
    spans.append(
      TextSpan(
        "  " + day + " " + clockTime(told.at, zone: zone).suffix(5) + " " + told.by.text + corrects, .dim))
    return spans
  }
}
