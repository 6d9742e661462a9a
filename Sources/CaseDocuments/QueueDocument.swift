package import Clocks
package import Complaints
package import PlainText

/// A queue row with its texts fetched: what `list` and `find` print.
package struct QueueEntry: Hashable, Sendable {
  package var row: CaseRow
  package var target: UrgentTarget?
  package var person: String
  package var address: String
  package var postcode: String
  package var narrative: String
  package var category: String
  /// What it owes beside the letters of its stages.
  package var owes: [OwedThing]
  /// Who looks at it just now, where somebody does.
  package var claim: Claim?

  package init(
    row: CaseRow, target: UrgentTarget?, person: String, address: String, postcode: String, narrative: String,
    category: String, owes: [OwedThing] = [], claim: Claim? = nil
  ) {
    self.row = row
    self.target = target
    self.person = person
    self.address = address
    self.postcode = postcode
    self.narrative = narrative
    self.category = category
    self.owes = owes
    self.claim = claim
  }

  /// Address and postcode in one, the postcode not said twice.
  package var place: String {
    if address.isEmpty || postcode.isEmpty || address.contains(postcode) {
      return address.isEmpty ? postcode : address
    }
    return address + ", " + postcode
  }

  /// The first line of the narrative, cut at 120 characters; the category where there is none.
  package var subject: String {
    guard let start = narrative.firstIndex(where: { !$0.isNewline }) else { return category }
    // Counted no further than it is shown: a narrative may be long, and every row has one.
    var end = start
    var cut = start
    var count = 0
    while end < narrative.endIndex, !narrative[end].isNewline {
      if count == 119 { cut = end }
      guard count < 120 else { return narrative[start..<cut] + "…" }
      end = narrative.index(after: end)
      count += 1
    }
    return String(narrative[start..<end])
  }
}

/// A queue row as `cli.md` names its fields: `ref kind state stage step due target who person place subject marks`.
package func queueRecord(_ entry: QueueEntry) -> JSON {
  let row = entry.row
  return record([
    "ref": .string(row.reference.text), "kind": JSON(orNull: row.kind?.rawValue),
    "state": .string(row.state.rawValue), "stage": JSON(orNull: row.stage?.number),
    "step": JSON(orNull: entry.target?.step.rawValue), "due": JSON(orNull: entry.target?.due.description),
    "target": JSON(orNull: entry.target?.target.rawValue), "who": JSON(orNull: row.handler?.text),
    "person": .string(entry.person), "place": .string(entry.place), "subject": .string(entry.subject),
    "marks": .array(markWords(entry).map { .string($0) }),
    "owes": .array(
      entry.owes.map {
        record(["what": .string($0.kind.rawValue), "day": JSON(orNull: $0.day?.description)])
      }),
    "claim": entry.claim.map {
      record(["by": .string($0.by.text), "until": .string($0.until.description)])
    } ?? .null,
  ])
}

/// The signs of a row as words, with what is owed beside the letters of its stages.
private func markWords(_ entry: QueueEntry) -> [String] {
  // The others have a word of their own among the signs.
  let unsigned: Set<OwedKind> = [.letter, .learning, .restriction, .promise, .hazard]
  return markWords(entry.row.marks) + entry.owes.map(\.kind).filter(unsigned.contains).map(\.rawValue)
}

/// The signs of a row as words.
package func markWords(_ marks: CaseMarks) -> [String] {
  var words: [String] = []
  if marks.contains(.needs) { words.append("needs") }
  if marks.contains(.representative) { words.append("representative") }
  if marks.contains(.anonymous) { words.append("anonymous") }
  if marks.contains(.group) { words.append("group") }
  if marks.contains(.linked) { words.append("linked") }
  if marks.contains(.newer) { words.append("newer") }
  if marks.contains(.ombudsman) { words.append("ombudsman") }
  if marks.contains(.restricted) { words.append("restricted") }
  if marks.contains(.evidence) { words.append("evidence") }
  if marks.contains(.orders) { words.append("orders") }
  if marks.contains(.management) { words.append("management") }
  if marks.contains(.sensitive) { words.append("sensitive") }
  if marks.contains(.callback) { words.append("callback") }
  if marks.contains(.formOwed) { words.append("form") }
  return words
}

/// A queue row as cells: reference, stage and step, distance, due, who (`@` whoever has claimed it), what is
/// owed beside the letters, person, subject.
package func queueCells(_ entry: QueueEntry, today: CalendarDay) -> [String] {
  let row = entry.row
  return [
    row.reference.text, stageCell(row, entry.target), row.kind?.rawValue ?? row.state.rawValue,
    entry.target.map { distanceWords($0.due, today: today) } ?? "",
    entry.target.map { DaysInWords.short($0.due, today: today) } ?? "",
    entry.claim.map { "@" + $0.by.text } ?? row.handler?.text ?? "–", owesWords(entry), visible(entry.person),
    visible(entry.subject),
  ]
}

/// `letter, learning 26 Nov`: what is owed beside the letters of the stages, with its day.
private func owesWords(_ entry: QueueEntry) -> String {
  entry.owes.map { thing in
    thing.kind.rawValue + (thing.day.map { " " + DaysInWords.short($0, today: $0) } ?? "")
  }.joined(separator: ", ")
}

/// `1A` stage 1 to acknowledge, `2R` stage 2 to respond, `1` answered.
private func stageCell(_ row: CaseRow, _ target: UrgentTarget?) -> String {
  let stage = row.stage.map { String($0.number) } ?? (row.state == .untriaged ? "?" : "")
  guard let target else { return stage }
  return stage + (target.step == .acknowledge ? "A" : "R")
}

/// `3 days`, `today`, `2 days over`: calendar days to a date.
package func distanceWords(_ due: CalendarDay, today: CalendarDay) -> String {
  let days = due.days(since: today)
  if days == 0 { return "today" }
  let number = String(abs(days)) + (abs(days) == 1 ? " day" : " days")
  return days < 0 ? number + " over" : number
}
