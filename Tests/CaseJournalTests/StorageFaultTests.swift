import Complaints
import Glibc
import Testing

@testable import CaseJournal

/// Which call fails, and how: the faulty twin of the system's calls.
final class FaultPlan {
  var writes = 0
  /// The n-th write from now writes only so many bytes; negative fails with that error.
  var shortWrite: (after: Int, result: Int)?
  var syncFails: Int32?
  /// Every call counted; the n-th from now fails.
  var countdown: Int?

  /// The error, negated, when it is this call's turn.
  func turn() -> Int? {
    guard let left = countdown else { return nil }
    countdown = left > 0 ? left - 1 : nil
    return left == 0 ? -Int(EIO) : nil
  }

  func calls() -> SystemCalls {
    let real = SystemCalls.real()
    var calls = real
    calls.write = { descriptor, bytes in
      if let failed = self.turn() { return failed }
      if let short = self.shortWrite, bytes.count > 40 {
        guard short.after > 0 else {
          self.shortWrite = nil
          if short.result < 0 { return short.result }
          return real.write(descriptor, bytes.extracting(0..<min(short.result, bytes.count)))
        }
        self.shortWrite = (short.after - 1, short.result)
      }
      return real.write(descriptor, bytes)
    }
    calls.syncData = { descriptor in
      if let failed = self.turn() { return failed }
      if let code = self.syncFails { return -Int(code) }
      return real.syncData(descriptor)
    }
    calls.read = { descriptor, buffer, places, offset in
      if let failed = self.turn() { return failed }
      return real.read(descriptor, &buffer, places, offset)
    }
    calls.open = { directory, path, flags, mode in
      if let failed = self.turn() { return failed }
      return real.open(directory, path, flags, mode)
    }
    calls.truncate = { descriptor, size in
      if let failed = self.turn() { return failed }
      return real.truncate(descriptor, size)
    }
    calls.sync = { descriptor in
      if let failed = self.turn() { return failed }
      return real.sync(descriptor)
    }
    calls.lock = { descriptor, flags in
      if flags != LOCK_UN, let failed = self.turn() { return failed }
      return real.lock(descriptor, flags)
    }
    return calls
  }
}

@Suite("Failing disks")
struct StorageFaultTests {
  @Test func `on a full disk nothing half-written stays, and the journal goes on when there is room`() throws
  {
    var scenario = JournalScenario()
    let plan = FaultPlan()
    scenario.calls = plan.calls()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    let before = scenario.folder.bytes(scenario.firstSegment)
    for written in [0, 1, 34, 200, -Int(ENOSPC)] {
      plan.shortWrite = (0, written)
      #expect(
        throws: CommitFailure<Never>.journal(
          .diskFull(path: scenario.path + "/journal/00000000000000000001.jsonl"))
      ) { try scenario.note("no room for this one", on: reference, in: journal) }
      #expect(scenario.folder.bytes(scenario.firstSegment) == before)
      #expect(journal.lastSeq == 6)
      #expect(journal.register.rows.count == 1)
    }
    try scenario.note("room again", on: reference, in: journal)
    #expect(try scenario.verify().isGood)
    #expect(try scenario.open().register.rows == journal.register.rows)
  }

  @Test func `a bulk append cut short keeps its whole lines and no half one`() throws {
    var scenario = JournalScenario()
    let plan = FaultPlan()
    scenario.calls = plan.calls()
    let journal = try scenario.create()
    plan.shortWrite = (0, 2000)
    var left = 20
    #expect(throws: CommitFailure<Refusal>.self) {
      try journal.commitMany(by: scenario.asmith) { (view) throws(Refusal) in
        left -= 1
        let contact = ContactReceived(channel: .web, narrative: "row \(left)")
        let reference = CaseReference(number: view.register.nextCase, year: 2026)
        return left < 0 ? .done : .line([NewEvent(.contactReceived(contact), case: reference)])
      }
    }
    let report = try scenario.verify()
    #expect(report.isGood && report.unfinished == nil)
    #expect(report.lines > 5 && report.lines < 25)
    #expect(journal.register.rows.count == report.lines - 5)
    #expect(try scenario.open().register.rows == journal.register.rows)
  }

  @Test func `a failed sync is never taken for saved: everyone stops writing`() throws {
    var scenario = JournalScenario()
    let plan = FaultPlan()
    scenario.calls = plan.calls()
    let journal = try scenario.create()
    let other = try scenario.open()
    let reference = try scenario.openCase(in: journal)
    plan.syncFails = EIO
    #expect(
      throws: CommitFailure<Never>.journal(
        .storage(
          call: "fdatasync", path: scenario.path + "/journal/00000000000000000001.jsonl", code: EIO))
    ) { try scenario.note("lost?", on: reference, in: journal) }
    plan.syncFails = nil
    guard case .poisoned(let why) = journal.condition else {
      Issue.record("not poisoned")
      return
    }
    #expect(why.contains("00000000000000000001.jsonl"))
    for writer in [journal, other, try scenario.open()] {
      #expect(throws: CommitFailure<Never>.journal(.poisoned(why))) {
        try scenario.note("refused", on: reference, in: writer)
      }
    }
    #expect(scenario.folder.names("data").contains("POISON"))
  }

  @Test func `a bulk append is saved only when its last sync has ended well`() throws {
    for fails in [false, true] {
      var scenario = JournalScenario()
      var begun = 0
      var ended = 0
      scenario.calls = SystemCalls.real()
      scenario.calls.beginSync = { _ in
        begun += 1
        return SyncUnderWay {
          ended += 1
          return fails && ended == 3 ? -Int(EIO) : 0
        }
      }
      let journal = try scenario.create()
      var left = 25
      var saved: [Int] = []
      func append() throws {
        _ = try journal.commitMany(by: scenario.asmith, perLease: 10, settles: false) {
          (view) throws(Refusal) in
          left -= 1
          let contact = ContactReceived(channel: .web, narrative: "row")
          let reference = CaseReference(number: view.register.nextCase, year: 2026)
          return left < 0 ? .done : .line([NewEvent(.contactReceived(contact), case: reference)])
        } saved: {
          saved.append($0)
        }
      }
      try append()
      #expect(begun == 3 && ended == 2 && saved == [10, 20])
      if fails {
        #expect(throws: JournalFailure.self) { try journal.settle() }
        #expect(journal.condition != .writable)
        #expect(scenario.folder.names("data").contains("POISON"))
      } else {
        try journal.settle()
        #expect(ended == 3)
        try scenario.note("and on", on: reference(1), in: journal)
        #expect(try scenario.verify().lines == 31)
      }
    }
  }

  @Test func `a sync that goes on beside us ends as the call itself would`() throws {
    let scenario = JournalScenario()
    _ = try scenario.create()
    let file = unsafe open(scenario.folder.inside(scenario.firstSegment), O_RDWR)
    let sync = try #require(SystemCalls.real().beginSync(Int32(file)))
    #expect(sync.finish() == 0)
    #expect(close(file) == 0)
    #expect(SystemCalls.real().beginSync(-1)?.finish() ?? -Int(EBADF) == -Int(EBADF))
  }

  @Test func `whichever call fails, no confirmed line is lost and none is half there`() throws {
    for turn in 0..<40 {
      var scenario = JournalScenario()
      let plan = FaultPlan()
      scenario.calls = plan.calls()
      scenario.calls.beginSync = { _ in nil }
      let journal = try scenario.create()
      let reference = try scenario.openCase(in: journal)
      var confirmed = journal.lastSeq
      plan.countdown = turn
      for text in ["one", "two", "three"] {
        do { confirmed = try scenario.note(text, on: reference, in: journal).seq ?? 0 } catch {
          // Refused or failed: not confirmed, and that is all we claim.
          continue
        }
      }
      plan.countdown = nil
      let report = try scenario.verify()
      #expect(report.damage == nil)
      #expect(report.lastGood >= confirmed)
      #expect(try scenario.open().lastSeq >= confirmed)
    }
  }
}
