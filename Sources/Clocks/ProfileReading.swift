/// Reads a landlord's profile; errors name line and column.
package func parseProfile(_ text: String, file: String) throws(ProfileError) -> LandlordProfile {
  let root = try DataField(text, file: file)
  try root.allowOnly([
    "profile", "title", "owner", "published", "nextReview", "stages", "acknowledgement", "response", "triage",
    "escalationReason", "extensionOmbudsman", "ombudsmen", "clocks",
  ])
  let name = try root.member("profile").words()
  let reader = ProfileReader(source: name)
  let published = try root.optional("published")?.text() ?? ""
  var stages: [StageRule] = []
  let stageList = try root.member("stages")
  for (index, field) in try stageList.items().enumerated() {
    stages.append(try reader.stage(index + 1, field))
  }
  guard (1...4).contains(stages.count) else { throw stageList.wrong("a policy has one to four stages") }
  let numbers = Array(1...stages.count)
  var nextReview: CalendarDay?
  if let field = root.optional("nextReview") { nextReview = try reader.reviewDay(field) }
  var extensionOmbudsman: Clause?
  if let field = root.optional("extensionOmbudsman") { extensionOmbudsman = try reader.clause(field) }
  return LandlordProfile(
    name: name, title: try root.member("title").words(), owner: try root.optional("owner")?.text() ?? "",
    published: published, nextReview: nextReview,
    version: name + (published.isEmpty ? "" : " of " + published) + " " + fingerprint(text), stages: stages,
    acknowledgementContents: try reader.contents(root.optional("acknowledgement"), stages: numbers),
    responseContents: try reader.contents(root.optional("response"), stages: numbers),
    triage: try reader.triage(root.optional("triage")),
    escalationReason: try reader.clause(root.member("escalationReason")),
    extensionOmbudsman: extensionOmbudsman, ombudsmen: try reader.ombudsmen(root.optional("ombudsmen")),
    clocks: try reader.clocks(root.optional("clocks")))
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
  let source: String

  func stage(_ number: Int, _ field: DataField) throws(ProfileError) -> StageRule {
    try field.allowOnly(["name", "acknowledge", "respond", "extension", "window", "decider"])
    var rules: [String: ClockRule] = [:]
    for name in ["acknowledge", "respond", "window"] {
      if let rule = field.optional(name) { rules[name] = try clock(rule) }
    }
    var respondExtension: ExtensionRule?
    if let rule = field.optional("extension") { respondExtension = try self.extension(rule) }
    return StageRule(
      stage: number, name: try field.member("name").words(), acknowledge: rules["acknowledge"],
      respond: rules["respond"], respondExtension: respondExtension, window: rules["window"],
      decider: try decider(field.member("decider")))
  }

  /// `"6.2"` is a place in this profile, `"@code-2024 6.2"` one in another document.
  func clause(_ field: DataField) throws(ProfileError) -> Clause {
    let text = try field.words()
    guard text.hasPrefix("@") else { return Clause(source: source, place: text) }
    let parts = text.dropFirst().split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else {
      throw field.wrong("after @ a document and a place are needed, such as \"@code-2024 6.2\"")
    }
    return Clause(source: String(parts[0]), place: String(parts[1]))
  }

  private func reason(_ field: DataField) throws(ProfileError) -> String? {
    guard let reading = field.optional("reading") else { return nil }
    return try reading.words()
  }

  private func limit(_ field: DataField) throws(ProfileError) -> Limit {
    Limit(
      length: try field.member("within").integer(1...3660),
      unit: try field.optional("unit")?.word(LimitUnit.self) ?? .workingDays)
  }

  private func count(_ field: DataField) throws(ProfileError) -> CountReading {
    guard let word = field.optional("count") else { return .following }
    guard let reading = CountReading(word: try word.text()) else {
      throw word.wrong("one of these is needed here: following, deferred, inclusive")
    }
    guard case .deferred = reading, let hour = field.optional("cutOffHour") else { return reading }
    return .deferred(cutOffHour: try hour.integer(0...23))
  }

  func clock(_ field: DataField, named: Bool = false) throws(ProfileError) -> ClockRule {
    try field.allowOnly(
      Set(["within", "unit", "from", "count", "cutOffHour", "clause", "reading"] + (named ? ["clock"] : [])))
    return ClockRule(
      limit: try limit(field), start: try field.member("from").word(StartEvent.self),
      reading: try count(field),
      clause: try clause(field.member("clause")), readingReason: try reason(field))
  }

  private func `extension`(_ field: DataField) throws(ProfileError) -> ExtensionRule {
    try field.allowOnly(["cap", "within", "unit", "from", "clause", "reading"])
    let cap = try field.member("cap")
    let rule: ExtensionCap
    switch try cap.text() {
    case "none": rule = .uncapped
    case "more": rule = .additional(try limit(field))
    case "in-all": rule = .inAll(try limit(field), from: try field.member("from").word(StartEvent.self))
    default: throw cap.wrong("one of these is needed here: none, more, in-all")
    }
    return ExtensionRule(
      cap: rule, clause: try clause(field.member("clause")), readingReason: try reason(field))
  }

  private func decider(_ field: DataField) throws(ProfileError) -> DeciderRule {
    try field.allowOnly(["roles", "post", "notEarlierDecider", "notEarlierClause", "clause", "reading"])
    var roles: [String] = []
    for role in try field.member("roles").items() { roles.append(try role.words()) }
    let place = try field.member("clause")
    return DeciderRule(
      roles: roles, post: try field.member("post").words(),
      notEarlierDecider: try field.optional("notEarlierDecider")?.flag() ?? false,
      notEarlierClause: try clause(field.optional("notEarlierClause") ?? place), clause: try clause(place),
      readingReason: try reason(field))
  }

  func contents(_ list: DataField?, stages: [Int]) throws(ProfileError) -> [RequiredItem] {
    guard let list else { return [] }
    var items: [RequiredItem] = []
    for field in try list.items() {
      try field.allowOnly(["item", "stages", "clause"])
      var owed = stages
      if let only = field.optional("stages") {
        owed = []
        for stage in try only.items() { owed.append(try stage.integer(1...4)) }
      }
      items.append(
        RequiredItem(
          item: try field.member("item").word(LetterItem.self), stages: owed,
          clause: try clause(field.member("clause"))))
    }
    return items
  }

  func triage(_ list: DataField?) throws(ProfileError) -> [TriageClause] {
    guard let list else { return [] }
    var clauses: [TriageClause] = []
    for field in try list.items() {
      try field.allowOnly(["key", "says", "clause"])
      clauses.append(
        TriageClause(
          key: try field.member("key").words(), says: try field.member("says").words(),
          clause: try clause(field.member("clause"))))
    }
    return clauses
  }

  func ombudsmen(_ list: DataField?) throws(ProfileError) -> [Ombudsman] {
    guard let list else { return [] }
    var bodies: [Ombudsman] = []
    for field in try list.items() {
      try field.allowOnly(["name", "subject", "address", "phone", "email", "web", "asOf", "clause"])
      bodies.append(
        Ombudsman(
          name: try field.member("name").words(), subject: try field.member("subject").words(),
          address: try field.optional("address")?.text() ?? "",
          phone: try field.optional("phone")?.text() ?? "",
          email: try field.optional("email")?.text() ?? "", web: try field.optional("web")?.text() ?? "",
          asOf: try field.optional("asOf")?.day(), clause: try clause(field.member("clause"))))
    }
    return bodies
  }

  func clocks(_ list: DataField?) throws(ProfileError) -> [NamedClock] {
    guard let list else { return [] }
    var clocks: [NamedClock] = []
    for field in try list.items() {
      clocks.append(
        NamedClock(name: try field.member("clock").words(), rule: try clock(field, named: true)))
    }
    return clocks
  }

  /// A day, or the last day of a month written `YYYY-MM`.
  func reviewDay(_ field: DataField) throws(ProfileError) -> CalendarDay {
    let text = try field.text()
    if let day = CalendarDay(text) { return day }
    guard let first = CalendarDay(text + "-01") else {
      throw field.wrong("a date YYYY-MM-DD or a month YYYY-MM is needed here")
    }
    return first.adding(months: 1).adding(days: -1)
  }
}
