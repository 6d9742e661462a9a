extension RuleBook {
  /// Every clock of a case: all its stages, the landlord's target and the Code's.
  ///
  /// Under a profile nobody adopted only the Code's clocks run.
  package func clocks(of facts: CaseFacts, now: Moment, explain: Bool) -> [ClockReckoning] {
    var known = KnownDates()
    for stage in facts.stages where (1...4).contains(stage.stage) {
      known.stages[stage.stage - 1] = .init(stage)
    }
    if known.stages[0].requested == nil, facts.stages.first?.stage ?? 1 == 1 {
      known.stages[0].requested = facts.received
    }
    let sitting = ClockSitting(
      book: self, known: known, ended: facts.ended, untriaged: facts.untriaged, now: now,
      explain: explain)
    let profile = self.profile(named: facts.profile)
    var clocks: [ClockReckoning] = []
    for stage in 1...4 {
      if let profile { clocks += sitting.clocks(stage: stage, target: .landlord, profile: profile) }
      clocks += sitting.clocks(stage: stage, target: .code, profile: code)
    }
    return clocks
  }
}

/// The dates clocks start and stop at, by stage and event.
struct KnownDates {
  struct Dates {
    var requested: Occurrence?
    var acknowledged: Occurrence?
    var responded: Occurrence?
    var extendedTo: CalendarDay?

    init() {}

    init(_ facts: StageFacts) {
      requested = facts.started
      acknowledged = facts.acknowledged
      responded = facts.responded
      extendedTo = facts.extendedTo
    }
  }

  /// Four places, stage 1 first.
  var stages = [Dates(), Dates(), Dates(), Dates()]
  var others: [StartEvent: Occurrence] = [:]

  subscript(event: StartEvent) -> Occurrence? {
    if let place = event.stageStep {
      let dates = stages[place.stage - 1]
      switch place.step {
      case .requested: return dates.requested
      case .acknowledged: return dates.acknowledged
      case .responded: return dates.responded
      }
    }
    if let given = others[event] { return given }
    // When a response reached the resident is not recorded; the day it went out stands in for it.
    return event == .responseReceived ? stages[0].responded : nil
  }
}
