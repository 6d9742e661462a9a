import Clocks
import Complaints
import Glibc

extension CaseJournal {
  /// Writes a snapshot where more lines were folded since the newest than `SnapshotUse` says; true where it did.
  ///
  /// For whoever has time: after opening, after a seal, while the desk waits. Nothing depends on it: whatever
  /// fails, the next to open replays.
  @discardableResult
  package func writeSnapshotIfDue() -> Bool {
    guard isSnapshotDue, let after = snapshots.writesAfter else { return false }
    return writeSnapshot(after: after)
  }

  /// The same by whoever has the right to already.
  func writeSnapshotIfDue(_ lock: borrowing SnapshotLock) -> Bool {
    guard isSnapshotDue, let after = snapshots.writesAfter else { return false }
    return writeSnapshot(after: after, lock)
  }

  private var isSnapshotDue: Bool {
    snapshots.writesAfter.map { lastSeq >= snapshotSeq + UInt64(max(1, $0)) } ?? false
  }

  /// Writes a snapshot behind a seal, once nobody waits for the lease.
  func writeSnapshotBehindSeal() {
    guard sealedOne else { return }
    sealedOne = false
    if let after = snapshots.writesAfter { _ = writeSnapshot(after: after) }
  }

  /// Writes a snapshot unless somebody else writes one, or an erasure removes them.
  func writeSnapshot(after: Int) -> Bool {
    guard let lock = SnapshotLock.take(folder) else { return false }
    return writeSnapshot(after: after, lock)
  }

  /// Writes a snapshot of the state as it stands, unless another is newer than `after` lines.
  ///
  /// - Returns: whether there is one to go on from where there was none before.
  private func writeSnapshot(after: Int, _ lock: borrowing SnapshotLock) -> Bool {
    guard RowShape.isComplete, asAt == nil, condition == .writable, !mustReplay, writer.count == 0,
      unfinished == nil,
      folded.isWhole, lastSeq > 0, snapshotHolds, let active = segments.last
    else { return false }
    // Asked under the lock: a line behind what we know may say that texts are gone, and whoever wrote it waits
    // for the lock to remove every snapshot.
    guard calls.status(active.descriptor)?.size == active.size, !folded.sealed else { return false }
    if !unusableSnapshot.isEmpty, openSnapshot(unusableSnapshot) != nil {
      // Somebody of our release has written it anew since: not fifty times for fifty who start together.
      unusableSnapshot = ""
      return true
    }
    let names = calls.names(lock.cache).names
    let newest = names.filter { $0 != unusableSnapshot }.compactMap { SnapshotHeader.seq(of: $0) }.max() ?? 0
    guard lastSeq >= newest + UInt64(max(1, after)) || newest > lastSeq else { return false }
    let temporary = "snapshot.new"
    let name = SnapshotHeader.name(seq: lastSeq, head: head)
    do {
      try write(to: lock.cache, temporary)
      guard calls.replace(lock.cache, temporary, name) >= 0 else {
        _ = calls.unlink(lock.cache, temporary)
        return false
      }
    } catch {
      // A full disk or the like: a cache less, and nothing lost.
      _ = calls.unlink(lock.cache, temporary)
      return false
    }
    for old in names where SnapshotHeader.seq(of: old) != nil && old != name {
      _ = calls.unlink(lock.cache, old)
    }
    return true
  }

  private func write(to cache: Int32, _ name: String) throws(JournalFailure) {
    _ = calls.unlink(cache, name)
    let file = calls.open(cache, name, O_WRONLY | O_CREAT | O_EXCL, format.fileMode)
    guard file >= 0 else { throw .storage(call: "open", path: path + "/cache", code: Int32(-file)) }
    defer { calls.close(Int32(file)) }
    let moded = calls.changeMode(Int32(file), format.fileMode)
    guard moded >= 0 else { throw .storage(call: "fchmod", path: path + "/cache", code: Int32(-moded)) }
    var out = SnapshotWriter(Int32(file), calls, check.crc, path: path + "/cache/" + name)
    var records = RecordWriter()
    out.begin(.rows)
    try folded.register.writeRows(&records) { (record) throws(JournalFailure) in try out.add(record) }
    out.begin(.people)
    try folded.register.writePeople(&records) { (record) throws(JournalFailure) in try out.add(record) }
    out.begin(.live)
    for index in folded.register.live.sorted() { try out.add(index) }
    out.begin(.small)
    try out.add(folded.register.smallParts(records.names))
    out.begin(.lines)
    try folded.lines.eachStart { (start) throws(JournalFailure) in try out.add(start) }
    out.begin(.links)
    try folded.chains.eachLink { (link) throws(JournalFailure) in try out.add(link) }
    out.begin(.newest)
    try folded.chains.eachNewest { (link) throws(JournalFailure) in try out.add(link) }
    var parts = JournalParts()
    parts.segments = segments.map {
      JournalParts.Segment(
        name: $0.name, start: $0.start, size: UInt64($0.size), lines: UInt64($0.lines))
    }
    parts.lastRecordedAt = folded.lastRecordedAt.microseconds
    parts.sealed = folded.sealed
    parts.end = folded.lines.end
    var own = FieldWriter()
    parts.code(&own)
    out.begin(.journal)
    try out.add(own.bytes)
    out.begin(.extras)
    try out.add(snapshots.extras(folded.register))
    try addTexts(&out)
    try out.finish(recordPrint, seq: lastSeq, head: head)
  }

  /// The folded texts of every case, for whoever searches; a snapshot without them is as good for all else.
  private func addTexts(_ out: inout SnapshotWriter) throws(JournalFailure) {
    if !folded.isSearchable {
      do throws(JournalFailure) { try makeSearchable() } catch {
        // A text that cannot be read is for `verify` to name.
        return
      }
    }
    guard folded.arena.byteCount.all < Int(UInt32.max), folded.arena.caseCount <= folded.register.rows.count
    else { return }
    out.begin(.texts)
    var starts: [UInt32] = []
    starts.reserveCapacity(folded.register.rows.count + 1)
    var size: UInt32 = 0
    try folded.arena.eachRun { (run) throws(JournalFailure) in
      starts.append(size)
      size += UInt32(run.count)
      try out.add(run)
    }
    starts.append(size)
    out.begin(.textStarts)
    for start in starts { try out.add(start) }
  }
}
