import Clocks
import Complaints
import Testing

/// What each policy asks of a person before a letter goes or a case is closed.
@Suite struct LetterGateTests {
  private func missing(_ desk: Scenario, _ action: Action) -> String? {
    guard case .missing(let field, let clause) = desk.refusal(action, by: "hana"), clause != nil else {
      return nil
    }
    return field
  }

  @Test
  func `the council's acknowledgement says outcome, date and advocacy (council-feedback, acknowledgement)`()
    throws
  {
    var desk = Scenario("council-feedback")
    try desk.triaged()
    #expect(missing(desk, draft(outcome: "")) == "outcome")
    #expect(missing(desk, draft(outcome: "A repair")) == "due")
    #expect(missing(desk, draft(outcome: "A repair", due: "2026-11-16")) == "advocacy")
    #expect(
      desk.refusal(draft(outcome: "A repair", due: "2026-11-16", advocacy: "Citizens Advice"), by: "hana")
        == nil)
    #expect(desk.refusal(draft(override: "asked for by phone at once"), by: "hana") == nil)
  }

  @Test func `both stages of the council's process are held to the same contents`() throws {
    var desk = Scenario("council-feedback")
    try desk.triaged()
    try desk.act(draft(override: "as told by phone"), by: "hana")
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    try desk.act(.respond(channel: .letter, text: "", override: "as told"), by: "patel")
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    #expect(missing(desk, draft(outcome: "")) == "outcome")
  }

  @Test func `the Code's acknowledgement also says what is not ours to answer (code-2024 5.7)`() throws {
    var desk = Scenario("code-2024")
    try desk.triaged()
    #expect(missing(desk, draft(notOurs: "")) == "not-ours")
    #expect(desk.refusal(draft(outcome: "A repair", notOurs: "none"), by: "hana") == nil)
  }

  @Test func `the handler's telephone and e-mail are told (manchester-2022, Personal Contact, item 5)`()
    throws
  {
    var desk = Scenario()
    desk.staff.list(StaffMember(login: login("patel"), name: "Patel", roles: [.investigator]))
    try desk.triaged()
    guard case .work(.handlerUnreachable(let who, let clause)) = desk.refusal(draft(), by: "hana") else {
      Issue.record("a handler nobody can reach was named to the resident")
      return
    }
    #expect(who == login("patel"))
    #expect(clause.source == "manchester-2022")
    desk.list("patel", [.investigator])
    #expect(desk.refusal(draft(), by: "hana") == nil)
  }

  @Test func `a talk by telephone comes before the acknowledgement (medway-2022 5.1.5)`() throws {
    var desk = Scenario("medway-2022")
    try desk.triaged()
    let letter = draft(due: "2026-11-16")
    guard case .work(.noPersonalContact(.acknowledge, let clause)) = desk.refusal(letter, by: "hana") else {
      Issue.record("the letter went without a talk")
      return
    }
    #expect(clause.text.contains("5.1.5"))
    try desk.act(
      .contact(ContactLogged(direction: .out, channel: .email, reached: true, text: "Wrote")), by: "hana")
    #expect(desk.refusal(letter, by: "hana") != nil)
    try desk.act(
      .contact(ContactLogged(direction: .out, channel: .phone, reached: false, text: "No answer")), by: "hana"
    )
    #expect(desk.refusal(letter, by: "hana") == nil)
    #expect(desk.file().failedAttempts == 1)
  }

  @Test func `a talk or an exception comes before the response (manchester-2022, Personal Contact, item 1)`()
    throws
  {
    var desk = Scenario()
    try desk.triaged()
    try desk.act(draft(), by: "hana")
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    guard case .work(.noPersonalContact(.respond, _)) = desk.refusal(respondByLetter, by: "patel") else {
      Issue.record("the response went without a talk")
      return
    }
    try desk.act(
      step({ .work(.excused($0)) }) { (excused: inout ContactExcused) in
        excused.ground = .legal
        excused.reason = "Their solicitor asked for letters only"
      }, by: "patel")
    #expect(desk.refusal(respondByLetter, by: "patel") == nil)
  }

  @Test func `a policy without exceptions takes none`() throws {
    var desk = Scenario("medway-2022")
    try desk.triaged()
    let excuse = step({ .work(.excused($0)) }) { (excused: inout ContactExcused) in
      excused.ground = .safety
      excused.reason = "x"
    }
    guard case .work(.noSuchException) = desk.refusal(excuse, by: "hana") else {
      Issue.record("an exception the policy does not know was recorded")
      return
    }
  }

  @Test func `an upheld point waits for its remedy (north-warwickshire-2024, Response, item 5)`() throws {
    var desk = Scenario("north-warwickshire-2024")
    try desk.acknowledged()
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    let bare = PointJudgement(point: 1, decision: .upheld, reasons: "Late", basis: "none")
    try desk.act(.decide(bare), by: "patel")
    guard case .work(.noRemedy([1], let clause)) = desk.refusal(respondByLetter, by: "patel") else {
      Issue.record("the response went without a remedy")
      return
    }
    #expect(clause.place == "Response, item 5")
    try desk.act(
      step({ .remedy(.offered($0)) }) { (offered: inout RemedyOffered) in
        offered.what = .specificAction
        offered.point = 1
        offered.text = "A new valve"
      }, by: "patel")
    #expect(desk.refusal(respondByLetter, by: "patel") == nil)
  }

  @Test func `every response says what was learned (council-feedback, learning in each response)`() throws {
    var desk = Scenario("council-feedback")
    try desk.triaged()
    try desk.act(draft(override: "as told by phone"), by: "hana")
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    guard case .work(.learningOwed) = desk.refusal(respondByLetter, by: "patel") else {
      Issue.record("the response went without learning")
      return
    }
    #expect(desk.refusal(learned { _ in }, by: "patel") == .remedy(.nothingLearned))
    try desk.act(learned { $0.none = "Nothing new in it" }, by: "patel")
    #expect(desk.refusal(respondByLetter, by: "patel") == nil)
  }

  @Test func `a draft is approved by a second person where the policy asks for it`() throws {
    var desk = Scenario("every-shape")
    desk.list("line", [.supervisor, .handler])
    try desk.acknowledged()
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    guard case .work(.notApproved) = desk.refusal(respondByLetter, by: "patel") else {
      Issue.record("an unapproved draft went")
      return
    }
    let approve = { (yes: Bool, comments: String) in
      step({ .work(.approved($0)) }) { (approved: inout DraftApproved) in
        approved.approved = yes
        approved.comments = comments
      }
    }
    let write = step({ .work(.drafted($0)) }) { (draft: inout ResponseDrafted) in draft.text = "We are sorry"
    }
    #expect(desk.refusal(approve(true, ""), by: "sam") == .work(.nothingToApprove))
    try desk.act(write, by: "line")
    #expect(desk.refusal(approve(true, ""), by: "line") == .work(.ownDraft(login("line"))))
    try desk.act(approve(false, "Say who calls"), by: "sam")
    #expect(desk.refusal(respondByLetter, by: "patel") != nil)
    try desk.act(write, by: "line")
    try desk.act(approve(true, ""), by: "sam")
    // What was approved is what goes.
    try desk.act(respondByLetter, by: "patel")
    #expect(desk.file().current?.response?.text == "We are sorry")
  }

  @Test func `a contractor agrees with the response about it (manchester-2022, How to make a complaint?)`()
    throws
  {
    var desk = Scenario()
    try desk.readyToAnswer()
    try desk.act(
      step({ .work(.requested($0)) }) { (sent: inout RequestSent) in
        sent.whom = .contractor
        sent.name = "Roofers Ltd"
        sent.text = "Why was the visit missed?"
      }, by: "patel")
    guard case .work(.contractorNotAgreed([1], _)) = desk.refusal(respondByLetter, by: "patel") else {
      Issue.record("the response went without the contractor's agreement")
      return
    }
    func answer(_ agreed: Bool?) -> Action {
      step({ .work(.answered($0)) }) { (answered: inout RequestAnswered) in
        answered.request = 1
        answered.text = "A driver was ill"
        answered.agreed = agreed
        answered.share = 2500
      }
    }
    guard case .missing("agreed", _) = desk.refusal(answer(nil), by: "patel") else {
      Issue.record("an answer without agreement was taken")
      return
    }
    try desk.act(answer(true), by: "patel")
    #expect(desk.refusal(respondByLetter, by: "patel") == nil)
    #expect(desk.refusal(answer(true), by: "patel") == .work(.alreadyAnswered(1)))
  }

  @Test func `an upheld complaint closes with its lesson (manchester-2022, Learning Lessons, paragraph 2)`()
    throws
  {
    var desk = Scenario()
    try desk.responded()
    let close = Action.close(reason: "agreed")
    guard case .work(.closingOwes(.learningRecorded, _)) = desk.refusal(close, by: "hana") else {
      Issue.record("it closed without a lesson")
      return
    }
    #expect(desk.refusal(.close(reason: "agreed", override: "lesson is in case 7"), by: "hana") == nil)
    try desk.act(learned { $0.text = "Ring before a visit" }, by: "hana")
    #expect(desk.refusal(close, by: "hana") == nil)
  }

  @Test func `an answer by telephone is confirmed in writing before the case closes (medway-2022 5.6.6)`()
    throws
  {
    var desk = Scenario("medway-2022")
    try desk.readyToAnswer()
    try desk.act(.respond(channel: .phone, text: "Told her", override: ""), by: "patel")
    try desk.act(learned { $0.text = "Ring before a visit" }, by: "hana")
    #expect(desk.owed == [.writtenConfirmation])
    guard
      case .work(.closingOwes(.writtenConfirmation, _)) = desk.refusal(.close(reason: "done"), by: "hana")
    else {
      Issue.record("it closed without written confirmation")
      return
    }
    try desk.act(sent(.writtenConfirmation), by: "hana")
    #expect(desk.owed == [])
    #expect(desk.refusal(.close(reason: "done"), by: "hana") == nil)
  }

  @Test func `a contact is written up within ten working days, later only by a reviewer`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    let then = Occurrence(day: day("2026-11-03"))
    desk.now = moment("2026-11-17T09:00:00Z")
    #expect(desk.refusal(.contact(talk), by: "hana", occurred: then) == nil)
    desk.now = moment("2026-11-18T09:00:00Z")
    guard
      case .work(.writtenUpLate(let until, let clause)) = desk.refusal(
        .contact(talk), by: "hana", occurred: then)
    else {
      Issue.record("a contact was written up too late")
      return
    }
    #expect(until == day("2026-11-17"))
    #expect(clause.place.contains("item 3"))
    #expect(desk.refusal(.contact(talk), by: "okafor", occurred: then) == nil)
  }
}

/// What the Complaint Handling Code asks of every acknowledgement, whatever a policy leaves out.
@Suite struct CodeAcknowledgementTests {
  @Test(
    arguments: [
      "manchester-2022", "council-feedback", "north-warwickshire-2024", "association-ho-pmo", "medway-2022",
    ])
  func `outcomes sought and what is not ours are in every acknowledgement (Code 5.6, 5.7)`(_ profile: String)
    throws
  {
    var desk = Scenario(profile)
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    try desk.act(.assign(to: login("patel")), by: "sam")
    try desk.act(.contact(talk), by: "hana")
    func missing(_ action: Action) -> [String] {
      guard case .missing(let field, let clause?) = desk.refusal(action, by: "hana") else { return [] }
      return [field, clause.source]
    }
    let own = profile == "council-feedback" ? profile : "code-2024"
    #expect(
      missing(draft(outcome: "", due: "2026-11-16", advocacy: "Shelter")) == ["outcome", own])
    #expect(
      missing(draft(notOurs: "", due: "2026-11-16", advocacy: "Shelter")) == [
        "not-ours", "code-2024",
      ])
    #expect(desk.refusal(draft(override: "she asked for it by return"), by: "hana") == nil)
    let whole = draft(outcome: "A repair", notOurs: "Nothing", due: "2026-11-16", advocacy: "Shelter")
    #expect(desk.refusal(whole, by: "hana") == nil)
  }
}
