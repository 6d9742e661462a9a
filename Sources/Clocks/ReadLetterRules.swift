import PlainText

extension ProfileReader {
  mutating func contents(_ root: DataField, _ name: String) -> [RequiredItem] {
    var items: [RequiredItem] = []
    for field in fields.items(root, name) where fields.object(field, allowed: ["item", "stages", "clause"]) {
      guard let item = fields.optionalWord(field, "item", LetterItem.self) else {
        if field.optional("item") == nil { fields.note(field, "\"item\" is missing here") }
        continue
      }
      let stages = stageNumbers(field)
      if items.contains(where: { $0.item == item && !$0.stages.filter(stages.contains).isEmpty }),
        let again = field.optional("item")
      {
        fields.note(again, "\"\(item.rawValue)\" is already owed at the same stage")
      }
      items.append(RequiredItem(item: item, stages: stages, clause: clause(field)))
    }
    return items
  }

  /// What letters other than acknowledgement and response must contain.
  mutating func letterParts(_ root: DataField) -> [RequiredPart] {
    var parts: [RequiredPart] = []
    for field in fields.items(root, "letters")
    where fields.object(field, allowed: ["letter", "items", "clause"]) {
      let letter = fields.word(field, "letter", or: LetterKind.update)
      if letter == .acknowledgement || letter == .response, let word = field.optional("letter") {
        fields.note(word, "what that letter must contain stands under \"\(letter.rawValue)\"")
      }
      let items = fields.wordList(field, "items", LetterItem.self)
      if items.isEmpty { fields.note(field, "\"items\" names what the letter must contain") }
      let clause = clause(field)
      for item in items {
        if parts.contains(where: { $0.letter == letter && $0.item == item }) {
          fields.note(field, "\"\(item.rawValue)\" is already owed in the letter \(letter.rawValue)")
        }
        parts.append(RequiredPart(letter: letter, item: item, clause: clause))
      }
    }
    return parts
  }

  private mutating func stageNumbers(_ object: DataField) -> [Int] {
    guard object.optional("stages") != nil else { return Array(1...stageCount) }
    var numbers: [Int] = []
    for field in fields.items(object, "stages") {
      guard let number = field.value.integer, (1...stageCount).contains(number) else {
        fields.note(
          field, stageCount == 1 ? "the policy has one stage, 1" : "the policy has stages 1 to \(stageCount)")
        continue
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Triage answers and kinds, as `intake` reads them.
  static let triageKeys = [
    "first-report", "follow-up", "reported-before", "missed", "handling", "asks-complaint", "conduct",
    "policy-failure", "information", "survey", "court-claim", "appeal-right", "other-body", "nuisance",
    "nuisance-handling", "accident", "accident-handling", "more-enquiries", "explained", "satisfied",
    "there-and-then", "in-doubt", "service-request", "complaint", "compliment", "comment", "enquiry", "asb",
    "claim", "data-protection",
  ]

  mutating func triage(_ root: DataField) -> [TriageClause] {
    var clauses: [TriageClause] = []
    for field in fields.items(root, "triage") where fields.object(field, allowed: ["key", "says", "clause"]) {
      let key = fields.words(field, "key")
      if !key.isEmpty, !Self.triageKeys.contains(key), let word = field.optional("key") {
        fields.note(
          word, "a triage answer or a kind is needed here: \(Self.triageKeys.joined(separator: ", "))")
      }
      clauses.append(TriageClause(key: key, says: fields.words(field, "says"), clause: clause(field)))
    }
    return clauses
  }

  mutating func ombudsmen(_ root: DataField) -> [Ombudsman] {
    var bodies: [Ombudsman] = []
    let allowed = [
      "name", "subject", "subjects", "address", "phone", "email", "web", "asOf", "printed", "clause",
      "reading",
    ]
    for field in fields.items(root, "ombudsmen") where fields.object(field, allowed: allowed) {
      bodies.append(
        Ombudsman(
          name: fields.words(field, "name"), subject: fields.words(field, "subject"),
          subjects: fields.texts(field, "subjects"), address: fields.text(field, "address"),
          phone: fields.text(field, "phone"), email: fields.text(field, "email"),
          web: fields.text(field, "web"), asOf: fields.day(field, "asOf"), printed: printed(field),
          clause: clause(field), readingReason: reading(field)))
    }
    return bodies
  }

  private mutating func printed(_ object: DataField) -> ContactDetails? {
    guard let field = object.optional("printed"),
      fields.object(field, allowed: ["address", "phone", "email", "web"])
    else { return nil }
    return ContactDetails(
      address: fields.text(field, "address"), phone: fields.text(field, "phone"),
      email: fields.text(field, "email"), web: fields.text(field, "web"))
  }

  mutating func escalation(_ root: DataField) -> EscalationRule? {
    guard let field = root.optional("escalation"),
      fields.object(
        field, allowed: ["reason", "reasonClause", "refusal", "refusalClause", "requestTo", "reading"])
    else { return nil }
    let reason = fields.word(field, "reason", or: EscalationRule.Reason.silent)
    let refusal = fields.word(field, "refusal", or: EscalationRule.Refusal.silent)
    // Where the policy is silent there is no place to name.
    let none = Clause(source: source, place: "")
    return EscalationRule(
      reason: reason, reasonClause: reason == .silent ? none : clause(field, "reasonClause"),
      refusal: refusal, refusalClause: refusal == .silent ? none : clause(field, "refusalClause"),
      requestTo: fields.text(field, "requestTo"), readingReason: reading(field))
  }
}
