import Clocks
import Complaints
import Testing

/// What is recorded long after it was done.
@Suite struct WriteUpTests {
  private func late(_ refusal: Refusal?) -> CalendarDay? {
    guard case .work(.stopWrittenUpLate(let until, _)) = refusal else { return nil }
    return until
  }

  @Test
  func
    `a step that stops a clock, recorded after ten working days, is a reviewer's to record (manchester-2022)`()
    throws
  {
    var desk = Scenario()
    try desk.responded(override: "agreed by telephone")
    try desk.take("promise", ["text": "A new radiator", "due": "2026-11-20"])
    desk.wait(days: 30)
    let kept = try desk.step("fulfil", ["promise": "1", "proof": "photo"])
    let then = Occurrence(day: day("2026-11-10"))
    #expect(late(desk.refusal(kept, by: "hana", occurred: then)) == day("2026-11-24"))
    #expect(desk.refusal(kept, by: "okafor", occurred: then) == nil)
    // Dated within the limit, anybody whose work it is records it.
    #expect(desk.refusal(kept, by: "hana", occurred: Occurrence(day: day("2026-11-30"))) == nil)
    #expect(desk.refusal(kept, by: "hana") == nil)
  }

  @Test func `a letter dated long ago is a reviewer's to record, a note is not (manchester-2022)`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    try desk.act(.assign(to: login("patel")), by: "sam")
    try desk.act(.contact(talk), by: "hana")
    desk.wait(days: 30)
    let then = Occurrence(day: day("2026-11-04"))
    let letter = draft(outcome: "A repair", notOurs: "Nothing", due: "2026-11-16")
    #expect(late(desk.refusal(letter, by: "hana", occurred: then)) == day("2026-11-18"))
    #expect(desk.refusal(letter, by: "okafor", occurred: then) == nil)
    #expect(desk.refusal(.note(text: "Seen"), by: "hana", occurred: then) == nil)
    guard case .work(.writtenUpLate) = desk.refusal(.contact(talk), by: "hana", occurred: then) else {
      Issue.record("a contact of long ago was written up by anybody")
      return
    }
  }

  @Test func `where the policy sets no limit the date given stands`() throws {
    var desk = Scenario("medway-2022")
    try desk.responded(override: "agreed by telephone")
    try desk.take("promise", ["text": "A new radiator", "due": "2026-11-20"])
    desk.wait(days: 60)
    let kept = try desk.step("fulfil", ["promise": "1", "proof": "photo"])
    #expect(desk.refusal(kept, by: "hana", occurred: Occurrence(day: day("2026-11-10"))) == nil)
  }
}
