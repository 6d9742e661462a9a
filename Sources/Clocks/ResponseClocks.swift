extension ClockSitting {
  /// The response clock and, after an extension, the clock that drives instead.
  func response(
    _ name: String, _ target: ClockTarget, _ rule: ClockRule, _ stage: StageRule, _ profile: LandlordProfile,
    _ dates: KnownDates.Dates
  ) -> [ClockReckoning] {
    let waits = known[rule.start] == nil
    // Until the acknowledgement has gone, the latest day it may go gives the latest day of the response.
    guard
      let start = start(of: rule, stage: stage.stage, profile)
        ?? latestAcknowledgement(of: stage, before: rule)
    else { return [] }
    let waiting = waits && dates.responded == nil && ended == nil
    var span = Span(start: start, stop: dates.responded, severity: dates.severity)
    span.provisional = waiting
    let first = reckon(name, target, rule, profile, span)
    guard let due = first.due, first.dueAt == nil else {
      return [waits ? first.waiting(waiting) : first]
    }
    var clocks = [waits ? first.waiting(waiting) : first]
    guard let told = dates.extendedTo, moves(told, due, dates, target) else { return clocks }
    do {
      clocks.append(
        try extended(name, rule, stage.respondExtension, profile, first, due: due, told: told, waiting, dates)
      )
      if !waiting { clocks[0] = clocks[0].with(state: .extended) }
    } catch {
      clocks[0] = first.without(date: error)
    }
    return clocks
  }

  /// Whether an extension moves this target's date.
  ///
  /// The Code's date moves only by an extension later than itself that was made before it had passed.
  private func moves(
    _ told: CalendarDay, _ due: CalendarDay, _ dates: KnownDates.Dates, _ target: ClockTarget
  ) -> Bool {
    switch target {
    case .landlord: true
    case .code: told > due && dates.extensionRecorded.map { $0.day <= due } ?? true
    }
  }

  private func extended(
    _ name: String, _ rule: ClockRule, _ rules: ExtensionRule?, _ profile: LandlordProfile,
    _ first: ClockReckoning, due: CalendarDay, told: CalendarDay, _ waiting: Bool, _ dates: KnownDates.Dates
  ) throws(CalendarGap) -> ClockReckoning {
    let (counting, _) = counting(ended: dates.responded?.day ?? ended?.day, severity: dates.severity)
    var moved = told
    if first.target == .code, let rules, let latest = try counting.cap(rules, rule, due: due) {
      moved = min(told, latest)
    }
    let state: ClockState =
      waiting
      ? .waiting : clockState(due: moved, today: today, stop: dates.responded, ended: ended, lapses: false)
    return ClockReckoning(
      clock: name + ".extended", target: first.target, due: moved, dueAt: nil, dueTime: nil, state: state,
      startEvent: rule.start, startedAt: first.startedAt, startedTime: first.startedTime,
      clause: rules?.clause ?? rule.clause,
      profile: profile.name, profileVersion: profile.version, calendarVersion: first.calendarVersion,
      provisional: waiting || untriaged,
      days: explain ? try counting.extensionDays(from: due, to: moved) : [], gap: nil, hourUnknown: false,
      bar: nil, readingReason: rules?.readingReason)
  }

  /// The last day an acknowledgement is in time, where the response waits for exactly that letter.
  func latestAcknowledgement(of stage: StageRule, before rule: ClockRule) -> Occurrence? {
    guard let place = rule.start.stageStep, place.stage == stage.stage, place.step == .acknowledged else {
      return nil
    }
    guard let acknowledge = stage.acknowledge, let start = known[acknowledge.start] else { return nil }
    do {
      let severity = known.stages[stage.stage - 1].severity
      return Occurrence(day: try counting(ended: nil, severity: severity).days.due(acknowledge, from: start))
    } catch {
      // The acknowledgement clock itself reports the gap.
      return nil
    }
  }
}

extension DueDays {
  /// The last day an extension may reach; nil where it is uncapped, agreed, or its start is unknown.
  func cap(_ rules: ExtensionRule, _ rule: ClockRule, due: CalendarDay) throws(CalendarGap) -> CalendarDay? {
    let total = try rules.total.map { total throws(CalendarGap) in
      try inAll(total.limit, from: total.start, rule)
    }
    let latest: CalendarDay?
    switch rules.cap {
    case .uncapped, .byAgreement: latest = nil
    case .additional(let limit):
      latest = try calendar.due(limit.length, limit.unit, from: due, reading: .following)
    case .inAll(let limit, let event): latest = try inAll(limit, from: event, rule)
    }
    return [latest, total ?? nil].compactMap(\.self).min()
  }

  private func inAll(_ limit: Limit, from event: StartEvent, _ rule: ClockRule) throws(CalendarGap)
    -> CalendarDay?
  {
    guard let start = known[event] else { return nil }
    return try calendar.due(
      limit.length, limit.unit, from: start.day, hour: hour(start), reading: rule.reading)
  }

  /// The days between the first due date and the extended one.
  func extensionDays(from first: CalendarDay, to last: CalendarDay) throws(CalendarGap) -> [CountedDay] {
    guard last > first else { return [CountedDay(day: last, counted: false, why: "date told")] }
    let number = try calendar.workingDays(after: first, through: last)
    var days = try calendar.explain(number, .workingDays, from: first, reading: .following)
    days[0] = CountedDay(day: first, counted: false, why: "first date, extended from here")
    var day = days[days.count - 1].day.adding(days: 1)
    while day <= last {
      // The told date may fall on a day nobody works; say so instead of leaving it out.
      days.append(CountedDay(day: day, counted: false, why: day == last ? "date told" : day.weekdayName))
      day = day.adding(days: 1)
    }
    return days
  }
}

extension ClockReckoning {
  /// The same clock before its start event: the start is not known, only the latest it can be.
  func waiting(_ waits: Bool) -> ClockReckoning {
    changed(state: waits ? .waiting : state, startedAt: .some(nil), provisional: waits || provisional)
  }

  func with(state: ClockState) -> ClockReckoning { changed(state: state) }

  /// The same clock without a date, for want of a year of bank holidays.
  func without(date gap: CalendarGap) -> ClockReckoning { changed(provisional: true, gap: gap, noDate: true) }

  private func changed(
    state: ClockState? = nil, startedAt: Occurrence?? = nil, provisional: Bool? = nil,
    gap: CalendarGap? = nil, noDate: Bool = false
  ) -> ClockReckoning {
    ClockReckoning(
      clock: clock, target: target, due: noDate ? nil : due, dueAt: dueAt, dueTime: dueTime,
      state: state ?? self.state,
      startEvent: startEvent, startedAt: startedAt ?? self.startedAt,
      startedTime: startedAt == nil ? startedTime : nil, clause: clause, profile: profile,
      profileVersion: profileVersion, calendarVersion: calendarVersion,
      provisional: provisional ?? self.provisional, days: noDate ? [] : days, gap: gap ?? self.gap,
      hourUnknown: hourUnknown, bar: bar, readingReason: readingReason)
  }
}
