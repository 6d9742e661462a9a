import Clocks

/// Steps of going further: a refusal to escalate, management escalation, the panel, the way to the Ombudsman.
package enum EscalationStep: Hashable, Sendable {
  case refused(EscalationRefused)

  package var payload: any StepPayload {
    switch self {
    case .refused(let payload): payload
    }
  }
}

/// The next stage was refused, with the reason told (Code 5.11).
package struct EscalationRefused: StepPayload {
  package static let kind = StepKind.escalationRefused
  package var reason = ""
  package var told = ""
  package init() {}

  package static let fields: [StepField<EscalationRefused>] = [
    .text("reason", "The valid reason", \.reason, required: true, long: true),
    .text(
      "told", "How the resident was told that the last response was final, with the Ombudsman's details",
      \.told, required: true),
  ]
}

extension EscalationStep {
  static let specs: [StepSpec] = [
    StepSpec(
      EscalationRefused.self, action: "refuse-escalation", "refuse the next stage", roles: [.reviewer],
      states: .answered, row: .refold, outward: true, judgement: true
    ) { .escalation(.refused($0)) }
  ]
}

/// What is on record about going further.
package struct EscalationRecord: Hashable, Sendable {
  package var refused: [EscalationRefused] = []
}

extension CaseFile {
  mutating func apply(_ step: EscalationStep, _ stamp: StepStamp) {
    switch step {
    case .refused(let refused):
      further.refused.append(refused)
      hear(stamp.at.day)
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: EscalationStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .refused: break
  }
}

/// Why a step of going further was refused.
package enum EscalationRefusal: Hashable, Sendable {
  case notAnswered

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .notAnswered: nil
    }
  }
}
