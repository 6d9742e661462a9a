import Glibc

/// The right to write snapshots or to remove them, held by one process at a time; given back when it goes out of
/// scope.
struct SnapshotLock: ~Copyable {
  /// The directory they lie in.
  let cache: Int32
  /// Whether somebody else had it when it was asked for.
  let waited: Bool
  /// Not all of the calls: a copy of them is dozens of references counted.
  private let close: (Int32) -> Void

  /// Takes it, waiting for it that many milliseconds at most; nil where it is not to be had.
  static func take(_ folder: JournalFolder, patience: Int = 0) -> SnapshotLock? {
    let calls = folder.calls
    let cache = calls.open(folder.root, "cache", O_RDONLY | O_DIRECTORY, 0)
    guard cache >= 0 else { return nil }
    var locked = calls.lock(Int32(cache), LOCK_EX | LOCK_NB)
    let waited = locked < 0
    if locked == -Int(EWOULDBLOCK), patience > 0 { locked = calls.waitForLock(Int32(cache), patience) }
    guard locked >= 0 else {
      calls.close(Int32(cache))
      return nil
    }
    return SnapshotLock(cache: Int32(cache), waited: waited, close: calls.close)
  }

  private init(cache: Int32, waited: Bool, close: @escaping (Int32) -> Void) {
    self.cache = cache
    self.waited = waited
    self.close = close
  }

  // Closing the directory lets the lock go.
  deinit { close(cache) }
}
