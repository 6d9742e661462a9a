package import Clocks
package import Complaints

/// One heading of a case with what is on record under it, for the page and the desk alike.
package struct RecordSection: Hashable, Sendable {
  package var heading: String
  package var lines: [String]
  /// Whether it says something that is still owed.
  package var isOwed = false
}

/// What working the case and putting it right left on record; texts from outside stand in it as they are.
package func workSections(
  _ file: CaseFile, rules: RuleBook, staff: StaffTable, today: CalendarDay
) -> [RecordSection] {
  var sections: [RecordSection] = []
  func add(_ heading: String, _ lines: [String], isOwed: Bool = false) {
    if !lines.isEmpty { sections.append(RecordSection(heading: heading, lines: lines, isOwed: isOwed)) }
  }
  add(
    "Letters owed", lettersOwed(file, rules, today: today).map { owedLine($0) }, isOwed: true)
  add("Promises", file.redress.promises.map { promiseLine($0, today: today) })
  add("Updates", file.work.updates.map(updateLine))
  add("Remedies", file.redress.remedies.map(remedyLine))
  add("Compensation", file.redress.compensation.map(compensationLine))
  add("Learning", file.redress.lessons.flatMap(lessonLines))
  add("Who answers what", whoAnswersWhat(file).map { answererLine($0.who, $0.points, staff) })
  add("Requests", file.work.requests.map { requestLine($0, today: today) })
  add("Findings", file.work.findings.map(findingLine))
  add("Draft response", file.work.drafts.suffix(1).map(draftLine))
  add("Involved before", file.work.involvements.map(involvementLine))
  add("Set down for the letter", file.work.liability.map(\.wording) + conductLines(file, rules))
  add("Merged", mergeLines(file))
  add("Afterwards", afterwardsLines(file))
  return sections
}

private func owedLine(_ owed: LetterOwed) -> String {
  owed.letter.rawValue + ": " + owed.about + " (since " + owed.since.day.description + ", " + owed.clause.text
    + ")"
}

private func updateLine(_ update: UpdateRecord) -> String {
  update.on.day.description + "  " + update.given.text
    + (update.given.promise.map { ", on promise " + String($0) } ?? "")
    + (update.next.map { "; next by " + $0.description } ?? "")
}

private func promiseLine(_ promise: PromiseRecord, today: CalendarDay) -> String {
  var line = String(promise.number) + "  " + promise.made.text
  if let owner = promise.made.owner { line += ", by " + owner.text }
  if let kept = promise.kept {
    return line + ": kept" + (promise.keptOn.map { " " + $0.day.description } ?? "") + ", " + kept.proof
  }
  guard let due = promise.due else { return line }
  return line + ": due " + due.description + (due < today ? ", late" : "")
    + (promise.moves.isEmpty ? "" : ", moved " + String(promise.moves.count) + " times")
}

private func remedyLine(_ remedy: RemedyRecorded) -> String {
  let offered = remedy.offered
  var line = String(offered.remedy ?? 0) + "  " + (offered.what?.rawValue ?? "")
  if let point = offered.point { line += " for point " + String(point) }
  line += ": " + offered.text
  if !offered.failure.isEmpty { line += "; answers " + offered.failure }
  if !offered.detriment.isEmpty { line += ", which meant " + offered.detriment }
  if offered.agreed == true { line += "; agreed" }
  if !offered.whyNot.isEmpty { line += "; not agreed: " + offered.whyNot }
  if !offered.expectation.isEmpty { line += "; told: " + offered.expectation }
  return line
}

private func compensationLine(_ track: CompensationTrack) -> String {
  let state: String
  if let paid = track.paid {
    state = "paid " + paid.day.description
  } else if let declined = track.declined {
    state = "declined " + declined.day.description
  } else if let accepted = track.accepted {
    state = "accepted " + accepted.day.description
  } else {
    state = "offered " + track.offered.day.description
  }
  let heads = headAmounts(track.offer).map { $0.head + " " + poundsText($0.pence) }
  return String(track.number) + "  " + poundsText(track.pence) + ", " + state + ": "
    + heads.joined(separator: ", ") + (track.offer.text.isEmpty ? "" : "; " + track.offer.text)
}

/// The heads of an offer that hold something, by the names of their fields.
func headAmounts(_ offer: CompensationRecorded) -> [(head: String, pence: Int)] {
  let heads: [(String, Int?)] = [
    ("statutory", offer.statutory), ("actual-loss", offer.actualLoss), ("time-trouble", offer.timeTrouble),
    ("distress-inconvenience", offer.distressInconvenience), ("other-detriment", offer.otherDetriment),
  ]
  return heads.compactMap { head, pence in pence.map { (head, $0) } }
}

private func lessonLines(_ lesson: Lesson) -> [String] {
  let learned = lesson.learned
  guard learned.none.isEmpty || !learned.text.isEmpty else {
    return [String(lesson.number) + "  nothing to learn: " + learned.none]
  }
  var lines = [String(lesson.number) + "  " + learned.text]
  if !learned.cause.isEmpty { lines.append("   root cause: " + learned.cause) }
  if !learned.change.isEmpty { lines.append("   change: " + learned.change) }
  if learned.organisation == true {
    lines.append("   put to the organisation: " + (lesson.answer?.text ?? "no answer yet"))
  }
  lines += lesson.shared.map { "   shared: " + $0.text }
  if let done = lesson.implemented { lines.append("   implemented: " + done.text) }
  return lines
}

private func answererLine(_ who: StaffLogin?, _ points: [Int], _ staff: StaffTable) -> String {
  pointWords(points) + ": " + (who.map { staff.name($0) } ?? "nobody yet")
}

private func requestLine(_ request: RequestRecord, today: CalendarDay) -> String {
  let sent = request.sent
  var line = String(request.number) + "  " + (sent.whom?.rawValue ?? "") + " " + sent.name
  line += ", asked " + request.on.day.description + ": " + sent.text
  if let answer = request.answer {
    line += "; answered: " + answer.text
    if let agreed = answer.agreed { line += agreed ? "; agrees" : "; does not agree" }
    if let share = answer.share { line += ", pays " + poundsText(share) }
    return line
  }
  if !request.chased.isEmpty { line += "; chased " + String(request.chased.count) + " times" }
  guard let due = sent.due else { return line + "; not answered" }
  return line + "; due " + due.description + (due < today ? ", late" : "")
}

private func findingLine(_ finding: FindingRecorded) -> String {
  var line = finding.point.map { "point " + String($0) + ": " } ?? ""
  line += finding.finding
  if !finding.evidence.isEmpty { line += "; evidence: " + finding.evidence }
  if !finding.spokenTo.isEmpty { line += "; spoke to " + finding.spokenTo.joined(separator: ", ") }
  return line
}

private func draftLine(_ draft: DraftRecord) -> String {
  let by = "by " + draft.by.text + ", " + draft.on.day.description
  guard let answer = draft.answer else { return by + ": waits for approval" }
  let said = answer.approved == true ? ": approved" : ": sent back"
  return by + said + (draft.answeredBy.map { " by " + $0.text } ?? "")
    + (answer.comments.isEmpty ? "" : ", " + answer.comments)
}

private func involvementLine(_ noted: InvolvementNoted) -> String {
  let who = noted.who?.text ?? noted.area
  return who + ", " + (noted.how?.rawValue ?? "") + (noted.text.isEmpty ? "" : ": " + noted.text)
}

/// The course taken and no more: the letter says no more either.
private func conductLines(_ file: CaseFile, _ rules: RuleBook) -> [String] {
  guard let noted = file.work.conduct.last else { return [] }
  guard noted.disciplinary == true else { return ["Conduct of staff was looked into (sensitive)."] }
  let says = rules.profile(of: file)?.duties.conduct?.says
  return [says ?? "The disciplinary course is taken (sensitive)."]
}

private func mergeLines(_ file: CaseFile) -> [String] {
  (file.work.mergedInto.map { ["into " + $0.text] } ?? []) + file.work.absorbed.map { "holds " + $0.text }
}

private func afterwardsLines(_ file: CaseFile) -> [String] {
  var lines: [String] = []
  for published in file.work.published {
    lines.append(
      "published: " + published.place + (published.consent.isEmpty ? "" : "; consent: " + published.consent))
  }
  for thanked in file.work.thanks {
    let shared = thanked.staff + thanked.contractors
    lines.append(
      "thanked: " + thanked.how + (shared.isEmpty ? "" : "; shared with " + shared.joined(separator: ", "))
        + (thanked.consent == true ? "; may be published" : ""))
  }
  for survey in file.work.surveys {
    lines.append(
      "satisfaction " + String(survey.score ?? 0) + " of 5" + (survey.text.isEmpty ? "" : ": " + survey.text))
  }
  for score in file.work.scores {
    lines.append(
      "scrutiny " + String(score.quality ?? 0) + " of 5"
        + (score.feedback.isEmpty ? "" : ": " + score.feedback))
  }
  return lines
}
