import Clocks
import Complaints
import Foundation
import Testing

@testable import CaseJournal

@Suite("Snapshots")
struct SnapshotTests {
  @Test(arguments: 1...12)
  func `the state from a snapshot and the lines behind it is the state of every line`(_ seed: Int) throws {
    let scenario = try JournalScenario.walked(
      UInt64(seed), before: 50 + seed * 30, after: seed % 3 == 0 ? 0 : seed * 25)
    let every = try scenario.replayed()
    #expect(every.snapshotSeq == 0)
    for checksAsRead in [false, true] {
      let journal = try scenario.opened(checksAsRead: checksAsRead)
      #expect(journal.snapshotSeq > 0)
      #expect(stateBytes(journal) == stateBytes(every))
      #expect(journal.snapshotHolds)
      for row in every.register.rows {
        #expect(try journal.file(of: row.number) == every.file(of: row.number))
      }
    }
  }

  @Test(arguments: [3, 4])
  func `a journal opened from a snapshot goes on like any other`(_ seed: Int) throws {
    let scenario = try JournalScenario.walked(UInt64(seed), before: 200, after: 20)
    let journal = try scenario.opened()
    let reference = try scenario.openCase(in: journal)
    try scenario.note("rung back", on: reference, in: journal)
    try scenario.note("rung again", on: CaseReference(number: CaseNumber(value: 1), year: 2026), in: journal)
    #expect(stateBytes(try scenario.replayed()) == stateBytes(journal))
    #expect(try scenario.verify().isGood)
  }

  @Test func `a snapshot keeps all that is told of somebody who works here`() throws {
    let asmith = login("asmith")
    var member = StaffMember(
      login: asmith, name: "Amira Smith", roles: [.handler, .reviewer], team: "north", manager: login("boss"),
      phone: "0161 496 0100", email: "a@example.org", limit: 5000, from: day("2026-01-05"),
      until: day("2027-01-05"), trained: day("2026-02-02"), confidential: day("2026-02-03"), gender: "woman")
    let scenario = try JournalScenario.walked(9, before: 30, after: 0)
    let journal = try scenario.opened()
    var lines = [NewEvent(.staffListed(member))]
    _ = try journal.commitMany(by: asmith, perLease: 1) { (_) throws(Refusal) in
      defer { lines = [] }
      return lines.isEmpty ? .done : .line(lines)
    }
    var options = scenario.options
    options.snapshots.writesAfter = 0
    _ = try CaseJournal.open(at: scenario.path, options)
    let again = try scenario.opened()
    #expect(again.snapshotSeq == again.lastSeq)
    #expect(again.register.staff[asmith] == member)
    member.gender = ""
    #expect(again.register.staff[asmith] != member)
  }

  @Test func `whoever folded much writes a snapshot in place of the older one, and goes on from it`() throws {
    let scenario = try JournalScenario.walked(7, before: 120, after: 60)
    let old = scenario.snapshotName
    var options = scenario.options
    options.snapshots.writesAfter = 40
    let journal = try CaseJournal.open(at: scenario.path, options)
    #expect(journal.snapshotSeq == journal.lastSeq)
    #expect(scenario.snapshotName != old)
    #expect(scenario.folder.names("data/cache").count == 1)
    #expect(stateBytes(journal) == stateBytes(try scenario.replayed()))
    // Nothing new: the next one writes none.
    let name = scenario.snapshotName
    _ = try CaseJournal.open(at: scenario.path, options)
    #expect(scenario.snapshotName == name)
  }

  @Test func `a snapshot cut short anywhere, or with any bit of it changed, is replayed`() throws {
    let scenario = try JournalScenario.walked(5, before: 30, after: 4)
    let name = scenario.snapshotName
    let good = scenario.folder.bytes(name)
    let state = stateBytes(try scenario.replayed())
    let names = stateBytes(try scenario.opened())
    #expect(names == state)
    var random = SplitMix(seed: 11)
    for length in stride(from: 0, to: good.count, by: 97) {
      try scenario.folder.write(Array(good[..<length]), to: name)
      #expect(stateBytes(try scenario.opened()) == state, "cut at \(length)")
    }
    for at in stride(from: 0, to: good.count, by: 41) {
      var bad = good
      bad[at] ^= 1 << UInt8(random.below(8))
      try scenario.folder.write(bad, to: name)
      let journal = try scenario.opened()
      #expect(journal.snapshotSeq == 0, "byte \(at)")
      #expect(stateBytes(journal) == state, "byte \(at)")
    }
  }

  @Test func `a snapshot forged with right checksums ends nobody, and what makes no sense is replayed`()
    throws
  {
    let scenario = try JournalScenario.walked(6, before: 40, after: 6)
    let name = scenario.snapshotName
    let good = scenario.folder.bytes(name)
    var random = SplitMix(seed: 12)
    for round in 0..<400 {
      var bad = good
      for _ in 0...random.below(3) {
        let at = 88 + random.below(bad.count - 88 - 400)
        bad[at] = [0xFF, 0, 0x80, UInt8(random.below(256))][random.below(4)]
      }
      try scenario.folder.write(SnapshotTests.resealed(bad), to: name)
      let journal = try scenario.opened(checksAsRead: round % 2 == 0)
      _ = stateBytes(journal)
      for row in journal.register.rows { _ = try journal.file(of: row.number) }
      let reference = try scenario.copy().opened().register.rows.last?.reference
      #expect(reference != nil)
      // Whatever was read: the next look at the journal begins anew where something made no sense.
      if !journal.snapshotHolds { #expect(try journal.catchUp().replayed) }
    }
  }

  /// Those bytes with every checksum made right.
  private static func resealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let crc = CRC32C()
    func put(_ value: UInt32, _ at: Int) {
      for byte in 0..<4 { bytes[at + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt32(byte))) }
    }
    // Blocks of 1,024 bytes behind the header, then four bytes of checksum for each.
    let blocks = (bytes.count - 1024) / 1028
    let end = 1024 * (blocks + 1)
    for block in 1...blocks {
      put(crc.of(bytes.span, from: block * 1024, to: block * 1024 + 1024), end + (block - 1) * 4)
    }
    let sums = crc.of(bytes.span, from: end, to: bytes.count)
    // Behind magic, print, size, line, hash and the place of the sums.
    put(sums, 8 * 4 + 32 + 8)
    put(crc.of(bytes.span, from: 0, to: 1020), 1020)
    return bytes
  }

  @Test func `a snapshot of another journal, another program or another time is not used`() throws {
    let scenario = try JournalScenario.walked(8, before: 60, after: 10)
    let other = try JournalScenario.walked(9, before: 60, after: 10)
    let name = scenario.snapshotName
    let state = stateBytes(try scenario.replayed())
    let good = scenario.folder.bytes(name)
    try scenario.folder.write(other.folder.bytes(other.snapshotName), to: name)
    #expect(try scenario.opened().snapshotSeq == 0)
    var older = good
    // The print of the program that wrote it.
    older[8] ^= 1
    try scenario.folder.write(SnapshotTests.resealed(older), to: name)
    #expect(try scenario.opened().snapshotSeq == 0)
    try scenario.folder.write(good, to: name)
    let journal = try scenario.opened()
    #expect(journal.snapshotSeq > 0)
    #expect(stateBytes(journal) == state)
    var options = scenario.options
    options.asAt = Moment("2026-11-22T18:00:00Z")
    #expect(try CaseJournal.open(at: scenario.path, options).snapshotSeq == 0)
    options.asAt = nil
    options.zone = ZoneTable(transitions: [], initialOffset: 0)
    #expect(try CaseJournal.open(at: scenario.path, options).snapshotSeq == 0)
  }

  @Test func `an erasure removes every snapshot, and one begun before it is never used again`() throws {
    let scenario = try JournalScenario.walked(10, before: 80, after: 0)
    let journal = try scenario.opened()
    let kept = scenario.folder.bytes(scenario.snapshotName)
    let name = scenario.snapshotName
    #expect(journal.snapshotSeq > 0)
    let number = journal.register.rows[0].number
    _ = try journal.erase([number], ground: "asked for", by: scenario.asmith) { (_) throws(Refusal) in }
    #expect(scenario.snapshotName == "")
    // Put back by hand, as a copy would be.
    try scenario.folder.write(kept, to: name)
    let again = try scenario.opened()
    #expect(again.snapshotSeq == 0)
    #expect(stateBytes(again) == stateBytes(try scenario.replayed()))
  }

  @Test func `a seal leaves a snapshot behind`() throws {
    var scenario = JournalScenario()
    scenario.rotateAt = 20_000
    var options = scenario.options
    options.snapshots.writesAfter = 10
    let journal = try CaseJournal.create(
      at: scenario.path, founding: scenario.founding, by: scenario.asmith, practice: true, service: false,
      options)
    var walk = CaseworkWalk(seed: 2, seq: journal.lastSeq + 1)
    try scenario.add(100, of: &walk, to: journal)
    #expect(scenario.folder.names("data/journal").count > 1)
    #expect(scenario.snapshotName != "")
    #expect(stateBytes(try scenario.opened()) == stateBytes(try scenario.replayed()))
  }

  @Test func `a disk that refuses at any step leaves the journal as it is, and no half of a snapshot`() throws
  {
    let scenario = try JournalScenario.walked(13, before: 60, after: 0)
    try scenario.folder.remove(scenario.snapshotName)
    let state = stateBytes(try scenario.replayed())
    for step in 0..<12 {
      var calls = scenario.calls
      var left = step
      let real = calls
      calls.overwrite = { file, bytes, at in
        left -= 1
        return left == -1 ? -Int(ENOSPC) : real.overwrite(file, bytes, at)
      }
      calls.replace = { folder, from, to in
        left -= 1
        return left == -1 ? -Int(EIO) : real.replace(folder, from, to)
      }
      calls.changeMode = { file, mode in
        left -= 1
        return left == -1 ? -Int(EPERM) : real.changeMode(file, mode)
      }
      var options = scenario.with(calls).options
      options.snapshots.writesAfter = 10
      let journal = try CaseJournal.open(at: scenario.path, options)
      #expect(stateBytes(journal) == state)
      #expect(!scenario.folder.names("data/cache").contains("snapshot.new"))
      if scenario.snapshotName != "" { try scenario.folder.remove(scenario.snapshotName) }
    }
  }
}
