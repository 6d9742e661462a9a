import Complaints
import Glibc

/// The right to append, held by one writer at a time; given back when it goes out of scope.
///
/// Nothing slow happens under it: no sync, no drawing, no waiting for a person.
struct AppendLease: ~Copyable {
  private let file: Int32
  /// Not all of the calls: a copy of them is dozens of references counted.
  private let lock: (Int32, Int32) -> Int

  /// Takes the lock, or waits for it in the kernel's queue, where everybody gets their turn.
  ///
  /// `othersHaveIt` is called once before the wait, where there is one.
  ///
  /// - Throws: `.busy` after `patience` milliseconds, naming the holder.
  init(
    _ file: Int32, note: [UInt8], _ calls: SystemCalls, patience: Int,
    othersHaveIt: () throws(JournalFailure) -> Void = {}
  ) throws(JournalFailure) {
    var locked = calls.lock(file, LOCK_EX | LOCK_NB)
    if locked == -Int(EWOULDBLOCK) {
      try othersHaveIt()
      locked = calls.waitForLock(file, patience)
    }
    guard locked >= 0 else {
      if locked == -Int(ETIMEDOUT) {
        throw .busy(holder: LeaseHolder(file, calls), waitedMilliseconds: patience)
      }
      throw .storage(call: "flock", path: "lock", code: Int32(-locked))
    }
    self.file = file
    lock = calls.lock
    // A note only, so a disk that refuses it changes nothing.
    _ = calls.overwrite(file, note.span, 0)
  }

  deinit { _ = lock(file, LOCK_UN) }
}

/// Who holds the lease, as the lock file says.
package struct LeaseHolder: Hashable, Sendable {
  package var login: String
  package var process: Int
  /// Whether the system says that process is stopped: it will hold on until somebody lets it go on.
  package var stopped = false

  /// Bytes of the lock file, always as many: whoever comes next writes over them.
  private static let size = 48

  package init(login: String, process: Int, stopped: Bool = false) {
    self.login = login
    self.process = process
    self.stopped = stopped
  }

  init(_ file: Int32, _ calls: SystemCalls) {
    var buffer = [UInt8](repeating: 0, count: LeaseHolder.size)
    let count = calls.read(file, &buffer, 0..<buffer.count, 0)
    let text = String(decoding: buffer.prefix(max(0, count)).prefix { $0 >= 0x20 }, as: UTF8.self)
    let words = text.split(separator: " ")
    login = words.first.map(String.init) ?? ""
    process = words.count > 1 ? Int(words[1]) ?? 0 : 0
    stopped = process > 0 && LeaseHolder.isStopped(process, calls)
  }

  /// What this process notes in the lock file while it holds the lease.
  ///
  /// Written over and never cut: a change of length would be one more thing for everybody's next sync to carry.
  static func note(_ login: String) -> [UInt8] {
    var line = Array((login + " " + String(getpid())).utf8.prefix(size - 1))
    while line.count < size - 1 { line.append(0x20) }
    line.append(0x0A)
    return line
  }

  /// Whether the system shows that process as stopped (`T`) in `/proc`.
  private static func isStopped(_ process: Int, _ calls: SystemCalls) -> Bool {
    let file = calls.open(AT_FDCWD, "/proc/" + String(process) + "/stat", O_RDONLY, 0)
    guard file >= 0 else { return false }
    defer { calls.close(Int32(file)) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = calls.read(Int32(file), &buffer, 0..<buffer.count, 0)
    // The state follows the program's name, which stands in brackets and may hold any character.
    let text = buffer.prefix(max(0, count))
    guard let bracket = text.lastIndex(of: 0x29), bracket + 2 < text.endIndex else { return false }
    return text[bracket + 2] == 0x54
  }
}

extension CaseJournal {
  /// Takes the lease and brings this journal to the newest state, its tail checked and repaired.
  ///
  /// With `inTurn`, where others have it, first a place in their queue: `endTurn()` gives it back.
  func takeLease(
    by author: StaffLogin, patience: Int, inTurn: Bool = false
  ) throws(JournalFailure) -> AppendLease {
    if let refusal = condition.refusal, !isPoisoned { throw refusal }
    let lease = try takeLock(by: author, patience: patience, inTurn: inTurn)
    try lookForPoison()
    if let refusal = condition.refusal { throw refusal }
    try bringUpToDate()
    return lease
  }

  /// Takes the lock and no more.
  func takeLock(
    by author: StaffLogin, patience: Int, inTurn: Bool = false
  ) throws(JournalFailure) -> AppendLease {
    if leaseNote.login != author { leaseNote = (author, LeaseHolder.note(author.text)) }
    if lockFile < 0 || calls.status(lockFile)?.links == 0 { try openLock() }
    let crowded = inTurn && turn?.isCrowded == true
    if crowded { try takeTurn(patience) }
    return try AppendLease(
      lockFile, note: leaseNote.line, calls, patience: patience
    ) { () throws(JournalFailure) in
      if inTurn, !crowded { try takeTurn(patience) }
    }
  }

  /// Waits for a place among those who queue; after a wait, what others wrote meanwhile is folded before the lease
  /// is asked for, so that nobody waits for that.
  private func takeTurn(_ patience: Int) throws(JournalFailure) {
    let turn = turn ?? AppendTurn(lockFile, calls)
    self.turn = turn
    if turn.begin(patience: patience) { try foldNewLines() }
  }

  /// Gives back the place in the queue, where one was taken.
  func endTurn() { turn?.end() }

  private func openLock() throws(JournalFailure) {
    turn = nil
    sharing = nil
    if lockFile >= 0 { calls.close(lockFile) }
    lockFile = -1
    let opened = calls.open(folder.root, "lock", O_RDWR | O_CREAT, format.fileMode)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/lock", code: Int32(-opened)) }
    lockFile = Int32(opened)
  }

  var isPoisoned: Bool { if case .poisoned = condition { true } else { false } }

  /// Whether somebody's sync failed since we last looked, or the way back from that was taken.
  func lookForPoison() throws(JournalFailure) {
    if let why = try folder.poison() {
      if condition == .writable { condition = .poisoned(why) }
    } else if isPoisoned {
      // Lines seen before may have been cut off: only the whole journal can tell.
      condition = .writable
      mustReplay = true
    }
  }

  /// Folds what others wrote; starts over once where a file is not what it was.
  func bringUpToDate() throws(JournalFailure) {
    try foldNewLines()
    if let refusal = condition.refusal { throw refusal }
  }

  /// Folds new lines; true where the whole journal was read anew.
  @discardableResult
  func foldNewLines() throws(JournalFailure) -> Bool {
    if mustReplay || isCutShort || !snapshotHolds {
      try replay { _, _ in }
      return true
    }
    let healthy = condition == .writable
    try advance(chained: true)
    if folded.filesChanged {
      // An erasure: what was read before is dropped, texts and all.
      try replay { _, _ in }
      return true
    }
    if healthy, case .damaged = condition {
      // Perhaps a line we took in was cut off since: only the whole journal can tell.
      condition = .writable
      try replay { _, _ in }
      return true
    }
    return false
  }

  /// Whether the active segment is shorter than what we have read of it.
  private var isCutShort: Bool {
    guard let last = segments.last, let status = calls.status(last.descriptor) else { return false }
    return status.size < last.size
  }
}
