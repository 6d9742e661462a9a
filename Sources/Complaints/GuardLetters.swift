import Clocks

/// Refuses an extension without reason and telling, not later than the date it moves, or beyond the cap.
func guardExtension(
  _ extended: ResponseExtended, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) {
  let profile = file.triage?.profile ?? ""
  if isBlank(extended.reason) { throw .missing(field: "reason", clause: code("6.4")) }
  if isBlank(extended.told) { throw .missing(field: "told", clause: code("6.5")) }
  guard let facts = file.facts.stages.last else { return }
  let limits: [ExtensionLimit]
  do throws(CalendarGap) {
    limits = try occasion.rules.extensionLimits(of: facts, profile: profile, received: file.received)
  } catch {
    throw .calendarGap(error)
  }
  let ours = limits.first { $0.target == .landlord } ?? limits.first
  if let current = facts.extendedTo ?? ours?.firstDue, extended.to <= current {
    throw .extensionNotLater(asked: extended.to, current: current)
  }
  // The landlord's cap and the Code's both bind; the earlier day is the one that is passed first.
  var tightest: (day: CalendarDay, clause: Clause)?
  for limit in limits {
    guard let latest = limit.latest else { continue }
    if tightest.map({ latest < $0.day }) ?? true { tightest = (latest, limit.clause) }
  }
  guard let cap = tightest, extended.to > cap.day else { return }
  guard let member = occasion.staff[occasion.by] else { throw .notStaff(login: occasion.by.text) }
  if isBlank(extended.goodReason) || !member.allRoles.contains(.reviewer) {
    throw .beyondCap(asked: extended.to, cap: cap.day, clause: cap.clause, who: [.reviewer])
  }
}
