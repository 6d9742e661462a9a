/// The text with every control, line separator and bidirectional control turned into a mark one can see.
///
/// For terminals and error lines: C0 and DEL become the pictures of U+2400, C1, U+2028/9, the byte order
/// mark and the bidirectional controls become `<U+202E>`. Nothing else changes.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { needsMark($0.value) }) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    guard needsMark(scalar.value) else {
      shown.append(scalar)
      continue
    }
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      shown.append(picture)
    } else if scalar.value == 0x7F {
      shown.append("\u{2421}")
    } else {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      shown.append(contentsOf: ("<U+" + padding + digits + ">").unicodeScalars)
    }
  }
  return String(shown)
}

/// Whether a scalar is one of those `visible` marks.
package func needsMark(_ code: UInt32) -> Bool {
  switch code {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  case 0xFFF9...0xFFFB: true
  default: false
  }
}
