import Glibc

/// The right to append, held by one writer at a time; given back when it goes out of scope.
///
/// Nothing slow happens under it: no sync, no drawing, no waiting for a person.
struct AppendLease: ~Copyable {
  private let file: Int32
  private let calls: SystemCalls

  /// Waits up to `patience` milliseconds for the lock, then names its holder.
  init(_ file: Int32, owner: String, _ calls: SystemCalls, patience: Int) throws(JournalFailure) {
    var waited = 0
    var pause = 200
    while true {
      let locked = calls.lock(file, LOCK_EX | LOCK_NB)
      if locked >= 0 { break }
      guard locked == -Int(EWOULDBLOCK) else {
        throw .storage(call: "flock", path: "lock", code: Int32(-locked))
      }
      guard waited < patience * 1000 else {
        throw .busy(holder: AppendLease.holder(file, calls), waitedMilliseconds: waited / 1000)
      }
      calls.pause(UInt32(pause))
      waited += pause
      // Uneven steps, so that two waiting processes do not meet for ever.
      pause = min(20_000, pause + pause / 2 + Int(calls.random() % 64))
    }
    self.file = file
    self.calls = calls
    let line = Array(owner.utf8) + [0x0A]
    _ = calls.truncate(file, 0)
    _ = calls.write(file, line.span)
  }

  deinit {
    _ = calls.truncate(file, 0)
    _ = calls.lock(file, LOCK_UN)
  }

  /// What the holder of the lock wrote into it: login and process.
  private static func holder(_ file: Int32, _ calls: SystemCalls) -> String {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = calls.read(file, &buffer, 0..<buffer.count, 0)
    let text = String(
      decoding: buffer.prefix(max(0, count)).prefix { $0 > 0x20 || $0 == 0x20 }, as: UTF8.self)
    return text.isEmpty ? "another process" : text
  }
}

extension CaseJournal {
  /// Takes the lease and brings this journal to the newest state, its tail checked and repaired.
  func takeLease(by author: String, patience: Int) throws(JournalFailure) -> AppendLease {
    if let refusal = condition.refusal { throw refusal }
    if lockFile < 0 || calls.status(lockFile)?.links == 0 { try openLock() }
    let lease = try AppendLease(
      lockFile, owner: author + " " + String(getpid()), calls, patience: patience)
    if let why = try folder.poison() {
      condition = .poisoned(why)
      throw .poisoned(why)
    }
    try bringUpToDate()
    return lease
  }

  private func openLock() throws(JournalFailure) {
    if lockFile >= 0 { calls.close(lockFile) }
    let opened = calls.open(folder.root, "lock", O_RDWR | O_APPEND | O_CREAT, format.fileMode)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/lock", code: Int32(-opened)) }
    lockFile = Int32(opened)
  }

  /// Folds what others wrote; starts over once where a file is not what it was.
  func bringUpToDate() throws(JournalFailure) {
    if let last = segments.last, let status = calls.status(last.descriptor), status.size < last.size {
      try replay { _, _ in }
    } else {
      try advance(chained: true)
      if case .damaged = condition {
        // Perhaps a line we took in was cut off since: only the whole journal can tell.
        condition = .writable
        try replay { _, _ in }
      }
    }
    if let refusal = condition.refusal { throw refusal }
  }
}
