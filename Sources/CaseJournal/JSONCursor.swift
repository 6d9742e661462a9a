import Complaints

/// A JSON string as it stands in the bytes: what is between its quotes.
///
/// Eight bytes, for a scanned contact holds fifteen of them.
struct TextSlice {
  private var first: UInt32 = 0
  /// Length above, whether there are escapes in the lowest bit.
  private var packed: UInt32 = 0

  static let none = TextSlice()

  init() {}

  @inline(__always)
  init(start: Int, length: Int, escaped: Bool) {
    first = UInt32(truncatingIfNeeded: start)
    packed = UInt32(truncatingIfNeeded: length) << 1 | (escaped ? 1 : 0)
  }

  var start: Int { Int(first) }
  var length: Int { Int(packed >> 1) }
  var escaped: Bool { packed & 1 == 1 }
  var isEmpty: Bool { packed < 2 }
  var end: Int { start + length }

  /// Where the text lies in the journal, `shift` being what turns a place in the chunk into one there.
  @inline(__always)
  func place(_ shift: Int) -> TextPlace {
    length == 0 ? .none : TextPlace(offset: UInt64(start + shift), length: length, escaped: escaped)
  }
}

/// Steps through JSON without blanks, forwards only; anything unexpected is nil or false, never a trap.
///
/// Reads up to eight bytes past `limit`: behind every payload stand the line's proofs, 92 bytes.
struct JSONCursor {
  var at: Int
  let limit: Int

  @inline(__always)
  mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard at < limit, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// The string that begins here.
  @inline(__always)
  mutating func string(_ bytes: Span<UInt8>) -> TextSlice? {
    guard take(0x22, bytes) else { return nil }
    let start = at
    var escaped = false
    while at < limit {
      let word = wordAt(bytes, at)
      // A zero byte in `x` sets the high bit of its place in (x - 01…) & ~x & 80….
      let quote = word ^ 0x2222_2222_2222_2222
      let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let quoted = (quote &- 0x0101_0101_0101_0101) & ~quote
      let slashed = (slash &- 0x0101_0101_0101_0101) & ~slash
      let found = (quoted | slashed) & 0x8080_8080_8080_8080
      if found == 0 {
        at += 8
        continue
      }
      at += found.trailingZeroBitCount / 8
      guard at < limit else { return nil }
      if bytes[at] == 0x22 {
        let slice = TextSlice(start: start, length: at - start, escaped: escaped)
        at += 1
        return slice
      }
      escaped = true
      at += 2
    }
    return nil
  }

  /// A whole number without sign, fraction or exponent.
  @inline(__always)
  mutating func number(_ bytes: Span<UInt8>) -> Int? {
    let start = at
    var value = 0
    while at < limit, at - start < 18 {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      at += 1
    }
    guard at > start, at < limit else { return nil }
    if bytes[start] == 0x30, at - start > 1 { return nil }
    switch bytes[at] {
    case 0x2C, 0x7D, 0x5D: return value
    default: return nil
    }
  }

  /// Passes over any value.
  mutating func skipValue(_ bytes: Span<UInt8>) -> Bool {
    guard at < limit else { return false }
    switch bytes[at] {
    case 0x22: return string(bytes) != nil
    case 0x7B, 0x5B: break
    case 0x74: return passes("true", bytes)
    case 0x66: return passes("false", bytes)
    case 0x6E: return passes("null", bytes)
    default:
      // A number: whether its signs stand where they may is for whoever reads it.
      let start = at
      while at < limit {
        switch bytes[at] {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: at += 1
        case 0x2C, 0x7D, 0x5D: return at > start
        default: return false
        }
      }
      return false
    }
    var depth = 0
    while at < limit {
      switch bytes[at] {
      case 0x22:
        guard string(bytes) != nil else { return false }
        continue
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 {
          at += 1
          return true
        }
      default: break
      }
      at += 1
    }
    return false
  }

  /// Passes the rest of an object, this being behind its opening brace or behind one of its members.
  mutating func skipObject(_ bytes: Span<UInt8>) -> Bool {
    var ended = false
    while name(bytes, ended: &ended) != nil {
      guard skipValue(bytes) else { return false }
    }
    return ended
  }

  private mutating func passes(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    guard literal(bytes, at, word) else { return false }
    at += word.utf8CodeUnitCount
    guard at < limit else { return false }
    return bytes[at] == 0x2C || bytes[at] == 0x7D || bytes[at] == 0x5D
  }

  /// The next member's name, its colon passed; nil at the object's end, which is passed too.
  ///
  /// Begin behind the opening brace. `ended` tells an end from a failure.
  @inline(__always)
  mutating func name(_ bytes: Span<UInt8>, ended: inout Bool) -> TextSlice? {
    guard at < limit else { return nil }
    if bytes[at] == 0x7D {
      at += 1
      ended = true
      return nil
    }
    if bytes[at] == 0x2C { at += 1 }
    guard let name = string(bytes), !name.escaped, take(0x3A, bytes) else { return nil }
    return name
  }
}
