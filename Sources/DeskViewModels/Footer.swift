import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// One entry of the footer: a key, what it does, and whether it would be refused now.
struct FooterKey: Hashable, Sendable {
  let key: String
  var label: String
  var refused = false
}

/// The line at the foot: the keys that matter here, or a notice; clock, day and login on the right.
enum Footer {
  static func draw(
    on grid: inout TextGrid, in area: Rect, keys: [FooterKey], notice: Notice?, _ reader: RecordReader
  ) {
    guard !area.isEmpty else { return }
    grid.fill(area, role: .status)
    let clock = clockText(reader, wide: area.columns >= 60)
    let clockColumns = notice != nil && area.columns < 100 ? 0 : displayWidth(clock) + 1
    let room = area.columns - clockColumns - 1
    if clockColumns > 0 { grid.putRight(clock, endingAt: area.endColumn - 1, row: area.row, role: .status) }
    if let notice {
      say(notice, on: &grid, in: area, room: room)
      return
    }
    var column = area.column + 1
    for entry in keys {
      var entry = entry
      // What Tab offers is cut rather than left out.
      if entry.key == "Tab", displayWidth(entry.label) > 12 {
        entry.label = truncate(entry.label, to: max(12, area.column + room - column - 5))
      }
      let width = displayWidth(entry.key) + displayWidth(entry.label) + 3
      guard column + width - 2 <= area.column + room else { continue }
      let at = Point(column: column, row: area.row)
      // A refused key says so by its brackets as well as by its ink.
      let label = entry.refused ? " (\(entry.label))" : " " + entry.label
      grid.put(
        [
          TextSpan(entry.key, entry.refused ? .keyRefused : .key),
          TextSpan(label, entry.refused ? .keyRefused : .keyLabel),
        ], at: at)
      column += width + (entry.refused ? 2 : 0)
    }
  }

  /// A notice longer than the line goes up over the rows above, at most three, rather than be cut.
  private static func say(_ notice: Notice, on grid: inout TextGrid, in area: Rect, room: Int) {
    let lines = wrap(notice.text, columns: displayWidth(notice.text) <= room ? room : area.columns - 2)
      .suffix(4)
    for (place, line) in lines.enumerated() {
      let row = area.row - lines.count + 1 + place
      if lines.count > 1 {
        grid.fill(Rect(column: area.column, row: row, columns: area.columns, rows: 1), role: .status)
      }
      grid.put(line, at: Point(column: area.column + 1, row: row), role: notice.ink, limit: area.columns - 1)
    }
  }

  private static func clockText(_ reader: RecordReader, wide: Bool) -> String {
    let time = DetailText.hour(reader.now, reader)
    guard wide else { return time + " " + reader.me.text }
    let today = reader.today
    let day = DaysInWords.full(today).split(separator: " ").prefix(3).joined(separator: " ")
    return time + " " + day + " · " + reader.me.text
  }
}

extension Keymap {
  /// The keys of a context that stand in the footer, the most needed first.
  func footer(_ context: KeyContext, refused: (DeskCommand) -> Bool = { _ in false }) -> [FooterKey] {
    let keys = bindings.filter { $0.context == context && $0.footer != nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
      .map {
        FooterKey(key: $0.keys.first.map(Keymap.text) ?? "", label: $0.label, refused: refused($0.command))
      }
    // Where room is short, what can be done now comes before what cannot.
    return keys.filter { !$0.refused } + keys.filter(\.refused)
  }
}
