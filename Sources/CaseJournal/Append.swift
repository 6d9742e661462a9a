import Clocks
import Complaints
import Glibc

/// When a line is recorded.
struct LineTime {
  var recordedAt: Moment
  var wallClock: Moment?
}

// Everything here runs under the lease, but for `sync`.
extension CaseJournal {
  /// Cuts off a torn tail, its bytes kept in `quarantine/`, and says so in the first line that follows.
  func repairTail(by author: StaffLogin) throws(JournalFailure) {
    guard let tail = unfinished, let segment = segments.last else { return }
    var bytes = [UInt8](repeating: 0, count: tail.bytes)
    let count = calls.read(segment.descriptor, &bytes, 0..<bytes.count, tail.offset)
    guard count >= 0 else { throw .storage(call: "read", path: segment.name, code: Int32(-count)) }
    bytes.removeSubrange(count...)
    let name = "\(segment.name.dropLast(6))-\(tail.offset)-\(lastSeq).torn"
    let opened = calls.open(folder.root, "quarantine", O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/quarantine", code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    try JournalFolder.createFile(Int32(opened), name, bytes, format, calls, path + "/quarantine")
    _ = calls.sync(Int32(opened))
    let cut = calls.truncate(segment.descriptor, tail.offset)
    guard cut >= 0 else { throw .storage(call: "ftruncate", path: segment.name, code: Int32(-cut)) }
    let synced = calls.syncData(segment.descriptor)
    guard synced >= 0 else { throw poison(synced, segment) }
    unfinished = nil
    if folded.sealed {
      try openSegment(by: author, previous: segment.name)
      try advance(chained: true)
    }
    let repair = JournalRepaired(segment: segment.name, offset: tail.offset, bytes: count, file: name)
    _ = try stage([NewEvent(.journalRepaired(repair))], by: author)
  }

  /// Seals a full segment and opens the next; finishes a change of segment that was cut short.
  func rotateIfDue(by author: StaffLogin) throws(JournalFailure) {
    guard let segment = segments.last else { return }
    if !folded.sealed {
      guard segment.size + writer.count >= rotateAt else { return }
      _ = try stage([NewEvent(.segmentSealed(lines: segment.lines + stagedLines + 1))], by: author)
      try flush()
    }
    try sync()
    try openSegment(by: author, previous: segment.name)
    try advance(chained: true)
  }

  /// Makes the segment that begins with the next line, whole or not at all.
  func openSegment(by author: StaffLogin, previous: String) throws(JournalFailure) {
    let name = JournalFolder.segmentName(first: lastSeq + 1)
    let opened = NewEvent(.segmentOpened(SegmentOpened(journal: format.journal, previous: previous)))
    let time = times()
    writer.clear()
    _ = try writer.append(
      LineWriter.Envelope(
        seq: lastSeq + 1, recordedAt: time.recordedAt, wallClock: time.wallClock, by: author,
        previous: head), [opened])
    let bytes = writer.bytes.read { bytes in bytes.indices.map { bytes[$0] } }
    writer.clear()
    let temporary = name + ".new"
    try JournalFolder.createFile(folder.segments, temporary, bytes, format, calls, path + "/journal")
    let renamed = calls.rename(folder.segments, temporary, name)
    guard renamed >= 0 else { throw .storage(call: "rename", path: name, code: Int32(-renamed)) }
    let synced = calls.sync(folder.segments)
    guard synced >= 0 else { throw .storage(call: "fsync", path: path + "/journal", code: Int32(-synced)) }
    if segments.isEmpty { segments = [try SegmentFile(name, in: folder, at: 0)] }
  }

  /// Recorded-at of the next line: never before the last one, the true reading kept where that is far off.
  private func times() -> LineTime {
    let clock = now()
    guard lastSeq > 0 else { return LineTime(recordedAt: clock) }
    let least = folded.lastRecordedAt.microseconds + 1
    guard clock.microseconds < least else { return LineTime(recordedAt: clock) }
    let behind = least - clock.microseconds > 2_000_000
    return LineTime(recordedAt: Moment(microseconds: least), wallClock: behind ? clock : nil)
  }

  /// Lines staged and not yet written.
  var stagedLines: Int { Int(lastSeq) - writtenLines }
  private var writtenLines: Int {
    guard let last = segments.last, let first = JournalFolder.firstSeq(of: last.name) else { return 0 }
    return Int(first) - 1 + last.lines
  }

  /// Adds one line for those events to the buffer and folds it, as replay would from the same bytes.
  func stage(_ events: [NewEvent], by author: StaffLogin) throws(JournalFailure) -> LineTime {
    try admit(events)
    guard let last = segments.last else { throw .noJournal(path: path) }
    let time = times()
    let start = writer.count
    let own = try writer.append(
      LineWriter.Envelope(
        seq: lastSeq + 1, recordedAt: time.recordedAt, wallClock: time.wallClock, by: author,
        previous: head), events)
    let shift = Int(last.start) + last.size
    let end = writer.count - 1
    do {
      try writer.bytes.read { (bytes) throws(LineFault) in
        try folded.take(bytes, from: start, to: end, shift: shift)
      }
    } catch {
      writer.cut(to: start)
      throw .unwritable("\(error)")
    }
    head = own
    if !folded.dirty.isEmpty { try refoldDirty() }
    return time
  }

  /// Refuses events that no line can hold, before anything is folded.
  private func admit(_ events: [NewEvent]) throws(JournalFailure) {
    var next = folded.register.nextCase
    for index in events.indices {
      // Read where they lie: copying an event for its number would cost more than writing it.
      guard let kind = events[index].event.kind else { throw .unwritable("a kind of a newer release") }
      guard let number = events[index].caseReference?.number else { continue }
      if kind == .contactReceived, number == next {
        next = CaseNumber(value: next.value + 1)
      } else if number >= next {
        throw .unwritable("no case \(events[index].caseReference?.text ?? "")")
      }
    }
  }

  /// Writes what is staged by one `write`.
  ///
  /// A short or failed one is cut back to its last whole line, so that no reader ever sees half of one.
  func flush() throws(JournalFailure) {
    guard writer.count > 0, let index = segments.indices.last else { return }
    let segment = segments[index]
    let staged = stagedLines
    let count = writer.bytes.read { calls.write(segment.descriptor, $0) }
    if count == writer.count {
      segments[index].size += count
      segments[index].lines += staged
      writer.clear()
      return
    }
    var whole = max(0, count)
    writer.bytes.read { bytes in while whole > 0, bytes[whole - 1] != 0x0A { whole -= 1 } }
    _ = calls.truncate(segment.descriptor, segment.size + whole)
    // What was folded is not all on disk: only the disk says what is.
    try replay { _, _ in }
    throw .writing(code: count < 0 ? Int32(-count) : ENOSPC, path: path + "/journal/" + segment.name)
  }

  /// Makes what was written durable: only then is it saved.
  ///
  /// A failed sync is never retried and never trusted: the kernel forgets after telling once.
  func sync() throws(JournalFailure) {
    guard let segment = segments.last else { return }
    let synced = calls.syncData(segment.descriptor)
    guard synced >= 0 else { throw poison(synced, segment) }
  }

  /// Begins the sync of what was written, after the one before has ended well.
  func beginSync() throws(JournalFailure) {
    try settle()
    guard let segment = segments.last else { return }
    syncUnderWay = calls.beginSync(segment.descriptor)
    if syncUnderWay == nil { try sync() }
  }

  /// Waits for a sync still under way: only then are the lines of a bulk append saved.
  package func settle() throws(JournalFailure) {
    guard let pending = syncUnderWay, let segment = segments.last else { return }
    syncUnderWay = nil
    let synced = pending.finish()
    guard synced >= 0 else { throw poison(synced, segment) }
  }

  private func poison(_ code: Int, _ segment: SegmentFile) -> JournalFailure {
    let why = "fdatasync of journal/\(segment.name) failed with error \(-code) at byte \(segment.size)"
    do {
      try JournalFolder.createFile(folder.root, "POISON", Array((why + "\n").utf8), format, calls, path)
    } catch {
      // The disk that lost a sync may refuse this too; this process still stops here.
      condition = .poisoned(why)
      return .storage(call: "fdatasync", path: path + "/journal/" + segment.name, code: Int32(-code))
    }
    condition = .poisoned(why)
    return .storage(call: "fdatasync", path: path + "/journal/" + segment.name, code: Int32(-code))
  }
}
