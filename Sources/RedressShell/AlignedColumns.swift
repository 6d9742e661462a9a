import TextCanvas

/// Rows of cells as lines, each column as wide as its widest cell on a screen; the last is not padded.
func alignedColumns(_ rows: [[String]]) -> [String] {
  var columns = AlignedColumns()
  return columns.lines(rows)
}

/// Columns that keep their widths from one run of rows to the next, and only ever grow.
struct AlignedColumns {
  private var widths: [Int] = []

  mutating func lines(_ rows: [[String]]) -> [String] {
    for row in rows {
      for (column, cell) in row.enumerated() {
        let width = displayWidth(cell)
        if column < widths.count { widths[column] = max(widths[column], width) } else { widths.append(width) }
      }
    }
    var lines: [String] = []
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        guard column < row.count - 1 else { break }
        line += String(repeating: " ", count: widths[column] - displayWidth(cell) + 2)
      }
      lines.append(line)
    }
    return lines
  }
}
