import Clocks
import SettingsFiles
import Testing

/// One dated state of the official bank holidays, as years covered and differences from the shipped list.
///
/// Dates are facts; each line says what was published then and how it differs from what is known now.
struct CalendarSnapshot: Sendable {
  let name: String
  let years: ClosedRange<Int>
  /// Dates not yet, or no longer, in that file; a nation's only where named.
  var without: [(day: String, nations: [Nation])] = []
  var with: [(day: String, nations: [Nation])] = []

  static let all: [Nation] = Nation.allCases

  static let inOrder: [CalendarSnapshot] = [
    CalendarSnapshot(
      name: "June 2019, before the Victory Day move", years: 2012...2020, without: [("2020-05-08", all)],
      with: [("2020-05-04", all)]),
    CalendarSnapshot(
      name: "June 2019, moved but in Scotland", years: 2012...2020, without: [("2020-05-08", [.scotland])],
      with: [("2020-05-04", [.scotland])]),
    CalendarSnapshot(name: "July 2019, moved in Scotland too", years: 2012...2020),
    CalendarSnapshot(name: "April 2020", years: 2015...2021),
    CalendarSnapshot(
      name: "8 September 2022", years: 2017...2023, without: [("2022-09-19", all), ("2023-05-08", all)]),
    CalendarSnapshot(
      name: "9 September 2022, the state funeral", years: 2017...2023, without: [("2023-05-08", all)]),
    CalendarSnapshot(
      name: "November 2022, before the coronation", years: 2018...2025, without: [("2023-05-08", all)]),
    CalendarSnapshot(name: "November 2022, the coronation", years: 2018...2025),
    CalendarSnapshot(
      name: "November 2025", years: 2019...2028, without: [("2026-06-15", [.scotland])]),
    CalendarSnapshot(name: "February 2026, the World Cup", years: 2019...2028),
    CalendarSnapshot(
      name: "February 2026, a late copy", years: 2012...2028, without: [("2026-06-15", [.scotland])]),
  ]

  /// The file's holidays for a nation.
  func holidays(_ nation: Nation) throws -> HolidayCalendar {
    let gone = Set(try without.filter { $0.nations.contains(nation) }.map { try day($0.day) })
    var list = try embeddedHolidays(nation).holidays.filter {
      years.contains($0.day.year) && !gone.contains($0.day)
    }
    for added in with where added.nations.contains(nation) {
      list.append(BankHoliday(day: try day(added.day), name: "Early May bank holiday"))
    }
    return HolidayCalendar(
      nation: nation, holidays: list, coveredYears: years,
      version: "\(years.lowerBound)-\(years.upperBound)")
  }
}
