package import Complaints
import CHashes
import Glibc

/// Finds one run of bytes in others: by its two rarest bytes, thirty-two places at once where the processor
/// can, else by `memchr` for the rarest.
package struct ByteSearch: Sendable {
  private let needle: [UInt8]
  /// Places in the needle of the bytes that are looked for.
  private let rare: Int
  private let second: Int
  private let byPairs: Bool

  package init(_ needle: [UInt8], byPairs: Bool = search_has_pairs() != 0) {
    self.needle = needle
    self.byPairs = byPairs && search_has_pairs() != 0
    var best = 0
    for (place, byte) in needle.enumerated()
    where ByteSearch.frequency(byte) < ByteSearch.frequency(needle[best]) { best = place }
    rare = best
    // Another place, or the same in a needle of one byte; of bytes as rare the farthest, for those of one word come
    // together.
    var next = best == 0 ? needle.count - 1 : 0
    for (place, byte) in needle.enumerated() where place != best {
      let (rarity, known) = (ByteSearch.frequency(byte), ByteSearch.frequency(needle[next]))
      if rarity < known || rarity == known && abs(place - best) > abs(next - best) { next = place }
    }
    second = max(0, next)
  }

  /// Whether the needle stands anywhere in those bytes; an empty one always does.
  package func isIn(_ bytes: Span<UInt8>) -> Bool { first(in: bytes, from: 0) != nil }

  /// The way a search arena finds its needles.
  package static let finder: ByteFinder = { needle in
    let search = ByteSearch(needle)
    return { bytes, from, to in search.first(in: bytes.extracting(0..<to), from: from) }
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
        if byPairs {
          let found = unsafe search_pair(
            start.assumingMemoryBound(to: UInt8.self), from, last,
            sought.assumingMemoryBound(to: UInt8.self), wanted.count, rare, second)
          // SIZE_MAX, as Swift has it.
          return found < 0 ? nil : found
        }
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
