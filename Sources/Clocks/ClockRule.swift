/// A length of time: 10 working days.
package struct Limit: Hashable, Sendable {
  package let length: Int
  package let unit: LimitUnit

  package init(length: Int, unit: LimitUnit) {
    self.length = length
    self.unit = unit
  }

  /// `10 working days`, `1 month`.
  package var words: String {
    let unitWords: String
    switch unit {
    case .workingDays: unitWords = length == 1 ? "working day" : "working days"
    case .calendarDays: unitWords = length == 1 ? "calendar day" : "calendar days"
    case .weeks: unitWords = length == 1 ? "week" : "weeks"
    case .months: unitWords = length == 1 ? "month" : "months"
    case .hours: unitWords = length == 1 ? "hour" : "hours"
    }
    return "\(length) \(unitWords)"
  }
}

/// A limit with the clause it stands in.
package struct DatedLimit: Hashable, Sendable {
  package let limit: Limit
  package let clause: Clause
}

/// What a policy leaves open about a limit, so that the profile had to read it.
package enum SilentPart: String, CaseIterable, Hashable, Sendable {
  /// From when it counts.
  case start
  /// Whether "days" are working or calendar days.
  case unit
  /// How long it is.
  case length
}

/// A second limit beside the first; the later of the two holds.
package struct OtherLimit: Hashable, Sendable {
  package let limit: Limit
  package let start: StartEvent
}

/// The limit for complaints of one severity.
package struct SeverityLimit: Hashable, Sendable {
  package let severity: String
  package let limit: Limit
}

/// One time limit of a policy, with the clause behind it.
package struct ClockRule: Hashable, Sendable {
  package let limit: Limit
  package let start: StartEvent
  package let reading: CountReading
  package let clause: Clause
  /// Why this reading was taken where the policy is silent or ambiguous; nil where it is plain.
  package let readingReason: String?
  /// What the policy leaves open; each has its reason in `readingReason`.
  package let silent: [SilentPart]
  /// A second limit; the later of the two holds.
  package let orLater: OtherLimit?
  /// Past this no discretion is left, where the limit itself may be waived.
  package let bar: DatedLimit?
  package let bySeverity: [SeverityLimit]
  /// Meeting dates, ascending; where given, the limit ends at the first on or after the counted day.
  package let meetings: [CalendarDay]
  /// Ends on the next working day where the counted day is none.
  package let endsOnWorkingDay: Bool

  package var length: Int { limit.length }
  package var unit: LimitUnit { limit.unit }

  /// Whether its date depends on an hour, on when a stage was logged or on when it was allocated.
  var needsMoreThanDays: Bool {
    if case .deferred(.some) = reading { return true }
    let starts = [start] + (orLater.map { [$0.start] } ?? [])
    return ([limit] + bySeverity.map(\.limit)).contains { $0.unit == .hours }
      || starts.contains { $0 == .logged || $0 == .allocated }
  }

  /// The limit for a complaint of that severity.
  package func limit(severity: String) -> Limit {
    guard !severity.isEmpty else { return limit }
    return bySeverity.first { $0.severity == severity }?.limit ?? limit
  }
}

/// How far a response date may be moved.
package enum ExtensionCap: Hashable, Sendable {
  /// The policy sets none; a reason and a date are still owed.
  case uncapped
  /// That much more than the first due date.
  case additional(Limit)
  /// That much in all, counted from an event.
  case inAll(Limit, from: StartEvent)
  /// As far as the resident agrees.
  case byAgreement
}

/// What the notice of an extension must hold.
package enum ExtensionNotice: String, CaseIterable, Hashable, Sendable {
  case reason, date, ombudsman
  /// How often the resident will hear while waiting.
  case updates
}

/// A cap on the whole beside the cap on the extension.
package struct TotalCap: Hashable, Sendable {
  package let limit: Limit
  package let start: StartEvent
}

/// How a response may be extended, with the clause behind it.
package struct ExtensionRule: Hashable, Sendable {
  package let cap: ExtensionCap
  /// The total that may not be passed however the extensions add up.
  package let total: TotalCap?
  package let notice: [ExtensionNotice]
  /// What the policy leaves open; each has its reason in `readingReason`.
  package let silent: [SilentPart]
  package let clause: Clause
  package let readingReason: String?
}
