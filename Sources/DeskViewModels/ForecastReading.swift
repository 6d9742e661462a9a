import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// The day as it begins, on one page: late, due, about to be late, windows that close, who heard nothing.
enum ForecastReading {
  static func of(_ reader: RecordReader) -> ReadingScreen {
    var text = ReadingText()
    let register = reader.register
    var whole: [CaseNumber: CaseFacts] = [:]
    for row in register.casesOwingMore { whole[row.number] = reader.file(row.number)?.facts }
    do {
      let list = try register.morningList(5, now: reader.now, rules: reader.rules, whole: whole)
      let lines = morningLines(list, register: register, silent: 10)
      for part in MorningPart.allCases {
        let some = lines.filter { $0.part == part }
        let heading = morningHeading(part)
        text.heading(
          heading.prefix(1).uppercased() + heading.dropFirst() + " ("
            + morningCounts(part, list, shown: some.count) + ")")
        for line in some {
          if let row = register.row(line.number) { text.add(spans(line, row, reader), indent: 4) }
        }
      }
    } catch {
      text.add("No date can be told: \(gapWords(error)).", .refusal)
    }
    return ReadingScreen(title: "Forecast ─ " + DaysInWords.full(reader.today), text: text)
  }

  private static func spans(_ line: MorningLine, _ row: CaseRow, _ reader: RecordReader) -> [TextSpan] {
    let ink: Ink =
      switch line.part {
      case .overdue: .overdue
      case .today: .dueToday
      case .ahead, .window, .silent: .text
      }
    var spans = [TextSpan("  " + row.reference.text + " ", .label)]
    if let due = line.due {
      let day = DaysInWords.short(due, today: reader.today) + (line.dueTime.map { " " + $0 } ?? "")
      spans.append(TextSpan(fitted(day, to: 13), ink))
    }
    spans.append(TextSpan(morningWords(line), ink))
    spans.append(TextSpan("  " + (row.handler.map { reader.register.staff.name($0) } ?? "–"), .dim))
    let said = reader.text(row.narrative)
    if !said.isEmpty { spans.append(TextSpan("  " + oneLine(said), .dim)) }
    return spans
  }
}
