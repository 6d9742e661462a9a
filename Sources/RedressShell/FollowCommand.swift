import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import Glibc
import PlainText

extension CommandRun {
  /// `follow`: new events as they land, from any process, until interrupted.
  func follow() throws(ShellFailure) {
    let record = try openRecord(.reading)
    let follower = record.journal.follow()
    while surroundings.keepsFollowing() {
      wait(follower?.descriptor)
      follower?.drain()
      let before = record.journal.lastSeq
      try record.catchUp()
      let entries: [Entry]
      do {
        entries = try record.journal.entries(from: before + 1)
      } catch {
        throw ShellFailure(error)
      }
      for entry in entries {
        let filed = FiledEntry(entry)
        if json {
          output.json(entryRecord(filed))
        } else {
          let cells = entryCells(filed, zone: zone)
          output.line(
            cells.prefix(3).joined(separator: "  ") + "  " + (entry.caseReference?.text ?? "") + "  "
              + cells[3])
        }
      }
      output.flush()
    }
  }

  /// Waits until the journal's directory changes; without notices from the system, a quarter of a second.
  private func wait(_ descriptor: Int32?) {
    var waiting = pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0)
    // unsafe: poll reads and fills the one structure it is given.
    _ = unsafe poll(&waiting, descriptor == nil ? 0 : 1, descriptor == nil ? 250 : 30_000)
  }
}
