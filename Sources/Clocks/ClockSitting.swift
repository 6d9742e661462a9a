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

  /// What a clock runs from and to.
  struct Span {
    var start: Occurrence
    var stop: Occurrence?
    /// A window passes without anything being owed.
    var lapses = false
    /// A day named or agreed, which holds before the rule.
    var told: CalendarDay?
    var severity = ""
    /// Still owed when the case has ended.
    var outlivesCase = false
    var provisional = false
  }

  /// The clocks of one stage under one profile, in the order they run.
  func clocks(stage number: Int, target: ClockTarget, profile name: String) -> [ClockReckoning] {
    let seen = ClockSitting(
      book: book, known: known.seen(from: number), ended: ended, untriaged: untriaged, now: now,
      explain: explain)
    return seen.ownClocks(stage: number, target: target, profile: name)
  }

  private func ownClocks(stage number: Int, target: ClockTarget, profile name: String) -> [ClockReckoning] {
    let dates = known.stages[number - 1]
    var clocks: [ClockReckoning] = []
    if target == .landlord, number > 1 { clocks += window(stage: number, profile: name) }
    guard let profile = edition(name, stage: number), let stage = profile.stage(number) else { return clocks }
    for clock in stage.rules {
      let (last, rule) = (clock.name, clock.rule)
      if last == "respond" {
        clocks += response(clock.clock, target, rule, stage, profile, dates)
        continue
      }
      guard last != "window", let start = start(of: rule, stage: number, profile) else { continue }
      var span = Span(start: start, severity: dates.severity)
      switch last {
      case "preacknowledge", "acknowledge", "draft":
        // A full response leaves nothing to acknowledge or to show in draft.
        let receipt = last == "preacknowledge" ? dates.preAcknowledged : nil
        let stop = last == "draft" ? known.others[.draftSent] : receipt ?? dates.acknowledged
        span.stop = stop ?? dates.responded
      case "comments":
        span.lapses = true
        span.stop = dates.commented ?? dates.responded
      case "escalates":
        span.lapses = true
        span.stop = dates.responded
      default:
        span.lapses = true
        span.stop = number < 4 ? known.stages[number].requested : nil
      }
      clocks.append(reckon(clock.clock, target, rule, profile, span))
    }
    return clocks
  }

  /// Until when a later stage may be asked for: by the edition under which the stage before it began.
  private func window(stage number: Int, profile name: String) -> [ClockReckoning] {
    guard let (profile, rule, start) = windowRule(number, profile: name) else { return [] }
    let span = Span(start: start, stop: known.stages[number - 1].requested, lapses: true)
    return [reckon("stage\(number).window", .landlord, rule, profile, span)]
  }

  /// The edition in force when the stage began, the newest where it has not begun.
  func edition(_ name: String, stage number: Int) -> LandlordProfile? {
    let dates = known.stages[number - 1]
    guard let begun = dates.requested else { return book.profile(named: name) }
    return book.profile(named: name, begun: begun.day, seq: dates.recordedSeq)
  }

  /// When a rule's clock started; the arrival of a response is that of the given stage's.
  func start(of rule: ClockRule, stage: Int, _ profile: LandlordProfile) -> Occurrence? {
    guard rule.start == .responseReceived else { return known[rule.start] }
    let dates = known.stages[stage - 1]
    if let arrived = dates.responseReceived { return arrived }
    guard let sent = dates.responded else { return nil }
    return book.deemedArrival(of: sent, profile)
  }

  func counting(ended day: CalendarDay?, severity: String = "") -> (days: DueDays, version: String) {
    let (calendar, version) = book.calendar(ended: day)
    return (DueDays(calendar: calendar, zone: book.zone, known: known, severity: severity), version)
  }

  /// A clock whose start is known.
  func reckon(
    _ clock: String, _ target: ClockTarget, _ rule: ClockRule, _ profile: LandlordProfile, _ span: Span
  ) -> ClockReckoning {
    let ended = span.outlivesCase ? nil : ended
    let (days, version) = counting(
      ended: span.stop?.day ?? (span.lapses ? nil : ended?.day), severity: span.severity)
    var due: CalendarDay?
    var dueAt: Moment?
    var state = ClockState.running
    var counted: [CountedDay] = []
    var gap: CalendarGap?
    var bar: CalendarDay?
    if rule.limit(severity: span.severity).unit == .hours, span.told == nil {
      let hours = rule.limit(severity: span.severity).length
      dueAt = span.start.moment.map { $0.adding(seconds: Int64(hours) * 3600) }
      due = dueAt.map { book.zone.day(of: $0) }
      state = .waiting
      if let dueAt, let due {
        state = clockState(dueAt: dueAt, dueDay: due, now: now, stop: span.stop, ended: ended)
      }
    } else {
      do {
        let counts = try days.due(rule, from: span.start)
        let last = span.told ?? counts
        due = last
        bar = try days.bar(rule, from: span.start)
        state = clockState(due: last, today: today, stop: span.stop, ended: ended, lapses: span.lapses)
        if explain { counted = try days.explained(rule, from: span.start) }
        if explain, let told = span.told, told != counts {
          counted.append(CountedDay(day: told, counted: false, why: "date agreed"))
        }
      } catch {
        gap = error
      }
    }
    return ClockReckoning(
      clock: clock, target: target, due: due, dueAt: dueAt,
      dueTime: dueAt.map { book.zone.wallClock(at: $0) }, state: state, startEvent: rule.start,
      startedAt: span.start, startedTime: span.start.moment.map { book.zone.wallClock(at: $0) },
      clause: rule.clause, profile: profile.name, profileVersion: profile.version,
      calendarVersion: version, provisional: untriaged || gap != nil || span.provisional, days: counted,
      gap: gap, hourUnknown: rule.unit == .hours && dueAt == nil && span.told == nil, bar: bar,
      readingReason: rule.readingReason)
  }
}

extension RuleBook {
  /// When a letter counts as arrived, where its arrival is not on record.
  func deemedArrival(of sent: Occurrence, _ profile: LandlordProfile) -> Occurrence {
    // Without a rule the day it went out stands in for it.
    guard let deemed = profile.deemedDelivery?.limit else { return sent }
    do {
      return Occurrence(
        day: try calendar.due(deemed.length, deemed.unit, from: sent.day, reading: .following))
    } catch {
      return sent
    }
  }
}
