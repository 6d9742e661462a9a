/// One sync for all who wait for one.
///
/// A sync makes durable whatever was written before it began, by anybody. So while one goes on, those who come
/// meanwhile agree on who does the next; the others sleep, all of them wake when it is done, and none has asked the
/// disk for anything (measured, fifty writers: six lines a sync, and a third more lines).
///
/// The lock file counts the syncs, behind the note of the lease and the tickets. Each has a number, and a place of
/// its own that whoever does it holds from before it begins until it is done. Whoever dies lets go of the place, and
/// its sync never counts as done. It is a courtesy and no more: where the count cannot be read, the lock file cannot
/// be written, or a sync lasts too long, each syncs for itself.
final class SharedSync {
  /// How it came out for what was written before `share` was called.
  enum Outcome {
    /// We synced, for ourselves and for whoever waited.
    case led
    /// Somebody's sync that began after the call has ended well. Errors are told to each open file by itself.
    case followed
    /// Nobody's did: sync by yourself.
    case alone
  }

  /// Lines of others since our own last one, from which on sharing is quicker: where only two or three record,
  /// each would wait for the other's sync and then for its own.
  static let crowd: UInt64 = 4
  /// Where the places of the syncs begin, behind those of the queue for the lease.
  static let firstPlace = 64
  /// More than ever go on or are waited for at a time.
  static let places: UInt64 = 8

  /// Milliseconds to wait for somebody else's sync: they may be stopped.
  private static let patience = 200
  /// Syncs done alone after having waited in vain.
  private static let caution = 100
  /// Times to ask before syncing alone.
  private static let rounds = 8

  private let file: Int32
  private let calls: SystemCalls
  private var alone = 0

  init(_ file: Int32, _ calls: SystemCalls) {
    self.file = file
    self.calls = calls
  }

  /// Has the file with that inode synced, by `lead` or by somebody else.
  func share(
    _ inode: UInt64, _ lead: () throws(JournalFailure) -> Void
  ) throws(JournalFailure) -> Outcome {
    guard alone == 0 else {
      alone -= 1
      return .alone
    }
    guard var count = SyncCount(file, calls) else { return .alone }
    // A sync that begins from now on holds what was written until now; the one that goes on may not.
    let needed = count.begun + 1
    for _ in 0..<SharedSync.rounds {
      let number = count.begun + 1
      if calls.takePlace(file, place(number), 0) >= 0 {
        defer { calls.leavePlace(file, place(number)) }
        if count.done < count.begun, calls.awaitPlace(file, place(count.begun), SharedSync.patience) < 0 {
          break
        }
        guard let now = SyncCount(file, calls) else { return .alone }
        count = now
        if now.begun + 1 == number {
          return try begin(number, now, inode, lead) ? .led : .alone
        }
      } else {
        guard calls.awaitPlace(file, place(number), SharedSync.patience) >= 0 else { break }
        guard let now = SyncCount(file, calls) else { return .alone }
        count = now
      }
      if count.done >= needed, count.inode == inode { return .followed }
    }
    alone = SharedSync.caution
    return .alone
  }

  /// Does the sync of that number, whose place is ours; false where it cannot be counted.
  private func begin(
    _ number: UInt64, _ count: SyncCount, _ inode: UInt64, _ lead: () throws(JournalFailure) -> Void
  ) throws(JournalFailure) -> Bool {
    var count = count
    count.begun = number
    guard count.write(file, calls) else { return false }
    try lead()
    count.done = number
    count.inode = inode
    // Not told of, it serves only ourselves: whoever waits does the next.
    _ = count.write(file, calls)
    return true
  }

  private func place(_ number: UInt64) -> Int { SharedSync.firstPlace + Int(number % SharedSync.places) }
}

/// How many syncs there were, as the lock file says.
///
/// Only whoever holds the place of the newest writes it. It outlives those who count, even a power cut: a number
/// says only which sync came before which.
struct SyncCount: Equatable {
  /// Syncs begun.
  var begun: UInt64 = 0
  /// The newest of them that ended well.
  var done: UInt64 = 0
  /// The file it was of.
  var inode: UInt64 = 0

  /// Where it lies in the lock file.
  static let offset = 128
  static let size = 32

  init() {}

  /// The count, from 0 where there was none; nil where it cannot be read, or was read while it was written.
  init?(_ file: Int32, _ calls: SystemCalls) {
    var bytes = [UInt8](repeating: 0, count: SyncCount.size)
    let read = calls.read(file, &bytes, 0..<bytes.count, SyncCount.offset)
    guard read >= 0 else { return nil }
    guard read == bytes.count else { return }
    begun = wordAt(bytes.span, 0)
    done = wordAt(bytes.span, 8)
    inode = wordAt(bytes.span, 16)
    guard wordAt(bytes.span, 24) == check, begun >= done, begun < .max else { return nil }
  }

  /// Writes it; false where that was refused.
  func write(_ file: Int32, _ calls: SystemCalls) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(SyncCount.size)
    for word in [begun, done, inode, check] {
      for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return calls.overwrite(file, bytes.span, SyncCount.offset) == bytes.count
  }

  /// Tells a count half old and half new from a whole one; 0 for the one that was never written.
  private var check: UInt64 {
    var sum: UInt64 = 0
    // The multiplier of Knuth's multiplicative hashing: 2^64 divided by the golden ratio.
    for word in [begun, done, inode] { sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ sum >> 29 }
    return sum
  }
}
