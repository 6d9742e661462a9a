import Clocks
import SettingsFiles
import Testing

/// One row a complaints officer can check with a wall calendar.
struct DueRow: Sendable, CustomTestStringConvertible {
  let profile: String
  let nation: Nation
  let events: [String]
  let clock: String
  let target: ClockTarget
  let due: String
  let clause: String

  init(
    _ profile: String, _ events: [String], _ clock: String, _ target: ClockTarget, _ due: String,
    _ clause: String, nation: Nation = .englandAndWales
  ) {
    self.profile = profile
    self.nation = nation
    self.events = events
    self.clock = clock
    self.target = target
    self.due = due
    self.clause = clause
  }

  var testDescription: String { "\(profile) \(nation) \(events) \(clock) \(target): \(due)" }
}

@Suite struct `Due dates, each with its clause` {
  static let code = "code-2024"
  static let manchester = "manchester-2022"
  static let warwickshire = "north-warwickshire-2024"

  static let theCode: [DueRow] = [
    // Over Christmas: 25, 26–27 (weekend) and 28 December do not count.
    DueRow(code, ["received=2026-12-21"], "stage1.acknowledge", .code, "2026-12-30", "code-2024 6.2"),
    DueRow(code, ["received=2026-12-18"], "stage1.acknowledge", .code, "2026-12-29", "code-2024 6.2"),
    // The response runs from the acknowledgement, not from receipt.
    DueRow(
      code, ["received=2026-12-21", "acknowledged=2026-12-29"], "stage1.respond", .code, "2027-01-13",
      "code-2024 6.3"),
    DueRow(
      code, ["received=2025-06-02", "stage1-acknowledged=2025-06-06"], "stage1.respond", .code, "2025-06-20",
      "code-2024 6.3"),
    // Over Easter; Scotland works on Easter Monday.
    DueRow(code, ["received=2026-04-01"], "stage1.acknowledge", .code, "2026-04-10", "code-2024 6.2"),
    DueRow(
      code, ["received=2026-04-01"], "stage1.acknowledge", .code, "2026-04-09", "code-2024 6.2",
      nation: .scotland),
    // The Battle of the Boyne, St Andrew's Day and the World Cup holiday, each in its own nation only.
    DueRow(
      code, ["received=2026-07-10"], "stage1.acknowledge", .code, "2026-07-20", "code-2024 6.2",
      nation: .northernIreland),
    DueRow(code, ["received=2026-07-10"], "stage1.acknowledge", .code, "2026-07-17", "code-2024 6.2"),
    DueRow(
      code, ["received=2026-11-27"], "stage1.acknowledge", .code, "2026-12-07", "code-2024 6.2",
      nation: .scotland),
    DueRow(
      code, ["received=2026-06-12"], "stage1.acknowledge", .code, "2026-06-22", "code-2024 6.2",
      nation: .scotland),
    // One-off holidays: the coronation and the state funeral.
    DueRow(code, ["received=2023-05-04"], "stage1.acknowledge", .code, "2023-05-12", "code-2024 6.2"),
    DueRow(code, ["received=2022-09-16"], "stage1.acknowledge", .code, "2022-09-26", "code-2024 6.2"),
    // A Saturday or Sunday receipt has Monday as day 1.
    DueRow(code, ["received=2026-11-21"], "stage1.acknowledge", .code, "2026-11-27", "code-2024 6.2"),
    DueRow(code, ["received=2026-11-22"], "stage1.acknowledge", .code, "2026-11-27", "code-2024 6.2"),
    // 23:30 UTC on 24 June is the 25th in London.
    DueRow(code, ["received=2026-06-24T23:30Z"], "stage1.acknowledge", .code, "2026-07-02", "code-2024 6.2"),
    DueRow(
      code, ["stage2-requested=2025-06-02"], "stage2.acknowledge", .code, "2025-06-09", "code-2024 6.11"),
    DueRow(
      code, ["stage2-requested=2025-06-02", "stage2-acknowledged=2025-06-09"], "stage2.respond", .code,
      "2025-07-07", "code-2024 6.14"),
    DueRow(
      code, ["aware=2026-11-20T09:00Z"], "hazard.investigate", .landlord, "2026-12-04",
      "SI-2025-1042, regulation 6"),
    DueRow(
      code, ["investigated=2026-11-20"], "hazard.backstop", .landlord, "2027-02-12",
      "SI-2025-1042, regulation 13(3)(b)"),
  ]

  static let landlords: [DueRow] = [
    DueRow(
      manchester, ["received=2026-12-21"], "stage1.acknowledge", .landlord, "2026-12-30",
      "manchester-2022, Stage 1 – Investigation, item 1"),
    DueRow(
      manchester, ["received=2026-12-21"], "stage1.respond", .landlord, "2027-01-07",
      "manchester-2022, Stage 1 – Investigation, item 2"),
    DueRow(
      manchester, ["stage1-responded=2026-12-18"], "stage2.window", .landlord, "2027-01-15",
      "manchester-2022, Stage 2 – Review, paragraph 1"),
    DueRow(
      manchester, ["stage2-requested=2026-12-18"], "stage2.acknowledge", .landlord, "2026-12-29",
      "manchester-2022, Stage 2 – Review, item 1"),
    DueRow(
      manchester, ["stage2-requested=2026-12-18"], "stage2.respond", .landlord, "2027-01-06",
      "manchester-2022, Stage 2 – Review, item 2"),
    DueRow(
      manchester, ["contact=2026-11-20"], "write-up", .landlord, "2026-12-04",
      "manchester-2022, Personal Contact with the Complainant, item 3"),
    DueRow(
      warwickshire, ["received=2026-12-21"], "stage1.acknowledge", .landlord, "2026-12-30",
      "north-warwickshire-2024, Stage 1 Formal Complaint Investigation, paragraph 2"),
    DueRow(
      warwickshire, ["received=2026-12-21"], "stage1.respond", .landlord, "2027-01-07",
      "north-warwickshire-2024, Stage 1 Formal Complaint Investigation, paragraph 3"),
    DueRow(
      warwickshire, ["stage2-requested=2026-12-21"], "stage2.respond", .landlord, "2027-01-21",
      "north-warwickshire-2024, Stage 2 Review of Decision, paragraph 2"),
  ]

  static let others: [DueRow] = [
    DueRow(
      "council-feedback", ["received=2026-12-21"], "stage1.acknowledge", .landlord, "2026-12-30",
      "council-feedback, Questions and answers, acknowledgement"),
    DueRow(
      "council-feedback", ["stage2-requested=2026-12-21"], "stage2.respond", .landlord, "2027-01-21",
      "council-feedback, Questions and answers, stage 2 response"),
    DueRow(
      "association-ho-pmo", ["received=2026-12-24"], "stage1.acknowledge", .landlord, "2026-12-30",
      "association-ho-pmo, Stage one"),
    DueRow(
      "association-ho-pmo", ["responded=2025-06-02", "response-received=2025-06-04"], "stage2.window",
      .landlord, "2025-07-02", "association-ho-pmo, Stage two"),
    DueRow(
      "association-ho-pmo", ["responded=2025-06-02"], "stage2.window", .landlord, "2025-06-30",
      "association-ho-pmo, Stage two"),
    DueRow(
      "medway-2022", ["stage1-responded=2025-06-02"], "stage2.window", .landlord, "2025-06-22",
      "medway-2022 5.7.2"),
    DueRow(
      "medway-2022", ["evidence-requested=2025-06-02"], "evidence", .landlord, "2025-06-23",
      "medway-2022 5.8.4"),
  ]

  @Test(arguments: theCode + landlords + others)
  func `the last day in time`(_ row: DueRow) throws {
    let rules = try LandlordRules(row.profile, row.nation)
    let clock = try rules.clock(row.clock, row.target, row.events)
    #expect(clock.due?.description == row.due)
    #expect(clock.clause.text == row.clause)
    #expect(clock.gap == nil)
  }

  @Test func `an early acknowledgement brings the Code's response date forward`() throws {
    let rules = try LandlordRules(Self.code)
    let early = try rules.clock("stage1.respond", .code, ["received=2025-06-02", "acknowledged=2025-06-02"])
    let late = try rules.clock("stage1.respond", .code, ["received=2025-06-02", "acknowledged=2025-06-06"])
    #expect(early.due == (try day("2025-06-16")))
    #expect(late.due == (try day("2025-06-20")))
  }

  @Test func `North Warwickshire sets no limit for the stage 2 acknowledgement, so only the Code's runs`()
    throws
  {
    let lines = try LandlordRules(Self.warwickshire).clocks(
      ["stage2-requested=2025-06-02"], now: "2025-06-03"
    ).lines
    #expect(
      lines == [
        "stage2.respond landlord running 2025-06-30", "stage2.acknowledge code running 2025-06-09",
        "stage2.respond code waiting 2025-07-07 provisional",
      ])
  }

  @Test func `an emergency hazard is due by the hour, and only that clock refuses a bare date`() throws {
    let rules = try LandlordRules(Self.code)
    let clock = try rules.clock(
      "hazard.makesafe", .landlord, ["aware=2026-10-24T22:30Z"], now: "2026-10-25")
    #expect(clock.dueAt == Moment("2026-10-25T22:30:00Z"))
    #expect(clock.state == .running)
    let dated = try rules.clocks(["aware=2026-10-24"], now: "2026-10-25")
    #expect(dated.filter(\.hourUnknown).map(\.clock) == ["hazard.makesafe"])
    #expect(dated.filter { $0.due == nil }.map(\.clock) == ["hazard.makesafe"])
    #expect(dated.contains { $0.clock == "hazard.investigate" && $0.due?.description == "2026-11-06" })
  }

  @Test func `a question no clock answers is refused`() throws {
    let rules = try LandlordRules(Self.manchester)
    #expect(throws: ClockQuestionError.nothingStarts) { try rules.clocks(["logged=2026-10-24"]) }
    #expect(throws: ClockQuestionError.unknownProfile("atlantis")) {
      try rules.book.clocks(profile: "atlantis", events: [:], now: Moment(seconds: 0), explain: false)
    }
  }
}
