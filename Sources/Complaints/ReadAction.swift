package import Clocks

/// The fields of an action as somebody gave them, before they mean anything.
package struct ActionFields: Sendable {
  private var values: [String: String] = [:]
  package var answers: [TriageAnswer] = []

  package init() {}

  /// Sets a field; the last word on a name wins.
  package mutating func set(_ name: String, _ value: String) { values[name] = value }

  package var names: [String] { values.keys.sorted() }

  package func text(_ name: String) -> String { values[name] ?? "" }

  func required(_ name: String) throws(Refusal) -> String {
    let value = text(name)
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw .missing(field: name, clause: nil)
    }
    return value
  }

  func word<Word: RawRepresentable & CaseIterable>(_ name: String, _ type: Word.Type) throws(Refusal) -> Word
  where Word.RawValue == String {
    let value = try required(name)
    guard let word = Word(rawValue: value) else {
      let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badValue(field: name, value: value, allowed: allowed)
    }
    return word
  }

  func yesNo(_ name: String) throws(Refusal) -> Bool {
    switch try required(name) {
    case "yes", "true", "y": return true
    case "no", "false", "n": return false
    case let other: throw .badValue(field: name, value: other, allowed: "yes, no")
    }
  }

  func number(_ name: String) throws(Refusal) -> Int {
    let value = try required(name)
    guard let number = Int(value), number > 0 else {
      throw .badValue(field: name, value: value, allowed: "a number from 1")
    }
    return number
  }

  func seq(_ name: String) throws(Refusal) -> UInt64? {
    text(name).isEmpty ? nil : UInt64(try number(name))
  }

  func day(_ name: String, zone: ZoneTable) throws(Refusal) -> CalendarDay {
    let value = try required(name)
    guard let at = zone.occurrence(value) else {
      throw .badValue(field: name, value: value, allowed: "a date YYYY-MM-DD, or an ISO 8601 instant")
    }
    return at.day
  }
}

/// Turns an action's name and fields into an action; the same door for `act`, JSON lines and sheets.
package struct ReadAction: Sendable {
  package var zone: ZoneTable
  /// Finds a case by `C26-000042` or `42`; nil where there is none.
  package var findCase: @Sendable (String) -> CaseReference?

  package init(zone: ZoneTable, findCase: @escaping @Sendable (String) -> CaseReference?) {
    self.zone = zone
    self.findCase = findCase
  }

  /// The action those fields ask for.
  ///
  /// - Throws: `.noSuchField`, `.missing` or `.badValue`, naming the field and what is allowed.
  package func read(_ name: ActionName, _ fields: ActionFields) throws(Refusal) -> Action {
    let allowed = ActionCatalogue.spec(name).fields.map(\.name)
    for given in fields.names where !allowed.contains(given) {
      throw .noSuchField(given, allowed: allowed)
    }
    switch name {
    case .triage:
      return .triage(
        TriageChoice(
          kind: try fields.word("kind", Kind.self), reason: fields.text("reason"),
          answers: try answers(fields), profile: fields.text("profile"), subject: fields.text("subject")))
    case .acknowledge:
      return .acknowledge(
        AcknowledgementDraft(
          definition: fields.text("definition"), outcome: fields.text("outcome"),
          notOurs: fields.text("not-ours"),
          due: fields.text("due").isEmpty ? nil : try fields.day("due", zone: zone),
          override: fields.text("override"), advocacy: fields.text("advocacy")))
    case .assign: return .assign(to: try staff(fields, "to"))
    case .contact:
      return .contact(
        ContactLogged(
          direction: try fields.word("direction", Direction.self),
          channel: try fields.word("channel", Channel.self), reached: try fields.yesNo("reached"),
          verified: fields.text("verified"), text: try fields.required("text")))
    case .point: return .point(text: try fields.required("text"), category: fields.text("category"))
    case .decide:
      return .decide(
        PointJudgement(
          point: try fields.number("point"), decision: try fields.word("decision", Decision.self),
          reasons: fields.text("reasons"), basis: fields.text("basis"), remedy: fields.text("remedy")))
    case .extend:
      return .extend(
        to: try fields.day("to", zone: zone), reason: fields.text("reason"), told: fields.text("told"),
        goodReason: fields.text("good-reason"))
    case .respond:
      return .respond(
        channel: try fields.word("channel", Channel.self), text: fields.text("text"),
        override: fields.text("override"), nextContact: fields.text("next-contact"))
    case .escalate:
      return .escalate(
        reason: fields.text("reason"), late: fields.text("late"),
        entry: StageEntry(
          stage: fields.text("stage").isEmpty ? nil : try fields.number("stage"),
          way: fields.text("by").isEmpty ? nil : try fields.word("by", StageWay.self)))
    case .close: return .close(reason: fields.text("reason"), override: fields.text("override"))
    case .note: return .note(text: try fields.required("text"))
    case .link:
      let to = try fields.required("to")
      guard let reference = findCase(to) else { throw .noSuchCase(to) }
      let relation = fields.text("as")
      return .link(to: reference, relation: relation.isEmpty ? "related" : relation)
    case .correct:
      return .correct(
        Corrected(
          seq: UInt64(try fields.number("seq")), field: try fields.required("field"),
          value: fields.text("value")))
    case .undo: return .undo(seq: try fields.seq("seq"))
    case .redo: return .redo(seq: try fields.seq("seq"))
    case .step(let kind): return .step(try step(StepCatalogue.spec(kind), fields))
    }
  }

  /// The step of that kind with those fields.
  private func step(_ spec: StepSpec, _ fields: ActionFields) throws(Refusal) -> CaseStep {
    var values: [String: StepValue] = [:]
    for field in spec.fields {
      guard field.required || !fields.text(field.name).isEmpty else { continue }
      let text = try fields.required(field.name)
      switch field.kind {
      case .text, .longText, .answers, .staff, .choice, .time: values[field.name] = .text(text)
      case .date: values[field.name] = .text(try fields.day(field.name, zone: zone).description)
      case .number: values[field.name] = .number(try fields.number(field.name))
      case .yesNo: values[field.name] = .truth(try fields.yesNo(field.name))
      case .caseReference:
        guard let reference = findCase(text) else { throw .noSuchCase(text) }
        values[field.name] = .text(reference.text)
      case .list:
        let texts = listed(text)
        if texts.isEmpty, field.required { throw .missing(field: field.name, clause: nil) }
        values[field.name] = .texts(texts)
      }
    }
    return try spec.make(values)
  }

  /// The texts between semicolons, blanks around them taken off.
  private func listed(_ text: String) -> [String] {
    text.split(separator: ";").compactMap { part in
      let words = part.split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  private func staff(_ fields: ActionFields, _ name: String) throws(Refusal) -> StaffLogin {
    let value = try fields.required(name)
    guard let login = StaffLogin(value) else { throw .noSuchStaff(value) }
    return login
  }

  /// Answers given as such, or as text `first-report=yes,handling=no`.
  private func answers(_ fields: ActionFields) throws(Refusal) -> [TriageAnswer] {
    var answers = fields.answers
    for pair in fields.text("answers").split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
      let keys = TriageQuestion.allCases.map(\.rawValue).joined(separator: ", ")
      guard let key = parts.first, let question = TriageQuestion(rawValue: key) else {
        throw .badValue(field: "answers", value: String(pair), allowed: keys)
      }
      var value = ActionFields()
      value.set("answers", parts.count > 1 ? parts[1] : "yes")
      answers.append(TriageAnswer(question: question, yes: try value.yesNo("answers")))
    }
    return answers
  }
}
