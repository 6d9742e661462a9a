import Clocks
import Testing

@Suite struct `The clocks of a case` {
  func facts(
    _ rules: LandlordRules, received: String, acknowledged: String? = nil, responded: String? = nil,
    extendedTo: String? = nil, ended: String? = nil, untriaged: Bool = false
  ) throws -> CaseFacts {
    var stage = StageFacts(stage: 1, started: try rules.at(received))
    if let acknowledged { stage.acknowledged = try rules.at(acknowledged) }
    if let responded { stage.responded = try rules.at(responded) }
    if let extendedTo { stage.extendedTo = try day(extendedTo) }
    return CaseFacts(
      received: stage.started, stages: [stage], ended: try ended.map { try rules.at($0) },
      profile: rules.book.profiles[0].name, untriaged: untriaged)
  }

  func lines(_ rules: LandlordRules, _ facts: CaseFacts, now: String) throws -> [String] {
    rules.book.clocks(of: facts, now: try rules.noon(now), explain: false).lines
  }

  @Test func `until it is acknowledged, the Code's response waits with its latest possible date`() throws {
    let rules = try LandlordRules("manchester-2022")
    let facts = try facts(rules, received: "2025-06-02")
    #expect(
      try lines(rules, facts, now: "2025-06-09") == [
        "stage1.acknowledge landlord due 2025-06-09", "stage1.respond landlord running 2025-06-16",
        "stage1.acknowledge code due 2025-06-09", "stage1.respond code waiting 2025-06-23 provisional",
      ])
  }

  @Test func `a late acknowledgement is a breach of its own, and the response runs from the day it went`()
    throws
  {
    let rules = try LandlordRules("manchester-2022")
    let facts = try facts(rules, received: "2025-06-02", acknowledged: "2025-06-10")
    #expect(
      try lines(rules, facts, now: "2025-06-17") == [
        "stage1.acknowledge landlord late 2025-06-09", "stage1.respond landlord overdue 2025-06-16",
        "stage1.acknowledge code late 2025-06-09", "stage1.respond code running 2025-06-24",
      ])
  }

  @Test
  func `an extension keeps the first date for the record and moves the Code by ten working days at most`()
    throws
  {
    let rules = try LandlordRules("manchester-2022")
    let facts = try facts(
      rules, received: "2025-06-02", acknowledged: "2025-06-06", extendedTo: "2025-07-31")
    #expect(
      try lines(rules, facts, now: "2025-06-17") == [
        "stage1.acknowledge landlord met 2025-06-09", "stage1.respond landlord extended 2025-06-16",
        "stage1.respond.extended landlord running 2025-07-31", "stage1.acknowledge code met 2025-06-09",
        "stage1.respond code extended 2025-06-20", "stage1.respond.extended code running 2025-07-04",
      ])
  }

  @Test func `an extension within the Code's own date moves nothing under the Code`() throws {
    let rules = try LandlordRules("manchester-2022")
    let facts = try facts(
      rules, received: "2025-06-02", acknowledged: "2025-06-06", extendedTo: "2025-06-20")
    #expect(
      try lines(rules, facts, now: "2025-06-17").filter { $0.contains("code") } == [
        "stage1.acknowledge code met 2025-06-09", "stage1.respond code running 2025-06-20",
      ])
  }

  @Test func `a response after the Code's extended date is in the landlord's time and late under the Code`()
    throws
  {
    let rules = try LandlordRules("manchester-2022")
    let facts = try facts(
      rules, received: "2025-06-02", acknowledged: "2025-06-06", responded: "2025-07-10",
      extendedTo: "2025-07-31")
    let drives = try lines(rules, facts, now: "2025-08-01").filter { $0.contains("extended ") }
    #expect(
      drives.filter { $0.contains(".extended") } == [
        "stage1.respond.extended landlord met 2025-07-31", "stage1.respond.extended code late 2025-07-04",
      ])
  }

  @Test func `the window for stage 2 runs from the response and lapses`() throws {
    let rules = try LandlordRules("manchester-2022")
    let facts = try facts(
      rules, received: "2025-06-02", acknowledged: "2025-06-02", responded: "2025-06-16", ended: "2025-06-20")
    for (now, state) in [("2025-07-13", "running"), ("2025-07-14", "due"), ("2025-07-15", "lapsed")] {
      #expect(try lines(rules, facts, now: now).last == "stage2.window landlord \(state) 2025-07-14")
    }
  }

  @Test func `asking for stage 2 meets the window and starts the stage's own clocks`() throws {
    let rules = try LandlordRules("manchester-2022")
    var facts = try facts(
      rules, received: "2025-06-02", acknowledged: "2025-06-02", responded: "2025-06-16")
    facts.stages.append(StageFacts(stage: 2, started: try rules.at("2025-06-20")))
    #expect(
      try lines(rules, facts, now: "2025-06-23").suffix(5) == [
        "stage2.window landlord met 2025-07-14", "stage2.acknowledge landlord running 2025-06-27",
        "stage2.respond landlord running 2025-07-04", "stage2.acknowledge code running 2025-06-27",
        "stage2.respond code waiting 2025-07-25 provisional",
      ])
  }

  @Test func `a case imported at stage 2 has no stage 1 clocks`() throws {
    let rules = try LandlordRules("north-warwickshire-2024")
    let started = try rules.at("2025-06-02")
    let facts = CaseFacts(received: started, stages: [StageFacts(stage: 2, started: started)])
    #expect(
      try lines(rules, facts, now: "2025-06-03") == [
        "stage2.respond landlord running 2025-06-30", "stage2.acknowledge code running 2025-06-09",
        "stage2.respond code waiting 2025-07-07 provisional",
      ])
  }

  @Test func `a complaint withdrawn in time owes nothing more`() throws {
    let rules = try LandlordRules("code-2024")
    let facts = try facts(rules, received: "2025-06-02", acknowledged: "2025-06-03", ended: "2025-06-05")
    #expect(try lines(rules, facts, now: "2025-12-01").contains("stage1.respond code lapsed 2025-06-17"))
  }

  @Test func `before triage every clock is provisional: in doubt it is a complaint`() throws {
    let rules = try LandlordRules("code-2024")
    let facts = try facts(rules, received: "2025-06-02", untriaged: true)
    let clocks = rules.book.clocks(of: facts, now: try rules.noon("2025-06-03"), explain: false)
    #expect(!clocks.isEmpty && clocks.allSatisfy(\.provisional))
  }

  @Test
  func
    `the caps: none in Manchester, twenty working days in all in North Warwickshire, ten more in the Code`()
    throws
  {
    func limits(_ profile: String, stage: Int) throws -> [String] {
      let rules = try LandlordRules(profile)
      let started = try rules.at("2025-06-02")
      let facts = StageFacts(stage: stage, started: started, acknowledged: try rules.at("2025-06-06"))
      return try rules.book.extensionLimits(of: facts, profile: profile, received: started).map {
        "\($0.target.rawValue) \($0.firstDue) \($0.latest?.description ?? "no cap") \($0.clause.text)"
      }
    }
    #expect(
      try limits("manchester-2022", stage: 1) == [
        "landlord 2025-06-16 no cap manchester-2022, Stage 1 – Investigation, item 3",
        "code 2025-06-20 2025-07-04 code-2024 6.4",
      ])
    #expect(
      try limits("north-warwickshire-2024", stage: 1) == [
        "landlord 2025-06-16 2025-06-30 north-warwickshire-2024, Stage 1 Formal Complaint Investigation, paragraph 3",
        "code 2025-06-20 2025-07-04 code-2024 6.4",
      ])
    #expect(
      try limits("north-warwickshire-2024", stage: 2) == [
        "landlord 2025-06-30 2025-07-14 north-warwickshire-2024, Stage 2 Review of Decision, paragraph 2",
        "code 2025-07-04 2025-08-01 code-2024 6.15",
      ])
  }

  @Test(arguments: ["code-2024", "manchester-2022", "north-warwickshire-2024"])
  func `the date in the queue is the earliest a clock of the case gives`(_ profile: String) throws {
    let rules = try LandlordRules(profile)
    for offset in stride(from: 0, to: 700, by: 3) {
      let started = Occurrence(day: try day("2025-01-01").adding(days: offset))
      for number in 1...2 {
        for (acknowledgedAfter, extendedBy) in [(Int?.none, Int?.none), (0, nil), (4, nil), (4, 30), (9, 60)]
        {
          let stage = StageFacts(
            stage: number, started: started,
            acknowledged: acknowledgedAfter.map { Occurrence(day: started.day.adding(days: $0)) },
            extendedTo: extendedBy.map { started.day.adding(days: $0) })
          let urgent = try #require(
            rules.book.urgent(of: stage, profile: profile, received: started))
          let step = acknowledgedAfter == nil ? "acknowledge" : "respond"
          let clocks = rules.book.clocks(
            of: CaseFacts(received: started, stages: [stage], profile: profile),
            now: try rules.noon("2025-01-01"), explain: false)
          let owed = clocks.filter { $0.clock.contains(step) && $0.state != .extended }
          #expect(urgent.step.rawValue == step)
          #expect(urgent.due == owed.compactMap(\.due).min())
          #expect(urgent.codeDue == owed.first { $0.target == .code }?.due)
          #expect(urgent.landlordDue == owed.first { $0.target == .landlord }?.due)
        }
      }
    }
  }

  @Test func `once answered, nothing is urgent at that stage`() throws {
    let rules = try LandlordRules("code-2024")
    let stage = StageFacts(
      stage: 1, started: try rules.at("2025-06-02"), responded: try rules.at("2025-06-10"))
    #expect(
      rules.book.urgent(of: stage, profile: "", received: Occurrence(day: try day("2025-06-02"))) == nil)
  }
}

@Suite struct `Why an extended date` {
  @Test func `the days after the first date are told up to the date the resident was given`() throws {
    let rules = try LandlordRules("manchester-2022")
    var stage = StageFacts(stage: 1, started: try rules.at("2025-06-02"))
    stage.extendedTo = try day("2025-06-22")
    let clocks = rules.book.clocks(
      of: CaseFacts(received: stage.started, stages: [stage]), now: try rules.noon("2025-06-10"),
      explain: true)
    let extended = try #require(clocks.first { $0.clock == "stage1.respond.extended" })
    #expect(
      extended.days.map { "\($0.day) \($0.why)" } == [
        "2025-06-16 first date, extended from here", "2025-06-17 day 1", "2025-06-18 day 2",
        "2025-06-19 day 3",
        "2025-06-20 day 4", "2025-06-21 Saturday", "2025-06-22 date told",
      ])
    #expect(extended.clause.text == "manchester-2022, Stage 1 – Investigation, item 3")
  }
}
