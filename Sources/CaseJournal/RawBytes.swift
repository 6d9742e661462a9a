import CHashes

/// The eight bytes from that place, the first in the lowest bits; traps outside the span.
@inline(__always)
func wordAt(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
  // SAFETY: the load is bounds-checked and any bit pattern is a valid UInt64.
  unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
}

/// A lower-case hex digit for 0…15.
@inline(__always)
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x57 }

/// The eight lower-case hex digits of a word, the first in the lowest bits.
@inline(__always)
func hexWord(_ word: UInt32) -> UInt64 {
  // Each of eight nibbles into a byte of its own, the highest first, then `+ '0'`, and 39 more past nine.
  var spread = UInt64(word)
  spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
  spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
  spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0F
  let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
  return (spread &+ 0x3030_3030_3030_3030 &+ letters &* 39).byteSwapped
}

/// A line and the proofs behind it, read without a check at every byte: that would be a tenth of a replay.
///
/// SAFETY: made only by `reading`, which holds the memory and checks that the line lies inside it with its 92
/// bytes of proofs. `PlainCursor` begins each step at a place not behind where the proofs begin and looks at no
/// more than 64 bytes from there. Debug builds, which run the tests, check every load.
@safe struct PlainBytes {
  private let base: UnsafePointer<UInt8>
  /// Where the line's closing brace is passed.
  private let end: Int

  /// Calls `body` with the line at `from..<to`; nil where that is no part of the bytes.
  @inline(__always)
  static func reading<Result>(
    _ bytes: Span<UInt8>, from: Int, to: Int, _ body: (PlainBytes) -> Result?
  ) -> Result? {
    guard from >= 0, from + 156 <= to, to <= bytes.count else { return nil }
    // SAFETY: the pointer does not outlive the closure.
    return unsafe bytes.withUnsafeBufferPointer { memory -> Result? in
      guard let base = memory.baseAddress else { return nil }
      return body(unsafe PlainBytes(base: base, end: to))
    }
  }

  /// The byte at that place.
  @inline(__always)
  subscript(_ at: Int) -> UInt8 {
    assert(at >= 0 && at < end, "a load outside the line")
    // SAFETY: see the type.
    return unsafe base[at]
  }

  /// The eight bytes from that place, the first in the lowest bits.
  @inline(__always)
  func word(_ at: Int) -> UInt64 {
    assert(at >= 0 && at + 8 <= end, "a load outside the line")
    // SAFETY: see the type.
    return unsafe words_at(base + at)
  }

  /// How many of the sixteen bytes from that place stand before a quote or a backslash.
  @inline(__always)
  func plain(_ at: Int) -> Int {
    assert(at >= 0 && at + 16 <= end, "a load outside the line")
    // SAFETY: see the type.
    return unsafe Int(words_plain(base + at))
  }

  /// The number its digits make, up to the first byte that is none, and how many they are: no more than eight.
  ///
  /// Pairs, then fours, then all eight at once, the missing ones in front being zeros.
  @inline(__always)
  func digits(_ at: Int) -> (value: UInt32, count: Int) {
    let values = word(at) ^ 0x3030_3030_3030_3030
    let others = (values &+ 0x7676_7676_7676_7676 | values) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount / 8
    guard count > 0 else { return (0, 0) }
    var number = values << UInt64(64 &- 8 &* count)
    number = (number &* 10 &+ number >> 8) & 0x00FF_00FF_00FF_00FF
    number = (number &* 100 &+ number >> 16) & 0x0000_FFFF_0000_FFFF
    number = number &* 10_000 &+ number >> 32
    return (UInt32(truncatingIfNeeded: number), count)
  }

  /// Whether that text stands there.
  @inline(__always)
  func stands(_ text: StaticString, _ at: Int) -> Bool {
    assert(at >= 0 && at + text.utf8CodeUnitCount <= end, "a load outside the line")
    // SAFETY: see the type; a StaticString's UTF-8 lives as long as the program.
    return unsafe words_stand(base + at, text.utf8Start, text.utf8CodeUnitCount) != 0
  }
}
