package import Clocks

/// Steps about how a person contacts us: warning, restriction, review, end, appeal.
///
/// None of them hides or blocks anything: a restriction tells staff how to speak with a person, and a report
/// about safety is taken like any other.
package enum BehaviourStep: Hashable, Sendable {
  case warned(WarningGiven)
  case restricted(RestrictionImposed)
  case reviewed(RestrictionReviewed)
  case lifted(RestrictionLifted)
  case appealed(RestrictionAppealed)

  package var payload: any StepPayload {
    switch self {
    case .warned(let payload): payload
    case .restricted(let payload): payload
    case .reviewed(let payload): payload
    case .lifted(let payload): payload
    case .appealed(let payload): payload
    }
  }
}

/// A written warning, with reasons and consequences (manchester-2022, Vexatious Complaints (procedure)).
package struct WarningGiven: StepPayload {
  package static let kind = StepKind.warningGiven
  package var reason = ""
  package var consequences = ""
  package init() {}

  package static let fields: [StepField<WarningGiven>] = [
    .text("reason", "Why", \.reason, required: true, long: true),
    .text("consequences", "What follows if it goes on", \.consequences, required: true),
  ]
}

extension BehaviourStep {
  static let specs: [StepSpec] = [
    StepSpec(
      WarningGiven.self, action: "warn", "send a written warning", roles: [.reviewer], states: .any,
      row: .refold, outward: true, judgement: true
    ) { .behaviour(.warned($0)) },
    StepSpec(
      RestrictionImposed.self, action: "restrict", "restrict how the person may contact us",
      roles: [.reviewer], states: .any, row: .refold, outward: true, judgement: true
    ) { .behaviour(.restricted($0)) },
    StepSpec(
      RestrictionReviewed.self, action: "review-restriction", "review a restriction", roles: [.reviewer],
      states: .any, row: .refold, outward: true, judgement: true
    ) { .behaviour(.reviewed($0)) },
    StepSpec(
      RestrictionLifted.self, action: "lift-restriction", "end a restriction before its time",
      roles: [.reviewer], states: .any, row: .refold, outward: true, judgement: true
    ) { .behaviour(.lifted($0)) },
    StepSpec(
      RestrictionAppealed.self, action: "appeal-restriction", "record or decide an appeal on a restriction",
      roles: [.handler, .supervisor], states: .any, row: .refold, judgement: true
    ) { .behaviour(.appealed($0)) },
  ]
}

/// What is on record about how the person contacts us.
package struct BehaviourRecord: Hashable, Sendable {
  package var warnings: [WarningGiven] = []
  package var restrictions: [RestrictionRecord] = []

  /// The restriction not ended yet; its time may have run out, and then its review is owed.
  package var current: RestrictionRecord? { restrictions.last { $0.ended == nil } }

  var marks: CaseMarks { current == nil ? [] : .restricted }
  var duties: [DutyFacts] { restrictions.flatMap(\.duties) }
}

extension CaseFile {
  mutating func apply(_ step: BehaviourStep, _ stamp: StepStamp) {
    switch step {
    case .warned(let warning):
      behaviour.warnings.append(warning)
      hear(stamp.at.day)
    case .restricted(let imposed):
      behaviour.restrictions.append(
        RestrictionRecord(imposed, number: behaviour.restrictions.count + 1, stamp))
      hear(stamp.at.day)
    case .reviewed(let reviewed):
      guard let place = behaviour.restrictions.lastIndex(where: { $0.ended == nil }) else { break }
      behaviour.restrictions[place].review(reviewed, stamp)
      hear(stamp.at.day)
    case .lifted(let lifted):
      guard let place = behaviour.restrictions.lastIndex(where: { $0.ended == nil }) else { break }
      behaviour.restrictions[place].end(lifted.reason, stamp)
      hear(stamp.at.day)
    case .appealed(let appealed):
      guard let place = behaviour.restrictions.indices.last else { break }
      behaviour.restrictions[place].appeal(appealed, stamp)
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: BehaviourStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .warned: break
  case .restricted(let imposed):
    if let current = file.behaviour.current { throw .behaviour(.alreadyRestricted(current.number)) }
    if file.behaviour.warnings.isEmpty, isBlank(imposed.noWarning) {
      let rule = rules.profile(named: file.triage?.profile ?? "")?.restrictions
      throw .behaviour(.noWarning(rule?.clause ?? code("5.14")))
    }
  case .reviewed, .lifted:
    if file.behaviour.current == nil { throw .behaviour(.noRestriction) }
  case .appealed(let appealed):
    guard let newest = file.behaviour.restrictions.last else { throw .behaviour(.noRestriction) }
    let open = newest.openAppeal != nil
    if appealed.what == .made, open { throw .behaviour(.appealOpen(newest.number)) }
    if appealed.what != .made, !open { throw .behaviour(.noAppeal(newest.number)) }
  }
}

/// Why a step about behaviour was refused.
package enum BehaviourRefusal: Hashable, Sendable {
  case noWarning(Clause)
  case alreadyRestricted(Int)
  case noRestriction
  case notAmong(field: String, value: String, allowed: [String], Clause)
  case untilPassed(CalendarDay)
  case appealOpen(Int)
  case noAppeal(Int)
  /// Whoever imposed it does not hear the appeal; `other` is who the policy names instead.
  case imposedIt(StaffLogin, other: String, Clause)
  case appealTo(Role, Clause)

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .noWarning: "no-warning"
    case .alreadyRestricted, .noRestriction: nil
    case .notAmong(let field, _, _, _): field
    case .untilPassed: "until"
    case .appealOpen, .noAppeal, .imposedIt, .appealTo: "what"
    }
  }
}
