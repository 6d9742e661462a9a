import CaseDocuments
import Clocks
import Complaints
import SettingsFiles
import Testing

@Suite struct `A request for stage 2 is judged by the edition its stage 1 began under` {
  /// Rules where Manchester's 28 days became so many on 10 November 2026, and the shipped ones before.
  func rules(window days: Int) throws -> RuleBook {
    try rules(changing: "\"within\": 28,", to: "\"within\": \(days),")
  }

  /// Rules where Manchester's policy was changed on 10 November 2026, and the shipped ones before.
  func rules(changing right: String, to wrong: String) throws -> RuleBook {
    let text = given(embeddedProfileText("manchester-2022"))
    let shorter = text.replacing(right, with: wrong, maxReplacements: 1)
      .replacing("\"published\": \"2022-10\"", with: "\"published\": \"2026-11\"")
    #expect(shorter != text)
    var register = CaseRegister()
    register.apply(
      .landlordFounded(LandlordFounded(landlord: "Test Homes", nation: .englandAndWales, practice: true)))
    register.apply(.profileAdopted(AdoptedText(name: "manchester-2022", text: text, sha256: "")))
    register.apply(
      .profileAdopted(
        AdoptedText(name: "code-2024", text: given(embeddedProfileText("code-2024")), sha256: "")))
    register.apply(
      .calendarAdopted(
        AdoptedText(
          name: Nation.englandAndWales.rawValue, text: embeddedHolidaysText(.englandAndWales), sha256: "")))
    register.apply(
      .profileAdopted(AdoptedText(name: "manchester-2022", text: shorter, sha256: "")), seq: 900,
      at: moment("2026-11-10T09:00:00Z"))
    return try register.ruleBook(zone: londonZoneTable())
  }

  /// A complaint of 2 November, answered on the 4th: 28 days end on 2 December, 14 on 18 November.
  func answered(_ rules: RuleBook) throws -> Scenario {
    var scenario = Scenario()
    try scenario.acknowledged()
    try scenario.act(.point(text: "The leak", category: "repairs"), by: "patel")
    scenario.wait(days: 2)
    try scenario.act(.decide(upheld(1)), by: "patel")
    try scenario.act(.respond(channel: .letter, text: "", override: ""), by: "patel")
    scenario.rules = rules
    return scenario
  }

  @Test(arguments: [14, 60])
  func `an edition adopted since neither shortens nor lengthens what the resident was told`(_ days: Int)
    throws
  {
    var scenario = try answered(try rules(window: days))
    let file = scenario.file()
    let window = try #require(try scenario.rules.window(after: file.facts))
    #expect(window.until == day("2026-12-02"))
    #expect(window.clause.text == "manchester-2022, Stage 2 – Review, paragraph 1")
    let why = scenario.rules.clocks(of: file.facts, now: scenario.now, explain: false)
    #expect(why.first { $0.clock == "stage2.window" }?.due == window.until)
    scenario.wait(days: 27)  // 1 December
    #expect(scenario.refusal(.escalate(reason: "", late: ""), by: "hana") == nil)
    scenario.wait(days: 2)  // 3 December
    #expect(
      scenario.refusal(.escalate(reason: "", late: ""), by: "hana")
        == .windowPassed(until: day("2026-12-02"), clause: window.clause))
  }

  @Test func `read aloud and the list of windows closing say the same day`() throws {
    let rules = try rules(window: 14)
    let scenario = try answered(rules)
    let spoken = readAloud(
      scenario.file(), rules: rules, staff: scenario.staff, today: day("2026-11-20"))
    #expect(spoken.contains("stage 2 may be asked for until Wednesday 2 December"))
    var register = CaseRegister()
    var row = CaseRow(
      number: CaseNumber(value: 1), year: 2026, fact: ReceivedFact(channel: .phone),
      at: EntryTimes(on: day("2026-11-02")),
      seq: 1)
    row.kind = .complaint
    row.stage = .one
    row.state = .responded
    row.responded = day("2026-11-04")
    let opened = register.open(row)
    #expect(opened)
    let closing = try register.windowsClosing(within: 5, of: day("2026-11-27"), rules: rules)
    #expect(closing.map(\.day) == [day("2026-12-02")])
    #expect(try register.windowsClosing(within: 5, of: day("2026-11-16"), rules: rules).isEmpty)
  }

  @Test func `a stage 1 that began under the newer edition has the newer window`() throws {
    let rules = try rules(window: 14)
    let stage = StageFacts(
      stage: 1, started: Occurrence(day: day("2026-11-12")), responded: Occurrence(day: day("2026-11-20")),
      recordedSeq: 901)
    let facts = CaseFacts(received: stage.started, stages: [stage])
    #expect(try rules.window(after: facts)?.until == day("2026-12-04"))
  }

  @Test func `who decides a stage, and what its letters hold, stays as it was when the stage began`() throws {
    let rules = try rules(
      changing: "\"decider\": {\"roles\": [\"investigator\"]", to: "\"decider\": {\"roles\": [\"director\"]")
    var old = Scenario()
    try old.receive()
    try old.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    old.wait(days: 10)
    old.rules = rules
    #expect(deciderRoles(at: .one, of: old.file(), rules) == [.investigator])
    #expect(rules.profile(of: old.file())?.published == "2022-10")
    var new = Scenario()
    new.now = moment("2026-11-12T09:00:00Z")
    new.rules = rules
    new.lines = []
    try new.receive()
    new.lines[0].seq = 901
    #expect(rules.profile(of: new.file())?.published == "2026-11")
    #expect(deciderRoles(at: .one, of: new.file(), rules) == [.director])
  }
}
