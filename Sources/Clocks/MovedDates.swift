/// One open date that another edition of the rules would move.
package struct MovedDate: Hashable, Sendable {
  /// Position of the case among those asked about.
  package let index: Int
  package let clock: String
  package let target: ClockTarget
  /// Nil where the old rules give no date.
  package let old: CalendarDay?
  /// Nil where the new rules give no date.
  package let new: CalendarDay?

  package init(index: Int, clock: String, target: ClockTarget, old: CalendarDay?, new: CalendarDay?) {
    self.index = index
    self.clock = clock
    self.target = target
    self.old = old
    self.new = new
  }
}

/// Every date still open that differs between two editions of the rules, in the order of the cases.
///
/// A clock that ended keeps its date and is left out; so is a first date an extension has replaced.
package func movedDates(
  _ cases: [CaseFacts], from old: RuleBook, to new: RuleBook, now: Moment
) -> [MovedDate] {
  var moved: [MovedDate] = []
  for (index, facts) in cases.enumerated() {
    let before = old.clocks(of: facts, now: now, explain: false)
    let after = new.clocks(of: facts, now: now, explain: false)
    guard before != after else { continue }
    for clock in before where isOpen(clock) {
      let then = after.first { $0.clock == clock.clock && $0.target == clock.target }
      if then?.due == clock.due, then?.dueAt == clock.dueAt { continue }
      moved.append(
        MovedDate(
          index: index, clock: clock.clock, target: clock.target, old: clock.due, new: then?.due))
    }
    for clock in after where isOpen(clock) && clock.due != nil {
      if before.contains(where: { $0.clock == clock.clock && $0.target == clock.target }) { continue }
      moved.append(
        MovedDate(index: index, clock: clock.clock, target: clock.target, old: nil, new: clock.due))
    }
  }
  return moved
}

private func isOpen(_ clock: ClockReckoning) -> Bool {
  switch clock.state {
  case .waiting, .running, .due, .overdue: true
  case .met, .late, .extended, .lapsed: false
  }
}
