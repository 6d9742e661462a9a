/// One published bank holiday, or a day on which the landlord is closed.
package struct BankHoliday: Hashable, Sendable {
  package let day: CalendarDay
  package let name: String

  package init(day: CalendarDay, name: String) {
    self.day = day
    self.name = name
  }
}

/// The published bank holidays of one nation.
package struct HolidayCalendar: Hashable, Sendable {
  package let nation: Nation
  /// Ascending by day.
  package let holidays: [BankHoliday]
  /// Years for which the list is complete; nothing outside them may be counted.
  package let coveredYears: ClosedRange<Int>
  /// Names this list in answers and letters: `2012-2028`.
  package let version: String

  package init(nation: Nation, holidays: [BankHoliday], coveredYears: ClosedRange<Int>, version: String) {
    self.nation = nation
    self.holidays = holidays.sorted { $0.day < $1.day }
    self.coveredYears = coveredYears
    self.version = version
  }
}

/// A count needs bank holidays of a year that is not published; it is refused, never guessed.
package struct CalendarGap: Error, Hashable, Sendable {
  package let nation: Nation
  /// The first year the count needed and the calendar does not hold.
  package let needs: Int
  package let covered: ClosedRange<Int>
  /// The last meeting date listed, where it is a list of meetings that ends; nil for bank holidays.
  package let lastMeeting: CalendarDay?

  package init(nation: Nation, needs: Int, covered: ClosedRange<Int>, lastMeeting: CalendarDay? = nil) {
    self.nation = nation
    self.needs = needs
    self.covered = covered
    self.lastMeeting = lastMeeting
  }
}
