import Clocks
import Complaints
import Testing

@testable import CaseJournal

@Suite("Writing and reading back")
struct RoundTripTests {
  @Test func `every kind of entry comes back as it was given`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let first = journal.lastSeq + 1
    // What the journal writes of its own keeping is refused from anybody else.
    let landlord = EveryKind.landlord.dropFirst(2).filter { event in
      if case .kept = event.event { false } else { true }
    }
    #expect(throws: CommitFailure<Never>.self) {
      try journal.commit(by: scenario.asmith) { _ in [NewEvent(.kept(.redactionFinished(seq: 3)))] }
    }
    for event in landlord {
      _ = try journal.commit(by: scenario.asmith) { _ in [event] }
    }
    for event in EveryKind.casework { _ = try journal.commit(by: scenario.jdoe) { _ in [event] } }
    let written = landlord + EveryKind.casework
    let reopened = try scenario.open()
    for (index, event) in written.enumerated() {
      let entry = try #require(try reopened.entries(at: first + UInt64(index)).first)
      var expected = event.event
      if case .noteAdded = expected { expected = .noteAdded(text: "rang \u{FFFD} twice 作") }
      #expect(entry.event == expected)
      #expect(entry.occurred == event.occurred)
      #expect(entry.caseReference == event.caseReference)
    }
    #expect(reopened.headHash == journal.headHash)
    #expect(reopened.register.rows == journal.register.rows)
    #expect(try scenario.verify().isGood)
  }

  @Test func `a step of several effects is one line, its parts numbered`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let committed = try journal.commit(by: scenario.asmith) { _ in EveryKind.casework.dropLast(3) + [] }
    #expect(committed.entries.count == 13)
    #expect(committed.cases == [CaseNumber(value: 1)])
    #expect(journal.lastSeq == committed.seq)
    let entries = try scenario.open().entries(of: CaseNumber(value: 1))
    #expect(entries.map(\.part) == Array(0..<13))
    #expect(entries.map(\.event.kind) == committed.entries.map(\.event.kind))
  }

  @Test func `the texts of a row are read where they lie, escapes taken out`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    _ = try journal.commit(by: scenario.asmith) { _ in [EveryKind.casework[0]] }
    for open in [journal, try scenario.open()] {
      let row = try #require(open.register.row(CaseNumber(value: 1)))
      #expect(try open.text(at: row.narrative) == "Damp \"again\"\nin the back bedroom\u{1}")
      #expect(try open.text(at: row.personName) == "Siân Hughes (daughter)")
      #expect(try open.text(at: row.address) == "Flat 2, 14 Rochdale Road")
      #expect(try open.text(at: row.postcode) == "M9 4AA")
      #expect(try open.text(at: row.category) == "damp")
      #expect(try open.text(at: .none) == "")
    }
  }

  @Test func `a text over 256 KiB is refused with its length, and the journal goes on`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    let long = String(repeating: "x", count: 256 * 1024 + 1)
    #expect(
      throws: CommitFailure<Never>.journal(.fieldTooLong(field: "text", bytes: 262_145, limit: 262_144))
    ) {
      try scenario.note(long, on: reference, in: journal)
    }
    try scenario.note(String(long.dropLast()), on: reference, in: journal)
    let many = (0..<5).map { _ in NewEvent(.noteAdded(text: String(long.dropLast())), case: reference) }
    #expect(throws: CommitFailure<Never>.self) { try journal.commit(by: scenario.asmith) { _ in many } }
    #expect(try scenario.verify().isGood)
    #expect(try scenario.open().lastSeq == journal.lastSeq)
  }

  @Test func `an event on a case that does not exist is not written`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let before = journal.lastSeq
    #expect(throws: CommitFailure<Never>.journal(.unwritable("no case C26-000007"))) {
      try scenario.note("who?", on: reference(7), in: journal)
    }
    #expect(journal.lastSeq == before)
  }

  @Test func `a refusal leaves the journal as it was`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let bytes = scenario.folder.bytes(scenario.firstSegment)
    #expect(throws: CommitFailure<Refusal>.refused(.noPoints)) {
      try journal.commit(by: scenario.asmith) { (_) throws(Refusal) in throw .noPoints }
    }
    #expect(scenario.folder.bytes(scenario.firstSegment) == bytes)
  }

  @Test func `times never run backwards, and a clock put back is kept beside`() throws {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    let reference = try scenario.openCase(in: journal)
    scenario.clock.advance(seconds: -1)
    let near = try scenario.note("a second back", on: reference, in: journal).entries[0]
    #expect(near.wallClock == nil)
    scenario.clock.advance(seconds: -3600)
    let far = try scenario.note("an hour back", on: reference, in: journal).entries[0]
    #expect(far.recordedAt > near.recordedAt)
    #expect(far.wallClock == scenario.clock.moment)
    #expect(try scenario.open().entries(at: journal.lastSeq)[0].wallClock == scenario.clock.moment)
    #expect(try scenario.verify().isGood)
  }
}
