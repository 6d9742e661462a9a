import Clocks
import Complaints
import Testing

@Suite struct `Silence, windows and what will be late` {
  let rules = scenarioRules("manchester-2022")
  let today = day("2026-11-20")

  /// Complaints received on those days, each changed as told.
  func register(_ cases: [(received: String, change: (inout CaseRow) -> Void)]) -> CaseRegister {
    var register = CaseRegister()
    for (index, one) in cases.enumerated() {
      var row = CaseRow(
        number: CaseNumber(value: UInt32(index + 1)), year: 2026, fact: ReceivedFact(channel: .phone),
        at: EntryTimes(on: day(one.received)), seq: UInt64(index + 1))
      row.kind = .complaint
      row.state = .open
      row.stage = .one
      one.change(&row)
      let opened = register.open(row)
      #expect(opened)
    }
    return register
  }

  @Test func `letters due within five working days are forecast, overdue ones are not`() throws {
    let register = register([
      ("2026-11-12", { _ in }),  // acknowledgement was due on the 19th
      ("2026-11-13", { _ in }),  // due today
      ("2026-11-19", { _ in }),  // due on the 26th
      ("2026-11-20", { _ in }),  // due on the 27th, the fifth working day
      ("2026-11-23", { _ in }),  // due on the 30th
      ("2026-11-12", { $0.acknowledged = day("2026-11-13") }),  // response due on the 26th
      (
        "2026-11-13",
        {
          $0.responded = day("2026-11-18"); $0.state = .responded
        }
      ),
    ])
    let found = try register.breaches(within: 5, of: today, rules: rules)
    #expect(
      found.map { "\($0.number.value) \($0.day) \($0.target?.step.rawValue ?? "-")" } == [
        "2 2026-11-20 acknowledge", "3 2026-11-26 acknowledge", "6 2026-11-26 respond",
        "4 2026-11-27 acknowledge",
      ])
  }

  @Test func `windows for stage 2 that close soon are listed by day`() throws {
    func answered(_ on: String) -> (inout CaseRow) -> Void {
      { row in
        row.state = .responded
        row.responded = day(on)
      }
    }
    let register = register([
      ("2026-10-01", answered("2026-10-23")),  // 28 days: today
      ("2026-10-01", answered("2026-10-22")),  // yesterday
      ("2026-10-01", answered("2026-10-28")),
      ("2026-10-01", answered("2026-11-10")),
      (
        "2026-10-01",
        {
          $0.state = .responded; $0.responded = day("2026-10-28"); $0.stage = .two
        }
      ),
    ])
    let found = try register.windowsClosing(within: 5, of: today, rules: rules)
    #expect(found.map { "\($0.number.value) \($0.day)" } == ["1 2026-11-20", "3 2026-11-25"])
  }

  @Test func `residents are listed by how long they heard nothing, from receipt where they never did`() {
    let register = register([
      ("2026-11-10", { $0.lastHeard = day("2026-11-19") }), ("2026-11-12", { _ in }),
      ("2026-09-10", { $0.lastHeard = day("2026-11-01") }), ("2026-01-01", { $0.state = .closed }),
    ])
    #expect(
      register.silentest(on: today).map { "\($0.number.value) \($0.days) \($0.everHeard)" } == [
        "3 19 true", "2 8 false", "1 1 true",
      ])
  }

  @Test func `an extension made after the Code's date no longer moves it, in the queue as in the record`()
    throws
  {
    var scenario = Scenario()
    scenario.now = moment("2026-11-02T09:00:00Z")
    try scenario.receive()
    var stage = StageFacts(
      stage: 1, started: Occurrence(day: day("2026-11-02")), acknowledged: Occurrence(day: day("2026-11-02")),
      extendedTo: day("2026-11-30"), extensionRecorded: Occurrence(day: day("2026-11-16")))
    func codeDue() -> [String?] {
      let clocks = rules.clocks(
        of: CaseFacts(received: stage.started, stages: [stage]), now: moment("2026-11-20T09:00:00Z"),
        explain: false)
      let drives = clocks.last { $0.clock.hasPrefix("stage1.respond") && $0.target == .code }
      let urgent = rules.urgent(of: stage, profile: "", received: stage.started)
      return [drives?.due?.description, urgent?.codeDue?.description]
    }
    // Due on the 16th: an extension that day still counts, one on the 17th does not.
    #expect(codeDue() == ["2026-11-30", "2026-11-30"])
    stage.extensionRecorded = Occurrence(day: day("2026-11-17"))
    #expect(codeDue() == ["2026-11-16", "2026-11-16"])
  }
}
