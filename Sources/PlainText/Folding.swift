/// The text as UTF-8 bytes without case and accents, for finding: `sian` finds Siân, `dwr` finds Dŵr.
///
/// Latin letters lose their accents whether written as one code point or as letter and mark (ł, ø, đ too;
/// ß is `ss`, æ `ae`); other scripts lose case only. Curly apostrophes, dashes and hard spaces become plain.
package func fold(_ text: String) -> [UInt8] {
  var folded: [UInt8] = []
  appendFolded(text.utf8.span, to: &folded)
  return folded
}

/// Appends the folded form of UTF-8 bytes; see `fold`.
package func appendFolded(_ utf8: Span<UInt8>, to folded: inout [UInt8]) {
  folded.reserveCapacity(folded.count + utf8.count)
  var index = 0
  while index < utf8.count {
    let byte = utf8[index]
    guard byte >= 0x80 else {
      folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      index += 1
      continue
    }
    let (code, length) = scalar(utf8, at: index)
    appendFolded(code, to: &folded)
    index += length
  }
}

private func appendFolded(_ code: UInt32, to folded: inout [UInt8]) {
  let entry: UInt8
  switch code {
  case 0xC0...0x24F: entry = FoldTables.latin[Int(code - FoldTables.firstLatin)]
  case 0x1E00...0x1EFF: entry = FoldTables.additional[Int(code - FoldTables.firstAdditional)]
  // Combining marks: Latin, Hebrew points, Arabic vowel signs.
  case 0x0300...0x036F, 0x0591...0x05BD, 0x064B...0x065F, 0x0670, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
    0x20D0...0x20FF, 0xFE20...0xFE2F:
    return
  case 0xA0, 0x202F: entry = 0x20
  case 0x02BC, 0x2018, 0x2019, 0x2032: entry = 0x27
  case 0x2010...0x2015, 0x2212: entry = 0x2D
  default: entry = 0x2E
  }
  switch entry {
  case 0x2E: appendLowercased(code, to: &folded)
  case 0x31...0x38: folded.append(contentsOf: FoldTables.foldedPairs[Int(entry - 0x31)])
  default: folded.append(entry)
  }
}

private func appendLowercased(_ code: UInt32, to folded: inout [UInt8]) {
  guard let scalar = Unicode.Scalar(code) else { return }
  // Only Greek, Cyrillic, Armenian, Georgian, Cherokee and full-width forms have case past Latin.
  switch code {
  case 0x250...0x58F, 0x10A0...0x10FF, 0x13A0...0x13FF, 0x1C80...0x1CBF, 0x1F00...0x1FFF, 0x2C60...0x2DFF,
    0xA640...0xABFF, 0xFF21...0xFF3A, 0xC0...0x24F, 0x1E00...0x1EFF, 0x10400...0x10FFF, 0x1E900...0x1E943:
    folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
  default:
    folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// The scalar that begins at a lead byte, and its length; a byte out of place reads as U+FFFD.
private func scalar(_ utf8: Span<UInt8>, at index: Int) -> (code: UInt32, length: Int) {
  let lead = utf8[index]
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
  guard length > 1, index + length <= utf8.count else { return (0xFFFD, 1) }
  var code = UInt32(lead & (0x7F >> UInt8(length)))
  for place in index + 1..<index + length {
    guard utf8[place] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
    code = code << 6 | UInt32(utf8[place] & 0x3F)
  }
  return (code, length)
}
