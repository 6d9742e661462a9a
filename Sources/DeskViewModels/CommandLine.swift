import Clocks
import Complaints
import TextCanvas

/// The command line: every action, view and command by name, and cases by reference.
struct CommandLine: Hashable, Sendable {
  private var entry = TextEntry()
  private var chosen = 0
  /// Why an action would be refused on the selected case, by name.
  private let refusals: [String: String]

  /// What is typed so far.
  var begun: String { entry.text }

  init(_ begun: String = "", refusals: [String: String] = [:]) {
    self.refusals = refusals
    if !begun.isEmpty { entry.replace(with: begun) }
  }

  mutating func press(
    _ key: KeyEvent, _ command: DeskCommand?, _ keymap: Keymap, _ reader: RecordReader
  ) -> [OverlayWish] {
    let matches = CommandEntry.matches(entry.text, keymap, reader)
    if command == .cancel { return [.close] }
    if command == .confirm { return take(matches, reader) }
    if command == .complete {
      if matches.indices.contains(chosen) { complete(matches[chosen]) }
      return []
    }
    if let motion = Motion(command) {
      let target = motion.target(from: chosen, count: matches.count, height: 10)
      chosen = min(max(0, target), max(0, matches.count - 1))
      return []
    }
    let before = entry.text
    _ = entry.press(key, columns: 60)
    if entry.text != before { chosen = 0 }
    return []
  }

  private mutating func complete(_ match: CommandEntry) {
    entry.replace(with: match.wantsName ? match.verb + " " : match.name)
    chosen = 0
  }

  private mutating func take(_ matches: [CommandEntry], _ reader: RecordReader) -> [OverlayWish] {
    let words = entry.trimmed.split(separator: " ").map(String.init)
    guard let first = words.first else {
      return chosen > 0 && matches.indices.contains(chosen) ? run(matches[chosen], reader) : [.close]
    }
    if words.count == 1, chosen == 0 {
      if first == "q" || first == "quit" { return [.close, .run(.quitNow)] }
      if let reference = reader.reference(first) { return [.close, .open(reference.number)] }
      if let command = DeskCommand(rawValue: first) { return [.close, .run(command)] }
    }
    if first == "as-at", words.count > 1, chosen == 0 { return lookBack(words[1], reader) }
    if first == "save-view", words.count > 1 {
      return [.close, .saveView(words.dropFirst().joined(separator: "-"))]
    }
    if first == "sort", words.count == 3, let sort = QueueSort(words[1] + " " + words[2]) {
      return [.close, .sort(sort)]
    }
    guard matches.indices.contains(chosen) else { return refuse(first, words.dropFirst().first, reader) }
    if words.count > 1, chosen == 0, let name = ActionName(rawValue: first) {
      return [.close, .act(name, words: words.dropFirst().joined(separator: " "))]
    }
    return run(matches[chosen], reader)
  }

  private mutating func run(_ match: CommandEntry, _ reader: RecordReader) -> [OverlayWish] {
    if match.wantsName {
      complete(match)
      return []
    }
    let words = match.name.split(separator: " ").map(String.init)
    if words.count == 2, words[0] == "as-at" { return lookBack(words[1], reader) }
    if words.count == 2, words[0] == "as" { return [.close, .effect(.actAs(words[1]))] }
    if words.count == 2, words[0] == "hand-over", let login = StaffLogin(words[1]) {
      return [.close, .handOver(login)]
    }
    if words.count == 2, words[0] == "letter", let kind = LetterKind(rawValue: words[1]) {
      return [.close, .letter(kind)]
    }
    if words.count == 2, words[0] == "sort", let sort = QueueSort(words[1]) { return [.close, .sort(sort)] }
    if words.count == 2, words[0] == "show-view",
      let view = reader.settings.views.first(where: { $0.name == words[1] })
    {
      return [.close, .showSaved(view)]
    }
    if words.count == 2, words[0] == "forget-view" { return [.close, .forgetView(words[1])] }
    if words.count == 2, words[0] == "theme" { return [.close, .effect(.setTheme(words[1]))] }
    if words[0] == "q" { return [.close, .run(.quitNow)] }
    if let command = DeskCommand(rawValue: match.name) { return [.close, .run(command)] }
    guard let name = ActionName(rawValue: match.name) else { return [] }
    return [.close, .act(name, words: "")]
  }

  /// Asks for the record of that time; a day means its end.
  private func lookBack(_ time: String, _ reader: RecordReader) -> [OverlayWish] {
    if time == "now" { return [.close, .effect(.lookBack(nil))] }
    guard let at = reader.rules.zone.occurrence(time) else {
      return [
        .say(.refused("\(time) is no time: give a date, 2026-11-19, or an instant, 2026-11-19T09:30Z."))
      ]
    }
    let zone = reader.rules.zone
    return [
      .close,
      .effect(.lookBack(at.moment ?? zone.moment(of: at.day, hour: 23, minute: 59, second: 59))),
    ]
  }

  private func refuse(_ verb: String, _ name: String?, _ reader: RecordReader) -> [OverlayWish] {
    if verb == "as", !reader.practice { return [.say(.refused(":as works in a practice journal only."))] }
    if verb == "as", let name { return [.say(.refused("\(name) is not on the staff list."))] }
    if verb == "hand-over", let name { return [.say(.refused("\(name) is not on the staff list."))] }
    if verb == "theme", let name {
      let themes = reader.themes.joined(separator: ", ")
      return [.say(.refused("There is no theme \(name); there are \(themes)."))]
    }
    if verb == "sort" {
      let columns = QueueColumn.allCases.map(\.rawValue).joined(separator: ", ")
      return [.say(.refused("There is no such column; there are \(columns)."))]
    }
    if verb == "show-view" || verb == "forget-view" {
      return [.say(.refused("You have no such view; :save-view NAME keeps what the queue shows."))]
    }
    return [.say(.refused("There is no command \(verb); \(reader.key(.help)) lists them."))]
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ keymap: Keymap, _ reader: RecordReader) {
    let frame = body.centred(Size(columns: min(80, body.columns), rows: min(18, body.rows)))
    grid.fill(frame)
    grid.box(frame, title: "Command ─ any action, view, or case", focused: true)
    let inside = frame.inset()
    let matches = CommandEntry.matches(entry.text, keymap, reader)
    let whole = matches.indices.contains(chosen) ? refusals[matches[chosen].name] ?? "" : ""
    let said = wrap(whole, columns: inside.columns).filter { !$0.isEmpty }.suffix(4)
    for (place, line) in said.enumerated() {
      grid.put(
        line, at: Point(column: inside.column, row: inside.endRow - said.count + place), role: .keyRefused,
        limit: inside.columns)
    }
    let rows = max(0, inside.rows - 1 - said.count)
    let top = max(0, chosen - rows + 1)
    for row in 0..<rows {
      guard matches.indices.contains(top + row) else { break }
      let match = matches[top + row]
      let isChosen = top + row == chosen
      let area = Rect(column: inside.column, row: inside.row + 1 + row, columns: inside.columns, rows: 1)
      // What would be refused says why here, before it is chosen, by its sign as well as by its ink.
      let why = refusals[match.name]
      grid.put(
        [
          TextSpan(isChosen ? "› " : "  "),
          TextSpan(fitted(match.name, to: 18) + " ", why == nil ? .keyLabel : .keyRefused),
          TextSpan(fitted(match.key, to: 6), why == nil ? .key : .keyRefused),
          TextSpan(why.map { "✗ " + $0 } ?? match.says, why == nil ? .dim : .keyRefused),
        ], at: area.origin, limit: area.columns)
      if isChosen { grid.mark(area, role: .selection) }
    }
    grid.put(":", at: inside.origin, role: .key)
    drawLine(
      entry, on: &grid,
      in: Rect(column: inside.column + 1, row: inside.row, columns: inside.columns - 1, rows: 1),
      hasKeys: true, ink: .field)
  }
}
