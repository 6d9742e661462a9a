/// How far a response may be extended under one target.
package struct ExtensionLimit: Hashable, Sendable {
  package let target: ClockTarget
  /// The last day in time without an extension.
  package let firstDue: CalendarDay
  /// The last day an extension may reach; nil where the policy sets no cap.
  package let latest: CalendarDay?
  package let clause: Clause
  /// True where the policy lets the resident's agreement take the place of a cap.
  package let byAgreement: Bool
}

extension RuleBook {
  /// The next letter owed at this stage and its dates; nil once the response has gone.
  ///
  /// Nil too where a needed bank-holiday year is missing: `clocks` reports the gap.
  package func urgent(of facts: StageFacts, profile: String, received: Occurrence) -> UrgentTarget? {
    guard facts.responded == nil, (1...4).contains(facts.stage) else { return nil }
    let sitting = self.sitting(of: facts, received: received)
    let (landlord, code) = rules(of: facts, profile: profile)
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
    of facts: StageFacts, profile: String, received: Occurrence
  ) throws(CalendarGap) -> [ExtensionLimit] {
    let sitting = self.sitting(of: facts, received: received)
    let (landlord, code) = rules(of: facts, profile: profile)
    let pairs: [(ClockTarget, StageRule?)] = [(.landlord, landlord), (.code, code)]
    let days = sitting.counting(ended: nil, severity: facts.severity).days
    var limits: [ExtensionLimit] = []
    for (target, stage) in pairs {
      guard let rule = stage?.respond, let rules = stage?.respondExtension,
        let start = sitting.known[rule.start]
      else { continue }
      let due = try days.due(rule, from: start)
      limits.append(
        ExtensionLimit(
          target: target, firstDue: due, latest: try days.cap(rules, rule, due: due), clause: rules.clause,
          byAgreement: rules.cap == .byAgreement))
    }
    return limits
  }

  /// The landlord's and the Code's rules of the stage, in the editions in force when it began.
  private func rules(of facts: StageFacts, profile: String) -> (landlord: StageRule?, code: StageRule?) {
    let day = facts.started.day
    return (
      self.profile(named: profile, begun: day, seq: facts.recordedSeq)?.stage(facts.stage),
      code(begun: day, seq: facts.recordedSeq).stage(facts.stage)
    )
  }

  private func sitting(of facts: StageFacts, received: Occurrence) -> ClockSitting {
    var known = KnownDates()
    known.stages[0].requested = received
    known.stages[facts.stage - 1] = .init(facts)
    known.others[.contact] = received
    return ClockSitting(
      book: self, known: known.seen(from: facts.stage), ended: nil, untriaged: false, now: Moment(seconds: 0),
      explain: false)
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
    let severity = known.stages[(rule.start.stageStep?.stage ?? 1) - 1].severity
    if rule.limit(severity: severity).unit == .hours {
      // Without its hour the clock has no date; a queue row shows none.
      return start.moment.map {
        book.zone.day(of: $0.adding(seconds: Int64(rule.limit(severity: severity).length) * 3600))
      }
    }
    do {
      return try counting(ended: nil, severity: severity).days.due(rule, from: start)
    } catch {
      // `clocks` reports the gap with the year it needs; a queue row shows no date.
      return nil
    }
  }

  /// The day the response is due, extension included.
  func responseDay(_ stage: StageRule?, _ target: ClockTarget, provisional: inout Bool) -> CalendarDay? {
    guard let stage, let rule = stage.respond else { return nil }
    let dates = known.stages[stage.stage - 1]
    if known[rule.start] != nil, rule.unit == .hours { return dates.extendedTo ?? day(rule) }
    var start = known[rule.start]
    if start == nil, let latest = latestAcknowledgement(of: stage, before: rule) {
      start = latest
      provisional = true
    }
    guard let start else { return nil }
    let days = counting(ended: nil, severity: dates.severity).days
    do {
      let due = try days.due(rule, from: start)
      guard let told = dates.extendedTo else { return due }
      switch target {
      case .landlord: return told
      case .code:
        guard told > due, dates.extensionRecorded.map({ $0.day <= due }) ?? true,
          let rules = stage.respondExtension
        else { return due }
        return min(told, try days.cap(rules, rule, due: due) ?? told)
      }
    } catch {
      return nil
    }
  }
}
