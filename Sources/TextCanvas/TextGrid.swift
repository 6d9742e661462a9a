/// A screen, or part of one, as cells; what every pane draws into.
///
/// Drawing outside the grid is cut off in silence, so that no terminal size can trap.
package struct TextGrid: Hashable, Sendable {
  package let size: Size
  /// Row by row, `size.columns` to a row.
  package private(set) var cells: [Cell]
  /// Where the real cursor stands, for screen readers and braille; nil hides it.
  package var cursor: Point?

  package init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: Cell(), count: self.size.columns * self.size.rows)
  }

  package init(columns: Int, rows: Int) {
    self.init(size: Size(columns: columns, rows: rows))
  }

  /// The whole grid as a rectangle.
  package var bounds: Rect { Rect(size) }

  /// The cell at a place; nil outside.
  package subscript(_ point: Point) -> Cell? {
    guard bounds.contains(point) else { return nil }
    return cells[point.row * size.columns + point.column]
  }

  /// The cells of one row, left to right; empty outside.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts other characters in the place of some, of the same width; nil leaves one as it is.
  mutating func replaceBases(_ other: (Unicode.Scalar) -> Unicode.Scalar?) {
    for at in cells.indices {
      if let sign = other(cells[at].base) { cells[at].base = sign }
    }
  }

  /// Draws one line of text and says how many columns it took, at most `limit`.
  ///
  /// A wide character that would cross the limit or the grid's edge leaves a blank there. Text left of the grid
  /// is cut cell by cell.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, role: Role = .text, emphasis: Emphasis = [], limit: Int = .max
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, limit > 0, point.column < size.columns else { return 0 }
    let room = min(limit, size.columns - point.column)
    let start = point.row * size.columns
    var walk = ClusterWalk(text)
    var used = 0
    while used < room, let cluster = walk.next() {
      let column = point.column + used
      if cluster.width == 1 {
        if column >= 0 {
          set(
            start + column,
            Cell(cluster.base, marks: cluster.marks, width: 1, role: role, emphasis: emphasis))
        }
        used += 1
        continue
      }
      let blank = Cell(role: role, emphasis: emphasis)
      if used + 2 > room {
        if column >= 0 { set(start + column, blank) }
        return room
      }
      if column >= 0 {
        set(
          start + column,
          Cell(cluster.base, marks: cluster.marks, width: 1, role: role, emphasis: emphasis))
        set(start + column + 1, blank)
        cells[start + column].width = 2
        cells[start + column + 1].width = 0
      } else if column == -1 {
        set(start, blank)
      }
      used += 2
    }
    return used
  }

  /// Draws several pieces one after the other and says how many columns they took.
  @discardableResult
  package mutating func put(_ spans: [TextSpan], at point: Point, limit: Int = .max) -> Int {
    var used = 0
    for span in spans where used < limit {
      used += put(
        span.text, at: Point(column: point.column + used, row: point.row), role: span.role,
        emphasis: span.emphasis, limit: limit - used)
    }
    return used
  }

  /// Draws text so that it ends just left of `end`.
  @discardableResult
  package mutating func putRight(
    _ text: String, endingAt end: Int, row: Int, role: Role = .text, emphasis: Emphasis = []
  ) -> Int {
    let width = displayWidth(text)
    return put(text, at: Point(column: end - width, row: row), role: role, emphasis: emphasis, limit: width)
  }

  /// Fills a rectangle with one narrow character.
  package mutating func fill(
    _ area: Rect, _ scalar: Unicode.Scalar = " ", role: Role = .text, emphasis: Emphasis = []
  ) {
    let inside = area.clipped(to: bounds)
    guard !inside.isEmpty else { return }
    let cell = Cell(scalar, role: role, emphasis: emphasis)
    for row in inside.row..<inside.endRow {
      for column in inside.column..<inside.endColumn { set(row * size.columns + column, cell) }
    }
  }

  /// Changes what cells mean and leaves what they say; the tail of a wide character goes with its head.
  package mutating func mark(_ area: Rect, role: Role, emphasis: Emphasis = []) {
    let inside = area.clipped(to: bounds)
    guard !inside.isEmpty else { return }
    for row in inside.row..<inside.endRow {
      for column in inside.column..<inside.endColumn {
        let index = row * size.columns + column
        cells[index].role = role
        cells[index].emphasis = emphasis
        if cells[index].width == 2, column + 1 == inside.endColumn { cells[index + 1].role = role }
      }
    }
  }

  /// Copies another grid onto this one; its cursor, if it has one, comes along.
  package mutating func draw(_ other: TextGrid, at point: Point) {
    for row in 0..<other.size.rows {
      let target = point.row + row
      guard target >= 0, target < size.rows else { continue }
      for column in 0..<other.size.columns {
        let place = point.column + column
        guard place >= 0, place < size.columns else { continue }
        let cell = other.cells[row * other.size.columns + column]
        let index = target * size.columns + place
        let cut = (cell.width == 2 && place + 1 == size.columns) || (cell.width == 0 && place == 0)
        var alone = cell
        if cell.width != 1 { alone = Cell(role: cell.role, emphasis: cell.emphasis) }
        set(index, alone)
        if cell.width == 0, !cut {
          let head = other.cells[row * other.size.columns + column - 1]
          cells[index - 1] = head
          cells[index].width = 0
        }
      }
    }
    if let cursor = other.cursor {
      self.cursor = Point(column: point.column + cursor.column, row: point.row + cursor.row)
    }
  }

  /// Writes a cell; half of a wide character it lands on becomes a blank.
  private mutating func set(_ index: Int, _ cell: Cell) {
    let old = cells[index].width
    if old != 1 {
      let other = old == 2 ? index + 1 : index - 1
      let half = cells[other]
      cells[other] = Cell(role: half.role, emphasis: half.emphasis)
    }
    cells[index] = cell
  }
}
