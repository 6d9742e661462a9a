package import Complaints
import Glibc

/// Finds one run of bytes in others, by its rarest byte: `memchr` passes over the rest many bytes at a time.
package struct ByteSearch: Sendable {
  private let needle: [UInt8]
  /// Place in the needle of the byte that is looked for.
  private let rare: Int

  package init(_ needle: [UInt8]) {
    self.needle = needle
    var best = 0
    for (place, byte) in needle.enumerated()
    where ByteSearch.frequency(byte) < ByteSearch.frequency(needle[best]) { best = place }
    rare = best
  }

  /// Whether the needle stands anywhere in those bytes; an empty one always does.
  package func isIn(_ bytes: Span<UInt8>) -> Bool { first(in: bytes, from: 0) != nil }

  /// The way a search arena finds its needles.
  package static let finder: ByteFinder = { bytes, needle, from, to in
    ByteSearch(needle).first(in: bytes.extracting(0..<to), from: from)
  }

  /// Where the needle next stands at or after that place.
  package func first(in bytes: Span<UInt8>, from: Int) -> Int? {
    guard !needle.isEmpty else { return from <= bytes.count ? from : nil }
    let last = bytes.count - needle.count
    guard from <= last else { return nil }
    // SAFETY: every place looked at lies between `from` and `last + needle.count`, inside the span.
    return unsafe bytes.withUnsafeBytes { all -> Int? in
      unsafe needle.withUnsafeBytes { wanted -> Int? in
        guard let start = all.baseAddress, let sought = wanted.baseAddress else { return nil }
        let byte = Int32(needle[rare])
        var at = from
        while at <= last {
          guard let found = unsafe memchr(start + at + rare, byte, last - at + 1) else { return nil }
          at = unsafe UnsafeRawPointer(found) - start - rare
          if unsafe memcmp(start + at, sought, wanted.count) == 0 { return at }
          at += 1
        }
        return nil
      }
    }
  }

  /// How often a byte stands in English text and addresses, roughly, folded to lower case.
  private static func frequency(_ byte: UInt8) -> Int {
    switch byte {
    case 0x20: 180
    case 0x65: 120
    case 0x61, 0x74, 0x6F, 0x69, 0x6E, 0x73, 0x72: 75
    case 0x68, 0x6C, 0x64: 45
    case 0x63, 0x75, 0x6D, 0x70, 0x67, 0x66, 0x79, 0x77, 0x62: 22
    case 0x76, 0x6B, 0x2C, 0x2E, 0x30...0x39: 10
    default: 3
    }
  }
}
