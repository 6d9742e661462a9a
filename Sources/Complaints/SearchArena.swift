/// The fields a person can search a case by, each folded and tagged in the arena.
package enum SearchField: UInt8, CaseIterable, Hashable, Sendable {
  // Values are control bytes that no folded text can hold, so a word never matches across fields.
  case reference = 1
  case person, phone, postcode, address, category, source, ward, area, narrative
}

/// Where the needle next stands in those bytes, from one place to another; nil where it does not.
package typealias NeedleFinder = (Span<UInt8>, Int, Int) -> Int?

/// Makes ready to find one needle many times.
package typealias ByteFinder = @Sendable ([UInt8]) -> NeedleFinder

/// Folded text of every case in one run of bytes, for search without a string per case.
///
/// A case's text is a tag byte (`SearchField`) before each field and a zero at the end. A case searched
/// anew (a correction) gets a new run; the old one stays behind, unused.
package struct SearchArena: Sendable {
  private var bytes: [UInt8] = []
  /// Start of each run, in the order of the bytes, and its case.
  private var starts: [UInt64] = []
  private var cases: [UInt32] = []
  /// The newest run of each case, by case index.
  private var runOf: [UInt32] = []
  /// How a needle is found; whoever knows the machine puts a faster way here.
  package var finder: ByteFinder = { needle in { findByLoop($0, needle, $1, $2) } }

  private static let noRun = UInt32.max

  package init() {}

  /// Makes room for that many bytes of that many cases.
  package mutating func reserve(bytes: Int, cases: Int) {
    self.bytes.reserveCapacity(bytes)
    starts.reserveCapacity(cases)
    self.cases.reserveCapacity(cases)
    runOf.reserveCapacity(cases)
  }

  /// Bytes held, for the memory figure.
  package var byteCount: Int { bytes.count }

  /// Begins the run of a case; `index` is `CaseNumber.index`.
  package mutating func begin(_ index: Int) {
    while runOf.count <= index { runOf.append(SearchArena.noRun) }
    runOf[index] = UInt32(starts.count)
    starts.append(UInt64(bytes.count))
    cases.append(UInt32(index))
  }

  /// Adds one folded field to the open run.
  package mutating func add(_ field: SearchField, folded text: some Collection<UInt8>) {
    guard !text.isEmpty else { return }
    bytes.append(field.rawValue)
    bytes.append(contentsOf: text)
  }

  /// Adds one field of plain ASCII bytes, lower-casing it on the way; the fast path of replay.
  ///
  /// - Returns: false, with nothing added, when a byte is not ASCII or is a backslash.
  package mutating func addASCII(_ field: SearchField, _ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return true }
    var odd: UInt8 = 0
    for at in text.indices { odd |= text[at] & 0x80 | (text[at] == 0x5C ? 1 : 0) }
    guard odd == 0 else { return false }
    bytes.append(addingCapacity: text.count + 1) { room in
      room.append(field.rawValue)
      for at in text.indices {
        let byte = text[at]
        room.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    return true
  }

  /// Ends the open run.
  package mutating func end() { bytes.append(0) }

  /// Where a run's bytes end: where the next begins.
  private func end(ofRun run: Int) -> Int { run + 1 < starts.count ? Int(starts[run + 1]) : bytes.count }

  /// Whether a case's text holds that folded needle, in one field or in any.
  package func matches(_ needle: [UInt8], in index: Int, field: SearchField? = nil) -> Bool {
    needle.isEmpty || matches(in: index, field: field, finder(needle))
  }

  private func matches(in index: Int, field: SearchField?, _ find: NeedleFinder) -> Bool {
    guard runOf.indices.contains(index), runOf[index] != SearchArena.noRun else { return false }
    let run = Int(runOf[index])
    let end = end(ofRun: run)
    var from = Int(starts[run])
    while let found = find(bytes.span, from, end) {
      if field == nil || tag(before: found) == field?.rawValue { return true }
      from = found + 1
    }
    return false
  }

  /// The tag of the field a place lies in.
  private func tag(before place: Int) -> UInt8 {
    var at = place
    while at > 0, bytes[at] >= 0x20 { at -= 1 }
    return bytes[at]
  }

  /// The cases among `candidates` whose text holds every needle.
  package func filter(_ candidates: [UInt32], needles: [[UInt8]]) -> [UInt32] {
    let byLength = needles.sorted { $0.count > $1.count }
    var left = candidates
    for needle in byLength where !needle.isEmpty {
      // Of most of the cases: one pass over all text is quicker than one search a case.
      if left.count > 64, left.count * 8 > runOf.count {
        let holding = holding(needle)
        left = left.filter { holding.indices.contains(Int($0)) && holding[Int($0)] }
      } else {
        let find = finder(needle)
        left = left.filter { matches(in: Int($0), field: nil, find) }
      }
    }
    return left
  }

  /// For each case whether its text holds the needle, by one pass over all of it.
  private func holding(_ needle: [UInt8]) -> [Bool] {
    var holding = [Bool](repeating: false, count: runOf.count)
    var from = 0
    var run = 0
    let find = finder(needle)
    while let found = find(bytes.span, from, bytes.count) {
      run = runHolding(found, after: run)
      let index = Int(cases[run])
      // A run left behind by a correction counts for nothing.
      if runOf[index] == UInt32(run) { holding[index] = true }
      from = end(ofRun: run)
    }
    return holding
  }

  /// The run a place lies in, none before `first`.
  private func runHolding(_ place: Int, after first: Int) -> Int {
    // The next one is seldom far: doubling steps forwards, then halving between the last two.
    var low = first
    var step = 1
    while low + step < starts.count, Int(starts[low + step]) <= place {
      low += step
      step *= 2
    }
    var high = min(low + step, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }
}

/// Finds a needle byte by byte.
package func findByLoop(_ bytes: Span<UInt8>, _ needle: [UInt8], _ from: Int, _ to: Int) -> Int? {
  guard let first = needle.first else { return from <= to ? from : nil }
  let last = to - needle.count
  var at = from
  while at <= last {
    if bytes[at] == first {
      var matched = 1
      while matched < needle.count, bytes[at + matched] == needle[matched] { matched += 1 }
      if matched == needle.count { return at }
    }
    at += 1
  }
  return nil
}
