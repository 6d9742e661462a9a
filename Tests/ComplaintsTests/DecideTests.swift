import Clocks
import Complaints
import Testing

@Suite struct DecideTests {
  @Test func `a complaint runs from the call to the end of stage two`() throws {
    var desk = Scenario()
    try desk.responded()
    desk.wait(days: 5)
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    try desk.act(
      .acknowledge(
        AcknowledgementDraft(definition: "As at stage 1", outcome: "A repair", notOurs: "Nothing")),
      by: "hana")
    try desk.act(.decide(upheld(1)), by: "okafor")
    try desk.act(.contact(talk), by: "okafor")
    try desk.act(.respond(channel: .letter, text: "Final", override: ""), by: "okafor")
    try desk.act(
      .close(reason: "final response sent, nothing outstanding", override: "learning follows"), by: "hana")
    let file = desk.file()
    #expect(file.state == .closed)
    #expect(file.stages.map(\.respondedBy) == [login("patel"), login("okafor")])
    #expect(file.outcome == .upheld)
    #expect(file.entries.count == 14)
  }

  @Test func `stage two is refused to the person who answered stage one`() throws {
    var desk = Scenario()
    desk.list("both", [.investigator, .reviewer])
    try desk.acknowledged()
    try desk.act(.point(text: "The leak", category: ""), by: "both")
    try desk.act(.decide(upheld(1)), by: "both")
    try desk.act(.contact(talk), by: "both")
    try desk.act(.respond(channel: .letter, text: "", override: ""), by: "both")
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    try desk.act(
      .acknowledge(AcknowledgementDraft(definition: "Again", outcome: "A repair", notOurs: "Nothing")),
      by: "hana")
    guard case .sameDecider(let who, .one, .two, _) = desk.refusal(.decide(upheld(1)), by: "both") else {
      Issue.record("the stage 1 decider was let through")
      return
    }
    #expect(who == login("both"))
    #expect(desk.refusal(.assign(to: login("both")), by: "sam") != nil)
    #expect(desk.refusal(.decide(upheld(1)), by: "okafor") == nil)
  }

  @Test func `who answered stage one hears so, not that a higher role is needed`() throws {
    var desk = Scenario()
    try desk.responded()
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    guard case .sameDecider = desk.refusal(.decide(upheld(1)), by: "patel") else {
      Issue.record("the refusal named a role that would not have helped")
      return
    }
  }

  @Test func `a response waits for a decision on every point`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    try desk.act(.contact(talk), by: "patel")
    let respond = Action.respond(channel: .letter, text: "", override: "")
    #expect(desk.refusal(respond, by: "patel") == .noPoints)
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(.point(text: "Nobody rang back", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    #expect(desk.refusal(respond, by: "patel") == .pointsUndecided([2], .one))
    try desk.act(.decide(upheld(2)), by: "patel")
    #expect(desk.refusal(respond, by: "patel") == nil)
  }

  @Test func `no reason is demanded for the next stage`() throws {
    var desk = Scenario()
    try desk.responded()
    #expect(desk.refusal(.escalate(reason: "", late: ""), by: "hana") == nil)
  }

  @Test func `a request after the window needs a person's reason to be accepted`() throws {
    var desk = Scenario()
    try desk.responded()
    desk.wait(days: 29)
    guard
      case .windowPassed(let until, let clause) = desk.refusal(.escalate(reason: "", late: ""), by: "hana")
    else {
      Issue.record("28 days after the decision the window should have passed")
      return
    }
    #expect(until == day("2026-11-30"))
    #expect(clause.source == "manchester-2022")
    #expect(desk.refusal(.escalate(reason: "", late: "was in hospital"), by: "hana") == nil)
  }

  @Test func `an extension beyond the cap needs a reviewer with a good reason`() throws {
    var desk = Scenario("north-warwickshire-2024")
    try desk.acknowledged()
    func extend(_ to: String, _ good: String = "") -> Action {
      .extend(
        to: day(to), reason: "awaiting a survey", told: "letter with Ombudsman details", goodReason: good)
    }
    // Received Monday 2 November: first due 16 November, at most 20 working days in all: 30 November.
    #expect(desk.refusal(extend("2026-11-30"), by: "patel") == nil)
    guard
      case .beyondCap(_, let cap, _, [.reviewer]) = desk.refusal(
        extend("2026-12-01", "asbestos"), by: "patel")
    else {
      Issue.record("a day beyond the cap should be refused to an investigator")
      return
    }
    #expect(cap == day("2026-11-30"))
    #expect(desk.refusal(extend("2026-12-01"), by: "okafor") != nil)
    #expect(desk.refusal(extend("2026-12-01", "asbestos found"), by: "okafor") == nil)
    guard case .extensionNotLater = desk.refusal(extend("2026-11-16"), by: "patel") else {
      Issue.record("an extension must be later than the date it moves")
      return
    }
  }

  @Test(arguments: [
    (Action.acknowledge(AcknowledgementDraft(definition: "")), "definition"),
    (.extend(to: day("2026-11-20"), reason: "", told: "phone", goodReason: ""), "reason"),
    (.extend(to: day("2026-11-20"), reason: "survey", told: "", goodReason: ""), "told"),
  ])
  func `what a letter must hold is named with its clause`(action: Action, field: String) throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    try desk.act(.assign(to: login("patel")), by: "sam")
    if action.name == .extend {
      try desk.act(
        .acknowledge(AcknowledgementDraft(definition: "The leak", outcome: "A repair", notOurs: "Nothing")),
        by: "hana")
    }
    guard case .missing(let named, let clause?) = desk.refusal(action, by: "patel") else {
      Issue.record("nothing was missing")
      return
    }
    #expect(named == field)
    #expect(!clause.place.isEmpty)
  }

  @Test(arguments: [
    ("hana", Action.decide(upheld(1)), [Role.investigator]),
    ("sam", .decide(upheld(1)), [.investigator]),
    ("ade", .note(text: "x"), [.handler, .supervisor]),
    ("hana", .assign(to: login("patel")), [.supervisor, .reviewer]),
  ])
  func `a refused role names those who could`(name: String, action: Action, needs: [Role]) throws {
    var desk = Scenario()
    try desk.acknowledged()
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    #expect(desk.refusal(action, by: name) == .roleMayNot(action: action.name.rawValue, needs: needs))
  }

  @Test func `somebody not on the staff list may do nothing`() throws {
    var desk = Scenario()
    try desk.receive()
    #expect(desk.refusal(.note(text: "x"), by: "nobody") == .notStaff(login: "nobody"))
  }

  @Test func `a handler takes a case nobody has, but not somebody's`() throws {
    var desk = Scenario()
    try desk.receive()
    #expect(desk.refusal(.assign(to: login("hana")), by: "hana") == nil)
    try desk.act(.assign(to: login("patel")), by: "sam")
    #expect(desk.refusal(.assign(to: login("hana")), by: "hana") != nil)
  }

  @Test func `a judgement on a view somebody changed since is refused, a note is not`() throws {
    var desk = Scenario()
    try desk.responded()
    let seen = desk.file().revision
    try desk.act(.note(text: "they rang"), by: "hana")
    let close = desk.refusal(.close(reason: "done"), by: "patel", saw: seen)
    #expect(close == .staleView(seen: seen, now: seen + 1, by: login("hana")))
    #expect(desk.refusal(.note(text: "so did they"), by: "patel", saw: seen) == nil)
  }

  @Test func `nothing occurs in the future, nor before the first contact`() throws {
    var desk = Scenario()
    try desk.receive()
    let tomorrow = Occurrence(day: day("2026-11-03"))
    let before = Occurrence(day: day("2026-11-01"))
    #expect(desk.refusal(.note(text: "x"), by: "hana", occurred: tomorrow) == .occurredInFuture(tomorrow))
    guard case .occurredBeforeContact = desk.refusal(.note(text: "x"), by: "hana", occurred: before) else {
      Issue.record("a step before the contact was let through")
      return
    }
  }

  @Test func `a second triage is open until work on the complaint has begun`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .serviceRequest, reason: "first report")), by: "hana")
    let complaint = Action.triage(TriageChoice(kind: .complaint, reason: "rang again, nobody came"))
    try desk.act(complaint, by: "hana")
    try desk.act(.assign(to: login("patel")), by: "sam")
    try desk.act(
      .acknowledge(AcknowledgementDraft(definition: "The leak", outcome: "A repair", notOurs: "Nothing")),
      by: "hana")
    let back = Action.triage(TriageChoice(kind: .serviceRequest, reason: "on reflection"))
    #expect(desk.refusal(back, by: "hana") == .alreadyTriaged(.complaint))
  }
}
