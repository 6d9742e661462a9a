import Clocks

/// Holds a response until what the profile asks of a person is on record, or the gap has a reason.
///
/// Decisions, reasons and basis are asked for point by point; stage, next step and promises the letter makes
/// of the record by itself.
func guardResponse(override: String, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard isBlank(override), let stage = file.stage,
    let profile = occasion.rules.profile(of: file)
  else { return }
  try guardPersonalContact(before: .respond, file, occasion.rules)
  for item in profile.responseContents(stage: stage.number) {
    try guardItem(item, stage, profile, file)
  }
  if let learning = profile.duties.learning, learning.owed == .everyResponse {
    try guardLearning(at: stage, file, learning.clause)
  }
  if let rule = profile.duties.contractorAgreement {
    let open = file.work.requests.filter { $0.sent.whom == .contractor && $0.answer?.agreed != true }
    if !open.isEmpty { throw .work(.contractorNotAgreed(open.map(\.number), rule.clause)) }
  }
  if let rule = profile.duties.draftApproval {
    let draft = file.work.drafts.last
    if draft?.stage != stage || draft?.answer?.approved != true { throw .work(.notApproved(rule.clause)) }
  }
}

private func guardItem(
  _ owed: RequiredItem, _ stage: Stage, _ profile: LandlordProfile, _ file: CaseFile
) throws(Refusal) {
  switch owed.item {
  case .definition:
    if !file.stages.contains(where: { !isBlank($0.acknowledgement?.definition ?? "") }) {
      throw .work(.letterLacks(.definition, owed.clause))
    }
  case .remedy:
    let bare = file.points.filter { $0.isOpen && lacksRemedy($0, at: stage, file) }.map(\.number)
    if !bare.isEmpty { throw .work(.noRemedy(bare, owed.clause)) }
  case .learning: try guardLearning(at: stage, file, owed.clause)
  case .ombudsman:
    if profile.ombudsmen.isEmpty { throw .work(.letterLacks(.ombudsman, owed.clause)) }
  case .reference, .stage, .outcome, .notOurs, .process, .due, .extensions, .adjustments, .advocacy,
    .handler, .handlerContact, .decision, .reasons, .basis, .outstanding, .nextStep, .nextContact, .reason,
    .final, .legalContact,
    .consequences, .measures, .duration, .review, .appeal, .whoAnswers, .passedTo, .howToComplain, .thanks:
    break
  }
}

/// Whether a point was upheld and nothing is said to put it right; "none" is something said.
private func lacksRemedy(_ point: Point, at stage: Stage, _ file: CaseFile) -> Bool {
  guard let decided = point.decision(at: stage), isBlank(decided.remedy) else { return false }
  switch decided.decision {
  case .notUpheld, .outside: return false
  case .upheld, .partlyUpheld:
    return !file.redress.remedies.contains { $0.offered.point == point.number || $0.offered.point == nil }
  }
}

private func guardLearning(at stage: Stage, _ file: CaseFile, _ clause: Clause) throws(Refusal) {
  if !file.redress.lessons.contains(where: { $0.stage == stage }) { throw .work(.learningOwed(clause)) }
}

/// Whom the resident turns to who wants to go further: the one named, else the handler of the case.
func nextContact(_ given: String, _ file: CaseFile, _ occasion: Occasion) -> String {
  isBlank(given) ? occasion.staff.name(file.handler ?? occasion.by) : given
}

/// Refuses to close what the policy says is not finished, unless a reason is recorded.
func guardClosing(override: String, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard isBlank(override), file.isComplaint,
    let profile = occasion.rules.profile(of: file)
  else { return }
  for rule in profile.closing where binds(rule, file) {
    let isDone: Bool
    switch rule.condition {
    case .outcomeRecorded: isDone = file.outcome != nil
    case .learningRecorded: isDone = !file.redress.lessons.isEmpty
    case .promisesKept: isDone = file.redress.openPromises.isEmpty
    case .writtenConfirmation:
      isDone = !lettersOwed(file, occasion.rules, today: occasion.today).contains {
        $0.letter == .writtenConfirmation
      }
    }
    if !isDone { throw .work(.closingOwes(rule.condition, rule.clause)) }
  }
}

private func binds(_ rule: ClosingRule, _ file: CaseFile) -> Bool {
  switch rule.cases {
  case .every, .oral: return true
  case .upheld:
    switch file.outcome {
    case .upheld, .partlyUpheld: return true
    case .notUpheld, .outside, nil: return false
    }
  }
}
