import Clocks
import Complaints

/// The report's tables as CSV, lines ended by CR LF: each with a line of its name and caption, its heads and
/// its rows, an empty line between two; one table alone has only heads and rows.
///
/// A share takes three columns, the percentage, the part and the whole, so that a spreadsheet reckons with
/// numbers; money is in pence. A text that a spreadsheet would take for a formula gets one leading quote.
package func reportCSV(_ report: Report, table name: String? = nil) -> String {
  let tables = report.tables.filter { name == nil || $0.name == name }
  var text = ""
  for (place, table) in tables.enumerated() {
    if place > 0 { text += "\r\n" }
    if tables.count > 1 { text += csvLine([table.name, spreadsheetSafe(table.caption)]) }
    let parts = table.columns.indices.map { column in
      table.rows.map { $0.indices.contains(column) ? $0[column].parts.count : 1 }.max() ?? 1
    }
    text += csvLine(zip(table.columns, table.columns.indices).flatMap { heads($0, table, $1, parts[$1]) })
    for row in table.rows {
      var cells: [String] = []
      for (column, cell) in row.enumerated() {
        let some = cell.parts
        cells += some + Array(repeating: "", count: max(0, parts[column] - some.count))
      }
      text += csvLine(cells)
    }
  }
  return text
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
  fileprivate var parts: [String] {
    switch self {
    case .count(let number), .money(let number), .days(let number): [String(number)]
    case .share(let part, let whole):
      [whole > 0 ? plainTenths(part, whole, times: 100) : "", String(part), String(whole)]
    case .rate(let part, let whole, let per):
      [whole > 0 ? plainTenths(part, whole, times: per) : "", String(part), String(whole)]
    case .day(let day): [day.description]
    case .text(let text): [spreadsheetSafe(text)]
    case .cases(let cases): [cases.map(\.text).joined(separator: " ")]
    case .none: [""]
    }
  }
}

/// One line of CSV, quoted where it has to be.
package func csvLine(_ fields: [String]) -> String {
  fields.map { field in
    let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }.joined(separator: ",") + "\r\n"
}

/// A text as a spreadsheet may have it: what it would take for a formula gets one leading quote, as does
/// what begins with a quote already, so that reading it back takes exactly one away.
package func spreadsheetSafe(_ text: String) -> String {
  guard let first = text.unicodeScalars.first else { return text }
  switch first {
  case "=", "+", "-", "@", "\t", "\r", "'": return "'" + text
  default: return text
  }
}
