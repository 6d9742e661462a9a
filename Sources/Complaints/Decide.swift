package import Clocks

/// What happens when that action is taken on that case: the events to record, or why not.
///
/// Pure: no clock, no disk, no chance. The desk runs it dry for every key, so that an action that would be
/// refused says why before the key is pressed.
package func decide(
  _ action: Action, about file: CaseFile, on occasion: Occasion
) throws(Refusal) -> [NewEvent] {
  if let kind = file.newerKind { throw .newerEntry(kind: kind, seq: file.revision) }
  try guardPerson(action, file, occasion)
  try guardTime(file, occasion)
  try guardFreshView(action, file, occasion)
  try guardState(action, file, occasion.rules)
  let events = try events(of: action, file, occasion)
  try guardWriteUp(action, events, file, occasion)
  return events
}

/// The events of an action nothing but its own fields can still refuse.
private func events(
  of action: Action, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> [NewEvent] {
  let at = occasion.occurred
  func event(_ event: Event) -> [NewEvent] { [NewEvent(event, case: file.reference, occurred: at)] }
  switch action {
  case .triage(let choice):
    return event(.contactTriaged(try triaged(choice, file, occasion))) + shielded(choice.answers, file)
  case .acknowledge(let draft):
    try guardAcknowledgement(draft, file, occasion)
    try guardLiveIssue(file, draft.override, occasion.rules)
    return event(.complaintAcknowledged(acknowledgement(draft, file, occasion.rules)))
  case .assign(let to):
    try guardAssignee(to, file, occasion)
    return event(.caseAssigned(to: to))
  case .contact(let contact): return event(.contactLogged(contact))
  case .point(let text, let category):
    let number = (file.points.map(\.number).max() ?? 0) + 1
    return event(.pointAdded(PointAdded(point: number, text: text, category: category)))
  case .decide(let judgement):
    if isBlank(judgement.reasons) {
      throw .missing(field: "reasons", clause: responseClause(.reasons, file, occasion.rules))
    }
    if isBlank(judgement.basis) {
      throw .missing(field: "basis", clause: responseClause(.basis, file, occasion.rules))
    }
    return event(
      .pointDecided(
        PointDecided(
          point: judgement.point, stage: file.stage ?? .one, decision: judgement.decision,
          reasons: judgement.reasons, basis: judgement.basis, remedy: judgement.remedy)))
  case .extend(let to, let reason, let told, let goodReason):
    let extended = ResponseExtended(
      stage: file.stage ?? .one, to: to, reason: reason, told: told, goodReason: goodReason)
    try guardExtension(extended, file, occasion)
    return event(.responseExtended(extended))
  case .respond(let channel, let text, let override, let next):
    try guardResponse(override: override, file, occasion)
    let drafted = file.work.drafts.last { $0.stage == file.stage }?.draft.text
    let response = Responded(
      stage: file.stage ?? .one, channel: channel, text: text.isEmpty ? drafted ?? "" : text,
      override: override,
      nextContact: nextContact(next, file, occasion))
    return event(.complaintResponded(response))
  case .escalate(let reason, let late, let entry):
    return event(.complaintEscalated(try escalated(reason: reason, late: late, entry, file, occasion)))
  case .close(let reason, let override):
    let reason = try closingReason(reason, file, occasion)
    try guardClosing(override: override, file, occasion)
    return event(.caseClosed(reason: reason, override: override))
  case .note(let text): return event(.noteAdded(text: text))
  case .link(let to, let relation):
    if to == file.reference { throw .linkToItself }
    return event(.caseLinked(CaseLinked(to: to, relation: relation)))
      + [NewEvent(.caseLinked(CaseLinked(to: file.reference, relation: relation)), case: to, occurred: at)]
  case .correct(let correction):
    try guardCorrection(correction, file, occasion)
    return event(.entryCorrected(correction))
  case .undo(let asked):
    let seq = try stepToUndo(asked, file, occasion)
    return touched(by: seq, file).map { NewEvent(.stepUndone(seq: seq), case: $0, occurred: at) }
  case .redo(let asked):
    let seq = try stepToRedo(asked, file, occasion)
    return touched(by: seq, file).map { NewEvent(.stepRedone(seq: seq), case: $0, occurred: at) }
  case .step(let step):
    let events = try decideStep(step, file, occasion)
    try guardGiven(step, occasion)
    return events
  }
}

/// A provision of the Complaint Handling Code.
func code(_ provision: String) -> Clause { Clause(source: "code-2024", place: provision) }

/// The clause that asks for that item in the response: the landlord's, else the Code's.
private func responseClause(_ item: LetterItem, _ file: CaseFile, _ rules: RuleBook) -> Clause {
  let items = rules.profile(of: file)?.responseContents ?? []
  return items.first { $0.item == item }?.clause ?? code("6.7")
}

func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

/// The triage to record: the handler's choice beside what the answers propose.
private func triaged(
  _ choice: TriageChoice, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> ContactTriaged {
  let profile = try profileChosen(choice.profile, subject: choice.subject, occasion.rules)
  let proposal = proposeKind(choice.answers, profile: profile)
  var reason = choice.reason
  if isBlank(reason) {
    // A choice that follows the proposal has its reason; one that overrides it, or stands alone, owes one.
    guard let proposal, proposal.kind == choice.kind else {
      throw .missing(field: "reason", clause: proposal?.clause ?? code("2.1"))
    }
    reason = proposal.because
  }
  let clause =
    proposal.flatMap { $0.kind == choice.kind ? $0.clause : nil } ?? kindClause(choice.kind, profile)
  return ContactTriaged(
    kind: choice.kind, reason: reason, proposed: proposal?.kind, clause: clause.text,
    answers: choice.answers, profile: profile.name, subject: choice.subject)
}

/// The profile named, else the one the landlord's first profile keeps for that subject, else the first.
func profileChosen(
  _ name: String, subject: String, _ rules: RuleBook
) throws(Refusal) -> LandlordProfile {
  let first = rules.profile(named: "")
  let track = name.isEmpty && !subject.isEmpty ? first?.track(subject: subject)?.profile : nil
  let wanted = track ?? name
  guard let profile = rules.profile(named: wanted) else { throw .unknownProfile(wanted) }
  return profile
}

/// The clause that says what that kind is, from the profile, else from the Code.
package func kindClause(_ kind: Kind, _ profile: LandlordProfile) -> Clause {
  let rule: TriageRule =
    switch kind {
    case .complaint: .inDoubt
    case .serviceRequest: .firstReport
    case .asb: .nuisance
    case .accident: .accident
    case .survey: .survey
    case .enquiry, .comment, .compliment: .information
    case .claim: .courtClaim
    case .dataProtection, .otherBody: .otherBody
    }
  return profile.triageClause(rule.rawValue)?.clause ?? rule.codeClause
}
