import Clocks
import Complaints
import Testing

/// The next stage: by which way, refused for what, and what a stage owes beside its letters.
@Suite struct GoingFurtherTests {
  private func escalate(_ stage: Int? = nil, _ way: StageWay? = nil, _ reason: String = "") -> Action {
    .escalate(reason: reason, late: "", entry: StageEntry(stage: stage, way: way))
  }

  private func refuse(_ ground: String = "", final: Bool = true, ombudsman: Bool = true) -> Action {
    var refused = EscalationRefused()
    refused.ground = ground
    refused.reason = "a court has it"
    refused.final = final
    refused.ombudsman = ombudsman
    refused.told = "letter"
    return .step(.escalation(.refused(refused)))
  }

  private func step(_ step: EscalationStep) -> Action { .step(.escalation(step)) }

  private func clock(_ desk: Scenario, _ name: String) -> ClockReckoning? {
    desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false)
      .first { $0.clock == name && $0.target == .landlord }
  }

  @Test func `in time, the next stage is never refused (manchester-2022, Escalation of complaints stage)`()
    throws
  {
    var desk = Scenario()
    try desk.responded(override: "agreed by telephone")
    guard case .escalation(.refusalNever(let clause)) = desk.refusal(refuse("same-issue"), by: "okafor")
    else {
      Issue.record("a request in time was refused")
      return
    }
    #expect(clause.source == "manchester-2022")
    desk.wait(days: 29)
    // A late request is accepted or refused by a person, with reasons.
    try desk.act(refuse(), by: "okafor")
    #expect(desk.file().further.refused.first?.ground == "late")
  }

  @Test func `a refusal needs a reason that would have kept the complaint out (Code 5.11)`() throws {
    for profile in ["every-shape", "code-2024", "council-feedback"] {
      var desk = Scenario(profile)
      try desk.responded(override: "agreed by telephone")
      guard case .escalation(.groundNeeded(let grounds, _)) = desk.refusal(refuse("tired"), by: "okafor")
      else {
        Issue.record("\(profile): refused without a valid reason")
        continue
      }
      #expect(grounds.contains("court-claim") || grounds.contains("legal-action"))
      #expect(desk.refusal(refuse(grounds[0]), by: "okafor") == nil)
    }
  }

  @Test
  func `the letter says that the last response was final, and who the Ombudsman is (medway-2022 5.10.2)`()
    throws
  {
    var desk = Scenario("medway-2022")
    try desk.responded(override: "agreed by telephone")
    // Medway leaves it to discretion, so no ground is asked for.
    #expect(desk.refusal(refuse(), by: "okafor") == nil)
    for (field, act) in [("final", refuse(final: false)), ("ombudsman", refuse(ombudsman: false))] {
      guard case .escalation(.notTold(let named, let clause)) = desk.refusal(act, by: "okafor") else {
        Issue.record("\(field) may be left out of the letter")
        continue
      }
      #expect(named == field)
      #expect(clause.text == "medway-2022 5.10.2")
    }
  }

  @Test func `a later stage is entered directly only where the policy says how (every-shape 3.8, 4.4)`()
    throws
  {
    var desk = Scenario("every-shape")
    try desk.acknowledged(override: "agreed by telephone")
    guard
      case .escalation(.noSuchWay(2, "choice", let ways, _)) = desk.refusal(escalate(2, .choice), by: "hana")
    else {
      Issue.record("stage 2 was entered by choice")
      return
    }
    #expect(ways == ["serious", "agreement"])
    guard case .missing("reason", let clause) = desk.refusal(escalate(2, .serious), by: "hana") else {
      Issue.record("that it is serious needs a reason")
      return
    }
    #expect(clause?.text == "every-shape 3.8")
    #expect(desk.refusal(escalate(3), by: "hana") == .escalation(.wayNeeded(3, ["choice"])))
    // The resident's own choice needs none.
    try desk.act(escalate(3, .choice), by: "hana")
    #expect(desk.file().stage?.number == 3)
    #expect(desk.file().current?.way == .choice)
    #expect(clock(desk, "stage3.acknowledge")?.due == day("2026-11-09"))
    #expect(desk.refusal(escalate(2, .serious), by: "hana") == .escalation(.stageBehind(2)))
  }

  @Test func `nobody is led past a stage under a policy without such a way`() throws {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    #expect(desk.refusal(escalate(), by: "hana") == .notResponded(.one))
    guard case .escalation(.noSuchWay) = desk.refusal(escalate(2, .serious, "grave"), by: "hana") else {
      Issue.record("stage 2 was entered without an answer at stage 1")
      return
    }
    #expect(desk.refusal(escalate(3), by: "hana") == .noLaterStage(.two, profile: "manchester-2022"))
  }

  @Test func `four stages can be gone through, and no fifth`() throws {
    var desk = Scenario("every-shape")
    try desk.responded(override: "agreed by telephone")
    try desk.act(escalate(), by: "hana")
    try desk.act(.acknowledge(AcknowledgementDraft(definition: "As before", override: "same")), by: "hana")
    try desk.act(.decide(upheld(1)), by: "okafor")
    try desk.act(.respond(channel: .letter, text: "", override: "agreed by telephone"), by: "okafor")
    try desk.act(escalate(), by: "hana")
    #expect(desk.file().stage?.number == 3)
    #expect(desk.file().stages.count == 3)
  }

  @Test func `a silent landlord's case goes up by itself once the time has passed (every-shape 2.6)`() throws
  {
    var desk = Scenario("every-shape")
    try desk.acknowledged(override: "agreed by telephone")
    guard case .escalation(.silenceNotOver(let until, let clause)) = desk.refusal(escalate(), by: "hana")
    else {
      Issue.record("it went up before the silence was over")
      return
    }
    #expect(until == day("2026-12-02"))
    #expect(clause.text == "every-shape 2.6")
    desk.wait(days: 31)
    try desk.act(escalate(), by: "hana")
    #expect(desk.file().current?.way == .silence)
    #expect(desk.file().stage == .two)
  }

  @Test func `a silent resident's case may be closed with that clause as the reason (every-shape 2.7)`()
    throws
  {
    var desk = Scenario("every-shape")
    try desk.responded(override: "agreed by telephone")
    let close = Action.close(reason: "", override: "promises are tracked")
    #expect(desk.refusal(close, by: "hana") == .missing(field: "reason", clause: nil))
    let silence = try #require(closureAfterSilence(desk.file(), desk.rules, on: day("2026-12-05")))
    // Sent on 2 November, deemed to arrive on the 4th, one month after that.
    #expect(silence.until == day("2026-12-04"))
    #expect(silence.isOver)
    desk.wait(days: 40)
    try desk.act(close, by: "hana")
    #expect(desk.file().closedReason == "nothing heard from the resident by 2026-12-04 (every-shape 2.7)")
  }

  @Test func `the arrival on record moves what runs from it (association-ho-pmo, Stage two)`() throws {
    var desk = Scenario("association-ho-pmo")
    try desk.responded(override: "agreed by telephone")
    #expect(try desk.rules.window(after: desk.file().facts)?.until == day("2026-11-30"))
    var arrived = ResponseArrived()
    arrived.how = "recorded delivery"
    let early = Occurrence(day: day("2026-11-02"))
    #expect(desk.refusal(step(.arrived(arrived)), by: "hana", occurred: early) == nil)
    desk.wait(days: 4)
    try desk.act(step(.arrived(arrived)), by: "hana", occurred: Occurrence(day: day("2026-11-05")))
    #expect(try desk.rules.window(after: desk.file().facts)?.until == day("2026-12-03"))
    let row = CaseRow(of: desk.file(), profileIndex: { _ in 0 })
    #expect(row.stageFacts.responseReceived?.day == day("2026-11-05"))
  }

  @Test func `a response does not arrive before it is sent`() throws {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    desk.wait(days: 2)
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    try desk.act(.respond(channel: .letter, text: "", override: "agreed by telephone"), by: "patel")
    var arrived = ResponseArrived()
    arrived.how = "seen"
    #expect(
      desk.refusal(step(.arrived(arrived)), by: "hana", occurred: Occurrence(day: day("2026-11-03")))
        == .escalation(.arrivedBeforeSent(day("2026-11-04"))))
  }

  @Test func `a judged severity changes the limit in file, row and explanation (every-shape 3.2)`() throws {
    var desk = Scenario("every-shape")
    try desk.acknowledged(override: "agreed by telephone")
    var judged = SeverityJudged()
    judged.severity = "dreadful"
    judged.reason = "a child is ill"
    guard case .badValue("severity", _, let words) = desk.refusal(step(.severity(judged)), by: "hana") else {
      Issue.record("a word the policy does not know was taken")
      return
    }
    #expect(words == "usual, serious")
    try desk.act(escalate(2, .serious, "a child is ill"), by: "hana")
    try desk.act(.acknowledge(AcknowledgementDraft(definition: "Mould", override: "now")), by: "hana")
    judged.severity = "serious"
    try desk.act(step(.severity(judged)), by: "hana")
    #expect(clock(desk, "stage2.respond")?.dueAt != nil)
    let row = CaseRow(of: desk.file(), profileIndex: { _ in 0 })
    #expect(row.urgentTarget(desk.rules)?.due == day("2026-11-04"))
  }

  @Test func `a policy without severities has none to judge`() throws {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    var judged = SeverityJudged()
    judged.severity = "serious"
    judged.reason = "x"
    #expect(
      desk.refusal(step(.severity(judged)), by: "hana") == .escalation(.noSeverities("manchester-2022")))
  }

  @Test func `a note of receipt stops its own clock and not the acknowledgement's (every-shape 2.1)`() throws
  {
    var desk = Scenario("every-shape")
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    try desk.act(step(.receipt(ReceiptSent())), by: "hana")
    #expect(clock(desk, "stage1.preacknowledge")?.state == .met)
    #expect(clock(desk, "stage1.acknowledge")?.state == .running)
    #expect(desk.refusal(step(.receipt(ReceiptSent())), by: "hana") == .escalation(.receiptSent))
    var other = Scenario()
    try other.receive()
    try other.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    #expect(
      other.refusal(step(.receipt(ReceiptSent())), by: "hana")
        == .escalation(.noReceiptOwed("manchester-2022")))
  }

  @Test func `draft findings run their own clock, comments another (every-shape 3.6, 3.7)`() throws {
    var desk = Scenario("every-shape")
    try desk.acknowledged(override: "agreed by telephone")
    try desk.act(escalate(2, .serious, "grave"), by: "hana")
    try desk.act(.acknowledge(AcknowledgementDraft(definition: "Mould", override: "now")), by: "hana")
    #expect(clock(desk, "stage2.draft")?.state == .running)
    var shared = FindingsShared()
    shared.what = .comments
    shared.text = "they disagree"
    #expect(desk.refusal(step(.draft(shared)), by: "hana") == .escalation(.noDraftSent))
    shared.what = .sent
    try desk.act(step(.draft(shared)), by: "hana")
    #expect(clock(desk, "stage2.draft")?.state == .met)
    #expect(clock(desk, "stage2.comments")?.due == day("2026-11-09"))
    shared.what = .comments
    try desk.act(step(.draft(shared)), by: "hana")
    #expect(clock(desk, "stage2.comments")?.state == .met)
  }

  @Test func `what rises by itself: soon late to the supervisor, late to the director`() throws {
    var desk = Scenario()
    try desk.receive()
    let row = CaseRow(of: desk.file(), profileIndex: { _ in 0 })
    // Received Monday 2 November, to be acknowledged by the 9th.
    #expect(row.rise(on: day("2026-11-04"), desk.rules) == nil)
    #expect(row.rise(on: day("2026-11-05"), desk.rules)?.to == .supervisor)
    #expect(row.rise(on: day("2026-11-09"), desk.rules)?.to == .supervisor)
    #expect(row.rise(on: day("2026-11-10"), desk.rules)?.to == .director)
    let context = QueryContext(
      me: login("sam"), today: day("2026-11-05"), staff: desk.staff, rules: desk.rules)
    #expect(QueueView.atRisk.holds(row, due: day("2026-11-09"), context: context))
    #expect(!QueueView.atRisk.holds(row, due: day("2026-11-10"), context: context))
    #expect(!QueueView.atRisk.holds(row, due: day("2026-11-04"), context: context))
  }
}
