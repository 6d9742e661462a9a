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

  /// An intake of that person in a block.
  private func intake(_ person: String, flat: Int, _ category: String, needs: [String] = []) -> Intake {
    var contact = ContactReceived(channel: .phone, narrative: "Lift out")
    contact.property.block = "Alder Court"
    contact.property.address = "Flat \(flat), Alder Court"
    contact.property.postcode = "M9 4AA"
    contact.category = category
    contact.person.name = person
    contact.person.needs = needs
    return Intake(contact: contact, received: Occurrence(day: day("2026-11-02")))
  }

  private func shown(_ desk: Scenario, others: [UInt32] = []) -> [String: String] {
    let met = managementCriteria(desk.file(), others: others.map { desk.file($0) }, desk.rules)
    return Dictionary(uniqueKeysWithValues: met.map { ($0.key, $0.because) })
  }

  @Test func `needs and open hazards are ticked with what they are (manchester-2022, Escalation, list)`()
    throws
  {
    var desk = Scenario()
    try desk.receive(1, intake("Ogden", flat: 1, "lift", needs: ["hard of hearing"]))
    #expect(shown(desk) == ["vulnerable": "hard of hearing"])
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "again")), by: "hana")
    try desk.take("hazard", ["what": "reported", "kind": "falls", "text": "stairs unlit"])
    #expect(shown(desk)["risk"] == "open hazard: falls")
  }

  @Test func `several households: open cases of the same block about the same thing, in other homes`() throws
  {
    var desk = Scenario()
    try desk.receive(1, intake("Ogden", flat: 1, "lift"))
    try desk.receive(2, intake("Frith", flat: 2, "Lift"))
    try desk.receive(3, intake("Hale", flat: 3, "noise"))
    try desk.receive(4, intake("Ogden", flat: 1, "lift"))
    #expect(shown(desk, others: [3, 4]).isEmpty)
    #expect(shown(desk, others: [2, 3])["households"] == "open in Alder Court about lift: C26-000002")
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "asked")), by: "hana", on: 2)
    try desk.take("withdraw", ["reason": "mended"], on: 2)
    #expect(shown(desk, others: [2])["households"] == nil)
  }

  @Test func `several households: those named in the contact itself`() throws {
    var desk = Scenario()
    var group = intake("Ogden", flat: 1, "lift")
    group.contact.affected = ["Frith, flat 2", "Hale, flat 3"]
    try desk.receive(1, group)
    #expect(shown(desk)["households"] == "named in it: Frith, flat 2, Hale, flat 3")
  }

  @Test func `a contractor that failed again: visits missed in two cases of one home`() throws {
    var desk = Scenario()
    for (number, flat) in [(UInt32(1), 1), (2, 1), (3, 2)] {
      try desk.receive(number, intake("Ogden", flat: flat, "lift"))
      try desk.act(
        .triage(
          TriageChoice(
            kind: .complaint, reason: "again", answers: [TriageAnswer(question: .missed, yes: true)])),
        by: "hana", on: number)
    }
    #expect(shown(desk, others: [3])["contractor-failure"] == nil)
    #expect(
      shown(desk, others: [2, 3])["contractor-failure"]
        == "visits missed or reports not acted on in C26-000001, C26-000002")
    // A link says so too, whatever the home.
    try desk.act(.link(to: reference(3), relation: "related"), by: "hana")
    #expect(
      shown(desk, others: [3])["contractor-failure"]
        == "visits missed or reports not acted on in C26-000001, C26-000003")
  }

  @Test func `a contractor that failed again: the same one asked before, or the point upheld before`() throws
  {
    var desk = Scenario()
    try desk.receive(1, intake("Ogden", flat: 1, "lift"))
    try desk.receive(2, intake("Ogden", flat: 1, "lift"))
    for number in [UInt32(1), 2] {
      try desk.act(.triage(TriageChoice(kind: .complaint, reason: "again")), by: "hana", on: number)
      try desk.take("request", ["to": "contractor", "name": "Upwards Ltd", "text": "when?"], on: number)
    }
    #expect(shown(desk, others: [2])["contractor-failure"] == "Upwards Ltd asked again after C26-000002")
    try desk.act(.point(text: "The lift", category: ""), by: "patel", on: 2)
    try desk.act(.decide(upheld(1)), by: "patel", on: 2)
    #expect(
      shown(desk, others: [2])["contractor-failure"]
        == "Upwards Ltd asked again after C26-000002; lift upheld before in C26-000002")
  }
}
