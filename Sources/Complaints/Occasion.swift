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

  /// Rows of the other cases the action names.
  package var others: [CaseNumber: CaseRow] = [:]
  /// Records joined to the person of the case.
  package var joined: Set<PersonNumber> = []
  /// The number the next case will get; nil where nobody looked, and then none can be opened.
  package var nextCase: CaseNumber?
  /// The number the next person record will get.
  package var nextPerson = PersonNumber(value: 1)

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

  /// Sees what the action needs to know of the register: rows of other cases, and who is joined to whom.
  package mutating func see(_ register: CaseRegister, for action: Action, about file: CaseFile) {
    for reference in action.othersAsked(of: file) {
      others[reference.number] = register.row(reference.number)
    }
    (nextCase, nextPerson) = (register.nextCase, register.nextPerson)
    if let person = file.contact.personNumber { joined = Set(register.joined(to: person)) }
  }

  /// The landlord's civil day now.
  package var today: CalendarDay { rules.zone.day(of: now) }
  /// When the thing happened.
  package var at: Occurrence { occurred ?? Occurrence(day: today, moment: now) }
}
