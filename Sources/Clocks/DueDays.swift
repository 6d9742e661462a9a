/// Counts one rule by one calendar: the due day and the days of its explanation.
struct DueDays {
  let calendar: WorkingCalendar
  let zone: ZoneTable
  let known: KnownDates
  var severity = ""

  /// The last day in time.
  func due(_ rule: ClockRule, from start: Occurrence) throws(CalendarGap) -> CalendarDay {
    let counted = try deciding(rule, from: start).due
    return try ending(rule, counted)
  }

  /// Every day from the start to the due day, counted or skipped with its reason.
  func explained(_ rule: ClockRule, from start: Occurrence) throws(CalendarGap) -> [CountedDay] {
    let deciding = try deciding(rule, from: start)
    var days = try calendar.explain(
      deciding.limit.length, deciding.limit.unit, from: deciding.start.day, hour: hour(deciding.start),
      reading: rule.reading)
    let end = try ending(rule, deciding.due)
    var day = deciding.due.adding(days: 1)
    while day <= end {
      let why: String
      if rule.meetings.isEmpty {
        why = day == end ? "the next working day" : day.weekdayName
      } else {
        why = day == end ? "the next meeting" : "before the next meeting"
      }
      days.append(CountedDay(day: day, counted: false, why: why))
      day = day.adding(days: 1)
    }
    return days
  }

  /// The absolute bar beside a discretionary limit.
  func bar(_ rule: ClockRule, from start: Occurrence) throws(CalendarGap) -> CalendarDay? {
    guard let bar = rule.bar?.limit else { return nil }
    return try calendar.due(
      bar.length, bar.unit, from: start.day, hour: hour(start), reading: rule.reading)
  }

  func hour(_ start: Occurrence) -> Int? { start.moment.map { zone.localTime(of: $0).hour } }

  /// The one of two limits that ends later, where there are two; the only one otherwise.
  private func deciding(_ rule: ClockRule, from start: Occurrence) throws(CalendarGap)
    -> (limit: Limit, start: Occurrence, due: CalendarDay)
  {
    let limit = rule.limit(severity: severity)
    let due = try calendar.due(
      limit.length, limit.unit, from: start.day, hour: hour(start), reading: rule.reading)
    guard let other = rule.orLater, let otherStart = known[other.start] else { return (limit, start, due) }
    let otherDue = try calendar.due(
      other.limit.length, other.limit.unit, from: otherStart.day, hour: hour(otherStart),
      reading: rule.reading)
    return otherDue > due ? (other.limit, otherStart, otherDue) : (limit, start, due)
  }

  /// Moves a counted day to the meeting or working day the rule ends on.
  private func ending(_ rule: ClockRule, _ counted: CalendarDay) throws(CalendarGap) -> CalendarDay {
    if let last = rule.meetings.last {
      guard let next = rule.meetings.first(where: { $0 >= counted }) else {
        throw CalendarGap(
          nation: calendar.nation, needs: counted.year, covered: calendar.coveredYears, lastMeeting: last)
      }
      return next
    }
    return rule.endsOnWorkingDay ? try calendar.workingDay(onOrAfter: counted) : counted
  }
}
