import CaseJournal
import Clocks
import Complaints

extension OpenRecord {
  /// Goes through those cases in the order of their numbers with the whole record of each, nobody's words hidden.
  func eachFile(
    _ numbers: some Sequence<CaseNumber>, _ take: (CaseFile) throws(ShellFailure) -> Void
  ) throws(ShellFailure) {
    for number in numbers {
      let file: CaseFile?
      do {
        file = try journal.file(of: number)
      } catch {
        throw ShellFailure(error)
      }
      if let file { try take(file) }
    }
  }
}
