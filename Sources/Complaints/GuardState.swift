import Clocks

/// Refuses what the state of the case does not allow, whoever asks and whenever.
///
/// Undo replays the steps after the one taken away through this same guard.
func guardState(_ action: Action, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  let name = action.name.rawValue
  switch action {
  case .undo, .redo: break
  case .contact, .note, .link, .correct, .assign:
    if file.state == .merged { throw .wrongState(.merged, action: name) }
    if case .assign = action, !file.state.isLive { throw .wrongState(file.state, action: name) }
  case .triage(let choice):
    guard file.state == .untriaged || file.state == .open else {
      throw .wrongState(file.state, action: name)
    }
    if let kind = file.kind, kind == choice.kind { throw .alreadyTriaged(kind) }
    if file.isComplaint, file.stages.contains(where: { $0.acknowledged != nil }) || !file.points.isEmpty {
      throw .alreadyTriaged(.complaint)
    }
  case .acknowledge:
    let stage = try openStage(file, name)
    if stage.responded != nil { throw .alreadyResponded(stage.stage) }
    if stage.acknowledged != nil { throw .alreadyAcknowledged(stage.stage) }
    try guardAddressee(file, rules)
  case .point(let text, _):
    // What comes up after an answer is a new complaint, linked to this one (Code 6.8).
    if file.isComplaint, file.state.isLive, file.stages.contains(where: { $0.responded != nil }) {
      throw .work(.pointAfterResponse)
    }
    _ = try openStage(file, name)
    if isBlank(text) { throw .missing(field: "text", clause: nil) }
  case .decide(let judgement):
    let stage = try openStage(file, name)
    if stage.responded != nil { throw .alreadyResponded(stage.stage) }
    _ = try openPoint(judgement.point, file)
  case .extend:
    let stage = try openStage(file, name)
    if stage.responded != nil { throw .alreadyResponded(stage.stage) }
  case .respond(_, _, let override, _):
    let stage = try openStage(file, name)
    if stage.responded != nil { throw .alreadyResponded(stage.stage) }
    try guardAddressee(file, rules)
    if stage.acknowledged == nil, isBlank(override), owesAcknowledgement(stage.stage, file, rules) {
      throw .notAcknowledged(stage.stage)
    }
    // Every point gets its own decision, reasons and basis before the letter goes (Code 6.7, 6.9).
    if file.points.isEmpty { throw .noPoints }
    let undecided = file.undecidedPoints
    if !undecided.isEmpty { throw .pointsUndecided(undecided, stage.stage) }
    try guardPanelAgreed(file, rules)
  case .escalate(_, _, let entry): try guardEntry(entry, file, rules)
  case .close:
    guard file.state == .open || file.state == .responded else { throw .wrongState(file.state, action: name) }
    if file.isComplaint, let stage = file.current, stage.responded == nil { throw .notResponded(stage.stage) }
    try guardReply(file, rules)
    try guardAnswers(file)
  case .step(let step): try guardStep(step, file, rules)
  }
}

/// The current stage of an open complaint, or why there is none.
private func openStage(_ file: CaseFile, _ action: String) throws(Refusal) -> StageRecord {
  guard file.state != .untriaged else { throw .wrongState(.untriaged, action: action) }
  guard file.isComplaint else { throw .notAComplaint(file.kind, action: action) }
  guard let stage = file.current else { throw .wrongState(file.state, action: action) }
  if file.state == .responded { throw .alreadyResponded(stage.stage) }
  guard file.state == .open else { throw .wrongState(file.state, action: action) }
  return stage
}

private func owesAcknowledgement(_ stage: Stage, _ file: CaseFile, _ rules: RuleBook) -> Bool {
  // The Code owes one at both stages (6.2, 6.11), whatever the profile leaves out.
  let profile = rules.profile(of: file)
  return stage <= .two || profile?.stage(stage.number)?.acknowledge != nil
}

/// Refuses a time in the future, or before the contact that opened the case.
func guardTime(_ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let at = occasion.occurred else { return }
  if at.day > occasion.today { throw .occurredInFuture(at) }
  if let moment = at.moment, moment > occasion.now { throw .occurredInFuture(at) }
  if at.day < file.received.day { throw .occurredBeforeContact(at, first: file.received) }
  if let moment = at.moment, let first = file.received.moment, moment < first {
    throw .occurredBeforeContact(at, first: file.received)
  }
}

/// Refuses a judgement made on a view somebody has changed since; notes and contacts commute.
func guardFreshView(_ action: Action, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let seen = occasion.sawRevision, seen < file.revision else { return }
  switch action {
  case .decide, .respond, .close, .escalate, .extend, .acknowledge, .triage:
    throw .staleView(seen: seen, now: file.revision, by: file.revisionBy)
  case .step(let step):
    if step.spec.judgement { throw .staleView(seen: seen, now: file.revision, by: file.revisionBy) }
  case .assign, .contact, .point, .note, .link, .correct, .undo, .redo: break
  }
}
