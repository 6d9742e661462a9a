/// Why a theme file was not taken.
package struct ThemeError: Error, Hashable {
  /// What is wrong in the line.
  package enum Problem: Error, Hashable, Sendable {
    case noEqualsSign
    case unknownRole(String)
    case unknownColour(String)
    case unknownWord(String)
    case missingColour
    case setTwice(String)
    case unknownParent(String)
    case inheritsItself
  }

  package var theme: String
  package var line: Int
  package var problem: Problem

  /// The error in a sentence, with the place first.
  package var sentence: String {
    let what =
      switch problem {
      case .noEqualsSign: "expected \"role = colour\""
      case .unknownRole(let name): "no role is called \"\(name)\"; sample.theme lists them all"
      case .unknownColour(let name):
        "\"\(name)\" is not a colour: use a palette name, one of the sixteen names, 0 to 255, #rrggbb or default"
      case .unknownWord(let word):
        "did not expect \"\(word)\": use COLOUR on COLOUR, then bold, underline, reverse, faint or italic"
      case .missingColour: "a colour is missing"
      case .setTwice(let name): "\"\(name)\" is set a second time"
      case .unknownParent(let name): "no theme is called \"\(name)\""
      case .inheritsItself: "the theme inherits itself"
      }
    return "\(theme).theme line \(line): \(what)"
  }
}

/// Reads a theme: flat lines of `role = colour [on colour] [bold …]`, with a palette and `inherits`.
///
/// - Parameters:
///   - text: the file.
///   - name: the theme's name, for errors and for the person.
///   - parent: gives the text of a theme by name, for `inherits`.
/// - Returns: the theme, its parents folded in.
/// - Throws: the first line that cannot be read.
package func parseTheme(
  _ text: String, named name: String, parent: (String) -> String?
) throws(ThemeError) -> Theme {
  var reader = ThemeReader(theme: Theme(name: name), palette: [:])
  try reader.read(text, named: name, children: [name], parent: parent)
  return reader.theme
}

private struct ThemeReader {
  var theme: Theme
  var palette: [String: Colour]

  mutating func read(
    _ text: String, named name: String, children: [String], parent: (String) -> String?
  ) throws(ThemeError) {
    var entries: [(line: Int, key: String, value: String)] = []
    var seen: Set<String> = []
    var line = 0
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      line += 1
      let content = withoutComment(raw)
      if content.isEmpty { continue }
      guard let equals = content.firstIndex(of: "=") else {
        throw ThemeError(theme: name, line: line, problem: .noEqualsSign)
      }
      let key = trimmed(content[..<equals])
      guard seen.insert(key).inserted else {
        throw ThemeError(theme: name, line: line, problem: .setTwice(key))
      }
      entries.append((line, key, trimmed(content[content.index(after: equals)...])))
    }
    // Parents first, then the palette, then roles, wherever in the file they stand.
    for entry in entries where entry.key == "inherits" {
      guard !children.contains(entry.value), children.count < 9 else {
        throw ThemeError(theme: name, line: entry.line, problem: .inheritsItself)
      }
      guard let parentText = parent(entry.value) else {
        throw ThemeError(theme: name, line: entry.line, problem: .unknownParent(entry.value))
      }
      try read(parentText, named: entry.value, children: children + [entry.value], parent: parent)
    }
    for entry in entries where entry.key.hasPrefix("palette.") {
      do {
        palette[String(entry.key.dropFirst(8))] = try colourAlone(entry.value)
      } catch {
        throw ThemeError(theme: name, line: entry.line, problem: error)
      }
    }
    for entry in entries {
      do {
        try apply(entry.key, entry.value)
      } catch {
        throw ThemeError(theme: name, line: entry.line, problem: error)
      }
    }
  }

  private mutating func apply(_ key: String, _ value: String) throws(ThemeError.Problem) {
    if key == "inherits" || key.hasPrefix("palette.") { return }
    if key == "expects-foreground" {
      theme.expectedForeground = try colourAlone(value)
    } else if key == "expects-background" {
      theme.expectedBackground = try colourAlone(value)
    } else if let role = Role(named: key) {
      theme.styles[role] = try style(value)
    } else {
      throw .unknownRole(key)
    }
  }

  /// A value that is one colour, with its fallback and nothing else.
  private func colourAlone(_ value: String) throws(ThemeError.Problem) -> Colour {
    var words = value.split { $0 == " " || $0 == "\t" }[...]
    let colour = try colour(&words)
    if let extra = words.first { throw .unknownWord(String(extra)) }
    return colour
  }

  private func style(_ value: String) throws(ThemeError.Problem) -> RoleStyle {
    var words = value.split { $0 == " " || $0 == "\t" }[...]
    var style = RoleStyle()
    if let first = words.first, first != "on", emphasis(first) == nil {
      style.foreground = try colour(&words)
    }
    if words.first == "on" {
      words.removeFirst()
      style.background = try colour(&words)
    }
    for word in words {
      guard let weight = emphasis(word) else { throw .unknownWord(String(word)) }
      style.emphasis.insert(weight)
    }
    return style
  }

  /// Takes one colour off the front: `#rrggbb or yellow`, a name, a number.
  private func colour(_ words: inout ArraySlice<Substring>) throws(ThemeError.Problem) -> Colour {
    guard let word = words.popFirst() else { throw .missingColour }
    var colour = try self.colour(named: String(word))
    guard words.first == "or" else { return colour }
    if colour == .terminal { throw .unknownWord("or") }
    words.removeFirst()
    guard let second = words.popFirst() else { throw .missingColour }
    guard let fallback = colourNames.firstIndex(of: String(second)) else {
      throw .unknownColour(String(second))
    }
    let (red, green, blue) = rgb(ofColour: colour.number(at: .indexed))
    if case .mixed(let red, let green, let blue, _) = colour {
      colour = .mixed(red: red, green: green, blue: blue, fallback: UInt8(fallback))
    } else {
      colour = .mixed(red: UInt8(red), green: UInt8(green), blue: UInt8(blue), fallback: UInt8(fallback))
    }
    return colour
  }

  private func colour(named word: String) throws(ThemeError.Problem) -> Colour {
    if let known = palette[word] { return known }
    if word == "default" { return .terminal }
    if let number = colourNames.firstIndex(of: word) { return .named(UInt8(number)) }
    if let number = UInt8(word) { return number < 16 ? .named(number) : .indexed(number) }
    let digits = word.dropFirst()
    guard word.first == "#", digits.count == 6, let value = UInt32(digits, radix: 16), digits.first != "+"
    else { throw .unknownColour(word) }
    return .mixed(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF), fallback: nil)
  }

  private func emphasis(_ word: Substring) -> Emphasis? {
    switch word {
    case "bold": .bold
    case "underline": .underline
    case "reverse": .reverse
    case "faint": .faint
    case "italic": .italic
    default: nil
    }
  }
}

/// A line without what follows a `#` that starts a comment; a colour's `#` has a hexadecimal digit behind it.
private func withoutComment(_ line: Substring) -> String {
  let line = trimmed(line)
  if line.first == "#" { return "" }
  var kept = Substring(line)
  var last: Character = "x"
  for index in line.indices {
    if line[index] == "#", last == " ", line[line.index(after: index)...].first == " " {
      kept = line[..<index]
      break
    }
    last = line[index]
  }
  return trimmed(kept)
}

private func trimmed(_ text: some StringProtocol) -> String {
  var rest = Substring(text)
  while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
  while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
  return String(rest)
}
