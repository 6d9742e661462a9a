import Clocks

/// In which states of its case a step can be taken.
package enum StepStates: Hashable, Sendable {
  /// In any but merged.
  case any
  /// Untriaged, open or responded.
  case live
  /// A complaint, live or ended, that is not merged.
  case complaint
  /// A complaint whose current stage is not answered.
  case openComplaint
  /// A complaint whose current stage is answered, closed since or not.
  case answered
  /// Closed, refused or withdrawn.
  case ended
  case untriaged
}

/// What a step changes in the queue's row.
package enum RowEffect: Hashable, Sendable {
  case nothing
  /// Puts a mark; whatever takes it away says `refold`.
  case mark(CaseMarks)
  /// Takes a mark away; the next step with that mark puts it back.
  case unmark(CaseMarks)
  /// The resident heard from us, and nothing else changes.
  case hear
  /// More than a mark: the row is folded anew from the case's lines.
  case refold
}

/// What is known of one kind of step apart from any case.
package struct StepSpec: Sendable {
  package let kind: StepKind
  /// The action's name in `act`, `:` and the sheets.
  package let action: String
  /// What it does, in a few words a handler would use.
  package let title: String
  package let roles: [Role]
  /// Whether the resident or another body is told by it.
  package let outward: Bool
  /// Whether it judges what its author saw: refused on a view somebody has changed since.
  package let judgement: Bool
  package let states: StepStates
  package let row: RowEffect
  /// Why it can never be undone; nil where it can.
  package let neverUndone: String?
  /// The fields a person gives.
  package let fields: [FieldSpec]
  /// Every field, those the rules fill in included.
  package let allFields: [FieldSpec]
  let make: @Sendable ([String: StepValue]) throws(Refusal) -> CaseStep

  init<Payload: StepPayload>(
    _ type: Payload.Type, action: String, _ title: String, roles: [Role], states: StepStates,
    row: RowEffect = .nothing, outward: Bool = false, judgement: Bool = false, neverUndone: String? = nil,
    _ wrap: @escaping @Sendable (Payload) -> CaseStep
  ) {
    kind = Payload.kind
    self.action = action
    self.title = title
    self.roles = roles
    self.outward = outward
    self.judgement = judgement
    self.states = states
    self.row = row
    self.neverUndone = neverUndone
    fields = Payload.fields.filter(\.isGiven).map(\.spec)
    allFields = Payload.fields.map(\.spec)
    make = { (values) throws(Refusal) in
      var payload = Payload()
      for field in Payload.fields {
        guard let value = values[field.spec.name] else { continue }
        guard field.set(&payload, value) else { throw field.spec.refusal(of: value) }
      }
      return wrap(payload)
    }
  }

  /// The step of those values; nil where a required one is missing or one is no value of its field.
  package func decode(_ values: [String: StepValue]) -> CaseStep? {
    guard allFields.allSatisfy({ !$0.required || values[$0.name] != nil }) else { return nil }
    do throws(Refusal) { return try make(values) } catch { return nil }
  }

  /// A step with something in every field that must have something, to ask the rules before anything is typed.
  package func probe(on file: CaseFile) -> CaseStep? {
    var values: [String: StepValue] = [:]
    for field in allFields where field.required {
      switch field.kind {
      case .text, .longText, .answers, .time: values[field.name] = .text("…")
      case .list: values[field.name] = .texts(["…"])
      case .number: values[field.name] = .number(1)
      case .yesNo: values[field.name] = .truth(true)
      case .date: values[field.name] = .text(file.received.day.description)
      case .staff: values[field.name] = .text(file.recordedBy.text)
      case .caseReference: values[field.name] = .text(file.reference.text)
      case .choice(let words): values[field.name] = .text(words.first ?? "")
      }
    }
    return decode(values)
  }

  /// Whether anybody's words are in it: such a line is salted, so that erasing it leaves nothing to guess by.
  package var holdsWords: Bool {
    allFields.contains { field in
      switch field.kind {
      case .text, .longText, .list: true
      case .time, .date, .number, .yesNo, .staff, .caseReference, .choice, .answers: false
      }
    }
  }

  /// The fields a correction may put right: what somebody typed in words.
  package var correctable: [String] {
    // A correction stands in the timeline for all to read.
    if kind == .conductNoted { return [] }
    // What was sent was sent.
    if kind == .letterQueued { return [] }
    return fields.compactMap { field in
      switch field.kind {
      case .text, .longText: field.name
      case .time, .date, .number, .yesNo, .staff, .caseReference, .choice, .answers, .list: nil
      }
    }
  }
}

extension FieldSpec {
  /// Why that is no value of this field.
  func refusal(of value: StepValue) -> Refusal {
    let text: String =
      switch value {
      case .text(let text): text
      case .number(let number): String(number)
      case .truth(let truth): truth ? "yes" : "no"
      case .texts(let texts): texts.joined(separator: "; ")
      }
    let allowed: String =
      switch kind {
      case .text, .longText, .answers: "a text"
      case .list: "texts with ; between"
      case .time: "a date YYYY-MM-DD, or an ISO 8601 instant"
      case .date: "a date YYYY-MM-DD, or an ISO 8601 instant"
      case .number: "a number from 1"
      case .yesNo: "yes, no"
      case .staff: "the login of somebody who works here"
      case .caseReference: "a case such as C26-000042"
      case .choice(let words): words.joined(separator: ", ")
      }
    return .badValue(field: name, value: text, allowed: allowed)
  }
}

/// Every kind of step with what is known of it.
package enum StepCatalogue {
  package static let all: [StepSpec] =
    IntakeStep.specs + WorkStep.specs + RemedyStep.specs + EscalationStep.specs + OmbudsmanStep.specs
    + BehaviourStep.specs + HazardStep.specs + PeopleStep.specs + RecordStep.specs

  private static let places: [StepKind: Int] = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($0.element.kind, $0.offset) })
  /// The entry of that kind; a test holds that every kind has one.
  package static func spec(_ kind: StepKind) -> StepSpec { all[places[kind] ?? 0] }
}
