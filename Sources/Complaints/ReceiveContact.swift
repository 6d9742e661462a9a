import Clocks

/// The events by which a contact opens a case: received, and triaged, pointed and closed where that is given.
///
/// `reference` is the next of the register; `person` the number for a new person record, used only when the
/// contact names somebody and no match was picked.
package func receive(
  _ intake: Intake, as reference: CaseReference, newPerson person: PersonNumber, on occasion: Occasion
) throws(Refusal) -> [NewEvent] {
  guard let may = occasion.staff.holds(occasion.by, any: intakeRoles, on: occasion.today) else {
    throw .notStaff(login: occasion.by.text)
  }
  if !may { throw .roleMayNot(action: "intake", needs: [.handler, .supervisor, .administrator]) }
  if isBlank(intake.contact.narrative) { throw .missing(field: "narrative", clause: nil) }
  try notInFuture(intake.received, occasion)
  var contact = intake.contact
  if let matched = intake.matched {
    contact.personNumber = matched
  } else if !contact.person.isEmpty {
    contact.personNumber = person
  }
  var events = [NewEvent(.contactReceived(contact), case: reference, occurred: intake.received)]
  let triage = try triageOnReceipt(intake, occasion)
  if let triage { events.append(NewEvent(.contactTriaged(triage), case: reference)) }
  var number = 0
  for text in intake.points where !isBlank(text) {
    guard triage?.kind == .complaint else { throw .notAComplaint(triage?.kind, action: "point") }
    number += 1
    events.append(NewEvent(.pointAdded(PointAdded(point: number, text: text)), case: reference))
  }
  if let closed = intake.closed {
    try notInFuture(closed, occasion)
    if closed.day < intake.received.day { throw .occurredBeforeContact(closed, first: intake.received) }
    let where_ = contact.source.isEmpty ? "before it was recorded here" : "in " + contact.source
    events.append(NewEvent(.caseClosed(reason: "closed " + where_), case: reference, occurred: closed))
  }
  return events
}

private let intakeRoles: Set<Role> = [.handler, .supervisor, .administrator]

private func notInFuture(_ at: Occurrence, _ occasion: Occasion) throws(Refusal) {
  if at.day > occasion.today { throw .occurredInFuture(at) }
  if let moment = at.moment, moment > occasion.now { throw .occurredInFuture(at) }
}

extension Occasion {
  /// Finds the triage of that kind out once, for the many rows of an import that bring it with them.
  package mutating func prepare(_ kind: Kind) throws(Refusal) {
    var contact = ContactReceived(channel: .web, narrative: "")
    contact.source = "prepared"
    var intake = Intake(contact: contact, received: at)
    intake.kind = kind
    sourceTriage[kind] = try triageOnReceipt(intake, self)
  }
}

/// The triage given with a contact: by kind, by answers, by both, or not at all.
private func triageOnReceipt(_ intake: Intake, _ occasion: Occasion) throws(Refusal) -> ContactTriaged? {
  if intake.answers.isEmpty, !intake.contact.source.isEmpty, let kind = intake.kind,
    let known = occasion.sourceTriage[kind]
  {
    return known
  }
  guard let profile = occasion.rules.profile(named: "") else { throw .unknownProfile("") }
  let proposal = proposeKind(intake.answers, profile: profile)
  guard let kind = intake.kind ?? proposal?.kind else { return nil }
  let follows = proposal?.kind == kind
  let clause = follows ? proposal?.clause : nil
  let given = intake.contact.source.isEmpty ? "kind given with the contact" : "as recorded in the source"
  return ContactTriaged(
    kind: kind, reason: follows ? proposal?.because ?? given : given, proposed: proposal?.kind,
    clause: (clause ?? kindClause(kind, profile)).text, answers: intake.answers, profile: profile.name)
}
