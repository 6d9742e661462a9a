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

  package init(
    stage: Int, started: Occurrence, acknowledged: Occurrence? = nil, responded: Occurrence? = nil,
    extendedTo: CalendarDay? = nil, extensionRecorded: Occurrence? = nil
  ) {
    self.stage = stage
    self.started = started
    self.acknowledged = acknowledged
    self.responded = responded
    self.extendedTo = extendedTo
    self.extensionRecorded = extensionRecorded
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

  package init(
    received: Occurrence, stages: [StageFacts], ended: Occurrence? = nil, profile: String = "",
    untriaged: Bool = false
  ) {
    self.received = received
    self.stages = stages
    self.ended = ended
    self.profile = profile
    self.untriaged = untriaged
  }
}
