/// The dates clocks start and stop at, by stage and event.
struct KnownDates {
  struct Dates {
    var requested: Occurrence?
    var acknowledged: Occurrence?
    var responded: Occurrence?
    var responseReceived: Occurrence?
    var extendedTo: CalendarDay?
    var extensionRecorded: Occurrence?
    var logged: Occurrence?
    var allocated: Occurrence?
    var recordedSeq: UInt64 = 0
    var severity = ""
    var preAcknowledged: Occurrence?
    var draftSent: Occurrence?
    var commented: Occurrence?

    init() {}

    init(_ facts: StageFacts) {
      requested = facts.started
      acknowledged = facts.acknowledged
      responded = facts.responded
      responseReceived = facts.responseReceived
      extendedTo = facts.extendedTo
      extensionRecorded = facts.extensionRecorded
      logged = facts.logged
      allocated = facts.allocated
      recordedSeq = facts.recordedSeq
      severity = facts.severity
      preAcknowledged = facts.preAcknowledged
      draftSent = facts.draftSent
      commented = facts.commented
    }
  }

  /// Four places, stage 1 first.
  var stages = [Dates(), Dates(), Dates(), Dates()]
  var others: [StartEvent: Occurrence] = [:]

  init() {}

  /// The dates of a case; one without stages runs no clock of any.
  init(_ facts: CaseFacts) {
    for stage in facts.stages where (1...4).contains(stage.stage) { stages[stage.stage - 1] = Dates(stage) }
    others[.contact] = facts.received
  }

  /// The same dates as a stage's rules see them: its own logging, allocation and draft, where they
  /// are on record.
  func seen(from stage: Int) -> KnownDates {
    let dates = stages[stage - 1]
    guard dates.logged != nil || dates.allocated != nil || dates.draftSent != nil else { return self }
    var seen = self
    if let logged = dates.logged { seen.others[.logged] = logged }
    if let allocated = dates.allocated { seen.others[.allocated] = allocated }
    if let draft = dates.draftSent { seen.others[.draftSent] = draft }
    return seen
  }

  /// When that event happened; `response-received` is asked for by stage instead.
  subscript(event: StartEvent) -> Occurrence? {
    guard let place = event.stageStep else { return others[event] }
    let dates = stages[place.stage - 1]
    switch place.step {
    case .requested: return dates.requested
    case .acknowledged: return dates.acknowledged
    case .responded: return dates.responded
    }
  }

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

  /// Files the arrival of a response under the last stage that responded before the next was asked for.
  mutating func noteArrival(_ given: Occurrence) {
    let place = stages.lastIndex { $0.responded.map { $0.day <= given.day } ?? false } ?? 0
    stages[place].responseReceived = given
  }
}
