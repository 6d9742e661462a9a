package import Clocks
package import Complaints
import PlainText

/// What is on record of hazards, going further, the Ombudsman and contact limits: one part for each, for page
/// and pane; a part without anything to say is left out.
package func furtherParts(
  _ file: CaseFile, rules: RuleBook, today: CalendarDay
) -> [CaseSheet.Part] {
  let parts = [
    CaseSheet.Part(heading: "Hazards", lines: hazardLines(file, rules)),
    CaseSheet.Part(heading: "Contact limits", lines: behaviourLines(file, rules, today)),
    CaseSheet.Part(heading: "Going further", lines: escalationLines(file, rules, today)),
    CaseSheet.Part(heading: "Ombudsman", lines: ombudsmanLines(file)),
  ]
  return parts.filter { !$0.lines.isEmpty }
}

/// Each hazard, and why the law's clocks do not run for it where they do not.
package func hazardLines(_ file: CaseFile, _ rules: RuleBook) -> [String] {
  file.hazard.hazards.map { hazard in
    let verdict = rules.verdict(of: hazard.facts).map(verdictWords) ?? ""
    return String(hazard.number) + "  " + hazard.kind.rawValue + (hazard.emergency ? ", emergency" : "")
      + ", aware " + hazard.aware.day.description + (hazard.isOpen ? "" : ", done") + ": "
      + visible(hazard.text)
      + (verdict.isEmpty ? "" : "; " + verdict)
  }
}

/// Why no statutory clock runs; empty where they do.
package func verdictWords(_ verdict: HazardVerdict) -> String {
  switch verdict {
  case .covered: ""
  case .tenure(let tenure, let clause):
    "no statutory clocks: " + visible(tenure) + " homes are outside it (" + clause.text + ")"
  case .kind(let kind, let clause):
    "no statutory clocks: " + visible(kind) + " is no hazard of it (" + clause.text + ")"
  case .notYet(let kind, let from, let clause):
    "no statutory clocks: " + visible(kind) + " comes under it from " + visible(from) + " (" + clause.text
      + ")"
  }
}

private func escalationLines(_ file: CaseFile, _ rules: RuleBook, _ today: CalendarDay) -> [String] {
  var lines: [String] = []
  for stage in file.stages { lines += stageLines(stage) }
  for refused in file.further.refused {
    let ground = refused.ground.isEmpty ? "" : " (" + visible(refused.ground) + ")"
    lines.append("next stage refused" + ground + ": " + visible(refused.reason))
  }
  for rise in file.further.raised {
    let answers = rise.answers.map { ($0.who.map { $0.text + ": " } ?? "") + visible($0.text) }
    lines.append(
      "sent up to " + (rise.raised.to?.text ?? "nobody") + " on " + rise.on.day.description + ": "
        + visible(
          (rise.raised.criteria + [rise.raised.reason]).filter { !$0.isEmpty }.joined(separator: ", "))
        + (answers.isEmpty ? "; no answer yet" : "; answered " + answers.joined(separator: "; ")))
  }
  if let silence = escalationOnSilence(file, rules, on: today), silence.isOver {
    lines.append(
      "unanswered past " + silence.until.description + ": it may go to the next stage ("
        + silence.clause.text + ")")
  }
  if let silence = closureAfterSilence(file, rules, on: today) {
    lines.append(
      (silence.isOver ? "may be closed: nothing heard by " : "closes by silence after ")
        + silence.until.description + " (" + silence.clause.text + ")")
  }
  return lines
}

private func stageLines(_ stage: StageRecord) -> [String] {
  let head = "stage " + String(stage.stage.number) + ": "
  var lines: [String] = []
  if let way = stage.way { lines.append(head + "come into by " + way.rawValue) }
  if !stage.severity.isEmpty { lines.append(head + "judged " + visible(stage.severity)) }
  if let sent = stage.preAcknowledged { lines.append(head + "note of receipt sent " + sent.day.description) }
  if let sent = stage.draftSent {
    let comments = stage.commented.map { ", comments came " + $0.day.description } ?? ", no comments yet"
    lines.append(head + "draft findings sent " + sent.day.description + comments)
  }
  if let arrived = stage.arrived { lines.append(head + "the response arrived " + arrived.day.description) }
  if stage.panelWished == false { lines.append(head + "no panel: the resident does not wish one") }
  if let panel = stage.panel {
    let members = panel.members.map(\.text).joined(separator: " and ")
    lines.append(head + "panel of " + members + "; conflicts: " + visible(panel.conflict))
    for view in panel.views {
      lines.append(
        "   " + view.member.text + (view.agrees ? ", agrees: " : ": ") + visible(view.text))
    }
  }
  return lines
}

func ombudsmanLines(_ file: CaseFile) -> [String] {
  var lines: [String] = []
  let record = file.ombudsman
  for contact in record.contacts {
    let reference = contact.reference.isEmpty ? "" : ", " + visible(contact.reference)
    lines.append(
      (contact.matter?.rawValue ?? "") + ", " + visible(contact.body) + reference + ": "
        + visible(contact.text))
  }
  if let authorised = record.authorised {
    lines.append(
      "straight there, authorised by " + (record.authorisedBy?.text ?? "") + ": " + visible(authorised.reason)
    )
  }
  for request in record.requests {
    let due = request.told.map { ", due " + $0.description } ?? ""
    let sent = request.sent.map { ", sent " + $0.day.description } ?? ", owed"
    lines.append("evidence " + String(request.number) + due + sent + ": " + visible(request.text))
    for delay in request.delays {
      lines.append(
        "   " + (delay.until.map { "agreed " + $0.description } ?? "late") + ": " + visible(delay.text))
    }
  }
  for made in record.determinations {
    let point = made.point.map { "point " + String($0) + ": " } ?? ""
    lines.append(point + (made.finding?.rawValue ?? "") + ": " + visible(made.text))
  }
  for order in record.orders {
    let due = order.made.due.map { ", due " + $0.description } ?? ""
    let done = order.complied.map { ($0.declined == true ? ", declined: " : ", done: ") + visible($0.proof) }
    lines.append(
      (order.made.what?.rawValue ?? "order") + " " + String(order.number) + due + ": "
        + visible(order.made.text) + (done ?? (order.binds ? ", owed" : "")))
  }
  return lines
}
