import Clocks
import Complaints
import Testing

@testable import CaseJournal

@Suite("Texts for search kept in a snapshot")
struct KeptTextsTests {
  /// The text each case is searched by.
  private func texts(_ journal: CaseJournal) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    journal.arena.eachRun { (run) throws(Never) in texts.append(run) }
    return texts
  }

  @Test(arguments: 1...8)
  func `cases are searched by the same texts, from a snapshot and the lines behind it as from every line`(
    _ seed: Int
  ) throws {
    let scenario = try JournalScenario.walked(
      UInt64(seed), before: 60 + seed * 40, after: seed % 3 == 0 ? 0 : seed * 30)
    let every = try scenario.replayed()
    let all = texts(every)
    #expect(all.contains { !$0.isEmpty })
    for checksAsRead in [false, true] {
      let journal = try scenario.opened(checksAsRead: checksAsRead)
      #expect(journal.snapshotSeq > 0)
      #expect(texts(journal) == all)
      #expect(journal.snapshotHolds)
      // What lies in the snapshot is not copied.
      #expect(journal.arena.byteCount.own < every.arena.byteCount.own)
    }
  }

  @Test func `a correction behind the snapshot counts, and the text before it no longer`() throws {
    let scenario = try JournalScenario.walked(3, before: 40, after: 0)
    let journal = try scenario.opened()
    let reference = try scenario.openCase(in: journal)
    #expect(journal.writeSnapshot(after: 1))
    let again = try scenario.opened()
    let index = reference.number.index
    #expect(again.snapshotSeq == again.lastSeq)
    let before = texts(again)[index]
    let opening = try #require(try again.entries(of: reference.number).first)
    _ = try again.commit(by: scenario.asmith) { _ in
      [
        NewEvent(
          .entryCorrected(
            Corrected(seq: opening.seq, field: "narrative", value: "A Zwergspitz on the stair")),
          case: reference)
      ]
    }
    let corrected = texts(again)[index]
    #expect(corrected != before)
    #expect(again.arena.matches(Array("zwergspitz".utf8), in: index, field: .narrative))
    #expect(texts(try scenario.replayed()) == texts(again))
    #expect(texts(try scenario.opened()) == texts(again))
  }

  @Test func `damaged texts are left, read from the lines instead, and the snapshot with them`() throws {
    let scenario = try JournalScenario.walked(5, before: 300, after: 10)
    let all = texts(try scenario.replayed())
    let name = scenario.snapshotName
    var bytes = scenario.folder.bytes(name)
    let header = try #require(
      SnapshotHeader(Array(bytes[..<SnapshotHeader.size]), fileSize: bytes.count, CRC32C()))
    let place = try #require(header.place(of: .texts))
    bytes[place.upperBound - 2] ^= 0x20
    try scenario.folder.write(bytes, to: name)
    let journal = try scenario.opened()
    #expect(journal.snapshotSeq > 0)
    #expect(texts(journal) == all)
    #expect(!journal.snapshotHolds)
  }

  @Test func `a snapshot of another release gives way to one of ours at once`() throws {
    let scenario = try JournalScenario.walked(6, before: 60, after: 0)
    let name = scenario.snapshotName
    var older = scenario.folder.bytes(name)
    older[8] ^= 1
    let crc = CRC32C().of(older.span, from: 0, to: SnapshotHeader.size - 4)
    for (place, shift) in zip(SnapshotHeader.size - 4..<SnapshotHeader.size, [0, 8, 16, 24] as [UInt32]) {
      older[place] = UInt8(truncatingIfNeeded: crc >> shift)
    }
    try scenario.folder.write(older, to: name)
    let early = try scenario.opened()
    #expect(early.snapshotSeq == 0)
    var options = scenario.options
    options.snapshots.writesAfter = 1
    let journal = try CaseJournal.open(at: scenario.path, options)
    #expect(journal.snapshotSeq == journal.lastSeq)
    #expect(try scenario.opened().snapshotSeq == journal.lastSeq)
    // Who looked before it was written does not write it once more.
    let written = scenario.folder.bytes(name)
    try scenario.folder.write(written + [0], to: "data/cache/snapshot.new")
    #expect(early.writeSnapshot(after: 1))
    #expect(scenario.folder.bytes("data/cache/snapshot.new") == written + [0])
    #expect(scenario.folder.bytes(name) == written)
  }
}
