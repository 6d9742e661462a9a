import CaseDocuments
import CaseJournal
import Complaints
import PlainText

extension CommandRun {
  /// `recover`: the way back after a failed sync.
  func recover() throws(ShellFailure) {
    let opened = try openRecord(.acting, tolerant: true)
    try opened.mustHold(.administrator, for: "recover the journal")
    let recovered: JournalRecovered?
    do {
      recovered = try opened.journal.recover(by: opened.me)
    } catch {
      throw ShellFailure(error)
    }
    guard let recovered else {
      if json { return output.json(record(["recovered": .bool(false)])) }
      return output.line("there is nothing to recover from: no sync has failed")
    }
    if json {
      return output.json(
        record([
          "recovered": .bool(true), "segment": .string(recovered.segment),
          "offset": .integer(recovered.offset),
          "bytes": .integer(recovered.bytes), "file": .string(recovered.file), "why": .string(recovered.why),
        ]))
    }
    output.line("recovered: " + visible(recovered.why))
    output.line(
      "every line was read from the disk itself; " + visible(recovered.segment) + " stands up to byte "
        + String(recovered.offset))
    if recovered.bytes > 0 {
      output.line(
        String(recovered.bytes) + " bytes the disk never confirmed are in quarantine/"
          + visible(recovered.file)
          + "; enter them again")
    }
    output.line("writing goes on in a new segment; take a backup, and replace a disk that does this twice")
  }
}

extension OpenRecord {
  /// Refuses whoever does not hold that role today.
  func mustHold(_ role: Role, for attempt: String) throws(ShellFailure) {
    guard register.staff.current(me, on: today)?.allRoles.contains(role) == true else {
      throw refused(attempt, .roleMayNot(action: attempt, needs: [role]))
    }
  }
}
