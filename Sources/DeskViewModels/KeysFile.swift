import TextCanvas

/// A line of `keys.conf` that was not taken, and why.
package struct KeyProblem: Hashable, Sendable {
  package let line: Int
  package let why: String

  /// The line for the foot of the screen, place first.
  package var sentence: String { "keys.conf line \(line): \(why)" }
}

/// Reads a person's own keys: lines of `COMMAND = KEY KEY …`, in a sheet or list `sheet.COMMAND = KEY`.
///
/// A line that cannot be taken is left out with its reason and the rest holds: a mistake in one line must not
/// leave somebody without the keys they know. A key taken from a command that has another is simply moved.
package struct KeysFile: Hashable, Sendable {
  package private(set) var keymap: Keymap
  package private(set) var problems: [KeyProblem] = []

  private struct Line: Hashable {
    let number: Int
    let context: KeyContext
    let command: DeskCommand
    let keys: [KeyEvent]

    func rebinds(_ binding: KeyBinding) -> Bool {
      binding.context == context && binding.command == command
    }
  }

  package init(_ text: String, over standard: Keymap = .standard) {
    keymap = standard
    var lines: [Line] = []
    for (at, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = String(raw).trimmedBlanks
      if content.isEmpty || content.hasPrefix("#") { continue }
      do throws(Wrong) {
        let line = try KeysFile.line(content, at + 1, standard)
        if let before = lines.first(where: { $0.context == line.context && $0.command == line.command }) {
          throw Wrong(why: "\(line.command.rawValue) has its keys in line \(before.number) already")
        }
        lines.append(line)
      } catch {
        problems.append(KeyProblem(line: at + 1, why: error.why))
      }
    }
    settle(&lines, standard)
    problems.sort { $0.line < $1.line }
  }

  private struct Wrong: Error { let why: String }

  private static func line(_ text: String, _ number: Int, _ standard: Keymap) throws(Wrong) -> Line {
    guard let equals = text.firstIndex(of: "=") else {
      throw Wrong(why: "expected COMMAND = KEY; no = is there")
    }
    let name = String(text[..<equals]).trimmedBlanks
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let context = parts.count == 2 ? KeyContext(rawValue: parts[0]) : .desk else {
      let places = KeyContext.allCases.map(\.rawValue).joined(separator: ", ")
      throw Wrong(why: "\"\(parts[0])\" is no place for keys; there are \(places)")
    }
    guard let command = DeskCommand(rawValue: parts.last ?? ""),
      standard.binding(command, in: context) != nil
    else { throw Wrong(why: "there is no command \"\(parts.last ?? "")\" there; ? lists the commands") }
    var keys: [KeyEvent] = []
    for word in text[text.index(after: equals)...].split(whereSeparator: \.isWhitespace).map(String.init) {
      let key = try key(word, context)
      if !keys.contains(key) { keys.append(key) }
    }
    guard !keys.isEmpty || !needed.contains(command) else {
      throw Wrong(why: "\(command.rawValue) must keep a key: there would be no way on without it")
    }
    return Line(number: number, context: context, command: command, keys: keys)
  }

  private static func key(_ word: String, _ context: KeyContext) throws(Wrong) -> KeyEvent {
    // What a terminal sends for these is another key's.
    let same = [
      "ctrl-i": "tab", "ctrl-m": "enter", "ctrl-j": "enter", "ctrl-h": "backspace", "ctrl-[": "esc",
    ]
    if let sent = same[word.lowercased()] {
      throw Wrong(why: "a terminal sends \(word) as \(sent); choose another key")
    }
    guard let key = KeyEvent(named: word) else {
      throw Wrong(why: "\"\(word)\" is no key; write x, X, ctrl-x, alt-x, f5, space, enter, pgup …")
    }
    if case .character = key, context == .sheet || context == .picker {
      throw Wrong(why: "\"\(word)\" is text in a \(context.rawValue); choose a ctrl-, alt- or function key")
    }
    return key
  }

  /// Commands without which somebody could not go on, go back or find out how.
  private static let needed: Set<DeskCommand> = [
    .confirm, .cancel, .help, .commandLine, .down, .up, .open, .back, .leave, .nextField,
  ]

  /// Puts the lines over the table, leaving out one after another that would take a command's only key.
  private mutating func settle(_ lines: inout [Line], _ standard: Keymap) {
    while true {
      guard let (at, why) = firstClash(lines, standard) else { break }
      problems.append(KeyProblem(line: lines[at].number, why: why))
      lines.remove(at: at)
    }
    keymap = Keymap(
      standard.bindings.map { binding in
        guard let line = lines.first(where: { $0.rebinds(binding) }) else {
          let taken = lines.filter { $0.context == binding.context }.flatMap(\.keys)
          return binding.with(binding.keys.filter { !taken.contains($0) })
        }
        return binding.with(line.keys)
      })
  }

  private func firstClash(_ lines: [Line], _ standard: Keymap) -> (Int, String)? {
    for (at, line) in lines.enumerated() {
      for key in line.keys {
        let shown = Keymap.text(key)
        if let other = lines[..<at].first(where: { $0.context == line.context && $0.keys.contains(key) }) {
          return (at, "\(shown) is \(other.command.rawValue) already, in line \(other.number)")
        }
        for binding in standard.bindings where binding.context == line.context && binding.keys.contains(key) {
          if lines.contains(where: { $0.rebinds(binding) }) { continue }
          let taken = lines.filter { $0.context == line.context }.flatMap(\.keys)
          guard binding.keys.allSatisfy(taken.contains) else { continue }
          return (at, "\(shown) is the only key of \(binding.command.rawValue); give that another key first")
        }
      }
    }
    return nil
  }
}

extension KeyBinding {
  /// The same command on other keys.
  func with(_ keys: [KeyEvent]) -> KeyBinding {
    KeyBinding(context: context, keys: keys, command: command, label: label, says: says, footer: footer)
  }
}
