package import TextCanvas

/// Where a key is pressed.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  /// The three panes.
  case desk
  /// A sheet, or the intake screen.
  case sheet
  /// A list to pick from, with a line to type in.
  case picker
  /// A few lines to choose one of; no text is typed.
  case choice
  /// Something to read, full screen.
  case reading
}

/// One row of the key table: what the footer, `?`, `:` and the key itself all come from.
package struct KeyBinding: Hashable, Sendable {
  package let context: KeyContext
  package let keys: [KeyEvent]
  package let command: DeskCommand
  /// One or two words for the footer.
  package let label: String
  /// One sentence for `?`.
  package let says: String
  /// 1 is kept longest when the footer grows narrow; nil never stands there.
  package let footer: Int?
}

/// Which key does what, as data.
package struct Keymap: Hashable, Sendable {
  package let bindings: [KeyBinding]
  private let commands: [KeyContext: [KeyEvent: DeskCommand]]

  package init(_ bindings: [KeyBinding]) {
    self.bindings = bindings
    var commands: [KeyContext: [KeyEvent: DeskCommand]] = [:]
    for binding in bindings {
      for key in binding.keys where commands[binding.context]?[key] == nil {
        commands[binding.context, default: [:]][key] = binding.command
      }
    }
    self.commands = commands
  }

  /// The same commands without keys, for a dialogue in which each is typed by its name.
  package static let byName = Keymap(standard.bindings.map { $0.with([]) })

  /// Keys that stand for two commands in one place; a good table has none.
  package var clashes: [(context: KeyContext, key: KeyEvent)] {
    var clashes: [(context: KeyContext, key: KeyEvent)] = []
    for context in KeyContext.allCases {
      var seen: Set<KeyEvent> = []
      for binding in bindings where binding.context == context {
        for key in binding.keys where !seen.insert(key).inserted { clashes.append((context, key)) }
      }
    }
    return clashes
  }

  package func command(_ key: KeyEvent, in context: KeyContext) -> DeskCommand? { commands[context]?[key] }

  package func binding(_ command: DeskCommand, in context: KeyContext = .desk) -> KeyBinding? {
    bindings.first { $0.context == context && $0.command == command }
  }

  /// The key to press for a command, as the screen writes it; empty where it has none.
  package func keyText(_ command: DeskCommand, in context: KeyContext = .desk) -> String {
    binding(command, in: context)?.keys.first.map(Keymap.text) ?? ""
  }

  private static func modifiedText(_ key: MovementKey, _ modifiers: KeyModifiers) -> String {
    let signs = [("ctrl", KeyModifiers.control), ("alt", .alt), ("shift", .shift)].filter {
      modifiers.contains($0.1)
    }
    let plain = KeyEvent(named: key.rawValue).map(text) ?? key.rawValue
    return signs.map { $0.0 == "ctrl" ? "^" : $0.0.prefix(1).uppercased() + $0.0.dropFirst() + "-" }.joined()
      + plain
  }

  /// A key as the screen writes it: `j`, `^R`, `Enter`, `F1`.
  package static func text(_ key: KeyEvent) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .alt(let character): "Alt-" + String(character)
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    case .modified(let key, let modifiers): modifiedText(key, modifiers)
    case .paste, .mouse, .focus, .resized: ""
    }
  }
}
