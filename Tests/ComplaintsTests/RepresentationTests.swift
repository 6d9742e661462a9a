import Clocks
import Complaints
import Testing

/// Who may speak for a resident, by the profile's own check.
@Suite struct RepresentationTests {
  private func complaint(_ profile: String, speaker: String = "Ms Cole") throws -> Scenario {
    var desk = Scenario(profile)
    var contact = ContactReceived(channel: .email, narrative: "Her bathroom was left half tiled")
    contact.person.name = "Mrs Cole"
    contact.representative = speaker
    try desk.receive(
      1, Intake(contact: contact, received: Occurrence(day: desk.rules.zone.day(of: desk.now))))
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "unhappy with the work")), by: "hana")
    try desk.act(.assign(to: login("patel")), by: "sam")
    return desk
  }

  private let acknowledge = Action.acknowledge(
    AcknowledgementDraft(definition: "Tiling", override: "sent as is"))

  @Test func `letters to a representative wait for signed permission (council-feedback)`() throws {
    var desk = try complaint("council-feedback")
    // Nobody chose them as addressee: the letter goes to the resident, and may.
    #expect(desk.refusal(acknowledge, by: "hana") == nil)
    #expect(desk.file().addressee(desk.rules) == .resident)
    try desk.take("represent", ["who": "Ms Cole", "authority": "asked", "letters": "representative"])
    guard case .intake(.authorityOpen(let standing)) = desk.refusal(acknowledge, by: "hana") else {
      Issue.record("the letter was let through")
      return
    }
    #expect(standing.holds == .correspondence && standing.who == "Ms Cole")
    let verified: KeyValuePairs = ["who": "Ms Cole", "authority": "verified", "how": "letter of 3 November"]
    #expect(try desk.refusing("represent", verified) != nil)
    try desk.take(
      "represent",
      [
        "who": "Ms Cole", "authority": "verified", "how": "letter of 3 November", "written": "yes",
        "letters": "representative",
      ])
    #expect(desk.refusal(acknowledge, by: "hana") == nil)
    #expect(desk.file().addressee(desk.rules) == .representative)
  }

  @Test func `an official is taken to act with authority, a relative is not (manchester-2022, advocates)`()
    throws
  {
    var desk = try complaint("manchester-2022", speaker: "")
    try desk.take("represent", ["who": "Cllr Begum", "capacity": "councillor", "authority": "unverified"])
    #expect(desk.file().authority(desk.rules)?.established == true)
    try desk.take("represent", ["who": "Ms Cole", "capacity": "relative", "authority": "unverified"])
    let standing = try #require(desk.file().authority(desk.rules))
    #expect(!standing.established && standing.holds == .disclosure)
    try desk.take(
      "represent",
      [
        "who": "Ms Cole", "capacity": "relative", "authority": "unverified", "reasons": "Mother in hospital",
      ])
    #expect(desk.file().authority(desk.rules)?.established == true)
  }

  @Test func `only what is sensitive waits for the check (manchester-2022, advocates)`() throws {
    var desk = try complaint("manchester-2022")
    try desk.take(
      "represent",
      ["who": "Ms Cole", "capacity": "relative", "authority": "asked", "letters": "representative"])
    #expect(desk.refusal(acknowledge, by: "hana") == nil)
    try desk.take("refer", ["matter": "safeguarding", "to": "Adult team", "text": "Left without heating"])
    guard case .intake(.authorityOpen) = desk.refusal(acknowledge, by: "hana") else {
      Issue.record("a sensitive letter was let through")
      return
    }
  }

  @Test func `acting without the resident's knowledge is a judgement with reasons`() throws {
    let desk = try complaint("manchester-2022")
    let silent: KeyValuePairs = ["who": "Ms Cole", "authority": "unverified", "unknown": "yes"]
    guard case .missing("reasons", let clause) = try desk.refusing("represent", silent) else {
      Issue.record("no reasons were asked for")
      return
    }
    #expect(clause?.source == "manchester-2022")
  }

  @Test func `a policy that states no check holds nothing, and a refused authority holds every letter`()
    throws
  {
    var desk = try complaint("medway-2022")
    try desk.take("represent", ["who": "Ms Cole", "authority": "unverified", "letters": "representative"])
    #expect(desk.refusal(acknowledge, by: "hana") == nil)
    try desk.take("represent", ["who": "Ms Cole", "authority": "refused", "letters": "representative"])
    guard case .intake(.authorityOpen) = desk.refusal(acknowledge, by: "hana") else {
      Issue.record("a letter went to somebody the resident refused")
      return
    }
  }

  @Test func `another occupier needs the holder's written permission (council-feedback, who can complain)`()
    throws
  {
    var desk = try complaint("council-feedback", speaker: "")
    try desk.take("complainant", ["standing": "occupier", "holder": "Mr Ode", "permission": "asked"])
    guard case .intake(.permissionOwed("Mr Ode", let clause)) = desk.refusal(acknowledge, by: "hana") else {
      Issue.record("the letter was let through")
      return
    }
    #expect(clause.place == "Who can make a complaint?, paragraph 1")
    try desk.take(
      "complainant",
      ["standing": "occupier", "holder": "Mr Ode", "permission": "given", "how": "signed 4 Nov"])
    #expect(desk.refusal(acknowledge, by: "hana") == nil)
    // No other of the five policies asks for it.
    var other = try complaint("manchester-2022", speaker: "")
    try other.take("complainant", ["standing": "occupier", "holder": "Mr Ode", "permission": "asked"])
    #expect(other.refusal(acknowledge, by: "hana") == nil)
  }
}
