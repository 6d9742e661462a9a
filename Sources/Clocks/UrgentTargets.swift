/// How far a response may be extended under one target.
package struct ExtensionLimit: Hashable, Sendable {
  package let target: ClockTarget
  /// The last day in time without an extension.
  package let firstDue: CalendarDay
  /// The last day an extension may reach; nil where the policy sets no cap.
  package let latest: CalendarDay?
  package let clause: Clause
}

extension RuleBook {
  /// The next letter owed at this stage and its dates; nil once the response has gone.
  ///
  /// Nil too where a needed bank-holiday year is missing: `clocks` reports the gap.
  package func urgent(of facts: StageFacts, profile: String, received: CalendarDay) -> UrgentTarget? {
    guard facts.responded == nil, (1...4).contains(facts.stage) else { return nil }
    let sitting = self.sitting(of: facts, received: received)
    let landlord = self.profile(named: profile)?.stage(facts.stage)
    let code = self.code.stage(facts.stage)
    if facts.acknowledged == nil {
      let landlordDue = sitting.day(landlord?.acknowledge)
      let codeDue = sitting.day(code?.acknowledge)
      if let target = UrgentTarget.earlier(.acknowledge, landlordDue, codeDue, provisional: false) {
        return target
      }
    }
    var provisional = false
    let landlordDue = sitting.responseDay(landlord, .landlord, provisional: &provisional)
    let codeDue = sitting.responseDay(code, .code, provisional: &provisional)
    return UrgentTarget.earlier(.respond, landlordDue, codeDue, provisional: provisional)
  }

  /// How far the response of this stage may be extended, under the landlord's policy and under the Code.
  ///
  /// A target without an extension rule, or whose response clock has not started, is left out.
  package func extensionLimits(
    of facts: StageFacts, profile: String, received: CalendarDay
  ) throws(CalendarGap) -> [ExtensionLimit] {
    let sitting = self.sitting(of: facts, received: received)
    let pairs: [(ClockTarget, StageRule?)] = [
      (.landlord, self.profile(named: profile)?.stage(facts.stage)), (.code, code.stage(facts.stage)),
    ]
    var limits: [ExtensionLimit] = []
    for (target, stage) in pairs {
      guard let rule = stage?.respond, let rules = stage?.respondExtension,
        let start = sitting.known[rule.start]
      else { continue }
      let due = try sitting.firstDue(rule, start: start)
      let latest = try sitting.cap(rules, rule, due: due)
      limits.append(ExtensionLimit(target: target, firstDue: due, latest: latest, clause: rules.clause))
    }
    return limits
  }

  /// Until when the given stage may be asked for after that response, and where that stands; nil without limit.
  package func window(
    stage: Int, profile: String, responded: Occurrence
  ) throws(CalendarGap) -> (until: CalendarDay, clause: Clause)? {
    guard let rule = self.profile(named: profile)?.stage(stage)?.window else { return nil }
    let until = try calendar.due(
      rule.length, rule.unit, from: responded.day,
      hour: responded.moment.map { zone.localTime(of: $0).hour }, reading: rule.reading)
    return (until, rule.clause)
  }

  private func sitting(of facts: StageFacts, received: CalendarDay) -> ClockSitting {
    var known = KnownDates()
    known.stages[0].requested = Occurrence(day: received)
    known.stages[facts.stage - 1] = .init(facts)
    return ClockSitting(
      book: self, known: known, ended: nil, untriaged: false, now: Moment(seconds: 0), explain: false)
  }
}

extension UrgentTarget {
  /// The earlier of two dates; the landlord's own where they fall together.
  static func earlier(
    _ step: LetterStep, _ landlord: CalendarDay?, _ code: CalendarDay?, provisional: Bool
  ) -> UrgentTarget? {
    guard let due = [landlord, code].compactMap(\.self).min() else { return nil }
    return UrgentTarget(
      step: step, due: due, target: due == landlord ? .landlord : .code, landlordDue: landlord, codeDue: code,
      provisional: provisional)
  }
}

extension ClockSitting {
  /// The due day of a rule whose start is known; nil otherwise and where the calendar does not reach.
  func day(_ rule: ClockRule?) -> CalendarDay? {
    guard let rule, let start = known[rule.start] else { return nil }
    do {
      return try firstDue(rule, start: start)
    } catch {
      // `clocks` reports the gap with the year it needs; a queue row shows no date.
      return nil
    }
  }

  /// The day the response is due, extension included.
  func responseDay(_ stage: StageRule?, _ target: ClockTarget, provisional: inout Bool) -> CalendarDay? {
    guard let stage, let rule = stage.respond else { return nil }
    var start = known[rule.start]
    if start == nil, let latest = day(stage.acknowledge) {
      start = Occurrence(day: latest)
      provisional = true
    }
    guard let start else { return nil }
    do {
      let due = try firstDue(rule, start: start)
      guard let told = known.stages[stage.stage - 1].extendedTo else { return due }
      switch target {
      case .landlord: return told
      case .code:
        guard told > due, let rules = stage.respondExtension else { return due }
        return min(told, try cap(rules, rule, due: due) ?? told)
      }
    } catch {
      return nil
    }
  }
}
