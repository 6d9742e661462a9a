import Clocks

/// A chart of a table as a figure of a page: lines and bars told apart by pattern as well as by shade.
///
/// Drawn 360 wide, so that its letters are as large as the text's on a telephone and larger elsewhere.
func chartSVG(_ chart: ReportChart, of table: ReportTable, name: String) -> String {
  let columns = chart.values.filter { table.columns.indices.contains($0) }
  let rows = table.drawn.filter { row in columns.allSatisfy { row.indices.contains($0) } }
  guard !columns.isEmpty, !rows.isEmpty else { return "" }
  var drawing = ChartDrawing(chart: chart, table: table, rows: Array(rows), columns: columns, name: name)
  switch chart.shape {
  case .bars: drawing.bars()
  case .trend: drawing.trend(height: 150)
  case .sparkline: drawing.trend(height: 40)
  }
  return """
    <figure>
    <figcaption id="\(name)-caption">\(pageText(chart.title))</figcaption>
    <svg viewBox="0 0 360 \(drawing.y)" role="img" aria-label="\(pageText(chart.title))" aria-describedby="\(name)-desc">
    <title>\(pageText(chart.title))</title>
    <desc id="\(name)-desc">\(pageText(drawing.description))</desc>
    <defs>
    <pattern id="\(name)-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="3" height="6" fill="#1d4f91"/>
    </pattern>
    </defs>
    \(drawing.shapes.joined(separator: "\n"))
    </svg>
    </figure>

    """
}

/// The shapes of one chart as they are drawn from the top down.
private struct ChartDrawing {
  let chart: ReportChart
  let table: ReportTable
  let rows: [[ReportCell]]
  let columns: [Int]
  let name: String
  var shapes: [String] = []
  /// Where the next shape begins.
  var y = 0

  init(chart: ReportChart, table: ReportTable, rows: [[ReportCell]], columns: [Int], name: String) {
    self.chart = chart
    self.table = table
    self.rows = rows
    self.columns = columns
    self.name = name
  }

  private var top: Int {
    max(1, rows.flatMap { row in columns.compactMap { row[$0].drawnTenths } }.max() ?? 1)
  }

  /// What somebody who cannot see the drawing is told: how many, the largest and the smallest.
  var description: String {
    let heads = columns.map { table.columns[$0].heading }.joined(separator: ", ")
    var words = heads + ", " + String(rows.count) + (rows.count == 1 ? " row" : " rows")
    for column in columns {
      let known = rows.filter { $0[column].drawnTenths != nil }
      func least(_ left: [ReportCell], _ right: [ReportCell]) -> Bool {
        (left[column].drawnTenths ?? 0) < (right[column].drawnTenths ?? 0)
      }
      guard let most = known.max(by: least), let fewest = known.min(by: least) else { continue }
      words += ". " + (columns.count > 1 ? table.columns[column].heading + ": highest " : "Highest ")
      words += most[0].words + " with " + most[column].shortWords + ", lowest " + fewest[0].words + " with "
      words += fewest[column].shortWords
    }
    return words + ". The table gives every figure."
  }

  private mutating func text(_ words: String, x: Int, y: Int, anchor: String = "start") {
    shapes.append(
      "<text x=\"\(x)\" y=\"\(y)\" font-size=\"15\" font-family=\"Arial, Helvetica, sans-serif\" "
        + "text-anchor=\"\(anchor)\" fill=\"#000\">\(pageText(words))</text>")
  }

  private func fill(_ series: Int) -> String {
    switch series % 3 {
    case 0: "fill=\"#1d4f91\" stroke=\"#1d4f91\""
    case 1: "fill=\"url(#\(name)-stripes)\" stroke=\"#1d4f91\""
    default: "fill=\"none\" stroke=\"#000\""
    }
  }

  mutating func bars() {
    let ends = rows.map { row in
      columns.map { row[$0].shortWords + (columns.count > 1 ? " " + table.columns[$0].heading : "") }
    }
    // Seven and a half to a letter of fifteen, roughly; never less than half of the drawing for bars.
    let longest = ends.joined().map(\.count).max() ?? 0
    let room = max(180, 350 - longest * 8)
    for (row, words) in zip(rows, ends) {
      text(shortened(row[0].words), x: 0, y: y + 16)
      y += 22
      for (series, column) in columns.enumerated() {
        let value = row[column].drawnTenths ?? 0
        let length = value > 0 ? max(2, value * room / top) : 0
        if length > 0 {
          shapes.append(
            "<rect x=\"1\" y=\"\(y)\" width=\"\(length)\" height=\"16\" stroke-width=\"1\" \(fill(series))/>")
        }
        text(words[series], x: length + 6, y: y + 13)
        y += 20
      }
      y += 6
    }
  }

  mutating func trend(height: Int) {
    let isPlain = chart.shape == .sparkline
    if !isPlain {
      text(largest, x: 0, y: 14)
      y = 22
      line(y, dashed: true)
      line(y + height, dashed: false)
    } else {
      y = 4
    }
    let step = rows.count > 1 ? 340 * 100 / (rows.count - 1) : 0
    for (series, column) in columns.enumerated() {
      var run: [(x: Int, y: Int)] = []
      for (place, row) in rows.enumerated() {
        guard let value = row[column].drawnTenths else {
          polyline(run, series)
          run = []
          continue
        }
        run.append((10 + place * step / 100, y + height - value * height / top))
      }
      polyline(run, series)
    }
    y += height + 18
    text(rows[0][0].words, x: 0, y: y)
    if rows.count > 1 { text(rows[rows.count - 1][0].words, x: 358, y: y, anchor: "end") }
    y += 8
    guard columns.count > 1 else { return }
    for (series, column) in columns.enumerated() {
      y += 16
      shapes.append("<path d=\"M0 \(y - 5)H40\" \(stroke(series))/>")
      text(shortened(table.columns[column].heading), x: 48, y: y)
      y += 6
    }
  }

  private var largest: String {
    for row in rows {
      for column in columns where row[column].drawnTenths == top { return row[column].shortWords }
    }
    return "0"
  }

  private mutating func line(_ y: Int, dashed: Bool) {
    shapes.append(
      "<path d=\"M0 \(y)H360\" fill=\"none\" stroke=\"#777\"" + (dashed ? " stroke-dasharray=\"2 4\"" : "")
        + "/>"
    )
  }

  private func stroke(_ series: Int) -> String {
    let dashes = ["", " stroke-dasharray=\"8 4\"", " stroke-dasharray=\"2 4\""]
    return "fill=\"none\" stroke=\"#1d4f91\" stroke-width=\"3\"" + dashes[series % 3]
  }

  private mutating func polyline(_ points: [(x: Int, y: Int)], _ series: Int) {
    guard !points.isEmpty else { return }
    let list = points.map { String($0.x) + "," + String($0.y) }.joined(separator: " ")
    shapes.append("<polyline points=\"\(list)\" \(stroke(series))/>")
    for point in points {
      shapes.append("<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"4\" \(fill(series))/>")
    }
  }

  private func shortened(_ words: String) -> String {
    words.count > 40 ? String(words.prefix(39)) + "…" : words
  }
}
