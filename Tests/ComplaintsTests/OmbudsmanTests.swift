import Clocks
import Complaints
import Testing

/// The Ombudsman track: told, evidence, findings, orders.
@Suite struct OmbudsmanTests {
  private func evidence(
    _ what: EvidenceMoment, _ request: Int? = nil, due: String? = nil, _ text: String = "the repairs log"
  ) -> Action {
    var recorded = EvidenceRecorded()
    recorded.what = what
    recorded.request = request
    recorded.due = due.map { day($0) }
    recorded.text = text
    return .step(.ombudsman(.evidence(recorded)))
  }

  private func order(_ what: OrderWord, due: String? = nil, type: Int? = nil) -> Action {
    var made = OrderMade()
    made.what = what
    made.text = "apologise and pay"
    made.due = due.map { day($0) }
    made.type = type
    return .step(.ombudsman(.ordered(made)))
  }

  private func comply(_ order: Int, declined: Bool? = nil) -> Action {
    var complied = OrderComplied()
    complied.order = order
    complied.proof = "bank record"
    complied.declined = declined
    return .step(.ombudsman(.complied(complied)))
  }

  private func clocks(_ desk: Scenario, _ name: String) -> [ClockReckoning] {
    desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false).filter { $0.clock == name }
  }

  private func marks(_ desk: Scenario) -> CaseMarks {
    CaseRow(of: desk.file(), profileIndex: { _ in 0 }).marks
  }

  @Test func `the resident can be told of the Ombudsman before anything else is done (Code 3.7)`() throws {
    var desk = Scenario("medway-2022")
    try desk.receive()
    var told = OmbudsmanContact()
    told.matter = .told
    told.text = "number given"
    try desk.act(.step(.ombudsman(.contacted(told))), by: "hana")
    #expect(desk.file().ombudsman.contacts.first?.body == "Housing Ombudsman Service")
    told.subject = "money"
    try desk.act(.step(.ombudsman(.contacted(told))), by: "hana")
    // medway-2022 5.1.6.5.2: money and debt go to another Ombudsman.
    #expect(desk.file().ombudsman.contacts.last?.body == "Financial Ombudsman Service")
    #expect(desk.file().lastHeard == day("2026-11-02"))
    #expect(marks(desk).contains(.ombudsman))
  }

  @Test func `evidence is owed in fifteen working days, or on the day named (medway-2022 5.8.4)`() throws {
    var desk = Scenario("medway-2022")
    try desk.receive()
    try desk.act(evidence(.requested), by: "hana")
    #expect(clocks(desk, "evidence").map(\.due) == [day("2026-11-23")])
    #expect(marks(desk).contains(.evidence))
    try desk.act(evidence(.sent), by: "hana")
    #expect(!marks(desk).contains(.evidence))
    try desk.act(evidence(.requested, due: "2026-11-06"), by: "hana")
    #expect(clocks(desk, "evidence").last?.due == day("2026-11-06"))
  }

  @Test func `another day is agreed only once the delay is explained, and both stay on record`() throws {
    var desk = Scenario("medway-2022")
    try desk.receive()
    #expect(desk.refusal(evidence(.sent), by: "hana") == .ombudsman(.whichRequest([])))
    try desk.act(evidence(.requested), by: "hana")
    let agreed = evidence(.agreed, due: "2026-12-04", "agreed by e-mail")
    #expect(desk.refusal(agreed, by: "hana") == .ombudsman(.notExplained(1)))
    try desk.act(evidence(.late, nil, "the surveyor is away"), by: "hana")
    guard case .missing("due", _) = desk.refusal(evidence(.agreed), by: "hana") else {
      Issue.record("an agreed day needs the day")
      return
    }
    try desk.act(agreed, by: "hana")
    #expect(clocks(desk, "evidence").first?.due == day("2026-12-04"))
    #expect(
      desk.file().ombudsman.requests[0].delays.map(\.text) == ["the surveyor is away", "agreed by e-mail"])
    desk.wait(days: 31)
    try desk.act(evidence(.sent), by: "hana")
    #expect(clocks(desk, "evidence").first?.state == .met)
    #expect(desk.refusal(evidence(.sent, 1), by: "hana") == .ombudsman(.alreadySent(1)))
  }

  @Test func `no policy limit and no day named: the day is asked for`() throws {
    var desk = Scenario("council-feedback")
    try desk.receive()
    #expect(desk.refusal(evidence(.requested), by: "hana") == .missing(field: "due", clause: nil))
    #expect(desk.refusal(evidence(.requested, due: "2026-11-20"), by: "hana") == nil)
  }

  @Test
  func `what goes to the Ombudsman is signed by a director first (manchester-2022, fifth list, item 1)`()
    throws
  {
    var desk = Scenario()
    try desk.receive()
    try desk.act(evidence(.requested, due: "2026-11-20"), by: "hana")
    guard
      case .ombudsman(.notSigned(1, by: .director, let clause)) = desk.refusal(evidence(.sent), by: "hana")
    else {
      Issue.record("sent without a signature")
      return
    }
    #expect(clause.source == "manchester-2022")
    var signed = OmbudsmanAnswerSigned()
    signed.text = "our answer to request 1"
    let sign = Action.step(.ombudsman(.signed(signed)))
    #expect(desk.refusal(sign, by: "okafor") == .roleMayNot(action: "sign-off", needs: [.director]))
    try desk.act(sign, by: "dina")
    #expect(desk.refusal(evidence(.sent), by: "hana") == nil)
  }

  @Test func `each point gets its own finding`() throws {
    var desk = Scenario()
    try desk.responded(override: "agreed by telephone")
    var made = DeterminationMade()
    made.point = 1
    made.finding = .maladministration
    made.text = "the repair took a year"
    try desk.act(.step(.ombudsman(.determined(made))), by: "hana")
    made.point = nil
    made.finding = .serviceFailure
    made.text = "handling of the complaint"
    try desk.act(.step(.ombudsman(.determined(made))), by: "hana")
    #expect(desk.file().ombudsman.determinations.map(\.finding) == [.maladministration, .serviceFailure])
    made.point = 4
    #expect(desk.refusal(.step(.ombudsman(.determined(made))), by: "hana") == .noSuchPoint(4))
  }

  @Test func `an order runs to the day it names, outlives the case, and ends with proof`() throws {
    var desk = Scenario()
    try desk.responded(override: "agreed by telephone")
    try desk.act(.close(reason: "answered", override: "lessons are in the quarterly report"), by: "hana")
    try desk.act(order(.order, due: "2026-11-20"), by: "hana")
    try desk.act(order(.order), by: "hana")
    // Four weeks stand in where no day is named.
    func orders() -> [ClockReckoning] { clocks(desk, "order").filter { $0.target == .code } }
    #expect(orders().map(\.due) == [day("2026-11-20"), day("2026-11-30")])
    #expect(marks(desk).contains(.orders))
    desk.wait(days: 19)
    #expect(orders().first?.state == .overdue)
    #expect(desk.refusal(comply(1, declined: true), by: "hana") == .ombudsman(.orderBinds(1)))
    try desk.act(comply(1), by: "hana")
    try desk.act(comply(2), by: "hana")
    #expect(orders().map(\.state) == [.late, .met])
    #expect(!marks(desk).contains(.orders))
    #expect(desk.refusal(comply(1), by: "hana") == .ombudsman(.alreadyComplied(1)))
    #expect(desk.refusal(comply(9), by: "hana") == .ombudsman(.noSuchOrder(9)))
  }

  @Test func `a recommendation does not bind and may be declined with reasons`() throws {
    var desk = Scenario()
    try desk.responded(override: "agreed by telephone")
    try desk.act(order(.recommendation), by: "hana")
    #expect(clocks(desk, "order").isEmpty)
    #expect(!marks(desk).contains(.orders))
    #expect(desk.refusal(comply(1, declined: true), by: "hana") == nil)
  }

  @Test func `a failure order has its type`() throws {
    var desk = Scenario()
    try desk.receive()
    #expect(desk.refusal(order(.failureOrder, due: "2026-11-20"), by: "hana") == .ombudsman(.noFailureType))
    #expect(desk.refusal(order(.failureNotice, due: "2026-11-20", type: 2), by: "hana") == nil)
  }

  @Test func `straight to the Ombudsman after stage one, with a senior leader's authority and a reason`()
    throws
  {
    var desk = Scenario()
    try desk.responded(override: "agreed by telephone")
    var direct = DirectAuthorised()
    direct.reason = "positions are fixed"
    direct.told = "letter"
    let authorise = Action.step(.ombudsman(.authorised(direct)))
    // manchester-2022, Vexatious Complaints (procedure), paragraph 2.
    #expect(desk.refusal(authorise, by: "patel") == .roleMayNot(action: "authorise", needs: [.reviewer]))
    try desk.act(authorise, by: "okafor")
    #expect(desk.file().ombudsman.authorisedBy == login("okafor"))
    #expect(desk.refusal(authorise, by: "okafor") == .ombudsman(.alreadyAuthorised))
  }

  @Test func `where the policy has no such way, nobody can open it`() throws {
    var desk = Scenario("medway-2022")
    try desk.responded(override: "agreed by telephone")
    var direct = DirectAuthorised()
    direct.reason = "no agreement"
    direct.told = "letter"
    #expect(desk.refusal(.step(.ombudsman(.authorised(direct))), by: "dina") == .ombudsman(.noDirectWay))
  }
}
