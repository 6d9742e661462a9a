/// A size in character cells.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place in the grid; the top left corner is 0, 0.
package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  /// Negative extents become zero, so that a layout in a tiny terminal cannot trap.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  package var origin: Point { Point(column: column, row: row) }
  package var size: Size { Size(columns: columns, rows: rows) }
  package var isEmpty: Bool { columns == 0 || rows == 0 }
  /// The column just right of the rectangle.
  package var endColumn: Int { column + columns }
  /// The row just below the rectangle.
  package var endRow: Int { row + rows }

  /// The part inside a border, or inside a margin of `cells` on every side.
  package func inset(by cells: Int = 1) -> Rect {
    Rect(column: column + cells, row: row + cells, columns: columns - 2 * cells, rows: rows - 2 * cells)
  }

  /// The two parts left and right of a cut `columns` from the left edge.
  package func splitAt(columns: Int) -> (left: Rect, right: Rect) {
    let cut = min(max(0, columns), self.columns)
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(column: column + cut, row: row, columns: self.columns - cut, rows: rows)
    )
  }

  /// The two parts above and below a cut `rows` from the top edge.
  package func splitAt(rows: Int) -> (top: Rect, bottom: Rect) {
    let cut = min(max(0, rows), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row + cut, columns: columns, rows: self.rows - cut)
    )
  }

  /// The part both rectangles share.
  package func clipped(to other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// A rectangle of at most `size`, in the middle of this one.
  package func centred(_ size: Size) -> Rect {
    let columns = min(size.columns, self.columns)
    let rows = min(size.rows, self.rows)
    return Rect(
      column: column + (self.columns - columns) / 2, row: row + (self.rows - rows) / 2, columns: columns,
      rows: rows)
  }

  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }
}
