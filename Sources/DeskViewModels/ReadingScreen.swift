import TextCanvas

/// Something to read on the whole screen: the full text of an entry, why a date falls there.
struct ReadingScreen: Hashable, Sendable {
  let title: String
  let text: ReadingText
  private(set) var top = 0
  /// Size the text was last drawn in, told by the desk.
  var size = Size(columns: 80, rows: 20)

  init(title: String, text: ReadingText) {
    self.title = title
    self.text = text
  }

  mutating func press(_ command: DeskCommand?) -> [OverlayWish] {
    if command == .cancel { return [.close] }
    guard let motion = Motion(command) else { return [] }
    let lines = text.wrapped(columns: size.columns - 2).count
    let height = max(1, size.rows - 2)
    let last = max(0, lines - height)
    let target = motion == .bottom ? last : motion.target(from: top, count: lines, height: height)
    top = min(max(0, target), last)
    return []
  }

  /// One line down, or up where the step is negative.
  mutating func scroll(_ step: Int) { _ = press(step > 0 ? .down : .up) }

  func draw(on grid: inout TextGrid, in frame: Rect) {
    grid.fill(frame)
    grid.box(frame, title: title, focused: true)
    let inside = frame.inset()
    grid.cursor = inside.origin
    let lines = drawReading(text, on: &grid, in: inside, from: top)
    drawMore(on: &grid, frame, top: top, lines: lines, height: inside.rows)
  }
}
