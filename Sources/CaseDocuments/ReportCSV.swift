import Clocks
import Complaints
import PlainText

/// The report's tables as CSV, lines ended by CR LF: each with a line of its name and caption, its heads and
/// its rows, an empty line between two; one table alone has only heads and rows.
///
/// A share takes three columns, the percentage, the part and the whole, so that a spreadsheet reckons with
/// numbers; money is in pence. A text that a spreadsheet would take for a formula gets one leading quote.
package func reportCSV(_ report: Report, table name: String? = nil) -> String {
  let tables = report.tables.filter { name == nil || $0.name == name }
  var writer = CSVWriter()
  for (place, table) in tables.enumerated() {
    if place > 0 { writer.endRecord() }
    if tables.count > 1 { write([table.name, table.caption], to: &writer) }
    let parts = table.columns.indices.map { column in
      table.rows.map { $0.indices.contains(column) ? $0[column].parts.count : 1 }.max() ?? 1
    }
    write(
      zip(table.columns, table.columns.indices).flatMap { heads($0, table, $1, parts[$1]) }, to: &writer)
    for row in table.rows {
      for (column, cell) in row.enumerated() {
        let some = cell.parts
        for part in some { part.write(to: &writer) }
        for _ in some.count..<max(some.count, parts[column]) { writer.nothing() }
      }
      writer.endRecord()
    }
  }
  return String(decoding: writer.bytes, as: UTF8.self)
}

private func write(_ texts: [String], to writer: inout CSVWriter) {
  for text in texts { writer.text(text) }
  writer.endRecord()
}

/// One field of a line.
private enum ReportField {
  case number(Int)
  case text(String)

  func write(to writer: inout CSVWriter) {
    switch self {
    case .number(let number): writer.number(number)
    case .text(let text): text.isEmpty ? writer.nothing() : writer.text(text)
    }
  }
}

private func heads(_ column: ReportColumn, _ table: ReportTable, _ place: Int, _ parts: Int) -> [String] {
  let cells = table.rows.compactMap { $0.indices.contains(place) ? $0[place] : nil }
  guard parts > 1 else {
    let isMoney = cells.contains { if case .money = $0 { true } else { false } }
    return [column.name + (isMoney ? "Pence" : "")]
  }
  return [column.name, column.name + "Of", column.name + "In"]
}

extension ReportCell {
  /// The cell as CSV fields: one, or three for what is reckoned from two numbers.
  fileprivate var parts: [ReportField] {
    switch self {
    case .count(let number), .money(let number), .days(let number): [.number(number)]
    case .share(let part, let whole):
      [.text(whole > 0 ? plainTenths(part, whole, times: 100) : ""), .number(part), .number(whole)]
    case .rate(let part, let whole, let per):
      [.text(whole > 0 ? plainTenths(part, whole, times: per) : ""), .number(part), .number(whole)]
    case .day(let day): [.text(day.description)]
    case .text(let text): [.text(text)]
    case .cases(let cases): [.text(cases.map(\.text).joined(separator: " "))]
    case .none: [.text("")]
    }
  }
}
