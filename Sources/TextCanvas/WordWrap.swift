/// The text in lines of at most `columns`, broken between words.
///
/// A newline always breaks; a tab counts as a space; a word longer than a line is broken where it must be. A
/// character wider than the line keeps a line of its own.
package func wrap(_ text: String, columns: Int) -> [String] {
  let room = max(1, columns)
  var lines: [String] = []
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    if paragraph.utf8.count <= room, !paragraph.utf8.contains(9) {
      lines.append(String(paragraph))
    } else {
      wrapParagraph(paragraph, room, into: &lines)
    }
  }
  return lines
}

private func wrapParagraph(_ paragraph: Substring, _ room: Int, into lines: inout [String]) {
  var line = ""
  var used = 0
  var gap = 0
  for word in paragraph.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "\t" }) {
    let width = displayWidth(String(word))
    if used + gap + width > room, used > 0 {
      lines.append(line)
      line = ""
      used = 0
      gap = 0
    }
    line += String(repeating: " ", count: gap)
    used += gap
    gap = 1
    if width <= room - used {
      line += word
      used += width
      continue
    }
    for character in word {
      let width = displayWidth(String(character))
      if used > 0, used + width > room {
        lines.append(line)
        line = ""
        used = 0
      }
      line.append(character)
      used += width
    }
  }
  lines.append(line)
}
