import Clocks
package import Complaints

/// A kind of event as people and other programs read it: the journal's kind without its version.
package func eventKind(_ event: Event) -> String {
  switch event {
  case .segmentOpened: "segment.opened"
  case .segmentSealed: "segment.sealed"
  case .journalRepaired: "journal.repaired"
  case .kept(let upkeep): upkeep.kind.rawValue
  case .landlordFounded: "landlord.founded"
  case .profileAdopted: "profile.adopted"
  case .calendarAdopted: "calendar.adopted"
  case .templateAdopted: "template.adopted"
  case .staffListed: "staff.listed"
  case .homesStated: "homes.stated"
  case .contactReceived: "contact.received"
  case .contactTriaged: "contact.triaged"
  case .complaintAcknowledged: "complaint.acknowledged"
  case .caseAssigned: "case.assigned"
  case .contactLogged: "contact.logged"
  case .pointAdded: "point.added"
  case .pointDecided: "point.decided"
  case .responseExtended: "response.extended"
  case .complaintResponded: "complaint.responded"
  case .complaintEscalated: "complaint.escalated"
  case .caseClosed: "case.closed"
  case .noteAdded: "note.added"
  case .caseLinked: "case.linked"
  case .entryCorrected: "entry.corrected"
  case .stepUndone: "step.undone"
  case .stepRedone: "step.redone"
  case .step(let step): step.kind.rawValue
  case .newer(let kind): kind
  }
}

/// An event as one sentence for timeline and follow; texts from outside stand in it as they are.
package func eventText(_ event: Event) -> String {
  switch event {
  case .segmentOpened(let opened): "journal " + opened.journal + " opened"
  case .segmentSealed(let lines): "segment sealed after " + String(lines) + " lines"
  case .journalRepaired(let repair): "torn tail of " + String(repair.bytes) + " bytes moved to " + repair.file
  case .kept(let upkeep): upkeepText(upkeep)
  case .landlordFounded(let founded):
    "journal of " + founded.landlord + (founded.practice ? ", practice" : "")
  case .profileAdopted(let text): "profile " + text.name + " adopted"
  case .calendarAdopted(let text): "calendar " + text.name + " adopted"
  case .templateAdopted(let text): "letter template " + text.name + " adopted"
  case .staffListed(let member): staffText(member)
  case .homesStated(let homes):
    String(homes.year) + ": " + String(homes.lcra) + " rented, " + String(homes.lcho) + " shared ownership"
  case .contactReceived(let contact):
    joined("contact by " + channelWords(contact.channel), contact.person.name, contact.narrative)
  case .contactTriaged(let triage):
    joined("triaged as " + kindWords(triage.kind), triage.clause, triage.reason)
  case .complaintAcknowledged(let letter):
    joined("stage " + String(letter.stage.number) + " acknowledged", letter.definition, letter.override)
  case .caseAssigned(let to): "assigned to " + to.text
  case .contactLogged(let contact): contactText(contact)
  case .pointAdded(let point): joined("point " + String(point.point), point.text, point.category)
  case .pointDecided(let decided):
    joined(
      "point " + String(decided.point) + " " + decisionWords(decided.decision) + " at stage "
        + String(decided.stage.number), decided.reasons, decided.remedy)
  case .responseExtended(let extended):
    joined(
      "stage " + String(extended.stage.number) + " response extended to " + extended.to.description,
      extended.reason, extended.goodReason)
  case .complaintResponded(let response):
    joined(
      "stage " + String(response.stage.number) + " answered by " + channelWords(response.channel),
      response.text,
      response.override)
  case .complaintEscalated(let escalated):
    joined("escalated to stage " + String(escalated.stage.number), escalated.reason, escalated.late)
  case .caseClosed(let reason, let override): joined("closed", reason, override)
  case .noteAdded(let text): text
  case .caseLinked(let link): "linked to " + link.to.text + " as " + link.relation
  case .entryCorrected(let corrected):
    "line " + String(corrected.seq) + " corrected: " + corrected.field + " is " + corrected.value
  case .stepUndone(let seq): "line " + String(seq) + " undone"
  case .stepRedone(let seq): "line " + String(seq) + " redone"
  case .step(let step): stepText(step)
  case .newer(let kind): "newer entry of kind " + kind
  }
}

/// The parts that say something, each after the first set off by a colon, then semicolons.
private func joined(_ head: String, _ texts: String...) -> String {
  let given = texts.filter { !$0.isEmpty }
  return given.isEmpty ? head : head + ": " + given.joined(separator: "; ")
}

private func staffText(_ member: StaffMember) -> String {
  let roles = Role.allCases.filter(member.roles.contains).map(roleWord)
  return joined(member.login.text + " listed", member.name, roles.joined(separator: ", "), member.team)
}

private func contactText(_ contact: ContactLogged) -> String {
  let way = contact.direction == .into ? " in" : " out"
  let head = channelWords(contact.channel) + way + (contact.reached ? "" : ", not reached")
  return joined(head, contact.text, contact.verified.isEmpty ? "" : "verified " + contact.verified)
}

/// A channel as it is said.
package func channelWords(_ channel: Channel) -> String {
  switch channel {
  case .phone: "phone"
  case .web: "web form"
  case .email: "e-mail"
  case .letter: "letter"
  case .inPerson: "visit"
  case .portal: "portal"
  case .member: "councillor or MP"
  case .advisoryBoard: "advisory board"
  case .staff: "a member of staff"
  case .survey: "survey"
  case .thirdParty: "a third party"
  case .social: "social media"
  case .sms: "text message"
  }
}

/// A decision as it is said.
package func decisionWords(_ decision: Decision) -> String {
  switch decision {
  case .upheld: "upheld"
  case .partlyUpheld: "partly upheld"
  case .notUpheld: "not upheld"
  case .outside: "outside our responsibility"
  }
}
