import Complaints

/// The kinds of events about a case as they begin in a line of ours, `kind@1","case":"C`, found by one look.
///
/// The name's end is not searched for: three words from its first byte lead to the one kind it can be, and
/// those words then tell whether it is that one. Multiply and shift (Dietzfelbinger et al., A Reliable Randomized
/// Algorithm for the Closest-Pair Problem, 1997), by a factor that leads no two kinds to the same place.
struct KindTable: Sendable {
  /// What an event is.
  enum Kind: Sendable {
    case entry(EntryKind)
    /// A step, by its place among all.
    case step(Int)
  }

  fileprivate struct Known: Sendable {
    var first: UInt64
    var middle: UInt64
    var last: UInt64
    /// The bytes of `last` that are the same in every line.
    var mask: UInt64
    var length: Int
    var kind: Kind
  }

  static let all = KindTable()
  /// No kinds, for a scanner that has not scanned yet.
  static let none = KindTable(known: [], factor: 1, places: [KindTable.nothing], shift: 63, loose: 0)

  /// What stands behind every kind.
  private static let behind = "\",\"case\":\"C"
  private static let nothing = UInt8.max
  private static let bits: UInt64 = 11

  private let known: [Known]
  private let factor: UInt64
  /// By hash the place among the known; `nothing` where there is none.
  private let places: [UInt8]
  private let shift: UInt64
  /// How many bits of the third word are not the same in every line behind the shortest kind: no part of the hash.
  private let loose: UInt64
}

extension KindTable {
  /// The table of every kind about a case, and of those about the landlord, which no scanner reads.
  private init() {
    let named =
      EntryKind.allCases.map { ($0.versioned, Kind.entry($0)) }
      + StepKind.allCases.enumerated().map { ($0.element.versioned, Kind.step($0.offset)) }
    // What is longer than three words is left to the way that reads any line.
    let known = named.filter { $0.0.utf8.count <= 24 }.map { Known($0.0, $0.1) }
    let shortest = known.map(\.length).min() ?? 24
    let loose = UInt64(8 * max(0, 24 - shortest - KindTable.behind.utf8.count))
    let shift = 64 - KindTable.bits
    var factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    // About one factor in thirty will do.
    for _ in 0..<10_000 {
      var places = [UInt8](repeating: KindTable.nothing, count: 1 << Int(KindTable.bits))
      let meet = known.indices.contains { index in
        let slot = Int(known[index].hash(factor, loose) >> shift)
        defer { places[slot] = UInt8(truncatingIfNeeded: index) }
        return places[slot] != KindTable.nothing
      }
      if !meet {
        self.init(known: known, factor: factor, places: places, shift: shift, loose: loose)
        return
      }
      factor = factor &* 0xD134_2543_DE82_EF95 &+ 2
    }
    self = KindTable.none
  }

  /// The kind that stands there and the bytes of its name; nil where it is none of ours.
  @inline(__always)
  func kind(_ bytes: PlainBytes, _ at: Int) -> (kind: Kind, length: Int)? {
    let first = bytes.word(at)
    let middle = bytes.word(at + 8)
    let last = bytes.word(at + 16)
    let slot = Int(KindTable.hash(first, middle, last, factor, loose) >> shift)
    let place = places[slot]
    guard place != KindTable.nothing else { return nil }
    let known = self.known[Int(place)]
    guard known.first == first, known.middle == middle, known.last == last & known.mask else { return nil }
    return (known.kind, known.length)
  }

  @inline(__always)
  fileprivate static func hash(
    _ first: UInt64, _ middle: UInt64, _ last: UInt64, _ factor: UInt64, _ loose: UInt64
  ) -> UInt64 {
    // Turned before they are mixed: many kinds share words at the same place.
    ((first << 7 | first >> 57) ^ (middle << 31 | middle >> 33) ^ last << loose) &* factor
  }
}

extension KindTable.Known {
  fileprivate init(_ name: String, _ kind: KindTable.Kind) {
    let bytes = Array((name + KindTable.behind).utf8)
    var words: [UInt64] = [0, 0, 0]
    for (at, byte) in bytes.prefix(24).enumerated() { words[at / 8] |= UInt64(byte) << UInt64(at % 8 * 8) }
    let sure = max(0, min(8, bytes.count - 16))
    self.init(
      first: words[0], middle: words[1], last: words[2],
      mask: sure == 8 ? .max : 1 << UInt64(sure * 8) - 1, length: name.utf8.count, kind: kind)
  }

  fileprivate func hash(_ factor: UInt64, _ loose: UInt64) -> UInt64 {
    KindTable.hash(first, middle, last, factor, loose)
  }
}
