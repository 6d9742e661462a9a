import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// The dashboard: every figure of the open work, each with Enter a way in to its cases.
///
/// Counted when it opens and whenever the journal grows or the day turns; drawing counts nothing.
struct DashboardScreen: Hashable, Sendable {
  private var dashboard: Dashboard
  /// The item chosen, by its name, so that it stays chosen when figures come and go.
  private(set) var chosen: String
  var size = Size(columns: 80, rows: 20)

  /// `chosen` is the item somebody came from last.
  init(_ reader: RecordReader, chosen: String?) {
    dashboard = DashboardScreen.count(reader)
    self.chosen = chosen ?? "figure overdue"
  }

  private static func count(_ reader: RecordReader) -> Dashboard {
    reader.register.dashboard(reader.queryContext, mayList: reader.mayList, text: reader.text)
  }

  /// Counts anew.
  mutating func refresh(_ reader: RecordReader) { dashboard = DashboardScreen.count(reader) }

  /// Counts anew where another day has begun.
  mutating func turn(_ reader: RecordReader) {
    if dashboard.today != reader.today { refresh(reader) }
  }

  mutating func press(_ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    if command == .cancel { return [.close] }
    if command == .help { return [.run(.help)] }
    let items = DashboardLayout(blocks(size, reader), size).items
    guard let here = items.firstIndex(where: { $0.item.name == chosen }) ?? items.indices.first else {
      return []
    }
    if command == .confirm {
      let wish = items[here].item.wish
      if case .say = wish { return [wish] }
      return [.close, wish]
    }
    switch command {
    case .nextPane: chosen = items[beginning(after: here, items, step: 1)].item.name
    case .previousPane: chosen = items[beginning(after: here, items, step: -1)].item.name
    case let command:
      guard let motion = Motion(command) else { return [] }
      let target = motion.target(from: here, count: items.count, height: 10)
      chosen = items[min(max(0, target), items.count - 1)].item.name
    }
    return []
  }

  /// The first item of the next block, round again.
  private func beginning(after here: Int, _ items: [DashboardLayout.Placed], step: Int) -> Int {
    let blocks = items.map(\.block)
    let all = Array(Set(blocks)).sorted()
    guard let at = all.firstIndex(of: blocks[here]) else { return here }
    let next = all[(at + step + all.count) % all.count]
    return blocks.firstIndex(of: next) ?? here
  }

  private func blocks(_ size: Size, _ reader: RecordReader) -> [DashboardBlock] {
    DashboardText(dashboard: dashboard, columns: DashboardLayout.width(size), reader: reader).blocks
  }

  /// Each figure that leads somewhere, as it is said, in the order the selection goes through.
  func spoken(_ reader: RecordReader) -> [String] {
    let layout = DashboardLayout(blocks(size, reader), size)
    return layout.items.map { placed in
      let cell = layout.cells.first { $0.cell.item?.name == placed.item.name }?.cell
      let words = (cell?.spans.map(\.text).joined() ?? "").filter { $0 < "\u{2580}" || $0 > "\u{259F}" }
      return placed.item.name.hasPrefix("day ") ? placed.item.name + ": " + words : words
    }
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ reader: RecordReader) {
    grid.fill(body)
    grid.box(
      body, title: "Dashboard ─ " + DaysInWords.full(dashboard.today), focused: true)
    let inside = body.inset()
    grid.cursor = inside.origin
    let layout = DashboardLayout(blocks(body.size, reader), body.size)
    let here = layout.items.first { $0.item.name == chosen } ?? layout.items.first
    let top = here.map { layout.top(of: $0, rows: inside.rows) } ?? 0
    for placed in layout.cells where placed.line >= top && placed.line - top < inside.rows {
      let at = Point(column: inside.column + placed.column, row: inside.row + placed.line - top)
      grid.put(placed.cell.spans, at: at, limit: min(placed.cell.columns, inside.endColumn - at.column))
      guard let item = placed.cell.item, item.name == here?.item.name else { continue }
      grid.mark(Rect(column: at.column, row: at.row, columns: placed.cell.columns, rows: 1), role: .selection)
      if placed.cell.columns == DashboardLayout.width(body.size) { grid.put("›", at: at, role: .key) }
      grid.cursor = at
    }
    drawMore(on: &grid, body, top: top, lines: layout.height, height: inside.rows)
  }
}

/// Where the blocks of a dashboard stand: in as many columns as the screen has room for, read one after the other.
struct DashboardLayout {
  /// A cell with its place.
  struct PlacedCell {
    let cell: DashboardCell
    let column: Int
    let line: Int
  }
  /// An item with its place in the reading order.
  struct Placed {
    let item: DashboardItem
    let block: Int
    let line: Int
  }

  private(set) var cells: [PlacedCell] = []
  private(set) var items: [Placed] = []
  /// Lines of the tallest column.
  private(set) var height = 0
  /// Lines of a screen where it is turned like a page; nil where it scrolls.
  private var pageRows: Int?

  static func count(_ size: Size) -> Int { size.columns >= 150 ? 3 : size.columns >= 76 ? 2 : 1 }

  /// Columns of one column of blocks.
  static func width(_ size: Size) -> Int {
    let count = count(size)
    return (size.columns - 2 - 2 * (count - 1)) / count
  }

  /// Blocks fill the first screen column by column, then the next; one column scrolls line by line instead.
  init(_ blocks: [DashboardBlock], _ size: Size) {
    let width = DashboardLayout.width(size)
    let count = DashboardLayout.count(size)
    let rows = max(1, size.rows - 2)
    let isPaged = count > 1
    let least = DashboardLayout.balanced(blocks.map { $0.lines.count + 2 }, into: count)
    // Where all of it fits, the columns are as even as can be; else each is as full as the screen.
    let most = min(rows, least)
    var column = 0
    var page = 0
    var line = 0
    for (place, block) in blocks.enumerated() {
      if isPaged, line > 0, line + block.lines.count >= most {
        column = (column + 1) % count
        // A block taller than the screen pushes the next page down.
        if column == 0 { page = (height + rows - 1) / rows * rows }
        line = 0
      }
      put(block, place, column: column * (width + 2), line: page + line, width)
      height = max(height, page + line + block.lines.count + 1)
      line += block.lines.count + 2
    }
    pageRows = isPaged ? rows : nil
  }

  /// The least height of that many columns that hold blocks of those heights, in their order.
  private static func balanced(_ heights: [Int], into count: Int) -> Int {
    var limit = max(heights.max() ?? 1, (heights.reduce(0, +) + count - 1) / count)
    while true {
      var columns = 1
      var used = 0
      for height in heights {
        if used > 0, used + height > limit {
          columns += 1
          used = 0
        }
        used += height
      }
      if columns <= count { return limit }
      limit += 1
    }
  }

  private mutating func put(_ block: DashboardBlock, _ place: Int, column: Int, line: Int, _ width: Int) {
    let heading = DashboardCell(spans: [TextSpan(block.heading, .heading)], columns: width)
    cells.append(PlacedCell(cell: heading, column: column, line: line))
    for (row, cells) in block.lines.enumerated() {
      var at = column
      for cell in cells {
        self.cells.append(PlacedCell(cell: cell, column: at, line: line + row + 1))
        if let item = cell.item { items.append(Placed(item: item, block: place, line: line + row + 1)) }
        at += cell.columns
      }
    }
  }

  /// The first line shown so that an item is in sight.
  func top(of item: Placed, rows: Int) -> Int {
    guard let pageRows else { return max(0, item.line - rows + 2) }
    return item.line / pageRows * pageRows
  }
}

extension Desk {
  /// Opens the dashboard, except for somebody who reads one case alone.
  mutating func showDashboard(_ reader: RecordReader) {
    guard reader.reach != .namedCases else {
      notice = .refused("Cannot show the dashboard: " + reader.words(.people(.notNamed)))
      return
    }
    open(.dashboard(DashboardScreen(reader, chosen: sitting.figure)), reader)
  }
}
