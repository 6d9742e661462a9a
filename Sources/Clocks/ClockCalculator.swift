/// Why the calculator cannot answer.
package enum ClockQuestionError: Error, Hashable, Sendable {
  case unknownProfile(String)
  /// Every clock that starts is in hours and needs an instant, not a bare date.
  case hourUnknown(StartEvent)
  /// No clock of the profile or the Code starts with any of the given events.
  case nothingStarts
}

extension RuleBook {
  /// Every clock whose start event is given, for no case at all: stages first, then the clocks of no stage.
  ///
  /// Later events given stop earlier clocks: with `acknowledged` the acknowledgement is met or late. Both targets
  /// are reckoned, the landlord's from the named profile, the Code's from the Code. A clock in hours given a
  /// bare date has none itself (`hourUnknown`); the others answer.
  package func clocks(
    profile name: String, events: [StartEvent: Occurrence], now: Moment, explain: Bool
  ) throws(ClockQuestionError) -> [ClockReckoning] {
    guard let profile = profile(named: name) else { throw .unknownProfile(name) }
    var known = KnownDates()
    for event in StartEvent.allCases {
      guard let given = events[event] else { continue }
      known.note(event, given)
    }
    if let arrived = events[.responseReceived] { known.noteArrival(arrived) }
    let sitting = ClockSitting(
      book: self, known: known, ended: events[.closed], untriaged: false, now: now, explain: explain)
    var clocks: [ClockReckoning] = []
    for stage in 1...mostStages {
      clocks += sitting.clocks(stage: stage, target: .landlord, profile: name)
      clocks += sitting.clocks(stage: stage, target: .code, profile: code.name)
    }
    for (target, rules) in [(ClockTarget.landlord, profile), (.code, code)] {
      if target == .code, profile.name == code.name { continue }
      for clock in rules.clocks {
        guard let start = sitting.start(of: clock.rule, stage: 1, rules) else { continue }
        let stop = clock.word == .hazardInvestigate ? events[.investigated] : nil
        let span = ClockSitting.Span(start: start, stop: stop, outlivesCase: true)
        clocks.append(sitting.reckon(clock.name, target, clock.rule, rules, span))
      }
    }
    guard let first = clocks.first else { throw .nothingStarts }
    guard !clocks.allSatisfy(\.hourUnknown) else { throw .hourUnknown(first.startEvent) }
    return clocks
  }
}
