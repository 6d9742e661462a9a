import Clocks

/// Holds an acknowledgement until what the profile and the Code ask for is in it, or the gap has a reason.
///
/// What the letter makes of the record by itself (reference, stage, process, how extensions work, the
/// Ombudsman's details) is never missing; what a person has to give may be.
func guardAcknowledgement(
  _ draft: AcknowledgementDraft, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) {
  guard isBlank(draft.override) else { return }
  let profile = occasion.rules.profile(of: file)
  if isBlank(draft.definition) {
    let owed = profile?.acknowledgementContents.first { $0.item == .definition }?.clause
    throw .missing(field: "definition", clause: owed ?? code("5.6"))
  }
  try guardPersonalContact(before: .acknowledge, file, occasion.rules)
  for item in acknowledgementItems(file, occasion.rules) { try guardItem(item, draft, file, occasion) }
}

/// What the acknowledgement of the current stage holds: the landlord's list, then what only the Code asks for,
/// which binds every landlord (Code 5.6, 5.7).
func acknowledgementItems(_ file: CaseFile, _ rules: RuleBook) -> [RequiredItem] {
  let stage = file.stage?.number ?? 1
  let own = rules.profile(of: file)?.acknowledgementContents(stage: stage) ?? []
  let begun = file.current ?? file.firstStage
  let code = rules.code(begun: begun.started.day, seq: begun.startedSeq)
  return own
    + code.acknowledgementContents(stage: stage).filter { item in
      !own.contains { $0.item == item.item }
    }
}

private func guardItem(
  _ owed: RequiredItem, _ draft: AcknowledgementDraft, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) {
  func need(_ field: String, _ text: String) throws(Refusal) {
    if isBlank(text) { throw .missing(field: field, clause: owed.clause) }
  }
  switch owed.item {
  case .definition: try need("definition", draft.definition)
  case .outcome: try need("outcome", draft.outcome + file.contact.outcomeSought)
  case .notOurs: try need("not-ours", draft.notOurs)
  case .due: try need("due", draft.due?.description ?? "")
  case .handler: if file.handler == nil { throw .missing(field: "handler", clause: owed.clause) }
  case .handlerContact:
    guard let handler = file.handler else { throw .missing(field: "handler", clause: owed.clause) }
    let member = occasion.staff[handler]
    if isBlank(member?.phone ?? "") || isBlank(member?.email ?? "") {
      throw .work(.handlerUnreachable(handler, owed.clause))
    }
  case .advocacy: try need("advocacy", draft.advocacy + signposted(file, occasion.rules))
  case .ombudsman:
    let profile = occasion.rules.profile(of: file)
    if profile?.ombudsmen.isEmpty != false { throw .work(.letterLacks(.ombudsman, owed.clause)) }
  case .reference, .stage, .process, .extensions, .adjustments, .decision, .reasons, .basis, .remedy,
    .outstanding, .learning, .nextStep, .nextContact, .reason, .final, .legalContact,
    .consequences, .measures, .duration, .review, .appeal, .whoAnswers, .passedTo, .howToComplain, .thanks:
    break
  }
}

/// The advocacy services the policy names for the subject of the case.
func signposted(_ file: CaseFile, _ rules: RuleBook) -> String {
  let rule = rules.profile(of: file)?.duties.advocacy
  return (rule?.services(subject: file.contact.category) ?? []).map(\.name).joined(separator: ", ")
}

/// The acknowledgement to record, with what the record gives where nobody wrote it.
func acknowledgement(_ draft: AcknowledgementDraft, _ file: CaseFile, _ rules: RuleBook) -> Acknowledgement {
  Acknowledgement(
    stage: file.stage ?? .one, definition: draft.definition,
    outcome: isBlank(draft.outcome) ? file.contact.outcomeSought : draft.outcome, notOurs: draft.notOurs,
    due: draft.due, override: draft.override,
    advocacy: isBlank(draft.advocacy) ? signposted(file, rules) : draft.advocacy)
}
