import CaseJournal
import Clocks
import Complaints

// Every call by which the shell opens and makes a journal.
extension CommandRun {
  /// Opens the journal in that directory; with `asAt`, as it was known then.
  ///
  /// A damaged one is opened up to the damage only where the caller shows that (`tolerant`).
  func openJournal(
    at path: String, asAt: Moment?, now: @escaping () -> Moment, tolerant: Bool = false,
    checksAsRead: Bool = false, usesSnapshots: Bool = true,
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws(ShellFailure) -> CaseJournal {
    var options = JournalOptions(zone: zone, now: now)
    options.asAt = asAt
    options.progress = progress
    options.snapshots = snapshots
    options.snapshots.reads = usesSnapshots
    if !usesSnapshots { options.snapshots.writesAfter = nil }
    options.snapshots.checksAsRead = checksAsRead
    let journal: CaseJournal
    do {
      journal = try CaseJournal.open(at: path, options)
    } catch {
      throw ShellFailure(error)
    }
    if !tolerant, case .damaged(let damage) = journal.condition { throw .damaged(damageSentence(damage)) }
    return journal
  }

  /// What snapshots keep beside the state.
  private var snapshots: SnapshotUse {
    var use = SnapshotUse()
    let zone = zone
    use.extras = { UrgentOrder.bytes($0, zone: zone) }
    return use
  }

  /// Makes a journal in that directory.
  @discardableResult
  func createJournal(
    at path: String, _ founding: Founding, staff: [StaffMember], by: StaffLogin, now: @escaping () -> Moment
  ) throws(ShellFailure) -> CaseJournal {
    let events = try founding.events(staff: staff)
    var options = JournalOptions(zone: zone, now: now)
    options.snapshots = snapshots
    do {
      return try CaseJournal.create(
        at: path, founding: events, by: by, practice: founding.practice, service: founding.service,
        options)
    } catch {
      throw ShellFailure(error)
    }
  }
}
