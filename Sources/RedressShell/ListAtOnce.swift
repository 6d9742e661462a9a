import CaseDocuments
import CaseJournal
import Clocks
import Complaints

// The whole queue from the order kept beside the state: the first rows are out before a desk would have read the
// rest.
extension CommandRun {
  /// Rows made ready before they are printed: a screen of them.
  private static let rowsAtOnce = 56

  /// `list` without a query, for the present, from a snapshot; false where that cannot be, and nothing was said.
  func listAtOnce() throws(ShellFailure) -> Bool {
    guard request.words.isEmpty, try asAt() == nil else { return false }
    let given = try givenNow()
    let clock = surroundings.clock
    let now: () -> Moment = { given ?? clock() }
    let journal = try openJournal(at: dataDirectory(), asAt: nil, now: now, checksAsRead: true)
    guard journal.snapshotSeq > 0, given == nil || journal.format.practice else { return false }
    let me = try identity(practice: journal.format.practice, service: journal.format.service)
    let today = zone.day(of: now())
    // Whoever may not read everything is told so by the longer way.
    guard let member = journal.register.staff.current(me, on: today), member.reach == .cases else {
      return false
    }
    var late: OpenRecord?
    let record = { () throws(ShellFailure) -> OpenRecord in
      if let late { return late }
      let made = try OpenRecord(journal, zone: zone, me: me, now: now)
      late = made
      return made
    }
    let rules = { () throws(ShellFailure) -> RuleBook in try record().rules }
    guard var order = try UrgentOrder(journal, rules) else { return false }
    var left = try rowLimit() ?? .max
    var columns = AlignedColumns()
    var printed = false
    var ended = false
    while !ended, left > 0 {
      var entries: [QueueEntry] = []
      while entries.count < min(left, CommandRun.rowsAtOnce) {
        guard let listed = order.next() else {
          ended = true
          break
        }
        if listed.row.isGuarded {
          let record = try record()
          if record.mayList(listed.row) { entries.append(record.entry(listed)) }
        } else {
          entries.append(queueEntry(listed, journal))
        }
      }
      guard journal.snapshotHolds else {
        // Nothing was said yet: every line is read instead.
        if !printed { return false }
        throw .storage("the snapshot in cache/ is damaged and was left; run it again")
      }
      printed = printed || !entries.isEmpty
      left -= entries.count
      if json {
        for entry in entries { output.json(queueRecord(entry)) }
      } else {
        for line in columns.lines(entries.map { queueCells($0, today: today) }) { output.line(line) }
      }
      output.flush()
    }
    if !printed { throw .nothingFound("the whole queue") }
    return true
  }

  /// `--limit`, where it is given.
  func rowLimit() throws(ShellFailure) -> Int? {
    guard let text = request.options["limit"] else { return nil }
    guard let limit = Int(text), limit > 0 else {
      throw .badValue("--limit", text, allowed: "a number from 1")
    }
    return limit
  }
}

/// A listed case nobody is kept out of, with its texts.
func queueEntry(_ listed: ListedRow, _ journal: CaseJournal) -> QueueEntry {
  let row = listed.row
  func text(_ place: TextPlace) -> String {
    // What cannot be read is said in its place, for `verify` to name.
    do throws(JournalFailure) { return try journal.text(at: place) } catch { return "[unreadable]" }
  }
  return QueueEntry(
    row: row, target: listed.target, person: text(row.personName), address: text(row.address),
    postcode: text(row.postcode), narrative: text(row.narrative), category: text(row.category))
}
