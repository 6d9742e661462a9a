import Clocks

/// Steps of working a case: claims, requests, splits, approval, withdrawal, merging.
package enum WorkStep: Hashable, Sendable {
  case withdrawn(ComplaintWithdrawn)

  package var payload: any StepPayload {
    switch self {
    case .withdrawn(let payload): payload
    }
  }
}

/// The resident no longer wants it looked into.
package struct ComplaintWithdrawn: StepPayload {
  package static let kind = StepKind.complaintWithdrawn
  package var reason = ""
  package init() {}

  package static let fields: [StepField<ComplaintWithdrawn>] = [
    .text("reason", "What the resident said", \.reason, required: true)
  ]
}

extension WorkStep {
  static let specs: [StepSpec] = [
    StepSpec(
      ComplaintWithdrawn.self, action: "withdraw", "withdraw the complaint", roles: [.handler, .supervisor],
      states: .live, row: .refold, judgement: true
    ) { .work(.withdrawn($0)) }
  ]
}

/// What is on record about working the case.
package struct WorkRecord: Hashable, Sendable {
  package var withdrawn: ComplaintWithdrawn?
}

extension CaseFile {
  mutating func apply(_ step: WorkStep, _ stamp: StepStamp) {
    switch step {
    case .withdrawn(let withdrawn):
      work.withdrawn = withdrawn
      state = .withdrawn
      closed = stamp.at
      closedReason = withdrawn.reason
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: WorkStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .withdrawn: break
  }
}

/// Why a step of working a case was refused.
package enum WorkRefusal: Hashable, Sendable {
  case nothingToMerge

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .nothingToMerge: nil
    }
  }
}
