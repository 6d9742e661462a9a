import CaseDocuments
import Clocks
import Complaints
import PlainText
import SettingsFiles

extension CommandRun {
  /// `calendar list`, `add DATE NAME`, `remove DATE` and `adopt FILE`.
  func calendar() throws(ShellFailure) {
    let words = request.words
    switch words[0] {
    case "list":
      guard words.count == 1 else { throw .tooManyWords("calendar list", extra: words[1]) }
      try listCalendar()
    case "add":
      guard words.count >= 3 else { throw .tooFewWords("calendar add") }
      try addDay(words[1], name: words.dropFirst(2).joined(separator: " "))
    case "remove":
      guard words.count == 2 else { throw .tooFewWords("calendar remove") }
      try removeDay(words[1])
    case "adopt":
      guard words.count == 2 else { throw .tooFewWords("calendar adopt") }
      try adoptCalendar(words[1])
    case let other: throw .badValue("calendar", other, allowed: "list, add, remove or adopt")
    }
  }

  private func listCalendar() throws(ShellFailure) {
    if let name = request.options["nation"], request.options["data"] == nil {
      do throws(DataFileError) {
        return list(try embeddedHolidays(try nationOrNil(name)), CalendarChanges())
      } catch {
        throw .badProfile(dataFileSentence(error))
      }
    }
    let (_, history) = try openCalendar(adopting: nil)
    guard let published = history.published else { throw .nothingFound("calendar") }
    list(published, history.changes)
  }

  private func nationOrNil(_ name: String) throws(DataFileError) -> Nation {
    guard let nation = Nation(rawValue: name) else {
      throw DataFileError(
        file: "--nation", line: 1, column: 1,
        what: "\"" + name + "\" is none of " + orList(Nation.allCases.map(\.rawValue)))
    }
    return nation
  }

  private func list(_ published: HolidayCalendar, _ changes: CalendarChanges) {
    let removed = Set(changes.removed)
    var days = published.holidays.map { ($0, removed.contains($0.day) ? "removed" : "bank-holiday") }
    days += changes.added.map { ($0, "added") }
    days.sort { $0.0.day < $1.0.day }
    if !json {
      output.line(
        published.nation.rawValue + ", complete for " + String(published.coveredYears.lowerBound) + " to "
          + String(published.coveredYears.upperBound))
    }
    var rows: [[String]] = []
    for (day, kind) in days {
      if json {
        output.json(
          record([
            "date": .string(day.day.description), "name": .string(day.name), "kind": .string(kind),
            "nation": .string(published.nation.rawValue),
          ]))
      } else {
        rows.append([day.day.description, day.day.weekdayName, kind, visible(day.name)])
      }
    }
    table(rows)
  }

  private func addDay(_ text: String, name: String) throws(ShellFailure) {
    let day = try calendarDay(text)
    let (record, history) = try openCalendar(adopting: day.description + " " + name)
    let status: DayStatus
    do {
      status = try record.rules.calendar.status(of: day)
    } catch {
      throw .calendarGap(error)
    }
    if let why = reasonOff(status, day) {
      throw .badInput(
        day.description + " is no working day already (" + visible(why) + "); nothing was changed")
    }
    try adoptChanges(history.changes.adding(day, name: name), called: day.description + " " + name, record)
  }

  private func removeDay(_ text: String) throws(ShellFailure) {
    let day = try calendarDay(text)
    let (record, history) = try openCalendar(adopting: day.description + " as a working day")
    guard let published = history.published else { throw .nothingFound("calendar") }
    let changes = history.changes.removing(day, published: published)
    guard changes != history.changes else {
      throw .badInput(
        day.description + " is neither a bank holiday nor a day added; redress calendar list shows them")
    }
    try adoptChanges(changes, called: day.description + " as a working day", record)
  }

  private func adoptCalendar(_ path: String) throws(ShellFailure) {
    let (record, _) = try openCalendar(adopting: path)
    let nation = record.register.landlord?.nation ?? .englandAndWales
    guard let text = String(validating: try readFile(path), as: UTF8.self) else {
      throw .badInput(visible(path) + " is not UTF-8 text; save it as UTF-8")
    }
    do {
      _ = try parseHolidays(text, nation: nation, file: path)
    } catch {
      throw .badProfile(dataFileSentence(error))
    }
    if record.register.calendars.contains(where: { $0.name == nation.rawValue && $0.text == text }) {
      throw .badInput("these bank holidays are adopted already; nothing was changed")
    }
    let adopted = AdoptedText(name: nation.rawValue, text: text, sha256: sha256(text))
    let version = nation.rawValue + " " + String(adopted.sha256.prefix(8))
    try adopt(adopted, isCalendar: true, called: version, record)
  }

  private func adoptChanges(
    _ changes: CalendarChanges, called name: String, _ record: OpenRecord
  ) throws(ShellFailure) {
    let text = changes.text
    let adopted = AdoptedText(name: calendarChangesName, text: text, sha256: sha256(text))
    try adopt(adopted, isCalendar: true, called: name, record)
  }

  /// The journal and its calendar; another nation than the journal's is refused.
  private func openCalendar(
    adopting name: String?
  ) throws(ShellFailure) -> (OpenRecord, CalendarHistory) {
    let record: OpenRecord
    if let name { record = try recordToAdopt(name) } else { record = try openRecord(.reading) }
    let own = record.register.landlord?.nation ?? .englandAndWales
    if let name = request.options["nation"] {
      let asked = try nation(name)
      guard asked == own else {
        throw .badInput(
          "this journal's landlord is in " + own.rawValue + ", not in " + asked.rawValue
            + "; nothing was changed")
      }
    }
    do {
      return (record, try record.register.calendarHistory(zone: zone))
    } catch {
      throw .badProfile(adoptionSentence(error))
    }
  }

  private func calendarDay(_ text: String) throws(ShellFailure) -> CalendarDay {
    guard let day = CalendarDay(text) else { throw .badValue("DATE", text, allowed: "a date YYYY-MM-DD") }
    return day
  }

  /// Why nobody works that day; nil for a working day.
  private func reasonOff(_ status: DayStatus, _ day: CalendarDay) -> String? {
    switch status {
    case .working: nil
    case .weekend: day.weekdayName
    case .bankHoliday(let name), .closure(let name): name
    }
  }
}
