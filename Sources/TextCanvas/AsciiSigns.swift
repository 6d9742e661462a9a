extension TextGrid {
  /// The same screen for fonts and terminals without line drawing: frames of `+ - |`, arrows and marks of ASCII.
  ///
  /// Letters stay as people wrote them; only signs, dashes and quotes change.
  package var withAsciiSigns: TextGrid {
    var plain = self
    plain.replaceBases { $0.value < 0x80 ? nil : asciiSigns[$0] }
    return plain
  }
}

private let asciiSigns: [Unicode.Scalar: Unicode.Scalar] = [
  "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+",
  "┼": "+",
  "›": ">", "‹": "<", "…": "~", "↑": "^", "↓": "v", "←": "<", "→": ">", "▲": "^", "▼": "v", "·": ".",
  "•": "*",
  "✗": "x", "✓": "+", "⚠": "!", "–": "-", "×": "x", "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "=",
  "▍": "=",
  "▎": "-", "▏": "-", "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "“": "\"",
  "”": "\"", "’": "'",
]
