import Clocks
import Complaints
import Testing

/// What people from outside the desk see of it: a resident on a panel, a member of scrutiny.
@Suite struct DeskReadingRightsTests {
  /// Two complaints; rita sits on the panel of the first.
  private func desk(as name: String) -> PracticeDesk {
    var desk = PracticeDesk(120, 40, as: name)
    desk.list("rita", "Rita Shah", [.residentReviewer], team: "")
    desk.list("mo", "Mo Khan", [.scrutiny], team: "")
    desk.contact(
      "Mrs Hussain has damp", from: "Mrs Siân Hussain", on: "2026-11-02", phone: "07700 900123",
      postcode: "M9 4AA", kind: .complaint)
    desk.contact("The lift is broken", from: "Bo Jones", on: "2026-11-03", kind: .complaint)
    var named = PanelNamed()
    named.wished = true
    named.members = ["okafor", "rita"]
    desk.record(
      [
        NewEvent(
          .step(.escalation(.panel(named))),
          case: CaseReference(number: CaseNumber(value: 1), year: 2026))
      ], by: login("okafor"))
    desk.open()
    // Nobody has either case yet.
    desk.press("3")
    return desk
  }

  @Test func `a resident on a panel sees that case alone, without what tells who complained`() {
    var desk = desk(as: "rita")
    #expect(desk.screen().contains("C26-000001"))
    #expect(desk.screen().contains("(withheld)"))
    #expect(!desk.screen().contains("C26-000002"))
    for hidden in ["Hussain", "Rochdale", "M9 4AA", "07700"] { #expect(!desk.screen().contains(hidden)) }
    desk.press("fhussain")
    #expect(desk.screen().contains("Nobody found"))
    desk.press("<esc>f2")
    #expect(!desk.screen().contains("lift"))
    desk.press("<esc>/hussain<enter>")
    #expect(!desk.screen().contains("C26-000001"))
  }

  @Test func `a member of scrutiny sees no case in the queue, the detail or the search`() {
    var desk = desk(as: "mo")
    #expect(!desk.screen().contains("C26-"))
    desk.press("f0001")
    #expect(!desk.screen().contains("C26-"))
    #expect(!desk.screen().contains("Hussain"))
  }

  @Test func `a handler sees both`() {
    let desk = desk(as: "hana")
    #expect(desk.screen().contains("C26-000001") && desk.screen().contains("C26-000002"))
    #expect(desk.screen().contains("Hussain"))
  }
}
