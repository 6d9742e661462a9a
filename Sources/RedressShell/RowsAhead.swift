import CaseDocuments
import Glibc

/// Some rows of an import, as read.
struct ReadRows {
  var contacts: [ImportedContact] = []
  var refusals: [ImportDone.Refused] = []
  /// Rows met, read or refused.
  var count = 0
  /// Whether the file ended with them.
  var ended = false
  /// Bytes of text read so far, for progress.
  var offset = 0
}

/// Reads the next rows of an import on a thread of its own while the ones before are recorded.
///
/// Between `begin` and `take` the file belongs to that thread alone; joining it hands both back, so nothing
/// is ever shared.
final class RowsAhead {
  private var file: ImportFile
  private let perBatch: Int
  private var rows = ReadRows()
  private var thread: pthread_t?

  init(_ file: ImportFile, perBatch: Int) {
    self.file = file
    self.perBatch = perBatch
  }

  /// Begins to read the next rows; without a thread to be had they are read at once.
  func begin() {
    var started = pthread_t()
    // SAFETY: the thread holds this object until it has read, even when an error ends the import first.
    let held = unsafe Unmanaged.passRetained(self)
    let context = unsafe held.toOpaque()
    let failed = unsafe pthread_create(
      &started, nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<RowsAhead>.fromOpaque(context).takeRetainedValue().read()
        }
        return nil
      }, context)
    if failed == 0 {
      thread = started
    } else {
      unsafe held.release()
      read()
    }
  }

  /// The rows begun on, once they are all read.
  func take() -> ReadRows {
    if let thread { pthread_join(thread, nil) }
    thread = nil
    defer { rows = ReadRows() }
    return rows
  }

  private func read() {
    while rows.count < perBatch {
      switch file.next(onto: &rows.contacts) {
      case .end:
        rows.ended = true
        return
      case .refused(let refusal):
        rows.refusals.append(ImportDone.Refused(line: refusal.line, sentence: refusal.sentence))
      case .contact: break
      }
      rows.count += 1
    }
    rows.offset = file.offset
  }
}
