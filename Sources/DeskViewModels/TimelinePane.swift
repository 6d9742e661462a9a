import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// What has happened in the selected case, newest first.
struct TimelinePane: Hashable, Sendable {
  private var number: CaseNumber?
  /// What of it is shown; stays from case to case.
  private(set) var kind = TimelineKind.all
  /// Entries newer than the selected one.
  private(set) var cursor = 0
  private(set) var top = 0
  /// Entries there were when the cursor was set, so that new ones do not move it.
  private var count = 0

  /// Begins at the newest entry when another case is shown; new entries do not move the selected one.
  mutating func show(_ file: CaseFile?) {
    guard file?.reference.number == number else {
      let kind = kind
      self = TimelinePane()
      self.kind = kind
      number = file?.reference.number
      count = kind.places(in: file).count
      return
    }
    let now = kind.places(in: file).count
    if cursor > 0, now > count {
      cursor += now - count
      top += now - count
    }
    count = now
    cursor = min(cursor, max(0, now - 1))
  }

  /// Shows the next kind of entries the case has, from the newest again.
  mutating func showNextKind(_ file: CaseFile?) {
    kind = kind.next(in: file)
    (cursor, top) = (0, 0)
    count = kind.places(in: file).count
  }

  mutating func move(by step: Int, height: Int) {
    cursor = min(max(0, cursor + step), max(0, count - 1))
    if cursor < top { top = cursor }
    if cursor >= top + max(1, height) { top = cursor - max(1, height) + 1 }
  }

  mutating func move(to position: Int, height: Int) { move(by: position - cursor, height: height) }

  /// The selected entry.
  func selected(in file: CaseFile?) -> FiledEntry? {
    let places = kind.places(in: file)
    return places.indices.contains(cursor) ? file?.entries[places[cursor]] : nil
  }

  func draw(on grid: inout TextGrid, in frame: Rect, hasKeys: Bool, _ file: CaseFile?, _ reader: RecordReader)
  {
    grid.box(frame, title: "Timeline ─ newest first" + kind.title, focused: hasKeys)
    let inside = frame.inset()
    if hasKeys { grid.cursor = inside.origin }
    guard let file, !inside.isEmpty else { return }
    let first = cursor >= top + inside.rows ? cursor - inside.rows + 1 : min(top, cursor)
    let places = kind.places(in: file)
    let whoColumns = inside.columns >= 60 ? 10 : 0
    for row in 0..<inside.rows {
      guard places.indices.contains(first + row) else { break }
      let at = places[first + row]
      let area = Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1)
      let isSelected = hasKeys && first + row == cursor
      draw(file.entries[at], isSelected, on: &grid, in: area, whoColumns: whoColumns, reader)
      guard isSelected else { continue }
      grid.mark(area, role: .selection)
      grid.cursor = area.origin
    }
    drawMore(on: &grid, frame, top: first, lines: places.count, height: inside.rows)
  }

  private func draw(
    _ filed: FiledEntry, _ isSelected: Bool, on grid: inout TextGrid, in area: Rect, whoColumns: Int,
    _ reader: RecordReader
  ) {
    let entry = filed.entry
    let at = entry.occurred ?? reader.rules.zone.occurrence(at: entry.recordedAt)
    let late = reader.rules.zone.day(of: entry.recordedAt) > at.day
    let ink: Ink = filed.undone ? .undone : .text
    let when = (isSelected ? "›" : " ") + fitted(DetailText.when(at, reader), to: 13) + (late ? "+ " : "  ")
    let words = (filed.undone ? "[undone] " : "") + oneLine(eventText(entry.event))
    let room = max(0, area.columns - 16 - (whoColumns > 0 ? whoColumns + 1 : 0))
    grid.put(
      [TextSpan(when, filed.undone ? .undone : .label), TextSpan(fitted(words, to: room), ink)],
      at: area.origin, limit: area.columns)
    guard whoColumns > 0 else { return }
    grid.putRight(
      truncate(entry.by.text, to: whoColumns), endingAt: area.endColumn, row: area.row,
      role: filed.undone ? .undone : .person)
  }
}
