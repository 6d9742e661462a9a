import Complaints
import Glibc
import Testing

@testable import CaseJournal

@Suite("Many who open a journal together")
struct SnapshotLockTests {
  /// A journal without a snapshot, of so many segments, and somebody who has the right to write one.
  private final class Herd {
    var scenario = JournalScenario()
    let first: CaseJournal
    private let cache: Int32
    /// What whoever comes meanwhile was willing to wait, in milliseconds.
    private(set) var waits: [Int] = []

    init(rotateAt: Int) throws {
      scenario.rotateAt = rotateAt
      let journal = try scenario.create()
      var walk = CaseworkWalk(seed: 5, seq: journal.lastSeq + 1)
      try scenario.add(400, of: &walk, to: journal)
      first = try scenario.replayed()
      // Left by the change of segment.
      if !scenario.snapshotName.isEmpty { try scenario.folder.remove(scenario.snapshotName) }
      cache = unsafe Glibc.open(scenario.path + "/cache", O_RDONLY | O_DIRECTORY)
      #expect(flock(cache, LOCK_EX) == 0)
    }

    deinit { close(cache) }

    /// Opens the journal; `meanwhile` happens when that waits.
    func open(_ meanwhile: @escaping () -> Int) throws -> CaseJournal {
      var options = scenario.options
      options.snapshots.writesAfter = 100
      options.calls.waitForLock = { _, patience in
        self.waits.append(patience)
        flock(self.cache, LOCK_UN)
        return meanwhile()
      }
      return try CaseJournal.open(at: scenario.path, options)
    }
  }

  @Test func `who finds another reading every line waits, and goes on from what that one wrote`() throws {
    let herd = try Herd(rotateAt: 20_000)
    let journal = try herd.open {
      #expect(herd.first.writeSnapshot(after: 1))
      return 0
    }
    #expect(herd.waits.count == 1)
    #expect(journal.replayed.lines == 0)
    #expect(journal.snapshotSeq == herd.first.lastSeq)
    #expect(stateBytes(journal) == stateBytes(herd.first))
  }

  @Test func `where the other writes none, or is stopped, all lines are read after all`() throws {
    for outcome in [0, -Int(ETIMEDOUT)] {
      let herd = try Herd(rotateAt: 20_000)
      let journal = try herd.open { outcome }
      #expect(herd.waits == [15_000])
      #expect(journal.condition == .writable)
      #expect(journal.lastSeq == herd.first.lastSeq)
      #expect(stateBytes(journal) == stateBytes(herd.first))
      // Whoever read it all leaves one behind.
      #expect(!herd.scenario.snapshotName.isEmpty)
    }
  }

  @Test func `nobody waits for what is read in some hundredths of a second`() throws {
    let herd = try Herd(rotateAt: 64 << 20)
    let journal = try herd.open { 0 }
    #expect(herd.waits.isEmpty)
    #expect(journal.lastSeq == herd.first.lastSeq)
    // The other one has the right to write.
    #expect(herd.scenario.snapshotName.isEmpty)
  }
}
