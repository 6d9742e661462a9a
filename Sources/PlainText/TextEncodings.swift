/// The encoding a file turned out to be in.
package enum TextEncodingGuess: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf8Marked = "UTF-8 with a byte order mark"
  case utf16LittleEndian = "UTF-16 (little-endian)"
  case utf16BigEndian = "UTF-16 (big-endian)"
  case windows1252 = "Windows-1252"
}

/// Why bytes could not be read as text; nothing is guessed.
package enum EncodingRefusal: Error, Hashable, Sendable {
  /// Not text at all: an archive, a spreadsheet, a document.
  case notText(String)
  /// A known encoding that is not read here.
  case unsupported(String)
  /// UTF-16 with half a pair, or an odd number of bytes; the offset is in bytes.
  case brokenUTF16(TextEncodingGuess, offset: Int)
  /// Neither UTF-8 nor Windows-1252, which has no such byte.
  case neither(line: Int, byte: UInt8, undefined: UInt8, undefinedLine: Int)
  /// Mostly UTF-8, with bytes of something else in between.
  case mixed(line: Int, column: Int, byte: UInt8)
}

extension EncodingRefusal: CustomStringConvertible {
  /// Why and what to do, as the end of an error line.
  package var description: String {
    switch self {
    case .notText(let what): "this is \(what), not text; save it as CSV in UTF-8"
    case .unsupported(let name): "the text is in \(name), which is not read here; save it as UTF-8"
    case .brokenUTF16(let encoding, let offset):
      "\(encoding.rawValue) breaks off at byte \(offset); save it as UTF-8"
    case .neither(let line, let byte, let undefined, let undefinedLine):
      "not UTF-8 (byte 0x\(hex(byte)), line \(line)) and not Windows-1252, which has no byte 0x\(hex(undefined)) "
        + "(line \(undefinedLine)); save it as UTF-8"
    case .mixed(let line, let column, let byte):
      "UTF-8 except for byte 0x\(hex(byte)) at line \(line), column \(column): two encodings in one file; "
        + "put that text right and save it as UTF-8"
    }
  }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

/// Finds the encoding of a text file and gives its text as UTF-8 without a byte order mark.
///
/// UTF-8 is taken only where every byte is; UTF-16 by its mark or by where its zero bytes lie; what is left is
/// Windows-1252 unless it holds one of the five bytes that encoding lacks.
package func decodeToUTF8(_ bytes: [UInt8]) throws(EncodingRefusal) -> (utf8: [UInt8], name: String) {
  if let kind = notTextKind(bytes) { throw .notText(kind) }
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
    throw .unsupported("UTF-32")
  }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    guard let bad = firstInvalidUTF8(bytes) else {
      return (Array(bytes[3...]), TextEncodingGuess.utf8Marked.rawValue)
    }
    let position = linePosition(in: bytes, at: bad)
    throw .mixed(line: position.line, column: position.column, byte: bytes[bad])
  }
  if let guess = utf16Guess(bytes) {
    return (try utf16(bytes, guess), guess.rawValue)
  }
  guard let bad = firstInvalidUTF8(bytes) else { return (bytes, TextEncodingGuess.utf8.rawValue) }
  return (try windows1252(bytes, firstBad: bad), TextEncodingGuess.windows1252.rawValue)
}

/// The first byte that is not well-formed UTF-8; nil where all of it is.
package func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

private func notTextKind(_ bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a zip archive or a spreadsheet (xlsx, ods)" }
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old spreadsheet or document (xls, doc)" }
  if bytes.starts(with: [0x1F, 0x8B]) { return "a compressed file (gzip)" }
  if bytes.starts(with: "%PDF-".utf8) { return "a PDF" }
  return nil
}

private func utf16Guess(_ bytes: [UInt8]) -> TextEncodingGuess? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
  // Without a mark, Latin text in UTF-16 has a zero in nearly every other byte.
  let sample = min(bytes.count, 4096) & ~1
  guard sample >= 4 else { return nil }
  var zeros = (even: 0, odd: 0)
  for index in 0..<sample where bytes[index] == 0 {
    if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
  }
  let many = sample / 2 * 6 / 10
  if zeros.odd >= many, zeros.even * 10 < zeros.odd { return .utf16LittleEndian }
  if zeros.even >= many, zeros.odd * 10 < zeros.even { return .utf16BigEndian }
  return nil
}

private func utf16(_ bytes: [UInt8], _ guess: TextEncodingGuess) throws(EncodingRefusal) -> [UInt8] {
  guard bytes.count % 2 == 0 else { throw .brokenUTF16(guess, offset: bytes.count - 1) }
  let low = guess == .utf16BigEndian ? 1 : 0
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for index in stride(from: 0, to: bytes.count, by: 2) {
    units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
  }
  var plain: [UInt8] = []
  plain.reserveCapacity(units.count + units.count / 4)
  var at = units.first == 0xFEFF ? 1 : 0
  while at < units.count {
    let unit = UInt32(units[at])
    var code = unit
    if unit & 0xF800 == 0xD800 {
      guard unit < 0xDC00, at + 1 < units.count, units[at + 1] & 0xFC00 == 0xDC00 else {
        throw .brokenUTF16(guess, offset: at * 2)
      }
      code = 0x10000 + (unit & 0x3FF) << 10 + UInt32(units[at + 1] & 0x3FF)
      at += 1
    }
    appendUTF8(code, to: &plain)
    at += 1
  }
  return plain
}

private func appendUTF8(_ code: UInt32, to plain: inout [UInt8]) {
  guard code >= 0x80 else {
    plain.append(UInt8(code))
    return
  }
  guard let scalar = Unicode.Scalar(code) else { return }
  plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
}

private func windows1252(_ bytes: [UInt8], firstBad: Int) throws(EncodingRefusal) -> [UInt8] {
  // Text that is UTF-8 in more places than not was UTF-8 before something else was pasted in.
  var good = 0
  var bad = 0
  var at = 0
  while at < bytes.count {
    guard bytes[at] >= 0x80 else {
      at += 1
      continue
    }
    let length = bytes[at] >= 0xF0 ? 4 : bytes[at] >= 0xE0 ? 3 : 2
    if firstInvalidUTF8(bytes, from: at, to: min(at + length, bytes.count)) == nil {
      good += 1
      at += length
    } else {
      bad += 1
      at += 1
    }
  }
  let place = linePosition(in: bytes, at: firstBad)
  guard good <= bad else { throw .mixed(line: place.line, column: place.column, byte: bytes[firstBad]) }
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count + bytes.count / 16)
  for (index, byte) in bytes.enumerated() {
    guard byte >= 0x80 else {
      plain.append(byte)
      continue
    }
    let code = byte >= 0xA0 ? UInt16(byte) : windows1252High[Int(byte - 0x80)]
    guard code != 0 else {
      throw .neither(
        line: place.line, byte: bytes[firstBad], undefined: byte,
        undefinedLine: linePosition(in: bytes, at: index).line)
    }
    appendUTF8(UInt32(code), to: &plain)
  }
  return plain
}

/// Bytes 0x80…0x9F; 0 where the encoding has nothing.
private let windows1252High: [UInt16] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
  0x017E,
  0x0178,
]
