extension TextGrid {
  /// The rows as text, without trailing blanks: what golden screens compare.
  package var plainRows: [String] {
    (0..<size.rows).map { row in
      var text = ""
      for cell in self.row(row) { text += cell.text }
      return withoutTrailing(" ", text)
    }
  }

  /// The rows as one text, each ended by a newline.
  package var plainText: String {
    plainRows.map { $0 + "\n" }.joined()
  }

  /// One letter per column that names its role, without trailing dots.
  package var rolePlane: [String] {
    (0..<size.rows).map { row in
      withoutTrailing(".", String(self.row(row).map(\.role.letter)))
    }
  }
}

private func withoutTrailing(_ mark: Character, _ text: String) -> String {
  var text = text
  while text.last == mark { text.removeLast() }
  return text
}
