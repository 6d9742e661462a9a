import Clocks
import Complaints

/// One step of every kind with every field filled.
enum EveryStep {
  static let events: [NewEvent] = StepCatalogue.all.map { spec in
    NewEvent(.step(filled(spec)), case: reference(1))
  }

  static func filled(_ spec: StepSpec) -> CaseStep {
    var values: [String: StepValue] = [:]
    for field in spec.allFields { values[field.name] = value(field, 1) }
    return given(spec.decode(values))
  }

  /// A value of that field; another for another choice.
  static func value(_ field: FieldSpec, _ choice: Int) -> StepValue {
    switch field.kind {
    case .time: .text("2026-11-22T09:32:07.123456Z")
    case .text, .longText, .answers: .text("t\(choice) \"Siân\" 作\n" + field.name)
    case .list: .texts(["one; \(choice)", "two\\"])
    case .number: .number(choice)
    case .yesNo: .truth(choice % 2 == 1)
    case .date: .text("2026-12-" + (choice % 2 == 1 ? "01" : "31"))
    case .staff: .text(choice % 2 == 1 ? "amira" : "a.very-long.login_0123456789")
    case .caseReference: .text("C26-000001")
    case .choice(let words): .text(words[choice % words.count])
    }
  }
}
