/// Until when a contact is to be written up.
package struct WriteUpLimit: Hashable, Sendable {
  /// The last day in time.
  package let until: CalendarDay
  package let clause: Clause
}

extension RuleBook {
  /// The limit for writing up a contact made then; nil where the policy sets none.
  package func writeUpLimit(of contact: Occurrence, profile: String) throws(CalendarGap) -> WriteUpLimit? {
    guard let rule = self.profile(named: profile)?.clock(.writeUp) else { return nil }
    let days = DueDays(
      calendar: calendar, zone: zone, known: KnownDates(CaseFacts(received: contact, stages: [])))
    return WriteUpLimit(until: try days.due(rule, from: contact), clause: rule.clause)
  }
}
