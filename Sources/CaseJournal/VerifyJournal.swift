import Clocks
import Complaints
import Glibc

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

  /// Lines whose texts are erased.
  package var erased = 0
  /// Lines named for erasure whose texts are still there: the next writer finishes that.
  package var toErase = 0
  /// Times the journal says what its state was and the lines fold to the same.
  package var states = 0
  /// Attachments that are not what their names, SHA-256 each, say.
  package var badAttachments: [String] = []

  package var isGood: Bool { damage == nil && headFound != false && badAttachments.isEmpty }
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
  let options: JournalOptions
  var zone: ZoneTable { options.zone }
  var result = VerifyReport()
  var walk: ChainWalk
  /// The last line read.
  var limit = UInt64.max
  /// Where each line lies that does not name the one before it, by the number of that one before.
  var breaks: [UInt64: Damage] = [:]

  init(_ folder: JournalFolder, since: UInt64, noted: String?, _ options: JournalOptions) {
    self.folder = folder
    self.since = since
    self.noted = noted
    calls = options.calls
    progress = options.progress
    self.options = options
    walk = ChainWalk(zone: options.zone, after: 0, previous: .zero)
  }

  mutating func report() throws(JournalFailure) -> VerifyReport {
    let names = try folder.segmentNames()
    guard let first = names.first else { throw .noJournal(path: folder.path + "/journal") }
    var begin = 0
    for (index, name) in names.enumerated() where (JournalFolder.firstSeq(of: name) ?? 1) <= max(1, since) {
      begin = index
    }
    if begin == 0, JournalFolder.firstSeq(of: first) != 1 {
      result.damage = damage(first, 1, 0, .segmentOrder)
      return result
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    // From the first line on the lines are folded too, beside the reading that proves their bytes.
    let proof = begin == 0 ? FoldProof(folder.path, options) : nil
    proof?.begin()
    try read(names, from: begin, &buffer)
    let folded = try proof?.take() ?? FoldProof.Found()
    if let damage = folded.damage, damage.lastGood < result.lastGood {
      // What cannot be folded lies before anything else wrong: read up to there again.
      limit = damage.lastGood
      try read(names, from: begin, &buffer)
      result.damage = damage
    }
    try attachments(&buffer)
    if result.damage == nil { try tombstones(names, &buffer) }
    if result.damage == nil { hold(folded, names) }
    return result
  }

  /// Reads the segments from that one on, and notes what their lines prove.
  private mutating func read(
    _ names: [String], from begin: Int, _ buffer: inout [UInt8]
  ) throws(JournalFailure) {
    let previous: SHA256Digest? = begin == 0 ? .zero : nil
    let seq = begin == 0 ? 0 : (JournalFolder.firstSeq(of: names[begin]) ?? 1) - 1
    walk = ChainWalk(zone: zone, after: seq, previous: previous, readsPayloads: begin > 0)
    breaks = [:]
    result = VerifyReport()
    if noted != nil { result.headFound = false }
    for index in begin..<names.count {
      let goesOn = try segment(
        names[index], first: index == begin, last: index == names.count - 1, &buffer)
      guard goesOn else { break }
    }
    if let previous = walk.previous { result.head = previous.hex }
    result.lines = walk.lines
    result.lastGood = walk.seq
    if let seq = walk.unexplained {
      // An edit before any other damage: what follows it proves nothing.
      result.damage = breaks[seq]
      result.lastGood = seq
    }
  }

  /// Takes in whether the state was at every line what that line says.
  private mutating func hold(_ folded: FoldProof.Found, _ names: [String]) {
    result.states = folded.held
    guard let failed = folded.failed else { return }
    let name = names.last { (JournalFolder.firstSeq(of: $0) ?? .max) <= failed } ?? names[0]
    let line = Int(failed - (JournalFolder.firstSeq(of: name) ?? failed)) + 1
    result.damage = Damage(
      segment: name, line: line, offset: 0, lastGood: failed - 1, fault: .wrongState)
    result.lastGood = failed - 1
  }

  /// Reads one segment; false when reading must stop.
  private mutating func segment(
    _ name: String, first: Bool, last: Bool, _ buffer: inout [UInt8]
  ) throws(JournalFailure) -> Bool {
    guard JournalFolder.firstSeq(of: name) == walk.seq + 1, first || walk.sealed else {
      result.damage = damage(name, 1, 0, .segmentOrder)
      return false
    }
    let file = try SegmentFile(name, in: folder, at: 0)
    defer { calls.close(file.descriptor) }
    var walk = self.walk
    var found = result.headFound
    var breaks = self.breaks
    let before = walk.lines
    walk.beginSegment()
    let read = try readLines(file.descriptor, from: 0, calls, buffer: &buffer, path: name) {
      (bytes, from, to, shift) throws(LineFault) in
      // Nothing is said of what lies behind it; the caller has the fault there.
      guard walk.seq < limit else { throw .unreadable("") }
      let own = try walk.take(bytes, from, to)
      if walk.broke {
        breaks[walk.seq - 1] = Damage(
          segment: name, line: walk.lines - before, offset: from + shift, lastGood: walk.seq - 1,
          fault: .brokenChain)
      }
      for entry in walk.told {
        if case .segmentOpened(let opened) = entry.event, opened.journal != folder.format.journal {
          throw .unreadable("a segment of another journal")
        }
      }
      if let noted, found == false, own.hex == noted { found = true }
    }
    self.walk = walk
    self.breaks = breaks
    result.headFound = found
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

  /// Holds every line that was named for erasure against what it was to become.
  private mutating func tombstones(_ names: [String], _ buffer: inout [UInt8]) throws(JournalFailure) {
    let named = walk.erasures
    for (index, name) in names.enumerated() {
      guard let first = JournalFolder.firstSeq(of: name) else { continue }
      let next = index + 1 < names.count ? JournalFolder.firstSeq(of: names[index + 1]) ?? .max : .max
      guard named.keys.contains(where: { $0 >= first && $0 < next }) else { continue }
      let file = try SegmentFile(name, in: folder, at: 0)
      defer { calls.close(file.descriptor) }
      var seq = first
      var report = result
      let walk = walk
      let read = try readLines(file.descriptor, from: 0, calls, buffer: &buffer, path: name) {
        (bytes, from, to, _) throws(LineFault) in
        defer { seq += 1 }
        guard let steps = named[seq] else { return }
        var line: [UInt8] = []
        for at in from..<to { line.append(bytes[at]) }
        switch walk.erasure(of: line, steps) {
        case .done: report.erased += 1
        case .toDo: report.toErase += 1
        case .wrong(let fault): throw fault
        }
      }
      result = report
      if let fault = read.fault {
        result.damage = Damage(
          segment: name, line: read.lines + 1, offset: read.offset,
          lastGood: first + UInt64(read.lines) - 1, fault: fault)
        result.lastGood = first + UInt64(read.lines) - 1
        return
      }
    }
  }

  /// Reads every attachment and holds it against its name.
  private mutating func attachments(_ buffer: inout [UInt8]) throws(JournalFailure) {
    let opened = calls.open(folder.root, "attachments", O_RDONLY | O_DIRECTORY, 0)
    // A journal without attachments need not have the folder.
    if opened == -Int(ENOENT) { return }
    guard opened >= 0 else { throw .storage(call: "open", path: "attachments", code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    let found = calls.names(Int32(opened))
    guard found.code >= 0 else {
      throw .storage(call: "readdir", path: "attachments", code: Int32(-found.code))
    }
    for name in found.names where BackupManifest.isAttachment(name) {
      let file = calls.open(Int32(opened), name, O_RDONLY, 0)
      guard file >= 0 else { throw .storage(call: "open", path: name, code: Int32(-file)) }
      defer { calls.close(Int32(file)) }
      var stream = SHA256Stream()
      while true {
        let count = calls.read(Int32(file), &buffer, 0..<buffer.count, stream.length)
        guard count >= 0 else { throw .storage(call: "read", path: name, code: Int32(-count)) }
        if count == 0 { break }
        stream.take(buffer.span.extracting(0..<count))
      }
      if stream.digest().hex != name { result.badAttachments.append(name) }
    }
  }

  private func damage(_ segment: String, _ line: Int, _ offset: Int, _ fault: LineFault) -> Damage {
    Damage(segment: segment, line: line, offset: offset, lastGood: walk.seq, fault: fault)
  }
}
