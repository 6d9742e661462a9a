import Clocks
import Complaints

/// What reading every byte of a journal found.
package struct VerifyReport: Hashable, Sendable {
  /// Lines read and found good.
  package var lines = 0
  package var bytes = 0
  /// Sequence number of the last good line.
  package var lastGood: UInt64 = 0
  /// SHA-256 of the last good line, 64 hex digits.
  package var head = ""
  /// The first thing wrong; nil when all of it is good.
  package var damage: Damage?
  /// A fragment behind the last line of the active segment: the next writer cuts it off.
  ///
  /// Nothing saved is in it.
  package var unfinished: Damage?
  /// Whether the head noted elsewhere is a line of this journal; nil when none was given.
  package var headFound: Bool?

  package var isGood: Bool { damage == nil && headFound != false }
}

extension CaseJournal {
  /// Reads every byte: framing, checksums, sequence, hash chain, order of times.
  ///
  /// `head` is a hash noted elsewhere; some line from `since` on must have it.
  package static func verify(
    at path: String, since: UInt64 = 1, head noted: String? = nil, _ options: JournalOptions
  ) throws(JournalFailure) -> VerifyReport {
    let folder = try JournalFolder(opening: path, options.calls)
    defer { folder.close() }
    var walk = VerifyWalk(folder, since: since, noted: noted, options)
    return try walk.report()
  }
}

/// One reading of all segments; shares the framing with replay and nothing else.
private struct VerifyWalk {
  let folder: JournalFolder
  let calls: SystemCalls
  let since: UInt64
  let noted: String?
  let progress: (Int, Int) -> Void
  let check = LineCheck(crc: CRC32C(), sha: SHA256())
  let reader: LineReader
  var scanner: LineScanner
  var result = VerifyReport()
  var previous: SHA256Digest?
  var seq: UInt64 = 0
  var lastTime = Moment(microseconds: .min)
  var sealedBefore = false

  init(_ folder: JournalFolder, since: UInt64, noted: String?, _ options: JournalOptions) {
    self.folder = folder
    self.since = since
    self.noted = noted
    calls = options.calls
    progress = options.progress
    reader = LineReader(zone: options.zone)
    scanner = LineScanner(zone: options.zone)
    if noted != nil { result.headFound = false }
  }

  mutating func report() throws(JournalFailure) -> VerifyReport {
    let names = folder.segmentNames()
    guard let first = names.first else { throw .noJournal(path: folder.path + "/journal") }
    var begin = 0
    for (index, name) in names.enumerated() where (JournalFolder.firstSeq(of: name) ?? 1) <= max(1, since) {
      begin = index
    }
    let firstSeq = JournalFolder.firstSeq(of: names[begin]) ?? 1
    if begin == 0 {
      guard firstSeq == 1 else {
        result.damage = damage(first, 1, 0, .segmentOrder)
        return result
      }
      previous = .zero
    }
    seq = firstSeq - 1
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    for index in begin..<names.count {
      guard try segment(names[index], last: index == names.count - 1, &buffer) else { break }
    }
    if let previous { result.head = previous.hex }
    return result
  }

  /// Reads one segment; false when reading must stop.
  private mutating func segment(
    _ name: String, last: Bool, _ buffer: inout [UInt8]
  ) throws(JournalFailure) -> Bool {
    guard JournalFolder.firstSeq(of: name) == seq + 1, seq == 0 || previous == nil || sealedBefore else {
      result.damage = damage(name, 1, 0, .segmentOrder)
      return false
    }
    let file = try SegmentFile(name, in: folder, at: 0)
    defer { calls.close(file.descriptor) }
    sealedBefore = false
    var walk = self
    let read = try readLines(file.descriptor, from: 0, calls, buffer: &buffer, path: name) {
      (bytes, from, to, _) throws(LineFault) in
      try walk.take(bytes, from, to)
    }
    self = walk
    result.bytes += read.offset
    progress(result.bytes, result.bytes)
    if let fault = read.fault {
      result.damage = damage(name, read.lines + 1, read.offset, fault)
      return false
    }
    if read.leftover > 0 {
      let torn = damage(name, read.lines + 1, read.offset, .tornTail(bytes: read.leftover))
      if last { result.unfinished = torn } else { result.damage = torn }
      return false
    }
    return true
  }

  private mutating func take(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) throws(LineFault) {
    guard !sealedBefore else { throw .segmentOrder }
    try check.checksum(bytes, from, to)
    let own: SHA256Digest
    if let previous {
      own = try check.chain(bytes, from, to, after: previous)
    } else {
      // Begun in the middle: the first line's `prev` has nothing to be held against.
      own = check.sha.of(bytes, from: from, to: to)
    }
    let time: Moment
    let found: UInt64
    if let line = scanner.scan(bytes, from: from, to: to, shift: 0) {
      time = line.recordedAt
      found = line.seq
    } else {
      var copy: [UInt8] = []
      for at in from..<to { copy.append(bytes[at]) }
      let entries = try reader.entries(copy)
      guard let entry = entries.first else { throw .unreadable("a batch without events") }
      time = entry.recordedAt
      found = entry.seq
      if case .segmentSealed = entry.event { sealedBefore = true }
      if case .segmentOpened(let opened) = entry.event, opened.journal != folder.format.journal {
        throw .unreadable("a segment of another journal")
      }
    }
    guard found == seq + 1 else { throw .sequence(expected: seq + 1, found: found) }
    guard time > lastTime else { throw .timeRunsBackwards }
    seq = found
    lastTime = time
    previous = own
    result.lines += 1
    result.lastGood = seq
    if let noted, result.headFound == false, own.hex == noted { result.headFound = true }
  }

  private func damage(_ segment: String, _ line: Int, _ offset: Int, _ fault: LineFault) -> Damage {
    Damage(segment: segment, line: line, offset: offset, lastGood: seq, fault: fault)
  }
}
