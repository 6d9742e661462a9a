import Clocks
import Complaints
import Testing

/// The hazard track beside the complaint clocks (SI 2025/1042).
@Suite struct HazardTests {
  private func hazard(
    _ what: HazardMoment, _ number: Int? = nil, kind: HazardKind? = nil, emergency: Bool? = nil
  ) -> Action {
    var recorded = HazardRecorded()
    recorded.what = what
    recorded.hazard = number
    recorded.hazardKind = kind
    recorded.emergency = emergency
    recorded.text = "Mould round the window"
    return .step(.hazard(.recorded(recorded)))
  }

  private func clock(_ desk: Scenario, _ name: String) -> ClockReckoning? {
    desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false).first { $0.clock == name }
  }

  @Test func `an emergency is to be made safe within twenty-four clock hours, through a weekend`() throws {
    var desk = Scenario()
    desk.now = moment("2026-10-24T21:30:00Z")
    try desk.receive()
    try desk.act(hazard(.reported, kind: .gas, emergency: true), by: "hana")
    // The clocks go back that night: twenty-four hours, not the same hour of the next day.
    #expect(clock(desk, "hazard.makesafe")?.dueAt == moment("2026-10-25T21:31:00Z"))
    try desk.act(hazard(.madeSafe), by: "hana")
    #expect(clock(desk, "hazard.makesafe")?.state == .met)
  }

  @Test func `damp is investigated within ten working days, its summary sent within three more`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(hazard(.reported, kind: .dampMould, emergency: false), by: "hana")
    #expect(clock(desk, "hazard.makesafe") == nil)
    #expect(clock(desk, "hazard.investigate")?.due == day("2026-11-16"))
    desk.wait(days: 4)
    try desk.act(hazard(.investigated), by: "hana")
    #expect(clock(desk, "hazard.investigate")?.state == .met)
    #expect(clock(desk, "hazard.summary")?.due == day("2026-11-11"))
    #expect(clock(desk, "hazard.safety")?.due == day("2026-11-13"))
    #expect(clock(desk, "hazard.backstop")?.due == day("2027-01-29"))
    // It runs beside the complaint clocks, not instead of them.
    #expect(clock(desk, "stage1.acknowledge")?.state == .running)
  }

  @Test func `twenty-four hours are not counted from a bare date`() throws {
    var desk = Scenario()
    try desk.receive(
      1,
      Intake(
        contact: ContactReceived(channel: .phone, narrative: "Sparks"),
        received: Occurrence(day: day("2026-11-02"))))
    let report = hazard(.reported, kind: .electrical, emergency: true)
    #expect(
      desk.refusal(report, by: "hana", occurred: Occurrence(day: day("2026-11-02")))
        == .hazard(.hourNeeded))
  }

  @Test func `a summary waits for the end of the investigation`() throws {
    var desk = Scenario()
    try desk.receive()
    #expect(desk.refusal(hazard(.summary), by: "hana") == .hazard(.whichHazard([])))
    try desk.act(hazard(.reported, kind: .dampMould), by: "hana")
    #expect(desk.refusal(hazard(.summary), by: "hana") == .hazard(.notInvestigated(1)))
    #expect(desk.refusal(hazard(.investigated, 7), by: "hana") == .hazard(.noSuchHazard(7)))
  }

  @Test func `what is found to be no hazard owes nothing more`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(hazard(.reported, kind: .dampMould), by: "hana")
    #expect(CaseRow(of: desk.file(), profileIndex: { _ in 0 }).marks.contains(.hazard))
    try desk.act(hazard(.none), by: "hana")
    #expect(clock(desk, "hazard.investigate")?.state == .met)
    #expect(!CaseRow(of: desk.file(), profileIndex: { _ in 0 }).marks.contains(.hazard))
  }
}
