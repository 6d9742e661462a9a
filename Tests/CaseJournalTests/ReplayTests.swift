import Clocks
import Complaints
import PlainText
import Testing

@testable import CaseJournal

@Suite("Replay")
struct ReplayTests {
  /// A journal of a random walk, in batches and single lines.
  private func walked(
    _ scenario: JournalScenario, seed: UInt64, lines: Int, counted: Bool = false
  ) throws -> CaseJournal {
    let journal = try scenario.create()
    var walk = CaseworkWalk(seed: seed, seq: journal.lastSeq + 1, counted: counted)
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

  @Test(arguments: 1...12, [false, true])
  func `the row that replay keeps is the row of the full file, for every case of a random walk`(
    _ seed: Int, _ counted: Bool
  ) throws {
    let scenario = JournalScenario()
    let journal = try walked(scenario, seed: UInt64(seed), lines: 400, counted: counted)
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

  /// The lines of a walk, each as it was written or with the members of its payload turned round.
  private func lines(_ scenario: JournalScenario, turned: Bool) throws -> [[UInt8]] {
    try scenario.folder.bytes(scenario.firstSegment).split(separator: 0x0A).map { line in
      guard turned else { return Array(line) }
      // What stands before the proofs is an object but for its closing brace.
      let proofs = Array(line.suffix(LineScanner.proofs))
      let json = try parseJSON(bytes: Array(line.dropLast(LineScanner.proofs)) + [0x7D])
      let members = try #require(json.members).map { member in
        JSONMember(member.name, member.name == "d" ? turnedRound(member.value) : member.value)
      }
      return Array(jsonText(.object(members)).utf8).dropLast() + proofs
    }
  }

  /// An object with its members last to first, and so every object in it but the events of a batch.
  private func turnedRound(_ json: JSON) -> JSON {
    guard let members = json.members else { return json }
    if let events = json["events"]?.array {
      let turned = events.map { event in
        JSON.object(
          (event.members ?? []).map {
            JSONMember($0.name, $0.name == "d" ? turnedRound($0.value) : $0.value)
          })
      }
      return .object([JSONMember("events", .array(turned))])
    }
    return .object(members.reversed().map { JSONMember($0.name, turnedRound($0.value)) })
  }

  @Test(arguments: 20...25, [false, true])
  func `speculation, the scanner of any order and the JSON parser fold a journal to the same state`(
    _ seed: Int, _ turned: Bool
  ) throws {
    let scenario = JournalScenario()
    let journal = try walked(scenario, seed: UInt64(seed), lines: 300, counted: seed % 2 == 0)
    let lines = try lines(scenario, turned: turned)
    var fast = FoldedJournal(zone: london)
    var ordered = FoldedJournal(zone: london)
    ordered.scanner.speculates = false
    var slow = FoldedJournal(zone: london)
    slow.scans = false
    fast.isSearchable = true
    ordered.isSearchable = true
    slow.isSearchable = true
    var speculated = 0
    for bytes in lines {
      var event = ScannedEvent()
      fast.scanner.forgetEvents()
      if fast.scanner.scanPlainly(bytes.span, from: 0, to: bytes.count, shift: 0, into: &event) != nil {
        speculated += 1
      }
      fast.isSearchable = true
      try fast.take(bytes.span, from: 0, to: bytes.count, shift: 0)
      try ordered.take(bytes.span, from: 0, to: bytes.count, shift: 0)
      try slow.take(bytes.span, from: 0, to: bytes.count, shift: 0)
    }
    // Only the segment's first line and the founding lines are not the scanner's.
    #expect(ordered.slowLines == 1 + scenario.founding.count)
    #expect(fast.slowLines == ordered.slowLines)
    #expect(slow.slowLines == lines.count)
    // As it is written, a line of casework never needs more than speculation.
    if !turned { #expect(speculated == lines.count - fast.slowLines) }
    for other in [ordered, slow] {
      #expect(rows(fast.register) == rows(other.register))
      #expect(fast.register.people == other.register.people)
      #expect(fast.register.counts == other.register.counts)
      #expect(fast.dirty == other.dirty)
      #expect(fast.lastRecordedAt == other.lastRecordedAt)
      for row in fast.register.rows {
        #expect(fast.chains.lines(of: row.number.index) == other.chains.lines(of: row.number.index))
      }
      for needle in ["damp", "sian", "dwr", "line break", "作", "lodz", "back\\slash", "o'neil", "m9 4aa"] {
        let all = fast.register.rows.indices.map { UInt32($0) }
        #expect(
          fast.arena.filter(all, needles: [fold(needle)]) == other.arena.filter(all, needles: [fold(needle)]))
      }
    }
    #expect(fast.register.rows.map(\.narrative) == ordered.register.rows.map(\.narrative))
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

  @Test func `a point decided before the triage was taken back counts again once it is triaged anew`() throws
  {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    func record(_ event: Event) throws -> UInt64 {
      let done = try journal.commit(by: scenario.asmith) { _ in [NewEvent(event, case: reference)] }
      return try #require(done.seq)
    }
    let triage = Event.contactTriaged(
      ContactTriaged(
        kind: .complaint, reason: "", proposed: nil, clause: "", answers: [], profile: "manchester-2022"))
    let first = try record(triage)
    _ = try record(.pointAdded(PointAdded(point: 1, text: "No heating")))
    _ = try record(
      .pointDecided(
        PointDecided(point: 1, stage: .one, decision: .upheld, reasons: "Nobody came", basis: "none")))
    _ = try record(.stepUndone(seq: first))
    _ = try record(triage)
    let row = try #require(journal.register.row(reference.number))
    #expect(row.undecided == 0)
    let file = try #require(try journal.file(of: reference.number))
    #expect(CaseRow(of: file, profileIndex: { journal.register.profileIndex($0) }).withPlaces(of: row) == row)
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
