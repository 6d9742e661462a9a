import Clocks
import Complaints
import SettingsFiles
import Testing

@Suite struct `The queue and the explanation give the same date` {
  /// Rules of the made-up policy, changed by one replacement.
  func rules(_ right: String = "", _ wrong: String = "") throws -> RuleBook {
    var text = given(embeddedProfileText("every-shape"))
    if !right.isEmpty {
      #expect(text.contains(right))
      text = text.replacing(right, with: wrong, maxReplacements: 1)
    }
    return try embeddedRuleBook(
      profile: try parseProfile(text, file: "mine.json"), nation: .englandAndWales, zone: Scenario.zone)
  }

  /// The dates `why` gives for the next letter: the landlord's and the Code's.
  func why(_ file: CaseFile, _ rules: RuleBook) -> [CalendarDay?] {
    let stage = file.stage?.number ?? 1
    let clocks = rules.clocks(of: file.facts, now: moment("2026-01-01T00:00:00Z"), explain: false)
    func due(_ step: String, _ target: ClockTarget) -> CalendarDay? {
      clocks.last { $0.clock.hasPrefix("stage\(stage).\(step)") && $0.target == target }?.due
    }
    let acknowledge = [due("acknowledge", .landlord), due("acknowledge", .code)]
    if file.current?.acknowledged == nil, acknowledge.contains(where: { $0 != nil }) { return acknowledge }
    return [due("respond", .landlord), due("respond", .code)]
  }

  func row(_ desk: Scenario) -> CaseRow {
    var row: CaseRow?
    for (place, entry) in desk.lines.enumerated() {
      guard let fact = RowFact(entry.event, profileIndex: { _ in 0 }) else { continue }
      let recorded = desk.rules.zone.occurrence(at: entry.knownAt)
      let times = EntryTimes(occurred: entry.occurred ?? recorded, recorded: recorded)
      if case .contactReceived(let contact) = entry.event {
        row = CaseRow(
          number: CaseNumber(value: 1), year: 2026, fact: ReceivedFact(contact), at: times, seq: entry.seq)
      } else {
        guard row?.apply(fact, at: times, seq: entry.seq) == false else { continue }
        // As replay does: what a row cannot tell is folded anew from the lines of its case.
        let file = CaseFile(Array(desk.lines[...place]), zone: desk.rules.zone)
        row = CaseRow(of: given(file), profileIndex: { _ in 0 })
      }
    }
    return given(row)
  }

  func queue(_ desk: Scenario, _ rules: RuleBook) -> [CalendarDay?] {
    let target = row(desk).urgentTarget(rules)
    return [target?.landlordDue, target?.codeDue]
  }

  /// When it was logged, and the day the acknowledgement is due: the cut-off is four o'clock in London.
  @Test(arguments: [
    ("2026-11-20T15:59:59Z", "2026-11-25"), ("2026-11-20T16:00:00Z", "2026-11-26"),
    ("2026-06-24T14:59:59Z", "2026-06-29"), ("2026-06-24T15:00:00Z", "2026-06-30"),
    // 23:30 UTC on 24 June is half past midnight on the 25th in London: before the 25th's cut-off.
    ("2026-06-24T23:30:00Z", "2026-06-30"), ("2026-06-24T22:59:59Z", "2026-06-30"),
    // The Saturday and Sunday on which the clocks go back.
    ("2026-10-24T23:30:00Z", "2026-10-29"), ("2026-10-25T01:30:00Z", "2026-10-29"),
  ])
  func `around the cut-off and around midnight in summer`(_ logged: String, _ due: String) throws {
    let rules = try rules()
    var desk = Scenario()
    desk.rules = rules
    desk.now = moment(logged)
    try desk.receive()
    #expect(queue(desk, rules) == why(desk.file(), rules))
    #expect(queue(desk, rules)[0] == day(due))
  }

  @Test(arguments: [
    ("2026-06-23T22:59:59Z", "2026-06-24"), ("2026-06-23T23:00:00Z", "2026-06-25"),
    ("2026-10-24T23:30:00Z", "2026-10-25"), ("2026-12-31T23:59:59Z", "2027-01-01"),
  ])
  func `a limit in hours ends on the landlord's day`(_ received: String, _ due: String) throws {
    let rules = try rules(
      "\"acknowledge\": {\"within\": 3, \"unit\": \"working-days\", \"from\": \"logged\", \"count\": \"deferred\", \"cutOffHour\": 16,",
      "\"acknowledge\": {\"within\": 24, \"unit\": \"hours\", \"from\": \"received\",")
    var desk = Scenario()
    desk.rules = rules
    desk.now = moment(received)
    try desk.receive()
    #expect(queue(desk, rules) == why(desk.file(), rules))
    #expect(queue(desk, rules)[0] == day(due))
  }

  @Test func `a response counts from the allocation, and the second stage from its own`() throws {
    let rules = try rules(
      "\"respond\": {\"within\": 20, \"unit\": \"working-days\", \"from\": \"stage2-acknowledged\"",
      "\"respond\": {\"within\": 20, \"unit\": \"working-days\", \"from\": \"allocated\"")
    var desk = Scenario()
    desk.rules = rules
    try desk.receive()  // Monday 2 November
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    desk.wait(days: 1)
    try desk.act(.assign(to: login("patel")), by: "sam")
    desk.wait(days: 3)
    try desk.act(.assign(to: login("okafor")), by: "sam")
    try desk.act(.acknowledge(AcknowledgementDraft(definition: "The leak", override: "as it is")), by: "hana")
    // Two weeks from the 3rd, or ten working days from the acknowledgement on the 6th.
    #expect(queue(desk, rules)[0] == day("2026-11-20"))
    #expect(queue(desk, rules) == why(desk.file(), rules))
    try desk.act(.point(text: "The leak", category: ""), by: "okafor")
    try desk.act(.decide(upheld(1)), by: "okafor")
    try desk.act(.respond(channel: .letter, text: "", override: "short"), by: "okafor")
    desk.wait(days: 4)
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    try desk.act(.acknowledge(AcknowledgementDraft(definition: "The leak", override: "as it is")), by: "hana")
    #expect(queue(desk, rules)[0] == nil)
    #expect(queue(desk, rules) == why(desk.file(), rules))
    try desk.act(.assign(to: login("amira")), by: "sam")  // 10 November
    #expect(queue(desk, rules)[0] == day("2026-12-08"))
    #expect(queue(desk, rules) == why(desk.file(), rules))
  }

  @Test(arguments: shippedProfileNames + ["every-shape"])
  func `at every step of a case, under every policy`(_ profile: String) throws {
    let rules = try embeddedRuleBook(
      profile: given(try embeddedProfile(profile)), nation: .englandAndWales, zone: Scenario.zone)
    var responded = 0
    for seed: UInt64 in 0..<6 {
      var random = RowFoldTests.Seeded(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 7)
      responded += try walk(rules, &random)
    }
    #expect(responded > 0)
  }

  /// One case worked at random, around cut-offs and midnights; how often it was answered.
  private func walk(_ rules: RuleBook, _ random: inout RowFoldTests.Seeded) throws -> Int {
    var desk = Scenario()
    desk.rules = rules
    let starts = ["2026-03-27", "2026-06-24", "2026-10-23", "2026-12-23"]
    let hours = ["00:00:00Z", "14:59:59Z", "15:00:00Z", "16:00:00Z", "22:59:59Z", "23:00:00Z", "23:30:00Z"]
    func at(_ day: String) -> Moment { moment(day + "T" + given(hours.randomElement(using: &random))) }
    desk.now = at(given(starts.randomElement(using: &random)))
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    try desk.act(.point(text: "The leak", category: ""), by: "hana")
    var responded = 0
    for _ in 0..<14 {
      let file = desk.file()
      if file.state == .responded { responded += 1 } else { #expect(queue(desk, rules) == why(file, rules)) }
      desk.now = at(
        rules.zone.day(of: desk.now).adding(days: Int.random(in: 1...3, using: &random)).description)
      let told = rules.zone.day(of: desk.now).adding(days: 20)
      let people = ["patel", "okafor", "amira"]
      let action: Action =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .assign(to: login(given(people.randomElement(using: &random))))
        case 1: .acknowledge(AcknowledgementDraft(definition: "The leak", override: "as it is"))
        case 2: .extend(to: told, reason: "survey", told: "by phone", goodReason: "asbestos")
        case 3: .decide(upheld(1))
        case 4: .respond(channel: .letter, text: "", override: "short")
        default: .escalate(reason: "", late: "was away")
        }
      let who = given((people + ["dina"]).randomElement(using: &random))
      do throws(Refusal) {
        desk.record(try decide(action, about: desk.file(), on: desk.occasion(who)), by: who)
      } catch {
        continue
      }
    }
    return responded
  }
}
