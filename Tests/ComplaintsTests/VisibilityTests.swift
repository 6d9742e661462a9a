import Clocks
import Complaints
import Testing

/// Who reads what of a case, and whose records are one person's.
@Suite struct VisibilityTests {
  private func sight(_ desk: Scenario, _ name: String) -> Sight {
    desk.file().sight(of: login(name), desk.staff, desk.rules, on: desk.rules.zone.day(of: desk.now))
  }

  @Test func `a referral is read by named roles, and by who made it`() throws {
    var desk = Scenario("medway-2022")
    desk.list("lena", [.handler])
    try desk.receive()
    try desk.take("refer", ["matter": "safeguarding", "text": "A child left alone"])
    #expect(sight(desk, "lena") == .without([.safeguarding]))
    #expect(sight(desk, "hana") == .everything)
    #expect(sight(desk, "okafor") == .everything)
    let seen = desk.file().seen(sight(desk, "lena"), zone: desk.rules.zone)
    #expect(seen.intake.referrals[0].made.text == keptText)
    #expect(!"\(seen.entries)".contains("A child left alone"))
    #expect("\(desk.file().entries)".contains("A child left alone"))
    // The case itself can be worked on all the same.
    #expect(seen.contact.narrative == desk.file().contact.narrative)
  }

  @Test func `conduct of staff answered at triage is at once for named roles only (medway-2022 5.10.16)`()
    throws
  {
    var desk = Scenario("medway-2022")
    desk.list("lena", [.handler])
    try desk.receive(1, "The plumber swore at me")
    let answers = [TriageAnswer(question: .conduct, yes: true)]
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "", answers: answers)), by: "hana")
    #expect(sight(desk, "lena") == .without([.conduct]))
    let seen = desk.file().seen(sight(desk, "lena"), zone: desk.rules.zone)
    #expect(!"\(seen)".contains("swore"))
    try desk.act(.assign(to: login("patel")), by: "sam")
    #expect(sight(desk, "patel") == .everything)
    #expect(CaseRow(of: desk.file(), profileIndex: { _ in 0 }).marks.contains(.sensitive))
  }

  @Test func `nobody sees or works a case that is their own or about them, whatever their role`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.take("keep-out", ["staff": "okafor", "as": "complained-about"])
    #expect(sight(desk, "okafor") == .keptOut(.complainedAbout))
    #expect(desk.refusal(.note(text: "x"), by: "okafor") == .people(.keptOut(.complainedAbout)))
    try desk.take("keep-out", ["staff": "okafor", "as": "complained-about", "lifted": "yes"])
    #expect(sight(desk, "okafor") == .everything)
  }

  @Test func `a whole case for named roles is closed to the rest, who are told whose it is`() throws {
    var desk = Scenario()
    desk.list("lena", [.handler])
    try desk.receive()
    try desk.take("sensitive", ["part": "case", "roles": "director", "reason": "a councillor's home"])
    #expect(sight(desk, "lena") == .closed([.director]))
    #expect(desk.refusal(.note(text: "x"), by: "lena") == .people(.closedCase([.director])))
    #expect(sight(desk, "dina") == .everything)
    try desk.take("sensitive", ["part": "case", "lifted": "yes", "reason": "moved out"], by: "dina")
    #expect(sight(desk, "lena") == .everything)
  }

  @Test func `a team the policy sets to watch over complaints reads everything (north-warwickshire-2024)`()
    throws
  {
    var desk = Scenario("north-warwickshire-2024")
    let team = try #require(desk.rules.profile(named: "")?.duties.oversight?.team)
    desk.staff.list(
      StaffMember(login: login("chris"), name: "Chris", roles: [.handler], team: team))
    try desk.receive()
    try desk.take("refer", ["matter": "crime", "to": "police", "text": "Theft"])
    #expect(sight(desk, "chris") == .everything)
  }
}

/// Joining people changes no case, only what is shown together.
@Suite struct PersonJoinTests {
  private func desk() throws -> Scenario {
    var desk = Scenario()
    for number in [UInt32(1), 2, 3] {
      var contact = ContactReceived(channel: .phone, narrative: "Matter \(number)")
      contact.person.name = "Resident \(number)"
      contact.person.phone = "0161 496 010\(number)"
      try desk.receive(number, Intake(contact: contact, received: Occurrence(day: day("2026-11-02"))))
    }
    return desk
  }

  private func person(_ number: UInt32) -> PersonNumber { PersonNumber(value: number) }

  @Test func `joined records show each other's cases, and each case's own history stays as it was`() throws {
    var desk = try desk()
    let before = desk.file(2)
    try desk.take("join-person", ["with": "P000002", "reason": "same date of birth"])
    try desk.take("join-person", ["with": "P000003", "reason": "married name"], on: 2)
    #expect(desk.register.cases(of: person(1)).map(\.value) == [3, 2, 1])
    #expect(desk.register.joined(to: person(3)) == [person(1), person(2)])
    #expect(desk.file(2).contact == before.contact)
    #expect(desk.register.withSamePersons([0]) == [0, 2, 1])
    #expect(
      try desk.refusing("join-person", ["with": "P000003", "reason": "again"])
        == .people(.alreadyJoined(person(3))))
  }

  @Test func `a join can be parted from either case, and undone`() throws {
    var desk = try desk()
    try desk.take("join-person", ["with": "P000002", "reason": "same phone"])
    try desk.take("part-person", ["from": "P000001", "reason": "mother and daughter"], on: 2)
    #expect(desk.register.joined(to: person(1)).isEmpty)
    #expect(
      try desk.refusing("part-person", ["from": "P000002", "reason": "x"])
        == .people(.notJoined(person(2))))
    try desk.take("join-person", ["with": "P000003", "reason": "same phone"])
    try desk.act(.undo(seq: nil), by: "hana")
    #expect(desk.register.joined(to: person(3)).isEmpty)
  }

  @Test func `nobody is joined to themselves, or to a record that is not there`() throws {
    let desk = try desk()
    #expect(try desk.refusing("join-person", ["with": "P000001", "reason": "x"]) == .people(.samePerson))
    #expect(
      try desk.refusing("join-person", ["with": "P000009", "reason": "x"])
        == .people(.noSuchPerson(person(9))))
  }

  @Test func `details put right hold for every record of the person, and the old contact stays as taken`()
    throws
  {
    var desk = try desk()
    try desk.take("join-person", ["with": "P000002", "reason": "same person"])
    try desk.take("correct-person", ["phone": "0161 496 0999"], on: 2)
    let given = desk.file(1).contact.person
    #expect(desk.register.details(of: person(1), given).phone == "0161 496 0999")
    #expect(desk.register.details(of: person(1), given).name == "Resident 1")
    #expect(desk.file(2).contact.person.phone == "0161 496 0102")
    #expect(desk.file(2).contactNow.person.phone == "0161 496 0999")
  }
}
