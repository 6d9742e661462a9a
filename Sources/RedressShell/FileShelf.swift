import CaseJournal
import Complaints

/// The records read last, each as long as its case has not changed.
final class FileShelf {
  private var kept: [CaseNumber: CaseFile] = [:]
  private static let most = 64

  /// The record of a case; nil where there is none or it cannot be read.
  func file(_ number: CaseNumber, in record: OpenRecord) -> CaseFile? {
    guard let row = record.register.row(number) else { return nil }
    if let file = kept[number], file.revision == row.revision { return file }
    do {
      let file = try record.journal.file(of: number)
      if kept.count >= FileShelf.most { kept.removeAll(keepingCapacity: true) }
      kept[number] = file
      return file
    } catch {
      // The queue row stays; `verify` names the line that cannot be read.
      return nil
    }
  }
}
