import Clocks

/// The fields of an entry that a correction may put right.
package func correctableFields(_ event: Event) -> [String] {
  switch event {
  case .contactReceived:
    [
      "caller", "person.name", "person.phone", "person.email", "person.preferred", "person.language",
      "property.address", "property.postcode", "property.uprn", "property.block", "representative",
      "narrative", "outcomeSought", "category", "area", "ward", "received",
    ]
  case .contactTriaged: ["reason"]
  case .complaintAcknowledged: ["definition", "outcome", "not-ours"]
  case .contactLogged: ["text", "verified"]
  case .pointAdded: ["text", "category"]
  case .pointDecided: ["reasons", "basis", "remedy"]
  case .responseExtended: ["reason", "told"]
  case .complaintResponded: ["text"]
  case .complaintEscalated: ["reason"]
  case .caseClosed: ["reason"]
  case .noteAdded: ["text"]
  case .step(let step): step.spec.correctable
  case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
    .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .caseAssigned, .caseLinked,
    .entryCorrected, .stepUndone,
    .stepRedone, .newer:
    []
  }
}

/// Refuses a correction of what is not there, not correctable, or not a value of that field.
func guardCorrection(_ corrected: Corrected, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let filed = file.entries.first(where: { $0.entry.seq == corrected.seq && !$0.undone }) else {
    throw .noSuchEntry(corrected.seq)
  }
  let allowed = correctableFields(filed.entry.event)
  guard allowed.contains(corrected.field) else { throw .noSuchField(corrected.field, allowed: allowed) }
  guard corrected.field == "received" else { return }
  guard let at = occasion.rules.zone.occurrence(corrected.value) else {
    throw .badValue(
      field: "received", value: corrected.value, allowed: "a date YYYY-MM-DD, or an ISO 8601 instant")
  }
  if at.day > occasion.today { throw .occurredInFuture(at) }
}

extension Event {
  /// This event with those corrections in place; a field it does not have changes nothing.
  func corrected(by corrections: [Corrected]) -> Event {
    var event = self
    for correction in corrections { event = event.with(correction.field, correction.value) }
    return event
  }

  private func with(_ field: String, _ value: String) -> Event {
    func set<Payload>(
      _ payload: Payload, _ path: WritableKeyPath<Payload, String>, _ make: (Payload) -> Event
    ) -> Event {
      var changed = payload
      changed[keyPath: path] = value
      return make(changed)
    }
    switch self {
    case .contactReceived(let contact):
      guard let path = ContactReceived.correctable[field] else { return self }
      return set(contact, path, Event.contactReceived)
    case .contactTriaged(let triage):
      return field == "reason" ? set(triage, \.reason, Event.contactTriaged) : self
    case .complaintAcknowledged(let letter):
      switch field {
      case "definition": return set(letter, \.definition, Event.complaintAcknowledged)
      case "outcome": return set(letter, \.outcome, Event.complaintAcknowledged)
      case "not-ours": return set(letter, \.notOurs, Event.complaintAcknowledged)
      default: return self
      }
    case .contactLogged(let contact):
      return set(contact, field == "verified" ? \.verified : \.text, Event.contactLogged)
    case .pointAdded(let point):
      return set(point, field == "category" ? \.category : \.text, Event.pointAdded)
    case .pointDecided(let decided):
      switch field {
      case "reasons": return set(decided, \.reasons, Event.pointDecided)
      case "basis": return set(decided, \.basis, Event.pointDecided)
      case "remedy": return set(decided, \.remedy, Event.pointDecided)
      default: return self
      }
    case .responseExtended(let extended):
      return set(extended, field == "told" ? \.told : \.reason, Event.responseExtended)
    case .complaintResponded(let response): return set(response, \.text, Event.complaintResponded)
    case .complaintEscalated(let escalated): return set(escalated, \.reason, Event.complaintEscalated)
    case .caseClosed(_, let override): return .caseClosed(reason: value, override: override)
    case .noteAdded: return .noteAdded(text: value)
    case .step(let step): return .step(step.corrected(field, value))
    case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .caseAssigned, .caseLinked,
      .entryCorrected, .stepUndone,
      .stepRedone, .newer:
      return self
    }
  }
}

extension ContactReceived {
  /// Text fields of the opening contact by the name a correction gives them; `received` is the entry's own.
  static var correctable: [String: WritableKeyPath<ContactReceived, String>] {
    [
      "caller": \.caller, "person.name": \.person.name, "person.phone": \.person.phone,
      "person.email": \.person.email, "person.preferred": \.person.preferred,
      "person.language": \.person.language, "property.address": \.property.address,
      "property.postcode": \.property.postcode, "property.uprn": \.property.uprn,
      "property.block": \.property.block, "representative": \.representative, "narrative": \.narrative,
      "outcomeSought": \.outcomeSought, "category": \.category, "area": \.area, "ward": \.ward,
    ]
  }
}
