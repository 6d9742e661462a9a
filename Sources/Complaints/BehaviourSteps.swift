import Clocks

/// Steps about how a person contacts us: warning, restriction, review, end, appeal.
package enum BehaviourStep: Hashable, Sendable {
  case warned(WarningGiven)

  package var payload: any StepPayload {
    switch self {
    case .warned(let payload): payload
    }
  }
}

/// A written warning, with reasons and consequences (manchester-2022, Vexatious Complaints (procedure)).
package struct WarningGiven: StepPayload {
  package static let kind = StepKind.warningGiven
  package var reason = ""
  package var consequences = ""
  package init() {}

  package static let fields: [StepField<WarningGiven>] = [
    .text("reason", "Why", \.reason, required: true, long: true),
    .text("consequences", "What follows if it goes on", \.consequences, required: true),
  ]
}

extension BehaviourStep {
  static let specs: [StepSpec] = [
    StepSpec(
      WarningGiven.self, action: "warn", "send a written warning", roles: [.reviewer], states: .any,
      row: .nothing, outward: true, judgement: true
    ) { .behaviour(.warned($0)) }
  ]
}

/// What is on record about how the person contacts us.
package struct BehaviourRecord: Hashable, Sendable {
  package var warnings: [WarningGiven] = []

  var marks: CaseMarks { [] }
  var duties: [DutyFacts] { [] }
}

extension CaseFile {
  mutating func apply(_ step: BehaviourStep, _ stamp: StepStamp) {
    switch step {
    case .warned(let warning): behaviour.warnings.append(warning)
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: BehaviourStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .warned: break
  }
}

/// Why a step about behaviour was refused.
package enum BehaviourRefusal: Hashable, Sendable {
  case noWarning

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .noWarning: nil
    }
  }
}
