/// What a hazard law covers, and from when: kinds come in phase by phase.
package struct HazardScope: Hashable, Sendable {
  package let phases: [HazardPhase]
  /// Tenure groups it leaves out.
  package let excludedTenures: [String]
  package let clause: Clause
  package let readingReason: String?

  /// The words for kinds of hazard, as the record has them.
  static let kinds = [
    "damp-mould", "heating", "gas", "electrical", "fire", "structure", "falls", "hygiene", "security",
    "other",
  ]

  /// Whether the law's clocks run for that hazard.
  package func verdict(of hazard: HazardFacts) -> HazardVerdict {
    if excludedTenures.contains(hazard.tenure) { return .tenure(hazard.tenure, clause) }
    var later: HazardPhase?
    for phase in phases where phase.kinds.contains(hazard.kind) || (hazard.emergency && phase.emergencies) {
      if let from = phase.from, from <= hazard.aware { return .covered(phase.clause) }
      if later == nil { later = phase }
    }
    guard let later else { return .kind(hazard.kind, clause) }
    return .notYet(hazard.kind, from: later.from?.description ?? later.expected, later.clause)
  }
}

/// Hazards that come under a law on the same day.
package struct HazardPhase: Hashable, Sendable {
  /// Nil while no day is fixed; nothing of it runs then.
  package let from: CalendarDay?
  /// When it is expected, where no day is fixed: `2027`.
  package let expected: String
  package let kinds: [String]
  /// True where every emergency comes with it, whatever its kind.
  package let emergencies: Bool
  package let clause: Clause
  package let readingReason: String?
}

/// What decides whether a hazard falls under the law.
package struct HazardFacts: Hashable, Sendable {
  package var kind: String
  package var emergency: Bool
  /// Tenure group word; empty where it is not on record, which leaves nobody out.
  package var tenure: String
  /// The day we became aware of it.
  package var aware: CalendarDay

  package init(kind: String, emergency: Bool, tenure: String, aware: CalendarDay) {
    self.kind = kind
    self.emergency = emergency
    self.tenure = tenure
    self.aware = aware
  }
}

/// Whether the clocks of a hazard law run, or why not.
package enum HazardVerdict: Hashable, Sendable {
  case covered(Clause)
  case tenure(String, Clause)
  case kind(String, Clause)
  /// From that day, or in that year.
  case notYet(String, from: String, Clause)

  package var isCovered: Bool {
    switch self {
    case .covered: true
    case .tenure, .kind, .notYet: false
    }
  }
}

extension RuleBook {
  /// Whether the law's clocks run for a hazard; nil where no scope is on record.
  package func verdict(of hazard: HazardFacts) -> HazardVerdict? {
    code(begun: hazard.aware).duties.hazardScope?.verdict(of: hazard)
  }
}
