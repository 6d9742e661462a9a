/// One column of one row.
///
/// A wide character takes two cells: a head of width 2 and, right of it, a tail of width 0 that draws nothing.
package struct Cell: Hashable, Sendable {
  /// Combining marks on `base`, 21 bits each, first mark lowest.
  package var marks: UInt64
  package var base: Unicode.Scalar
  /// 1, 2 for the head of a wide character, 0 for its tail.
  package var width: UInt8
  package var role: Role
  package var emphasis: Emphasis

  package init(
    _ base: Unicode.Scalar = " ", marks: UInt64 = 0, width: UInt8 = 1, role: Role = .text,
    emphasis: Emphasis = []
  ) {
    self.base = base
    self.marks = marks
    self.width = width
    self.role = role
    self.emphasis = emphasis
  }

  /// The cell's text; empty for the tail of a wide character.
  package var text: String {
    guard width > 0 else { return "" }
    var scalars = String.UnicodeScalarView()
    scalars.append(base)
    var rest = marks
    while rest != 0 {
      if let mark = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) { scalars.append(mark) }
      rest >>= 21
    }
    return String(scalars)
  }
}

/// A piece of text with its meaning, for rows made of several.
package struct TextSpan: Hashable, Sendable {
  package var text: String
  package var role: Role
  package var emphasis: Emphasis

  package init(_ text: String, _ role: Role = .text, emphasis: Emphasis = []) {
    self.text = text
    self.role = role
    self.emphasis = emphasis
  }
}
