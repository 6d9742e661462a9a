/// Why the calculator cannot answer.
package enum ClockQuestionError: Error, Hashable, Sendable {
  case unknownProfile(String)
  /// A clock in hours needs an instant, not a bare date.
  case hourUnknown(StartEvent)
  /// No clock of the profile or the Code starts with any of the given events.
  case nothingStarts
}

extension RuleBook {
  /// Every clock whose start event is given, for no case at all: stages first, then the clocks of no stage.
  ///
  /// Later events given stop earlier clocks: with `acknowledged` the acknowledgement is met or late. Both targets
  /// are reckoned, the landlord's from the named profile, the Code's from the Code.
  package func clocks(
    profile name: String, events: [StartEvent: Occurrence], now: Moment, explain: Bool
  ) throws(ClockQuestionError) -> [ClockReckoning] {
    guard let profile = profile(named: name) else { throw .unknownProfile(name) }
    var known = KnownDates()
    for event in StartEvent.allCases {
      guard let given = events[event] else { continue }
      known.note(event, given)
    }
    let sitting = ClockSitting(
      book: self, known: known, ended: events[.closed], untriaged: false, now: now, explain: explain)
    var clocks: [ClockReckoning] = []
    for stage in 1...4 {
      clocks += sitting.clocks(stage: stage, target: .landlord, profile: profile)
      clocks += sitting.clocks(stage: stage, target: .code, profile: code)
    }
    for (target, rules) in [(ClockTarget.landlord, profile), (.code, code)] {
      if target == .code, profile.name == code.name { continue }
      for clock in rules.clocks {
        guard let start = known[clock.rule.start] else { continue }
        if clock.rule.unit == .hours, start.moment == nil { throw .hourUnknown(clock.rule.start) }
        clocks.append(sitting.reckon(clock.name, target, clock.rule, rules, start: start, stop: nil))
      }
    }
    guard !clocks.isEmpty else { throw .nothingStarts }
    return clocks
  }
}

extension KnownDates {
  /// Files an event under its stage, or among the others.
  mutating func note(_ event: StartEvent, _ given: Occurrence) {
    guard let place = event.stageStep else {
      others[event] = given
      return
    }
    switch place.step {
    case .requested: stages[place.stage - 1].requested = given
    case .acknowledged: stages[place.stage - 1].acknowledged = given
    case .responded: stages[place.stage - 1].responded = given
    }
  }
}
