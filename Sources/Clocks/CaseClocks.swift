extension RuleBook {
  /// Every clock of a case: all its stages, the landlord's target and the Code's, then what it owes beside them.
  ///
  /// Under a profile nobody adopted only the Code's clocks run.
  package func clocks(of facts: CaseFacts, now: Moment, explain: Bool) -> [ClockReckoning] {
    let sitting = ClockSitting(
      book: self, known: KnownDates(facts), ended: facts.ended, untriaged: facts.untriaged, now: now,
      explain: explain)
    var clocks: [ClockReckoning] = []
    for stage in 1...mostStages {
      clocks += sitting.clocks(stage: stage, target: .landlord, profile: facts.profile)
      clocks += sitting.clocks(stage: stage, target: .code, profile: code.name)
    }
    for duty in facts.duties { clocks += sitting.clocks(of: duty, profile: facts.profile) }
    return clocks
  }
}

extension ClockSitting {
  /// The clocks of something owed beside the stages: the landlord's limit, and the Code's or the law's.
  func clocks(of duty: DutyFacts, profile name: String) -> [ClockReckoning] {
    // What falls on a day to come, such as an update for a promise not kept by then, is not owed yet.
    if duty.started.day > today { return [] }
    var clocks: [ClockReckoning] = []
    let own = book.profile(named: name, begun: duty.started.day)
    let law = book.code(begun: duty.started.day)
    for (target, profile) in [(ClockTarget.landlord, own), (.code, law)] {
      guard let profile, target == .landlord || profile.name != own?.name else { continue }
      if let hazard = duty.hazard, let scope = profile.duties.hazardScope,
        !scope.verdict(of: hazard).isCovered
      {
        continue
      }
      if let rule = profile.clock(duty.clock) {
        clocks.append(
          reckon(
            duty.clock.rawValue, target, rule, profile,
            Span(start: duty.started, stop: duty.done, told: duty.told, outlivesCase: true)))
      } else if target == .landlord, let told = duty.told {
        clocks.append(
          agreed(duty, told: told, profile, Clause(source: profile.name, place: "date agreed"), .landlord))
      } else if target == .code, let day = duty.owedAnyway {
        clocks.append(agreed(duty, told: day, profile, Clause(source: profile.name, place: "6.6"), .code))
      }
    }
    return clocks
  }

  /// A date agreed where no policy sets a limit: it stands on the agreement alone.
  private func agreed(
    _ duty: DutyFacts, told: CalendarDay, _ profile: LandlordProfile, _ clause: Clause, _ target: ClockTarget
  ) -> ClockReckoning {
    ClockReckoning(
      clock: duty.clock.rawValue, target: target, due: told, dueAt: nil, dueTime: nil,
      state: clockState(due: told, today: today, stop: duty.done, ended: nil, lapses: false),
      startEvent: duty.clock.usualStart, startedAt: duty.started,
      startedTime: duty.started.moment.map { book.zone.wallClock(at: $0) },
      clause: clause, profile: profile.name,
      profileVersion: profile.version, calendarVersion: book.calendarVersion, provisional: untriaged,
      days: [],
      gap: nil, hourUnknown: false, bar: nil, readingReason: nil)
  }
}

extension ClockWord {
  /// What usually starts it, where no rule says.
  var usualStart: StartEvent {
    switch self {
    case .evidence: .evidenceRequested
    case .update, .writeUp, .enquiry, .memberEnquiry, .dataProtection, .callback, .needReview, .followUp,
      .reply:
      .contact
    case .order: .ordered
    case .promise: .responded
    case .restrictionReview: .restricted
    case .hazardMakesafe, .hazardInvestigate: .aware
    case .hazardSummary, .hazardSafety, .hazardPreventative, .hazardBackstop: .investigated
    case .subjectAccess: .accessRequested
    }
  }
}
