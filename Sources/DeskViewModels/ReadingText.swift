import TextCanvas

/// Text to read in a pane: lines of spans, wrapped to the width when drawn.
struct ReadingText: Hashable, Sendable {
  /// One line before wrapping.
  struct Line: Hashable, Sendable {
    var spans: [TextSpan]
    /// Columns by which wrapped lines are set in.
    var indent = 0
  }

  private(set) var lines: [Line] = []

  mutating func add(_ text: String, _ ink: Ink = .text, indent: Int = 0) {
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines.append(Line(spans: [TextSpan(String(piece), ink)], indent: indent))
    }
  }

  mutating func add(_ spans: [TextSpan], indent: Int = 0) { lines.append(Line(spans: spans, indent: indent)) }

  mutating func heading(_ text: String) {
    if !lines.isEmpty { gap() }
    lines.append(Line(spans: [TextSpan(text, .heading)]))
  }

  /// A label and what it names, left out when there is nothing to say.
  mutating func fact(_ label: String, _ text: String, _ ink: Ink = .text) {
    guard !text.isEmpty else { return }
    let label = fitted(label, to: 12) + " "
    let pieces = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    lines.append(Line(spans: [TextSpan(label, .label), TextSpan(pieces.first ?? "", ink)], indent: 13))
    for piece in pieces.dropFirst() {
      lines.append(Line(spans: [TextSpan(String(repeating: " ", count: 13) + piece, ink)], indent: 13))
    }
  }

  mutating func gap() { lines.append(Line(spans: [])) }

  /// The lines as they are drawn in that width.
  func wrapped(columns: Int) -> [[TextSpan]] {
    let columns = min(max(1, columns), 100)
    var drawn: [[TextSpan]] = []
    for line in lines { ReadingText.wrapLine(line, columns, into: &drawn) }
    return drawn
  }

  private static func wrapLine(_ line: Line, _ columns: Int, into drawn: inout [[TextSpan]]) {
    var current: [TextSpan] = []
    var used = 0
    for span in line.spans {
      if used + displayWidth(span.text) <= columns {
        current.append(span)
        used += displayWidth(span.text)
        continue
      }
      // The words of a span too long for the line go on in lines of their own ink, set in.
      let indent = min(line.indent, columns / 2)
      var words = span.text.split(separator: " ", omittingEmptySubsequences: false)[...]
      var piece = ""
      var isFresh = true
      while let word = words.first {
        let joined = isFresh ? String(word) : piece + " " + word
        if used + displayWidth(joined) <= columns {
          piece = joined
          isFresh = false
          words.removeFirst()
          continue
        }
        if isFresh, used <= indent {
          let cut = wrap(String(word), columns: columns - indent)
          piece = cut[0]
          words.removeFirst()
          words.insert(Substring(cut.dropFirst().joined()), at: words.startIndex)
        }
        current.append(TextSpan(piece, span.role, emphasis: span.emphasis))
        drawn.append(current)
        current = indent > 0 ? [TextSpan(String(repeating: " ", count: indent))] : []
        used = indent
        piece = ""
        isFresh = true
      }
      current.append(TextSpan(piece, span.role, emphasis: span.emphasis))
      used += displayWidth(piece)
    }
    drawn.append(current)
  }
}

/// Draws wrapped lines from a first line on and says how many there are.
@discardableResult
func drawReading(_ text: ReadingText, on grid: inout TextGrid, in area: Rect, from top: Int) -> Int {
  let lines = text.wrapped(columns: area.columns)
  for row in 0..<area.rows where lines.indices.contains(top + row) {
    grid.put(lines[top + row], at: Point(column: area.column, row: area.row + row), limit: area.columns)
  }
  return lines.count
}
