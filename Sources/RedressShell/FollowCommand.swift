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
        guard let filed = record.seen(entry) else { continue }
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

extension OpenRecord {
  /// A line of the journal as whoever acts may read it; nil where its case is not theirs to read.
  fileprivate func seen(_ entry: Entry) -> FiledEntry? {
    guard let number = entry.caseReference?.number else {
      return reach == .cases ? FiledEntry(entry) : nil
    }
    guard let row = register.row(number), mayList(row) else { return nil }
    guard reach != .cases || row.isGuarded else { return FiledEntry(entry) }
    let same = seenFile(number)?.entries.first { $0.entry.seq == entry.seq && $0.entry.part == entry.part }
    return same.map { FiledEntry($0.entry) }
  }
}
