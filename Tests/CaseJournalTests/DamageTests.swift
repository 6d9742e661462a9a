import Complaints
import Testing

@testable import CaseJournal

@Suite("Torn tails and damage")
struct DamageTests {
  /// A small journal and the end of each of its lines.
  private func small(_ scenario: JournalScenario) throws -> (bytes: [UInt8], ends: [Int]) {
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal, "Damp")
    try scenario.note("rang, no answer", on: reference, in: journal)
    try scenario.note("rang again", on: reference, in: journal)
    let bytes = scenario.folder.bytes(scenario.firstSegment)
    return (bytes, bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 })
  }

  @Test func `cut anywhere, a journal keeps every whole line and mends its tail before the next`() throws {
    let scenario = JournalScenario()
    let (bytes, ends) = try small(scenario)
    // Every place in the last line, and every seventh before it, as long as the case is there to note on.
    let opened = ends[ends.count - 3]
    for cut in (opened...bytes.count) where cut > ends[ends.count - 2] - 2 || cut % 7 == 0 {
      try scenario.folder.write(Array(bytes[..<cut]), to: scenario.firstSegment)
      let whole = ends.filter { $0 <= cut }.count
      let reader = try scenario.open()
      #expect(reader.lastSeq == UInt64(whole))
      #expect(reader.condition == .writable)
      // A reader leaves the tail alone.
      #expect(scenario.folder.bytes(scenario.firstSegment).count == cut)
      let report = try scenario.verify()
      #expect(report.isGood && report.lines == whole)
      #expect((report.unfinished != nil) == !ends.contains(cut))
      try scenario.note("mended", on: reference(1), in: reader)
      let torn = !ends.contains(cut)
      #expect(reader.lastSeq == UInt64(whole + (torn ? 2 : 1)))
      #expect(try scenario.verify().isGood)
      let mended = try scenario.open()
      #expect(mended.lastSeq == reader.lastSeq && mended.headHash == reader.headHash)
      if torn {
        let entry = try mended.entries(at: UInt64(whole + 1))[0]
        let start = ends.last { $0 <= cut } ?? 0
        guard case .journalRepaired(let repaired) = entry.event else {
          Issue.record("no repair recorded for a cut at \(cut)")
          continue
        }
        #expect(repaired.offset == start && repaired.bytes == cut - start)
        #expect(scenario.folder.bytes("data/quarantine/" + repaired.file) == Array(bytes[start..<cut]))
      }
    }
  }

  @Test func `every flipped bit is found by verify, and opening never shows a changed line`() throws {
    let scenario = JournalScenario()
    let (bytes, ends) = try small(scenario)
    let texts = try (1...UInt64(ends.count)).map { try scenario.open().entries(at: $0) }
    for at in bytes.indices {
      var flipped = bytes
      flipped[at] ^= 1 << UInt8(at % 8)
      try scenario.folder.write(flipped, to: scenario.firstSegment)
      let report = try scenario.verify()
      // The last newline flipped leaves a fragment, told as unfinished; all else is damage.
      #expect(report.damage != nil || (at == bytes.count - 1 && report.unfinished != nil))
      let line = ends.firstIndex { at < $0 } ?? 0
      #expect(report.lines == line)
      guard at % 16 == 0 else { continue }
      let opened = try scenario.open()
      #expect(opened.lastSeq == UInt64(line))
      for seq in 1..<UInt64(line + 1) { #expect(try opened.entries(at: seq) == texts[Int(seq) - 1]) }
    }
  }

  @Test func `damage before the end is named, nothing is changed and nothing can be added`() throws {
    let scenario = JournalScenario()
    let (bytes, ends) = try small(scenario)
    var broken = bytes
    broken[ends[2] + 40] ^= 1
    try scenario.folder.write(broken, to: scenario.firstSegment)
    let opened = try scenario.open()
    let damage = Damage(
      segment: "00000000000000000001.jsonl", line: 4, offset: ends[2], lastGood: 3, fault: .wrongChecksum)
    #expect(opened.condition == .damaged(damage))
    #expect(opened.lastSeq == 3)
    #expect(throws: CommitFailure<Never>.journal(.damaged(damage))) {
      try opened.commit(by: scenario.asmith) { _ in [NewEvent(.homesStated(Homes(year: 1, lcra: 1, lcho: 1)))]
      }
    }
    #expect(scenario.folder.bytes(scenario.firstSegment) == broken)
    #expect(try scenario.verify().damage == damage)
  }

  @Test func `damage done while the journal is open is refused at the next step`() throws {
    let scenario = JournalScenario()
    let (bytes, ends) = try small(scenario)
    let opened = try scenario.open()
    var broken = Array(bytes[..<ends[ends.count - 3]])
    broken += bytes[ends[ends.count - 2]...]
    try scenario.folder.write(broken, to: scenario.firstSegment)
    #expect(throws: CommitFailure<Never>.self) { try scenario.note("x", on: reference(1), in: opened) }
    guard case .damaged(let damage) = opened.condition else {
      Issue.record("not damaged")
      return
    }
    #expect(damage.fault == .sequence(expected: UInt64(ends.count - 1), found: UInt64(ends.count)))
  }

  @Test func `a line that was rewritten with a right checksum still breaks the chain`() throws {
    let scenario = JournalScenario()
    let (bytes, ends) = try small(scenario)
    let start = ends[ends.count - 3]
    var line = Array(bytes[start..<ends[ends.count - 2] - 1])
    let place = try #require(String(decoding: line, as: UTF8.self).utf8Offset(of: "no answer"))
    line.replaceSubrange(place..<place + 2, with: Array("an".utf8))
    let sum = String(CRC32C().of(Array(line.dropLast(18))), radix: 16)
    line.replaceSubrange(
      (line.count - 10)..<(line.count - 2),
      with: Array(String(repeating: "0", count: 8 - sum.utf8.count).utf8) + Array(sum.utf8))
    try scenario.folder.write(
      Array(bytes[..<start]) + line + [0x0A] + Array(bytes[ends[ends.count - 2]...]),
      to: scenario.firstSegment)
    let report = try scenario.verify()
    #expect(report.damage?.fault == .brokenChain)
    #expect(report.damage?.line == ends.count)
  }

  @Test func `a head noted elsewhere is found in a good journal and missed in a forked one`() throws {
    let scenario = JournalScenario()
    let (bytes, ends) = try small(scenario)
    let head = try scenario.open().headHash
    #expect(try scenario.verify(head: head).isGood)
    try scenario.folder.write(Array(bytes[..<ends[ends.count - 2]]), to: scenario.firstSegment)
    let report = try scenario.verify(head: head)
    #expect(report.headFound == false && !report.isGood && report.damage == nil)
  }
}

extension String {
  /// Byte offset of the first occurrence.
  func utf8Offset(of needle: String) -> Int? {
    let bytes = Array(utf8)
    let wanted = Array(needle.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: wanted) }
  }
}
