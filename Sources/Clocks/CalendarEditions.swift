import PlainText

/// Days a landlord added to or took from its nation's published bank holidays.
package struct CalendarChanges: Hashable, Sendable {
  /// Landlord closures and bank holidays announced late, ascending.
  package private(set) var added: [BankHoliday]
  /// Published bank holidays that are working days after all, ascending.
  package private(set) var removed: [CalendarDay]

  package init(added: [BankHoliday] = [], removed: [CalendarDay] = []) {
    self.added = added.sorted { $0.day < $1.day }
    self.removed = removed.sorted()
  }

  /// The changes with one more day on which nobody works.
  package func adding(_ day: CalendarDay, name: String) -> CalendarChanges {
    CalendarChanges(
      added: added.filter { $0.day != day } + [BankHoliday(day: day, name: name)],
      removed: removed.filter { $0 != day })
  }

  /// The changes with that day a working day again: an added day goes, a published holiday is taken out.
  package func removing(_ day: CalendarDay, published: HolidayCalendar) -> CalendarChanges {
    let known = published.holidays.contains { $0.day == day }
    return CalendarChanges(
      added: added.filter { $0.day != day }, removed: removed.filter { $0 != day } + (known ? [day] : []))
  }

  /// The text of these changes as an adoption keeps it.
  package var text: String {
    let days = added.map { holiday in
      JSON.object([
        JSONMember("date", .string(holiday.day.description)), JSONMember("title", .string(holiday.name)),
      ])
    }
    return jsonText(
      .object([
        JSONMember("added", .array(days)),
        JSONMember("removed", .array(removed.map { .string($0.description) })),
      ]))
  }
}

/// Reads the changes an adoption keeps.
package func parseCalendarChanges(_ text: String, file: String) throws(DataFileError) -> CalendarChanges {
  let root = try DataField(text, file: file)
  var added: [BankHoliday] = []
  for field in try root.member("added").items() {
    added.append(BankHoliday(day: try field.member("date").day(), name: try field.member("title").words()))
  }
  var removed: [CalendarDay] = []
  for field in try root.member("removed").items() { removed.append(try field.day()) }
  return CalendarChanges(added: added, removed: removed)
}

extension HolidayCalendar {
  /// These holidays, with the older file's for the years only it covers.
  ///
  /// Nil where years would be missing between the two.
  package func keeping(yearsOf older: HolidayCalendar) -> HolidayCalendar? {
    let both = [coveredYears, older.coveredYears]
    let first = both.map(\.lowerBound).min() ?? coveredYears.lowerBound
    let last = both.map(\.upperBound).max() ?? coveredYears.upperBound
    for year in first...last where !both.contains(where: { $0.contains(year) }) { return nil }
    let kept = older.holidays.filter { holiday in
      older.coveredYears.contains(holiday.day.year) && !coveredYears.contains(holiday.day.year)
    }
    // A year listed only in part counts for nothing while the other file holds it whole.
    let own = holidays.filter { holiday in
      coveredYears.contains(holiday.day.year) || !older.coveredYears.contains(holiday.day.year)
    }
    return HolidayCalendar(
      nation: nation, holidays: kept + own, coveredYears: first...last, version: "\(first)-\(last)")
  }

  /// The working days of these holidays with a landlord's own changes.
  package func workingCalendar(_ changes: CalendarChanges) -> WorkingCalendar {
    let removed = Set(changes.removed)
    let published = HolidayCalendar(
      nation: nation, holidays: holidays.filter { !removed.contains($0.day) }, coveredYears: coveredYears,
      version: version)
    return WorkingCalendar(holidays: published, closures: changes.added)
  }
}

/// One step in the history of a landlord's calendar.
package enum CalendarStep: Hashable, Sendable {
  /// An official file; years only an earlier one covers stay that one's.
  case published(HolidayCalendar)
  case changed(CalendarChanges)
}

/// The calendars of a history, oldest first: what each clock that ended on a day was counted by.
package struct CalendarHistory: Hashable, Sendable {
  package private(set) var editions: [CalendarEdition] = []
  package private(set) var published: HolidayCalendar?
  package private(set) var changes = CalendarChanges()

  package init() {}

  /// Takes in a step adopted on that day; false where years would be missing between two official files.
  package mutating func take(_ step: CalendarStep, on day: CalendarDay, version: String) -> Bool {
    switch step {
    case .published(let newer):
      if let older = published {
        guard let merged = newer.keeping(yearsOf: older) else { return false }
        published = merged
      } else {
        published = newer
      }
      // The new file says itself which of its years' holidays stand.
      changes = CalendarChanges(
        added: changes.added, removed: changes.removed.filter { !newer.coveredYears.contains($0.year) })
    case .changed(let newer): changes = newer
    }
    guard let published else { return true }
    editions.append(
      CalendarEdition(calendar: published.workingCalendar(changes), version: version, from: day))
    return true
  }
}
