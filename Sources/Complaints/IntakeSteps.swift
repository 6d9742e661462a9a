import Clocks

/// Steps of taking a contact in: what was settled at once, who may speak, needs, hand-overs, refusals.
package enum IntakeStep: Hashable, Sendable {
  case settledAtOnce(SettledAtOnce)

  package var payload: any StepPayload {
    switch self {
    case .settledAtOnce(let payload): payload
    }
  }
}

/// The matter was put right on the spot: no stage is opened (north-warwickshire-2024, Case Study A).
package struct SettledAtOnce: StepPayload {
  package static let kind = StepKind.settledAtOnce
  package var done = ""
  /// That the resident said so; without it the matter is not settled.
  package var satisfied: Bool?
  package var learning = ""
  package init() {}

  package static let fields: [StepField<SettledAtOnce>] = [
    .text("done", "What was done", \.done, required: true, long: true),
    .yesNo("satisfied", "The resident is satisfied", \.satisfied, required: true),
    .text("learning", "What we learned", \.learning),
  ]
}

extension IntakeStep {
  static let specs: [StepSpec] = [
    StepSpec(
      SettledAtOnce.self, action: "resolve", "settle it there and then", roles: [.handler, .supervisor],
      states: .live, row: .refold
    ) { .intake(.settledAtOnce($0)) }
  ]
}

/// What is on record about taking the contact in.
package struct IntakeRecord: Hashable, Sendable {
  package var settled: SettledAtOnce?
}

extension CaseFile {
  mutating func apply(_ step: IntakeStep, _ stamp: StepStamp) {
    switch step {
    case .settledAtOnce(let settled):
      intake.settled = settled
      state = .closed
      closed = stamp.at
      closedReason = settled.done
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: IntakeStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .settledAtOnce(let settled):
    if file.stages.contains(where: { $0.acknowledged != nil }) { throw .intake(.stageOpened) }
    if settled.satisfied == false { throw .intake(.notSatisfied) }
  }
}

/// Why a step of taking in was refused.
package enum IntakeRefusal: Hashable, Sendable {
  /// A stage was acknowledged: it takes a response now.
  case stageOpened
  case notSatisfied

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .stageOpened: nil
    case .notSatisfied: "satisfied"
    }
  }
}
