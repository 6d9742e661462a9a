package import Clocks

/// One stage of a complaint as it ran.
package struct StageRecord: Hashable, Sendable {
  package var stage: Stage
  /// Received, or that stage requested.
  package var started: Occurrence
  /// Line that began it.
  package var startedSeq: UInt64
  /// When that line was recorded.
  package var logged: Occurrence?
  /// When somebody was first given the case since the stage began.
  package var allocated: Occurrence?
  /// What the resident said when asking for this stage; empty at stage 1 and where nothing was said.
  package var requestReason = ""
  package var acknowledged: Occurrence?
  package var acknowledgement: Acknowledgement?
  package var acknowledgedBy: StaffLogin?
  package var extensions: [ResponseExtended] = []
  package var extensionRecorded: Occurrence?
  package var responded: Occurrence?
  package var response: Responded?
  /// Who decided: the person who sent the response.
  package var respondedBy: StaffLogin?
  package var respondedSeq: UInt64?
  /// A note of receipt, before the acknowledgement proper.
  package var preAcknowledged: Occurrence?
  /// Draft findings went to the resident.
  package var draftSent: Occurrence?
  /// The resident's comments on them came.
  package var commented: Occurrence?
  /// The response reached the resident.
  package var arrived: Occurrence?
  /// A word of the profile's severities; empty where nobody judged.
  package var severity = ""
  /// Those who decide together, where a panel sits.
  package var panel: PanelRecord?
  /// Whether the resident wishes a panel; nil where nobody asked.
  package var panelWished: Bool?
  /// How the stage was come into, where not by asking after an answer.
  package var way: StageWay?

  package init(stage: Stage, started: Occurrence, startedSeq: UInt64 = 0) {
    self.stage = stage
    self.started = started
    self.startedSeq = startedSeq
  }
}

/// One head of a complaint with every decision made on it.
package struct Point: Hashable, Sendable {
  package var number: Int
  package var text: String
  package var category: String
  package var decisions: [PointDecided] = []
  package var deciders: [StaffLogin] = []
  /// Who answers it, where that is not the case's own handler.
  package var handler: StaffLogin?
  /// The points that took its place when it was split or merged.
  package var replacedBy: [Int] = []

  package init(_ added: PointAdded) {
    number = added.point
    text = added.text
    category = added.category
  }

  /// Whether it is still a point of its own and owed an answer.
  package var isOpen: Bool { replacedBy.isEmpty }
  /// The decision in force at that stage, or nil.
  package func decision(at stage: Stage) -> PointDecided? { decisions.last { $0.stage == stage } }
  /// The newest decision at any stage.
  package var newest: PointDecided? { decisions.last }
}

/// One entry of a case's timeline with what became of it.
package struct FiledEntry: Hashable, Sendable {
  package var entry: Entry
  package var undone = false
  package init(_ entry: Entry) { self.entry = entry }
}

/// Everything about one case, with its texts: the full fold, rebuilt from the case's own lines when it is
/// opened or decided on.
package struct CaseFile: Hashable, Sendable {
  package var reference: CaseReference
  package var contact: ContactReceived
  package var received: Occurrence
  package var recordedBy: StaffLogin
  package var openedAt: Moment
  /// When its first line was recorded, by the landlord's days.
  package var logged: Occurrence
  /// When somebody was first given it since the current stage began.
  package var allocated: Occurrence?
  package var state: CaseState = .untriaged
  package var triage: ContactTriaged?
  package var handler: StaffLogin?
  package var stages: [StageRecord] = []
  package var points: [Point] = []
  package var contacts: [ContactLogged] = []
  package var links: [CaseLinked] = []
  package var intake = IntakeRecord()
  package var work = WorkRecord()
  package var redress = RemedyRecord()
  package var further = EscalationRecord()
  package var ombudsman = OmbudsmanRecord()
  package var behaviour = BehaviourRecord()
  package var hazard = HazardRecord()
  package var people = PeopleRecord()
  package var kept = RecordKept()
  package var closed: Occurrence?
  package var closedReason = ""
  package var lastHeard: CalendarDay?
  package var failedAttempts = 0
  /// Everyone who did anything here, in order of first doing it.
  package var involved: [StaffLogin] = []
  /// Every line in order, undone ones marked.
  package var entries: [FiledEntry] = []
  /// Kind of the first entry this program does not know, which makes the case read-only.
  package var newerKind: String?
  /// Newest line about this case.
  package var revision: UInt64 = 0
  package var revisionBy: StaffLogin

  package var kind: Kind? { triage?.kind }
  package var stage: Stage? { stages.last?.stage }
  package var current: StageRecord? { stages.last }
  package var isComplaint: Bool { kind == .complaint }

  /// Points without a decision at the current stage, by number.
  package var undecidedPoints: [Int] {
    let open = points.filter(\.isOpen)
    guard let stage else { return open.map(\.number) }
    return open.filter { $0.decision(at: stage) == nil }.map(\.number)
  }

  /// Strongest of the newest decisions on each point.
  package var outcome: Decision? {
    var strongest: Decision?
    for point in points where point.isOpen {
      guard let decision = point.newest?.decision else { continue }
      if decision.strength >= strongest?.strength ?? 0 { strongest = decision }
    }
    return strongest
  }

  /// The stage a complaint opens at, begun by its first line.
  var firstStage: StageRecord {
    var record = StageRecord(
      stage: contact.stage ?? .one, started: received, startedSeq: entries.first?.entry.seq ?? 0)
    record.logged = logged
    record.allocated = allocated
    return record
  }

  /// What the clocks of the case start and stop from.
  ///
  /// An untriaged contact runs complaint clocks from its receipt (in doubt: complaint).
  package var facts: CaseFacts {
    var records = stages
    if records.isEmpty, state == .untriaged {
      records = [firstStage]
    }
    return CaseFacts(
      received: received,
      stages: records.map { record in
        StageFacts(
          stage: record.stage.number, started: record.started, acknowledged: record.acknowledged,
          responded: record.responded, extendedTo: record.extensions.last?.to,
          extensionRecorded: record.extensionRecorded, responseReceived: record.arrived,
          logged: record.logged, allocated: record.allocated, recordedSeq: record.startedSeq,
          severity: record.severity, preAcknowledged: record.preAcknowledged, draftSent: record.draftSent,
          commented: record.commented)
      }, ended: closed, profile: triage?.profile ?? "", untriaged: state == .untriaged, duties: duties)
  }

  /// What is owed beside the letters of the stages.
  package var duties: [DutyFacts] {
    hazard.duties + intake.duties + kindDuties + redress.duties + updateDuties + ombudsman.duties
      + behaviour.duties
  }
}
