package import Clocks

/// The next stage was refused, with the reason told (Code 5.11).
package struct EscalationRefused: StepPayload {
  package static let kind = StepKind.escalationRefused
  package var ground = ""
  package var reason = ""
  package var final: Bool?
  package var ombudsman: Bool?
  package var told = ""
  package init() {}

  package static let fields: [StepField<EscalationRefused>] = [
    .text(
      "ground", "The ground", \.ground,
      help: "a reason of the policy's exclusions, or late: the request came after its time"),
    .text("reason", "Why, as the resident is told", \.reason, required: true, long: true),
    .yesNo("final", "The letter says that the last response was final", \.final, required: true),
    .yesNo("ombudsman", "The letter says how to reach the Ombudsman", \.ombudsman, required: true),
    .text("told", "How the resident was told", \.told, required: true),
  ]
}

/// A note of receipt went out before the acknowledgement proper.
package struct ReceiptSent: StepPayload {
  package static let kind = StepKind.receiptSent
  package var text = ""
  package init() {}

  package static let fields: [StepField<ReceiptSent>] = [.text("text", "What it says", \.text)]
}

/// What happened to draft findings.
package enum DraftMoment: String, CaseIterable, Hashable, Sendable {
  /// They went to the resident for comment.
  case sent
  /// The resident's comments came.
  case comments
}

/// Draft findings went out for comment, or comments on them came in.
package struct FindingsShared: StepPayload {
  package static let kind = StepKind.findingsShared
  package var what: DraftMoment?
  package var text = ""
  package init() {}

  package static let fields: [StepField<FindingsShared>] = [
    .word("what", "What happened", \.what, required: true),
    .text("text", "The findings, or the comments", \.text, required: true, long: true),
  ]
}

/// How grave the complaint is, in a word of the profile; its limits may depend on it.
package struct SeverityJudged: StepPayload {
  package static let kind = StepKind.severityJudged
  package var severity = ""
  package var reason = ""
  package init() {}

  package static let fields: [StepField<SeverityJudged>] = [
    .text("severity", "Severity", \.severity, required: true, help: "a word of the policy"),
    .text("reason", "Why", \.reason, required: true),
  ]
}

/// When the response reached the resident; without it the day is deemed from the day it was sent.
package struct ResponseArrived: StepPayload {
  package static let kind = StepKind.responseArrived
  package var how = ""
  package init() {}

  package static let fields: [StepField<ResponseArrived>] = [
    .text("how", "How it is known", \.how, required: true)
  ]
}

func guardSeverity(_ judged: SeverityJudged, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  let words = rules.profile(of: file)?.severities ?? []
  guard words.contains(judged.severity) else {
    throw .badValue(field: "severity", value: judged.severity, allowed: words.joined(separator: ", "))
  }
}

/// The ground word for a request that came after its time.
package let lateGround = "late"

/// The grounds on which the next stage may be refused under the landlord's policy or the Code.
package func refusalGrounds(_ file: CaseFile, _ rules: RuleBook) -> [String] {
  let own = rules.profile(of: file)
  var grounds: [String] = []
  for exclusion in (own?.exclusions ?? []) + rules.code.exclusions where !grounds.contains(exclusion.reason) {
    grounds.append(exclusion.reason)
  }
  return grounds
}

/// Refuses a refusal without a valid reason, or whose letter leaves out what it must say.
///
/// Where the policy is silent, Code 5.11 holds: only for a reason that would have excluded the complaint.
func filled(
  _ refused: EscalationRefused, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> EscalationRefused {
  let rules = occasion.rules
  let own = rules.profile(of: file)
  let rule = own?.escalation ?? rules.code.escalation
  var refused = refused
  let window: StageWindow?
  do throws(CalendarGap) { window = try rules.window(after: file.facts) } catch { throw .calendarGap(error) }
  let late = window.map { occasion.at.day > $0.until } ?? false
  if isBlank(refused.ground), late { refused.ground = lateGround }
  let isLate = refused.ground == lateGround && late
  let clause = rule?.refusalClause ?? code("5.11")
  switch rule?.refusal ?? .validReason {
  case .never: if !isLate { throw .escalation(.refusalNever(clause)) }
  case .discretion: break
  case .validReason, .silent:
    let grounds = refusalGrounds(file, rules)
    if !isLate, !grounds.contains(refused.ground) {
      let asks = rule?.refusal == .silent ? code("5.11") : clause
      throw .escalation(.groundNeeded(grounds + (late ? [lateGround] : []), asks))
    }
  }
  let says = own?.duties.refusalToEscalate?.clause ?? code("5.11")
  if refused.final != true { throw .escalation(.notTold(field: "final", says)) }
  if refused.ombudsman != true { throw .escalation(.notTold(field: "ombudsman", says)) }
  return refused
}
