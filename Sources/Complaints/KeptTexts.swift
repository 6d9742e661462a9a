/// The folded texts of every case as a snapshot keeps them: one run each, in the order of the cases.
///
/// They are searched where they lie, and every process shares them.
package struct KeptTexts: Sendable {
  private let bytes: any SnapshotBytes
  /// Where the runs lie.
  private let places: Range<Int>
  /// Where each run begins among them, and behind the last where that ends.
  private let starts: [UInt32]

  /// Nil where the runs do not follow each other, or do not fill the places.
  package init?(_ bytes: any SnapshotBytes, _ places: Range<Int>, starts: [UInt32]) {
    guard places.lowerBound >= 0, places.upperBound <= bytes.count, starts.first == 0,
      starts.last.map({ Int($0) }) == places.count
    else { return nil }
    for place in starts.indices.dropFirst() where starts[place] < starts[place - 1] { return nil }
    self.bytes = bytes
    self.places = places
    self.starts = starts
  }

  /// How many cases have a run, which may be empty.
  package var count: Int { starts.count - 1 }

  /// Bytes of all runs.
  var size: Int { places.count }

  func run(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  /// Lends all runs out.
  func read(_ use: (Span<UInt8>) -> Void) { bytes.span(places, use) }

  /// The case in whose run a place lies, none before `first`.
  func index(of place: Int, after first: Int) -> Int {
    runHolding(place, after: first, starts.count - 1) { Int(starts[$0]) }
  }
}

/// The run a place lies in, none before `first`: the next one is seldom far, so doubling steps forwards, then
/// halving between the last two.
func runHolding(_ place: Int, after first: Int, _ count: Int, _ start: (Int) -> Int) -> Int {
  var low = first
  var step = 1
  while low + step < count, start(low + step) <= place {
    low += step
    step *= 2
  }
  var high = min(low + step, count)
  while high - low > 1 {
    let middle = (low + high) / 2
    if start(middle) <= place { low = middle } else { high = middle }
  }
  return low
}

/// The first bytes of a text, for sorting: compared as the text is, without a copy of it on the heap.
package struct TextOrder: Hashable, Sendable, Comparable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Bytes that are compared; texts that only differ behind them count as equal.
  package static let size = 32

  package init() {}

  package init(_ text: some Sequence<UInt8>) {
    for (place, byte) in text.prefix(TextOrder.size).enumerated() { put(byte, at: place) }
  }

  mutating func put(_ byte: UInt8, at place: Int) {
    let bits = UInt64(byte) << UInt64(56 - (place & 7) * 8)
    switch place >> 3 {
    case 0: words.0 |= bits
    case 1: words.1 |= bits
    case 2: words.2 |= bits
    default: words.3 |= bits
    }
  }

  package static func == (left: TextOrder, right: TextOrder) -> Bool { left.words == right.words }
  package static func < (left: TextOrder, right: TextOrder) -> Bool { left.words < right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
