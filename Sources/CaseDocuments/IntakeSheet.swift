package import Clocks
package import Complaints
import PlainText

/// What to mind before speaking, gravest first: safe contact, authority, needs; never in a queue row.
package func cautionLines(_ file: CaseFile, rules: RuleBook) -> [String] {
  var lines: [String] = []
  if let note = file.intake.safeContact, !note.words.isEmpty {
    lines.append(note.words.joined(separator: " · "))
  }
  if let standing = file.authority(rules) {
    let capacity = file.speaker?.told.capacity.map { " (" + $0.rawValue + ")" } ?? ""
    let waits =
      standing.established || standing.holds == .nothing
      ? ""
      : standing.holds == .disclosure ? "; nothing sensitive before it is checked" : "; no letters to them"
    lines.append(standing.who + capacity + " speaks for them, authority " + authorityWord(standing) + waits)
    if file.speaker?.told.unknown == true { lines.append("the resident does not know of it") }
  }
  if let told = file.intake.complainant {
    if !told.capacity.isEmpty { lines.append("capacity: " + told.capacity) }
    if !told.support.isEmpty { lines.append("supported by " + told.support) }
  }
  let needs = file.intake.openNeeds.flatMap(\.told.words)
  if !needs.isEmpty { lines.append(needs.joined(separator: " · ")) }
  return lines
}

private func authorityWord(_ standing: AuthorityStanding) -> String {
  standing.authority == .unverified && standing.established ? "taken as given" : standing.authority.rawValue
}

/// What taking in left on record, as label and text: who, elsewhere, calls and forms, refusal.
package func intakeFacts(_ file: CaseFile) -> [(label: String, text: String)] {
  let intake = file.intake
  var facts: [(label: String, text: String)] = []
  func add(_ label: String, _ parts: String...) {
    let given = parts.filter { !$0.isEmpty }
    if !given.isEmpty { facts.append((label, given.joined(separator: "; "))) }
  }
  if let told = intake.complainant, let standing = told.standing {
    add(
      "Standing", standing.rawValue, told.holder.isEmpty ? "" : "held by " + told.holder,
      told.permission.map { "permission " + $0.rawValue } ?? "", told.child == true ? "a child" : "")
  }
  for person in intake.affected {
    add(
      "Affected", String(person.number) + " " + person.told.name, person.told.preferred,
      person.told.needs.joined(separator: ", "),
      person.answered.isEmpty
        ? "" : "answered at stage " + person.answered.map { String($0.number) }.joined(separator: ", "))
  }
  for referral in intake.referrals {
    add(
      "Referred",
      String(referral.number) + " " + (referral.made.matter?.rawValue ?? "") + " to " + referral.made.to,
      referral.made.text, referral.reference,
      referral.answers.last.map { "answer: " + $0.text } ?? "no answer yet")
  }
  for handover in intake.handovers {
    add(
      "Handed over", String(handover.number) + " to " + handover.made.to, handover.made.what,
      handover.made.contact.isEmpty ? "" : "told the resident: " + handover.made.contact,
      handover.followed == nil
        ? handover.made.followUp.map { "look again " + $0.description } ?? "" : "followed up")
  }
  if let route = intake.route {
    add(
      "With", route.routed.to, route.routed.owner?.text ?? "", route.routed.told,
      route.reply.map { "reply: " + $0.text } ?? "no reply yet")
  }
  for call in intake.callbacks {
    add(
      "Call back", String(call.number) + " " + call.promised.when, call.promised.owner?.text ?? "",
      call.promised.about,
      call.isOpen ? "" : call.tries.last?.reached == true ? "done" : "not reached")
  }
  if let form = intake.form { add("Form", form.sent == nil ? "owed by post" : "sent", form.address) }
  if let check = intake.liveIssue {
    add("Still live?", check.live == true ? "yes" : "no", check.step?.rawValue ?? "", check.text)
  }
  if let settled = intake.settled {
    add("Settled", settled.done, settled.learning.isEmpty ? "" : "learned: " + settled.learning)
  }
  if let refusal = intake.refusal {
    add(
      "Declined", refusal.reason + " (" + refusal.clause + ")", refusal.found, refusal.beside,
      refusal.evidence,
      "discretion: " + refusal.discretion,
      refusal.legalContact.isEmpty ? "" : "legal case: " + refusal.legalContact,
      refusal.resolution.isEmpty ? "" : "offered all the same: " + refusal.resolution)
  }
  let parts = file.sensitiveParts.keys.map(\.rawValue).sorted()
  add("Named roles", parts.joined(separator: ", "))
  return facts
}

/// The parts of the page that taking in adds.
func intakeParts(_ file: CaseFile, rules: RuleBook) -> [CaseSheet.Part] {
  [
    CaseSheet.Part(heading: "Mind", lines: cautionLines(file, rules: rules).map { visible($0) }),
    CaseSheet.Part(
      heading: "Taken in", table: intakeFacts(file).map { [$0.label.lowercased(), visible($0.text)] }),
  ]
}

/// What `show --json` says of who may read the case: `sensitive`, the parts for named roles, and their roles.
func shieldMembers(_ file: CaseFile) -> KeyValuePairs<String, JSON?> {
  let parts = file.sensitiveParts.sorted { $0.key.rawValue < $1.key.rawValue }
  return [
    "sensitive": parts.isEmpty
      ? nil
      : .array(
        parts.map { part, roles in
          record(["part": .string(part.rawValue), "roles": .array(roles.map { .string($0.rawValue) })])
        }),
    "keptOut": file.people.shields.keptOut.isEmpty
      ? nil : .array(file.people.shields.keptOut.keys.sorted().map { .string($0.text) }),
  ]
}
