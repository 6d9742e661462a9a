package import Complaints
import Clocks
import Glibc

// The way back after a failed sync.
extension CaseJournal {
  /// Lets writing go on after a failed sync: reads every line from the disk itself, past the page cache,
  /// cuts off what the disk never got, seals that segment and begins a new one.
  ///
  /// Nothing that was confirmed is cut off: a line is confirmed only after a sync that held. The bytes cut off
  /// lie in `quarantine/`. Cut short at any step it can be begun again. Nil where there is nothing to recover
  /// from.
  ///
  /// - Throws: `.damaged` where the disk lost a line before the last ones: a backup is the way back then.
  package func recover(by author: StaffLogin) throws(JournalFailure) -> JournalRecovered? {
    switch condition {
    // Damage behind the last good line may be what the failed sync left: the disk is asked, not the cache.
    case .writable, .poisoned, .damaged: break
    case .newerFormat, .asAt: if let refusal = condition.refusal { throw refusal }
    }
    let lease = try takeLock(by: author, patience: patience)
    defer { _ = lease }
    guard let why = try folder.poison() else {
      try lookForPoison()
      try bringUpToDate()
      return nil
    }
    let recovered: JournalRecovered
    do throws(JournalFailure) {
      recovered = try recover(from: why, by: author)
    } catch {
      // Poisoned as before: whatever was done can be begun again.
      if condition == .writable { condition = .poisoned(why) }
      mustReplay = true
      throw error
    }
    return recovered
  }

  private func recover(from why: String, by author: StaffLogin) throws(JournalFailure) -> JournalRecovered {
    let names = try folder.segmentNames()
    guard let name = names.last else { throw .noJournal(path: path + "/journal") }
    var walk = ChainWalk(zone: zone, after: 0, previous: .zero)
    var trusted = 0
    for each in names { trusted = try walkDisk(each, last: each == name, &walk) }
    if walk.unexplained != nil { throw .damaged(damage(name, 1, 0, .brokenChain)) }
    if trusted == 0, names.count == 1 { throw .damaged(damage(name, 1, 0, .noChecksum)) }
    let file = try SegmentFile(name, in: folder, at: 0)
    defer { calls.close(file.descriptor) }
    let size = try fileSize(file.descriptor, "journal/" + name)
    var aside = (name: "", bytes: 0)
    if size > trusted {
      aside = try putAside(file, from: trusted, ending: "unsynced")
      let cut = calls.truncate(file.descriptor, trusted)
      guard cut >= 0 else { throw .storage(call: "ftruncate", path: name, code: Int32(-cut)) }
    }
    if trusted == 0 {
      // The disk has not even its first line: the segment before it is sealed and the last that counts.
      let removed = calls.unlink(folder.segments, name)
      guard removed >= 0 else { throw .storage(call: "unlink", path: name, code: Int32(-removed)) }
    }
    condition = .writable
    try replay { _, _ in }
    guard condition == .writable, lastSeq == walk.seq, head == walk.previous else {
      throw .storage(call: "read", path: path + "/journal/" + name, code: EIO)
    }
    let recovered = JournalRecovered(
      segment: name, offset: trusted, bytes: aside.bytes, file: aside.name, why: why)
    try rotate(by: author, with: [NewEvent(.kept(.recovered(recovered)))])
    try proveOnDisk()
    let removed = calls.unlink(folder.root, "POISON")
    guard removed >= 0 else { throw .storage(call: "unlink", path: path + "/POISON", code: Int32(-removed)) }
    let synced = calls.sync(folder.root)
    guard synced >= 0 else { throw .storage(call: "fsync", path: path, code: Int32(-synced)) }
    return recovered
  }

  /// Walks the lines of a segment as the disk has them; gives where the last good one ends.
  ///
  /// Only the last segment may end in bytes that make no line.
  private func walkDisk(
    _ name: String, last: Bool, _ walk: inout ChainWalk
  ) throws(JournalFailure) -> Int {
    let read = calls.readDisk(folder.segments, name)
    guard read.code >= 0 || last else {
      throw .storage(call: "read", path: path + "/journal/" + name, code: Int32(-read.code))
    }
    guard JournalFolder.firstSeq(of: name) == walk.seq + 1 else {
      throw .damaged(damage(name, 1, 0, .segmentOrder))
    }
    walk.beginSegment()
    let bytes = read.bytes.span
    var from = 0
    var lines = 0
    while let end = newline(bytes, from, bytes.count) {
      do { try walk.take(bytes, from, end) } catch {
        if last { return from }
        throw .damaged(damage(name, lines + 1, from, error))
      }
      from = end + 1
      lines += 1
    }
    guard last || walk.sealed else { throw .damaged(damage(name, lines + 1, from, .segmentOrder)) }
    return from
  }

  /// Whether what was just written stands on the disk itself, byte for byte.
  private func proveOnDisk() throws(JournalFailure) {
    for segment in segments.suffix(2) {
      let read = calls.readDisk(folder.segments, segment.name)
      var cached = [UInt8](repeating: 0, count: segment.size)
      let count = calls.read(segment.descriptor, &cached, 0..<cached.count, 0)
      guard read.code >= 0, count == segment.size, read.bytes == cached else {
        throw .storage(
          call: "read", path: path + "/journal/" + segment.name, code: read.code < 0 ? Int32(-read.code) : EIO
        )
      }
    }
  }
}
