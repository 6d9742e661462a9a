import PlainText

extension ProfileReader {
  mutating func hazardScope(_ root: DataField) -> HazardScope? {
    guard let field = root.optional("hazardScope"),
      fields.object(field, allowed: ["phases", "excludedTenures", "clause", "reading"])
    else { return nil }
    var phases: [HazardPhase] = []
    for item in fields.itemsNeeded(field, "phases")
    where fields.object(item, allowed: ["from", "expected", "kinds", "emergencies", "clause", "reading"]) {
      let from = fields.day(item, "from")
      let expected = fields.text(item, "expected")
      if item.optional("from") == nil, expected.isEmpty {
        fields.note(item, "a phase needs its first day \"from\", or when it is \"expected\"")
      }
      phases.append(
        HazardPhase(
          from: from, expected: expected,
          kinds: words(item, "kinds", among: HazardScope.kinds),
          emergencies: fields.flag(item, "emergencies"),
          clause: clause(item), readingReason: reading(item)))
    }
    return HazardScope(
      phases: phases,
      excludedTenures: words(field, "excludedTenures", among: ["lcra", "lcho", "leasehold", "other"]),
      clause: clause(field), readingReason: reading(field))
  }

  private mutating func words(_ object: DataField, _ name: String, among allowed: [String]) -> [String] {
    let words = fields.texts(object, name)
    for word in words where !allowed.contains(word) {
      guard let field = object.optional(name) else { break }
      fields.note(field, "\"\(word)\" is none of these: \(allowed.joined(separator: ", "))")
    }
    return words
  }
}
