/// How one field of an action is given.
package enum FieldKind: Hashable, Sendable {
  case text
  /// Several lines; the desk opens a larger box.
  case longText
  /// A date, or an instant.
  case time
  case date
  case number
  case yesNo
  case staff
  case caseReference
  case choice([String])
  /// Triage answers: `first-report=yes,handling=no`; in a JSON line an object of `true` and `false`.
  case answers
  /// Several texts with `;` between; in a JSON line the same.
  case list
}

/// One field of an action, as `act --list`, the sheets and the completions show it.
package struct FieldSpec: Hashable, Sendable {
  package let name: String
  package let label: String
  package let kind: FieldKind
  package let required: Bool
  package let help: String

  init(_ name: String, _ label: String, _ kind: FieldKind, required: Bool = false, help: String = "") {
    self.name = name
    self.label = label
    self.kind = kind
    self.required = required
    self.help = help
  }
}

/// Every action by name, without its fields: the key of the catalogue.
package enum ActionName: Hashable, Sendable {
  case triage, acknowledge, assign, contact, point, decide, extend, respond, escalate, close, note, link
  case correct, undo, redo
  /// An action whose fields a table tells.
  case step(StepKind)
}

extension ActionName: CaseIterable {
  private static let plain: [ActionName] = [
    .triage, .acknowledge, .assign, .contact, .point, .decide, .extend, .respond, .escalate, .close, .note,
    .link, .correct, .undo, .redo,
  ]
  private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  package static let allCases: [ActionName] = plain + StepCatalogue.all.map { .step($0.kind) }

  package init?(rawValue: String) {
    guard let name = ActionName.byWord[rawValue] else { return nil }
    self = name
  }

  /// The word that names it in `act`, `:` and the sheets.
  package var rawValue: String {
    switch self {
    case .triage: "triage"
    case .acknowledge: "acknowledge"
    case .assign: "assign"
    case .contact: "contact"
    case .point: "point"
    case .decide: "decide"
    case .extend: "extend"
    case .respond: "respond"
    case .escalate: "escalate"
    case .close: "close"
    case .note: "note"
    case .link: "link"
    case .correct: "correct"
    case .undo: "undo"
    case .redo: "redo"
    case .step(let kind): StepCatalogue.spec(kind).action
    }
  }
}

/// What is known of one action apart from any case: the one table behind footer, `?`, `:` and `act --list`.
package struct ActionSpec: Hashable, Sendable {
  package let name: ActionName
  /// What it does, in a few words a handler would use.
  package let title: String
  package let fields: [FieldSpec]
  /// Roles that may do it; a stage may ask for a higher one.
  package let roles: [Role]
  /// Whether the resident is told by it: the sheet's default is Cancel.
  package let outward: Bool

  init(
    _ name: ActionName, _ title: String, roles: [Role], outward: Bool = false, _ fields: [FieldSpec]
  ) {
    self.name = name
    self.title = title
    self.fields = fields
    self.roles = roles
    self.outward = outward
  }

  init(_ step: StepSpec) {
    self.init(.step(step.kind), step.title, roles: step.roles, outward: step.outward, step.fields)
  }
}

/// The catalogue of actions.
package enum ActionCatalogue {
  package static let all: [ActionSpec] = ActionName.allCases.map(spec)

  /// The entry of one action.
  package static func spec(_ name: ActionName) -> ActionSpec {
    switch name {
    case .triage:
      ActionSpec(
        name, "decide what the contact is", roles: [.handler, .supervisor],
        [
          FieldSpec("kind", "Kind", .choice(Kind.allCases.map(\.rawValue)), required: true),
          FieldSpec(
            "reason", "Reason", .text, help: "needed where the choice is not what the answers propose"),
          FieldSpec("answers", "Answers", .answers),
          FieldSpec("profile", "Policy", .text, help: "the adopted profile the case follows"),
          FieldSpec("subject", "Subject", .text, help: "chooses among several procedures of the landlord"),
        ])
    case .acknowledge:
      ActionSpec(
        name, "acknowledge the complaint", roles: [.handler], outward: true,
        [
          FieldSpec("definition", "Our understanding", .longText, required: true),
          FieldSpec("outcome", "Outcome sought", .text),
          FieldSpec("not-ours", "Not ours to answer", .text, help: "nothing, where all of it is ours"),
          FieldSpec("due", "Response promised by", .date),
          FieldSpec(
            "advocacy", "Advocacy they were led to", .text, help: "default: the services the policy names"),
          FieldSpec(
            "override", "Reason to send as it is", .text, help: "only where something required is missing"),
        ])
    case .assign:
      ActionSpec(
        name, "give the case to somebody", roles: [.supervisor, .reviewer],
        [FieldSpec("to", "To", .staff, required: true)])
    case .contact:
      ActionSpec(
        name, "log a contact", roles: [.handler, .supervisor],
        [
          FieldSpec("direction", "Direction", .choice(Direction.allCases.map(\.rawValue)), required: true),
          FieldSpec("channel", "Channel", .choice(Channel.allCases.map(\.rawValue)), required: true),
          FieldSpec("reached", "Reached them", .yesNo, required: true),
          FieldSpec("verified", "Checked who it was by", .text),
          FieldSpec("text", "What was said", .longText, required: true),
        ])
    case .point:
      ActionSpec(
        name, "add a point", roles: [.handler],
        [FieldSpec("text", "Point", .text, required: true), FieldSpec("category", "Category", .text)])
    case .decide:
      ActionSpec(
        name, "decide a point", roles: [.investigator],
        [
          FieldSpec("point", "Point", .number, required: true),
          FieldSpec("decision", "Decision", .choice(Decision.allCases.map(\.rawValue)), required: true),
          FieldSpec("reasons", "Reasons", .longText, required: true),
          FieldSpec(
            "basis", "Basis", .text, required: true, help: "policy, standard, law, practice, or none"),
          FieldSpec("remedy", "Remedy", .text),
        ])
    case .extend:
      ActionSpec(
        name, "extend the response date", roles: [.investigator], outward: true,
        [
          FieldSpec("to", "New date", .date, required: true),
          FieldSpec("reason", "Reason", .text, required: true),
          FieldSpec("told", "How the resident was told", .text, required: true),
          FieldSpec("good-reason", "Good reason beyond the cap", .text),
        ])
    case .respond:
      ActionSpec(
        name, "send the response", roles: [.investigator], outward: true,
        [
          FieldSpec("channel", "Channel", .choice(Channel.allCases.map(\.rawValue)), required: true),
          FieldSpec("text", "What it says", .longText),
          FieldSpec(
            "next-contact", "Whom to turn to next", .text, help: "default: the handler of the case"),
          FieldSpec(
            "override", "Reason to send as it is", .text, help: "only where something required is missing"),
        ])
    case .escalate:
      ActionSpec(
        name, "take it to the next stage", roles: [.handler], outward: true,
        [
          FieldSpec("reason", "What they said", .text, help: "asked for, never demanded"),
          FieldSpec("late", "Why a late request is accepted", .text),
          FieldSpec("stage", "Stage", .number, help: "where it is not the next one"),
          FieldSpec(
            "by", "Straight there by", .choice(StageWay.allCases.map(\.rawValue)),
            help: "only where the policy lets a stage be entered directly"),
        ])
    case .close:
      ActionSpec(
        name, "close the case", roles: [.handler, .supervisor], outward: true,
        [
          FieldSpec("reason", "Reason", .text, required: true),
          FieldSpec(
            "override", "Reason to close as it is", .text,
            help: "only where the policy says something is owed"),
        ])
    case .note:
      ActionSpec(
        name, "write a note", roles: [.handler, .supervisor],
        [FieldSpec("text", "Note", .longText, required: true)])
    case .link:
      ActionSpec(
        name, "link another case", roles: [.handler, .supervisor],
        [
          FieldSpec("to", "Case", .caseReference, required: true),
          FieldSpec("as", "As", .choice(["related", "duplicate", "service-request", "follow-up"])),
        ])
    case .correct:
      ActionSpec(
        name, "put an earlier entry right", roles: [.handler, .supervisor],
        [
          FieldSpec("seq", "Entry", .number, required: true),
          FieldSpec("field", "Field", .text, required: true),
          FieldSpec("value", "Value", .text, required: true),
        ])
    case .undo:
      ActionSpec(
        name, "undo your last step", roles: [.handler, .supervisor],
        [FieldSpec("seq", "Entry", .number, help: "default: your newest")])
    case .redo:
      ActionSpec(
        name, "redo what you undid", roles: [.handler, .supervisor],
        [FieldSpec("seq", "Entry", .number, help: "default: your newest undone")])
    case .step(let kind): ActionSpec(StepCatalogue.spec(kind))
    }
  }
}

extension Action {
  /// Which entry of the catalogue this is.
  package var name: ActionName {
    switch self {
    case .triage: .triage
    case .acknowledge: .acknowledge
    case .assign: .assign
    case .contact: .contact
    case .point: .point
    case .decide: .decide
    case .extend: .extend
    case .respond: .respond
    case .escalate: .escalate
    case .close: .close
    case .note: .note
    case .link: .link
    case .correct: .correct
    case .undo: .undo
    case .redo: .redo
    case .step(let step): .step(step.kind)
    }
  }
}
