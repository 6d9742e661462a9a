import Clocks

/// Steps about people and the record itself: joins, parts, holds.
package enum PeopleStep: Hashable, Sendable {
  case held(HoldPlaced)
  case released(HoldReleased)

  package var payload: any StepPayload {
    switch self {
    case .held(let payload): payload
    case .released(let payload): payload
    }
  }
}

/// The record may not be erased while a legal or Ombudsman matter runs.
package struct HoldPlaced: StepPayload {
  package static let kind = StepKind.holdPlaced
  package var reason = ""
  package init() {}

  package static let fields: [StepField<HoldPlaced>] = [
    .text("reason", "The matter it is kept for", \.reason, required: true)
  ]
}

/// The hold is over.
package struct HoldReleased: StepPayload {
  package static let kind = StepKind.holdReleased
  package var reason = ""
  package init() {}

  package static let fields: [StepField<HoldReleased>] = [
    .text("reason", "Why it is over", \.reason, required: true)
  ]
}

extension PeopleStep {
  static let specs: [StepSpec] = [
    StepSpec(
      HoldPlaced.self, action: "hold", "keep the record from erasure",
      roles: [.supervisor, .reviewer, .administrator],
      states: .any, row: .refold
    ) { .people(.held($0)) },
    StepSpec(
      HoldReleased.self, action: "release-hold", "end the hold on the record",
      roles: [.supervisor, .reviewer, .administrator], states: .any, row: .refold
    ) { .people(.released($0)) },
  ]
}

/// What is on record about people and the keeping of the record.
package struct PeopleRecord: Hashable, Sendable {
  package var hold: HoldPlaced?

  var marks: CaseMarks { hold == nil ? [] : .held }
}

extension CaseFile {
  mutating func apply(_ step: PeopleStep, _ stamp: StepStamp) {
    switch step {
    case .held(let hold): people.hold = hold
    case .released: people.hold = nil
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: PeopleStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .held: if file.people.hold != nil { throw .people(.alreadyHeld) }
  case .released: if file.people.hold == nil { throw .people(.notHeld) }
  }
}

/// Why a step about people or the record was refused.
package enum PeopleRefusal: Hashable, Sendable {
  case alreadyHeld
  case notHeld
  /// Its texts may not be erased: it is kept for that matter.
  case heldFromErasure(String)
  /// Its texts may not be erased: it is not ended.
  case stillWorkedOn
  /// Its texts may not be erased: those promises are not kept.
  case promisesOpen([Int])

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .alreadyHeld, .notHeld, .heldFromErasure, .stillWorkedOn, .promisesOpen: nil
    }
  }
}
