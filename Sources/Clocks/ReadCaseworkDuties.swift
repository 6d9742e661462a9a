import PlainText

extension ProfileReader {
  static let dutyMembers = [
    "personalContact", "liveIssueCheck", "learning", "compensation", "draftApproval", "handlerChangeNotice",
    "separateHandlingNotice", "oralConfirmation", "translation", "formByPost", "remedyAgreement",
    "contractorAgreement", "advocacy", "signOff", "directToOmbudsman", "refusalToEscalate", "procedures",
    "referrals", "conduct", "liability", "compliments", "oversight", "memberReading", "hazardScope",
    "retention",
  ]

  mutating func duties(_ root: DataField) -> CaseworkDuties {
    var duties = CaseworkDuties()
    duties.personalContact = personalContact(root)
    duties.liveIssueCheck = stated(root, "liveIssueCheck")
    duties.learning = learning(root)
    duties.compensation = compensation(root)
    duties.draftApproval = approval(root, "draftApproval")
    duties.handlerChangeNotice = stated(root, "handlerChangeNotice")
    duties.separateHandlingNotice = stated(root, "separateHandlingNotice")
    duties.oralConfirmation = stated(root, "oralConfirmation")
    duties.translation = stated(root, "translation")
    duties.formByPost = stated(root, "formByPost")
    duties.remedyAgreement = stated(root, "remedyAgreement")
    duties.contractorAgreement = stated(root, "contractorAgreement")
    duties.advocacy = advocacy(root)
    duties.signOff = approval(root, "signOff")
    duties.directToOmbudsman = directToOmbudsman(root)
    duties.refusalToEscalate = statedWords(root, "refusalToEscalate")
    duties.procedures = procedures(root)
    duties.referrals = referrals(root)
    duties.conduct = statedWords(root, "conduct")
    duties.liability = liability(root)
    duties.compliments = compliments(root)
    duties.oversight = oversight(root)
    duties.memberReading = memberReading(root)
    duties.hazardScope = hazardScope(root)
    duties.retention = retention(root)
    return duties
  }

  // MARK: - Shapes several of them share

  private mutating func part(_ root: DataField, _ name: String, _ members: [String]) -> DataField? {
    guard let field = root.optional(name), fields.object(field, allowed: members + ["clause", "reading"])
    else { return nil }
    return field
  }

  private mutating func stated(_ root: DataField, _ name: String) -> StatedDuty? {
    guard let field = part(root, name, []) else { return nil }
    return StatedDuty(clause: clause(field), readingReason: reading(field))
  }

  private mutating func statedWords(_ root: DataField, _ name: String) -> StatedWords? {
    guard let field = part(root, name, ["says"]) else { return nil }
    return StatedWords(
      says: fields.words(field, "says"), clause: clause(field), readingReason: reading(field))
  }

  private mutating func approval(_ root: DataField, _ name: String) -> Approval? {
    guard let field = part(root, name, ["role"]) else { return nil }
    return Approval(role: roleNamed(field, "role"), clause: clause(field), readingReason: reading(field))
  }

  /// Words of a closed list, each once.
  private mutating func wordsOnce<Word: RawRepresentable & CaseIterable & Hashable>(
    _ object: DataField, _ name: String, _ type: Word.Type
  ) -> [Word] where Word.RawValue == String {
    let words = fields.wordList(object, name, type)
    for (index, word) in words.enumerated() where words[..<index].contains(word) {
      guard let list = object.optional(name) else { break }
      fields.note(list, "\"\(word.rawValue)\" stands twice in \"\(name)\"")
    }
    return words
  }

  // MARK: - While the complaint is worked

  private mutating func personalContact(_ root: DataField) -> PersonalContactRule? {
    guard let field = part(root, "personalContact", ["before", "by", "exceptions"]) else { return nil }
    enum Letter: String, CaseIterable { case acknowledgement, response }
    let letter = fields.word(field, "before", or: Letter.response)
    return PersonalContactRule(
      before: letter == .acknowledgement ? .acknowledge : .respond,
      by: wordsOnce(field, "by", PersonalContactRule.Way.self),
      exceptions: wordsOnce(field, "exceptions", PersonalContactRule.Exception.self),
      clause: clause(field), readingReason: reading(field))
  }

  private mutating func learning(_ root: DataField) -> LearningRule? {
    let members = ["owed", "informalToo", "prompts", "followedBy", "communicationFirst"]
    guard let field = part(root, "learning", members) else { return nil }
    let owed = fields.word(field, "owed", or: LearningRule.Owed.every)
    let informalToo = fields.flag(field, "informalToo")
    if informalToo, owed == .notStated, let extra = field.optional("informalToo") {
      fields.note(
        extra, "a policy that does not state what learning is owed cannot owe it for informal ones too")
    }
    return LearningRule(
      owed: owed, informalToo: informalToo, prompts: fields.texts(field, "prompts"),
      followedBy: fields.text(field, "followedBy"),
      communicationFirst: fields.flag(field, "communicationFirst"), clause: clause(field),
      readingReason: reading(field))
  }

  private mutating func compensation(_ root: DataField) -> CompensationRule? {
    guard let field = part(root, "compensation", ["heads", "limits"]) else { return nil }
    var limits: [CompensationRule.Authority] = []
    for item in fields.items(field, "limits") where fields.object(item, allowed: ["role", "pence"]) {
      let limit = CompensationRule.Authority(
        role: roleNamed(item, "role"), pence: fields.integer(item, "pence", 1...100_000_000))
      if limits.contains(where: { $0.role == limit.role }), let role = item.optional("role") {
        fields.note(role, "the role \(limit.role) already has a limit")
      }
      if let last = limits.last, limit.pence <= last.pence, let pence = item.optional("pence") {
        fields.note(pence, "limits must rise; \(limit.pence) does not come after \(last.pence)")
      }
      limits.append(limit)
    }
    return CompensationRule(
      heads: wordsOnce(field, "heads", CompensationRule.Head.self), limits: limits, clause: clause(field),
      readingReason: reading(field))
  }

  private mutating func advocacy(_ root: DataField) -> AdvocacyRule? {
    guard let field = part(root, "advocacy", ["services"]) else { return nil }
    var services: [AdvocacyRule.Service] = []
    for item in fields.items(field, "services")
    where fields.object(item, allowed: ["subjects", "name", "clause"]) {
      services.append(
        AdvocacyRule.Service(
          subjects: fields.texts(item, "subjects"), name: fields.words(item, "name"), clause: clause(item)))
    }
    return AdvocacyRule(services: services, clause: clause(field), readingReason: reading(field))
  }

  private mutating func directToOmbudsman(_ root: DataField) -> DirectToOmbudsman? {
    guard let field = part(root, "directToOmbudsman", ["afterStage", "authorisedBy"]) else { return nil }
    let stage = fields.integer(field, "afterStage", 1...4)
    if stage >= stageCount, let number = field.optional("afterStage"), number.value.integer == stage {
      fields.note(
        number,
        "after stage \(stageCount), the last, everyone may go to the Ombudsman; name an earlier stage")
    }
    return DirectToOmbudsman(
      afterStage: stage, authorisedBy: roleNamed(field, "authorisedBy"), clause: clause(field),
      readingReason: reading(field))
  }

  private mutating func liability(_ root: DataField) -> LiabilityRule? {
    guard let field = root.optional("liability"),
      fields.object(field, allowed: ["says", "legalAdvice", "clause"])
    else { return nil }
    return LiabilityRule(
      says: fields.words(field, "says"), legalAdvice: fields.flag(field, "legalAdvice"), clause: clause(field)
    )
  }

  private mutating func retention(_ root: DataField) -> RetentionRule? {
    guard let field = part(root, "retention", ["years"]) else { return nil }
    return RetentionRule(
      years: fields.integer(field, "years", 1...100), clause: clause(field), readingReason: reading(field))
  }

  // MARK: - Beside complaints

  /// Kinds of contact, as triage names them.
  static let kinds = [
    "service-request", "complaint", "compliment", "comment", "enquiry", "asb", "accident", "survey", "claim",
    "data-protection", "other-body",
  ]

  private mutating func procedures(_ root: DataField) -> [ProcedureRule] {
    let allowed = [
      "kind", "subjects", "to", "tell", "reply", "learning", "followUpVulnerable", "clause", "reading",
    ]
    var rules: [ProcedureRule] = []
    for field in fields.items(root, "procedures") where fields.object(field, allowed: allowed) {
      let kind = fields.words(field, "kind")
      if !kind.isEmpty, !Self.kinds.contains(kind), let word = field.optional("kind") {
        fields.note(word, "a kind of contact is needed here: \(Self.kinds.joined(separator: ", "))")
      }
      let subjects = fields.texts(field, "subjects")
      for earlier in rules where earlier.kind == kind && !kind.isEmpty {
        let shared =
          subjects.isEmpty && earlier.subjects.isEmpty
          ? "every subject" : subjects.first { earlier.subjects.contains($0) }
        guard let shared, let word = field.optional("kind") else { continue }
        fields.note(word, "\(kind) already has a procedure for \(shared)")
      }
      rules.append(
        ProcedureRule(
          kind: kind, subjects: subjects, to: fields.words(field, "to"), tell: fields.texts(field, "tell"),
          reply: fields.flag(field, "reply"), learning: fields.flag(field, "learning"),
          followUpVulnerable: fields.flag(field, "followUpVulnerable"), clause: clause(field),
          readingReason: reading(field)))
    }
    return rules
  }

  private mutating func referrals(_ root: DataField) -> [ReferralRule] {
    var rules: [ReferralRule] = []
    for field in fields.items(root, "referrals")
    where fields.object(field, allowed: ["matter", "to", "clause"]) {
      let matter = fields.word(field, "matter", or: ReferralMatter.crime)
      if rules.contains(where: { $0.matter == matter }), let word = field.optional("matter"),
        word.value.string == matter.rawValue
      {
        fields.note(word, "\(matter.rawValue) is already referred")
      }
      rules.append(ReferralRule(matter: matter, to: fields.words(field, "to"), clause: clause(field)))
    }
    return rules
  }

  private mutating func compliments(_ root: DataField) -> ComplimentRule? {
    guard let field = part(root, "compliments", ["thank", "shareWith", "publish", "managerNotes"]) else {
      return nil
    }
    return ComplimentRule(
      thank: fields.flag(field, "thank"),
      shareWith: wordsOnce(field, "shareWith", ComplimentRule.SharedWith.self),
      publish: fields.word(field, "publish", or: ComplimentRule.Publication.notStated),
      managerNotes: fields.flag(field, "managerNotes"), clause: clause(field), readingReason: reading(field))
  }

  private mutating func oversight(_ root: DataField) -> OversightRule? {
    guard let field = root.optional("oversight"), fields.object(field, allowed: ["team", "clause"]) else {
      return nil
    }
    return OversightRule(team: fields.words(field, "team"), clause: clause(field))
  }

  private mutating func memberReading(_ root: DataField) -> MemberReadingRule? {
    guard let field = part(root, "memberReading", ["training", "confidentiality"]) else { return nil }
    return MemberReadingRule(
      training: fields.flag(field, "training"), confidentiality: fields.flag(field, "confidentiality"),
      clause: clause(field), readingReason: reading(field))
  }
}
