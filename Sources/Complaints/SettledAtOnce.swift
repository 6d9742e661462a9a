import Clocks

/// The matter was put right on the spot: no stage is opened (north-warwickshire-2024, Case Study A).
package struct SettledAtOnce: StepPayload {
  package static let kind = StepKind.settledAtOnce
  package var done = ""
  /// That the resident said so; without it the matter is not settled.
  package var satisfied: Bool?
  package var learning = ""
  /// Why there is none to record, where the policy asks for it all the same.
  package var noLearning = ""
  package init() {}

  package static let fields: [StepField<SettledAtOnce>] = [
    .text("done", "What was done", \.done, required: true, long: true),
    .yesNo("satisfied", "The resident is satisfied", \.satisfied, required: true),
    .text("learning", "What we learned", \.learning),
    .text("no-learning", "Why there is nothing to learn", \.noLearning),
  ]
}

extension SettledAtOnce: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.settled = self
    file.state = .closed
    file.closed = stamp.at
    file.closedReason = done
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    if file.stages.contains(where: { $0.acknowledged != nil }) { throw .intake(.stageOpened) }
    if satisfied == false { throw .intake(.notSatisfied) }
    // Settled without a stage owes its lesson too where the policy says so (medway-2022 5.12.1).
    guard let rule = file.profile(rules)?.duties.learning, rule.informalToo else { return }
    if isBlank(learning), isBlank(noLearning) { throw .intake(.learningOwed(rule.clause)) }
  }
}
