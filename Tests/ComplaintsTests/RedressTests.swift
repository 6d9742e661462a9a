import Clocks
import Complaints
import Testing

/// Remedies, money, promises and lessons.
@Suite struct RedressTests {
  private func offer(_ what: CompensationMoment, _ pence: Int? = nil, _ number: Int? = nil) -> Action {
    step({ .remedy(.compensated($0)) }) { (recorded: inout CompensationRecorded) in
      recorded.what = what
      recorded.distressInconvenience = pence
      recorded.compensation = number
    }
  }

  private func remedy(_ what: RemedyKind, _ fill: @escaping (inout RemedyOffered) -> Void = { _ in })
    -> Action
  {
    step({ .remedy(.offered($0)) }) { (offered: inout RemedyOffered) in
      offered.what = what
      offered.text = "We are sorry"
      offered.agreed = true
      fill(&offered)
    }
  }

  private func follow(_ lesson: Int, _ what: LearningMoment) -> Action {
    step({ .remedy(.followed($0)) }) { (followed: inout LearningFollowed) in
      followed.lesson = lesson
      followed.what = what
      followed.text = "Done in May"
    }
  }

  @Test func `an apology acknowledges, accepts responsibility, explains and regrets`() throws {
    var desk = Scenario("north-warwickshire-2024")
    try desk.acknowledged()
    guard
      case .remedy(.apologyLacks(let parts, _)) = desk.refusal(
        remedy(.apology) { $0.regrets = true }, by: "patel")
    else {
      Issue.record("half an apology was taken")
      return
    }
    #expect(parts == ["acknowledges", "accepts", "explains"])
    let whole = remedy(.apology) {
      ($0.acknowledges, $0.accepts, $0.explains, $0.regrets) = (true, true, true, true)
    }
    #expect(desk.refusal(whole, by: "patel") == nil)
    #expect(desk.refusal(remedy(.explanation), by: "patel") == nil)
  }

  @Test func `a remedy is agreed with the resident, or the record says why not (manchester-2022)`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    guard
      case .remedy(.notAgreed(let clause)) = desk.refusal(
        remedy(.specificAction) { $0.agreed = false }, by: "patel")
    else {
      Issue.record("a remedy nobody agreed needs its reasons")
      return
    }
    #expect(clause.source == "manchester-2022")
    let reasoned = remedy(.specificAction) { ($0.agreed, $0.whyNot) = (false, "She wants a new roof") }
    #expect(desk.refusal(reasoned, by: "patel") == nil)
  }

  @Test func `offers together stay within what a person may offer`() throws {
    var desk = Scenario("every-shape")
    try desk.acknowledged()
    try desk.act(offer(.offered, 6_000), by: "patel")
    guard
      case .remedy(.beyondLimit(let asked, let limit, _, let who)) = desk.refusal(
        offer(.offered, 6_000), by: "patel")
    else {
      Issue.record("two offers passed for small ones")
      return
    }
    #expect(asked == 12_000)
    #expect(limit == 10_000)
    #expect(who == [.reviewer, .director])
    #expect(desk.refusal(offer(.offered, 6_000), by: "okafor") == nil)
  }

  @Test func `a limit on the staff list holds where the policy sets none`() throws {
    var desk = Scenario()
    desk.staff.list(
      StaffMember(login: login("patel"), name: "Patel", roles: [.investigator], limit: 5_000))
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    #expect(desk.refusal(offer(.offered, 5_000), by: "patel") == nil)
    guard case .remedy(.beyondLimit) = desk.refusal(offer(.offered, 5_001), by: "patel") else {
      Issue.record("more than the limit was offered")
      return
    }
    #expect(desk.refusal(offer(.offered, 5_001), by: "okafor") == nil)
  }

  @Test func `money is offered, accepted and paid in that order`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    #expect(desk.refusal(offer(.accepted), by: "hana") == .remedy(.noSuchCompensation(0)))
    #expect(desk.refusal(offer(.offered), by: "patel") == .remedy(.nothingOffered))
    try desk.act(offer(.offered, 12_500), by: "patel")
    #expect(desk.refusal(offer(.paid), by: "hana") == .remedy(.compensationNotAccepted(1)))
    try desk.act(offer(.accepted), by: "hana")
    try desk.act(offer(.paid), by: "hana")
    #expect(desk.file().redress.compensation.map(\.pence) == [12_500])
    #expect(desk.refusal(offer(.declined, nil, 1), by: "hana") == .remedy(.compensationSettled(1, .paid)))
  }

  @Test
  func `a promise outlives the response, and one that slips owes the resident a letter (code-2024 6.6)`()
    throws
  {
    var desk = Scenario()
    try desk.responded()
    try desk.act(promised("2026-11-10"), by: "patel")
    #expect(desk.owed == [])
    desk.wait(days: 9)
    #expect(desk.owed == [.promiseSlipped])
    let clock = desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false).first {
      $0.clock == "promise"
    }
    #expect(clock?.state == .overdue)
    try desk.act(sent(.promiseSlipped), by: "hana")
    #expect(desk.owed == [])
  }

  @Test func `a new date for a promise is told, and the clock follows it`() throws {
    var desk = Scenario()
    try desk.responded()
    try desk.act(promised("2026-11-10"), by: "patel")
    let move = { (to: String) in
      step({ .remedy(.moved($0)) }) { (moved: inout PromiseMoved) in
        moved.promise = 1
        moved.to = day(to)
        moved.reason = "The part is late"
        moved.told = "by phone"
      }
    }
    #expect(desk.refusal(move("2026-11-10"), by: "hana") == .remedy(.sameDate(1)))
    try desk.act(move("2026-11-20"), by: "hana")
    desk.wait(days: 9)
    #expect(desk.owed == [])
    #expect(desk.file().duties.filter { $0.clock == .promise }.map(\.told) == [day("2026-11-20")])
    try desk.act(
      step({ .remedy(.kept($0)) }) { (kept: inout PromiseKept) in
        kept.promise = 1
        kept.proof = "Photograph"
      }, by: "hana")
    #expect(desk.refusal(move("2026-12-01"), by: "hana") == .remedy(.alreadyKept(1)))
  }

  @Test func `what one manager cannot change is put to the organisation, with its answer (manchester-2022)`()
    throws
  {
    var desk = Scenario()
    try desk.responded()
    try desk.act(learned { $0.text = "Ring first" }, by: "hana")
    #expect(desk.refusal(follow(1, .answered), by: "hana") == .remedy(.notPutToOrganisation(1)))
    try desk.act(
      learned {
        $0.text = "One more plumber"
        $0.organisation = true
      }, by: "hana")
    try desk.act(follow(2, .answered), by: "hana")
    try desk.act(follow(2, .shared), by: "hana")
    try desk.act(follow(1, .implemented), by: "hana")
    #expect(desk.refusal(follow(1, .implemented), by: "hana") == .remedy(.alreadyImplemented(1)))
    #expect(desk.file().redress.lessons.filter(\.isOpen).map(\.number) == [2])
  }
}
