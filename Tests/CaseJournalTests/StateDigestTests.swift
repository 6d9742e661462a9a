import Complaints
import Testing

@testable import CaseJournal

@Suite("The journal says at every seal what its lines fold to")
struct StateDigestTests {
  private func sealed() throws -> (JournalScenario, CaseJournal) {
    var scenario = JournalScenario()
    scenario.rotateAt = 4000
    let journal = try scenario.create()
    for number in 1...12 {
      try scenario.openCase(in: journal, "narrative \(number)")
      try scenario.note("a note", on: reference(UInt32(max(1, number - 3))), in: journal)
    }
    return (scenario, journal)
  }

  @Test func `verify folds the lines again and finds the same state at each of them`() throws {
    let (scenario, _) = try sealed()
    let segments = scenario.folder.names("data/journal").count
    #expect(segments > 2)
    let report = try scenario.verify()
    #expect(report.isGood && report.states == segments - 1)
  }

  @Test func `a state that is not what the lines fold to is damage, named with its line`() throws {
    let (scenario, journal) = try sealed()
    let first = try #require(journal.segments.last.flatMap { JournalFolder.firstSeq(of: $0.name) })
    var state = journal.folded.asserted(since: first)
    state.cases += 1
    do {
      let lease = try journal.takeLease(by: login("asmith"), patience: 50)
      _ = try journal.stage([NewEvent(.kept(.asserted(state)))], by: scenario.asmith, ours: true)
      try journal.flush()
      _ = consume lease
    }
    let report = try scenario.verify()
    #expect(report.damage?.fault == .wrongState && report.lastGood == journal.lastSeq - 1)
    // Desks go on: the lines are whole, and what they fold to is what this program makes of them.
    #expect(try scenario.open().condition == .writable)
  }

  @Test func `the same is found whether lines are folded beside the reading or after it`() throws {
    let (scenario, journal) = try sealed()
    var beside = scenario.options
    beside.provesBeside = true
    #expect(try CaseJournal.verify(at: scenario.path, beside) == scenario.verify())
    let last = journal.lastSeq
    #expect(try CaseJournal.verify(at: scenario.path, beside).lines == Int(last))
  }

  @Test(arguments: [false, true])
  func `a line that is no JSON is named, its checksum right, and nothing behind it counts as proved`(
    beside: Bool
  ) throws {
    let (scenario, journal) = try sealed()
    let before = journal.lastSeq
    let head = journal.headHash
    // What another program may write: whole lines, their proofs right; the first is no JSON.
    try scenario.writeByHand(
      [
        #""k":"note.added@1","case":"C26-000001","d":{"text":tru}"#,
        #""k":"note.added@1","case":"C26-000002","d":{"text":"later"}"#,
      ], behind: journal)
    var options = scenario.options
    options.provesBeside = beside
    let report = try CaseJournal.verify(at: scenario.path, options)
    #expect(report.lastGood == before && report.lines == Int(before) && report.head == head)
    guard case .unreadable = report.damage?.fault else {
      Issue.record("\(String(describing: report.damage))")
      return
    }
  }

  @Test func `a state told by another release is passed over`() throws {
    let (scenario, journal) = try sealed()
    do {
      let lease = try journal.takeLease(by: login("asmith"), patience: 50)
      let state = StateAsserted(fold: FoldedJournal.version + 1, cases: 99, digest: "00")
      _ = try journal.stage([NewEvent(.kept(.asserted(state)))], by: scenario.asmith, ours: true)
      try journal.flush()
      _ = consume lease
    }
    #expect(try scenario.verify().isGood)
  }

  @Test func `erased texts leave the state as it was said to be`() throws {
    let (scenario, journal) = try sealed()
    _ = try journal.erase([CaseNumber(value: 2)], ground: "request", by: scenario.asmith) {
      (_) throws(Never) in
    }
    let report = try scenario.verify()
    #expect(report.isGood && report.erased > 0 && report.states > 1)
  }
}
