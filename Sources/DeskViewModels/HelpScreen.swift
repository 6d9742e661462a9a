import Complaints
import PlainText
import TextCanvas

/// The keys for where one is, from the table that runs them; typing searches.
struct HelpScreen: Hashable, Sendable {
  private var entry = TextEntry()
  private var top = 0
  private let context: KeyContext
  /// Why a step would be refused now, by command.
  private let refusals: [String: String]
  /// Lines of somebody's own files that were not taken.
  private let problems: [String]
  private var size = Size(columns: 80, rows: 20)

  init(_ context: KeyContext, refusals: [String: String], problems: [String] = []) {
    self.problems = problems
    self.context = context
    self.refusals = refusals
  }

  mutating func press(_ key: KeyEvent, _ command: DeskCommand?, _ keymap: Keymap) -> [OverlayWish] {
    if command == .cancel || command == .confirm { return [.close] }
    if let motion = Motion(command) {
      let lines = text(keymap).wrapped(columns: size.columns - 2).count
      let last = max(0, lines - size.rows + 3)
      top = min(max(0, motion.target(from: top, count: lines, height: size.rows - 3)), last)
      return []
    }
    let before = entry.text
    _ = entry.press(key, columns: 60)
    if entry.text != before { top = 0 }
    return []
  }

  mutating func fit(_ size: Size) { self.size = size }

  private func text(_ keymap: Keymap) -> ReadingText {
    let needle = fold(entry.trimmed)
    var text = ReadingText()
    if needle.isEmpty { for problem in problems { text.add("✗ " + problem, .refusal, indent: 2) } }
    let order = [context] + KeyContext.allCases.filter { $0 != context }
    for context in order {
      let rows = keymap.bindings.filter { binding in
        guard binding.context == context else { return false }
        let words = keys(binding) + " " + binding.command.rawValue + " " + binding.label + " " + binding.says
        return needle.isEmpty || fold(words).firstRange(of: needle) != nil
      }
      guard !rows.isEmpty else { continue }
      text.heading(heading(context))
      for binding in rows {
        text.add(
          [TextSpan(fitted(keys(binding), to: 16) + " ", .key), TextSpan(binding.says)], indent: 17)
        if let why = refusals[binding.command.rawValue], context == .desk {
          let gap = String(repeating: " ", count: 17)
          text.add([TextSpan(gap), TextSpan("not now: " + why, .keyRefused)], indent: 17)
        }
      }
    }
    unbound(keymap, needle, &text)
    if needle.isEmpty { edit(&text) }
    if text.lines.isEmpty { text.add("Nothing about that.", .dim) }
    return text
  }

  /// Actions without a key are reached by name.
  private func unbound(_ keymap: Keymap, _ needle: [UInt8], _ text: inout ReadingText) {
    let specs = ActionCatalogue.all.filter { spec in
      if let command = DeskCommand(rawValue: spec.name.rawValue), keymap.binding(command) != nil {
        return false
      }
      return needle.isEmpty || fold(spec.name.rawValue + " " + spec.title).firstRange(of: needle) != nil
    }
    guard !specs.isEmpty else { return }
    text.heading("By name, after :")
    for spec in specs {
      text.add(
        [TextSpan(fitted(":" + spec.name.rawValue, to: 16) + " ", .key), TextSpan(spec.title)], indent: 17)
      if let why = refusals[spec.name.rawValue] {
        let gap = String(repeating: " ", count: 17)
        text.add([TextSpan(gap), TextSpan("not now: " + why, .keyRefused)], indent: 17)
      }
    }
  }

  private func edit(_ text: inout ReadingText) {
    text.heading("In a text")
    for (key, says) in [
      ("^A ^E", "Beginning and end of the line."), ("Alt-B Alt-F", "A word back, a word on."),
      ("^W ^U ^K", "Cut the word before, to the beginning, to the end."), ("^Y", "Give back what was cut."),
      ("^_", "Undo the last change."),
    ] {
      text.add([TextSpan(fitted(key, to: 16) + " ", .key), TextSpan(says)], indent: 17)
    }
  }

  private func keys(_ binding: KeyBinding) -> String {
    guard !binding.keys.isEmpty else { return ":" + binding.command.rawValue }
    return binding.keys.map(Keymap.text).joined(separator: " ")
  }

  private func heading(_ context: KeyContext) -> String {
    switch context {
    case .desk: "Queue, case and timeline"
    case .sheet: "In a sheet"
    case .picker: "In a list"
    case .choice: "Where one of a few lines is chosen"
    case .reading: "Reading"
    }
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ keymap: Keymap) {
    grid.fill(body)
    grid.box(body, title: "Keys ─ type to search, Esc goes back", focused: true)
    let cut = body.inset().splitAt(rows: 1)
    let lines = drawReading(text(keymap), on: &grid, in: cut.bottom, from: top)
    drawMore(on: &grid, body, top: top, lines: lines, height: cut.bottom.rows)
    grid.put("/ ", at: cut.top.origin, role: .key)
    drawLine(
      entry, on: &grid,
      in: Rect(column: cut.top.column + 2, row: cut.top.row, columns: cut.top.columns - 2, rows: 1),
      hasKeys: true, ink: .field, hint: "search the keys")
  }
}
