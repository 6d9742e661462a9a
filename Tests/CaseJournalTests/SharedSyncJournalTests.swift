import Complaints
import Foundation
import Glibc
import Synchronization
import Testing

@testable import CaseJournal

@Suite("Journals that share their syncs")
struct SharedSyncJournalTests {
  /// What is confirmed before the disk has it, and by whose sync.
  private final class Told: Sendable {
    let confirmed = Atomic(0)
    let early = Atomic(0)
    /// Lines saved by the sync of another.
    let followed = Atomic(0)
    let failures = Mutex<[String]>([])

    func confirm(_ isDurable: Bool) {
      confirmed.add(1, ordering: .relaxed)
      if !isDurable { early.add(1, ordering: .relaxed) }
    }
  }

  /// A disk and a scenario that a thread may hold: the baton lets only one run.
  private struct Shared: @unchecked Sendable {
    let scenario: JournalScenario
    let disk: DurableDisk
  }

  /// Six writers in the order of that seed, and what they came to.
  private func run(_ seed: Int, deaf: Bool = false) throws -> Told {
    var scenario = JournalScenario()
    scenario.rotateAt = 6000
    try scenario.openCase(in: scenario.create())
    let shared = Shared(scenario: scenario, disk: try DurableDisk(scenario.path))
    shared.disk.isDeaf = deaf
    let told = Told()
    let bodies = (0..<6).map { writer -> @Sendable (SystemCalls) -> Void in
      { calls in
        do {
          let scenario = shared.scenario.with(calls)
          let journal = try scenario.open()
          journal.crowd = 0
          for turn in 0..<5 {
            let text = "writer \(writer) note \(turn) " + String(repeating: "-", count: 200)
            try scenario.note(text, on: reference(1), in: journal)
            told.confirm(
              scenario.folder.names("data/journal").contains { name in
                String(decoding: shared.disk.synced(scenario.path + "/journal/" + name), as: UTF8.self)
                  .contains(text)
              })
          }
        } catch { told.failures.withLock { $0.append("\(writer): \(error)") } }
      }
    }
    Baton(seed: UInt64(seed)).run(bodies) {
      var calls = shared.disk.calls()
      calls.failedWrites = { _ in
        told.followed.add(1, ordering: .relaxed)
        return 0
      }
      calls.witness = { _ in }
      calls.beginSync = { _ in nil }
      return calls
    }
    #expect(try scenario.verify().isGood)
    return told
  }

  @Test(arguments: 0..<24)
  func `in any order a line is confirmed only once the disk has it`(_ seed: Int) throws {
    let told = try run(seed)
    #expect(told.failures.withLock { $0 } == [])
    #expect(told.confirmed.load(ordering: .relaxed) == 30)
    #expect(told.early.load(ordering: .relaxed) == 0)
  }

  @Test func `many a line is saved by the sync of another, and a disk that does not sync is found out`()
    throws
  {
    let followed = try (100..<108).map { try run($0).followed.load(ordering: .relaxed) }
    #expect(followed.reduce(0, +) > 16, "\(followed)")
    #expect(try run(1, deaf: true).early.load(ordering: .relaxed) == 30)
  }

  /// A journal whose next line comes after those of four others, and whose sync somebody else does.
  private func follower(
    _ failed: @escaping () -> Int, synced: @escaping () -> Void = {}
  ) throws -> (JournalScenario, CaseJournal) {
    let scenario = JournalScenario()
    let others = try scenario.create()
    try scenario.openCase(in: others)
    var calls = scenario.calls
    let real = scenario.calls
    calls.takePlace = { file, place, patience in
      guard place >= SharedSync.firstPlace else { return real.takePlace(file, place, patience) }
      let lock = unsafe open(scenario.path + "/lock", O_RDWR)
      defer { close(lock) }
      let inode = others.segments.last?.inode ?? 0
      let led = try? SharedSync(lock, real).share(inode) { () throws(JournalFailure) in }
      #expect(led == .led)
      return -Int(EAGAIN)
    }
    calls.failedWrites = { _ in failed() }
    calls.syncData = { _ in
      synced()
      return 0
    }
    let journal = try scenario.with(calls).open()
    try scenario.note("first", on: reference(1), in: journal)
    for turn in 0..<4 { try scenario.note("other \(turn)", on: reference(1), in: others) }
    return (scenario, journal)
  }

  @Test func `four lines of others between two of ours, and the sync is shared`() throws {
    var synced = 0
    let (scenario, journal) = try follower({ 0 }, synced: { synced += 1 })
    #expect(journal.sharing == nil && synced == 1)
    try scenario.note("shared", on: reference(1), in: journal)
    #expect(journal.sharing != nil && synced == 1)
    let others = try scenario.open()
    for turn in 0..<3 { try scenario.note("other \(turn)", on: reference(1), in: others) }
    try scenario.note("alone", on: reference(1), in: journal)
    #expect(synced == 2)
  }

  @Test func `a failed write that only we are told of poisons the journal, whoever's sync went well`() throws
  {
    let (scenario, journal) = try follower { -Int(EIO) }
    #expect(throws: CommitFailure<Never>.self) {
      try scenario.note("lost", on: reference(1), in: journal)
    }
    #expect(scenario.folder.names("data").contains("POISON"))
    guard case .poisoned = journal.condition else {
      Issue.record("not poisoned: \(journal.condition)")
      return
    }
  }

  @Test func `a system that may not be asked for failed writes syncs by itself`() throws {
    for refusal in [ENOSYS, EPERM] {
      var synced = 0
      let (scenario, journal) = try follower({ -Int(refusal) }, synced: { synced += 1 })
      try scenario.note("kept", on: reference(1), in: journal)
      #expect(synced == 2)
      #expect(!scenario.folder.names("data").contains("POISON"))
    }
  }

  @Test func `the sync that fails while others wait for it poisons before they wake`() throws {
    let scenario = JournalScenario()
    let others = try scenario.create()
    try scenario.openCase(in: others)
    var calls = scenario.calls
    var fails = false
    calls.syncData = { _ in fails ? -Int(EIO) : 0 }
    let leave = calls.leavePlace
    let poison = scenario.path + "/POISON"
    let seen = Seen()
    calls.leavePlace = { file, place in
      if place >= SharedSync.firstPlace {
        seen.poison.store(FileManager.default.fileExists(atPath: poison), ordering: .relaxed)
      }
      leave(file, place)
    }
    let journal = try scenario.with(calls).open()
    try scenario.note("first", on: reference(1), in: journal)
    for turn in 0..<4 { try scenario.note("other \(turn)", on: reference(1), in: others) }
    fails = true
    #expect(throws: CommitFailure<Never>.self) { try scenario.note("x", on: reference(1), in: journal) }
    #expect(seen.poison.load(ordering: .relaxed) == true)
    #expect(SyncCount(journal.lockFile, scenario.calls)?.done == 0)
  }

  private final class Seen: Sendable { let poison = Atomic(false) }
}
