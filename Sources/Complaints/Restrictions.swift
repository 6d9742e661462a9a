package import Clocks

/// A limit on how a person may contact the landlord, with its grounds, its time and what was told
/// (Code 5.14 and 5.15).
package struct RestrictionImposed: StepPayload {
  package static let kind = StepKind.restrictionImposed
  package var ground = ""
  package var reason = ""
  package var measures: [String] = []
  package var detail = ""
  package var officer: StaffLogin?
  package var evidence = ""
  package var equality = ""
  package var noWarning = ""
  package var until: CalendarDay?
  package var told = ""
  package var staffTold = ""
  package init() {}

  package static let fields: [StepField<RestrictionImposed>] = [
    .text("ground", "Ground", \.ground, required: true, help: "as the policy has it, or its number there"),
    .text("reason", "Why, with what was done", \.reason, required: true, long: true),
    .list(
      "measures", "What is limited", \.measures, required: true, help: "as the policy has them, or numbers"),
    .text("detail", "Days, times, form", \.detail),
    .staff("officer", "The one officer to speak with", \.officer),
    .text("evidence", "The evidence", \.evidence, required: true),
    .text("equality", "How needs and the Equality Act were weighed", \.equality, required: true),
    .text("no-warning", "Why no warning came first", \.noWarning),
    .day("until", "Until", \.until, help: "default: as long as the policy says"),
    .text(
      "told", "How they were told: decision, why, what, how long, review, appeal", \.told, required: true),
    .text("staff-told", "Which staff were told", \.staffTold),
  ]
}

/// What a review of a restriction came to.
package enum ReviewOutcome: String, CaseIterable, Hashable, Sendable { case kept, changed, ended }

/// A restriction was looked at again at its end, or before.
package struct RestrictionReviewed: StepPayload {
  package static let kind = StepKind.restrictionReviewed
  package var outcome: ReviewOutcome?
  package var reason = ""
  package var measures: [String] = []
  package var detail = ""
  package var until: CalendarDay?
  package var told = ""
  package init() {}

  package static let fields: [StepField<RestrictionReviewed>] = [
    .word("outcome", "It is", \.outcome, required: true),
    .text("reason", "Why", \.reason, required: true, long: true),
    .list("measures", "What is limited from now", \.measures, help: "where it is changed"),
    .text("detail", "Days, times, form", \.detail),
    .day("until", "Until", \.until, help: "default: as long again"),
    .text("told", "How they were told", \.told, required: true),
  ]
}

/// A restriction ended before its time.
package struct RestrictionLifted: StepPayload {
  package static let kind = StepKind.restrictionLifted
  package var reason = ""
  package var told = ""
  package init() {}

  package static let fields: [StepField<RestrictionLifted>] = [
    .text("reason", "Why", \.reason, required: true, long: true),
    .text("told", "How they were told", \.told, required: true),
  ]
}

/// What happened to an appeal.
package enum AppealMoment: String, CaseIterable, Hashable, Sendable {
  case made
  /// Decided: the restriction stands.
  case stands
  /// Decided: it is milder from now.
  case changed
  /// Decided: it is over.
  case lifted
}

/// An appeal against a restriction, decided on the papers (manchester-2022, Vexatious Complaints (procedure)).
package struct RestrictionAppealed: StepPayload {
  package static let kind = StepKind.restrictionAppealed
  package var what: AppealMoment?
  package var text = ""
  package var measures: [String] = []
  package init() {}

  package static let fields: [StepField<RestrictionAppealed>] = [
    .word("what", "What happened", \.what, required: true),
    .text("text", "What they say, or why it is decided so", \.text, required: true, long: true),
    .list("measures", "What is limited from now", \.measures, help: "where it is changed"),
  ]
}

/// A stretch of time a restriction was set for.
package struct RestrictionPeriod: Hashable, Sendable {
  package var from: Occurrence
  package var until: CalendarDay?
  /// When it was reviewed or ended.
  package var closed: Occurrence?
}

/// One entry of an appeal, with who made it.
package struct AppealEntry: Hashable, Sendable {
  package var appealed: RestrictionAppealed
  package var on: Occurrence
  package var by: StaffLogin
}

/// One restriction and what became of it.
package struct RestrictionRecord: Hashable, Sendable {
  package var number: Int
  package var imposed: RestrictionImposed
  package var by: StaffLogin
  /// What is limited now.
  package var measures: [String]
  package var detail: String
  /// The first, then one for each review that kept it.
  package var periods: [RestrictionPeriod]
  package var reviews: [RestrictionReviewed] = []
  package var appeals: [AppealEntry] = []
  package var ended: Occurrence?
  package var endReason = ""

  init(_ imposed: RestrictionImposed, number: Int, _ stamp: StepStamp) {
    self.number = number
    self.imposed = imposed
    by = stamp.by
    measures = imposed.measures
    detail = imposed.detail
    periods = [RestrictionPeriod(from: stamp.at, until: imposed.until)]
  }

  package var from: Occurrence { periods[0].from }
  package var until: CalendarDay? { periods[periods.count - 1].until }
  /// The appeal made and not decided.
  package var openAppeal: AppealEntry? { appeals.last.flatMap { $0.appealed.what == .made ? $0 : nil } }

  /// Whether staff act on it that day; once its time is over the profile says what holds until the review.
  package func applies(on day: CalendarDay, _ rule: RestrictionRule?) -> Bool {
    guard ended == nil else { return false }
    guard let until, day > until else { return true }
    return rule?.atEnd == .stays
  }

  /// Whether its time is over and nobody has looked at it since.
  package func owesReview(on day: CalendarDay) -> Bool {
    ended == nil && until.map { $0 < day } ?? false
  }

  var duties: [DutyFacts] {
    periods.map {
      DutyFacts(clock: .restrictionReview, started: $0.from, done: $0.closed, told: $0.until)
    }
  }

  mutating func review(_ reviewed: RestrictionReviewed, _ stamp: StepStamp) {
    reviews.append(reviewed)
    guard let outcome = reviewed.outcome else { return }
    switch outcome {
    case .ended: end(reviewed.reason, stamp)
    case .kept, .changed:
      periods[periods.count - 1].closed = stamp.at
      periods.append(RestrictionPeriod(from: stamp.at, until: reviewed.until))
      if outcome == .changed, !reviewed.measures.isEmpty { measures = reviewed.measures }
      if outcome == .changed, !reviewed.detail.isEmpty { detail = reviewed.detail }
    }
  }

  mutating func end(_ reason: String, _ stamp: StepStamp) {
    periods[periods.count - 1].closed = stamp.at
    ended = stamp.at
    endReason = reason
  }

  mutating func appeal(_ appealed: RestrictionAppealed, _ stamp: StepStamp) {
    appeals.append(AppealEntry(appealed: appealed, on: stamp.at, by: stamp.by))
    guard let what = appealed.what else { return }
    switch what {
    case .made, .stands: break
    case .changed: if !appealed.measures.isEmpty { measures = appealed.measures }
    case .lifted: if ended == nil { end(appealed.text, stamp) }
    }
  }
}
