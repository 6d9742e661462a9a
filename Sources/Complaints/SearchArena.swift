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
/// A case's text is a tag byte (`SearchField`) before each field and a zero at the end. What a snapshot keeps
/// stays where it lies; a case searched anew (a correction) gets a new run, and the old one stays behind, unused.
package struct SearchArena: Sendable {
  /// The texts of a snapshot, of the first cases.
  private var kept: KeptTexts?
  private var keptCount = 0
  private var bytes: [UInt8] = []
  /// Start of each run, in the order of the bytes, and its case.
  private var starts: [UInt64] = []
  private var cases: [UInt32] = []
  /// The newest run of each case behind the kept ones, by its place there.
  private var runOf: [UInt32] = []
  /// The newest run of each case of the snapshot that was told otherwise since.
  private var again: [UInt32: UInt32] = [:]
  /// How a needle is found; whoever knows the machine puts a faster way here.
  package var finder: ByteFinder = { needle in { findByLoop($0, needle, $1, $2) } }

  private static let noRun = UInt32.max

  package init() {}

  /// Begins with the texts a snapshot keeps.
  package init(_ kept: KeptTexts) {
    self.kept = kept
    keptCount = kept.count
  }

  /// Makes room for that many bytes of that many cases.
  package mutating func reserve(bytes: Int, cases: Int) {
    self.bytes.reserveCapacity(bytes)
    starts.reserveCapacity(cases)
    self.cases.reserveCapacity(cases)
    runOf.reserveCapacity(cases)
  }

  /// Bytes of all texts, of them those held here and not in a snapshot.
  package var byteCount: (all: Int, own: Int) { (bytes.count + (kept?.size ?? 0), bytes.count) }

  /// Cases the newest of which has a run.
  package var caseCount: Int { keptCount + runOf.count }

  /// Begins the run of a case; `index` is `CaseNumber.index`.
  package mutating func begin(_ index: Int) {
    if index < keptCount {
      again[UInt32(index)] = UInt32(starts.count)
    } else {
      while runOf.count <= index - keptCount { runOf.append(SearchArena.noRun) }
      runOf[index - keptCount] = UInt32(starts.count)
    }
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

  /// The newest run of a case among those held here; nil where there is none, or the snapshot has it.
  private func ownRun(_ index: Int) -> Int? {
    if index < keptCount { return again[UInt32(index)].map { Int($0) } }
    let place = index - keptCount
    guard place < runOf.count, runOf[place] != SearchArena.noRun else { return nil }
    return Int(runOf[place])
  }

  /// Where a run held here ends: where the next begins.
  private func end(ofRun run: Int) -> Int { run + 1 < starts.count ? Int(starts[run + 1]) : bytes.count }

  /// Lends out the bytes the text of a case lies in, and where; nothing where it has none.
  private func read(_ index: Int, _ use: (Span<UInt8>, Range<Int>) -> Void) {
    if let run = ownRun(index) {
      use(bytes.span, Int(starts[run])..<end(ofRun: run))
    } else if index < keptCount, let kept {
      kept.read { use($0, kept.run(index)) }
    }
  }

  /// Whether a case's text holds that folded needle, in one field or in any.
  package func matches(_ needle: [UInt8], in index: Int, field: SearchField? = nil) -> Bool {
    needle.isEmpty || matches(in: index, field: field, finder(needle))
  }

  private func matches(in index: Int, field: SearchField?, _ find: NeedleFinder) -> Bool {
    var holds = false
    read(index) { bytes, run in
      var from = run.lowerBound
      while let found = find(bytes, from, run.upperBound) {
        if field == nil || tag(before: found, bytes) == field?.rawValue {
          holds = true
          return
        }
        from = found + 1
      }
    }
    return holds
  }

  /// The tag of the field a place lies in.
  private func tag(before place: Int, _ bytes: Span<UInt8>) -> UInt8 {
    var at = place
    while at > 0, bytes[at] >= 0x20 { at -= 1 }
    return bytes[at]
  }

  /// The cases among `candidates` whose text holds every needle.
  package func filter(_ candidates: [UInt32], needles: [[UInt8]]) -> [UInt32] {
    let byLength = needles.sorted { $0.count > $1.count }
    var left = candidates
    for needle in byLength where !needle.isEmpty {
      let holding = self.cases(holding: needle, among: left)
      left = left.filter { holding.contains(Int($0)) }
    }
    return left
  }

  /// The cases whose text holds the needle, in one field or in any.
  ///
  /// `candidates` are the only cases asked about, where they are known.
  package func cases(
    holding needle: [UInt8], in field: SearchField? = nil, among candidates: [UInt32]? = nil
  ) -> CaseSet {
    guard !needle.isEmpty else { return CaseSet(cases: caseCount, all: true) }
    var holding = CaseSet(cases: caseCount)
    let find = finder(needle)
    // Of few cases: one search each is quicker than one pass over all text.
    if let candidates, candidates.count <= 64 || candidates.count * 8 <= caseCount {
      for index in candidates where matches(in: Int(index), field: field, find) { holding.insert(Int(index)) }
      return holding
    }
    if let kept {
      kept.read { bytes in
        var from = 0
        var index = 0
        while let found = find(bytes, from, bytes.count) {
          index = kept.index(of: found, after: index)
          let isHere = field == nil || tag(before: found, bytes) == field?.rawValue
          if isHere, again.isEmpty || again[UInt32(index)] == nil { holding.insert(index) }
          from = isHere ? kept.run(index).upperBound : found + 1
        }
      }
    }
    var from = 0
    var run = 0
    while let found = find(bytes.span, from, bytes.count) {
      run = runHolding(found, after: run, starts.count) { Int(starts[$0]) }
      let isHere = field == nil || tag(before: found, bytes.span) == field?.rawValue
      // A run left behind by a correction counts for nothing.
      if isHere, ownRun(Int(cases[run])) == run { holding.insert(Int(cases[run])) }
      from = isHere ? end(ofRun: run) : found + 1
    }
    return holding
  }

  /// By what those cases sort after the first text of a field; empty where a case has none.
  package func order(_ indexes: [UInt32], by field: SearchField) -> [TextOrder] {
    var orders: [TextOrder] = []
    orders.reserveCapacity(indexes.count)
    for index in indexes {
      var order = TextOrder()
      read(Int(index)) { bytes, run in
        var at = run.lowerBound
        while at < run.upperBound, bytes[at] != field.rawValue { at += 1 }
        at += 1
        let first = at
        while at < run.upperBound, bytes[at] >= 0x20, at - first < TextOrder.size {
          order.put(bytes[at], at: at - first)
          at += 1
        }
      }
      orders.append(order)
    }
    return orders
  }

  /// Hands out the run of each case in order, for a snapshot to keep; empty where a case has none.
  package func eachRun<Failure: Error>(
    _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    for index in 0..<caseCount {
      var copied: [UInt8] = []
      read(index) { bytes, run in
        copied.reserveCapacity(run.count)
        for at in run { copied.append(bytes[at]) }
      }
      try take(copied)
    }
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
