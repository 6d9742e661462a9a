import TextCanvas

/// Draws a one-line text, scrolled so that its cursor shows; the real cursor stands in it when it has the keys.
func drawLine(
  _ entry: TextEntry, on grid: inout TextGrid, in area: Rect, hasKeys: Bool, ink: Ink, hint: String = ""
) {
  guard !area.isEmpty else { return }
  let ground: Ink = hasKeys ? .fieldFocused : ink
  grid.fill(area, role: ground)
  if entry.isEmpty, !hint.isEmpty { grid.put(hint, at: area.origin, role: .placeholder, limit: area.columns) }
  let before = displayWidth(String(entry.characters[..<entry.cursor]))
  let skipped = max(0, before - area.columns + 1)
  var row = TextGrid(columns: area.columns, rows: 1)
  row.fill(row.bounds, role: ground)
  row.put(entry.text, at: Point(column: -skipped, row: 0), role: ground)
  if !entry.isEmpty { grid.draw(row, at: area.origin) }
  if hasKeys { grid.cursor = Point(column: area.column + before - skipped, row: area.row) }
}

/// Draws a text of many lines, scrolled so that its cursor shows.
func drawArea(
  _ entry: TextEntry, on grid: inout TextGrid, in area: Rect, hasKeys: Bool, ink: Ink, hint: String = ""
) {
  guard !area.isEmpty else { return }
  let ground: Ink = hasKeys ? .fieldFocused : ink
  grid.fill(area, role: ground)
  if entry.isEmpty, !hint.isEmpty { grid.put(hint, at: area.origin, role: .placeholder, limit: area.columns) }
  let lines = entry.wrapped(columns: area.columns)
  let place = entry.place(in: lines)
  let top = hasKeys ? max(0, place.row - area.rows + 1) : 0
  for row in 0..<area.rows where lines.indices.contains(top + row) && !entry.isEmpty {
    grid.put(
      entry.text(of: lines[top + row]), at: Point(column: area.column, row: area.row + row), role: ground,
      limit: area.columns)
  }
  guard hasKeys else { return }
  grid.cursor = Point(
    column: area.column + min(place.column, area.columns - 1), row: area.row + place.row - top)
}
