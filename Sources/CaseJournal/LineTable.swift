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

  mutating func reserve(_ lines: Int) { starts.reserveCapacity(lines) }

  mutating func append(at start: UInt64, end: UInt64) {
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
  /// Links behind those of a snapshot.
  private var lines: [UInt32] = []
  private var previous: [UInt32] = []
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
  }

  private var caseCount: Int { (baseNewest?.count ?? 0) + newest.count }

  /// Notes that a line tells of that case; once per line, whatever it tells.
  mutating func append(_ seq: UInt64, to index: Int) {
    while caseCount <= index { newest.append(CaseChains.none) }
    let last = newestLink(index)
    if last != CaseChains.none, link(last).line == UInt32(seq) { return }
    lines.append(UInt32(seq))
    previous.append(last)
    let own = UInt32(baseCount + lines.count - 1)
    let old = baseNewest?.count ?? 0
    if index < old { moved[index] = own } else { newest[index - old] = own }
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
    let old = baseNewest?.count ?? 0
    if index >= old { return newest[index - old] }
    if let link = moved[index] { return link }
    return UInt32(truncatingIfNeeded: baseNewest?.record(index)?[0] ?? UInt64(CaseChains.none))
  }

  private func link(_ at: UInt32) -> (line: UInt32, before: UInt32) {
    let at = Int(at)
    if at >= baseCount {
      let place = at - baseCount
      guard place < lines.count else {
        baseLinks?.bytes.distrust()
        return (0, CaseChains.none)
      }
      return (lines[place], previous[place])
    }
    let word = baseLinks?.record(at)?[0] ?? UInt64(CaseChains.none) << 32
    return (UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32))
  }

  /// Hands out every link as a word, in order.
  func eachLink<Failure: Error>(_ take: (UInt64) throws(Failure) -> Void) throws(Failure) {
    for at in 0..<baseCount + lines.count {
      let (line, before) = link(UInt32(at))
      try take(UInt64(line) | UInt64(before) << 32)
    }
  }

  /// Hands out the newest link of every case, in order.
  func eachNewest<Failure: Error>(_ take: (UInt64) throws(Failure) -> Void) throws(Failure) {
    for index in 0..<caseCount { try take(UInt64(newestLink(index))) }
  }
}
