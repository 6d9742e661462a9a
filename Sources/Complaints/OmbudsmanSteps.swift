import Clocks

/// Steps of the Ombudsman track: told, enquiry, evidence, determination, orders.
package enum OmbudsmanStep: Hashable, Sendable {
  case contacted(OmbudsmanContact)

  package var payload: any StepPayload {
    switch self {
    case .contacted(let payload): payload
    }
  }
}

/// What an exchange with the Ombudsman was.
package enum OmbudsmanMatter: String, CaseIterable, Hashable, Sendable {
  /// The resident was told of the Ombudsman.
  case told
  /// The Ombudsman asked something.
  case enquiry
}

/// One exchange with or about the Ombudsman; possible at any time (Code 3.7).
package struct OmbudsmanContact: StepPayload {
  package static let kind = StepKind.ombudsmanContact
  package var matter: OmbudsmanMatter?
  package var text = ""
  package init() {}

  package static let fields: [StepField<OmbudsmanContact>] = [
    .word("matter", "What happened", \.matter, required: true),
    .text("text", "What was said", \.text, required: true, long: true),
  ]
}

extension OmbudsmanStep {
  static let specs: [StepSpec] = [
    StepSpec(
      OmbudsmanContact.self, action: "ombudsman", "record a contact with the Ombudsman",
      roles: [.handler, .supervisor], states: .any, row: .mark(.ombudsman)
    ) { .ombudsman(.contacted($0)) }
  ]
}

/// What is on record of the Ombudsman track.
package struct OmbudsmanRecord: Hashable, Sendable {
  package var contacts: [OmbudsmanContact] = []

  var marks: CaseMarks { contacts.isEmpty ? [] : .ombudsman }
  var duties: [DutyFacts] { [] }
}

extension CaseFile {
  mutating func apply(_ step: OmbudsmanStep, _ stamp: StepStamp) {
    switch step {
    case .contacted(let contact): ombudsman.contacts.append(contact)
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: OmbudsmanStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .contacted: break
  }
}

/// Why a step of the Ombudsman track was refused.
package enum OmbudsmanRefusal: Hashable, Sendable {
  case noRequestOpen

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .noRequestOpen: nil
    }
  }
}
