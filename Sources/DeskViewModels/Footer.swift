import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// One entry of the footer: a key, what it does, and whether it would be refused now.
struct FooterKey: Hashable, Sendable {
  let key: String
  let label: String
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
      grid.put(
        truncate(notice.text, to: room), at: Point(column: area.column + 1, row: area.row), role: notice.ink)
      return
    }
    var column = area.column + 1
    for entry in keys {
      let width = displayWidth(entry.key) + displayWidth(entry.label) + 3
      guard column + width - 2 <= area.column + room else { break }
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
    bindings.filter { $0.context == context && $0.footer != nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
      .map { FooterKey(key: $0.keys.first.map(Keymap.text) ?? "", label: $0.label, refused: refused($0.command)) }
  }
}
