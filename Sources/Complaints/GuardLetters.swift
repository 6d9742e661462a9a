package import Clocks

/// Holds an acknowledgement until what the profile and the Code ask for is in it, or the gap has a reason.
func guardAcknowledgement(
  _ draft: AcknowledgementDraft, _ file: CaseFile, _ rules: RuleBook
) throws(Refusal) {
  guard isBlank(draft.override) else { return }
  if isBlank(draft.definition) { throw .missing(field: "definition", clause: code("5.6")) }
  guard let profile = rules.profile(named: file.triage?.profile ?? "") else { return }
  for item in profile.acknowledgementContents {
    // Only what is ours to give can be missing here; the rest of the letter is made from the record.
    switch item.key {
    case "handler": if file.handler == nil { throw .missing(field: "handler", clause: item.clause) }
    case "definition": if isBlank(draft.definition) { throw .missing(field: "definition", clause: item.clause) }
    default: break
    }
  }
}

/// Refuses an extension without reason and telling, not later than the date it moves, or beyond the cap.
func guardExtension(
  _ extended: ResponseExtended, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) {
  let profile = file.triage?.profile ?? ""
  if isBlank(extended.reason) { throw .missing(field: "reason", clause: code("6.4")) }
  if isBlank(extended.told) { throw .missing(field: "told", clause: code("6.5")) }
  guard let facts = file.facts.stages.last else { return }
  let limits: ExtensionLimits
  do throws(CalendarGap) {
    limits = try occasion.rules.extensionLimits(of: facts, profile: profile, received: file.received)
  } catch {
    throw .calendarGap(error)
  }
  let current = extendedOrFirst(facts, limits)
  if let current, extended.to <= current {
    throw .extensionNotLater(asked: extended.to, current: current)
  }
  guard let cap = limits.cap, extended.to > cap.day else { return }
  guard let member = occasion.staff[occasion.by] else { throw .notStaff(login: occasion.by.text) }
  if isBlank(extended.goodReason) || !member.allRoles.contains(.reviewer) {
    throw .beyondCap(asked: extended.to, cap: cap.day, clause: cap.clause, who: [.reviewer])
  }
}

private func extendedOrFirst(_ facts: StageFacts, _ limits: ExtensionLimits) -> CalendarDay? {
  facts.extendedTo ?? limits.firstDue
}

/// The escalation to record, with a late request accepted only by a person with a reason.
func escalated(
  reason: String, late: String, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> Escalated {
  guard let next = file.stage?.next else {
    throw .noLaterStage(file.stage ?? .one, profile: file.triage?.profile ?? "")
  }
  let clocks = occasion.rules.clocks(of: file.facts, now: occasion.now, explain: false)
  for clock in clocks where clock.clock == "stage\(next.number).window" {
    if let until = clock.due, occasion.at.day > until, isBlank(late) {
      throw .windowPassed(until: until, clause: clock.clause)
    }
  }
  return Escalated(stage: next, reason: reason, late: late)
}
