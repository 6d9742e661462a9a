import Clocks
import Complaints
import Testing

/// Needs, referrals, handovers, call-backs, forms and live trouble.
@Suite struct IntakeDutiesTests {
  private func row(_ desk: Scenario) -> CaseRow { CaseRow(of: desk.file(), profileIndex: { _ in 0 }) }

  private func clock(_ desk: Scenario, _ name: String) -> ClockReckoning? {
    desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false).first { $0.clock == name }
  }

  @Test func `a need is kept, reviewed on a date, and in the queue only a mark (Code 5.10)`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.take(
      "need",
      ["adjustments": "bsl; home-visit", "vulnerability": "lives alone at 84", "review": "2027-02-01"])
    #expect(desk.file().needWords == ["bsl", "home-visit", "vulnerable: lives alone at 84"])
    #expect(row(desk).marks.contains(.needs))
    #expect(clock(desk, "need.review")?.due == day("2027-02-01"))
    #expect(desk.file().isVulnerable)
    try desk.take("review-need", ["need": "1", "outcome": "ended", "text": "moved in with her son"])
    #expect(!row(desk).marks.contains(.needs))
    let again: KeyValuePairs = ["need": "1", "outcome": "kept"]
    #expect(try desk.refusing("review-need", again) == .intake(.alreadyEnded("need", 1)))
    guard
      case .badValue("adjustments", "shouting", _) = try desk.refusing("need", ["adjustments": "shouting"])
    else {
      Issue.record("an adjustment nobody knows was taken")
      return
    }
  }

  @Test func `safe contact keeps what earlier notes said, and stands before all else`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.take("safe-contact", ["voicemail": "no", "times": "10 to 12"])
    try desk.take("safe-contact", ["two-persons": "yes", "name": "Jo"])
    #expect(
      desk.file().intake.safeContact?.words == [
        "no voicemail", "visit with two", "safe times: 10 to 12", "call them Jo",
      ])
  }

  @Test
  func
    `a referral waits for no triage, goes where the policy says, and stops no clock (medway-2022 5.10.14)`()
    throws
  {
    var desk = Scenario("medway-2022")
    try desk.receive()
    try desk.take("refer", ["matter": "crime", "text": "Money taken by somebody posing as a plumber"])
    let referral = try #require(desk.file().intake.referrals.first)
    #expect(referral.made.to == "the police" && referral.by == login("hana"))
    #expect(desk.file().state == .untriaged)
    #expect(clock(desk, "stage1.acknowledge")?.state == .running)
    #expect(row(desk).marks.contains(.sensitive))
    try desk.take("refer-answer", ["referral": "1", "text": "Crime number given", "reference": "06/123"])
    #expect(desk.file().intake.referrals[0].reference == "06/123")
    #expect(
      try desk.refusing("refer-answer", ["referral": "2", "text": "x"]) == .intake(.noSuch("referral", 2)))
  }

  @Test func `where the policy names nobody, whom it is referred to must be said`() throws {
    var desk = Scenario("manchester-2022")
    try desk.receive()
    guard case .missing("to", _) = try desk.refusing("refer", ["matter": "crime", "text": "Theft"]) else {
      Issue.record("a referral to nobody was taken")
      return
    }
  }

  @Test
  func
    `a handover tells the resident whom to reach, and follows a vulnerable one up (manchester-2022, item 8)`()
    throws
  {
    var desk = Scenario()
    try desk.receive()
    let bare: KeyValuePairs = ["to": "Highways", "what": "The street lamp is out"]
    guard case .missing("contact", let clause) = try desk.refusing("handover", bare) else {
      Issue.record("the resident was told nobody")
      return
    }
    #expect(clause?.place.contains("Personal Contact") == true)
    try desk.take("need", ["vulnerability": "blind"])
    let told: KeyValuePairs = ["to": "Highways", "what": "Lamp", "contact": "Lee Grant, 0161 496 0000"]
    guard case .intake(.followUpOwed) = try desk.refusing("handover", told) else {
      Issue.record("a vulnerable resident was not followed up")
      return
    }
    try desk.take(
      "handover",
      ["to": "Highways", "what": "Lamp", "contact": "Lee Grant, 0161 496 0000", "follow-up": "2026-11-09"])
    #expect(clock(desk, "follow-up")?.due == day("2026-11-09"))
    try desk.take("follow-up", ["handover": "1", "text": "The lamp is mended"])
    #expect(clock(desk, "follow-up")?.state == .met)
  }

  @Test func `who works for us leaves the complaint with us (manchester-2022, item 7)`() throws {
    var desk = Scenario()
    try desk.receive()
    let ours: KeyValuePairs = ["to": "Our gas contractor", "what": "All", "contact": "x", "ours": "yes"]
    #expect(try desk.refusing("handover", ours) == .intake(.actsForUs))
  }

  @Test func `a call-back has its day, hour and owner, and stays owed until it is made or given up`() throws {
    var desk = Scenario()
    try desk.receive()
    guard case .badValue("at", _, _) = try desk.refusing("callback", ["day": "2026-11-03", "at": "25:00"])
    else {
      Issue.record("an hour that is none was taken")
      return
    }
    #expect(
      try desk.refusing("callback", ["day": "2026-11-01"]) == .intake(.callbackInPast(day("2026-11-01"))))
    try desk.take("callback", ["day": "2026-11-03", "at": "14:30", "owner": "patel"])
    #expect(clock(desk, "callback")?.due == day("2026-11-03"))
    #expect(row(desk).marks.contains(.callback))
    try desk.take("called-back", ["callback": "1", "reached": "no", "again": "2026-11-04"], by: "patel")
    #expect(desk.file().failedAttempts == 1)
    #expect(clock(desk, "callback")?.due == day("2026-11-04"))
    try desk.take(
      "called-back", ["callback": "1", "reached": "yes", "text": "Told of the visit"], by: "patel")
    #expect(!row(desk).marks.contains(.callback))
    #expect(desk.file().lastHeard == day("2026-11-02"))
  }

  @Test func `a form asked for by post is owed until it is sent (manchester-2022, Stage 1)`() throws {
    var desk = Scenario()
    try desk.receive()
    guard case .missing("address", let clause) = try desk.refusing("form", [:]) else {
      Issue.record("a form to nowhere was taken")
      return
    }
    #expect(clause?.source == "manchester-2022")
    try desk.take("form", ["address": "14A Rochdale Road"])
    #expect(row(desk).marks.contains(.formOwed))
    #expect(try desk.refusing("form", ["address": "x"]) == .intake(.formAlreadyOwed))
    try desk.take("form-sent", ["text": "second class"])
    #expect(!row(desk).marks.contains(.formOwed))
    #expect(try desk.refusing("form-sent", [:]) == .intake(.noFormOwed))
  }

  @Test
  func `no acknowledgement before somebody looked whether the trouble goes on (manchester-2022, item 2)`()
    throws
  {
    var desk = Scenario()
    try desk.receive(1, "No heating since Friday, and nobody rings back")
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "unhappy")), by: "hana")
    try desk.act(.assign(to: login("patel")), by: "sam")
    let letter = Action.acknowledge(
      AcknowledgementDraft(
        definition: "Heating", outcome: "Heat", notOurs: "Nothing", due: day("2026-11-16")))
    guard case .intake(.liveIssueUnchecked(let words, _)) = desk.refusal(letter, by: "hana") else {
      Issue.record("the letter was let through")
      return
    }
    #expect(words.contains("heating"))
    guard case .missing("step", _) = try desk.refusing("check-live", ["live": "yes"]) else {
      Issue.record("a live trouble was left without a step")
      return
    }
    try desk.take("check-live", ["live": "yes", "step": "dealt-with", "text": "An engineer comes tomorrow."])
    #expect(desk.refusal(letter, by: "hana") == nil)
    #expect(desk.file().intake.liveIssue?.line == "An engineer comes tomorrow.")
    #expect(clock(desk, "stage1.acknowledge")?.state == .running)
    // A policy without the duty asks for no check.
    var other = Scenario("north-warwickshire-2024")
    try other.receive(1, "No heating since Friday")
    try other.act(.triage(TriageChoice(kind: .complaint, reason: "unhappy")), by: "hana")
    try other.act(.assign(to: login("patel")), by: "sam")
    #expect(other.refusal(letter, by: "hana") == nil)
  }

  @Test func `what is settled at once owes its lesson too where the policy says so (medway-2022 5.12.1)`()
    throws
  {
    var desk = Scenario("medway-2022")
    try desk.receive()
    guard
      case .intake(.learningOwed(let clause)) = try desk.refusing(
        "resolve", ["done": "Rebooked", "satisfied": "yes"])
    else {
      Issue.record("no lesson was asked for")
      return
    }
    #expect(clause.place == "5.12.1")
    try desk.take("resolve", ["done": "Rebooked", "satisfied": "yes", "no-learning": "a misheard date"])
    #expect(desk.file().state == .closed)
    var other = Scenario("north-warwickshire-2024")
    try other.receive()
    #expect(try other.refusing("resolve", ["done": "Rebooked", "satisfied": "yes"]) == nil)
  }

  @Test
  func `a request goes to its team, with an owner and a reply owed (council-feedback, service request)`()
    throws
  {
    var desk = Scenario("council-feedback")
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .serviceRequest, reason: "first report")), by: "hana")
    guard case .missing("owner", _) = try desk.refusing("route", [:]) else {
      Issue.record("a request without an owner was sent on")
      return
    }
    try desk.take("route", ["owner": "patel", "reply-by": "2026-11-12"])
    #expect(desk.file().intake.route?.routed.to == "the team concerned")
    #expect(clock(desk, "reply")?.due == day("2026-11-12"))
    guard case .intake(.replyOwed) = desk.refusal(.close(reason: "done"), by: "hana") else {
      Issue.record("it was closed without the reply")
      return
    }
    try desk.take("reply", ["text": "Booked for Monday", "learning": "Say the day at once"])
    #expect(desk.refusal(.close(reason: "done"), by: "hana") == nil)
  }

  @Test func `a report of nuisance is told its next steps (north-warwickshire-2024, Case Study C)`() throws {
    var desk = Scenario("north-warwickshire-2024")
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .asb, reason: "noise")), by: "hana")
    guard case .intake(.toldOwed(let tell, _)) = try desk.refusing("route", [:]) else {
      Issue.record("nobody told the resident")
      return
    }
    #expect(tell.count == 2)
    try desk.take("route", ["told": "Diary sheets, then a visit within a week"])
    #expect(desk.file().intake.route?.routed.to == "anti-social behaviour procedure")
    #expect(try desk.refusing("route", ["told": "x"], by: "hana") == nil)
  }

  @Test func `each person affected gets the response once (Code 1.2)`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.take("affected", ["name": "Mr Ali", "preferred": "letter", "needs": "large print"])
    try desk.take("affected", ["name": "Ms Ngo"])
    try desk.take("affected", ["name": "Mr Ali", "preferred": "phone"])
    #expect(desk.file().intake.affected.map(\.told.preferred) == ["phone", ""])
    #expect(row(desk).marks.contains(.group))
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "unhappy")), by: "hana")
    try desk.act(.assign(to: login("patel")), by: "sam")
    try desk.act(
      .acknowledge(
        AcknowledgementDraft(definition: "Missed visits", outcome: "A repair", notOurs: "Nothing")),
      by: "hana")
    try desk.act(.point(text: "Visits", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    try desk.act(.respond(channel: .letter, text: "", override: "no personal contact owed here"), by: "patel")
    try desk.take("learn", ["none": "a slip, seen and put right"], by: "patel")
    #expect(desk.refusal(.close(reason: "done"), by: "hana") == .intake(.answersOwed(["Mr Ali", "Ms Ngo"])))
    try desk.take("answer-affected", ["affected": "1", "channel": "phone"])
    #expect(desk.file().awaitingResponse.map(\.told.name) == ["Ms Ngo"])
    try desk.take("answer-affected", ["affected": "2", "channel": "letter"])
    #expect(desk.refusal(.close(reason: "done"), by: "hana") == nil)
  }

  @Test func `a complaint beside a request leaves the request open (Code 1.5)`() throws {
    var desk = Scenario("council-feedback")
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .serviceRequest, reason: "first report")), by: "hana")
    try desk.take(
      "raise-complaint", ["narrative": "Nobody came twice", "points": "First visit; Second visit"])
    let complaint = desk.file(2)
    #expect(complaint.isComplaint && complaint.points.count == 2)
    #expect(complaint.links.map(\.to) == [reference(1)])
    #expect(complaint.triage?.clause.contains("dissatisfaction with a request") == true)
    #expect(desk.file(1).state == .open && desk.file(1).kind == .serviceRequest)
    #expect(desk.file(1).links.map(\.to) == [reference(2)])
    #expect(
      try desk.refusing("raise-complaint", ["narrative": "x"], on: 2) == .alreadyTriaged(.complaint))
    // The complaint stands; the line that opened it is not taken back from under it.
    let line = desk.lines.last?.seq
    guard case .work(.neverUndone) = desk.refusal(.undo(seq: line), by: "hana") else {
      Issue.record("the line was taken back")
      return
    }
  }
}
