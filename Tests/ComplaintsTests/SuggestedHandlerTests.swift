import Clocks
import Complaints
import Testing

/// Whom the picker suggests, and the officer a resident asks for.
@Suite struct SuggestedHandlerTests {
  private func member(
    _ name: String, _ roles: Set<Role>, team: String, manager: String = "", gender: String = ""
  ) -> StaffMember {
    StaffMember(
      login: login(name), name: name, roles: roles, team: team,
      manager: manager.isEmpty ? nil : login(manager), gender: gender)
  }

  private func desk() throws -> Scenario {
    var desk = Scenario()
    desk.staff.list(member("rose", [.investigator], team: "Repairs", manager: "bill"))
    desk.staff.list(member("rani", [.handler], team: "Repairs", manager: "bill"))
    desk.staff.list(member("bill", [.investigator, .supervisor], team: "Property"))
    desk.staff.list(member("lena", [.investigator], team: "Lettings", manager: "lucy"))
    desk.staff.list(member("lucy", [.reviewer], team: "Lettings"))
    try desk.acknowledged(override: "agreed by telephone")
    return desk
  }

  private func suggested(_ desk: Scenario) -> [StaffLogin] {
    suggestedHandlers(
      for: desk.file(), desk.rules, desk.staff, on: desk.rules.zone.day(of: desk.now)
    ).map(\.login)
  }

  @Test
  func `the manager of the main issue's service is suggested (manchester-2022, Personal Contact, item 5)`()
    throws
  {
    var desk = try desk()
    #expect(suggested(desk) == [])
    try desk.act(.point(text: "Nobody came", category: "repairs"), by: "patel")
    #expect(suggested(desk) == [login("bill")])
  }

  @Test func `of several services the one with the major part leads (medway-2022 5.6.1)`() throws {
    var desk = try desk()
    try desk.act(.point(text: "Wrong band", category: "lettings"), by: "patel")
    try desk.act(.point(text: "Nobody came", category: "repairs"), by: "patel")
    #expect(desk.file().leadSubject == "lettings")
    #expect(suggested(desk) == [login("lucy")])
    try desk.act(.point(text: "Nobody rang", category: "Repairs"), by: "patel")
    #expect(suggested(desk) == [login("bill")])
  }

  @Test func `a manager who has left, or may not answer, is not suggested`() throws {
    var desk = try desk()
    try desk.act(.point(text: "Nobody came", category: "repairs"), by: "patel")
    desk.staff.list(member("bill", [.supervisor], team: "Property"))
    #expect(suggested(desk) == [])
    var left = member("bill", [.investigator], team: "Property")
    left.until = day("2026-10-31")
    desk.staff.list(left)
    #expect(suggested(desk) == [])
  }

  @Test(arguments: [
    ("woman", OfficerFit.fits), ("Female", .fits), ("she, f", .fits), ("man", .differs), ("male", .differs),
    ("non-binary", .differs), ("", .unknown), ("  ", .unknown),
  ])
  func `a woman asked for as officer is told from the staff list in a word of one's own`(
    _ word: String, _ fit: OfficerFit
  ) {
    #expect(OfficerGender.woman.fits(word) == fit)
  }

  @Test func `the wish is read from the need, and from words of the contact about an officer only`() throws {
    var desk = Scenario()
    var contact = ContactReceived(channel: .phone, narrative: "damp")
    contact.person.needs = ["her man is deaf", "female officer please"]
    try desk.receive(
      1, Intake(contact: contact, received: Occurrence(day: day("2026-11-02"), moment: desk.now)))
    #expect(desk.file().officerAsked == .woman)
    try desk.take("need", ["officer": "man"])
    #expect(desk.file().officerAsked == .man)
  }
}
