import Clocks
import Complaints
import PlainText
import Testing

@testable import CaseJournal

@Suite("Replay")
struct ReplayTests {
  /// A journal of a random walk, in batches and single lines.
  private func walked(_ scenario: JournalScenario, seed: UInt64, lines: Int) throws -> CaseJournal {
    let journal = try scenario.create()
    var walk = CaseworkWalk(seed: seed, seq: journal.lastSeq + 1)
    var left = lines
    _ = try journal.commitMany(by: scenario.asmith, perLease: 50) { (_) throws(Refusal) in
      left -= 1
      scenario.clock.advance(seconds: 977)
      return left < 0 ? .done : .line(walk.next())
    }
    return journal
  }

  /// Rows without the places of their texts.
  private func rows(_ register: CaseRegister) -> [CaseRow] {
    let nowhere = ReceivedFact(channel: .phone)
    let empty = CaseRow(
      number: CaseNumber(value: 1), year: 2026, fact: nowhere, at: EntryTimes(on: day("2026-01-01")), seq: 1)
    return register.rows.map { $0.withPlaces(of: empty) }
  }

  @Test(arguments: 1...12)
  func `the row that replay keeps is the row of the full file, for every case of a random walk`(
    _ seed: Int
  ) throws {
    let scenario = JournalScenario()
    let journal = try walked(scenario, seed: UInt64(seed), lines: 400)
    let reopened = try scenario.open()
    #expect(reopened.condition == .writable)
    #expect(reopened.register.rows == journal.register.rows)
    #expect(reopened.register.people == journal.register.people)
    #expect(reopened.register.counts == journal.register.counts)
    #expect(Set(reopened.register.live) == Set(journal.register.live))
    for row in reopened.register.rows {
      let file = try #require(try reopened.file(of: row.number))
      let full = CaseRow(of: file, profileIndex: { reopened.register.profileIndex($0) })
      #expect(full.withPlaces(of: row) == row)
      #expect(try journal.file(of: row.number) == file)
    }
    #expect(try scenario.verify().isGood)
  }

  @Test(arguments: 20...25)
  func `the byte scanner and the JSON parser fold the same journal to the same state`(_ seed: Int) throws {
    let scenario = JournalScenario()
    let journal = try walked(scenario, seed: UInt64(seed), lines: 300)
    let lines = scenario.folder.bytes(scenario.firstSegment).split(separator: 0x0A)
    var fast = FoldedJournal(zone: london)
    var slow = FoldedJournal(zone: london)
    slow.scans = false
    for line in lines {
      let bytes = Array(line)
      try fast.take(bytes.span, from: 0, to: bytes.count, shift: 0)
      try slow.take(bytes.span, from: 0, to: bytes.count, shift: 0)
    }
    // Only the segment's first line and the founding lines are not the scanner's.
    #expect(fast.slowLines == 1 + scenario.founding.count)
    #expect(slow.slowLines == lines.count)
    #expect(rows(fast.register) == rows(slow.register))
    #expect(fast.register.people == slow.register.people)
    #expect(fast.register.counts == slow.register.counts)
    #expect(fast.dirty == slow.dirty)
    #expect(fast.lastRecordedAt == slow.lastRecordedAt)
    for row in fast.register.rows {
      #expect(fast.chains.lines(of: row.number.index) == slow.chains.lines(of: row.number.index))
    }
    for needle in ["damp", "sian", "dwr", "line break", "作", "lodz", "back\\slash", "o'neil", "m9 4aa"] {
      let all = fast.register.rows.indices.map { UInt32($0) }
      #expect(
        fast.arena.filter(all, needles: [fold(needle)]) == slow.arena.filter(all, needles: [fold(needle)]))
    }
    #expect(journal.register.people == fast.register.people)
  }

  @Test func `legal JSON in another order, with blanks, is read to the same entries`() throws {
    let reader = LineReader(zone: london)
    let canonical =
      #"{"v":1,"seq":7,"ts":"2026-11-22T09:31:07.123456Z","by":"asmith","#
      + #""k":"case.assigned@1","case":"C26-000001","on":"2026-11-20","d":{"to":"amira"}}"#
    let other =
      #" { "d" : { "new" : [1, {"a": null}], "to":"am\u0069ra" } , "on":"2026-11-20", "#
      + #""k":"case.assigned@1","case":"C26-000001","by":"asmith","ts":"2026-11-22T09:31:07.123456Z","#
      + #""seq":7,"added":true,"v":1}"#
    #expect(try reader.entries(Array(canonical.utf8)) == reader.entries(Array(other.utf8)))
  }

  @Test func `a kind or version of a newer release is kept, and its case is read-only`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    for kind in ["promise.made@1", "note.added@2"] {
      var lines = scenario.folder.bytes(scenario.firstSegment)
      let previous = Array(lines.dropLast().split(separator: 0x0A).last ?? [])
      let seq = try scenario.open().lastSeq + 1
      var line = Array(
        (#"{"v":1,"seq":\#(seq),"ts":"2026-11-22T10:00:0\#(seq).000000Z","by":"jdoe","k":"\#(kind)","#
          + #""case":"\#(reference.text)","d":{"x":1},"prev":"\#(SHA256().of(previous).hex)""#).utf8)
      let sum = String(CRC32C().of(line), radix: 16)
      line += Array(",\"crc\":\"".utf8) + Array(repeating: 0x30, count: 8 - sum.utf8.count) + Array(sum.utf8)
      lines += line + Array("\"}\n".utf8)
      try scenario.folder.write(lines, to: scenario.firstSegment)
      let reopened = try scenario.open()
      #expect(reopened.condition == .writable)
      #expect(reopened.register.row(reference.number)?.marks.contains(.newer) == true)
      #expect(try reopened.file(of: reference.number)?.newerKind == "promise.made@1")
      #expect(try reopened.entries(at: seq)[0].event == .newer(kind: kind))
      #expect(try scenario.verify().isGood)
    }
  }

  @Test func `a correction changes what the case is found by`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    #expect(journal.arena.matches(fold("SIAN"), in: 0))
    let opened = journal.lastSeq
    _ = try journal.commit(by: scenario.asmith) { _ in
      [
        NewEvent(
          .entryCorrected(Corrected(seq: opened, field: "person.name", value: "Efa Hughes")),
          case: reference)
      ]
    }
    for open in [journal, try scenario.open()] {
      #expect(!open.arena.matches(fold("sian"), in: 0))
      #expect(open.arena.matches(fold("efa"), in: 0))
    }
  }

  @Test func `the queue shows a corrected name, and the first one again when the correction is undone`()
    throws
  {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    let opened = journal.lastSeq
    func name(_ journal: CaseJournal) throws -> String {
      try journal.text(at: journal.register.rows[0].personName)
    }
    let correction = Corrected(seq: opened, field: "person.name", value: "Efa \"Nell\" Hughes")
    let corrected = try journal.commit(by: scenario.asmith) { _ in
      [NewEvent(.entryCorrected(correction), case: reference)]
    }
    #expect(try name(journal) == correction.value)
    #expect(try name(scenario.open()) == correction.value)
    _ = try journal.commit(by: scenario.asmith) { _ in
      [NewEvent(.stepUndone(seq: corrected.seq ?? 0), case: reference)]
    }
    #expect(try name(journal) == "Siân Hughes")
    #expect(try name(scenario.open()) == "Siân Hughes")
    #expect(try scenario.open().register.rows == journal.register.rows)
  }

  @Test func `the record as known at an earlier time is read-only and holds no later line`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    let then = scenario.clock.moment.adding(seconds: 60)
    scenario.clock.advance(seconds: 3600)
    try scenario.note("later", on: reference, in: journal)
    var options = scenario.options
    options.asAt = then
    let past = try CaseJournal.open(at: scenario.path, options)
    #expect(past.lastSeq == journal.lastSeq - 1)
    #expect(past.condition == .asAt(then))
    #expect(throws: CommitFailure<Never>.journal(.readOnlyAsAt(then))) {
      try scenario.note("no", on: reference, in: past)
    }
    #expect(try past.catchUp() == Growth())
  }
}
