import Clocks
import Complaints
import Testing

/// Declining a complaint: each ground with its own test, and never a blanket refusal (Code 2.1 to 2.5).
@Suite struct ExclusionTests {
  private func refuse(
    _ desk: Scenario, _ reason: String, _ more: [String: String] = [:], on number: UInt32 = 1
  ) throws -> Action {
    var fields = ActionFields()
    fields.set("reason", reason)
    fields.set("evidence", "Letter of 3 March")
    fields.set("discretion", "Nothing speaks for taking it on")
    fields.set("told", "by letter, with reasons")
    fields.set("ombudsman", "yes")
    for (field, value) in more { fields.set(field, value) }
    let reader = ReadAction(zone: desk.rules.zone) { CaseReference($0) }
    return try reader.read(given(ActionName(rawValue: "refuse")), fields)
  }

  private func gap(_ refusal: Refusal?) -> GroundGap? {
    guard case .intake(.groundFails(_, let gap, _)) = refusal else { return nil }
    return gap
  }

  private func complaint(_ profile: String) throws -> Scenario {
    var desk = Scenario(profile)
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "unhappy")), by: "hana")
    return desk
  }

  @Test func `a ground must be one of the policy's own`() throws {
    let desk = try complaint("manchester-2022")
    #expect(
      desk.refusal(try refuse(desk, "age"), by: "patel")
        == .intake(.noSuchGround("age", ["legal", "same-issue"])))
    // A policy that lists none has the Code's.
    let silent = try complaint("association-ho-pmo")
    #expect(silent.file().exclusions(silent.rules).map(\.reason).contains("over-12-months"))
  }

  @Test func `within twelve months of becoming aware it is not too old (Code 2.2, 2.3)`() throws {
    var desk = try complaint("council-feedback")
    let late = try refuse(desk, "time-limit", ["aware": "2025-11-02"])
    #expect(
      gap(desk.refusal(late, by: "patel"))
        == .inTime(until: day("2026-11-02"), limit: Limit(length: 12, unit: .months)))
    let older = try refuse(desk, "time-limit", ["aware": "2025-11-01"])
    try desk.act(older, by: "patel")
    let file = desk.file()
    #expect(file.state == .refused && file.closed != nil)
    #expect(file.intake.refusal?.found.contains("2026-11-01") == true)
    #expect(file.intake.refusal?.beside.contains("older than the Code's") == true)
    #expect(file.intake.refusal?.clause.contains("what cannot be considered, item 1") == true)
  }

  @Test func `the same issue is declined only within six months, and never against safety (manchester-2022)`()
    throws
  {
    var desk = Scenario()
    try desk.responded()
    desk.wait(days: 60)
    try desk.receive(2)
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "again")), by: "hana", on: 2)
    let bare = try refuse(desk, "same-issue", ["risk": "no"])
    #expect(gap(desk.refusal(bare, by: "patel", on: 2)) == .noEarlierCase)
    try desk.act(.link(to: reference(1), relation: "related"), by: "hana", on: 2)
    #expect(desk.refusal(bare, by: "patel", on: 2) == nil)
    let risky = try refuse(desk, "same-issue", ["risk": "yes"])
    #expect(gap(desk.refusal(risky, by: "patel", on: 2)) == .setAside(["safeguarding", "health-and-safety"]))
    desk.wait(days: 150)
    try desk.receive(3)
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "again")), by: "hana", on: 3)
    let named = try refuse(desk, "same-issue", ["risk": "no", "earlier": "C26-000001"])
    guard case .concludedBefore = gap(desk.refusal(named, by: "patel", on: 3)) else {
      Issue.record("six months were over")
      return
    }
  }

  @Test func `another person's case is no earlier case of this one`() throws {
    var desk = Scenario()
    for number in [UInt32(1), 2] {
      var contact = ContactReceived(channel: .phone, narrative: "The gate")
      contact.person.name = "Person \(number)"
      let received = Occurrence(day: desk.rules.zone.day(of: desk.now))
      try desk.receive(number, Intake(contact: contact, received: received))
      try desk.act(.triage(TriageChoice(kind: .complaint, reason: "unhappy")), by: "hana", on: number)
    }
    let refusal = try refuse(desk, "same-issue", ["risk": "no", "earlier": "C26-000001"])
    #expect(gap(desk.refusal(refusal, by: "patel", on: 2)) == .earlierOfAnother(reference(1)))
  }

  /// How far a legal case must have come, policy by policy, and whether the Code's own test is met.
  static let legal: [(String, String, LegalProgress, Bool)] = [
    ("manchester-2022", "legal", .ended, true), ("manchester-2022", "legal", .representatives, false),
    ("council-feedback", "legal", .started, true), ("council-feedback", "legal", .representatives, false),
    ("north-warwickshire-2024", "legal", .filed, true), ("north-warwickshire-2024", "legal", .ended, false),
    ("medway-2022", "disrepair-claim", .representatives, true), ("medway-2022", "legal-claim", .ended, false),
    ("code-2024", "court-claim", .filed, true), ("code-2024", "court-claim", .started, false),
  ]

  @Test(arguments: legal)
  func `a legal case declines a complaint only as far along as the policy says`(
    profile: String, ground: String, progress: LegalProgress, holds: Bool
  ) throws {
    var desk = try complaint(profile)
    let action = try refuse(
      desk, ground, ["legal": progress.rawValue, "legal-contact": "Dr Shah, legal team"])
    let refusal = desk.refusal(action, by: "patel")
    if holds {
      #expect(refusal == nil)
      try desk.act(action, by: "patel")
      let met = desk.file().intake.refusal?.beside.contains("is met") == true
      #expect(met == (progress == .filed))
    } else {
      guard case .notSoFar = gap(refusal) else {
        Issue.record("it was declined: \(String(describing: refusal))")
        return
      }
    }
  }

  @Test func `the letter names who deals with the legal case (manchester-2022, Exclusions, item 1)`() throws {
    let desk = try complaint("manchester-2022")
    let action = try refuse(desk, "legal", ["legal": "filed"])
    guard case .missing("legal-contact", _) = desk.refusal(action, by: "patel") else {
      Issue.record("nobody was named")
      return
    }
  }

  @Test func `without the Ombudsman's details nothing is declined (Code 2.4)`() throws {
    let desk = try complaint("council-feedback")
    let action = try refuse(desk, "appeal-right", ["procedure": "Tribunal", "ombudsman": "no"])
    #expect(desk.refusal(action, by: "patel") == .intake(.ombudsmanNotNamed))
  }

  @Test func `evidence that only repeats the ground is a blanket refusal (Code 2.5)`() throws {
    let desk = try complaint("council-feedback")
    let says = try #require(desk.file().exclusions(desk.rules).first { $0.reason == "appeal-right" }).says
    let action = try refuse(desk, "appeal-right", ["procedure": "Tribunal", "evidence": says])
    #expect(desk.refusal(action, by: "patel") == .intake(.blanket))
  }

  @Test func `how a report of nuisance was handled is not declined as nuisance (medway-2022 5.10.7)`() throws
  {
    var desk = Scenario("medway-2022")
    try desk.receive()
    let answers = [TriageAnswer(question: .nuisanceHandling, yes: true)]
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "", answers: answers)), by: "hana")
    let action = try refuse(desk, "anti-social-behaviour", ["procedure": "ASB policy"])
    #expect(gap(desk.refusal(action, by: "patel")) == .dissatisfied(.nuisanceHandling))
  }

  @Test func `dissatisfaction is not declined as a request for service (north-warwickshire-2024)`() throws {
    var desk = Scenario("north-warwickshire-2024")
    try desk.receive()
    let answers = [TriageAnswer(question: .reportedBefore, yes: true)]
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "", answers: answers)), by: "hana")
    #expect(
      gap(desk.refusal(try refuse(desk, "service-request"), by: "patel")) == .dissatisfied(.reportedBefore))
  }

  @Test func `whoever may complain is not turned away as somebody who may not (council-feedback)`() throws {
    var desk = try complaint("council-feedback")
    #expect(gap(desk.refusal(try refuse(desk, "not-eligible"), by: "patel")) == .mayComplain)
    try desk.take("complainant", ["standing": "tenancy"])
    #expect(gap(desk.refusal(try refuse(desk, "not-eligible"), by: "patel")) == .mayComplain)
    try desk.take("complainant", ["standing": "none"])
    #expect(desk.refusal(try refuse(desk, "not-eligible"), by: "patel") == nil)
  }

  @Test func `an offer beside a legal case has its wording advised (medway-2022 5.11.2)`() throws {
    let desk = try complaint("medway-2022")
    let offer = ["legal": "representatives", "resolution": "Re-plaster the wall"]
    guard case .missing("advice", _) = desk.refusal(try refuse(desk, "disrepair-claim", offer), by: "patel")
    else {
      Issue.record("no advice was asked for")
      return
    }
    var advised = offer
    advised["advice"] = "no admission; Dr Shah"
    #expect(desk.refusal(try refuse(desk, "disrepair-claim", advised), by: "patel") == nil)
  }

  @Test func `a refusal can be taken back before the letter leaves`() throws {
    var desk = try complaint("council-feedback")
    try desk.act(try refuse(desk, "internal-review", ["procedure": "Banding review"]), by: "patel")
    desk.now = desk.now.adding(seconds: -30)
    try desk.act(.undo(seq: nil), by: "patel")
    #expect(desk.file().state == .open)
  }
}
