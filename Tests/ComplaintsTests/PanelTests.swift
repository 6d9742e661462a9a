import Clocks
import Complaints
import Testing

/// Several people who decide together, and a stage kept for a director.
@Suite struct PanelTests {
  private func panel(_ members: [String], wished: Bool = true, conflict: String = "asked both") -> Action {
    var named = PanelNamed()
    named.wished = wished
    named.members = members
    named.conflict = conflict
    return .step(.escalation(.panel(named)))
  }

  private func view(_ member: String? = nil, agrees: Bool? = nil) -> Action {
    var given = PanelViewGiven()
    given.member = member.map { login($0) }
    given.text = "the visits were missed"
    given.agrees = agrees
    return .step(.escalation(.view(given)))
  }

  @Test func `stage two of the council is for a director (council-feedback, escalation)`() throws {
    var desk = Scenario("council-feedback")
    try desk.responded(override: "agreed by telephone")
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    #expect(
      desk.refusal(.decide(upheld(1)), by: "okafor") == .roleMayNot(action: "decide", needs: [.director]))
    #expect(desk.refusal(.decide(upheld(1)), by: "dina") == nil)
  }

  /// The association's stage two with a panel of okafor and rita, an independent resident.
  private func sitting() throws -> Scenario {
    var desk = Scenario("association-ho-pmo")
    desk.list("rita", [.residentReviewer])
    try desk.responded(override: "agreed by telephone")
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    try desk.act(.acknowledge(AcknowledgementDraft(definition: "Again", override: "as before")), by: "hana")
    try desk.act(panel(["okafor", "rita"]), by: "okafor")
    return desk
  }

  @Test func `a panel is a manager and a resident, in the policy's seats, with conflicts ruled out`() throws {
    var desk = Scenario("association-ho-pmo")
    desk.list("rita", [.residentReviewer])
    try desk.responded(override: "agreed by telephone")
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    #expect(desk.refusal(panel(["okafor"]), by: "okafor").map(seats) == 2)
    guard
      case .escalation(.seatNeeds(let who, _, _, _)) = desk.refusal(panel(["rita", "okafor"]), by: "okafor")
    else {
      Issue.record("a resident took the manager's seat")
      return
    }
    #expect(who == login("rita"))
    guard case .missing("conflict", _) = desk.refusal(panel(["okafor", "rita"], conflict: ""), by: "okafor")
    else {
      Issue.record("nobody looked for conflicts")
      return
    }
    // Who answered stage one sits on no panel of stage two.
    desk.list("patel", [.reviewer])
    guard case .sameDecider = desk.refusal(panel(["patel", "rita"]), by: "okafor") else {
      Issue.record("the stage 1 decider sits on the panel")
      return
    }
    #expect(desk.refusal(panel(["okafor", "rita"]), by: "okafor") == nil)
  }

  private func seats(_ refusal: Refusal) -> Int {
    guard case .escalation(.panelSeats(let seats, _, _)) = refusal else { return 0 }
    return seats.count
  }

  @Test
  func
    `no answer goes at stage two before the resident was asked for a panel (association-ho-pmo, Stage two)`()
    throws
  {
    var desk = Scenario("association-ho-pmo")
    try desk.responded(override: "agreed by telephone")
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    try desk.act(.acknowledge(AcknowledgementDraft(definition: "Again", override: "as before")), by: "hana")
    try desk.act(.decide(upheld(1)), by: "amira")
    let respond = Action.respond(channel: .letter, text: "", override: "agreed by telephone")
    guard
      case .escalation(.panelNotAsked(let seats, ifWished: true, let clause)) = desk.refusal(
        respond, by: "amira")
    else {
      Issue.record("answered before anybody asked for the resident's wish")
      return
    }
    #expect(seats == ["independent manager", "independent resident from a pool"])
    #expect(clause.text == "association-ho-pmo, Stage two")
    try desk.act(panel([], wished: false), by: "okafor")
    #expect(desk.refusal(respond, by: "amira") == nil)
  }

  @Test func `a panel sits only where the resident wishes, else the usual decider answers`() throws {
    var desk = Scenario("association-ho-pmo")
    try desk.responded(override: "agreed by telephone")
    try desk.act(.escalate(reason: "", late: ""), by: "hana")
    try desk.act(panel([], wished: false), by: "okafor")
    #expect(desk.file().current?.panel == nil)
    #expect(desk.refusal(.decide(upheld(1)), by: "amira") == nil)
  }

  @Test
  func `the answer waits until both agree to the decisions as they stand (association-ho-pmo, Stage two)`()
    throws
  {
    var desk = try sitting()
    #expect(desk.refusal(.decide(upheld(1)), by: "amira").map(isOffPanel) == true)
    try desk.act(view(agrees: true), by: "rita")
    try desk.act(.decide(upheld(1)), by: "okafor")
    let respond = Action.respond(channel: .letter, text: "", override: "agreed by telephone")
    // What rita agreed to was agreed before the decision.
    guard case .escalation(.panelNotAgreed(let waiting, _)) = desk.refusal(respond, by: "okafor") else {
      Issue.record("answered before both agreed")
      return
    }
    #expect(waiting == [login("okafor"), login("rita")])
    try desk.act(view(agrees: true), by: "rita")
    try desk.act(view(agrees: true), by: "okafor")
    #expect(desk.refusal(respond, by: "okafor") == nil)
    try desk.act(.decide(upheld(1)), by: "okafor")
    #expect(desk.refusal(respond, by: "okafor") != nil)
  }

  private func isOffPanel(_ refusal: Refusal) -> Bool {
    guard case .escalation(.notOnPanel) = refusal else { return false }
    return true
  }

  @Test func `a resident's view may be written down for them, but they write down nobody else's`() throws {
    var desk = try sitting()
    try desk.act(view("rita"), by: "hana")
    #expect(desk.file().current?.panel?.views.first?.member == login("rita"))
    #expect(desk.file().current?.panel?.views.first?.by == login("hana"))
    #expect(desk.refusal(view("okafor"), by: "rita") == .escalation(.ownViewOnly))
    #expect(desk.refusal(view("amira"), by: "hana").map(isOffPanel) == true)
    #expect(
      desk.refusal(.note(text: "x"), by: "rita")
        == .roleMayNot(action: "note", needs: [.handler, .supervisor]))
  }

  @Test func `a policy without a panel seats none`() throws {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    #expect(desk.refusal(panel(["okafor"]), by: "okafor") == .escalation(.noPanel(.one, "manchester-2022")))
  }
}
