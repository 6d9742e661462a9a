import CaseDocuments
import Complaints
import PlainText

/// What a field may be, and what it is for.
func fieldWords(_ field: FieldSpec) -> String {
  let kind: String =
    switch field.kind {
    case .text, .longText: "text"
    case .time: "date or instant"
    case .date: "date"
    case .number: "number"
    case .yesNo: "yes or no"
    case .staff: "login"
    case .caseReference: "case"
    case .choice(let words): words.joined(separator: " ")
    case .list: "texts with ; between"
    case .answers: "first-report=yes,handling=no"
    }
  return kind + (field.help.isEmpty ? "" : "; " + field.help)
}

/// One action of the catalogue for other programs.
func actionRecord(_ action: ActionSpec) -> JSON {
  record([
    "action": .string(action.name.rawValue), "title": .string(action.title),
    "who": .array(action.roles.map { .string($0.rawValue) }), "outward": .bool(action.outward),
    "fields": .array(action.fields.map(fieldRecord)),
  ])
}

private func fieldRecord(_ field: FieldSpec) -> JSON {
  var choices: JSON?
  if case .choice(let words) = field.kind { choices = .array(words.map { .string($0) }) }
  return record([
    "field": .string(field.name), "label": .string(field.label), "required": .bool(field.required),
    "choices": choices, "help": .unlessEmpty(field.help),
  ])
}
