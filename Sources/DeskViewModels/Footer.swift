import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// One entry of the footer: a key, what it does, and whether it would be refused now.
struct FooterKey: Hashable, Sendable {
  let key: String
  var label: String
  /// The label where room is short; empty where it is the same.
  var brief = ""
  /// Comes before the clock: without it somebody would be at a loss.
  var isNeeded = false
  var refused = false

  fileprivate func columns(brief isBrief: Bool) -> Int {
    let words = isBrief && !brief.isEmpty ? brief : label
    return displayWidth(key) + displayWidth(words) + (refused ? 5 : 3)
  }
}

/// The line at the foot: the keys that matter here, or a notice; clock, day and login on the right.
enum Footer {
  static func draw(
    on grid: inout TextGrid, in area: Rect, keys: [FooterKey], notice: Notice?, _ reader: RecordReader
  ) {
    guard !area.isEmpty else { return }
    grid.fill(area, role: .status)
    let clocks = clockTexts(reader, wide: area.columns >= 60)
    if let notice {
      let clock = area.columns < 100 ? "" : clocks[0]
      let clockColumns = clock.isEmpty ? 0 : displayWidth(clock) + 1
      grid.putRight(clock, endingAt: area.endColumn - 1, row: area.row, role: .status)
      say(notice, on: &grid, in: area, room: area.columns - clockColumns - 1)
      return
    }
    let needed = keys.filter(\.isNeeded)
    /// Whether the keys nobody can do without fit beside that clock.
    func fits(_ clock: String, brief: Bool) -> Bool {
      needed.reduce(displayWidth(clock)) { $0 + $1.columns(brief: brief) } <= area.columns - 1
    }
    // Shorter words before a clock without its day.
    let whole = clocks.dropLast(clocks.count > 3 ? 2 : 1).first { fits($0, brief: false) }
    let clock = whole ?? clocks.first { fits($0, brief: true) } ?? ""
    grid.putRight(clock, endingAt: area.endColumn - 1, row: area.row, role: .status)
    put(
      keys, on: &grid, in: area, end: area.endColumn - (clock.isEmpty ? 1 : displayWidth(clock) + 2),
      isBrief: whole == nil && !needed.isEmpty)
  }

  /// Every key there is room for, in the order given.
  private static func put(
    _ keys: [FooterKey], on grid: inout TextGrid, in area: Rect, end: Int, isBrief: Bool
  ) {
    var column = area.column + 1
    for entry in keys {
      var entry = entry
      if isBrief, !entry.brief.isEmpty { entry.label = entry.brief }
      // What Tab offers is cut rather than left out.
      if entry.key == "Tab", displayWidth(entry.label) > 12 {
        entry.label = truncate(entry.label, to: max(12, end - column - 5))
      }
      let columns = entry.columns(brief: false)
      guard column + columns - 2 <= end else { continue }
      // A refused key says so by its brackets as well as by its ink.
      let label = entry.refused ? " (\(entry.label))" : " " + entry.label
      grid.put(
        [
          TextSpan(entry.key, entry.refused ? .keyRefused : .key),
          TextSpan(label, entry.refused ? .keyRefused : .keyLabel),
        ], at: Point(column: column, row: area.row))
      column += columns
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

  /// Hour, day and login, the fullest first.
  private static func clockTexts(_ reader: RecordReader, wide: Bool) -> [String] {
    let time = DetailText.hour(reader.now, reader)
    let narrow = [time + " " + reader.me.text, time, ""]
    guard wide else { return narrow }
    let day = DaysInWords.full(reader.today).split(separator: " ").prefix(3).joined(separator: " ")
    let short = day.split(separator: " ").dropFirst().joined(separator: " ")
    return [time + " " + day + " · " + reader.me.text, time + " " + short] + narrow.dropFirst()
  }
}

extension Keymap {
  /// The keys of a context that stand in the footer: those needed in their order, then the rest as the table has it.
  func footer(
    _ context: KeyContext, needed: [DeskCommand] = [], refused: (DeskCommand) -> Bool = { _ in false }
  ) -> [FooterKey] {
    let rows = bindings.filter { $0.context == context && $0.footer != nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    let first = needed.compactMap { command in rows.first { $0.command == command } }
    let keys = (first + rows.filter { !needed.contains($0.command) }).map { row in
      let isRefused = refused(row.command)
      return FooterKey(
        key: row.keys.first.map(Keymap.text) ?? "", label: row.label, brief: Keymap.brief[row.command] ?? "",
        isNeeded: needed.contains(row.command) && !isRefused, refused: isRefused)
    }
    // Where room is short, what can be done now comes before what cannot.
    return keys.filter { !$0.refused } + keys.filter(\.refused)
  }

  /// Shorter labels, for eighty columns and fewer.
  private static let brief: [DeskCommand: String] = [
    .commandLine: "all", .find: "find", .acknowledge: "ack",
  ]
}
