package import Complaints
import Clocks

extension CaseJournal {
  /// Opens a journal and folds every line of it.
  ///
  /// Damage does not throw: the journal opens read-only up to it, and `condition` names it.
  package static func open(
    at path: String, _ options: JournalOptions
  ) throws(JournalFailure) -> CaseJournal {
    let folder = try JournalFolder(opening: path, options.calls)
    let journal = CaseJournal(folder, options)
    if folder.format.major != 1 || !folder.format.incompatible.isEmpty {
      journal.condition = .newerFormat(
        major: folder.format.major, incompatible: folder.format.incompatible)
    }
    try journal.loadOrReplay(options.progress)
    if journal.condition == .writable, let why = try folder.poison() { journal.condition = .poisoned(why) }
    if let asAt = options.asAt, journal.condition == .writable { journal.condition = .asAt(asAt) }
    return journal
  }

  /// Makes a journal whose first lines are the founding events, and opens it.
  package static func create(
    at path: String, founding: [NewEvent], by author: StaffLogin, practice: Bool, service: Bool,
    _ options: JournalOptions
  ) throws(JournalFailure) -> CaseJournal {
    let calls = options.calls
    let id = randomUUID(calls.random(), calls.random())
    let format = JournalFormat(journal: id, service: service, practice: practice)
    let (folder, lock) = try JournalFolder.create(at: path, format, calls, trusted: options.trustFileSystem)
    defer { calls.close(lock) }
    let journal = CaseJournal(folder, options)
    // All founding lines come with the first segment: before it there is no journal, and after it all of it.
    try journal.openSegment(by: author, previous: "", with: founding)
    try journal.advance(chained: true)
    if let refusal = journal.condition.refusal { throw refusal }
    return journal
  }

  /// The state from a snapshot and the lines behind it, or from every line.
  private func loadOrReplay(_ progress: (Int, Int) -> Void) throws(JournalFailure) {
    var wrote = false
    if try load() {
      wrote = writeSnapshotIfDue()
    } else if try isWorthWaiting(), let lock = SnapshotLock.take(folder, patience: OpenPatience.milliseconds)
    {
      // Of many who start together, one reads every line; the rest go on from what it wrote.
      if lock.waited, try load() { return }
      try replay(progress)
      wrote = writeSnapshotIfDue(lock)
    } else {
      try replay(progress)
      wrote = writeSnapshotIfDue()
    }
    // Whoever read much writes a snapshot, and then goes on from it: what was folded is given back.
    if wrote, try !load() { try replay(progress) }
  }

  /// Whether reading every line takes longer than waiting for somebody who does, and leads to a snapshot.
  private func isWorthWaiting() throws(JournalFailure) -> Bool {
    guard snapshots.reads, snapshots.writesAfter != nil, asAt == nil, condition == .writable else {
      return false
    }
    let names = try folder.segmentNames()
    guard names.count == 1 else { return names.count > 1 }
    let only = try SegmentFile(names[0], in: folder, at: 0)
    defer { calls.close(only.descriptor) }
    return calls.status(only.descriptor)?.size ?? 0 >= OpenPatience.bytes
  }

  /// Folds all segments from the first byte.
  func replay(_ progress: (Int, Int) -> Void) throws(JournalFailure) {
    try settle()
    // Until all of it is read again, nothing of what was there may be used.
    mustReplay = true
    for segment in segments { calls.close(segment.descriptor) }
    segments = []
    snapshot = nil
    folded = FoldedJournal(zone: zone)
    folded.notesTouched = false
    head = .zero
    unfinished = nil
    window = ReadWindow()
    writer.clear()
    let names = try folder.segmentNames()
    guard names.first == JournalFolder.segmentName(first: 1) else {
      if names.isEmpty { throw .noJournal(path: path + "/journal") }
      condition = .damaged(damage(names[0], 1, 0, .segmentOrder))
      mustReplay = false
      return
    }
    segments = [try SegmentFile(names[0], in: folder, at: 0)]
    // All but the last segment are about as large as the first.
    folded.reserve(bytes: names.count * (calls.status(segments[0].descriptor)?.size ?? 0))
    let cut = try asAt.map { moment throws(JournalFailure) in try lastLine(knownAt: moment, names) }
    try advance(chained: false, upTo: cut ?? .max, progress)
    if cut == nil, condition == .writable, segments.count < names.count {
      // A later segment that the lines do not lead to.
      let name = names[segments.count]
      condition = .damaged(damage(name, 1, 0, .segmentOrder))
    }
    folded.forgetTouched()
    folded.filesChanged = false
    replayed = ReplayFigures(lines: Int(lastSeq), bytes: byteCount, slowLines: folded.slowLines)
    if lastSeq > 0, let last = try lineBytes(lastSeq) {
      head = check.sha.of(last.span, from: 0, to: last.count)
    }
    // A segment that an erasure replaced while we read it: its texts must not stay with us.
    mustReplay = segments.contains { calls.status($0.descriptor)?.links == 0 }
  }

  /// The last line that was known at that moment, by `wc` where the clock was put right.
  ///
  /// Everything before it is part of that record too: order is the sequence, never time.
  private func lastLine(knownAt moment: Moment, _ names: [String]) throws(JournalFailure) -> UInt64 {
    var scanner = LineScanner(zone: zone)
    let reader = LineReader(zone: zone)
    var last: UInt64 = 0
    var seq: UInt64 = 0
    for name in names {
      let segment = try SegmentFile(name, in: folder, at: 0)
      defer { calls.close(segment.descriptor) }
      let read = try readLines(segment.descriptor, from: 0, calls, buffer: &buffer, path: name) {
        (bytes, from, to, shift) throws(LineFault) in
        seq += 1
        if let line = scanner.scan(bytes, from: from, to: to, shift: shift) {
          if line.knownAt <= moment { last = seq }
        } else {
          var copy: [UInt8] = []
          for at in from..<to { copy.append(bytes[at]) }
          if let entry = try reader.entries(copy).first, entry.knownAt <= moment { last = seq }
        }
      }
      if read.fault != nil { break }
    }
    return last
  }

  func damage(_ segment: String, _ line: Int, _ offset: Int, _ fault: LineFault) -> Damage {
    Damage(segment: segment, line: line, offset: offset, lastGood: lastSeq, fault: fault)
  }
}

/// How long whoever opens a journal waits for somebody else who does.
private enum OpenPatience {
  /// Milliseconds at most: they may be stopped.
  static let milliseconds = 15_000
  /// From how large a segment on: below, all lines are read in some hundredths of a second.
  static let bytes = 16 << 20
}
