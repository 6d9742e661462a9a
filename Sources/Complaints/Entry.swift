package import Clocks

/// One event with its envelope, as read from the journal.
package struct Entry: Hashable, Sendable {
  /// Sequence number of the line; several entries of one batch share it.
  package var seq: UInt64
  /// Place inside a batch, 0 for the first or only event.
  package var part: Int
  /// Recorded-at, set under the lock; never runs backwards.
  package var recordedAt: Moment
  /// The true clock reading when `recordedAt` had to be held up (`wc`).
  package var wallClock: Moment?
  /// Occurred-at (`on`); nil means when it was recorded.
  package var occurred: Occurrence?
  package var by: StaffLogin
  package var caseReference: CaseReference?
  package var event: Event

  package init(
    seq: UInt64, part: Int = 0, recordedAt: Moment, wallClock: Moment? = nil, occurred: Occurrence? = nil,
    by: StaffLogin, caseReference: CaseReference? = nil, event: Event
  ) {
    self.seq = seq
    self.part = part
    self.recordedAt = recordedAt
    self.wallClock = wallClock
    self.occurred = occurred
    self.by = by
    self.caseReference = caseReference
    self.event = event
  }

  /// The instant rules judge recording by: the wall clock where it disagreed.
  package var knownAt: Moment { wallClock ?? recordedAt }
}

/// An event decided but not yet recorded: what `decide` returns and the journal appends.
package struct NewEvent: Hashable, Sendable {
  package var event: Event
  /// nil only for events about the landlord.
  package var caseReference: CaseReference?
  package var occurred: Occurrence?

  package init(_ event: Event, case reference: CaseReference? = nil, occurred: Occurrence? = nil) {
    self.event = event
    self.caseReference = reference
    self.occurred = occurred
  }
}
