extension KeyEvent {
  /// The key under the name used in `keys.conf`, help and test scripts: `j`, `space`, `ctrl-d`, `alt-x`, `f5`,
  /// `pgup`, `shift-tab`, `ctrl-shift-left`; nil for a name that means no key.
  package init?(named name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    if let plain = plainKeys.first(where: { $0.name == name }) {
      self = plain.key
      return
    }
    if name.first == "f", let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
      return
    }
    var modifiers: KeyModifiers = []
    var rest = Substring(name)
    scan: while true {
      for (word, modifier) in modifierWords where rest.hasPrefix(word) && rest.count > word.count {
        modifiers.insert(modifier)
        rest = rest.dropFirst(word.count)
        continue scan
      }
      break
    }
    if let movement = MovementKey(rawValue: String(rest)), !modifiers.isEmpty {
      self = .modified(movement, modifiers)
    } else if modifiers == .control, rest == "space" {
      self = .control(" ")
    } else if modifiers == .control, rest.count == 1, let letter = rest.lowercased().first {
      self = .control(letter)
    } else if modifiers == .alt, rest.count == 1, let character = rest.first {
      self = .alt(character)
    } else {
      return nil
    }
  }

  /// The key's name, as `init(named:)` reads it; nil for a paste, the mouse, focus and resizing.
  package var name: String? {
    switch self {
    case .character(" "): return "space"
    case .character(let character): return String(character)
    case .function(let number): return "f\(number)"
    case .control(" "): return "ctrl-space"
    case .control(let letter): return "ctrl-\(letter)"
    case .alt(let character): return "alt-\(character)"
    case .modified(let key, let modifiers):
      var name = ""
      for (word, modifier) in modifierWords where modifiers.contains(modifier) { name += word }
      return name + key.rawValue
    case .paste, .mouse, .focus, .resized: return nil
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
      .backspace, .delete, .insert:
      return plainKeys.first { $0.key == self }?.name
    }
  }
}

private let modifierWords: [(String, KeyModifiers)] = [
  ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
]

private let plainKeys: [(name: String, key: KeyEvent)] = [
  ("space", .character(" ")), ("up", .up), ("down", .down), ("left", .left), ("right", .right),
  ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown), ("enter", .enter),
  ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab), ("backspace", .backspace), ("delete", .delete),
  ("insert", .insert),
]
