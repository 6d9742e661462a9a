/// A mistake in a letter template, with its line.
package struct TemplateMistake: Error, Hashable, Sendable {
  package var line: Int
  package var what: String
}

/// A piece of a template's line.
enum TemplatePiece: Hashable, Sendable {
  case words(String)
  case blank(LetterBlank)
  /// Says nothing; the block stands only where that blank has something.
  case present(LetterBlank)
  /// Says nothing; the block stands only where that blank has nothing.
  case absent(LetterBlank)
}

/// One block of a template.
indirect enum TemplateBlock: Hashable, Sendable {
  case heading(level: Int, [TemplatePiece])
  case paragraph([TemplatePiece])
  case item([TemplatePiece])
  /// Repeated for each point of the complaint.
  case eachPoint([TemplateBlock])
}

/// A letter as data: words with named blanks.
///
/// A line `subject: …` and, where it is not English, `lang: cy` come first; then, after a blank line, blocks
/// with blank lines between. `## ` begins a heading, `- ` an item. A block with a blank that has nothing to say
/// is left out, and so is a heading with nothing under it: no other rule is needed to leave out what does not
/// apply. `{?name}` and `{!name}` say nothing themselves and let their block stand only where that blank has
/// something, or nothing. Blocks between `[each point]` and `[end]` are repeated for each point.
package struct LetterTemplate: Hashable, Sendable {
  package let name: String
  /// Language of the words, a BCP 47 tag.
  package let language: String
  let subject: [TemplatePiece]
  let blocks: [TemplateBlock]

  /// The subject as the template has it, blanks in braces.
  package var subjectWords: String {
    subject.map { piece in
      switch piece {
      case .words(let words): words
      case .blank(let blank): "{" + blank.rawValue + "}"
      case .present, .absent: ""
      }
    }.joined()
  }

  /// Every blank whose contents the letter prints.
  package var blanks: Set<LetterBlank> {
    var found: Set<LetterBlank> = []
    func look(_ pieces: [TemplatePiece]) {
      for case .blank(let blank) in pieces { found.insert(blank) }
    }
    func look(_ blocks: [TemplateBlock]) {
      for block in blocks {
        switch block {
        case .heading(_, let pieces), .paragraph(let pieces), .item(let pieces): look(pieces)
        case .eachPoint(let inner): look(inner)
        }
      }
    }
    look(subject)
    look(blocks)
    return found
  }
}

/// Reads a template; every mistake is told at once.
package func readTemplate(_ text: String, name: String) -> (LetterTemplate?, [TemplateMistake]) {
  var reader = TemplateReader()
  let template = reader.template(text, name: name)
  return (reader.mistakes.isEmpty ? template : nil, reader.mistakes)
}

private struct TemplateReader {
  var mistakes: [TemplateMistake] = []
  private var language = "en-GB"
  private var subject: [TemplatePiece] = []

  mutating func template(_ text: String, name: String) -> LetterTemplate {
    // A file may come with carriage returns and a mark of its byte order.
    let plain = String(
      text.unicodeScalars.filter { $0.value != 0x0D && $0.value != 0xFEFF }.map(Character.init))
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let bodyStart = header(lines, name)
    var blocks: [TemplateBlock] = []
    var inner: [TemplateBlock]?
    var paragraph: [(line: Int, text: String)] = []
    func put(_ block: TemplateBlock) {
      if inner == nil { blocks.append(block) } else { inner?.append(block) }
    }
    func close(_ reader: inout TemplateReader) {
      guard let first = paragraph.first else { return }
      put(.paragraph(reader.pieces(paragraph.map(\.text).joined(separator: " "), first.line)))
      paragraph = []
    }
    for (index, line) in lines.enumerated().dropFirst(bodyStart) {
      let number = index + 1
      let words = trimmed(line)
      switch words {
      case "": close(&self)
      case "[each point]":
        close(&self)
        if inner != nil { note(number, "[each point] inside [each point]") }
        inner = []
      case "[end]":
        close(&self)
        if let done = inner {
          blocks.append(.eachPoint(done))
        } else {
          note(number, "[end] without [each point]")
        }
        inner = nil
      default:
        if words.hasPrefix("## ") || words.hasPrefix("# ") {
          close(&self)
          let level = words.hasPrefix("# ") ? 1 : 2
          put(.heading(level: level, pieces(String(words.dropFirst(level + 1)), number)))
        } else if words.hasPrefix("- ") {
          close(&self)
          put(.item(pieces(String(words.dropFirst(2)), number)))
        } else {
          paragraph.append((number, words))
        }
      }
    }
    close(&self)
    if inner != nil { note(lines.count, "[each point] is not ended with [end]") }
    if blocks.isEmpty { note(lines.count, "the letter says nothing") }
    return LetterTemplate(name: name, language: language, subject: subject, blocks: blocks)
  }

  /// The lines before the first blank one; answers where the letter begins.
  private mutating func header(_ lines: [String], _ name: String) -> Int {
    var index = 0
    while index < lines.count, !trimmed(lines[index]).isEmpty {
      let line = lines[index]
      index += 1
      guard let colon = line.firstIndex(of: ":") else {
        note(index, "a letter begins with the line \"subject: …\" and a blank line")
        return index
      }
      let value = trimmed(line[line.index(after: colon)...])
      switch trimmed(line[..<colon]) {
      case "subject": subject = pieces(value, index)
      case "lang":
        let isTag =
          !value.isEmpty && value.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D }
        if isTag {
          language = value
        } else {
          note(index, "a language tag is needed here, such as cy or en-GB")
        }
      case let other: note(index, "\"\(other)\" is no line of the heading; subject and lang are")
      }
    }
    if subject.isEmpty, name != LetterBook.letterhead { note(1, "the line \"subject: …\" is missing") }
    return index
  }

  private mutating func pieces(_ text: String, _ line: Int) -> [TemplatePiece] {
    var pieces: [TemplatePiece] = []
    var words = ""
    var rest = text[...]
    while let next = rest.first {
      rest = rest.dropFirst()
      guard next == "{" else {
        if next == "}" { note(line, "} without {") } else { words.append(next) }
        continue
      }
      guard let end = rest.firstIndex(of: "}") else {
        note(line, "{ without }")
        break
      }
      if !words.isEmpty { pieces.append(.words(words)) }
      words = ""
      var name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      let sign = name.first
      if sign == "?" || sign == "!" { name.removeFirst() }
      guard let blank = LetterBlank(rawValue: name) else {
        note(line, "there is no blank \"\(name)\"; redress help letters lists them")
        continue
      }
      pieces.append(sign == "?" ? .present(blank) : sign == "!" ? .absent(blank) : .blank(blank))
    }
    if !words.isEmpty { pieces.append(.words(words)) }
    return pieces
  }

  private mutating func note(_ line: Int, _ what: String) {
    mistakes.append(TemplateMistake(line: line, what: what))
  }
}
