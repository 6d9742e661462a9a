/// What lines are drawn with.
package enum LineStyle: String, Sendable, CaseIterable {
  /// Box-drawing characters.
  case lines
  /// `+`, `-` and `|`, for fonts and terminals without box drawing.
  case ascii

  var topLeft: Unicode.Scalar { self == .lines ? "┌" : "+" }
  var topRight: Unicode.Scalar { self == .lines ? "┐" : "+" }
  var bottomLeft: Unicode.Scalar { self == .lines ? "└" : "+" }
  var bottomRight: Unicode.Scalar { self == .lines ? "┘" : "+" }
  var leftTee: Unicode.Scalar { self == .lines ? "├" : "+" }
  var rightTee: Unicode.Scalar { self == .lines ? "┤" : "+" }
  var across: Unicode.Scalar { self == .lines ? "─" : "-" }
  var down: Unicode.Scalar { self == .lines ? "│" : "|" }
}

extension TextGrid {
  /// Draws a frame round a rectangle, with its title in the top edge: `┌ Queue ─ My cases ──┐`.
  package mutating func box(
    _ area: Rect, title: String = "", focused: Bool = false, lines: LineStyle = .lines
  ) {
    guard area.columns >= 2, area.rows >= 2 else { return }
    let role: Role = focused ? .borderFocused : .border
    let last = area.endRow - 1
    edge(row: area.row, area, lines.topLeft, lines.topRight, lines, role)
    edge(row: last, area, lines.bottomLeft, lines.bottomRight, lines, role)
    fill(
      Rect(column: area.column, row: area.row + 1, columns: 1, rows: area.rows - 2), lines.down, role: role)
    fill(
      Rect(column: area.endColumn - 1, row: area.row + 1, columns: 1, rows: area.rows - 2), lines.down,
      role: role)
    edgeTitle(title, row: area.row, area, focused: focused)
  }

  /// Draws a line across a framed rectangle, joined to both sides: `├ Timeline ──┤`.
  package mutating func divider(
    row: Int, in area: Rect, title: String = "", focused: Bool = false, lines: LineStyle = .lines
  ) {
    guard area.columns >= 2, row >= area.row, row < area.endRow else { return }
    edge(row: row, area, lines.leftTee, lines.rightTee, lines, focused ? .borderFocused : .border)
    edgeTitle(title, row: row, area, focused: focused)
  }

  private mutating func edge(
    row: Int, _ area: Rect, _ left: Unicode.Scalar, _ right: Unicode.Scalar, _ lines: LineStyle, _ role: Role
  ) {
    fill(Rect(column: area.column, row: row, columns: area.columns, rows: 1), lines.across, role: role)
    fill(Rect(column: area.column, row: row, columns: 1, rows: 1), left, role: role)
    fill(Rect(column: area.endColumn - 1, row: row, columns: 1, rows: 1), right, role: role)
  }

  private mutating func edgeTitle(_ title: String, row: Int, _ area: Rect, focused: Bool) {
    guard !title.isEmpty, area.columns >= 6 else { return }
    let cut = truncate(title, to: area.columns - 4)
    put(
      " \(cut) ", at: Point(column: area.column + 1, row: row), role: focused ? .titleFocused : .title,
      limit: area.columns - 2)
  }
}
