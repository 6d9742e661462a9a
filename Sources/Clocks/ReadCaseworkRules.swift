import PlainText

extension ProfileReader {
  mutating func exclusions(_ root: DataField) -> [Exclusion] {
    let allowed = [
      "reason", "says", "test", "within", "unit", "from", "bar", "legal", "unless", "silent", "clause",
      "reading",
    ]
    var exclusions: [Exclusion] = []
    for field in fields.items(root, "exclusions") where fields.object(field, allowed: allowed) {
      let test = fields.word(field, "test", or: ExclusionTest.notEligible)
      let counts = test == .age || test == .sameIssue
      let known = field.optional("test")?.value.string == test.rawValue
      if known { checkParts(field, test) }
      let limit = counts && field.optional("within") != nil ? self.limit(field) : nil
      exclusions.append(
        Exclusion(
          reason: fields.words(field, "reason"), says: fields.words(field, "says"), test: test, limit: limit,
          start: fields.optionalWord(field, "from", StartEvent.self), bar: bar(field, limit),
          legal: fields.optionalWord(field, "legal", LegalTest.self), unless: fields.texts(field, "unless"),
          silent: silent(field), clause: clause(field), readingReason: reading(field)))
    }
    return exclusions
  }

  /// A limit belongs to the tests that count, a legal word to the legal test.
  private mutating func checkParts(_ field: DataField, _ test: ExclusionTest) {
    let counts = test == .age || test == .sameIssue
    if counts {
      for name in ["within", "from"] where field.optional(name) == nil {
        fields.note(field, "the test \(test.rawValue) needs \"\(name)\"")
      }
    } else {
      for name in ["within", "unit", "from", "bar"] {
        if let extra = field.optional(name) {
          fields.note(extra, "\"\(name)\" goes with the tests age and same-issue, not with \(test.rawValue)")
        }
      }
    }
    if test == .legal, field.optional("legal") == nil {
      fields.note(
        field,
        "the test legal needs \"legal\": \(LegalTest.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if test != .legal, let extra = field.optional("legal") {
      fields.note(extra, "\"legal\" goes with the test legal, not with \(test.rawValue)")
    }
  }

  mutating func anonymous(_ root: DataField) -> AnonymousRule? {
    guard let field = root.optional("anonymous"),
      fields.object(field, allowed: ["accepted", "says", "keep", "match", "clause"])
    else { return nil }
    return AnonymousRule(
      accepted: fields.flagNeeded(field, "accepted"), says: fields.words(field, "says"),
      kept: fields.flag(field, "keep"), matched: fields.flag(field, "match"), clause: clause(field))
  }

  mutating func complainants(_ root: DataField) -> ComplainantRule? {
    guard let field = root.optional("complainants"),
      fields.object(field, allowed: ["who", "authority", "holds", "clause", "reading"])
    else { return nil }
    var who: [Complainant] = []
    for item in fields.items(field, "who")
    where fields.object(item, allowed: ["says", "permission", "clause"]) {
      who.append(
        Complainant(
          says: fields.words(item, "says"), permission: fields.flag(item, "permission"), clause: clause(item))
      )
    }
    return ComplainantRule(
      who: who, check: fields.word(field, "authority", or: AuthorityCheck.none),
      holds: fields.word(field, "holds", or: AuthorityHold.nothing), clause: clause(field),
      readingReason: reading(field))
  }

  mutating func managementEscalation(_ root: DataField) -> ManagementEscalation? {
    guard let field = root.optional("managementEscalation"),
      fields.object(field, allowed: ["criteria", "threshold", "to", "clause"])
    else { return nil }
    var criteria: [ManagementCriterion] = []
    for item in fields.itemsNeeded(field, "criteria") where fields.object(item, allowed: ["key", "says"]) {
      criteria.append(ManagementCriterion(key: fields.words(item, "key"), says: fields.words(item, "says")))
    }
    let threshold = fields.integer(field, "threshold", 1...20)
    if threshold > criteria.count, !criteria.isEmpty, let number = field.optional("threshold") {
      fields.note(number, "a threshold of \(threshold) can never be met by \(criteria.count) criteria")
    }
    return ManagementEscalation(
      criteria: criteria, threshold: threshold, to: roleNamed(field, "to"), clause: clause(field))
  }

  /// The role word under that name.
  mutating func roleNamed(_ object: DataField, _ name: String) -> String {
    guard let field = object.optional(name) else {
      fields.note(object, "\"\(name)\" is missing here")
      return ""
    }
    return role(field) ?? ""
  }

  mutating func restrictions(_ root: DataField, _ clocks: [NamedClock]) -> RestrictionRule? {
    let allowed = [
      "grounds", "measures", "warningFirst", "imposedBy", "appealTo", "appealSameImposer", "staffTold",
      "length", "atEnd", "clause", "reading",
    ]
    guard let field = root.optional("restrictions"), fields.object(field, allowed: allowed) else {
      return nil
    }
    let length = datedLimit(field, "length")
    if length?.limit.unit == .hours, let part = field.optional("length") {
      fields.note(part, "a restriction lasts days, weeks or months, not hours")
    }
    if let review = clocks.first(where: { $0.word == .restrictionReview })?.rule.limit, let length,
      review != length.limit, let part = field.optional("length")
    {
      fields.note(
        part,
        "a restriction of \(length.limit.words) is reviewed at its end, but the clock restriction.review says"
          + " \(review.words)")
    }
    if field.optional("appealTo") == nil, let part = field.optional("appealSameImposer") {
      fields.note(part, "without \"appealTo\" there is no appeal for another person to hear")
    }
    return RestrictionRule(
      grounds: fields.texts(field, "grounds"), measures: fields.texts(field, "measures"),
      warningFirst: fields.flag(field, "warningFirst"),
      imposedBy: field.optional("imposedBy").map { _ in roleNamed(field, "imposedBy") },
      appealTo: field.optional("appealTo").map { _ in roleNamed(field, "appealTo") },
      staffTold: fields.flag(field, "staffTold"), length: length,
      atEnd: fields.optionalWord(field, "atEnd", RestrictionRule.AtEnd.self) ?? .lapses,
      appealSameImposer: fields.text(field, "appealSameImposer"), clause: clause(field),
      readingReason: reading(field))
  }

  mutating func reporting(_ root: DataField) -> [ReportingDuty] {
    var duties: [ReportingDuty] = []
    for field in fields.items(root, "reporting")
    where fields.object(field, allowed: ["body", "rhythm", "what", "clause", "reading"]) {
      duties.append(
        ReportingDuty(
          body: fields.words(field, "body"), rhythm: fields.word(field, "rhythm", or: Rhythm.yearly),
          what: fields.words(field, "what"), clause: clause(field), readingReason: reading(field)))
    }
    return duties
  }

  mutating func closing(_ root: DataField) -> [ClosingRule] {
    var rules: [ClosingRule] = []
    for field in fields.items(root, "closing")
    where fields.object(field, allowed: ["needs", "cases", "clause"]) {
      rules.append(
        ClosingRule(
          condition: fields.word(field, "needs", or: ClosingRule.Condition.outcomeRecorded),
          cases: fields.word(field, "cases", or: ClosingRule.Cases.every), clause: clause(field)))
    }
    return rules
  }

  mutating func extraSteps(_ root: DataField) -> [ExtraStep] {
    var steps: [ExtraStep] = []
    for field in fields.items(root, "extraSteps")
    where fields.object(field, allowed: ["place", "says", "required", "clause"]) {
      steps.append(
        ExtraStep(
          place: fields.word(field, "place", or: ExtraStep.Place.before), says: fields.words(field, "says"),
          required: fields.flag(field, "required"), clause: clause(field)))
    }
    return steps
  }

  mutating func tracks(_ root: DataField) -> [ParallelTrack] {
    var tracks: [ParallelTrack] = []
    for field in fields.items(root, "tracks")
    where fields.object(field, allowed: ["subjects", "profile", "clause"]) {
      let profile = fields.words(field, "profile")
      if profile == source, !profile.isEmpty, let name = field.optional("profile") {
        fields.note(name, "a track leads to another profile than this one")
      }
      let subjects = fields.texts(field, "subjects")
      if subjects.isEmpty { fields.note(field, "a track needs the \"subjects\" that choose it") }
      tracks.append(ParallelTrack(subjects: subjects, profile: profile, clause: clause(field)))
    }
    return tracks
  }
}
