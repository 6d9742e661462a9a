import PlainText

/// Reads bank holidays in the shape gov.uk publishes: one nation's object, or the file of all three.
///
/// A year is covered when its last weeks are listed; the first and last listed years bound the cover.
package func parseHolidays(
  _ text: String, nation: Nation, file: String = "bank holidays"
) throws(DataFileError) -> HolidayCalendar {
  let root = try DataField(text, file: file)
  let division = root.optional(nation.rawValue) ?? root
  let named = try division.member("division")
  guard try named.text() == nation.rawValue else {
    throw named.wrong(
      "this file holds \"\(visible(try named.text()))\", and \(nation.rawValue) was asked for")
  }
  var holidays: [BankHoliday] = []
  for event in try division.member("events").items() {
    holidays.append(
      BankHoliday(day: try event.member("date").day(), name: try event.member("title").words()))
  }
  holidays.sort { $0.day < $1.day }
  guard let first = holidays.first, let last = holidays.last else {
    throw division.wrong("no bank holidays are listed")
  }
  // A year announced only in part would let counts run through holidays nobody has published yet.
  let lastYear = last.day.month == 12 ? last.day.year : last.day.year - 1
  guard first.day.year <= lastYear else { throw division.wrong("no year is listed to its end") }
  for year in first.day.year...lastYear where !holidays.contains(where: { $0.day.year == year }) {
    throw division.wrong("the year \(year) is missing")
  }
  return HolidayCalendar(
    nation: nation, holidays: holidays, coveredYears: first.day.year...lastYear,
    version: "\(first.day.year)-\(lastYear)")
}
