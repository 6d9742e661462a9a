import Complaints
import Glibc
import Testing

@testable import CaseJournal

@Suite("The way back after a failed sync")
struct RecoveryTests {
  /// A journal whose last note was never synced, and the plan that failed it.
  private func poisoned() throws -> (JournalScenario, CaseJournal, FaultPlan) {
    var scenario = JournalScenario()
    let plan = FaultPlan()
    scenario.calls = plan.calls()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    try scenario.note("saved", on: reference, in: journal)
    plan.syncFails = EIO
    #expect(throws: CommitFailure<Never>.self) {
      try scenario.note("never on disk", on: reference, in: journal)
    }
    plan.syncFails = nil
    return (scenario, journal, plan)
  }

  @Test
  func `what the disk itself holds stands, the rest is put aside, and writing goes on in a new segment`()
    throws
  {
    var (scenario, _, _) = try poisoned()
    let all = scenario.folder.bytes(scenario.firstSegment)
    let ends = all.indices.filter { all[$0] == 0x0A }.map { $0 + 1 }
    let saved = ends[ends.count - 2]
    // The cache shows the last line; the disk has zeros there.
    let real = scenario.calls.readDisk
    scenario.calls.readDisk = { directory, name in
      var read = real(directory, name)
      guard name == "00000000000000000001.jsonl", read.bytes.count == all.count else { return read }
      for at in saved..<read.bytes.count { read.bytes[at] = 0 }
      return read
    }
    let journal = try scenario.open()
    let lost = journal.lastSeq
    let recovered = try #require(try journal.recover(by: scenario.asmith))
    #expect(recovered.offset == saved && recovered.bytes == all.count - saved)
    #expect(recovered.why.contains("fdatasync"))
    #expect(scenario.folder.bytes("data/quarantine/" + recovered.file) == Array(all[saved...]))
    #expect(!scenario.folder.names("data").contains("POISON"))
    #expect(scenario.folder.names("data/journal").count == 2)
    #expect(journal.condition == .writable)
    // What the state was, the seal, the new segment's first line, and then what was done.
    #expect(try journal.entries(at: lost).first?.event.kind == .stateAsserted)
    #expect(try journal.entries(at: lost + 1).first?.event.kind == .segmentSealed)
    let told = try journal.entries(at: lost + 3).first?.event
    #expect(told == .kept(.recovered(recovered)))
    try scenario.note("entered again", on: reference(1), in: journal)
    #expect(try scenario.verify().isGood)
    #expect(try scenario.open().headHash == journal.headHash)
  }

  @Test func `a desk that had read the lost line reads the whole journal anew`() throws {
    var (scenario, writer, _) = try poisoned()
    let all = scenario.folder.bytes(scenario.firstSegment)
    let desk = try scenario.open()
    #expect(try desk.entries(of: CaseNumber(value: 1)).count == 3)
    let real = scenario.calls.readDisk
    scenario.calls.readDisk = { directory, name in
      var read = real(directory, name)
      if read.bytes.count == all.count { read.bytes.removeLast(100) }
      return read
    }
    let recovering = try scenario.open()
    #expect(try recovering.recover(by: scenario.asmith) != nil)
    for journal in [desk, writer] {
      #expect(try journal.catchUp().replayed)
      #expect(journal.condition == .writable)
      #expect(try journal.entries(of: CaseNumber(value: 1)).count == 2)
      #expect(journal.headHash == recovering.headHash)
    }
    try scenario.note("from the desk", on: reference(1), in: desk)
    #expect(try scenario.verify().isGood)
  }

  @Test func `a line lost before the last ones is named and nothing is changed: a backup is the way back`()
    throws
  {
    var (scenario, _, _) = try poisoned()
    scenario.rotateAt = 100
    let real = scenario.calls.readDisk
    try scenario.folder.remove("data/POISON")
    try scenario.openCase(in: try scenario.open())
    try scenario.folder.write(Array("fdatasync failed\n".utf8), to: "data/POISON")
    scenario.calls.readDisk = { directory, name in
      var read = real(directory, name)
      if name == "00000000000000000001.jsonl" { read.bytes[2000] ^= 1 }
      return read
    }
    let before = scenario.folder.names("data/journal")
    let journal = try scenario.open()
    do {
      _ = try journal.recover(by: scenario.asmith)
      Issue.record("recovered")
    } catch {
      guard case .damaged(let damage) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(damage.segment == "00000000000000000001.jsonl" && damage.fault == .wrongChecksum)
    }
    #expect(scenario.folder.names("data/journal") == before)
    #expect(scenario.folder.names("data").contains("POISON"))
  }

  @Test func `there is nothing to recover in a healthy journal`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let head = journal.headHash
    #expect(try journal.recover(by: scenario.asmith) == nil)
    #expect(journal.headHash == head)
  }

  @Test func `a colleague's failed sync takes back the word of whoever synced just after`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    var calls = scenario.calls
    let folder = scenario.folder
    calls.syncData = { _ in
      do { try folder.write(Array("fdatasync failed elsewhere\n".utf8), to: "data/POISON") } catch {
        Issue.record("\(error)")
      }
      return 0
    }
    let other = try scenario.with(calls).open()
    #expect(throws: CommitFailure<Never>.journal(.poisoned("fdatasync failed elsewhere"))) {
      try scenario.note("confirmed?", on: reference, in: other)
    }
  }

  @Test func `the real disk gives back what was written`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    for turn in 0..<30 { try scenario.openCase(in: journal, "case \(turn)") }
    let read = SystemCalls.real().readDisk(
      journal.folder.segments, "00000000000000000001.jsonl")
    #expect(read.code == 0 && read.bytes == scenario.folder.bytes(scenario.firstSegment))
    #expect(SystemCalls.real().readDisk(journal.folder.segments, "none").code == -Int(ENOENT))
  }
}

@Suite("A machine that refuses")
struct RefusingMachineTests {
  @Test func `on a read-only file system everything can be read and nothing is recorded`() throws {
    let scenario = JournalScenario()
    let reference = try scenario.openCase(in: scenario.create())
    var calls = scenario.calls
    let real = scenario.calls
    calls.open = { directory, path, flags, mode in
      flags & (O_RDWR | O_WRONLY | O_CREAT) != 0 ? -Int(EROFS) : real.open(directory, path, flags, mode)
    }
    let journal = try scenario.with(calls).open()
    #expect(journal.condition == .writable && journal.register.rows.count == 1)
    #expect(
      throws: CommitFailure<Never>.journal(
        .storage(call: "open", path: scenario.path + "/lock", code: EROFS))
    ) { try scenario.note("no", on: reference, in: journal) }
    #expect(try scenario.with(calls).verify().isGood)
  }

  @Test func `out of descriptors, a desk says so, keeps what it knows, and goes on when there are some`()
    throws
  {
    let scenario = JournalScenario()
    let writer = try scenario.create()
    let reference = try scenario.openCase(in: writer)
    var refused = false
    var calls = scenario.calls
    let real = scenario.calls
    calls.open = { directory, path, flags, mode in
      refused ? -Int(EMFILE) : real.open(directory, path, flags, mode)
    }
    calls.names = { refused ? ([], -Int(EMFILE)) : real.names($0) }
    let desk = try scenario.with(calls).open()
    // A file cut shorter makes the desk read all of it anew, just when there are no descriptors left.
    try scenario.note("one more", on: reference, in: writer)
    _ = try desk.catchUp()
    let bytes = scenario.folder.bytes(scenario.firstSegment)
    try scenario.folder.write(Array(bytes.dropLast(200)), to: scenario.firstSegment)
    refused = true
    #expect(throws: JournalFailure.self) { try desk.catchUp() }
    #expect(throws: CommitFailure<Never>.self) { try scenario.note("no", on: reference, in: desk) }
    refused = false
    #expect(try desk.catchUp().replayed)
    #expect(desk.register.rows.count == 1)
    try scenario.note("yes", on: reference, in: desk)
    #expect(try scenario.verify().isGood)
  }

  @Test func `a clock set back, across programs, never makes a line older than the one before`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    scenario.clock.advance(seconds: -86_400)
    let back = scenario.clock.moment
    let other = try scenario.open()
    let done = try scenario.note("yesterday again", on: reference, in: other)
    let entry = try #require(done.entries.first)
    #expect(entry.recordedAt > back && entry.wallClock == back)
    scenario.clock.advance(seconds: 2 * 86_400)
    let later = try scenario.note("right again", on: reference, in: journal)
    #expect(later.entries[0].wallClock == nil && later.entries[0].recordedAt == scenario.clock.moment)
    #expect(try scenario.verify().isGood)
    // As it was known then: by the true reading.
    var options = scenario.options
    options.asAt = back
    #expect(try CaseJournal.open(at: scenario.path, options).lastSeq == done.seq)
  }

  @Test func `a last segment without a line is no more than one that was never begun`() throws {
    var scenario = JournalScenario()
    scenario.rotateAt = 4096
    let journal = try scenario.create()
    while scenario.folder.names("data/journal").count < 2 { try scenario.openCase(in: journal) }
    let last = "data/journal/" + scenario.folder.names("data/journal")[1]
    let whole = scenario.folder.bytes(last)
    for length in [0, 10, 150] {
      try scenario.folder.write(Array(whole.prefix(length)), to: last)
      let opened = try scenario.open()
      #expect(opened.condition == .writable)
      try scenario.note("goes on", on: reference(1), in: opened)
      let report = try scenario.verify()
      #expect(report.isGood && report.unfinished == nil)
      #expect(try scenario.open().headHash == opened.headHash)
    }
  }
}
