import PlainText

/// What a profile file gave: the profile, or every mistake in it.
package struct ProfileReading: Hashable, Sendable {
  /// Nil where the file has mistakes.
  package let profile: LandlordProfile?
  /// In the order in which they stand in the file.
  package let mistakes: [ProfileError]
}

/// Reads a landlord's profile; the first mistake is thrown, with line and column.
package func parseProfile(_ text: String, file: String) throws(ProfileError) -> LandlordProfile {
  let root = try DataField(text, file: file)
  var reader = ProfileReader()
  let profile = reader.profile(root, text: text)
  if let first = reader.fields.mistakes.first { throw first }
  return profile
}

/// Reads a landlord's profile and reports all its mistakes at once.
package func readProfile(_ text: String, file: String) -> ProfileReading {
  do {
    let root = try DataField(text, file: file)
    var reader = ProfileReader()
    let profile = reader.profile(root, text: text)
    let places = reader.fields.mistakes.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }
    return ProfileReading(profile: places.isEmpty ? profile : nil, mistakes: places.map(\.element))
  } catch {
    return ProfileReading(profile: nil, mistakes: [error])
  }
}

/// FNV-1a of a text as eight hex digits: tells editions apart, proves nothing.
private func fingerprint(_ text: String) -> String {
  var hash: UInt32 = 2_166_136_261
  for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}

/// Reads the parts of one profile; clauses without a source of their own are this profile's.
struct ProfileReader {
  var fields = FieldReader()
  var source = ""
  /// How many stages the policy has, for what names a stage.
  var stageCount = 1
  var severities: [String] = []

  static let members =
    [
      "profile", "title", "owner", "published", "nextReview", "inForce", "stages", "acknowledgement",
      "response", "letters", "triage", "escalationReason", "escalation", "extensionOmbudsman", "ombudsmen",
      "clocks",
      "deemedDelivery",
      "severities", "exclusions", "anonymous", "complainants", "managementEscalation", "restrictions",
      "reporting", "closing", "extraSteps", "tracks",
    ] + dutyMembers

  mutating func profile(_ root: DataField, text: String) -> LandlordProfile {
    let isObject = fields.object(root, allowed: Self.members)
    if isObject { source = name(root) }
    let published = fields.text(root, "published")
    severities = fields.texts(root, "severities")
    let title = fields.words(root, "title")
    let stages = self.stages(root)
    let clocks = self.clocks(root)
    return LandlordProfile(
      name: source, title: title, owner: fields.text(root, "owner"), published: published,
      nextReview: reviewDay(root, published: published), inForce: fields.day(root, "inForce"),
      version: source + (published.isEmpty ? "" : " of " + published) + " " + fingerprint(text),
      stages: stages, acknowledgementContents: contents(root, "acknowledgement"),
      responseContents: contents(root, "response"), letterParts: letterParts(root), triage: triage(root),
      escalationReason: clause(root, "escalationReason"), escalation: escalation(root),
      extensionOmbudsman: root.optional("extensionOmbudsman").map { _ in clause(root, "extensionOmbudsman") },
      ombudsmen: ombudsmen(root), clocks: clocks, deemedDelivery: datedLimit(root, "deemedDelivery"),
      severities: severities, exclusions: exclusions(root), anonymous: anonymous(root),
      complainants: complainants(root), managementEscalation: managementEscalation(root),
      restrictions: restrictions(root, clocks), reporting: reporting(root), closing: closing(root),
      extraSteps: extraSteps(root), tracks: tracks(root), duties: duties(root))
  }

  /// Small letters, digits and hyphens, since it is typed on command lines and stands in every clause.
  private mutating func name(_ root: DataField) -> String {
    let name = fields.words(root, "profile")
    let plain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    if !plain, let field = root.optional("profile") {
      fields.note(field, "a profile's name has small letters, digits and hyphens only, such as \"acme-2026\"")
    }
    return name
  }

  private mutating func stages(_ root: DataField) -> [StageRule] {
    let list = fields.itemsNeeded(root, "stages")
    if list.count > 4, let field = root.optional("stages") {
      fields.note(field, "a policy has one to four stages, not \(list.count)")
    }
    stageCount = max(1, min(4, list.count))
    var stages: [StageRule] = []
    for (index, field) in list.prefix(4).enumerated() { stages.append(stage(index + 1, field)) }
    return stages
  }

  /// A day, or the last day of a month written `YYYY-MM`, after the policy's publication.
  private mutating func reviewDay(_ root: DataField, published: String) -> CalendarDay? {
    guard let field = root.optional("nextReview") else { return nil }
    let text = fields.text(root, "nextReview")
    let day = CalendarDay(text) ?? CalendarDay(text + "-01")?.adding(months: 1).adding(days: -1)
    guard let day else {
      if !text.isEmpty { fields.note(field, "a date YYYY-MM-DD or a month YYYY-MM is needed here") }
      return nil
    }
    if !published.isEmpty, text < published {
      fields.note(field, "the next review is before the publication, \(published)")
    }
    return day
  }

  // MARK: - Parts every rule is made of

  /// `"6.2"` is a place in this profile, `"@code-2024 6.2"` one in another document.
  mutating func clause(_ object: DataField, _ name: String = "clause") -> Clause {
    let text = fields.words(object, name)
    guard text.hasPrefix("@") else { return Clause(source: source, place: text) }
    let parts = text.dropFirst().split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else {
      if let field = object.optional(name) {
        fields.note(field, "after @ a document and a place are needed, such as \"@code-2024 6.2\"")
      }
      return Clause(source: source, place: text)
    }
    return Clause(source: String(parts[0]), place: String(parts[1]))
  }

  mutating func reading(_ object: DataField) -> String? {
    object.optional("reading").map { _ in fields.words(object, "reading") }
  }

  /// What the policy leaves open; each needs a reading.
  mutating func silent(_ object: DataField) -> [SilentPart] {
    let parts = fields.wordList(object, "silent", SilentPart.self)
    if !parts.isEmpty, object.optional("reading") == nil, let field = object.optional("silent") {
      fields.note(field, "what the policy leaves open needs a \"reading\" with its reason")
    }
    return parts
  }

  mutating func limit(_ object: DataField) -> Limit {
    let length = fields.integer(object, "within", 1...3660)
    let unit = fields.word(object, "unit", or: LimitUnit.workingDays)
    return Limit(length: length, unit: unit)
  }

  /// An object of length, unit and clause, and nothing else.
  mutating func datedLimit(_ object: DataField, _ name: String) -> DatedLimit? {
    guard let field = object.optional(name), fields.object(field, allowed: ["within", "unit", "clause"])
    else {
      return nil
    }
    return DatedLimit(limit: limit(field), clause: clause(field))
  }

  /// Role words a person may be listed with.
  static let roles = [
    "handler", "investigator", "reviewer", "director", "supervisor", "resident-reviewer", "scrutiny",
    "administrator",
  ]

  mutating func roles(_ object: DataField) -> [String] {
    var roles: [String] = []
    for field in fields.itemsNeeded(object, "roles") { roles.append(role(field) ?? "") }
    return roles
  }

  mutating func role(_ field: DataField) -> String? {
    guard let role = field.value.string, Self.roles.contains(role) else {
      fields.note(field, "a role is needed here: \(Self.roles.joined(separator: ", "))")
      return nil
    }
    return role
  }
}
