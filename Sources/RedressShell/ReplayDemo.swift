import CaseJournal
import Clocks
import Complaints

extension OpenRecord {
  /// Records the steps of a script in order, each decided by the rules, a thousand to a lease.
  func replay(_ steps: [DemoStep], _ clock: DemoClock) throws(RecordFailure) {
    var left = steps[...]
    while let author = left.first?.by {
      // One author at a time holds the lease: each line says who recorded it.
      let run = left.prefix { $0.by == author }.prefix(1000)
      left = left.dropFirst(run.count)
      try record(run, by: author, clock)
    }
  }

  private func record(
    _ steps: ArraySlice<DemoStep>, by author: StaffLogin, _ clock: DemoClock
  ) throws(RecordFailure) {
    var waiting = steps
    do {
      _ = try journal.commitMany(by: author, perLease: 1000) { (view) throws(RecordFailure) in
        guard let step = waiting.popFirst() else { return .done }
        clock.now = step.at
        return .line(try self.events(of: step, view))
      }
    } catch {
      switch error {
      case .refused(let failure): throw failure
      case .journal(let failure): throw .journal(failure)
      }
    }
  }

  private func events(of step: DemoStep, _ view: CommitView) throws(RecordFailure) -> [NewEvent] {
    let occasion = Occasion(
      by: step.by, staff: view.register.staff, rules: rules, now: step.at, occurred: step.occurred)
    switch step.what {
    case .intake(let intake):
      let reference = CaseReference(number: view.register.nextCase, year: occasion.today.year)
      do throws(Refusal) {
        return try receive(intake, as: reference, newPerson: view.register.nextPerson, on: occasion)
      } catch {
        throw .refused(error)
      }
    case .act(let index, let action):
      let number = CaseNumber(value: UInt32(index + 1))
      let file: CaseFile?
      do throws(JournalFailure) { file = try view.file(of: number) } catch { throw .journal(error) }
      guard let file else { throw .refused(.noSuchCase(String(number.value))) }
      do throws(Refusal) { return try decide(action, about: file, on: occasion) } catch {
        throw .refused(error)
      }
    }
  }
}
