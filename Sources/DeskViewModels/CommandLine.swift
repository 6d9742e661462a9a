import Complaints
import PlainText
import TextCanvas

/// The command line: every action, view and command by name, and cases by reference.
struct CommandLine: Hashable, Sendable {
  /// One thing that can be typed here.
  struct Entry: Hashable, Sendable {
    let name: String
    let key: String
    let says: String
  }

  private var entry = TextEntry()
  private var chosen = 0

  /// Everything there is, from the key table and the catalogue of actions.
  static func entries(_ keymap: Keymap, practice: Bool) -> [Entry] {
    var entries = keymap.bindings.filter { $0.context == .desk }.map { binding in
      Entry(name: binding.command.rawValue, key: keymap.keyText(binding.command), says: binding.says)
    }
    for spec in ActionCatalogue.all where !entries.contains(where: { $0.name == spec.name.rawValue }) {
      let title = spec.title.prefix(1).uppercased() + spec.title.dropFirst() + "."
      entries.append(Entry(name: spec.name.rawValue, key: "", says: title))
    }
    entries.append(Entry(name: "theme NAME", key: "", says: "Draw with that theme."))
    entries.append(Entry(name: "q", key: keymap.keyText(.quitNow), says: "Quit at once."))
    if practice {
      entries.append(Entry(name: "as NAME", key: "", says: "Act as a colleague (practice only)."))
    }
    return entries
  }

  /// Entries whose name, key or sentence holds what was typed, names that begin with it first.
  private func matches(_ keymap: Keymap, _ reader: RecordReader) -> [Entry] {
    let entries = CommandLine.entries(keymap, practice: reader.practice)
    let typed = entry.trimmed
    guard let word = typed.split(separator: " ").first else { return entries }
    let needle = fold(String(word))
    let begins = entries.filter { fold($0.name).starts(with: needle) }
    let holds = entries.filter { entry in
      !begins.contains(entry)
        && (fold(entry.name + " " + entry.says).firstRange(of: needle) != nil || entry.key == typed)
    }
    return begins + holds
  }

  mutating func press(
    _ key: KeyEvent, _ command: DeskCommand?, _ keymap: Keymap, _ reader: RecordReader
  ) -> [OverlayWish] {
    let matches = self.matches(keymap, reader)
    if command == .cancel { return [.close] }
    if command == .confirm { return take(matches, reader) }
    if command == .complete {
      if matches.indices.contains(chosen) { complete(matches[chosen], reader) }
      return []
    }
    if let motion = Motion(command) {
      chosen = min(
        max(0, motion.target(from: chosen, count: matches.count, height: 10)), max(0, matches.count - 1))
      return []
    }
    let before = entry.text
    _ = entry.press(key, columns: 60)
    if entry.text != before { chosen = 0 }
    return []
  }

  private mutating func complete(_ match: Entry, _ reader: RecordReader) {
    let words = entry.trimmed.split(separator: " ").map(String.init)
    let name = match.name.split(separator: " ").first.map(String.init) ?? match.name
    guard words.count > 1 || (words.first == name && match.name.contains(" ")) else {
      entry.replace(with: match.name.contains(" ") ? name + " " : name)
      return
    }
    let part = words.count > 1 ? words[1] : ""
    let offers = name == "as" ? reader.register.staff.members.map(\.login.text) : reader.themes
    if let offer = offers.first(where: { $0.hasPrefix(part) }) { entry.replace(with: name + " " + offer) }
  }

  private func take(_ matches: [Entry], _ reader: RecordReader) -> [OverlayWish] {
    let words = entry.trimmed.split(separator: " ").map(String.init)
    guard let first = words.first else {
      return matches.indices.contains(chosen) && chosen > 0 ? run(matches[chosen].name) : [.close]
    }
    if first == "q" || first == "quit" { return [.close, .run(.quitNow)] }
    if first == "as", words.count == 2 {
      guard reader.practice else { return refuse(":as works in a practice journal only.") }
      guard let login = StaffLogin(words[1]), reader.register.staff[login] != nil else {
        return refuse("\(words[1]) is not on the staff list.")
      }
      return [.close, .effect(.actAs(words[1]))]
    }
    if first == "theme", words.count == 2 {
      guard reader.themes.contains(words[1]) else {
        return refuse(
          "There is no theme \(words[1]); there are " + reader.themes.joined(separator: ", ") + ".")
      }
      return [.close, .effect(.setTheme(words[1]))]
    }
    if words.count == 1, let reference = reader.reference(first) { return [.close, .open(reference.number)] }
    if DeskCommand(rawValue: first) != nil || ActionName(rawValue: first) != nil, chosen == 0 {
      return run(first)
    }
    guard matches.indices.contains(chosen) else {
      return refuse("There is no command \(first); ? lists them.")
    }
    return run(matches[chosen].name)
  }

  private func run(_ name: String) -> [OverlayWish] {
    guard let command = DeskCommand(rawValue: name) else { return refuse("\(name) wants a name after it.") }
    return [.close, .run(command)]
  }

  private func refuse(_ why: String) -> [OverlayWish] { [.say(.refused(why))] }

  func draw(on grid: inout TextGrid, in body: Rect, _ keymap: Keymap, _ reader: RecordReader) {
    let frame = body.centred(Size(columns: min(80, body.columns), rows: min(18, body.rows)))
    grid.fill(frame)
    grid.box(frame, title: "Command ─ any action, view, or case", focused: true)
    let inside = frame.inset()
    let matches = self.matches(keymap, reader)
    let rows = max(0, inside.rows - 1)
    let top = max(0, chosen - rows + 1)
    for row in 0..<rows {
      guard matches.indices.contains(top + row) else { break }
      let match = matches[top + row]
      let isChosen = top + row == chosen
      let area = Rect(column: inside.column, row: inside.row + 1 + row, columns: inside.columns, rows: 1)
      grid.put(
        [
          TextSpan(isChosen ? "› " : "  "), TextSpan(fitted(match.name, to: 17) + " ", .keyLabel),
          TextSpan(fitted(match.key, to: 6), .key), TextSpan(match.says, .dim),
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
