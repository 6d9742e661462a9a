import Clocks
import Complaints
import Testing

/// Who may have a case, and who looks at it just now.
@Suite struct AllocationTests {
  private func barred(_ desk: Scenario, _ who: String) -> InvolvementHow? {
    guard case .work(.barred(_, let how, _)) = desk.refusal(.assign(to: login(who)), by: "sam") else {
      return nil
    }
    return how
  }

  @Test func `nobody answers a complaint about themselves, under any policy (code-2024 5.8)`() throws {
    for policy in [
      "manchester-2022", "council-feedback", "north-warwickshire-2024", "medway-2022", "code-2024",
    ] {
      var desk = Scenario(policy)
      try desk.triaged()
      try desk.act(involved("patel", .complainedAbout), by: "hana")
      #expect(barred(desk, "patel") == .complainedAbout, "\(policy)")
      #expect(barred(desk, "okafor") == nil)
    }
  }

  @Test func `a small part in the matter bars only where the policy says any involvement`() throws {
    var strict = Scenario("north-warwickshire-2024")
    try strict.triaged()
    try strict.act(involved("patel", .slight), by: "hana")
    #expect(barred(strict, "patel") == .slight)
    var mild = Scenario("council-feedback")
    try mild.triaged()
    try mild.act(involved("patel", .slight), by: "hana")
    #expect(barred(mild, "patel") == nil)
    try mild.act(involved("patel", .significant), by: "hana")
    #expect(barred(mild, "patel") == .significant)
  }

  @Test func `where bias is alleged nobody of that team answers (manchester-2022, second list, item 1)`()
    throws
  {
    var desk = Scenario()
    desk.staff.list(StaffMember(login: login("far"), name: "Far", roles: [.investigator], team: "south"))
    try desk.triaged()
    try desk.act(involved(nil, .biasAlleged, area: "North"), by: "hana")
    #expect(barred(desk, "patel") == .biasAlleged)
    #expect(barred(desk, "far") == nil)
  }

  @Test func `whoever is barred may not decide either`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(involved("patel", .complainedAbout), by: "hana")
    guard case .work(.barred) = desk.refusal(.decide(upheld(1)), by: "patel") else {
      Issue.record("somebody judged a complaint about themselves")
      return
    }
  }

  @Test
  func `a complaint about the housing officer goes to the line manager (association-ho-pmo, Stage one)`()
    throws
  {
    var desk = Scenario("association-ho-pmo")
    desk.list("lin", [.supervisor])
    try desk.triaged()
    #expect(deciderRoles(at: .one, of: desk.file(), desk.rules, desk.staff) == [.investigator, .handler])
    try desk.act(involved("patel", .complainedAbout), by: "hana")
    #expect(deciderRoles(at: .one, of: desk.file(), desk.rules, desk.staff) == [.reviewer, .supervisor])
  }

  @Test func `a claim keeps a colleague from starting the same work for half an hour`() throws {
    var desk = Scenario()
    try desk.triaged()
    let claim = step { (claimed: CaseClaimed) in .work(.claimed(claimed)) }
    let release = step { (released: ClaimReleased) in .work(.released(released)) }
    try desk.act(claim, by: "hana")
    guard case .work(.claimed(let by, _)) = desk.refusal(claim, by: "patel") else {
      Issue.record("two people claimed the same case")
      return
    }
    #expect(by == login("hana"))
    #expect(desk.refusal(release, by: "patel") != nil)
    #expect(desk.refusal(release, by: "sam") == nil)
    // It stops nobody from acting.
    #expect(desk.refusal(.note(text: "x"), by: "patel") == nil)
    desk.now = desk.now.adding(seconds: 1800)
    #expect(desk.refusal(claim, by: "patel") == nil)
    #expect(desk.refusal(release, by: "hana") == .work(.notClaimed))
  }

  @Test func `a change of handler after the acknowledgement owes a notice (manchester-2022, item 11)`() throws
  {
    var desk = Scenario()
    try desk.acknowledged()
    #expect(desk.owed == [])
    try desk.act(.assign(to: login("okafor")), by: "sam")
    #expect(desk.owed == [.handlerChange])
    #expect(
      desk.refusal(sent(.translation), by: "hana")
        == .work(.letterNotOwed(.translation, owed: [.handlerChange])))
    try desk.act(sent(.handlerChange), by: "hana")
    #expect(desk.owed == [])
  }

  @Test func `a policy that says nothing of it owes no notice of a change of handler`() throws {
    var desk = Scenario("north-warwickshire-2024")
    try desk.acknowledged()
    try desk.act(.assign(to: login("okafor")), by: "sam")
    #expect(desk.owed == [])
  }
}
