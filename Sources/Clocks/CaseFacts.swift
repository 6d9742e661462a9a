/// What one stage of a case gives to its clocks.
package struct StageFacts: Hashable, Sendable {
  /// 1…4.
  package var stage: Int
  /// Received, or when the stage was asked for.
  package var started: Occurrence
  package var acknowledged: Occurrence?
  package var responded: Occurrence?
  /// The latest response date told to the resident by an extension.
  package var extendedTo: CalendarDay?
  package var extensionRecorded: Occurrence?
  /// When the response reached the resident, where that is on record.
  package var responseReceived: Occurrence?
  /// When that line was recorded; nil where unknown.
  package var logged: Occurrence?
  /// When somebody was first given the case since the stage began.
  package var allocated: Occurrence?
  /// Place in the record of the line that began the stage; 0 where unknown.
  package var recordedSeq: UInt64
  /// A word of the profile's severities; empty where nobody judged.
  package var severity: String
  /// A note of receipt, before the acknowledgement proper.
  package var preAcknowledged: Occurrence?
  /// Draft findings went to the resident for comment.
  package var draftSent: Occurrence?
  /// The resident's comments on them came.
  package var commented: Occurrence?

  package init(
    stage: Int, started: Occurrence, acknowledged: Occurrence? = nil, responded: Occurrence? = nil,
    extendedTo: CalendarDay? = nil, extensionRecorded: Occurrence? = nil,
    responseReceived: Occurrence? = nil, logged: Occurrence? = nil, allocated: Occurrence? = nil,
    recordedSeq: UInt64 = 0, severity: String = "", preAcknowledged: Occurrence? = nil,
    draftSent: Occurrence? = nil, commented: Occurrence? = nil
  ) {
    self.stage = stage
    self.started = started
    self.acknowledged = acknowledged
    self.responded = responded
    self.extendedTo = extendedTo
    self.extensionRecorded = extensionRecorded
    self.responseReceived = responseReceived
    self.logged = logged
    self.allocated = allocated
    self.recordedSeq = recordedSeq
    self.severity = severity
    self.preAcknowledged = preAcknowledged
    self.draftSent = draftSent
    self.commented = commented
  }
}

/// Something owed beside the letters of a stage: evidence, an order, a promise, a step of the hazard track.
package struct DutyFacts: Hashable, Sendable {
  package var clock: ClockWord
  package var started: Occurrence
  package var done: Occurrence?
  /// The day named in the request, order or promise, or agreed since; it holds before any rule.
  package var told: CalendarDay?
  /// What the clock is about, where it is a hazard: a law may leave it out.
  package var hazard: HazardFacts?
  /// The day it falls on where no rule of the landlord says: owed by the Code all the same.
  package var owedAnyway: CalendarDay?

  package init(
    clock: ClockWord, started: Occurrence, done: Occurrence? = nil, told: CalendarDay? = nil,
    hazard: HazardFacts? = nil, owedAnyway: CalendarDay? = nil
  ) {
    self.owedAnyway = owedAnyway
    self.clock = clock
    self.started = started
    self.done = done
    self.told = told
    self.hazard = hazard
  }
}

/// What a case gives to its clocks.
package struct CaseFacts: Hashable, Sendable {
  package var received: Occurrence
  /// Ascending; a case imported at a later stage has no earlier ones.
  package var stages: [StageFacts]
  /// Closed, refused or withdrawn.
  package var ended: Occurrence?
  /// Profile name; empty means the landlord's first.
  package var profile: String
  /// True while nobody has decided that this is a complaint: clocks run in case it is.
  package var untriaged: Bool
  /// What is owed beside the stages; it outlives the case.
  package var duties: [DutyFacts]

  package init(
    received: Occurrence, stages: [StageFacts], ended: Occurrence? = nil, profile: String = "",
    untriaged: Bool = false, duties: [DutyFacts] = []
  ) {
    self.received = received
    self.stages = stages
    self.ended = ended
    self.profile = profile
    self.untriaged = untriaged
    self.duties = duties
  }
}
