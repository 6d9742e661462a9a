package import Complaints
import Glibc

/// What others wrote since we last looked.
package struct Growth: Hashable, Sendable {
  /// Cases told of.
  package var cases: [CaseNumber] = []
  /// Sequence number of the first new line; 0 when there is none.
  package var firstNewSeq: UInt64 = 0
  package var newLines = 0
  /// The whole journal was read anew: a file was not what it was.
  package var replayed = false
}

extension CaseJournal {
  /// Folds the lines others have written, up to the last newline.
  package func catchUp() throws(JournalFailure) -> Growth {
    var growth = Growth()
    guard asAt == nil else { return growth }
    let before = lastSeq
    try lookForPoison()
    growth.replayed = try foldNewLines()
    if growth.replayed {
      growth.cases = folded.register.rows.map(\.number)
      growth.firstNewSeq = 1
      growth.newLines = Int(lastSeq)
      return growth
    }
    growth.cases = folded.takeTouched().cases
    growth.newLines = Int(lastSeq - before)
    growth.firstNewSeq = growth.newLines > 0 ? before + 1 : 0
    return growth
  }

  /// The entries from that sequence number to the newest line.
  package func entries(from seq: UInt64) throws(JournalFailure) -> [Entry] {
    var found: [Entry] = []
    guard seq <= lastSeq else { return found }
    for seq in max(1, seq)...lastSeq { found.append(contentsOf: try entries(at: seq)) }
    return found
  }

  /// A descriptor that becomes readable when a segment grows or a new one appears.
  ///
  /// Nil where the system has none to give (128 per person) or where the file system tells nothing: the
  /// caller then looks every 250 ms.
  package func follow() -> JournalFollower? {
    guard networkFileSystem(at: path) == nil else { return nil }
    return JournalFollower(folder: path + "/journal")
  }
}

/// Watches the segments' directory; closed when it is let go.
package final class JournalFollower {
  /// For `poll(2)`.
  package let descriptor: Int32

  init?(folder: String) {
    let opened = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard opened >= 0 else { return nil }
    let watch = unsafe inotify_add_watch(opened, folder, UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO))
    guard watch >= 0 else {
      _ = close(opened)
      return nil
    }
    descriptor = opened
  }

  deinit { _ = close(descriptor) }

  /// Takes away what has been told, so that the descriptor is quiet until the next change.
  package func drain() {
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while unsafe buffer.withUnsafeMutableBytes({ unsafe read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
  }
}
