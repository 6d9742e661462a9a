package import Clocks

/// The circumstances of a decision: who, when, and what they had seen.
///
/// `decide` knows no clock of its own.
package struct Occasion: Sendable {
  package var by: StaffLogin
  package var staff: StaffTable
  package var rules: RuleBook
  /// Now, as the caller's clock has it.
  package var now: Moment
  /// When the thing happened; nil means now.
  package var occurred: Occurrence?
  /// The revision of the case its author saw; nil where nobody looked (a script).
  package var sawRevision: UInt64?
  /// When this sitting began: undo takes one's own steps since then unless told which.
  package var sittingBegan: Moment?

  /// Triage as recorded in another system, by kind, where `prepare` found it out beforehand.
  var sourceTriage: [Kind: ContactTriaged] = [:]

  package init(
    by: StaffLogin, staff: StaffTable, rules: RuleBook, now: Moment, occurred: Occurrence? = nil,
    sawRevision: UInt64? = nil, sittingBegan: Moment? = nil
  ) {
    self.by = by
    self.staff = staff
    self.rules = rules
    self.now = now
    self.occurred = occurred
    self.sawRevision = sawRevision
    self.sittingBegan = sittingBegan
  }

  /// The landlord's civil day now.
  package var today: CalendarDay { rules.zone.day(of: now) }
  /// When the thing happened.
  package var at: Occurrence { occurred ?? Occurrence(day: today, moment: now) }
}
