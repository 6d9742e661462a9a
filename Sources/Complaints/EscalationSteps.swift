package import Clocks

/// Steps of going further: what a stage owes beside its letters, the panel, a refusal to escalate, sending a
/// case up to management.
package enum EscalationStep: Hashable, Sendable {
  case refused(EscalationRefused)
  case receipt(ReceiptSent)
  case draft(FindingsShared)
  case severity(SeverityJudged)
  case arrived(ResponseArrived)
  case panel(PanelNamed)
  case view(PanelViewGiven)
  case raised(ManagementEscalated)
  case answered(ManagementAnswered)

  package var payload: any StepPayload {
    switch self {
    case .refused(let payload): payload
    case .receipt(let payload): payload
    case .draft(let payload): payload
    case .severity(let payload): payload
    case .arrived(let payload): payload
    case .panel(let payload): payload
    case .view(let payload): payload
    case .raised(let payload): payload
    case .answered(let payload): payload
    }
  }
}

extension EscalationStep {
  static let specs: [StepSpec] = [
    StepSpec(
      EscalationRefused.self, action: "refuse-escalation", "refuse the next stage", roles: [.reviewer],
      states: .answered, row: .hear, outward: true, judgement: true
    ) { .escalation(.refused($0)) },
    StepSpec(
      ReceiptSent.self, action: "receipt", "send a note of receipt", roles: [.handler],
      states: .openComplaint,
      row: .refold, outward: true
    ) { .escalation(.receipt($0)) },
    StepSpec(
      FindingsShared.self, action: "draft-findings", "send draft findings, or take comments on them",
      roles: [.handler], states: .openComplaint, row: .refold
    ) { .escalation(.draft($0)) },
    StepSpec(
      SeverityJudged.self, action: "severity", "judge how grave it is", roles: [.handler, .supervisor],
      states: .complaint, row: .refold, judgement: true
    ) { .escalation(.severity($0)) },
    StepSpec(
      ResponseArrived.self, action: "arrival", "record when the response reached the resident",
      roles: [.handler, .supervisor], states: .answered, row: .refold
    ) { .escalation(.arrived($0)) },
    StepSpec(
      PanelNamed.self, action: "panel", "name the panel of this stage", roles: [.reviewer, .supervisor],
      states: .openComplaint, row: .refold
    ) { .escalation(.panel($0)) },
    StepSpec(
      PanelViewGiven.self, action: "view", "record a panel member's view",
      roles: [.residentReviewer, .handler], states: .openComplaint
    ) { .escalation(.view($0)) },
    StepSpec(
      ManagementEscalated.self, action: "escalate-management", "send it up to a senior",
      roles: [.handler, .supervisor], states: .live, row: .refold
    ) { .escalation(.raised($0)) },
    StepSpec(
      ManagementAnswered.self, action: "answer-management", "record what the senior answered",
      roles: [.handler, .supervisor], states: .any, row: .refold
    ) { .escalation(.answered($0)) },
  ]
}

/// What is on record about going further.
package struct EscalationRecord: Hashable, Sendable {
  package var refused: [EscalationRefused] = []
  package var raised: [ManagementRise] = []

  var marks: CaseMarks { raised.contains { $0.answers.isEmpty } ? .management : [] }
}

extension CaseFile {
  mutating func apply(_ step: EscalationStep, _ stamp: StepStamp) {
    switch step {
    case .refused(let refused):
      further.refused.append(refused)
      hear(stamp.at.day)
    case .raised(let raised):
      further.raised.append(
        ManagementRise(number: further.raised.count + 1, raised: raised, on: stamp.at, by: stamp.by))
    case .answered(let answered):
      let place = answered.number.map { $0 - 1 } ?? further.raised.count - 1
      guard further.raised.indices.contains(place) else { break }
      further.raised[place].answers.append(answered)
    case .receipt, .draft, .severity, .arrived, .panel, .view: applyToStage(step, stamp)
    }
  }

  /// What a step changes of the stage it is taken at.
  private mutating func applyToStage(_ step: EscalationStep, _ stamp: StepStamp) {
    guard let last = stages.indices.last else { return }
    switch step {
    case .refused, .raised, .answered: break
    case .receipt:
      if stages[last].preAcknowledged == nil { stages[last].preAcknowledged = stamp.at }
      hear(stamp.at.day)
    case .draft(let shared):
      if shared.what == .sent {
        stages[last].draftSent = stamp.at
        hear(stamp.at.day)
      } else {
        stages[last].commented = stamp.at
      }
    case .severity(let judged): stages[last].severity = judged.severity
    case .arrived:
      // A later stage may be running already; the arrival is of the newest letter sent.
      guard let answered = stages.lastIndex(where: { $0.responded != nil }) else { return }
      stages[answered].arrived = stamp.at
    case .panel(let named):
      stages[last].panelWished = named.wished != false
      stages[last].panel = named.wished == false ? nil : PanelRecord(named)
    case .view(let given): stages[last].panel?.views.append(PanelView(given, by: stamp.by))
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: EscalationStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  let profile = rules.profile(of: file)
  let stage = file.stage.flatMap { profile?.stage($0.number) }
  switch step {
  case .refused, .raised, .arrived: break
  case .receipt:
    if stage?.preAcknowledge == nil { throw .escalation(.noReceiptOwed(profile?.name ?? "")) }
    if file.current?.acknowledged != nil, let number = file.stage { throw .alreadyAcknowledged(number) }
    if file.current?.preAcknowledged != nil { throw .escalation(.receiptSent) }
  case .draft(let shared):
    if shared.what == .comments, file.current?.draftSent == nil { throw .escalation(.noDraftSent) }
  case .severity:
    if profile?.severities.isEmpty ?? true { throw .escalation(.noSeverities(profile?.name ?? "")) }
  case .panel:
    guard stage?.decider.panel != nil else {
      throw .escalation(.noPanel(file.stage ?? .one, profile?.name ?? ""))
    }
  case .view(let given):
    guard let panel = file.current?.panel else { throw .escalation(.panelNotNamed) }
    if let member = given.member, !panel.members.contains(member) {
      throw .escalation(.notOnPanel(member, panel.members))
    }
  case .answered(let answered):
    if file.further.raised.isEmpty { throw .escalation(.notRaised) }
    if let number = answered.number, !file.further.raised.indices.contains(number - 1) {
      throw .escalation(.noSuchRise(number))
    }
  }
}

/// Settles what only the occasion can, and fills in what the rules give.
func filled(
  _ step: EscalationStep, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> EscalationStep {
  switch step {
  case .receipt, .draft, .answered: return step
  case .refused(let refused): return .refused(try filled(refused, file, occasion))
  case .severity(let judged):
    try guardSeverity(judged, file, occasion.rules)
    return step
  case .arrived:
    if let sent = file.stages.last(where: { $0.responded != nil })?.responded, occasion.at.day < sent.day {
      throw .escalation(.arrivedBeforeSent(sent.day))
    }
    return step
  case .panel(let named): return .panel(try filled(named, file, occasion))
  case .view(let given): return .view(try filled(given, file, occasion))
  case .raised(let raised): return .raised(try filled(raised, file, occasion))
  }
}

/// Why a step of going further was refused.
package enum EscalationRefusal: Hashable, Sendable {
  case refusalNever(Clause)
  case groundNeeded([String], Clause)
  case notTold(field: String, Clause)
  case noReceiptOwed(String)
  case receiptSent
  case noDraftSent
  case noSeverities(String)
  case arrivedBeforeSent(CalendarDay)
  case noPanel(Stage, String)
  case panelNotNamed
  case panelSeats([String], given: Int, Clause)
  case seatNeeds(StaffLogin, post: String, roles: [Role], Clause)
  case notOnPanel(StaffLogin, [StaffLogin])
  case ownViewOnly
  /// Nobody asked the resident whether they wish a panel, or named the one that sits in every case.
  case panelNotAsked([String], ifWished: Bool, Clause)
  /// These members have not agreed to the decisions as they stand.
  case panelNotAgreed([StaffLogin], Clause)
  case stageBehind(Int)
  case wayNeeded(Int, [String])
  case noSuchWay(Int, asked: String, allowed: [String], profile: String)
  case silenceNotOver(CalendarDay, Clause)
  case notSenior(StaffLogin, needs: [Role])
  case nobodyAbove(Clause?)
  case notRaised
  case noSuchRise(Int)

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .groundNeeded: "ground"
    case .notTold(let field, _): field
    case .arrivedBeforeSent: "occurred"
    case .panelSeats, .seatNeeds: "members"
    case .notOnPanel: "member"
    case .stageBehind: "stage"
    case .wayNeeded, .noSuchWay: "by"
    case .notSenior, .nobodyAbove: "to"
    case .noSuchRise: "number"
    case .ownViewOnly: "member"
    case .refusalNever, .noReceiptOwed, .receiptSent, .noDraftSent, .noSeverities, .noPanel, .panelNotNamed,
      .panelNotAsked, .panelNotAgreed, .silenceNotOver, .notRaised:
      nil
    }
  }
}
