import Clocks
import Complaints
import Glibc

// From one segment to the next, and the repair of a torn tail; all under the lease.
extension CaseJournal {
  /// Lines a segment may have and still count as young: its directory entry is synced before one more is
  /// added, since whoever made it may have been killed before doing so.
  static let youngLines = 8

  /// Brings the files into order before lines are added: tail, directory, a segment that is full.
  func prepare(by author: StaffLogin) throws(JournalFailure) {
    try repairTail(by: author)
    try rotateIfDue(by: author)
    try syncYoungSegment()
    if !folded.openErasures.isEmpty { try finishErasures(by: author) }
  }

  /// Cuts off a torn tail, its bytes kept in `quarantine/`, and says so in the first line that follows.
  func repairTail(by author: StaffLogin) throws(JournalFailure) {
    guard let tail = unfinished, let segment = segments.last else { return }
    let file = try putAside(segment, from: tail.offset, ending: "torn")
    if segment.lines == 0 {
      try dropEmptySegment()
    } else {
      let cut = calls.truncate(segment.descriptor, tail.offset)
      guard cut >= 0 else { throw .storage(call: "ftruncate", path: segment.name, code: Int32(-cut)) }
      let synced = calls.syncData(segment.descriptor)
      guard synced >= 0 else { throw poison("fdatasync", synced, segment) }
    }
    unfinished = nil
    if folded.sealed { try rotate(by: author) }
    let repair = JournalRepaired(
      segment: segment.name, offset: tail.offset, bytes: file.bytes, file: file.name)
    _ = try stage([NewEvent(.journalRepaired(repair))], by: author)
  }

  /// Removes the active segment, which holds no whole line: the one before it is sealed and a new one follows.
  private func dropEmptySegment() throws(JournalFailure) {
    guard segments.count > 1, let segment = segments.last else { return }
    let removed = calls.unlink(folder.segments, segment.name)
    guard removed >= 0 else { throw .storage(call: "unlink", path: segment.name, code: Int32(-removed)) }
    calls.close(segment.descriptor)
    segments.removeLast()
  }

  /// Copies what a segment holds from that offset on to `quarantine/`, synced.
  func putAside(
    _ segment: SegmentFile, from offset: Int, ending: String
  ) throws(JournalFailure) -> (name: String, bytes: Int) {
    let size = max(offset, try fileSize(segment.descriptor, "journal/" + segment.name))
    var bytes = [UInt8](repeating: 0, count: size - offset)
    let count = calls.read(segment.descriptor, &bytes, 0..<bytes.count, offset)
    // What is cut off next must all have been kept.
    guard count == bytes.count else {
      throw .storage(call: "read", path: segment.name, code: count < 0 ? Int32(-count) : EIO)
    }
    let name = "\(segment.name.dropLast(6))-\(offset)-\(lastSeq).\(ending)"
    let opened = calls.open(folder.root, "quarantine", O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/quarantine", code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    try JournalFolder.createFile(Int32(opened), name, bytes, format, calls, path + "/quarantine")
    let synced = calls.sync(Int32(opened))
    guard synced >= 0 else { throw .storage(call: "fsync", path: path + "/quarantine", code: Int32(-synced)) }
    return (name, count)
  }

  /// Seals a full segment and opens the next; finishes a change of segment that was cut short.
  func rotateIfDue(by author: StaffLogin) throws(JournalFailure) {
    guard let segment = segments.last else { return }
    if !folded.sealed {
      guard segment.size + writer.count >= rotateAt else { return }
    }
    try rotate(by: author)
  }

  /// Seals the active segment, where that is still to do, and opens the next.
  func rotate(by author: StaffLogin, with events: [NewEvent] = []) throws(JournalFailure) {
    guard let segment = segments.last else { return }
    if !folded.sealed {
      try assertState(by: author)
      _ = try stage([NewEvent(.segmentSealed(lines: segment.lines + stagedLines + 1))], by: author)
      try flush()
    }
    try sync()
    try openSegment(by: author, previous: segment.name, with: events)
    sealedOne = true
    try advance(chained: true)
    if let refusal = condition.refusal { throw refusal }
  }

  /// Makes the segment that begins with the next line, whole or not at all; those events are its first lines.
  func openSegment(
    by author: StaffLogin, previous: String, with events: [NewEvent] = []
  ) throws(JournalFailure) {
    let name = JournalFolder.segmentName(first: lastSeq + 1)
    let opened = NewEvent(.segmentOpened(SegmentOpened(journal: format.journal, previous: previous)))
    var time = times()
    var seq = lastSeq + 1
    var previousHash = head
    writer.clear()
    for event in [opened] + events {
      previousHash = try writer.append(
        LineWriter.Envelope(
          seq: seq, recordedAt: time.recordedAt, wallClock: time.wallClock, by: author,
          previous: previousHash), [event])
      seq += 1
      time.recordedAt = time.recordedAt.adding(microseconds: 1)
    }
    let bytes = writer.bytes.read { bytes in bytes.indices.map { bytes[$0] } }
    writer.clear()
    let sealed = (seq: lastSeq, head: head)
    let temporary = name + ".new"
    try JournalFolder.createFile(folder.segments, temporary, bytes, format, calls, path + "/journal")
    let renamed = calls.rename(folder.segments, temporary, name)
    guard renamed >= 0 else {
      throw .storage(call: "rename", path: path + "/journal/" + name, code: Int32(-renamed))
    }
    let synced = calls.sync(folder.segments)
    guard synced >= 0 else { throw poisonDirectory(synced) }
    youngSynced = name
    if !previous.isEmpty, !format.practice {
      // The cheap witness: a head outside the directory, against which `verify --head` holds the record.
      calls.witness(
        "redress: journal " + format.journal + " sealed " + previous + " at line " + String(sealed.seq)
          + ", head " + sealed.head.hex)
    }
    if segments.isEmpty { segments = [try SegmentFile(name, in: folder, at: 0)] }
  }

  /// Syncs the directory of a young segment: a line in a file whose name may vanish is not saved.
  func syncYoungSegment() throws(JournalFailure) {
    guard let segment = segments.last, segment.lines <= CaseJournal.youngLines,
      youngSynced != segment.name
    else { return }
    for directory in [folder.segments, folder.root] {
      let synced = calls.sync(directory)
      guard synced >= 0 else { throw poisonDirectory(synced) }
    }
    youngSynced = segment.name
  }
}
