import Clocks
import Complaints

/// One erasure of one line.
struct ErasureStep {
  /// The line that names it.
  var begun: UInt64
  var before: String
  var after: String
  var cases: Set<CaseNumber>
}

/// A walk over lines that proves them: framing, checksums, sequence, order of times, hash chain, erasures.
///
/// A tombstone breaks the chain where it stands: its successor still names the erased line. Such a break is
/// noted and held against the `redaction` events that the walk meets, at its end.
struct ChainWalk {
  private let check = LineCheck(crc: CRC32C(), sha: SHA256())
  private let reader: LineReader
  private var scanner: LineScanner
  /// Whether payloads are read here; else somebody else folds the same lines.
  private let readsPayloads: Bool
  /// Lines found good.
  private(set) var lines = 0
  private(set) var seq: UInt64
  /// Hash of the line before; nil where the walk began in the middle.
  private(set) var previous: SHA256Digest?
  private(set) var lastTime = Moment(microseconds: .min)
  /// Whether the line before sealed its segment.
  private(set) var sealed = false
  /// The newest line read by the slow path.
  private(set) var told: [Entry] = []
  /// Lines whose successor does not name them: what it names instead.
  private var breaks: [UInt64: (named: String, own: String)] = [:]
  /// By line: from which hash to which each erasure changes it, and the line that says so.
  private(set) var erasures: [UInt64: [ErasureStep]] = [:]
  /// Erasures up to this line are said to be finished.
  private(set) var erasedUpTo: UInt64 = 0
  /// Whether the line taken last does not name the one before it.
  private(set) var broke = false

  init(zone: ZoneTable, after seq: UInt64, previous: SHA256Digest?, readsPayloads: Bool = true) {
    self.readsPayloads = readsPayloads
    reader = LineReader(zone: zone)
    scanner = LineScanner(zone: zone)
    // What proves lines believes nothing of them.
    scanner.speculates = false
    self.seq = seq
    self.previous = previous
  }

  /// Begins the next segment.
  mutating func beginSegment() { sealed = false }

  /// Takes the line at `from..<to` and gives its hash.
  @discardableResult
  mutating func take(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) throws(LineFault) -> SHA256Digest {
    guard !sealed else { throw .segmentOrder }
    try check.checksum(bytes, from, to)
    let own = check.sha.of(bytes, from: from, to: to)
    var named: String?
    if let previous {
      do { try check.names(previous, bytes, to) } catch { named = try ChainWalk.previousNamed(bytes, to) }
    }
    let time: Moment
    let found: UInt64
    told = []
    if let line = scanned(bytes, from, to) {
      time = line.recordedAt
      found = line.seq
    } else {
      var copy: [UInt8] = []
      copy.reserveCapacity(to - from)
      for at in from..<to { copy.append(bytes[at]) }
      told = try reader.entries(copy)
      guard let entry = told.first else { throw .unreadable("a batch without events") }
      time = entry.recordedAt
      found = entry.seq
    }
    guard found == seq + 1 else { throw .sequence(expected: seq + 1, found: found) }
    guard time > lastTime else { throw .timeRunsBackwards }
    broke = named != nil
    if let named, let previous { breaks[seq] = (named, previous.hex) }
    for entry in told { note(entry) }
    seq = found
    lastTime = time
    previous = own
    lines += 1
    return own
  }

  private mutating func scanned(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> ScannedLine? {
    if !readsPayloads, let line = scanner.envelope(bytes, from: from, to: to) { return line }
    return scanner.scan(bytes, from: from, to: to, shift: 0)
  }

  private mutating func note(_ entry: Entry) {
    if case .segmentSealed = entry.event { sealed = true }
    if case .kept(.redaction(let redaction)) = entry.event {
      for line in redaction.lines {
        erasures[line.seq, default: []].append(
          ErasureStep(begun: entry.seq, before: line.before, after: line.after, cases: redaction.cases))
      }
    }
    if case .kept(.redactionFinished(let last)) = entry.event { erasedUpTo = max(erasedUpTo, last) }
  }

  /// The first line whose successor names another hash, no erasure telling why; nil where there is none.
  var unexplained: UInt64? {
    breaks.keys.sorted().first { seq in
      guard let broken = breaks[seq] else { return false }
      var hash = broken.named
      for step in erasures[seq] ?? [] where step.before == hash { hash = step.after }
      return hash != broken.own
    }
  }

  /// What became of a line that those erasures name.
  enum Erasure {
    case done, toDo
    case wrong(LineFault)
  }

  /// Holds a line against the erasures that name it.
  func erasure(of line: [UInt8], _ steps: [ErasureStep]) -> Erasure {
    let own = check.sha.of(line).hex
    guard let last = steps.last else { return .toDo }
    if own == last.after {
      var cases: Set<CaseNumber> = []
      for step in steps { cases.formUnion(step.cases) }
      return Tombstone.isOne(line, cases: cases) ? .done : .wrong(.falseTombstone)
    }
    guard let step = steps.last(where: { $0.before == own }) else { return .wrong(.falseTombstone) }
    return step.begun <= erasedUpTo ? .wrong(.notErased) : .toDo
  }

  /// The 64 hex digits a line gives as the hash of the one before it.
  private static func previousNamed(_ bytes: Span<UInt8>, _ to: Int) throws(LineFault) -> String {
    let proofs = to - LineScanner.proofs
    guard proofs > 0, literal(bytes, proofs, ",\"prev\":\"") else { throw .brokenChain }
    var digits: [UInt8] = []
    for at in proofs + 9..<proofs + 73 { digits.append(bytes[at]) }
    return String(decoding: digits, as: UTF8.self)
  }
}
