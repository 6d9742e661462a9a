/// Steps through a line in the form this release writes: known names in a known order.
///
/// Each step looks at no more than 64 bytes from a place not behind `limit`, which is what the loads without
/// a check rest on (`RawBytes.swift`).
struct PlainCursor {
  let bytes: PlainBytes
  var at: Int
  /// Where the line's proofs begin, 92 bytes before its end.
  let limit: Int

  /// Passes that text where it stands here.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    guard at <= limit, bytes.stands(text, at) else { return false }
    at &+= text.utf8CodeUnitCount
    return true
  }

  /// Passes the beginning of a member up to its value, and the comma before it where there is one.
  @inline(__always)
  mutating func member(_ text: StaticString) -> Bool {
    guard at <= limit else { return false }
    let from = bytes[at] == 0x2C ? at &+ 1 : at
    guard bytes.stands(text, from) else { return false }
    at = from &+ text.utf8CodeUnitCount
    return true
  }

  /// The rest of a string whose opening quote is passed; the closing one is passed too.
  @inline(__always)
  mutating func string() -> TextSlice? {
    let start = at
    var escaped = false
    while at < limit {
      let plain = bytes.plain(at)
      at &+= plain
      if plain == 16 { continue }
      guard at < limit else { return nil }
      if bytes[at] == 0x22 {
        let slice = TextSlice(start: start, length: at &- start, escaped: escaped)
        at &+= 1
        return slice
      }
      escaped = true
      at &+= 2
    }
    return nil
  }

  /// The rest of a word of ours, without escapes and no longer than that many bytes; its closing quote is passed too.
  @inline(__always)
  mutating func word(upTo longest: Int = 24) -> TextSlice? {
    guard at < limit else { return nil }
    let start = at
    var next = at
    while next &- start <= longest {
      // A zero byte in `x` sets the high bit of its place in (x - 01…) & ~x & 80….
      let word = bytes.word(next) ^ 0x2222_2222_2222_2222
      let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if found == 0 {
        next &+= 8
        continue
      }
      next &+= found.trailingZeroBitCount / 8
      guard next &- start <= longest else { return nil }
      at = next &+ 1
      return TextSlice(start: start, length: next &- start, escaped: false)
    }
    return nil
  }

  /// A whole number of up to nine digits.
  @inline(__always)
  mutating func number() -> Int? {
    guard at <= limit else { return nil }
    var (value, count) = bytes.digits(at)
    while count >= 8 {
      // More than a word shows: one by one.
      let digit = bytes[at &+ count] &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt32(digit)
      count &+= 1
      guard count <= 9 else { return nil }
    }
    guard count > 0, bytes[at] != 0x30 || count == 1 else { return nil }
    at &+= count
    switch bytes[at] {
    case 0x2C, 0x7D, 0x5D: return Int(value)
    default: return nil
    }
  }

  /// The next member's name, its colon passed; nil at the object's end, which is passed too.
  ///
  /// Begin behind the opening brace or behind a member. `ended` tells an end from a failure.
  @inline(__always)
  mutating func name(ended: inout Bool) -> TextSlice? {
    if take("}") {
      ended = true
      return nil
    }
    guard member("\""), let name = string(), !name.escaped, take(":") else { return nil }
    return name
  }

  /// Passes over any value.
  @inline(__always)
  mutating func skipValue(_ span: Span<UInt8>) -> Bool {
    if take("\"") { return string() != nil }
    var rest = checked
    guard rest.skipValue(span) else { return false }
    at = rest.at
    return true
  }

  /// Passes the rest of an object, this being behind its opening brace or behind one of its members.
  mutating func skipObject(_ span: Span<UInt8>) -> Bool {
    var ended = false
    while name(ended: &ended) != nil {
      guard skipValue(span) else { return false }
    }
    return ended
  }

  /// The same place for the steps that check every byte.
  var checked: JSONCursor { JSONCursor(at: at, limit: limit) }
}
