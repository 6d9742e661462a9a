import Clocks

/// Fills in what the profile gives: its words for ground and measures, and how long.
func filled(
  _ step: BehaviourStep, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> BehaviourStep {
  let profile = occasion.rules.profile(named: file.triage?.profile ?? "")
  // The Code names no grounds or measures of its own; under it alone they are free.
  let rule = profile?.name == occasion.rules.code.name ? nil : profile?.restrictions
  switch step {
  case .warned: return step
  case .restricted(var imposed):
    imposed.ground = try among(rule?.grounds, imposed.ground, "ground", rule)
    imposed.measures = try among(rule?.measures, imposed.measures, rule)
    if rule?.staffTold == true, isBlank(imposed.staffTold) {
      throw .missing(field: "staff-told", clause: rule?.clause)
    }
    if let officer = imposed.officer { try mustWorkHere(officer, occasion) }
    imposed.until = try until(imposed.until, file, occasion)
    return .restricted(imposed)
  case .reviewed(var reviewed):
    reviewed.measures = try among(rule?.measures, reviewed.measures, rule)
    if reviewed.outcome == .changed, reviewed.measures.isEmpty, isBlank(reviewed.detail) {
      throw .missing(field: "measures", clause: rule?.clause)
    }
    reviewed.until = reviewed.outcome == .ended ? nil : try until(reviewed.until, file, occasion)
    return .reviewed(reviewed)
  case .lifted: return step
  case .appealed(var appealed):
    appealed.measures = try among(rule?.measures, appealed.measures, rule)
    if appealed.what == .changed, appealed.measures.isEmpty {
      throw .missing(field: "measures", clause: rule?.clause)
    }
    if appealed.what != .made { try guardAppealJudge(file, occasion, rule) }
    return .appealed(appealed)
  }
}

/// The last day of a restriction: the one given, else as long as the profile says.
private func until(
  _ given: CalendarDay?, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> CalendarDay {
  let profile = occasion.rules.profile(named: file.triage?.profile ?? "")
  if let given {
    if given <= occasion.at.day { throw .behaviour(.untilPassed(given)) }
    return given
  }
  let length = profile?.restrictions?.length?.limit ?? profile?.clock(.restrictionReview)?.limit
  guard let length else { throw .missing(field: "until", clause: code("5.14")) }
  do throws(CalendarGap) {
    return try occasion.rules.calendar.due(
      length.length, length.unit, from: occasion.at.day, reading: .following)
  } catch {
    throw .calendarGap(error)
  }
}

/// An appeal is heard by the role the policy names, and never by whoever imposed it.
private func guardAppealJudge(
  _ file: CaseFile, _ occasion: Occasion, _ rule: RestrictionRule?
) throws(Refusal) {
  guard let newest = file.behaviour.restrictions.last else { return }
  let clause = rule?.clause ?? code("5.14")
  let judge = rule?.appealTo.flatMap { Role(rawValue: $0) } ?? .director
  if newest.by == occasion.by {
    throw .behaviour(.imposedIt(occasion.by, other: rule?.appealSameImposer ?? "", clause))
  }
  guard let member = occasion.staff[occasion.by], member.allRoles.contains(judge) else {
    throw .behaviour(.appealTo(judge, clause))
  }
}

/// The profile's words for what was given: the words themselves, their number, or a part only one of them has.
private func among(
  _ listed: [String]?, _ given: [String], _ rule: RestrictionRule?
) throws(Refusal) -> [String] {
  var found: [String] = []
  for text in given { found.append(try among(listed, text, "measures", rule)) }
  return found
}

private func among(
  _ listed: [String]?, _ given: String, _ field: String, _ rule: RestrictionRule?
) throws(Refusal) -> String {
  guard let listed, !listed.isEmpty else { return given }
  if let number = Int(given), listed.indices.contains(number - 1) { return listed[number - 1] }
  let typed = given.lowercased()
  if let same = listed.first(where: { $0.lowercased() == typed }) { return same }
  let holding = listed.filter { $0.lowercased().contains(typed) }
  if holding.count == 1 { return holding[0] }
  throw .behaviour(
    .notAmong(field: field, value: given, allowed: listed, rule?.clause ?? code("5.14")))
}
