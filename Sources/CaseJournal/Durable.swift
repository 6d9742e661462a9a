import Glibc

// What makes a written line a saved one.
extension CaseJournal {
  /// Makes what was written durable: only then is it saved.
  ///
  /// A failed sync is never retried and never trusted: the kernel forgets after telling once.
  func sync() throws(JournalFailure) {
    guard let segment = segments.last else { return }
    let synced = calls.syncData(segment.descriptor)
    guard synced >= 0 else { throw poison("fdatasync", synced, segment) }
  }

  /// The same, by one sync for all who wait where so many others write.
  func sync(besides others: UInt64) throws(JournalFailure) {
    guard others >= crowd, lockFile >= 0, let segment = segments.last, segment.inode > 0 else {
      return try sync()
    }
    let sharing = sharing ?? SharedSync(lockFile, calls)
    self.sharing = sharing
    switch try sharing.share(segment.inode, { () throws(JournalFailure) in try sync() }) {
    case .led: break
    case .alone: try sync()
    case .followed:
      // Whose sync it was may have opened the file after a write failed and somebody else was told.
      let failed = calls.failedWrites(segment.descriptor)
      if failed == -Int(ENOSYS) || failed == -Int(EPERM) { return try sync() }
      guard failed >= 0 else { throw poison("writing", failed, segment) }
    }
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
    guard synced >= 0 else { throw poison("fdatasync", synced, segment) }
    try stillTrusted()
  }

  /// Whether nobody's sync has failed meanwhile.
  ///
  /// The kernel tells of a failed write once to each file that was open then: one opened just after is told
  /// that all is well, though the line before its own is gone.
  func stillTrusted() throws(JournalFailure) {
    guard let why = try folder.poison() else { return }
    if condition == .writable { condition = .poisoned(why) }
    throw .poisoned(why)
  }

  /// Stops everybody's writing: a sync of that segment failed.
  func poison(_ call: String, _ code: Int, _ segment: SegmentFile) -> JournalFailure {
    poison(
      "\(call) of journal/\(segment.name) failed with error \(-code) at byte \(segment.size)",
      .storage(call: call, path: path + "/journal/" + segment.name, code: Int32(-code)))
  }

  /// Stops everybody's writing: the directory of the segments could not be synced.
  func poisonDirectory(_ code: Int) -> JournalFailure {
    poison(
      "fsync of journal/ failed with error \(-code)",
      .storage(call: "fsync", path: path + "/journal", code: Int32(-code)))
  }

  private func poison(_ why: String, _ failure: JournalFailure) -> JournalFailure {
    condition = .poisoned(why)
    do {
      try JournalFolder.createFile(folder.root, "POISON", Array((why + "\n").utf8), format, calls, path)
    } catch {
      // The disk that lost a sync may refuse this too; this process still stops here.
      return failure
    }
    // Unsynced it would be gone after a power cut, and so might be what it warns of: nothing to be done then.
    _ = calls.sync(folder.root)
    return failure
  }
}
