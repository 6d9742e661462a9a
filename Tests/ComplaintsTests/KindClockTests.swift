import Clocks
import Complaints
import Testing

/// Clocks of contacts that are no complaints, praise that is published, letters owed from taking in.
@Suite struct KindClockTests {
  private func taken(_ kind: Kind, _ channel: Channel, _ profile: String = "every-shape") throws -> Scenario {
    var desk = Scenario(profile)
    var intake = Intake(
      contact: ContactReceived(channel: channel, narrative: "When is the lift inspected?"),
      received: Occurrence(day: day("2026-11-02")))
    intake.contact.property.address = "14 Rochdale Road"
    try desk.receive(1, intake)
    try desk.act(.triage(TriageChoice(kind: kind, reason: "as asked")), by: "hana")
    return desk
  }

  private func clocks(_ desk: Scenario) -> [String] {
    desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false)
      .map { "\($0.clock) \($0.state.rawValue) \($0.due?.description ?? "-") \($0.clause.text)" }
  }

  private func row(_ desk: Scenario) -> CaseRow { CaseRow(of: desk.file(), profileIndex: { _ in 0 }) }

  @Test
  func `a councillor's enquiry runs the clock the profile gives it, until it is answered (every-shape 7.11)`()
    throws
  {
    var desk = try taken(.enquiry, .member)
    #expect(clocks(desk) == ["member-enquiry running 2026-11-16 every-shape 7.11"])
    #expect(row(desk).urgentTarget(desk.rules)?.due == day("2026-11-16"))
    try desk.take("route", ["to": "lifts", "told": "who answers", "owner": "hana"])
    try desk.take("reply", ["text": "In March"])
    #expect(clocks(desk).first == "member-enquiry met 2026-11-16 every-shape 7.11")
    #expect(row(desk).urgentTarget(desk.rules) == nil)
  }

  @Test func `the same enquiry of a resident has no clock where the profile gives none`() throws {
    let desk = try taken(.enquiry, .phone)
    #expect(clocks(desk).isEmpty)
    #expect(row(desk).urgentTarget(desk.rules) == nil)
  }

  @Test func `what a councillor complains of is a complaint and runs its clocks alone (Code 1.3)`() throws {
    let desk = try taken(.complaint, .member, "manchester-2022")
    #expect(!clocks(desk).contains { $0.hasPrefix("member-enquiry") })
    #expect(clocks(desk).contains { $0.hasPrefix("stage1.respond") })
  }

  @Test func `a data-protection complaint starts its own clock, by name`() {
    #expect(kindClocks(.dataProtection, .email) == [.dataProtection])
    #expect(kindClocks(.enquiry, .member) == [.memberEnquiry, .enquiry])
    #expect(kindClocks(.complaint, .member).isEmpty)
  }

  @Test func `praise is published only with consent on record (manchester-2022, Compliments & Feedback)`()
    throws
  {
    var desk = try taken(.compliment, .phone, "manchester-2022")
    guard case .work(.noConsent(let clause)) = try desk.refusing("publish", ["where": "the website"]) else {
      Issue.record("published without consent")
      return
    }
    #expect(clause?.source == "manchester-2022")
    try desk.take("thank", ["how": "by telephone", "consent": "no"])
    #expect(try desk.refusing("publish", ["where": "the website"]) != nil)
    #expect(
      try desk.refusing("publish", ["where": "the website", "consent": "e-mail of 3 November"]) == nil)
    try desk.take("thank", ["how": "by letter", "consent": "yes"])
    #expect(try desk.refusing("publish", ["where": "the website"]) == nil)
  }

  @Test func `praise that is only counted is not published (north-warwickshire-2024, Feedback)`() throws {
    var desk = try taken(.compliment, .phone, "north-warwickshire-2024")
    try desk.take("thank", ["how": "by letter", "consent": "yes"])
    guard case .work(.praiseOnlyCounted) = try desk.refusing("publish", ["where": "the website"]) else {
      Issue.record("published what is only counted")
      return
    }
    let complaint = try taken(.complaint, .phone)
    #expect(
      try complaint.refusing("publish", ["where": "x", "consent": "yes"])
        == .work(.notACompliment(.complaint)))
  }

  @Test func `a form asked for by post and the letter of a handover are owed until sent (manchester-2022)`()
    throws
  {
    var desk = try taken(.otherBody, .phone, "manchester-2022")
    func owed() -> [OwedLetter] {
      lettersOwed(desk.file(), desk.rules, today: desk.rules.zone.day(of: desk.now)).map(\.letter)
    }
    try desk.take("form", [:])
    try desk.take(
      "handover", ["to": "planning", "what": "the fence", "contact": "Ms Rao, 0161 496 0200, by Friday"])
    #expect(Set(owed()) == [.form, .handover])
    try desk.take("letter-sent", ["kind": "handover", "text": "Who deals with it, when and how"])
    #expect(owed() == [.form])
    try desk.take("form-sent", ["text": "second class"])
    #expect(owed().isEmpty)
    try desk.take("form", [:])
    try desk.take("letter-sent", ["kind": "form", "text": "The form"])
    #expect(owed().isEmpty)
    #expect(!row(desk).marks.contains(.formOwed))
  }
}
