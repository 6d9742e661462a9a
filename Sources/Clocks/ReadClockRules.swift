import PlainText

extension ProfileReader {
  static let clockMembers = [
    "within", "unit", "from", "count", "cutOffHour", "orLater", "bar", "bySeverity", "meetings",
    "endsOnWorkingDay", "silent", "clause", "reading",
  ]

  mutating func clock(_ field: DataField, allowed: [String]) -> ClockRule? {
    guard fields.object(field, allowed: allowed) else { return nil }
    let limit = limit(field)
    let rule = ClockRule(
      limit: limit, start: fields.word(field, "from", or: StartEvent.received),
      reading: count(field, unit: limit.unit), clause: clause(field), readingReason: reading(field),
      silent: silent(field), orLater: orLater(field), bar: bar(field, limit), bySeverity: bySeverity(field),
      meetings: meetings(field), endsOnWorkingDay: fields.flag(field, "endsOnWorkingDay"))
    if limit.unit == .hours {
      // An hour has no working day to end on and no second day to be later than.
      for name in ["orLater", "meetings", "endsOnWorkingDay"] {
        if let extra = field.optional(name) {
          fields.note(extra, "\"\(name)\" goes with limits in days, weeks or months, not in hours")
        }
      }
    }
    return rule
  }

  private mutating func count(_ field: DataField, unit: LimitUnit) -> CountReading {
    let hour = field.optional("cutOffHour")
    guard let word = field.optional("count") else {
      if let hour { fields.note(hour, "a cut-off hour goes with \"count\": \"deferred\"") }
      return .following
    }
    guard let text = word.value.string, let reading = CountReading(word: text) else {
      fields.note(word, "one of these is needed here: following, deferred, inclusive")
      return .following
    }
    if unit == .hours {
      fields.note(word, "hours run by the clock; \"count\" goes with days, weeks or months")
    }
    guard let hour else { return reading }
    guard case .deferred = reading else {
      fields.note(hour, "a cut-off hour goes with \"count\": \"deferred\", not with \(text)")
      return reading
    }
    return .deferred(cutOffHour: fields.integer(field, "cutOffHour", 0...23))
  }

  private mutating func orLater(_ object: DataField) -> OtherLimit? {
    guard let field = object.optional("orLater"), fields.object(field, allowed: ["within", "unit", "from"])
    else { return nil }
    let limit = limit(field)
    if limit.unit == .hours, let unit = field.optional("unit") {
      fields.note(unit, "the later of two limits is a day; hours cannot be one of them")
    }
    return OtherLimit(limit: limit, start: fields.word(field, "from", or: StartEvent.received))
  }

  /// The absolute bar beside a discretionary limit.
  mutating func bar(_ object: DataField, _ limit: Limit?) -> DatedLimit? {
    guard let bar = datedLimit(object, "bar") else { return nil }
    if let limit, bar.limit.unit == limit.unit, bar.limit.length < limit.length,
      let field = object.optional("bar")
    {
      fields.note(
        field, "the bar of \(bar.limit.words) comes before the limit of \(limit.words) it stands beside")
    }
    return bar
  }

  private mutating func bySeverity(_ object: DataField) -> [SeverityLimit] {
    var limits: [SeverityLimit] = []
    for field in fields.items(object, "bySeverity")
    where fields.object(field, allowed: ["severity", "within", "unit"]) {
      let severity = fields.words(field, "severity")
      if !severity.isEmpty, !severities.contains(severity), let word = field.optional("severity") {
        let known = severities.isEmpty ? "none is listed" : severities.joined(separator: ", ")
        fields.note(word, "\"\(severity)\" is not among the profile's \"severities\": \(known)")
      }
      limits.append(SeverityLimit(severity: severity, limit: limit(field)))
    }
    return limits
  }

  private mutating func meetings(_ object: DataField) -> [CalendarDay] {
    var days: [CalendarDay] = []
    for field in fields.items(object, "meetings") {
      do {
        let day = try field.day()
        if let last = days.last, day <= last {
          fields.note(field, "meeting dates must rise; \(day) does not come after \(last)")
        }
        days.append(day)
      } catch {
        fields.note(error)
      }
    }
    if days.isEmpty, let list = object.optional("meetings"), list.value.array?.isEmpty == true {
      fields.note(list, "at least one meeting date is needed here")
    }
    return days
  }

  mutating func clocks(_ root: DataField) -> [NamedClock] {
    var clocks: [NamedClock] = []
    for field in fields.items(root, "clocks") {
      guard let rule = clock(field, allowed: Self.clockMembers + ["clock"]) else { continue }
      let word = fields.optionalWord(field, "clock", ClockWord.self)
      guard let word else {
        if field.optional("clock") == nil { fields.note(field, "\"clock\" is missing here") }
        continue
      }
      if clocks.contains(where: { $0.word == word }), let again = field.optional("clock") {
        fields.note(again, "the clock \(word.rawValue) is already given")
      }
      clocks.append(NamedClock(word: word, rule: rule))
    }
    return clocks
  }
}
