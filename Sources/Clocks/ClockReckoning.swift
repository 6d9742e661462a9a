/// Whose limit a date is: the landlord's own policy, or the Complaint Handling Code.
package enum ClockTarget: String, CaseIterable, Hashable, Sendable {
  case landlord, code
}

/// How a clock stands.
package enum ClockState: String, CaseIterable, Hashable, Sendable {
  /// Not started.
  case waiting
  /// Due later.
  case running
  /// Due today.
  case due
  /// Done in time.
  case met
  /// Done after its due date.
  case late
  /// Not done and past.
  case overdue
  /// A first date kept for the record; the extended clock drives.
  case extended
  /// Nothing is owed any more.
  case lapsed
}

/// One clock of a case: when it is due, for whom, and why.
package struct ClockReckoning: Hashable, Sendable {
  /// `stage1.respond`.
  package let clock: String
  package let target: ClockTarget
  /// The last day in time; nil while nothing can be said (waiting, or a calendar gap).
  package let due: CalendarDay?
  /// The last instant in time, for clocks in hours.
  package let dueAt: Moment?
  /// The landlord's wall clock then: `09:31`.
  package let dueTime: String?
  package let state: ClockState
  package let startEvent: StartEvent
  package let startedAt: Occurrence?
  /// The landlord's wall clock when it started, where the hour is known.
  package let startedTime: String?
  package let clause: Clause
  /// Name of the profile the rule comes from.
  package let profile: String
  /// Its edition, so that an answer can be checked years later.
  package let profileVersion: String
  /// The calendar the days were counted by.
  package let calendarVersion: String
  /// The date may still move earlier: an event it waits for has not happened, or nobody has triaged the case.
  package let provisional: Bool
  /// Each day from start to due; empty unless asked for.
  package let days: [CountedDay]
  /// Why there is no date, when a bank-holiday year or a meeting date is missing.
  package let gap: CalendarGap?
  /// True where a clock in hours was given a bare date and so has no date itself.
  package let hourUnknown: Bool
  /// Past this day no discretion is left, where the due date itself may be waived.
  package let bar: CalendarDay?
  /// Why the profile reads the clause this way, where it is silent or ambiguous.
  package let readingReason: String?
}

/// A letter a stage owes.
package enum LetterStep: String, CaseIterable, Hashable, Sendable {
  case acknowledge, respond
}

/// The next letter owed at a stage and the earlier of its two dates, for queue rows.
package struct UrgentTarget: Hashable, Sendable {
  package let step: LetterStep
  /// The earlier of the two dates.
  package let due: CalendarDay
  package let target: ClockTarget
  package let landlordDue: CalendarDay?
  package let codeDue: CalendarDay?
  package let provisional: Bool

  package init(
    step: LetterStep, due: CalendarDay, target: ClockTarget, landlordDue: CalendarDay?, codeDue: CalendarDay?,
    provisional: Bool
  ) {
    self.step = step
    self.due = due
    self.target = target
    self.landlordDue = landlordDue
    self.codeDue = codeDue
    self.provisional = provisional
  }
}
