import Complaints

/// The response sheet: each point with its decision, then the letter.
enum ResponseFields {
  static func of(_ file: CaseFile) -> [FormField] {
    var fields: [FormField] = []
    for point in file.points where point.isOpen { fields += of(point, at: file.stage) }
    return fields + letter
  }

  private static func of(_ point: Point, at stage: Stage?) -> [FormField] {
    let number = String(point.number)
    let recorded = stage.flatMap { point.decision(at: $0) }
    let words =
      [PickOption(value: "", label: "not decided yet")]
      + Decision.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }
    let chosen = recorded.flatMap { made in words.firstIndex { $0.value == made.decision.rawValue } } ?? 0
    return [
      FormField(name: "point:" + number, label: "Point \(number): " + oneLine(point.text), input: .heading),
      FormField(name: "decision:" + number, label: "Decision", input: .choice(words, chosen: chosen)),
      FormField(
        name: "reasons:" + number, label: "Reasons",
        input: .area(TextEntry(recorded?.reasons ?? "", shape: .area), rows: 2)),
      FormField(
        name: "basis:" + number, label: "Basis", input: .line(TextEntry(recorded?.basis ?? "")),
        hint: "policy, standard, law, practice, or none"),
      FormField(name: "remedy:" + number, label: "Remedy", input: .line(TextEntry(recorded?.remedy ?? ""))),
    ]
  }

  private static let letter = [
    FormField(name: "letter", label: "The response", input: .heading),
    FormField(
      name: "send", label: "Send it",
      input: .choice(
        [
          PickOption(value: "no", label: "not yet: only keep the decisions"),
          PickOption(value: "yes", label: "now"),
        ],
        chosen: 0)),
    FormField(
      name: "channel", label: "Channel",
      input: .choice(Channel.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }, chosen: 0)),
    FormField(name: "text", label: "What it says", input: .area(TextEntry(shape: .area), rows: 4)),
    FormField(
      name: "override", label: "Reason to send as is", input: .line(TextEntry()),
      hint: "only where something required is missing"),
  ]

  /// The fields anew after points were added, with everything typed kept.
  static func renewed(_ form: Form, _ file: CaseFile) -> [FormField] {
    var fields = of(file) + [SheetForms.occurred]
    for at in fields.indices {
      if let typed = form.fields.first(where: { $0.name == fields[at].name && $0.takesKeys }) {
        fields[at].input = typed.input
      }
    }
    return fields
  }
}
