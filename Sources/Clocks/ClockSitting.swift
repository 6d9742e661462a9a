/// One reckoning of one case's clocks, at one moment.
struct ClockSitting {
  let book: RuleBook
  let known: KnownDates
  let ended: Occurrence?
  let untriaged: Bool
  let now: Moment
  let explain: Bool
  let today: CalendarDay

  init(book: RuleBook, known: KnownDates, ended: Occurrence?, untriaged: Bool, now: Moment, explain: Bool) {
    self.book = book
    self.known = known
    self.ended = ended
    self.untriaged = untriaged
    self.now = now
    self.explain = explain
    today = book.zone.day(of: now)
  }

  /// The clocks of one stage under one profile, in the order they run.
  func clocks(stage number: Int, target: ClockTarget, profile: LandlordProfile) -> [ClockReckoning] {
    guard let stage = profile.stage(number) else { return [] }
    let dates = known.stages[number - 1]
    let name = "stage\(number)"
    var clocks: [ClockReckoning] = []
    if target == .landlord, let window = stage.window, let start = known[window.start] {
      clocks.append(
        reckon(
          name + ".window", target, window, profile, start: start, stop: dates.requested, isWindow: true))
    }
    if let rule = stage.acknowledge, let start = known[rule.start] {
      // A full response leaves nothing to acknowledge.
      clocks.append(
        reckon(
          name + ".acknowledge", target, rule, profile, start: start,
          stop: dates.acknowledged ?? dates.responded))
    }
    if let rule = stage.respond { clocks += response(name, target, rule, stage, profile, dates) }
    return clocks
  }

  /// A clock whose start is known.
  func reckon(
    _ clock: String, _ target: ClockTarget, _ rule: ClockRule, _ profile: LandlordProfile, start: Occurrence,
    stop: Occurrence?, isWindow: Bool = false
  ) -> ClockReckoning {
    if rule.unit == .hours { return reckonHours(clock, target, rule, profile, start: start, stop: stop) }
    do {
      let due = try firstDue(rule, start: start)
      return ClockReckoning(
        clock: clock, target: target, due: due, dueAt: nil,
        state: state(due: due, stop: stop, isWindow: isWindow), startEvent: rule.start, startedAt: start,
        clause: rule.clause, profile: profile.name, profileVersion: profile.version, provisional: untriaged,
        days: try explanation(rule, start: start), gap: nil, readingReason: rule.readingReason)
    } catch {
      return undated(clock, target, rule, profile, start: start, state: .running, gap: error)
    }
  }

  /// The response clock and, after an extension, the clock that drives instead.
  private func response(
    _ name: String, _ target: ClockTarget, _ rule: ClockRule, _ stage: StageRule, _ profile: LandlordProfile,
    _ dates: KnownDates.Dates
  ) -> [ClockReckoning] {
    let waits = known[rule.start] == nil
    // Until the acknowledgement has gone, the latest day it may go gives the latest day of the response.
    guard let start = known[rule.start] ?? latestAcknowledgement(of: stage, before: rule) else { return [] }
    let waiting = waits && dates.responded == nil && ended == nil
    do {
      let due = try firstDue(rule, start: start)
      var firstState = waiting ? .waiting : state(due: due, stop: dates.responded, isWindow: false)
      var extended: ClockReckoning?
      if let told = dates.extendedTo, target == .landlord || told > due {
        let rules = stage.respondExtension
        let latest = try rules.map { rules throws(CalendarGap) in try cap(rules, rule, due: due) } ?? nil
        let moved = target == .code ? min(told, latest ?? told) : told
        if !waiting { firstState = .extended }
        extended = ClockReckoning(
          clock: name + ".respond.extended", target: target, due: moved, dueAt: nil,
          state: waiting ? .waiting : state(due: moved, stop: dates.responded, isWindow: false),
          startEvent: rule.start, startedAt: waits ? nil : start, clause: rules?.clause ?? rule.clause,
          profile: profile.name, profileVersion: profile.version, provisional: waiting || untriaged,
          days: explain ? try extensionDays(from: due, to: moved) : [], gap: nil,
          readingReason: rules?.readingReason)
      }
      let first = ClockReckoning(
        clock: name + ".respond", target: target, due: due, dueAt: nil, state: firstState,
        startEvent: rule.start, startedAt: waits ? nil : start, clause: rule.clause, profile: profile.name,
        profileVersion: profile.version,
        provisional: waiting || untriaged, days: try explanation(rule, start: start), gap: nil,
        readingReason: rule.readingReason)
      return [first] + (extended.map { [$0] } ?? [])
    } catch {
      return [
        undated(
          name + ".respond", target, rule, profile, start: waits ? nil : start,
          state: waiting ? .waiting : .running, gap: error)
      ]
    }
  }

  /// The last day an acknowledgement is in time, where the response waits for exactly that letter.
  private func latestAcknowledgement(of stage: StageRule, before rule: ClockRule) -> Occurrence? {
    guard let place = rule.start.stageStep, place.stage == stage.stage, place.step == .acknowledged else {
      return nil
    }
    guard let acknowledge = stage.acknowledge, let start = known[acknowledge.start] else { return nil }
    do {
      return Occurrence(day: try firstDue(acknowledge, start: start))
    } catch {
      // The acknowledgement clock itself reports the gap.
      return nil
    }
  }

  func firstDue(_ rule: ClockRule, start: Occurrence) throws(CalendarGap) -> CalendarDay {
    try book.calendar.due(rule.length, rule.unit, from: start.day, hour: hour(start), reading: rule.reading)
  }

  /// The last day an extension may reach, nil where it is uncapped or its start is unknown.
  func cap(_ rules: ExtensionRule, _ rule: ClockRule, due: CalendarDay) throws(CalendarGap) -> CalendarDay? {
    switch rules.cap {
    case .uncapped: return nil
    case .additional(let limit):
      return try book.calendar.due(limit.length, limit.unit, from: due, reading: .following)
    case .inAll(let limit, let event):
      guard let start = known[event] else { return nil }
      return try book.calendar.due(
        limit.length, limit.unit, from: start.day, hour: hour(start), reading: rule.reading)
    }
  }

  private func hour(_ start: Occurrence) -> Int? { start.moment.map { book.zone.localTime(of: $0).hour } }

  private func explanation(_ rule: ClockRule, start: Occurrence) throws(CalendarGap) -> [CountedDay] {
    guard explain else { return [] }
    return try book.calendar.explain(
      rule.length, rule.unit, from: start.day, hour: hour(start), reading: rule.reading)
  }

  /// The days between the first due date and the extended one.
  private func extensionDays(from first: CalendarDay, to last: CalendarDay) throws(CalendarGap)
    -> [CountedDay]
  {
    guard last > first else { return [CountedDay(day: last, counted: false, why: "date told")] }
    let number = try book.calendar.workingDays(after: first, through: last)
    var days = try book.calendar.explain(number, .workingDays, from: first, reading: .following)
    days[0] = CountedDay(day: first, counted: false, why: "first date, extended from here")
    var day = days[days.count - 1].day.adding(days: 1)
    while day <= last {
      // The told date may fall on a day nobody works; say so instead of leaving it out.
      days.append(CountedDay(day: day, counted: false, why: day == last ? "date told" : day.weekdayName))
      day = day.adding(days: 1)
    }
    return days
  }

  private func state(due: CalendarDay, stop: Occurrence?, isWindow: Bool) -> ClockState {
    if let stop { return stop.day <= due ? .met : .late }
    if !isWindow, let ended { return ended.day <= due ? .lapsed : .late }
    if today < due { return .running }
    if today == due { return .due }
    return isWindow ? .lapsed : .overdue
  }

  private func reckonHours(
    _ clock: String, _ target: ClockTarget, _ rule: ClockRule, _ profile: LandlordProfile, start: Occurrence,
    stop: Occurrence?
  ) -> ClockReckoning {
    let dueAt = start.moment.map { $0.adding(seconds: Int64(rule.length) * 3600) }
    let state: ClockState
    if let dueAt {
      let done = stop ?? ended
      // A stop without an hour is judged by its day: it cannot be shown to be late within that day.
      let inTime = done.map { $0.moment.map { $0 <= dueAt } ?? ($0.day <= book.zone.day(of: dueAt)) }
      state = inTime.map { $0 ? .met : .late } ?? (now > dueAt ? .overdue : .running)
    } else {
      state = .waiting
    }
    return ClockReckoning(
      clock: clock, target: target, due: dueAt.map { book.zone.day(of: $0) }, dueAt: dueAt, state: state,
      startEvent: rule.start, startedAt: start, clause: rule.clause, profile: profile.name,
      profileVersion: profile.version,
      provisional: untriaged, days: [], gap: nil, readingReason: rule.readingReason)
  }

  private func undated(
    _ clock: String, _ target: ClockTarget, _ rule: ClockRule, _ profile: LandlordProfile, start: Occurrence?,
    state: ClockState, gap: CalendarGap
  ) -> ClockReckoning {
    ClockReckoning(
      clock: clock, target: target, due: nil, dueAt: nil, state: state, startEvent: rule.start,
      startedAt: start, clause: rule.clause, profile: profile.name, profileVersion: profile.version,
      provisional: true, days: [], gap: gap,
      readingReason: rule.readingReason)
  }
}
