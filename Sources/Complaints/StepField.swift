package import Clocks

/// What one field of a step holds, apart from any type: how it stands in a line of the journal.
package enum StepValue: Hashable, Sendable {
  case text(String)
  case number(Int)
  case truth(Bool)
  case texts([String])
}

/// A field's name with what it holds.
package struct NamedValue: Hashable, Sendable {
  package let name: String
  package let value: StepValue
}

/// One field of a step: its name in the journal and in `act`, how a sheet asks for it, and its place in the type.
///
/// From these tables come `act --list`, the sheets, reading and writing the journal, corrections and timeline.
package struct StepField<Payload: Sendable>: Sendable {
  package let spec: FieldSpec
  /// False for what the rules fill in: a running number, a stage.
  let isGiven: Bool
  /// Nil where there is nothing to say.
  let get: @Sendable (Payload) -> StepValue?
  /// False when that is no value of this field.
  let set: @Sendable (inout Payload, StepValue) -> Bool
}

extension StepField {
  /// Words; empty when not given.
  package static func text(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, String> & Sendable,
    required: Bool = false, long: Bool = false, given: Bool = true, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, long ? .longText : .text, required: required, help: help), isGiven: given,
      get: { $0[keyPath: path].isEmpty ? nil : .text($0[keyPath: path]) },
      set: { payload, value in
        guard case .text(let text) = value else { return false }
        payload[keyPath: path] = text
        return true
      })
  }

  /// Several texts, typed with a semicolon between.
  package static func list(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, [String]> & Sendable,
    required: Bool = false, help: String = "several with ; between"
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, .list, required: required, help: help), isGiven: true,
      get: { $0[keyPath: path].isEmpty ? nil : .texts($0[keyPath: path]) },
      set: { payload, value in
        guard case .texts(let texts) = value else { return false }
        payload[keyPath: path] = texts
        return true
      })
  }

  /// A number from 1; money is in pence.
  package static func number(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, Int?> & Sendable,
    required: Bool = false, given: Bool = true, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, .number, required: required, help: help), isGiven: given,
      get: { $0[keyPath: path].map { .number($0) } },
      set: { payload, value in
        guard case .number(let number) = value else { return false }
        payload[keyPath: path] = number
        return true
      })
  }

  /// Yes, no, or not said.
  package static func yesNo(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, Bool?> & Sendable,
    required: Bool = false, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, .yesNo, required: required, help: help), isGiven: true,
      get: { $0[keyPath: path].map { .truth($0) } },
      set: { payload, value in
        guard case .truth(let truth) = value else { return false }
        payload[keyPath: path] = truth
        return true
      })
  }

  /// A civil day.
  package static func day(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, CalendarDay?> & Sendable,
    required: Bool = false, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, .date, required: required, help: help), isGiven: true,
      get: { $0[keyPath: path].map { .text($0.description) } },
      set: { payload, value in
        guard case .text(let text) = value, let day = CalendarDay(text) else { return false }
        payload[keyPath: path] = day
        return true
      })
  }

  /// An instant.
  package static func moment(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, Moment?> & Sendable,
    given: Bool = true, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, .time, required: false, help: help), isGiven: given,
      get: { $0[keyPath: path].map { .text($0.description) } },
      set: { payload, value in
        guard case .text(let text) = value, let moment = Moment(text) else { return false }
        payload[keyPath: path] = moment
        return true
      })
  }

  /// Somebody who works here.
  package static func staff(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, StaffLogin?> & Sendable,
    required: Bool = false, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, .staff, required: required, help: help), isGiven: true,
      get: { $0[keyPath: path].map { .text($0.text) } },
      set: { payload, value in
        guard case .text(let text) = value, let login = StaffLogin(text) else { return false }
        payload[keyPath: path] = login
        return true
      })
  }

  /// Another case.
  package static func reference(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, CaseReference?> & Sendable,
    required: Bool = false, given: Bool = true, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(name, label, .caseReference, required: required, help: help), isGiven: given,
      get: { $0[keyPath: path].map { .text($0.text) } },
      set: { payload, value in
        guard case .text(let text) = value, let reference = CaseReference(text) else { return false }
        payload[keyPath: path] = reference
        return true
      })
  }

  /// One word of a list.
  package static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ label: String, _ path: any WritableKeyPath<Payload, Word?> & Sendable,
    required: Bool = false, given: Bool = true, help: String = ""
  ) -> StepField {
    StepField(
      spec: FieldSpec(
        name, label, .choice(Word.allCases.map(\.rawValue)), required: required, help: help),
      isGiven: given,
      get: { $0[keyPath: path].map { .text($0.rawValue) } },
      set: { payload, value in
        guard case .text(let text) = value, let word = Word(rawValue: text) else { return false }
        payload[keyPath: path] = word
        return true
      })
  }
}
