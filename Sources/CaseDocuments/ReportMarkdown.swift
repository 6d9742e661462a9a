import Clocks
import PlainText

/// The report as Markdown with tables as GitHub and Pandoc read them.
///
/// A chart is its text drawing in a block of code; the table it is drawn of stands above it.
package func reportMarkdown(_ report: Report, width: @escaping (String) -> Int) -> [String] {
  var lines: [String] = []
  if report.isPractice { lines += ["**" + escapedMarkdown(Report.practiceBanner) + "**", ""] }
  lines += ["# " + escapedMarkdown(report.title), ""]
  lines += [report.standing.map(escapedMarkdown).joined(separator: "  \n"), ""]
  for section in report.sections {
    lines += ["## " + escapedMarkdown(section.heading), ""]
    for line in section.prose { lines += [escapedMarkdown(line), ""] }
    for table in section.tables { lines += markdown(table, width: width) }
  }
  if !report.notes.isEmpty {
    lines += ["## How this was counted", ""]
    for note in report.notes {
      lines.append("- **" + escapedMarkdown(note.nameAndDate) + "**: " + escapedMarkdown(note.text))
    }
    lines.append("")
  }
  while lines.last?.isEmpty ?? false { lines.removeLast() }
  return lines
}

private func markdown(_ table: ReportTable, width: @escaping (String) -> Int) -> [String] {
  var lines = ["**" + escapedMarkdown(table.caption) + "**", ""]
  guard !table.rows.isEmpty else { return lines + ["none", ""] }
  func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  lines.append(row(table.columns.map { escapedMarkdown($0.heading) }))
  let figures = table.columns.indices.map { column in
    column > 0 && table.rows.allSatisfy { $0.indices.contains(column) && $0[column].isFigure }
  }
  lines.append("|" + figures.map { $0 ? " ---: |" : " --- |" }.joined())
  for (place, cells) in table.rows.enumerated() {
    let isTotal = table.hasTotal && place == table.rows.count - 1
    lines.append(
      row(
        cells.map { cell in
          let words = escapedMarkdown(cell.words)
          return isTotal && !words.isEmpty ? "**" + words + "**" : words
        }))
  }
  lines.append("")
  if !table.charts.isEmpty {
    lines += ["```text"] + table.chartLines(width: width).map(withoutFence) + ["```", ""]
  }
  return lines
}

/// No line of a drawing may end the block of code it stands in.
private func withoutFence(_ line: String) -> String {
  line.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "'")
}

/// A text from outside on one line, as it may stand in a paragraph, a heading or a table cell.
func escapedMarkdown(_ text: String) -> String {
  var escaped = ""
  var rest = Substring(oneLine(text))
  // What only means something at the start of a line.
  if let first = rest.first, "-+=:".contains(first) { escaped += "\\" }
  let digits = rest.prefix { $0.isNumber }
  if !digits.isEmpty, let mark = rest.dropFirst(digits.count).first, mark == "." || mark == ")" {
    escaped += digits + "\\"
    rest = rest.dropFirst(digits.count)
  }
  while let character = rest.first {
    if rest.hasPrefix("://") || "\\`*_[]<>|~&#".contains(character) { escaped += "\\" }
    if rest.prefix(4).lowercased() == "www." {
      escaped += rest.prefix(3) + "\\."
      rest = rest.dropFirst(4)
      continue
    }
    escaped.append(character)
    rest = rest.dropFirst()
  }
  return escaped
}
