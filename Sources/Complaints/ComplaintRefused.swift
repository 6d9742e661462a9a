package import Clocks

/// How far a legal case about the matter has come.
package enum LegalProgress: String, CaseIterable, Hashable, Sendable {
  /// Solicitors write to each other; nothing is begun.
  case representatives
  case started
  /// Claim form and particulars are filed with a court.
  case filed
  case ended
}

extension LegalTest {
  /// Whether a case that has come so far meets the test.
  func holds(_ progress: LegalProgress) -> Bool {
    switch (self, progress) {
    case (.filed, .filed), (.started, .started), (.started, .filed), (.subjectTo, .started),
      (.subjectTo, .filed), (.isOrHasBeen, .started), (.isOrHasBeen, .filed), (.isOrHasBeen, .ended),
      (.withRepresentatives, .representatives), (.withRepresentatives, .started),
      (.withRepresentatives, .filed):
      true
    case (.filed, .representatives), (.filed, .started), (.filed, .ended), (.started, .representatives),
      (.started, .ended), (.subjectTo, .representatives), (.subjectTo, .ended),
      (.isOrHasBeen, .representatives), (.withRepresentatives, .ended):
      false
    }
  }
}

/// A complaint was declined on a ground of the policy, with evidence, and the resident told why and where to go.
package struct ComplaintRefused: StepPayload {
  package static let kind = StepKind.complaintRefused
  package var reason = ""
  package var evidence = ""
  package var discretion = ""
  package var told = ""
  package var ombudsman: Bool?
  package var aware: CalendarDay?
  package var earlier: CaseReference?
  package var risk: Bool?
  package var legal: LegalProgress?
  package var legalContact = ""
  package var procedure = ""
  package var resolution = ""
  package var advice = ""
  /// Where the ground stands.
  package var clause = ""
  /// What the test of the ground came to.
  package var found = ""
  /// What the Code says beside it.
  package var beside = ""
  package init() {}

  package static let fields: [StepField<ComplaintRefused>] = [
    .text("reason", "Ground", \.reason, required: true, help: "one of the policy's exclusions, by its word"),
    .text("evidence", "What shows it", \.evidence, required: true, long: true),
    .text("discretion", "How discretion was weighed", \.discretion, required: true, long: true),
    .text("told", "How the resident was told", \.told, required: true),
    .yesNo("ombudsman", "The letter names the Ombudsman", \.ombudsman, required: true),
    .day("aware", "When it happened, or they learned of it", \.aware, help: "where the ground is age"),
    .reference("earlier", "The earlier case", \.earlier),
    .yesNo("risk", "Safeguarding or health and safety in question", \.risk),
    .word("legal", "How far the legal case is", \.legal),
    .text("legal-contact", "Who deals with the legal case", \.legalContact),
    .text("procedure", "Appeal, review or procedure it belongs to", \.procedure),
    .text("resolution", "What is offered all the same", \.resolution, long: true),
    .text("advice", "Legal advice on its wording", \.advice),
    .text("clause", "Clause", \.clause, given: false),
    .text("found", "Found", \.found, given: false),
    .text("beside", "The Code beside it", \.beside, given: false),
  ]
}

extension ComplaintRefused: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.refusal = self
    file.state = .refused
    file.closed = stamp.at
    file.closedReason = reason
    file.hear(stamp.at.day)
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    if let kind = file.kind, kind != .complaint { throw .notAComplaint(kind, action: "refuse") }
    if let stage = file.current, stage.responded != nil { throw .alreadyResponded(stage.stage) }
    if isBlank(evidence) { throw .missing(field: "evidence", clause: code("2.1")) }
    if isBlank(discretion) { throw .missing(field: "discretion", clause: code("2.3")) }
    if isBlank(told) { throw .missing(field: "told", clause: code("2.4")) }
    if ombudsman == false { throw .intake(.ombudsmanNotNamed) }
  }
}

extension CaseFile {
  /// The grounds on which its profile declines a complaint; the Code's where the profile names none.
  package func exclusions(_ rules: RuleBook) -> [Exclusion] {
    let own = profile(rules)?.exclusions ?? []
    return own.isEmpty ? rules.code.exclusions : own
  }
}

/// Judges a refusal by the test of its ground, and fills in what came of it.
///
/// - Throws: why the ground does not hold here; a ground that does not hold refuses nothing.
func judge(
  _ refused: inout ComplaintRefused, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) {
  let rules = occasion.rules
  let known = file.exclusions(rules)
  guard let ground = known.first(where: { $0.reason == refused.reason }) else {
    throw .intake(.noSuchGround(refused.reason, known.map(\.reason)))
  }
  // A blanket refusal repeats the rule where it should show the case (Code 2.5).
  if refused.evidence == ground.says || refused.evidence == ground.reason
    || refused.evidence == refused.discretion
  {
    throw .intake(.blanket)
  }
  let test = ExclusionJudgement(refused: refused, ground: ground, file: file, occasion: occasion)
  refused.found = try test.found()
  refused.clause = ground.clause.text
  refused.beside = test.beside()
  guard !isBlank(refused.resolution), let rule = file.profile(rules)?.duties.liability, rule.legalAdvice,
    ground.test == .legal || ground.test == .disrepairClaim, isBlank(refused.advice)
  else { return }
  throw .missing(field: "advice", clause: rule.clause)
}
