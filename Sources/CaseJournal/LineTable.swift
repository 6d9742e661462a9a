import Complaints

/// Where each line begins: one place per sequence number, across all segments.
///
/// Those of a snapshot stay where they lie in it.
struct LineTable {
  private var base: RecordSection?
  private var baseCount = 0
  private var starts: [UInt64] = []
  /// The end of the last line.
  private(set) var end: UInt64 = 0

  init() {}

  /// The lines of a snapshot, a word each.
  init(_ base: RecordSection, end: UInt64) {
    self.base = base
    baseCount = base.count
    self.end = end
  }

  var count: Int { baseCount + starts.count }

  mutating func reserve(_ lines: Int) { unsafe starts.reserveRoom(for: lines, askForLargePages) }

  @inline(__always)
  mutating func append(at start: UInt64, end: UInt64) {
    // As the rows: whoever follows along need not move them again and again.
    if starts.count == starts.capacity { starts.reserveCapacity(Swift.max(1 << 16, 2 * starts.count)) }
    starts.append(start)
    self.end = end
  }

  /// Start and length, newline included, of the line with that sequence number; nil where there is none.
  subscript(_ seq: UInt64) -> (start: UInt64, length: Int)? {
    guard seq >= 1, seq <= UInt64(count), let start = start(Int(seq) - 1) else { return nil }
    let next = Int(seq) < count ? self.start(Int(seq)) : end
    // What a snapshot says may be anything: a line has a length that lines have.
    guard let next, next > start, next - start <= UInt64(LineTable.longest) else {
      base?.bytes.distrust()
      return nil
    }
    return (start, Int(next - start))
  }

  /// More than any line may have, its newline and escapes included.
  private static let longest = 1 << 24

  private func start(_ index: Int) -> UInt64? {
    index >= baseCount ? starts[index - baseCount] : base?.record(index)?[0]
  }

  /// Hands out where every line begins, in order.
  func eachStart<Failure: Error>(_ take: (UInt64) throws(Failure) -> Void) throws(Failure) {
    for index in 0..<count { try take(start(index) ?? 0) }
  }
}

/// The lines of each case, newest first: a link per case and line, and the newest link of every case.
struct CaseChains {
  private var baseLinks: RecordSection?
  private var baseNewest: RecordSection?
  private var baseCount = 0
  /// The cases of a snapshot.
  private var baseCases = 0
  /// Links behind those of a snapshot: the line, and above it the link before.
  private var links: [UInt64] = []
  /// The newest link of every case behind those of a snapshot, and of those that have a newer one.
  private var newest: [UInt32] = []
  private var moved: [Int: UInt32] = [:]

  private static let none = UInt32.max

  init() {}

  /// The chains of a snapshot: line and link before it in a word each, and a word for each case.
  init(links: RecordSection, newest: RecordSection) {
    baseLinks = links
    baseNewest = newest
    baseCount = links.count
    baseCases = newest.count
  }

  private var caseCount: Int { baseCases + newest.count }

  /// Makes room for that many lines.
  mutating func reserve(_ lines: Int) { unsafe links.reserveRoom(for: lines, askForLargePages) }

  /// Notes that a line tells of that case; once per line, whatever it tells.
  ///
  /// `once` says that the line tells one thing only: then the case's newest line, far away in memory, is not
  /// looked at.
  @inline(__always)
  mutating func append(_ seq: UInt64, to index: Int, once: Bool = false) {
    let place = index - baseCases
    if links.count == links.capacity { links.reserveCapacity(Swift.max(1 << 16, 2 * links.count)) }
    while newest.count <= place { newest.append(CaseChains.none) }
    let last = place >= 0 ? newest[place] : newestLink(index)
    if !once, last != CaseChains.none, link(last).line == UInt32(seq) { return }
    let own = UInt32(baseCount + links.count)
    links.append(seq & 0xFFFF_FFFF | UInt64(last) << 32)
    if place >= 0 { newest[place] = own } else { moved[index] = own }
  }

  /// The sequence number of the line that opened a case; nil where there is no such case.
  func first(of index: Int) -> UInt64? {
    guard index >= 0, index < caseCount else { return nil }
    var at = newestLink(index)
    guard at != CaseChains.none else { return nil }
    while true {
      let (line, before) = link(at)
      if before == CaseChains.none { return UInt64(line) }
      guard before < at else {
        baseLinks?.bytes.distrust()
        return nil
      }
      at = before
    }
  }

  /// The sequence numbers of a case's lines, oldest first.
  func lines(of index: Int) -> [UInt64] {
    guard index >= 0, index < caseCount else { return [] }
    var found: [UInt64] = []
    var at = newestLink(index)
    while at != CaseChains.none {
      let (line, before) = link(at)
      // A link leads to an older one: what a snapshot says may be anything, and must not lead in a circle.
      guard before == CaseChains.none || before < at else {
        baseLinks?.bytes.distrust()
        return []
      }
      found.append(UInt64(line))
      at = before
    }
    return found.reversed()
  }

  private func newestLink(_ index: Int) -> UInt32 {
    if index >= baseCases { return newest[index - baseCases] }
    if let link = moved[index] { return link }
    return UInt32(truncatingIfNeeded: baseNewest?.record(index)?[0] ?? UInt64(CaseChains.none))
  }

  @inline(__always)
  private func link(_ at: UInt32) -> (line: UInt32, before: UInt32) {
    let place = Int(at) - baseCount
    let word = place >= 0 && place < links.count ? links[place] : baseLink(Int(at))
    return (UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
  }

  private func baseLink(_ at: Int) -> UInt64 {
    guard at < baseCount else {
      baseLinks?.bytes.distrust()
      return UInt64(CaseChains.none) << 32
    }
    return baseLinks?.record(at)?[0] ?? UInt64(CaseChains.none) << 32
  }

  /// Hands out every link as a word, in order.
  func eachLink<Failure: Error>(_ take: (UInt64) throws(Failure) -> Void) throws(Failure) {
    for at in 0..<baseCount + links.count {
      let (line, before) = link(UInt32(at))
      try take(UInt64(line) | UInt64(before) << 32)
    }
  }

  /// Hands out the newest link of every case, in order.
  func eachNewest<Failure: Error>(_ take: (UInt64) throws(Failure) -> Void) throws(Failure) {
    for index in 0..<caseCount { try take(UInt64(newestLink(index))) }
  }
}
