package import Clocks
package import Complaints

/// The sentence to read aloud to the caller: where the case stands, with whom, what comes when.
///
/// `stage 1, with Mr Patel, written answer by Thursday 26 November; last contact 18 November`.
package func readAloud(_ file: CaseFile, rules: RuleBook, staff: StaffTable, today: CalendarDay) -> String {
  var parts = [standing(file, today: today)]
  if file.state.isLive {
    parts.append(file.handler.map { "with " + staff.name($0) } ?? "not yet given to anybody")
    parts += owed(file, rules: rules, today: today)
  }
  let heard = file.lastHeard.map { "last contact " + DaysInWords.plain($0, today: today) }
  return parts.joined(separator: ", ") + "; " + (heard ?? "no contact from us yet")
}

private func standing(_ file: CaseFile, today: CalendarDay) -> String {
  switch file.state {
  case .untriaged:
    return "received " + DaysInWords.plain(file.received.day, today: today) + ", not yet triaged"
  case .open: return file.stage.map { "stage " + String($0.number) } ?? file.kind.map(kindWords) ?? "open"
  case .responded:
    let stage = file.stage.map { "stage " + String($0.number) + " " } ?? ""
    let on = file.current?.responded.map { " on " + DaysInWords.plain($0.day, today: today) } ?? ""
    return stage + "answered" + on + (file.outcome.map { ", " + decisionWords($0) } ?? "")
  case .closed:
    let on = file.closed.map { " on " + DaysInWords.plain($0.day, today: today) } ?? ""
    return "closed" + on + (file.outcome.map { ", " + decisionWords($0) } ?? "")
  case .refused: return "refused"
  case .withdrawn: return "withdrawn"
  case .merged: return "merged into another case"
  }
}

/// What the landlord still owes, or until when the next stage may be asked for.
private func owed(_ file: CaseFile, rules: RuleBook, today: CalendarDay) -> [String] {
  guard file.isComplaint || file.state == .untriaged, let facts = file.facts.stages.last else { return [] }
  if facts.responded != nil { return window(after: file.facts, rules: rules, today: today) }
  let profile = file.facts.profile
  let target = rules.urgent(of: facts, profile: profile, received: file.received)
  guard let target else { return [] }
  var parts: [String] = []
  if target.step == .acknowledge {
    parts.append("acknowledgement by " + DaysInWords.long(target.due, today: today))
    return parts
  }
  parts.append("written answer by " + DaysInWords.long(target.due, today: today))
  return parts
}

private func window(after facts: CaseFacts, rules: RuleBook, today: CalendarDay) -> [String] {
  do {
    guard let limit = try rules.window(after: facts) else { return [] }
    return [
      "stage " + String(limit.stage) + " may be asked for until "
        + DaysInWords.long(limit.until, today: today)
    ]
  } catch {
    // Without that year's bank holidays no date is said; `why` names the missing year.
    return []
  }
}
