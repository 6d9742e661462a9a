package import Clocks

/// One live case and a day that matters to it.
package struct CaseDay: Hashable, Sendable {
  package let number: CaseNumber
  package let day: CalendarDay
}

/// A case whose resident has not heard from the landlord.
package struct SilentCase: Hashable, Sendable {
  package let number: CaseNumber
  /// Calendar days since the resident last heard, or since receipt where they never did.
  package let days: Int
  package let everHeard: Bool
}

extension CaseRegister {
  /// Live cases by how long their resident has heard nothing, longest first.
  package func silentest(on today: CalendarDay) -> [SilentCase] {
    live.map { rows[Int($0)] }.filter(\.isWork)
      .map { SilentCase(number: $0.number, days: $0.silentDays(on: today), everHeard: $0.lastHeard != nil) }
      .sorted { ($1.days, $0.number.value) < ($0.days, $1.number.value) }
  }

  /// Answered complaints whose resident may ask for the next stage only until a day soon, by day.
  package func windowsClosing(
    within workingDays: Int, of today: CalendarDay, rules: RuleBook
  ) throws(CalendarGap) -> [CaseDay] {
    let last = try rules.calendar.workingDay(workingDays, after: today)
    var found: [CaseDay] = []
    for index in live {
      let row = rows[Int(index)]
      guard row.state == .responded, row.kind == .complaint else { continue }
      guard let until = try rules.window(after: facts(of: row))?.until, until >= today, until <= last else {
        continue
      }
      found.append(CaseDay(number: row.number, day: until))
    }
    return found.sorted { ($0.day, $0.number.value) < ($1.day, $1.number.value) }
  }
}
