import Clocks
import SettingsFiles
import Testing

/// How far one stage's response may be moved: first date, latest date or none, clause.
struct ExtensionRow: Sendable, CustomTestStringConvertible {
  let profile: String
  let stage: Int
  let first: String
  let latest: String?
  let clause: String

  init(_ profile: String, _ stage: Int, _ first: String, _ latest: String?, _ clause: String) {
    self.profile = profile
    self.stage = stage
    self.first = first
    self.latest = latest
    self.clause = clause
  }

  var testDescription: String { "\(profile) stage\(stage).respond.extended: \(latest ?? "no cap")" }
}

/// A row for every clock of every shipped policy, over Christmas 2026.
///
/// In England and Wales 25 December (Friday), 28 December and 1 January (Friday) are bank holidays.
@Suite struct `Every clock of every policy has its date and its clause` {
  static let theCode: [DueRow] = [
    DueRow("code-2024", ["received=2026-12-17"], "stage1.acknowledge", .code, "2026-12-24", "code-2024 6.2"),
    DueRow(
      "code-2024", ["stage1-acknowledged=2026-12-17"], "stage1.respond", .code, "2027-01-05", "code-2024 6.3"),
    DueRow(
      "code-2024", ["stage2-requested=2026-12-17"], "stage2.acknowledge", .code, "2026-12-24",
      "code-2024 6.11"),
    DueRow(
      "code-2024", ["stage2-acknowledged=2026-12-17"], "stage2.respond", .code, "2027-01-19", "code-2024 6.14"
    ),
    DueRow(
      "code-2024", ["aware=2026-12-17T16:45:00Z"], "hazard.makesafe", .landlord, "2026-12-18",
      "SI-2025-1042, emergency hazards"),
    DueRow(
      "code-2024", ["aware=2026-12-17"], "hazard.investigate", .landlord, "2027-01-05",
      "SI-2025-1042, regulation 6"),
    DueRow(
      "code-2024", ["investigated=2026-12-17"], "hazard.summary", .landlord, "2026-12-22",
      "SI-2025-1042, regulation 9"),
    DueRow(
      "code-2024", ["investigated=2026-12-17"], "hazard.safety", .landlord, "2026-12-24",
      "SI-2025-1042, regulation 11(2)(a)"),
    DueRow(
      "code-2024", ["investigated=2026-12-17"], "hazard.preventative", .landlord, "2026-12-24",
      "SI-2025-1042, regulation 13(2)"),
    DueRow(
      "code-2024", ["investigated=2026-12-17"], "hazard.backstop", .landlord, "2027-03-11",
      "SI-2025-1042, regulation 13(3)(b)"),
    DueRow(
      "code-2024", ["ordered=2026-12-17"], "order", .landlord, "2027-01-14",
      "housing-ombudsman, determination letter"),
    DueRow(
      "code-2024", ["access-requested=2026-12-17"], "subject-access", .landlord, "2027-01-18",
      "UK-GDPR, article 12(3)"),
  ]

  static let manchester: [DueRow] = [
    DueRow(
      "manchester-2022", ["received=2026-12-17"], "stage1.acknowledge", .landlord, "2026-12-24",
      "manchester-2022, Stage 1 – Investigation, item 1"),
    DueRow(
      "manchester-2022", ["received=2026-12-17"], "stage1.respond", .landlord, "2027-01-05",
      "manchester-2022, Stage 1 – Investigation, item 2"),
    DueRow(
      "manchester-2022", ["stage2-requested=2026-12-17"], "stage2.acknowledge", .landlord, "2026-12-24",
      "manchester-2022, Stage 2 – Review, item 1"),
    DueRow(
      "manchester-2022", ["stage2-requested=2026-12-17"], "stage2.respond", .landlord, "2027-01-05",
      "manchester-2022, Stage 2 – Review, item 2"),
    DueRow(
      "manchester-2022", ["stage1-responded=2026-12-15"], "stage2.window", .landlord, "2027-01-12",
      "manchester-2022, Stage 2 – Review, paragraph 1"),
    DueRow(
      "manchester-2022", ["contact=2026-12-17"], "write-up", .landlord, "2027-01-05",
      "manchester-2022, Personal Contact with the Complainant, item 3"),
    DueRow(
      "manchester-2022", ["restricted=2026-12-17"], "restriction.review", .landlord, "2027-06-17",
      "manchester-2022, Vexatious Complaints (procedure), duration"),
  ]

  static let council: [DueRow] = [
    DueRow(
      "council-feedback", ["received=2026-12-17"], "stage1.acknowledge", .landlord, "2026-12-24",
      "council-feedback, Questions and answers, acknowledgement"),
    DueRow(
      "council-feedback", ["received=2026-12-17"], "stage1.respond", .landlord, "2027-01-05",
      "council-feedback, Questions and answers, stage 1 response"),
    DueRow(
      "council-feedback", ["stage2-requested=2026-12-17"], "stage2.acknowledge", .landlord, "2026-12-24",
      "council-feedback, Questions and answers, acknowledgement"),
    DueRow(
      "council-feedback", ["stage2-requested=2026-12-17"], "stage2.respond", .landlord, "2027-01-19",
      "council-feedback, Questions and answers, stage 2 response"),
  ]

  static let warwickshire: [DueRow] = [
    DueRow(
      "north-warwickshire-2024", ["received=2026-12-17"], "stage1.acknowledge", .landlord, "2026-12-24",
      "north-warwickshire-2024, Stage 1 Formal Complaint Investigation, paragraph 2"),
    DueRow(
      "north-warwickshire-2024", ["received=2026-12-17"], "stage1.respond", .landlord, "2027-01-05",
      "north-warwickshire-2024, Stage 1 Formal Complaint Investigation, paragraph 3"),
    DueRow(
      "north-warwickshire-2024", ["stage2-requested=2026-12-17"], "stage2.respond", .landlord, "2027-01-19",
      "north-warwickshire-2024, Stage 2 Review of Decision, paragraph 2"),
  ]

  static let association: [DueRow] = [
    DueRow(
      "association-ho-pmo", ["received=2026-12-17"], "stage1.acknowledge", .landlord, "2026-12-21",
      "association-ho-pmo, Stage one"),
    DueRow(
      "association-ho-pmo", ["received=2026-12-17"], "stage1.respond", .landlord, "2027-01-05",
      "association-ho-pmo, Stage one"),
    DueRow(
      "association-ho-pmo", ["stage2-requested=2026-12-17"], "stage2.respond", .landlord, "2027-01-19",
      "association-ho-pmo, Stage two"),
    DueRow(
      "association-ho-pmo", ["response-received=2026-12-15"], "stage2.window", .landlord, "2027-01-15",
      "association-ho-pmo, Stage two"),
  ]

  static let medway: [DueRow] = [
    DueRow(
      "medway-2022", ["received=2026-12-17"], "stage1.acknowledge", .landlord, "2026-12-24",
      "medway-2022 5.1.5"),
    DueRow(
      "medway-2022", ["received=2026-12-17"], "stage1.respond", .landlord, "2027-01-05", "medway-2022 5.6.3"),
    DueRow(
      "medway-2022", ["stage2-requested=2026-12-17"], "stage2.respond", .landlord, "2027-01-05",
      "medway-2022 5.7.3"),
    DueRow(
      "medway-2022", ["stage1-responded=2026-12-15"], "stage2.window", .landlord, "2027-01-04",
      "medway-2022 5.7.2"),
    DueRow(
      "medway-2022", ["evidence-requested=2026-12-17"], "evidence", .landlord, "2027-01-12",
      "medway-2022 5.8.4"),
  ]
  /// Started on Tuesday 1 December 2026.
  static let extensions = [
    ExtensionRow("code-2024", 1, "2026-12-15", "2026-12-31", "code-2024 6.4"),
    ExtensionRow("code-2024", 2, "2026-12-31", "2027-01-29", "code-2024 6.15"),
    ExtensionRow("manchester-2022", 1, "2026-12-15", nil, "manchester-2022, Stage 1 – Investigation, item 3"),
    ExtensionRow("manchester-2022", 2, "2026-12-15", nil, "manchester-2022, Stage 2 – Review, item 3"),
    ExtensionRow(
      "council-feedback", 1, "2026-12-15", nil, "council-feedback, Questions and answers, stage 1 response"),
    ExtensionRow(
      "council-feedback", 2, "2026-12-31", nil, "council-feedback, Questions and answers, stage 2 response"),
    ExtensionRow(
      "north-warwickshire-2024", 1, "2026-12-15", "2026-12-31",
      "north-warwickshire-2024, Stage 1 Formal Complaint Investigation, paragraph 3"),
    ExtensionRow(
      "north-warwickshire-2024", 2, "2026-12-31", "2027-01-15",
      "north-warwickshire-2024, Stage 2 Review of Decision, paragraph 2"),
    ExtensionRow("medway-2022", 1, "2026-12-15", "2026-12-25", "medway-2022 5.6.3"),
    ExtensionRow("medway-2022", 2, "2026-12-15", "2026-12-25", "medway-2022 5.7.4"),
  ]

  static let all = theCode + manchester + council + warwickshire + association + medway

  @Test(arguments: all)
  func `the last day in time`(_ row: DueRow) throws {
    let rules = try LandlordRules(row.profile)
    let clock = try rules.clock(row.clock, row.target, row.events)
    #expect(clock.due?.description == row.due)
    #expect(clock.clause.text == row.clause)
    #expect(clock.gap == nil)
  }

  @Test(arguments: extensions)
  func `how far an extension reaches`(_ row: ExtensionRow) throws {
    let rules = try LandlordRules(row.profile)
    let start = try rules.at("2026-12-01")
    let facts = StageFacts(stage: row.stage, started: start, acknowledged: start)
    let limit = try #require(
      try rules.book.extensionLimits(of: facts, profile: row.profile, received: start).first)
    #expect(limit.firstDue.description == row.first)
    #expect(limit.latest?.description == row.latest)
    #expect(limit.clause.text == row.clause)
    // The clock that drives after an extension cites the same clause.
    var extended = facts
    extended.extendedTo = try day(row.latest ?? "2027-01-05")
    extended.extensionRecorded = start
    let clocks = rules.book.clocks(
      of: CaseFacts(received: start, stages: [extended]), now: try rules.noon("2026-12-02"), explain: true)
    let drives = try #require(
      clocks.first { $0.clock == "stage\(row.stage).respond.extended" && $0.profile == row.profile })
    #expect(drives.due == extended.extendedTo)
    #expect(drives.clause.text == row.clause)
  }

  @Test func `the emergency hazard is due to the minute`() throws {
    let clock = try LandlordRules("code-2024").clock(
      "hazard.makesafe", .landlord, ["aware=2026-12-24T16:45:00Z"])
    #expect(clock.dueAt == Moment("2026-12-25T16:45:00Z"))
  }

  @Test(arguments: shippedProfileNames)
  func `no clock a policy defines is without a row`(_ name: String) throws {
    let profile = try #require(try embeddedProfile(name))
    var defined = Set(profile.clocks.map(\.name))
    for stage in profile.stages {
      defined.formUnion(stage.rules.map(\.clock))
      if stage.respondExtension != nil { defined.insert("stage\(stage.stage).respond.extended") }
    }
    var rows = Set(Self.all.filter { $0.profile == name }.map(\.clock))
    rows.formUnion(
      Self.extensions.filter { $0.profile == name }.map { "stage\($0.stage).respond.extended" })
    #expect(rows == defined)
  }
}
