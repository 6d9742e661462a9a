import CaseDocuments
import CaseJournal

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
  private var thread: BesideThread?

  init(_ file: ImportFile, perBatch: Int) {
    self.file = file
    self.perBatch = perBatch
  }

  /// Begins to read the next rows; without a thread to be had they are read at once.
  func begin() {
    thread = BesideThread.begin { self.read() }
    if thread == nil { read() }
  }

  /// The rows begun on, once they are all read.
  func take() -> ReadRows {
    thread?.wait()
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
