import TextCanvas

/// Choosing the colours: the screen behind shows each theme as it is selected.
struct ThemePicker: Hashable, Sendable {
  let themes: [String]
  /// The theme to go back to.
  private let before: String
  private var chosen: Int

  init(_ themes: [String], now: String) {
    self.themes = themes
    before = now
    chosen = themes.firstIndex(of: now) ?? 0
  }

  mutating func press(_ command: DeskCommand?) -> [OverlayWish] {
    if command == .cancel { return [.effect(.setTheme(before)), .close] }
    if command == .confirm { return [.close] }
    guard let motion = Motion(command), !themes.isEmpty else { return [] }
    chosen = min(max(0, motion.target(from: chosen, count: themes.count, height: 10)), themes.count - 1)
    return [.effect(.setTheme(themes[chosen]))]
  }

  func draw(on grid: inout TextGrid, in body: Rect) {
    let frame = body.centred(Size(columns: min(36, body.columns), rows: min(themes.count + 3, body.rows)))
    grid.fill(frame)
    grid.box(frame, title: "Theme", focused: true)
    let inside = frame.inset()
    grid.cursor = inside.origin
    let top = max(0, chosen - inside.rows + 1)
    for row in 0..<inside.rows where themes.indices.contains(top + row) {
      let isChosen = top + row == chosen
      let area = Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1)
      grid.put((isChosen ? "› " : "  ") + themes[top + row], at: area.origin, limit: area.columns)
      guard isChosen else { continue }
      grid.mark(area, role: .selection)
      grid.cursor = area.origin
    }
  }
}
