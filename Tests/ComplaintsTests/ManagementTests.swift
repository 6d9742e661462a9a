import Clocks
import Complaints
import Testing

/// Sending an unresolved case up to a senior (manchester-2022, Escalation of complaints stage).
@Suite struct ManagementTests {
  private func raise(_ criteria: [String], reason: String = "", to: String? = nil) -> Action {
    var raised = ManagementEscalated()
    raised.criteria = criteria
    raised.reason = reason
    raised.to = to.map { login($0) }
    return .step(.escalation(.raised(raised)))
  }

  private func answer(_ number: Int? = nil) -> Action {
    var answered = ManagementAnswered()
    answered.text = "a contractor comes tomorrow"
    answered.number = number
    answered.who = login("dina")
    return .step(.escalation(.answered(answered)))
  }

  private func marks(_ desk: Scenario) -> CaseMarks {
    CaseRow(of: desk.file(), profileIndex: { _ in 0 }).marks
  }

  @Test func `two criteria send it up at once, one needs a reason, and it is never refused`() throws {
    var desk = Scenario()
    try desk.receive()
    #expect(desk.refusal(raise(["vulnerable", "risk"]), by: "hana") == nil)
    guard case .missing("reason", let clause) = desk.refusal(raise(["risk"]), by: "hana") else {
      Issue.record("one criterion and no reason")
      return
    }
    #expect(clause?.source == "manchester-2022")
    #expect(desk.refusal(raise(["risk"], reason: "nobody answers"), by: "hana") == nil)
    #expect(desk.refusal(raise([], reason: "nobody answers"), by: "hana") == nil)
    guard case .badValue("criteria", "noise", _) = desk.refusal(raise(["noise"]), by: "hana") else {
      Issue.record("a criterion the policy does not name")
      return
    }
  }

  @Test func `the same criterion twice is one`() throws {
    var desk = Scenario()
    try desk.receive()
    #expect(desk.refusal(raise(["risk", "risk"]), by: "hana") != nil)
  }

  @Test func `under a policy without criteria it goes up with a reason`() throws {
    var desk = Scenario("medway-2022")
    try desk.receive()
    #expect(desk.refusal(raise([]), by: "hana") == .missing(field: "reason", clause: nil))
    #expect(desk.refusal(raise([], reason: "stuck"), by: "hana") == nil)
  }

  @Test func `it goes to the manager's manager, else one step up, else to a director`() throws {
    var desk = Scenario()
    func listed(_ name: String, _ roles: Set<Role>, _ manager: String?) -> StaffMember {
      StaffMember(login: login(name), name: name, roles: roles, manager: manager.map { login($0) })
    }
    desk.staff.list(listed("patel", [.investigator], "sam"))
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana")
    #expect(senior(of: desk.file(), by: login("hana"), desk.occasion("hana")) == login("dina"))
    try desk.act(.assign(to: login("patel")), by: "sam")
    #expect(senior(of: desk.file(), by: login("patel"), desk.occasion("patel")) == login("sam"))
    desk.staff.list(listed("sam", [.supervisor], "amira"))
    #expect(senior(of: desk.file(), by: login("patel"), desk.occasion("patel")) == login("amira"))
    try desk.act(raise(["vulnerable", "risk"]), by: "patel")
    #expect(desk.file().further.raised.first?.raised.to == login("amira"))
    guard case .escalation(.notSenior) = desk.refusal(raise([], reason: "x", to: "hana"), by: "patel") else {
      Issue.record("a handler is nobody to send it up to")
      return
    }
  }

  @Test func `it is marked until somebody answers, and the answer is kept`() throws {
    var desk = Scenario()
    try desk.receive()
    #expect(desk.refusal(answer(), by: "hana") == .escalation(.notRaised))
    try desk.act(raise(["vulnerable", "risk"]), by: "hana")
    #expect(marks(desk).contains(.management))
    #expect(desk.refusal(answer(2), by: "hana") == .escalation(.noSuchRise(2)))
    try desk.act(answer(), by: "hana")
    #expect(!marks(desk).contains(.management))
    #expect(desk.file().further.raised.first?.answers.first?.who == login("dina"))
  }

  @Test func `the record ticks what it shows: needs, households, hazards, visits missed again`() throws {
    var desk = Scenario()
    func intake(_ block: String, _ person: String) -> Intake {
      var contact = ContactReceived(channel: .phone, narrative: "Lift out")
      contact.property.block = block
      contact.person.name = person
      contact.person.needs = person == "Ogden" ? ["hard of hearing"] : []
      return Intake(contact: contact, received: Occurrence(day: day("2026-11-02")))
    }
    try desk.receive(1, intake("Alder Court", "Ogden"))
    try desk.receive(2, intake("Alder Court", "Frith"))
    #expect(managementCriteria(desk.file(), linked: [], desk.rules).map(\.key) == ["vulnerable"])
    let missed = TriageAnswer(question: .missed, yes: true)
    for number in [UInt32(1), 2] {
      try desk.act(
        .triage(TriageChoice(kind: .complaint, reason: "again", answers: [missed])), by: "hana", on: number)
    }
    var hazard = HazardRecorded()
    hazard.what = .reported
    hazard.hazardKind = .falls
    hazard.text = "stairs unlit"
    try desk.act(.step(.hazard(.recorded(hazard))), by: "hana")
    let met = managementCriteria(desk.file(), linked: [desk.file(2)], desk.rules)
    #expect(met.map(\.key) == ["contractor-failure", "vulnerable", "households", "risk"])
    #expect(met.first?.because == "C26-000001, C26-000002")
    #expect(met.last?.because == "falls")
  }
}
