package import Clocks

/// What a step says, as a table of fields.
package protocol StepPayload: Hashable, Sendable {
  static var kind: StepKind { get }
  static var fields: [StepField<Self>] { get }
  init()
}

extension StepPayload {
  /// The fields that say something, in the order of the table: the order of the journal, frozen for ever.
  package var values: [NamedValue] {
    Self.fields.compactMap { field in
      field.get(self).map { NamedValue(name: field.spec.name, value: $0) }
    }
  }
}

/// A fact of casework beside contacts, stages and points, by area: what `act` records is what was given.
package enum CaseStep: Hashable, Sendable {
  case intake(IntakeStep)
  case work(WorkStep)
  case remedy(RemedyStep)
  case escalation(EscalationStep)
  case ombudsman(OmbudsmanStep)
  case behaviour(BehaviourStep)
  case hazard(HazardStep)
  case people(PeopleStep)
  case record(RecordStep)

  package var payload: any StepPayload {
    switch self {
    case .intake(let step): step.payload
    case .work(let step): step.payload
    case .remedy(let step): step.payload
    case .escalation(let step): step.payload
    case .ombudsman(let step): step.payload
    case .behaviour(let step): step.payload
    case .hazard(let step): step.payload
    case .people(let step): step.payload
    case .record(let step): step.payload
    }
  }

  package var kind: StepKind { type(of: payload).kind }
  package var values: [NamedValue] { payload.values }
  /// What is known of this kind of step apart from any case.
  package var spec: StepSpec { StepCatalogue.spec(kind) }
}

/// When and by whom a step was recorded, for the fold.
package struct StepStamp: Hashable, Sendable {
  /// When it happened.
  package var at: Occurrence
  package var seq: UInt64
  package var by: StaffLogin

  package init(at: Occurrence, seq: UInt64, by: StaffLogin) {
    self.at = at
    self.seq = seq
    self.by = by
  }
}
