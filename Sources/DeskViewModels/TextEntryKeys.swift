import TextCanvas

extension TextEntry {
  /// Takes a key as readline would; false when the key means nothing to a text.
  ///
  /// `columns` is the width the text is drawn in, for up and down in a text of many lines.
  mutating func press(_ key: KeyEvent, columns: Int) -> Bool {
    switch key {
    case .character(let character): type(character)
    case .paste(let text): insert(text)
    case .left, .control("b"): move(to: cursor - 1)
    case .right, .control("f"): move(to: cursor + 1)
    case .home, .control("a"): move(to: lineStart)
    case .end, .control("e"): move(to: lineEnd)
    case .alt("b"), .modified(.left, .control), .modified(.left, .alt): move(to: wordStart)
    case .alt("f"), .modified(.right, .control), .modified(.right, .alt): move(to: wordEnd)
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<cursor + 1)
    case .control("w"), .modified(.backspace, .alt), .modified(.backspace, .control):
      remove(wordStart..<cursor, keep: true)
    case .alt("d"): remove(cursor..<wordEnd, keep: true)
    case .control("u"): remove(lineStart..<cursor, keep: true)
    case .control("k"): remove(cursor..<lineEnd, keep: true)
    case .control("y"): giveBack()
    case .control("_"): undoChange()
    case .enter:
      guard shape == .area else { return false }
      insert("\n")
    case .up, .down:
      guard shape == .area else { return false }
      return moveLine(key == .up ? -1 : 1, columns: columns)
    case .pageUp, .pageDown, .escape, .tab, .backTab, .insert, .function, .control, .alt, .modified, .mouse,
      .focus, .resized:
      return false
    }
    return true
  }

  /// Moves the cursor a drawn line up or down; false at the first and the last, so that the key leaves the field.
  private mutating func moveLine(_ step: Int, columns: Int) -> Bool {
    let lines = wrapped(columns: columns)
    let place = self.place(in: lines)
    let target = place.row + step
    guard lines.indices.contains(target) else { return false }
    let line = lines[target]
    var used = 0
    var at = line.lowerBound
    while at < line.upperBound, used < place.column, !characters[at].isNewline {
      used += displayWidth(String(characters[at]))
      at += 1
    }
    if at == line.upperBound, at > line.lowerBound, target + 1 < lines.count,
      lines[target + 1].lowerBound == at
    {
      at -= 1
    }
    move(to: at)
    return true
  }

  /// The drawn lines as ranges of characters; a range leaves its newline out, every character is in reach.
  func wrapped(columns: Int) -> [Range<Int>] {
    guard shape == .area else { return [0..<characters.count] }
    let room = max(1, columns)
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var lastBlank: Int?
    var at = 0
    while at < characters.count {
      let character = characters[at]
      if character.isNewline {
        lines.append(start..<at)
        start = at + 1
        used = 0
        lastBlank = nil
        at += 1
        continue
      }
      let width = displayWidth(String(character))
      if used + width > room, at > start {
        let next = character == " " ? at : (lastBlank.map { $0 + 1 } ?? at)
        lines.append(start..<next)
        start = next
        lastBlank = nil
        used = 0
        at = next
        if character == " " {
          // A blank that does not fit hangs over the edge instead of opening the next line.
          lines[lines.count - 1] = lines[lines.count - 1].lowerBound..<at + 1
          start = at + 1
          at = start
        }
        continue
      }
      if character == " " { lastBlank = at }
      used += width
      at += 1
    }
    lines.append(start..<characters.count)
    return lines
  }

  /// Where the cursor stands among drawn lines, in columns.
  func place(in lines: [Range<Int>]) -> (row: Int, column: Int) {
    var row = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
    row = max(0, row)
    guard lines.indices.contains(row) else { return (0, 0) }
    let end = min(cursor, characters.count)
    let column = characters[lines[row].lowerBound..<max(lines[row].lowerBound, end)]
      .reduce(0) { $0 + displayWidth(String($1)) }
    return (row, column)
  }

  /// The text of one drawn line.
  func text(of line: Range<Int>) -> String { String(characters[line]) }
}
