import Clocks
import Complaints
import Testing

/// The case studies at the end of the North Warwickshire policy, each with the outcome it gives.
@Suite struct TriageTests {
  static let studies: [(String, [TriageQuestion], Kind)] = [
    ("A: contractor late, explained, satisfied", [.missed, .explained, .satisfied], .serviceRequest),
    ("A2: no appointment on the system, unexplained", [.missed, .moreEnquiries, .satisfied], .complaint),
    ("B: first report of a leak", [.firstReport], .serviceRequest),
    ("B-A: reported several times, never followed up", [.reportedBefore, .missed], .complaint),
    ("B-B: round in circles over a new radiator", [.reportedBefore, .handling], .complaint),
    ("C: noise, first report", [.firstReport, .nuisance], .asb),
    ("C2: nuisance goes on, we keep in touch", [.followUp, .nuisance], .asb),
    ("C3: nuisance, no answer to the first report", [.nuisance, .nuisanceHandling], .complaint),
  ]

  @Test(arguments: studies)
  func `a case study has the outcome the policy gives`(
    study: String, yes: [TriageQuestion], kind: Kind
  ) {
    let answers = TriageQuestion.allCases.map { TriageAnswer(question: $0, yes: yes.contains($0)) }
    let profile = scenarioRules("north-warwickshire-2024").profile(named: "")
    let proposal = proposeKind(answers, profile: profile)
    #expect(proposal?.kind == kind, "\(study)")
    #expect(proposal?.clause.place.isEmpty == false)
  }

  @Test func `in doubt it is a complaint, and unasked it is nothing yet`() {
    let none = TriageQuestion.allCases.map { TriageAnswer(question: $0, yes: false) }
    #expect(proposeKind(none, profile: nil)?.kind == .complaint)
    #expect(proposeKind([], profile: nil) == nil)
  }

  @Test func `an override owes a reason, a choice that follows the proposal has one`() throws {
    var desk = Scenario()
    try desk.receive()
    let answers = [TriageAnswer(question: .reportedBefore, yes: true)]
    let follow = TriageChoice(kind: .complaint, reason: "", answers: answers)
    let override = TriageChoice(kind: .serviceRequest, reason: "", answers: answers)
    #expect(desk.refusal(.triage(follow), by: "hana") == nil)
    guard case .missing("reason", _) = desk.refusal(.triage(override), by: "hana") else {
      Issue.record("an override without a reason was let through")
      return
    }
  }
}
