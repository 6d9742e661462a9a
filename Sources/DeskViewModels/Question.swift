import TextCanvas

/// A yes-or-no question over everything; anything but yes is no.
struct Question: Hashable, Sendable {
  let title: String
  let text: String
  /// The key that says yes, and what it does.
  let yesKey: Character
  let yesLabel: String
  let yes: [OverlayWish]

  func press(_ key: KeyEvent) -> [OverlayWish] {
    switch key {
    case .character(yesKey): [.close] + yes
    case .paste, .mouse, .focus, .resized: []
    case .character, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
      .backTab, .backspace, .delete, .insert, .function, .control, .alt, .modified:
      [.close]
    }
  }

  func draw(on grid: inout TextGrid, in body: Rect) {
    let columns = min(60, body.columns)
    let lines = wrap(text, columns: columns - 4)
    let frame = body.centred(Size(columns: columns, rows: lines.count + 4))
    grid.fill(frame)
    grid.box(frame, title: title, focused: true)
    let inside = frame.inset()
    for (row, line) in lines.enumerated() where row < inside.rows {
      grid.put(line, at: Point(column: inside.column + 1, row: inside.row + row), limit: inside.columns - 1)
    }
    let row = inside.endRow - 1
    let used = grid.put(
      [TextSpan(String(yesKey), .key), TextSpan(" \(yesLabel)   ", .keyLabel)],
      at: Point(column: inside.column + 1, row: row), limit: inside.columns - 1)
    grid.put(
      [TextSpan("any other key", .key), TextSpan(" stays", .keyLabel)],
      at: Point(column: inside.column + 1 + used, row: row), limit: max(0, inside.columns - 1 - used))
    grid.cursor = Point(column: inside.column + 1, row: row)
  }
}
