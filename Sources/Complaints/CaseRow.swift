package import Clocks

/// Facts about a case that the queue marks with a sign.
package struct CaseMarks: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  /// A need or vulnerability is recorded; the queue shows only that there is one.
  package static let needs = CaseMarks(rawValue: 1 << 0)
  package static let representative = CaseMarks(rawValue: 1 << 1)
  package static let anonymous = CaseMarks(rawValue: 1 << 2)
  package static let group = CaseMarks(rawValue: 1 << 3)
  package static let linked = CaseMarks(rawValue: 1 << 4)
  /// Holds an entry of a kind this program does not know; read-only.
  package static let newer = CaseMarks(rawValue: 1 << 5)
  /// A hazard of which something is still owed.
  package static let hazard = CaseMarks(rawValue: 1 << 6)
  /// A promise not kept yet.
  package static let promises = CaseMarks(rawValue: 1 << 7)
  /// The Ombudsman has been in touch, or was told of.
  package static let ombudsman = CaseMarks(rawValue: 1 << 8)
  /// What is still to be done for the resident when the case has ended.
  package static let owing: CaseMarks = [.hazard, .promises, .callback, .formOwed]
  /// What stands in a view of its own when the case has ended: learning, letters, evidence, orders, restrictions.
  package static let standing: CaseMarks = [.learning, .letters, .evidence, .orders, .restricted]
  /// May not be erased.
  package static let held = CaseMarks(rawValue: 1 << 9)
  /// A restriction on how the person contacts us, not ended yet.
  package static let restricted = CaseMarks(rawValue: 1 << 16)
  /// Evidence the Ombudsman asked for and does not have.
  package static let evidence = CaseMarks(rawValue: 1 << 17)
  /// An order of the Ombudsman to be complied with.
  package static let orders = CaseMarks(rawValue: 1 << 18)
  /// Sent up to a senior who has not answered.
  package static let management = CaseMarks(rawValue: 1 << 19)
  /// A part of it is for named roles only; nothing more is said in the queue.
  package static let sensitive = CaseMarks(rawValue: 1 << 20)
  /// Somebody who works here is kept out of it.
  package static let keptOut = CaseMarks(rawValue: 1 << 21)
  /// A call-back is promised.
  package static let callback = CaseMarks(rawValue: 1 << 22)
  /// A form asked for by post has not gone.
  package static let formOwed = CaseMarks(rawValue: 1 << 23)
  /// A panel is named: a resident may be among its members.
  package static let panel = CaseMarks(rawValue: 1 << 24)
  /// A lesson not implemented.
  package static let learning = CaseMarks(rawValue: 1 << 25)
  /// A letter or notice unsettled, whether or not the policy asks for it.
  package static let letters = CaseMarks(rawValue: 1 << 26)
  /// A letter was confirmed since letters were last handed to a printer or mail gateway.
  package static let outbox = CaseMarks(rawValue: 1 << 27)
  /// An update agreed with the resident is to come.
  package static let updates = CaseMarks(rawValue: 1 << 28)
  /// The team a contact went to has answered the resident.
  package static let replied = CaseMarks(rawValue: 1 << 29)
}

extension CaseMarks {
  /// Marks a contact or a letter alone may bring; any other says that more may be owed than the letters of the stages.
  package static let ofContact: CaseMarks = [
    .needs, .representative, .anonymous, .group, .linked, .newer, .outbox,
  ]
}

/// The fixed-size fold of one case: what queue, counts and quick guards need, and nothing else.
///
/// Replay fills it from bytes; `CaseRow(of:)` a `CaseFile` must always give the same value, places aside.
package struct CaseRow: Hashable, Sendable {
  package var number: CaseNumber
  /// London year recorded.
  package var year: UInt16
  package var state: CaseState
  package var kind: Kind?
  package var channel: Channel
  package var tenure: TenureGroup?
  package var marks: CaseMarks
  /// Current stage; nil until it is a complaint.
  package var stage: Stage?
  /// Strongest of the newest decisions on each point.
  package var outcome: Decision?
  /// Position of the case's profile among the adopted names, 0 the first.
  package var profile: UInt8
  package var points: UInt16
  /// Bit n−1 is set when point n is decided at the current stage, for the first 32 points.
  package var decided: UInt32
  /// The newest decision on each point.
  package var tally = PointTally()
  package var promises = PromiseTally()
  /// Whether letters that were owed are recorded as sent, so that only the whole case knows what each settled.
  package var hasSentLetters = false
  package var hazards = HazardTally()
  /// Whether points were split or merged, so that only the whole case can count them.
  package var rearranged = false
  /// Who looks at it just now; lapses by itself.
  package var claim: Claim?
  /// Points without a decision at the current stage.
  package var undecided: UInt16
  package var handler: StaffLogin?
  package var received: CalendarDay
  package var receivedTime: SecondOfDay
  /// When the current stage began: received, or that stage requested.
  package var stageStarted: CalendarDay
  package var stageStartedTime: SecondOfDay
  /// When the line that began it was recorded.
  package var stageLogged: CalendarDay
  package var stageLoggedTime: SecondOfDay
  /// Line that began the current stage: which editions of the rules were in force.
  package var stageSeq: UInt64
  /// When somebody was first given the case since the stage began.
  package var allocated: CalendarDay?
  package var allocatedTime = SecondOfDay.unknown
  package var acknowledged: CalendarDay?
  package var acknowledgedTime = SecondOfDay.unknown
  package var responded: CalendarDay?
  package var respondedTime = SecondOfDay.unknown
  /// When the response reached the resident, where that is on record.
  package var arrived: CalendarDay?
  package var arrivedTime = SecondOfDay.unknown
  /// How grave the current stage was judged.
  package var severity = ""
  package var extendedTo: CalendarDay?
  /// When the latest extension was made.
  package var extensionMade: CalendarDay?
  package var closed: CalendarDay?
  /// When the resident last heard from us (a contact that reached them, or a letter).
  package var lastHeard: CalendarDay?
  package var person: PersonNumber?
  package var personName: TextPlace
  package var narrative: TextPlace
  package var address: TextPlace
  package var postcode: TextPlace
  package var category: TextPlace
  /// FNV-1a 64 of source and sourceRef, 0 where there is none.
  package var sourceHash: UInt64
  /// The imported row's hash, 0 where typed here.
  package var rowHash: UInt64
  /// The days of what is owed beside the letters of the stage.
  package var owed = OwedWork()
  /// Newest line about this case: its revision.
  package var revision: UInt64

  package var reference: CaseReference { CaseReference(number: number, year: Int(year)) }

  /// Whether anybody still owes this case work: it has not ended, or something outlives its end (Code 6.6).
  package var isLive: Bool { standing.isLive }

  /// Whether it stands among a person's or a team's work: it has not ended, or something is to be done for the
  /// resident still.
  package var isWork: Bool { standing.isWork }

  /// What decides whether a case is kept among the live ones, and on which days it counts as opened and ended.
  struct Standing: Hashable {
    var state: CaseState
    var marks: CaseMarks
    var received: CalendarDay
    var closed: CalendarDay?

    var isLive: Bool { isWork || !marks.isDisjoint(with: .standing) }
    var isWork: Bool { state.isLive || !marks.isDisjoint(with: .owing) }
  }
  var standing: Standing {
    Standing(state: state, marks: marks, received: received, closed: closed)
  }

  /// Whether somebody who works here may not see it, or not all of it: only its file can tell who.
  package var isGuarded: Bool { !marks.isDisjoint(with: [.sensitive, .keptOut]) }

  /// A complaint that has not been ended: both targets run on it.
  ///
  /// An untriaged contact counts as one (in doubt: complaint), its clocks provisional.
  package var runsComplaintClocks: Bool {
    switch state {
    case .untriaged: true
    case .open, .responded: kind == .complaint
    case .closed, .refused, .withdrawn, .merged: false
    }
  }

  /// Whether `stageFacts` say all there is: no earlier stage and nothing owed beside the letters.
  package var tellsItsDates: Bool {
    (stage ?? .one) == .one && marks.isSubset(of: .ofContact)
  }

  /// When the case was received, with its hour where that is known.
  package var receipt: Occurrence { Occurrence(day: received, time: receivedTime) }

  /// What the clocks of the current stage start and stop from.
  package var stageFacts: StageFacts {
    StageFacts(
      stage: stage?.number ?? 1, started: Occurrence(day: stageStarted, time: stageStartedTime),
      acknowledged: acknowledged.map { Occurrence(day: $0, time: acknowledgedTime) },
      responded: responded.map { Occurrence(day: $0, time: respondedTime) }, extendedTo: extendedTo,
      extensionRecorded: extensionMade.map { Occurrence(day: $0) },
      responseReceived: arrived.map { Occurrence(day: $0, time: arrivedTime) },
      logged: Occurrence(day: stageLogged, time: stageLoggedTime),
      allocated: allocated.map { Occurrence(day: $0, time: allocatedTime) }, recordedSeq: stageSeq,
      severity: severity)
  }
}
