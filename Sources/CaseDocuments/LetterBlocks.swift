/// One part of a letter, apart from how it is set.
package enum LetterBlock: Hashable, Sendable {
  /// Level 1 is the letter's subject, level 2 a part of it.
  case heading(level: Int, String)
  /// Lines that stay lines: an address, or what somebody wrote.
  case paragraph([String])
  case items([String])
}

/// The text a letter is kept and sent as, and back from it: what is stored can be set in every form.
///
/// Headings are underlined, list items begin with a hyphen, a blank line parts the blocks; nothing is wrapped.
package enum LetterText {
  /// The plain text of those blocks.
  package static func write(_ blocks: [LetterBlock]) -> String {
    blocks.map(write).joined(separator: "\n\n")
  }

  private static func write(_ block: LetterBlock) -> String {
    switch block {
    case .heading(let level, let text):
      text + "\n" + String(repeating: level == 1 ? "=" : "-", count: max(3, text.count))
    case .paragraph(let lines): lines.joined(separator: "\n")
    case .items(let items): items.map { "- " + $0 }.joined(separator: "\n")
    }
  }

  /// The blocks of a stored letter.
  package static func read(_ text: String) -> [LetterBlock] {
    var blocks: [LetterBlock] = []
    var lines: [String] = []
    func close() {
      if !lines.isEmpty { blocks.append(block(lines)) }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) { close() } else { lines.append(String(line)) }
    }
    close()
    return blocks
  }

  private static func block(_ lines: [String]) -> LetterBlock {
    if lines.count == 2, isRule(lines[1]), lines[1].count == max(3, lines[0].count) {
      return .heading(level: lines[1].first == "=" ? 1 : 2, lines[0])
    }
    if lines.allSatisfy({ $0.hasPrefix("- ") }) { return .items(lines.map { String($0.dropFirst(2)) }) }
    return .paragraph(lines)
  }

  /// Whether a line is nothing but the underline of a heading.
  static func isRule(_ line: String) -> Bool {
    guard let first = line.first, first == "=" || first == "-", line.count >= 3 else { return false }
    return line.allSatisfy { $0 == first }
  }

  /// A text from outside as it may stand in a letter: no control characters, no underlines that would make
  /// headings of it.
  package static func clean(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    func close() {
      let trimmed = trimmed(line)
      lines.append(isRule(trimmed) ? "" : trimmed)
      line = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x2028, 0x2029, 0x85: close()
      case 0x09: line.append(" ")
      case 0..<0x20, 0x7F..<0xA0: break
      // What would turn the order of what follows; the marks that a word needs stay.
      case 0x202A...0x202E, 0x2066...0x2069: break
      default: line.unicodeScalars.append(scalar)
      }
    }
    close()
    return lines
  }

  /// Lines for a terminal or a printer: paragraphs wrapped at word ends, nothing else changed.
  package static func wrapped(_ text: String, columns: Int = 76) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.hasPrefix("- ") ? "  " : ""
      var current = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !current.isEmpty, current.count + 1 + word.count > columns {
          lines.append(current)
          current = indent + word
        } else {
          current = current.isEmpty ? String(word) : current + " " + word
        }
      }
      lines.append(current)
    }
    return lines
  }
}

/// A text without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  var rest = Substring(text)
  while rest.first?.isWhitespace ?? false { rest = rest.dropFirst() }
  while rest.last?.isWhitespace ?? false { rest = rest.dropLast() }
  return String(rest)
}
