import Complaints
import Foundation
import Glibc
import Testing

@testable import CaseJournal

@Suite struct AppendTurnTests {
  private let calls = SystemCalls.real()

  @Test func `each gets a place of their own while there are any, and gives it back at the end`() throws {
    let lock = try LockFile()
    let turns = (0..<AppendTurn.places).map { _ in AppendTurn(lock.open(), calls) }
    for (taken, turn) in turns.enumerated() {
      #expect(lock.free() == AppendTurn.places - taken)
      #expect(!turn.begin())
      #expect(!turn.isCrowded)
    }
    #expect(lock.free() == 0)
    for turn in turns { turn.end() }
    #expect(lock.free() == AppendTurn.places)
  }

  @Test func `asked again before the end, the place is the same`() throws {
    let lock = try LockFile()
    let turn = AppendTurn(lock.open(), calls)
    #expect(!turn.begin())
    #expect(!turn.begin())
    #expect(lock.free() == AppendTurn.places - 1)
    turn.end()
    turn.end()
    #expect(lock.free() == AppendTurn.places)
  }

  @Test func `where all places are taken and none comes free, nobody waits for ever`() throws {
    let lock = try LockFile()
    let holder = lock.open()
    for place in 0..<AppendTurn.places { #expect(calls.takePlace(holder, place, 0) >= 0) }
    let turn = AppendTurn(lock.open(), calls)
    let began = ContinuousClock.now
    #expect(turn.begin())
    #expect(ContinuousClock.now - began >= .milliseconds(100))
    #expect(turn.isCrowded)
    turn.end()
    for place in 0..<AppendTurn.places { calls.leavePlace(holder, place) }
    #expect(lock.free() == AppendTurn.places)
    #expect(!turn.begin())
    #expect(!turn.isCrowded)
    turn.end()
  }

  @Test func `nobody waits longer for a place than they would for the lease`() throws {
    let lock = try LockFile()
    let holder = lock.open()
    for place in 0..<AppendTurn.places { #expect(calls.takePlace(holder, place, 0) >= 0) }
    var asked: [Int] = []
    var calls = calls
    calls.takePlace = { _, _, patience in
      asked.append(patience)
      return -Int(ETIMEDOUT)
    }
    #expect(AppendTurn(lock.open(), calls).begin(patience: 50))
    #expect(asked.max() == 50)
  }

  @Test func `a bulk append gives its place back with every lease`() throws {
    let busy = try BusyJournal()
    var left = 3
    var free: [Int] = []
    _ = try busy.journal.commitMany(
      by: busy.scenario.asmith, perLease: 1,
      { (_) throws(Never) in
        guard left > 0 else { return .done }
        left -= 1
        return .line([NewEvent(.noteAdded(text: "x"), case: busy.reference)])
      },
      saved: { _ in
        let taken = (0..<AppendTurn.places).filter { calls.takePlace(busy.lock, $0, 0) >= 0 }
        for place in taken { calls.leavePlace(busy.lock, place) }
        free.append(taken.count)
      })
    #expect(busy.journal.turn != nil)
    #expect(free.last == AppendTurn.places)
  }

  @Test func `a place waited for is kept between two appends, and comes free by itself`() throws {
    let lock = try LockFile()
    let holder = lock.open()
    for place in 0..<AppendTurn.places { #expect(calls.takePlace(holder, place, 0) >= 0) }
    let turn = AppendTurn(lock.open(), calls)
    let freed = BesideThread.begin { [calls] in
      usleep(20_000)
      for place in 0..<AppendTurn.places { calls.leavePlace(holder, place) }
    }
    #expect(turn.begin())
    freed?.wait()
    turn.end()
    #expect(lock.becomesFree(AppendTurn.places))
    #expect(!turn.begin())
    turn.end()
    #expect(lock.free() == AppendTurn.places)
  }

  @Test func `who lets go of the journal lets go of the place`() throws {
    let lock = try LockFile()
    var turn: AppendTurn? = AppendTurn(lock.open(), calls)
    #expect(turn?.begin() == false)
    #expect(lock.free() == AppendTurn.places - 1)
    turn = nil
    #expect(lock.free() == AppendTurn.places)
  }

  @Test func `a lock file that cannot be written or locked keeps nobody from appending`() throws {
    let lock = try LockFile()
    var calls = SystemCalls.real()
    calls.read = { _, _, _, _ in -Int(EIO) }
    calls.overwrite = { _, _, _ in -Int(ENOSPC) }
    calls.takePlace = { _, _, _ in -Int(ENOLCK) }
    let turn = AppendTurn(lock.open(), calls)
    #expect(turn.begin())
    turn.end()
    #expect(lock.free() == AppendTurn.places)
  }

  @Test func `whoever finds the lease taken takes a place, and has given it back once the line is saved`()
    throws
  {
    let busy = try BusyJournal()
    #expect(busy.journal.turn == nil)
    try busy.scenario.note("x", on: busy.reference, in: busy.journal)
    #expect(busy.journal.turn != nil)
    for place in 0..<AppendTurn.places { #expect(calls.takePlace(busy.lock, place, 0) >= 0) }
  }
}

/// A journal whose lease somebody else has for ten milliseconds more.
private final class BusyJournal {
  let scenario = JournalScenario()
  let journal: CaseJournal
  let reference: CaseReference
  let lock: Int32
  private var freed: BesideThread?

  init() throws {
    journal = try scenario.create()
    reference = try scenario.openCase(in: journal)
    let lock = unsafe open(scenario.path + "/lock", O_RDWR)
    self.lock = lock
    #expect(flock(lock, LOCK_EX) == 0)
    freed = BesideThread.begin {
      usleep(10_000)
      flock(lock, LOCK_UN)
    }
  }

  deinit {
    freed?.wait()
    close(lock)
  }
}
