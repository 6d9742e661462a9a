import Clocks
import Complaints
import Foundation
import Glibc
import Testing

@testable import CaseJournal

@Suite("Several desks on one journal")
struct SharingTests {
  @Test func `two writers take turns, each deciding on what the other left`() throws {
    let scenario = JournalScenario()
    let first = try scenario.create()
    let second = try scenario.open()
    for turn in 0..<20 {
      let journal = turn % 2 == 0 ? first : second
      let reference = try scenario.openCase(in: journal, "case \(turn)")
      #expect(reference.number.value == UInt32(turn + 1))
    }
    #expect(try first.catchUp().newLines == 1)
    #expect(first.register.rows == second.register.rows)
    #expect(first.headHash == second.headHash)
    #expect(try scenario.verify().lines == 25)
  }

  @Test func `catching up tells which cases were touched, from which line on`() throws {
    let scenario = JournalScenario()
    let writer = try scenario.create()
    try scenario.openCase(in: writer)
    let reader = try scenario.open()
    let reference = try scenario.openCase(in: writer)
    try scenario.note("hello", on: reference, in: writer)
    let growth = try reader.catchUp()
    #expect(growth == Growth(cases: [reference.number], firstNewSeq: 7, newLines: 2))
    #expect(try reader.entries(from: 7).map(\.event.kindName) == ["contact.received", "note.added"])
    #expect(try reader.catchUp() == Growth())
  }

  @Test func `a half-written line is not seen before its end`() throws {
    let scenario = JournalScenario()
    let writer = try scenario.create()
    let reader = try scenario.open()
    try scenario.openCase(in: writer)
    let bytes = scenario.folder.bytes(scenario.firstSegment)
    try scenario.folder.write(Array(bytes.dropLast(10)), to: scenario.firstSegment)
    #expect(try reader.catchUp().newLines == 0)
    try scenario.folder.write(bytes, to: scenario.firstSegment)
    #expect(try reader.catchUp().newLines == 1)
    #expect(reader.register.rows == writer.register.rows)
  }

  @Test func `a writer waits only so long and then names the holder`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let other = try scenario.open()
    let reference = try scenario.openCase(in: journal)
    do {
      let lease = try other.takeLease(by: login("jdoe"), patience: 0)
      let noted = String(decoding: scenario.folder.bytes("data/lock"), as: UTF8.self)
      #expect(noted.hasPrefix("jdoe \(getpid()) ") && noted.hasSuffix(" \n"))
      #expect(throws: CommitFailure<Never>.self) { try scenario.note("x", on: reference, in: journal) }
      do { try scenario.note("y", on: reference, in: journal) } catch let failure as CommitFailure<Never> {
        guard case .journal(.busy(let holder, let waited)) = failure else {
          Issue.record("not busy: \(failure)")
          return
        }
        #expect(holder == LeaseHolder(login: "jdoe", process: Int(getpid())))
        #expect(waited >= 50)
      }
      _ = consume lease
    }
    try scenario.note("z", on: reference, in: journal)
  }

  @Test func `a holder whose process is stopped is named as stopped, within the patience`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    let sleeper = Process()
    sleeper.executableURL = URL(fileURLWithPath: "/bin/sleep")
    sleeper.arguments = ["60"]
    try sleeper.run()
    defer { kill(sleeper.processIdentifier, SIGKILL) }
    kill(sleeper.processIdentifier, SIGSTOP)
    var status: Int32 = 0
    // Until the system has stopped it.
    _ = unsafe waitpid(sleeper.processIdentifier, &status, WUNTRACED)
    let lock = unsafe open(scenario.path + "/lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    try scenario.folder.write(Array("anna \(sleeper.processIdentifier) \n".utf8), to: "data/lock")
    let began = ContinuousClock.now
    #expect(
      throws: CommitFailure<Never>.journal(
        .busy(
          holder: LeaseHolder(login: "anna", process: Int(sleeper.processIdentifier), stopped: true),
          waitedMilliseconds: 50))
    ) { try scenario.note("x", on: reference, in: journal) }
    #expect(ContinuousClock.now - began < .seconds(5))
    #expect(flock(lock, LOCK_UN) == 0)
    try scenario.note("y", on: reference, in: journal)
  }

  @Test func `whoever waits for the lease gets it when it is free, without a pause`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    let lock = unsafe open(scenario.path + "/lock", O_RDWR)
    #expect(flock(lock, LOCK_EX) == 0)
    // Closing the descriptor gives the lock back while the writer is waiting for it.
    let thread = Thread { close(lock) }
    var options = scenario.options
    options.patience = 30_000
    let patient = try CaseJournal.open(at: scenario.path, options)
    var calls = scenario.calls
    let real = scenario.calls
    calls.waitForLock = { file, patience in
      thread.start()
      return real.waitForLock(file, patience)
    }
    options.calls = calls
    let waiting = try CaseJournal.open(at: scenario.path, options)
    let began = ContinuousClock.now
    try scenario.note("waited", on: reference, in: waiting)
    #expect(ContinuousClock.now - began < .seconds(10))
    try scenario.note("next", on: reference, in: patient)
  }

  @Test func `a full segment is sealed and the next begun, for writers, followers and readers alike`() throws
  {
    var scenario = JournalScenario()
    scenario.rotateAt = 4096
    let first = try scenario.create()
    let second = try scenario.open()
    let follower = try scenario.open()
    for turn in 0..<40 { try scenario.openCase(in: turn % 3 == 0 ? first : second, "case \(turn)") }
    let names = scenario.folder.names("data/journal")
    #expect(names.count > 3)
    #expect(names.allSatisfy { JournalFolder.firstSeq(of: $0) != nil })
    for journal in [first, second, follower] { _ = try journal.catchUp() }
    let reopened = try scenario.open()
    #expect(reopened.condition == .writable)
    for journal in [first, follower, reopened] {
      #expect(journal.register.rows.count == 40)
      #expect(journal.headHash == second.headHash)
      #expect(journal.segments.count == names.count)
    }
    for row in reopened.register.rows {
      #expect(try reopened.text(at: row.narrative) == "case \(row.number.value - 1)")
    }
    let report = try scenario.verify()
    #expect(report.isGood && report.lines == Int(second.lastSeq))
    #expect(
      try CaseJournal.verify(at: scenario.path, since: 30, scenario.options).lastGood == second.lastSeq)
  }

  @Test func `the head of every sealed segment is left with the system's log, and verify knows it again`()
    throws
  {
    var scenario = JournalScenario()
    scenario.rotateAt = 2000
    let noted = Witnessed()
    scenario.calls.witness = { noted.lines.append($0) }
    let journal = try CaseJournal.create(
      at: scenario.path, founding: scenario.founding, by: scenario.asmith, practice: false, service: false,
      scenario.options)
    try scenario.openCase(in: journal)
    for turn in 0..<6 { try scenario.note("note \(turn)", on: reference(1), in: journal) }
    let segments = scenario.folder.names("data/journal")
    #expect(noted.lines.count == segments.count - 1 && !noted.lines.isEmpty)
    for (line, segment) in zip(noted.lines, segments) {
      let words = line.split(separator: " ").map(String.init)
      #expect(line.contains(" sealed " + segment + " at line "))
      #expect(try scenario.verify(head: words.last).headFound == true, "\(line)")
    }
  }

  private final class Witnessed { var lines: [String] = [] }

  @Test func `a change of segment cut short is finished by the next writer`() throws {
    var scenario = JournalScenario()
    scenario.rotateAt = 4096
    let journal = try scenario.create()
    while scenario.folder.names("data/journal").count < 2 { try scenario.openCase(in: journal) }
    let second = "data/journal/" + scenario.folder.names("data/journal")[1]
    try scenario.folder.remove(second)
    let reopened = try scenario.open()
    #expect(reopened.condition == .writable)
    try scenario.openCase(in: reopened)
    #expect(scenario.folder.names("data/journal").count == 2)
    #expect(try scenario.verify().isGood)
  }

  @Test func `a missing segment is damage`() throws {
    var scenario = JournalScenario()
    scenario.rotateAt = 4096
    let journal = try scenario.create()
    for _ in 0..<40 { try scenario.openCase(in: journal) }
    let names = scenario.folder.names("data/journal")
    try scenario.folder.remove("data/journal/" + names[1])
    guard case .damaged(let damage) = try scenario.open().condition else {
      Issue.record("not damaged")
      return
    }
    #expect(damage.fault == .segmentOrder && damage.segment == names[2])
    #expect(try scenario.verify().damage?.fault == .segmentOrder)
  }

  @Test func `a follower's descriptor wakes when a line lands`() throws {
    let scenario = JournalScenario()
    let writer = try scenario.create()
    let reader = try scenario.open()
    let follower = try #require(reader.follow())
    func readable() -> Bool {
      var waiting = pollfd(fd: follower.descriptor, events: Int16(POLLIN), revents: 0)
      return unsafe poll(&waiting, 1, 0) == 1
    }
    #expect(!readable())
    try scenario.openCase(in: writer)
    #expect(readable())
    follower.drain()
    #expect(!readable())
    #expect(try reader.catchUp().newLines == 1)
  }
}
