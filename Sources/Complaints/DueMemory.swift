package import Clocks

/// The days a stage's two letters were due under one target, and whether they went in time.
package struct StageDue: Hashable, Sendable {
  /// The last day the acknowledgement was in time; nil where no limit is set or none can be reckoned.
  package var acknowledge: CalendarDay?
  /// The first day named for the response, before any extension.
  package var first: CalendarDay?
  /// The last day the response was in time, extensions that hold under this target included.
  package var respond: CalendarDay?
  /// Met or late once the letter has gone; nil before, and where there is no date.
  package var acknowledged: Timeliness?
  package var responded: Timeliness?

  package init() {}
}

/// Whether a letter went in time.
package enum Timeliness: String, CaseIterable, Hashable, Sendable {
  case met, late

  fileprivate init?(_ state: ClockState) {
    switch state {
    case .met: self = .met
    case .late: self = .late
    case .waiting, .running, .due, .overdue, .extended, .lapsed: return nil
    }
  }
}

/// Due days by what they follow from, so that a hundred thousand cases that began on the same few days are not
/// each counted along the calendar.
package struct DueMemory {
  private struct Question: Hashable {
    var profile: String
    var received: Occurrence
    var stages: [StageFacts]
    var ended: Occurrence?
  }

  private let rules: RuleBook
  private let now: Moment
  private var known: [Question: [Dues]] = [:]

  private struct Dues {
    var landlord = StageDue()
    var code = StageDue()
  }

  /// `now` judges only what is under way; a letter that has gone keeps its verdict.
  package init(_ rules: RuleBook, now: Moment) {
    self.rules = rules
    self.now = now
  }

  /// Puts the due days of every stage into the figures of that case.
  package mutating func reckon(_ figures: inout CaseFigures, _ file: CaseFile) {
    guard !file.stages.isEmpty else { return }
    var facts = file.facts
    facts.duties = []
    let dues = dues(of: simplified(facts))
    for index in figures.stages.indices where dues.indices.contains(index) {
      figures.stages[index].landlord = dues[index].landlord
      figures.stages[index].code = dues[index].code
    }
  }

  /// The facts without what no date of these rules depends on, so that more cases ask the same.
  private func simplified(_ facts: CaseFacts) -> Question {
    var asked = Question(
      profile: facts.profile, received: facts.received, stages: facts.stages, ended: facts.ended)
    if facts.stages.allSatisfy({ $0.acknowledged != nil && $0.responded != nil }) { asked.ended = nil }
    let keepsSeq = rules.hasEarlierEditions
    let keepsHours = rules.needsMoreThanDays
    if !keepsHours { asked.received = Occurrence(day: facts.received.day) }
    for index in asked.stages.indices {
      if !keepsSeq { asked.stages[index].recordedSeq = 0 }
      guard !keepsHours else { continue }
      let stage = asked.stages[index]
      asked.stages[index].started = Occurrence(day: stage.started.day)
      asked.stages[index].acknowledged = stage.acknowledged.map { Occurrence(day: $0.day) }
      asked.stages[index].responded = stage.responded.map { Occurrence(day: $0.day) }
      asked.stages[index].extensionRecorded = stage.extensionRecorded.map { Occurrence(day: $0.day) }
      asked.stages[index].responseReceived = stage.responseReceived.map { Occurrence(day: $0.day) }
      asked.stages[index].logged = nil
      asked.stages[index].allocated = nil
    }
    return asked
  }

  private mutating func dues(of asked: Question) -> [Dues] {
    if let known = known[asked] { return known }
    let facts = CaseFacts(
      received: asked.received, stages: asked.stages, ended: asked.ended, profile: asked.profile)
    var dues = [Dues](repeating: Dues(), count: asked.stages.count)
    for clock in rules.clocks(of: facts, now: now, explain: false) {
      for index in asked.stages.indices {
        let name = "stage" + String(asked.stages[index].stage)
        switch clock.target {
        case .landlord: dues[index].landlord.take(clock, stage: name)
        case .code: dues[index].code.take(clock, stage: name)
        }
      }
    }
    known[asked] = dues
    return dues
  }
}

extension StageDue {
  fileprivate mutating func take(_ clock: ClockReckoning, stage: String) {
    let verdict = Timeliness(clock.state)
    switch clock.clock {
    case stage + ".acknowledge":
      acknowledge = clock.due
      acknowledged = verdict
    case stage + ".respond":
      first = clock.due
      respond = clock.due
      responded = verdict
    case stage + ".respond.extended":
      respond = clock.due
      responded = verdict
    case _: break
    }
  }
}
