import Complaints
import Foundation
import Glibc
import Synchronization
import Testing

@testable import CaseJournal

@Suite("One sync for all who wait for one")
struct SharedSyncTests {
  private let calls = SystemCalls.real()
  private let inode: UInt64 = 4711

  /// What a thread came to, and a flag another waits for.
  private final class Told: Sendable {
    let outcome = Mutex<SharedSync.Outcome?>(nil)
    let waits = Atomic(false)
    let led = Atomic(0)

    func isWaiting() -> Bool {
      for _ in 0..<5000 {
        if waits.load(ordering: .acquiring) { return true }
        usleep(1000)
      }
      return false
    }
  }

  /// Asks for a sync on a thread of its own; told of once it waits for somebody.
  private func share(
    _ file: Int32, _ told: Told, inode: UInt64 = 4711, fails: Bool = false
  ) -> BesideThread? {
    BesideThread.begin {
      var calls = SystemCalls.real()
      calls.awaitPlace = { file, place, _ in
        told.waits.store(true, ordering: .releasing)
        return SystemCalls.real().awaitPlace(file, place, 10_000)
      }
      let outcome = try? SharedSync(file, calls).share(inode) { () throws(JournalFailure) in
        told.led.add(1, ordering: .relaxed)
        if fails { throw .poisoned("") }
      }
      told.outcome.withLock { $0 = outcome }
    }
  }

  @Test func `whoever is by themselves syncs, and counts it`() throws {
    let lock = try LockFile()
    let file = lock.open()
    let sharing = SharedSync(file, calls)
    for number in 1...20 as ClosedRange<UInt64> {
      var led = 0
      #expect(try sharing.share(inode) { () throws(JournalFailure) in led += 1 } == .led)
      #expect(led == 1)
      let count = try #require(SyncCount(file, calls))
      #expect(count.begun == number && count.done == number && count.inode == inode)
    }
  }

  @Test func `who comes while a sync goes on gets the next, done by the first of them for all`() throws {
    let lock = try LockFile()
    let (second, third, fourth) = (Told(), Told(), Told())
    var threads: [BesideThread?] = []
    let outcome = try SharedSync(lock.open(), calls).share(inode) { () throws(JournalFailure) in
      threads.append(share(lock.open(), second))
      #expect(second.isWaiting())
      for told in [third, fourth] {
        threads.append(share(lock.open(), told))
        #expect(told.isWaiting())
      }
    }
    for thread in threads { thread?.wait() }
    #expect(outcome == .led)
    #expect(second.outcome.withLock { $0 } == .led)
    #expect(third.outcome.withLock { $0 } == .followed)
    #expect(fourth.outcome.withLock { $0 } == .followed)
    #expect(third.led.load(ordering: .relaxed) == 0)
    #expect(SyncCount(lock.open(), calls)?.done == 2)
  }

  @Test func `a sync that failed, or was of another file, serves nobody else`() throws {
    for fails in [true, false] {
      let lock = try LockFile()
      let (second, third) = (Told(), Told())
      var threads: [BesideThread?] = []
      _ = try SharedSync(lock.open(), calls).share(inode) { () throws(JournalFailure) in
        threads.append(share(lock.open(), second, inode: fails ? inode : inode + 1, fails: fails))
        #expect(second.isWaiting())
        threads.append(share(lock.open(), third))
        #expect(third.isWaiting())
      }
      for thread in threads { thread?.wait() }
      #expect(second.led.load(ordering: .relaxed) == 1)
      #expect(second.outcome.withLock { $0 } == (fails ? nil : .led))
      #expect(third.outcome.withLock { $0 } == .led)
      #expect(third.led.load(ordering: .relaxed) == 1)
    }
  }

  @Test func `the sync of one who died is done again by the next`() throws {
    let lock = try LockFile()
    let file = lock.open()
    var count = SyncCount()
    count.begun = 7
    count.done = 6
    #expect(count.write(file, calls))
    #expect(try SharedSync(file, calls).share(inode) { () throws(JournalFailure) in } == .led)
    #expect(SyncCount(file, calls)?.done == 8)
  }

  @Test func `nobody waits for long for one who is stopped, nor at the next hundred`() throws {
    let lock = try LockFile()
    let (file, stopped) = (lock.open(), lock.open())
    var count = SyncCount()
    count.begun = 1
    #expect(count.write(file, calls))
    #expect(calls.takePlace(stopped, SharedSync.firstPlace + 1, 0) >= 0)
    var waits: [Int] = []
    var counting = calls
    counting.awaitPlace = { [calls] file, place, patience in
      waits.append(patience)
      return calls.awaitPlace(file, place, patience)
    }
    let sharing = SharedSync(file, counting)
    let began = ContinuousClock.now
    for _ in 0...100 { #expect(try sharing.share(inode) { () throws(JournalFailure) in } == .alone) }
    #expect(waits == [200])
    #expect(ContinuousClock.now - began >= .milliseconds(150))
    calls.leavePlace(stopped, SharedSync.firstPlace + 1)
    #expect(try sharing.share(inode) { () throws(JournalFailure) in } == .led)
  }

  @Test func `a lock file that cannot be read, written or locked leaves each to sync alone`() throws {
    let broken: [(inout SystemCalls) -> Void] = [
      { $0.read = { _, _, _, _ in -Int(EIO) } },
      { $0.overwrite = { _, _, _ in -Int(ENOSPC) } },
      { $0.takePlace = { _, _, _ in -Int(ENOLCK) } },
      {
        $0.takePlace = { _, _, _ in -Int(ENOLCK) }
        $0.awaitPlace = { _, _, _ in -Int(ENOLCK) }
      },
    ]
    for harm in broken {
      let lock = try LockFile()
      var calls = calls
      harm(&calls)
      #expect(try SharedSync(lock.open(), calls).share(inode) { () throws(JournalFailure) in } == .alone)
    }
  }

  @Test func `a count with one bit changed is none, and none is begun from zero`() throws {
    let lock = try LockFile()
    let file = lock.open()
    #expect(SyncCount(file, calls) == SyncCount())
    var count = SyncCount()
    (count.begun, count.done, count.inode) = (1 << 40 | 12, 1 << 40 | 11, 99)
    #expect(count.write(file, calls))
    #expect(SyncCount(file, calls) == count)
    var bytes = [UInt8](repeating: 0, count: SyncCount.size)
    #expect(calls.read(file, &bytes, 0..<bytes.count, SyncCount.offset) == bytes.count)
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(calls.overwrite(file, changed.span, SyncCount.offset) == changed.count)
      #expect(SyncCount(file, calls) == nil, "bit \(bit)")
      #expect(try SharedSync(file, calls).share(inode) { () throws(JournalFailure) in } == .alone)
    }
    let zeros = [UInt8](repeating: 0, count: SyncCount.size)
    #expect(calls.overwrite(file, zeros.span, SyncCount.offset) == zeros.count)
    #expect(SyncCount(file, calls) == SyncCount())
  }

  /// What the threads of the next test write, and how much of it the disk has.
  private final class Written: Sendable {
    let newest = Atomic(0)
    let durable = Atomic(0)
    let syncs = Atomic(0)
    let early = Atomic(0)
    let alone = Atomic(0)
  }

  @Test func `of twelve at once, none is told of a sync that began before its line was written`() throws {
    let lock = try LockFile()
    let written = Written()
    let files = (0..<12).map { _ in lock.open() }
    let threads = files.map { file in
      BesideThread.begin {
        let sharing = SharedSync(file, SystemCalls.real())
        for _ in 0..<100 {
          let own = written.newest.add(1, ordering: .sequentiallyConsistent).newValue
          let outcome = try? sharing.share(1) { () throws(JournalFailure) in
            let there = written.newest.load(ordering: .sequentiallyConsistent)
            usleep(100)
            written.durable.max(there, ordering: .sequentiallyConsistent)
            written.syncs.add(1, ordering: .relaxed)
          }
          if outcome == .alone { written.alone.add(1, ordering: .relaxed) }
          guard outcome == .led || outcome == .followed else { continue }
          if written.durable.load(ordering: .sequentiallyConsistent) < own {
            written.early.add(1, ordering: .relaxed)
          }
        }
      }
    }
    for thread in threads { thread?.wait() }
    #expect(written.newest.load(ordering: .relaxed) == 1200)
    #expect(written.early.load(ordering: .relaxed) == 0)
    #expect(written.syncs.load(ordering: .relaxed) + written.alone.load(ordering: .relaxed) < 1200)
  }
}
