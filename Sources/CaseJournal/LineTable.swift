import Complaints

/// Where each line begins: one place per sequence number, across all segments.
struct LineTable {
  private var starts: [UInt64] = []
  /// The end of the last line.
  private(set) var end: UInt64 = 0

  var count: Int { starts.count }

  mutating func reserve(_ lines: Int) { starts.reserveCapacity(lines) }

  mutating func append(at start: UInt64, end: UInt64) {
    starts.append(start)
    self.end = end
  }

  /// Start and length, newline included, of the line with that sequence number; nil where there is none.
  subscript(_ seq: UInt64) -> (start: UInt64, length: Int)? {
    guard seq >= 1, seq <= UInt64(starts.count) else { return nil }
    let index = Int(seq) - 1
    let next = index + 1 < starts.count ? starts[index + 1] : end
    return (starts[index], Int(next - starts[index]))
  }
}

/// The lines of each case, newest first: a link per case and line, and the newest link of every case.
struct CaseChains {
  private var lines: [UInt32] = []
  private var previous: [UInt32] = []
  private var newest: [UInt32] = []

  private static let none = UInt32.max

  /// Notes that a line tells of that case; once per line, whatever it tells.
  mutating func append(_ seq: UInt64, to index: Int) {
    while newest.count <= index { newest.append(CaseChains.none) }
    let last = newest[index]
    if last != CaseChains.none, lines[Int(last)] == UInt32(seq) { return }
    lines.append(UInt32(seq))
    previous.append(last)
    newest[index] = UInt32(lines.count - 1)
  }

  /// The sequence numbers of a case's lines, oldest first.
  func lines(of index: Int) -> [UInt64] {
    guard newest.indices.contains(index) else { return [] }
    var found: [UInt64] = []
    var link = newest[index]
    while link != CaseChains.none {
      found.append(UInt64(lines[Int(link)]))
      link = previous[Int(link)]
    }
    return found.reversed()
  }
}
