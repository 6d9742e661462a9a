import Clocks
import PlainText

/// Columns a printed report is wide.
package let reportColumns = 80

/// The report as lines of plain text, eighty columns wide, with its charts drawn in blocks.
///
/// `width` tells how many columns a text takes on a screen. Controls from outside are shown as marks.
package func reportText(_ report: Report, width: @escaping (String) -> Int) -> [String] {
  var page = ReportPage(width: width)
  if report.isPractice { page.lines += [Report.practiceBanner, ""] }
  page.underlined(report.title, "=")
  for line in report.standing { page.paragraph(line) }
  for section in report.sections {
    page.lines.append("")
    page.underlined(section.heading, "-")
    for line in section.prose { page.paragraph(line) }
    for table in section.tables { page.table(table) }
  }
  if !report.notes.isEmpty {
    page.lines.append("")
    page.underlined("How this was counted", "-")
    for note in report.notes { page.paragraph(note.nameAndDate + ": " + note.text, hanging: 2) }
  }
  return page.lines
}

extension ReportTable {
  /// The table as lines with its charts under it, for whoever shows one figure and not a report.
  package func lines(columns: Int, width: @escaping (String) -> Int) -> [String] {
    var page = ReportPage(width: width)
    page.columns = columns
    page.table(self)
    return page.lines
  }

  /// The charts alone, drawn in blocks.
  func chartLines(width: @escaping (String) -> Int) -> [String] {
    var page = ReportPage(width: width)
    for chart in charts { page.draw(chart, of: self) }
    return Array(page.lines.dropFirst())
  }
}

/// The lines of a report as they grow.
struct ReportPage {
  let width: (String) -> Int
  var columns = reportColumns
  var lines: [String] = []

  init(width: @escaping (String) -> Int) { self.width = width }

  mutating func underlined(_ text: String, _ mark: String) {
    let heading = wrapped(oneLine(text), columns)
    lines += heading
    lines.append(String(repeating: mark, count: min(columns, heading.map(width).max() ?? 0)))
  }

  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0) {
    for (place, line) in wrapped(oneLine(text), columns - indent - hanging).enumerated() {
      lines.append(String(repeating: " ", count: place == 0 ? indent : indent + hanging) + line)
    }
  }

  mutating func table(_ table: ReportTable) {
    lines.append("")
    paragraph(table.caption)
    guard !table.rows.isEmpty else { return lines.append("  none") }
    let cells = table.rows.map { row in row.map { oneLine($0.words) } }
    let heads = table.columns.map { oneLine($0.heading) }
    let widths = fit([heads] + cells)
    if isCramped(cells, widths) {
      for line in cells { stacked(line, heads) }
    } else {
      rows(cells, heads, widths, of: table)
    }
    for chart in table.charts { draw(chart, of: table) }
  }

  private mutating func rows(_ cells: [[String]], _ heads: [String], _ widths: [Int], of table: ReportTable) {
    let figures = table.columns.indices.map { column in
      table.rows.allSatisfy { $0.indices.contains(column) && ($0[column].isFigure || $0[column] == .none) }
    }
    row(heads, widths, figures)
    rule(widths)
    for (place, line) in cells.enumerated() {
      if table.hasTotal, place == cells.count - 1 { rule(widths) }
      row(line, widths, figures)
    }
  }

  /// Whether columns would break texts into more lines than anybody reads down.
  private func isCramped(_ cells: [[String]], _ widths: [Int]) -> Bool {
    cells.contains { row in
      zip(row, widths).contains { width($0) > 6 * $1 || ($1 < 13 && width($0) > 3 * $1) }
    }
  }

  /// A row as a paragraph of its own: what is short with its heading on the first line, each long text below.
  private mutating func stacked(_ cells: [String], _ heads: [String]) {
    let told = zip(heads, cells).filter { $1 != ReportCell.none.words }
    let short = told.filter { width($1) <= 34 }
    lines.append("")
    paragraph(short.map { $0 + ": " + $1 }.joined(separator: "; "), indent: 2, hanging: 2)
    for (head, cell) in told where width(cell) > 34 { paragraph(head + ": " + cell, indent: 4, hanging: 2) }
  }

  /// Widths of the columns: as they are, or the widest cut until the whole fits, inside words only at last.
  private func fit(_ rows: [[String]]) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        let wide = width(cell)
        if column < widths.count { widths[column] = max(widths[column], wide) } else { widths.append(wide) }
      }
    }
    let room = columns - 2 * widths.count
    let words = widths.indices.map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column].split(separator: " ") : nil }.joined()
        .map { width(String($0)) }.max() ?? 0
    }
    for least in [words.map { min($0, 22) }, words.map { min($0, 6) }] {
      while widths.reduce(0, +) > room,
        let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
      }
    }
    return widths
  }

  private mutating func rule(_ widths: [Int]) {
    lines.append("  " + widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
  }

  private mutating func row(_ cells: [String], _ widths: [Int], _ figures: [Bool]) {
    let wrappedCells = zip(cells, widths).map { wrapped($0, $1) }
    for place in 0..<(wrappedCells.map(\.count).max() ?? 0) {
      var line = ""
      for (column, cell) in wrappedCells.enumerated() {
        let text = place < cell.count ? cell[place] : ""
        let blank = String(repeating: " ", count: max(0, widths[column] - width(text)))
        line += "  " + (figures[column] && column > 0 ? blank + text : text + blank)
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
  }

  mutating func draw(_ chart: ReportChart, of table: ReportTable) {
    lines.append("")
    paragraph(chart.title)
    for column in chart.values where table.columns.indices.contains(column) {
      let drawn = table.drawn.filter { $0.indices.contains(column) }
      if chart.values.count > 1 { paragraph(table.columns[column].heading, indent: 2) }
      switch chart.shape {
      case .bars: bars(Array(drawn), column, of: chart)
      case .trend, .sparkline:
        let figures = drawn.compactMap { $0[column].drawnTenths }
        guard let first = drawn.first, let last = drawn.last, !figures.isEmpty else { continue }
        paragraph(
          sparkline(drawn.map { $0[column].drawnTenths }, top: top(chart, drawn)) + "  " + first[0].words
            + ": "
            + first[column].shortWords + "; " + last[0].words + ": " + last[column].shortWords,
          indent: 2, hanging: 2)
      }
    }
  }

  /// The largest figure of a chart, in all its columns.
  private func top(_ chart: ReportChart, _ rows: [[ReportCell]]) -> Int? {
    rows.flatMap { row in
      chart.values.compactMap { row.indices.contains($0) ? row[$0].drawnTenths : nil }
    }.max()
  }

  /// One bar a row, every column of the chart on one scale.
  private mutating func bars(_ rows: [[ReportCell]], _ column: Int, of chart: ReportChart) {
    let names = rows.map { cut(oneLine($0[0].words), 28) }
    let longest = names.map(width).max() ?? 0
    let ends = rows.map { $0[column].shortWords }
    let drawn = rows.map { row in chart.values.compactMap { row.indices.contains($0) ? row[$0] : nil } }
    let room = max(4, columns - longest - 5 - (drawn.joined().map { width($0.shortWords) }.max() ?? 0))
    let top = drawn.joined().compactMap(\.drawnTenths).max() ?? 0
    for (place, row) in rows.enumerated() {
      let blank = String(repeating: " ", count: longest - width(names[place]))
      lines.append(
        "  " + names[place] + blank + " "
          + textBar(row[column].drawnTenths ?? 0, of: top, room: room) + " " + ends[place])
    }
  }

  private func cut(_ text: String, _ room: Int) -> String {
    guard width(text) > room else { return text }
    var kept = ""
    for character in text {
      guard width(kept + String(character)) < room else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private func wrapped(_ text: String, _ room: Int) -> [String] {
    wrapWords(text, room, width: width)
  }
}

/// A bar in blocks; half a block where it falls between, and a sliver for anything above nothing.
package func textBar(_ value: Int, of top: Int, room: Int) -> String {
  guard value > 0, top > 0 else { return "" }
  let halves = max(1, (value * room * 2 + top / 2) / top)
  return String(repeating: "█", count: halves / 2) + (halves.isMultiple(of: 2) ? "" : "▌")
}

/// A line of eight heights; a gap where there is nothing to draw.
///
/// `top` is the value drawn as high as can be, for lines on one scale; without it the largest is.
package func sparkline(_ values: [Int?], top: Int? = nil) -> String {
  let heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  let top = top ?? values.compactMap(\.self).max() ?? 0
  return values.map { value in
    guard let value else { return " " }
    return top > 0 ? heights[min(7, max(0, value * 7 / top))] : heights[0]
  }.joined()
}

/// A text from outside on one line, controls shown as marks.
func oneLine(_ text: String) -> String {
  visible(text.split(whereSeparator: \.isNewline).joined(separator: " "))
}

/// Lines of at most that many columns, broken between words, inside one only where it must be.
func wrapWords(_ text: String, _ room: Int, width: (String) -> Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for part in text.split(separator: " ", omittingEmptySubsequences: false) {
    var word = String(part)
    if !line.isEmpty, width(line) + 1 + width(word) > room {
      lines.append(line)
      line = ""
    }
    while line.isEmpty, width(word) > room {
      var head = ""
      for character in word {
        if !head.isEmpty, width(head + String(character)) > room { break }
        head.append(character)
      }
      guard head.count < word.count else { break }
      lines.append(head)
      word = String(word.dropFirst(head.count))
    }
    line = line.isEmpty ? word : line + " " + word
  }
  return lines + [line]
}
