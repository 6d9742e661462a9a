import Clocks
import Complaints
import Testing

@Suite struct RowFoldTests {
  /// A generator with a seed, so that a failing walk can be walked again.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: 0..<60)
  func `the row of a file is the row folded fact by fact`(seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var desk = Scenario(seed.isMultiple(of: 2) ? "manchester-2022" : "north-warwickshire-2024")
    try desk.receive()
    var row: CaseRow?
    var folded = 0
    for _ in 0..<60 {
      if Int.random(in: 0..<6, using: &random) == 0 { desk.wait(days: Int.random(in: 1...9, using: &random)) }
      let people = ["hana", "patel", "okafor", "amira", "sam"]
      let who = people.randomElement(using: &random) ?? "hana"
      do throws(Refusal) {
        let action = anAction(&random)
        desk.record(try decide(action, about: desk.file(), on: desk.occasion(who)), by: who)
      } catch {
        continue
      }
    }
    for entry in desk.lines {
      guard let fact = RowFact(entry.event, profileIndex: { _ in 0 }) else { continue }
      let recorded = desk.rules.zone.occurrence(at: entry.knownAt)
      let times = EntryTimes(occurred: entry.occurred ?? recorded, recorded: recorded)
      folded += 1
      if case .contactReceived(let contact) = entry.event {
        row = CaseRow(
          number: CaseNumber(value: 1), year: 2026, fact: ReceivedFact(contact), at: times, seq: entry.seq)
      } else if row?.apply(fact, at: times, seq: entry.seq) == false {
        let past = desk.lines.filter { $0.seq <= entry.seq }
        row = CaseRow(of: given(CaseFile(past, zone: desk.rules.zone)), profileIndex: { _ in 0 })
      }
      let past = desk.lines.filter { $0.seq <= entry.seq }
      #expect(row == CaseRow(of: given(CaseFile(past, zone: desk.rules.zone)), profileIndex: { _ in 0 }))
    }
    #expect(folded == desk.lines.count)
    #expect(folded > 3)
  }

  func anAction(_ random: inout Seeded) -> Action {
    switch Int.random(in: 0..<15, using: &random) {
    case 0: .triage(TriageChoice(kind: .complaint, reason: "asked for one"))
    case 1:
      .triage(
        TriageChoice(kind: given([.asb, .enquiry, .complaint].randomElement(using: &random)), reason: "r"))
    case 2, 3: .acknowledge(AcknowledgementDraft(definition: "The leak", override: "as it is"))
    case 4: .assign(to: login(given(["patel", "okafor", "amira"].randomElement(using: &random))))
    case 5:
      .contact(
        ContactLogged(
          direction: .out, channel: .phone, reached: Bool.random(using: &random), text: "rang"))
    case 6: .point(text: "A point", category: "")
    case 7, 8, 9:
      .decide(
        PointJudgement(
          point: Int.random(in: 1...3, using: &random),
          decision: given(Decision.allCases.randomElement(using: &random)), reasons: "r", basis: "b"))
    case 10: .extend(to: day("2026-11-20"), reason: "survey", told: "by phone", goodReason: "")
    case 11: .respond(channel: .letter, text: "", override: "asked for at once")
    case 12: .escalate(reason: "", late: "was away")
    case 13: .undo(seq: nil)
    default:
      given(
        [.close(reason: "done", override: "all said"), .note(text: "n"), .redo(seq: nil)].randomElement(
          using: &random))
    }
  }
}
