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

  @Test func `letters past their date, due today and due within five working days are told apart`() throws {
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
    let list = try register.morningList(
      5, now: moment("2026-11-20T09:00:00Z"), rules: rules, whole: [:])
    func lines(_ owed: [OwedDate]) -> [String] {
      owed.map { "\($0.number.value) \($0.due) \($0.clock) \($0.target.rawValue)" }
    }
    #expect(lines(list.overdue) == ["1 2026-11-19 stage1.acknowledge landlord"])
    #expect(lines(list.dueToday) == ["2 2026-11-20 stage1.acknowledge landlord"])
    #expect(list.ahead.map(\.day) == [day("2026-11-26"), day("2026-11-27")])
    #expect(
      list.ahead.map { lines($0.owed) } == [
        ["3 2026-11-26 stage1.acknowledge landlord", "6 2026-11-26 stage1.respond landlord"],
        ["4 2026-11-27 stage1.acknowledge landlord"],
      ])
  }

  @Test func `what is owed beside the letters is told with them, by the hour where it is by the hour`() throws
  {
    let register = register([("2026-11-20", { $0.acknowledged = day("2026-11-20") })])
    let received = Occurrence(day: day("2026-11-20"))
    func at(_ text: String) -> Occurrence { rules.zone.occurrence(at: moment(text)) }
    let facts = CaseFacts(
      received: received, stages: [],
      duties: [
        DutyFacts(clock: .promise, started: received, told: day("2026-11-24")),
        DutyFacts(clock: .promise, started: received, told: day("2026-11-23")),
        DutyFacts(clock: .promise, started: received, done: received, told: day("2026-11-25")),
        // Two emergencies: twenty-four hours from each.
        DutyFacts(clock: .hazardMakesafe, started: at("2026-11-19T08:00:00Z")),
        DutyFacts(clock: .hazardMakesafe, started: at("2026-11-19T23:00:00Z")),
        DutyFacts(clock: .hazardInvestigate, started: at("2026-11-12T09:00:00Z")),
      ])
    let list = try register.morningList(
      5, now: moment("2026-11-20T09:00:00Z"), rules: rules, whole: [CaseNumber(value: 1): facts])
    func lines(_ owed: [OwedDate]) -> [String] {
      owed.map { "\($0.clock) \($0.due) \($0.dueTime ?? "-") \($0.target.rawValue)" }
    }
    #expect(lines(list.overdue) == ["hazard.makesafe 2026-11-20 08:00 code"])
    #expect(lines(list.dueToday) == ["hazard.makesafe 2026-11-20 23:00 code"])
    #expect(
      list.ahead.flatMap { lines($0.owed) } == [
        "promise 2026-11-23 - landlord", "promise 2026-11-24 - landlord",
        "hazard.investigate 2026-11-26 - code",
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
