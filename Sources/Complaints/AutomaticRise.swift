package import Clocks

/// A live case that rises by itself: soon late into its supervisor's view, late into the director's.
package struct AutomaticRise: Hashable, Sendable {
  package let number: CaseNumber
  /// `supervisor` or `director`.
  package let to: Role
  package let target: UrgentTarget
}

/// The working days before a date from which its case rises.
package let riseWorkingDays = 2

extension CaseRow {
  /// To whom this case rises today; nil while it is well in time, or where nothing is owed.
  package func rise(within workingDays: Int = riseWorkingDays, on today: CalendarDay, _ rules: RuleBook)
    -> AutomaticRise?
  {
    guard state.isLive, let target = urgentTarget(rules) else { return nil }
    guard let to = riseRole(due: target.due, within: workingDays, on: today, rules) else { return nil }
    return AutomaticRise(number: number, to: to, target: target)
  }
}

/// To whom a date makes its case rise; nil while it is well in time.
package func riseRole(
  due: CalendarDay, within workingDays: Int = riseWorkingDays, on today: CalendarDay, _ rules: RuleBook
) -> Role? {
  if due < today { return .director }
  do throws(CalendarGap) {
    return due <= (try rules.calendar.workingDay(workingDays, after: today)) ? .supervisor : nil
  } catch {
    // Past the published years nothing can be said to be near within working days.
    return nil
  }
}

extension CaseRegister {
  /// Every live case that rises today, to a director first, then by date.
  package func rises(
    within workingDays: Int = riseWorkingDays, on today: CalendarDay, rules: RuleBook
  ) -> [AutomaticRise] {
    live.compactMap { rows[Int($0)].rise(within: workingDays, on: today, rules) }
      .sorted { left, right in
        if left.to != right.to { return left.to == .director }
        return (left.target.due, left.number.value) < (right.target.due, right.number.value)
      }
  }
}
