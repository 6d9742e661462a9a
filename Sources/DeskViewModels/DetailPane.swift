import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// The selected case, read from the top: what to say aloud, what to mind, then the record.
struct DetailPane: Hashable, Sendable {
  private(set) var top = 0
  /// The case shown.
  private(set) var number: CaseNumber?

  /// Begins at the top again when another case is shown.
  mutating func show(_ number: CaseNumber?) {
    guard number != self.number else { return }
    self.number = number
    top = 0
  }

  mutating func scroll(by step: Int, lines: Int, height: Int) {
    top = min(max(0, top + step), max(0, lines - height))
  }

  func draw(on grid: inout TextGrid, in frame: Rect, hasKeys: Bool, _ file: CaseFile?, _ reader: RecordReader)
  {
    grid.box(frame, title: file.map { DetailText.title($0, reader) } ?? "Case", focused: hasKeys)
    let inside = frame.inset()
    if hasKeys { grid.cursor = inside.origin }
    guard let file else {
      grid.put("No case is selected.", at: inside.origin, role: .dim, limit: inside.columns)
      return
    }
    let lines = drawReading(DetailText.of(file, reader), on: &grid, in: inside, from: top)
    drawMore(on: &grid, frame, top: top, lines: lines, height: inside.rows)
  }
}

/// Says in the lower edge of a frame how much is below or above.
func drawMore(on grid: inout TextGrid, _ frame: Rect, top: Int, lines: Int, height: Int) {
  let below = lines - top - height
  guard below > 0 || top > 0, frame.rows >= 2 else { return }
  let words = (top > 0 ? "↑ " : "") + (below > 0 ? "↓ \(below) more" : "end")
  grid.putRight(" \(words) ", endingAt: frame.endColumn - 2, row: frame.endRow - 1, role: .badge)
}
