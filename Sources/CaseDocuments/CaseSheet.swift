package import Clocks
package import Complaints
import PlainText

/// The record of a case as a page for people: the sentence to read aloud first; controls shown as marks.
///
/// Tables come as rows of cells, for the edge to line up by display width.
package struct CaseSheet: Hashable, Sendable {
  /// A heading with either plain lines or a table under it.
  package struct Part: Hashable, Sendable {
    package var heading: String
    package var lines: [String] = []
    package var table: [[String]] = []
  }
  package var sentence: String
  package var parts: [Part] = []

  package init(
    _ file: CaseFile, clocks: [ClockReckoning], rules: RuleBook, staff: StaffTable, today: CalendarDay
  ) {
    sentence = visible(readAloud(file, rules: rules, staff: staff, today: today))
    parts.append(
      Part(
        heading: CaseSheet.heading(file),
        lines: restrictionNotice(file, rules: rules, today: today).map { ["! " + $0] } ?? [],
        table: CaseSheet.facts(file)))
    parts += intakeParts(file, rules: rules)
    parts.append(Part(heading: "What was said", lines: CaseSheet.paragraph(file.contact.narrative)))
    parts.append(Part(heading: "Clocks", table: clocks.map(clockCells)))
    parts.append(Part(heading: "Points", lines: file.points.flatMap(CaseSheet.point)))
    for section in workSections(file, rules: rules, staff: staff, today: today) {
      parts.append(Part(heading: section.heading, lines: section.lines.map { visible($0) }))
    }
    parts += furtherParts(file, rules: rules, today: today)
    parts.append(letterPart(file, rules.zone))
    parts.append(
      Part(heading: "Links", lines: file.links.map { $0.to.text + " " + visible($0.relation) }))
    parts.removeAll { $0.lines.isEmpty && $0.table.isEmpty }
  }

  private static func heading(_ file: CaseFile) -> String {
    let kind = file.kind?.rawValue ?? "not triaged"
    let stage = file.stage.map { ", stage " + String($0.number) } ?? ""
    return file.reference.text + "  " + kind + ", " + file.state.rawValue + stage
  }

  private static func facts(_ file: CaseFile) -> [[String]] {
    let contact = file.contact
    let person = contact.person
    var rows: [[String]] = []
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { rows.append([name, visible(value)]) }
    }
    let number = contact.personNumber.map { " (" + $0.text + ")" } ?? ""
    add("person", person.name + number)
    add("needs", person.needs.joined(separator: ", "))
    add(
      "reach", [person.phone, person.email, person.preferred].filter { !$0.isEmpty }.joined(separator: " · "))
    add("language", person.language)
    add("caller", contact.caller)
    add("representative", contact.representative)
    add("affected", contact.affected.joined(separator: ", "))
    add(
      "place",
      [contact.property.address, contact.property.postcode].filter { !$0.isEmpty }.joined(separator: ", "))
    add("tenure", contact.tenure?.rawValue ?? "")
    add("received", file.received.text + " by " + channelWords(contact.channel))
    add("category", contact.category)
    add("wants", contact.outcomeSought)
    add("with", file.handler?.text ?? "nobody yet")
    add("profile", file.triage?.profile ?? "")
    add("triage", file.triage.map { $0.clause } ?? "")
    add("outcome", file.outcome.map(decisionWords) ?? "")
    add(
      "closed",
      file.closed.map { $0.text + (file.closedReason.isEmpty ? "" : ": " + file.closedReason) } ?? "")
    add("old reference", [contact.source, contact.sourceRef].filter { !$0.isEmpty }.joined(separator: " "))
    return rows
  }

  private static func paragraph(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { visible(String($0)) }
  }

  private static func point(_ point: Point) -> [String] {
    var lines = [String(point.number) + "  " + visible(point.text)]
    if !point.isOpen { return lines + ["   answered under " + pointWords(point.replacedBy)] }
    for (decided, by) in zip(point.decisions, point.deciders) {
      lines.append(
        "   stage " + String(decided.stage.number) + ": " + decisionWords(decided.decision) + ", by "
          + by.text
          + ": " + visible(decided.reasons))
      if !decided.remedy.isEmpty { lines.append("   remedy: " + visible(decided.remedy)) }
    }
    return lines
  }
}
