import CaseJournal
import Clocks
import Complaints

/// What a command means to do with the journal.
enum Purpose {
  case reading, acting
}

extension CommandRun {
  /// Opens the journal as whoever runs this, and refuses an account that may not read it.
  ///
  /// A damaged journal opens up to the damage where the caller shows that (`tolerant`).
  func openRecord(
    _ purpose: Purpose, at path: String? = nil, tolerant: Bool = false, _ time: ReadingTime = .asAsked,
    progress: () -> (Int, Int) -> Void = { { _, _ in } }
  ) throws(ShellFailure) -> OpenRecord {
    let given = try givenNow()
    let clock = surroundings.clock
    var asAt: Moment?
    if purpose == .reading {
      switch time {
      case .asAsked: asAt = try self.asAt()
      case .now: break
      case .asAt(let moment): asAt = moment
      }
    }
    let past = asAt.flatMap { $0 < (given ?? clock()) ? $0 : nil }
    let recordNow: () -> Moment = { given ?? clock() }
    let judgedAt = asAt
    let journal = try openJournal(
      at: path ?? dataDirectory(), asAt: past, now: recordNow, tolerant: tolerant, progress: progress())
    let practice = journal.format.practice
    if given != nil, !practice { throw .nowInRealJournal }
    let me = try identity(practice: practice, service: journal.format.service)
    let record = try OpenRecord(journal, zone: zone, me: me, asAt: asAt) { judgedAt ?? recordNow() }
    record.pathsAllowed = !request.flags.contains("locked")
    let today = zone.day(of: recordNow())
    guard record.register.staff.current(me, on: today) != nil else {
      throw record.refused("open the journal", .notStaff(login: me.text))
    }
    if let due = record.register.staff[me]?.readingOwed(record.rules, on: today) {
      throw record.refused("open the journal", .people(.notReadyToRead(due.owed, due.clause)))
    }
    return record
  }

  /// Who runs this: the account, or the name a practice journal or a forced command gives.
  ///
  /// A service journal is entered only through a forced command (`--locked --as NAME`), and only such a journal
  /// takes the name from one.
  func identity(practice: Bool, service: Bool) throws(ShellFailure) -> StaffLogin {
    let locked = request.flags.contains("locked")
    if service, !locked { throw .notYourService }
    if let name = request.options["as"] {
      guard practice || service else { throw .asInRealJournal }
      guard let login = StaffLogin(name) else { throw .badLogin(name) }
      return login
    }
    if locked { throw .lockedWithoutName }
    guard let login = StaffLogin(surroundings.account) else { throw .badLogin(surroundings.account) }
    return login
  }
}

/// At what time a record is read.
enum ReadingTime: Hashable {
  /// As `--as-at` says, else now.
  case asAsked
  case now
  case asAt(Moment)
}
