import Clocks
import Complaints
import Testing

/// What the hazard regulations cover, and from when (SI 2025/1042).
@Suite struct HazardScopeTests {
  private func reported(_ kind: HazardKind, emergency: Bool, tenure: TenureGroup?, on: String) throws
    -> Scenario
  {
    var desk = Scenario()
    desk.now = moment(on + "T09:00:00Z")
    var contact = ContactReceived(channel: .phone, narrative: "Report")
    contact.tenure = tenure
    try desk.receive(1, Intake(contact: contact, received: Occurrence(day: day(on), moment: desk.now)))
    var hazard = HazardRecorded()
    hazard.what = .reported
    hazard.hazardKind = kind
    hazard.emergency = emergency
    hazard.text = "as reported"
    try desk.act(.step(.hazard(.recorded(hazard))), by: "hana")
    return desk
  }

  private func runs(_ desk: Scenario) -> Bool {
    desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false)
      .contains { $0.clock.hasPrefix("hazard.") }
  }

  /// Kind, emergency, tenure, day, whether the clocks run.
  @Test(arguments: [
    (HazardKind.dampMould, false, TenureGroup?.some(.lcra), "2026-11-02", true),
    (.dampMould, false, nil, "2026-11-02", true),
    // Low-cost ownership and leaseholders rent no home under it.
    (.dampMould, false, .some(.lcho), "2026-11-02", false),
    (.gas, true, .some(.lcho), "2026-11-02", false),
    (.dampMould, false, .some(.leasehold), "2026-11-02", false),
    // Nothing before the first phase.
    (.dampMould, false, .some(.lcra), "2025-10-26", false),
    (.dampMould, false, .some(.lcra), "2025-10-27", true),
    // Falls come with the second phase; as an emergency they run from the first.
    (.falls, false, .some(.lcra), "2026-11-27", false),
    (.falls, true, .some(.lcra), "2026-11-27", true),
    (.falls, false, .some(.lcra), "2026-11-30", true),
    // No day is fixed for the third.
    (.security, false, .some(.lcra), "2027-06-01", false),
  ])
  func `the clocks run for what is covered on the day we became aware`(
    kind: HazardKind, emergency: Bool, tenure: TenureGroup?, on: String, covered: Bool
  ) throws {
    let desk = try reported(kind, emergency: emergency, tenure: tenure, on: on)
    #expect(runs(desk) == covered)
    let facts = try #require(desk.file().hazard.hazards.first).facts
    #expect(desk.rules.verdict(of: facts)?.isCovered == covered)
    // Covered or not, it is a hazard on record until it is dealt with.
    #expect(desk.file().hazard.open.count == 1)
  }

  @Test func `why nothing runs is said with the phase it waits for`() throws {
    let desk = try reported(.security, emergency: false, tenure: .lcra, on: "2026-11-02")
    let facts = try #require(desk.file().hazard.hazards.first).facts
    guard case .notYet("security", from: "2027", let clause) = desk.rules.verdict(of: facts) else {
      Issue.record("it should wait for the third phase")
      return
    }
    #expect(clause.text == "SI-2025-1042, third phase")
  }

  @Test func `the weakly attested day of the second phase is marked as a reading`() {
    let scope = scenarioRules("manchester-2022").code.duties.hazardScope
    #expect(
      scope?.phases.map { $0.from?.description ?? $0.expected } == ["2025-10-27", "2026-11-30", "2027"])
    #expect(scope?.phases[1].readingReason?.contains("weakly attested") == true)
  }
}
