/// The kinds of entry this release writes, each in version 1; the text is what the journal calls it.
package enum EntryKind: String, CaseIterable, Hashable, Sendable {
  case segmentOpened = "segment.opened"
  case segmentSealed = "segment.sealed"
  case journalRepaired = "journal.repaired"
  case journalRecovered = "journal.recovered"
  case journalRestored = "journal.restored"
  case redaction
  case redactionFinished = "redaction.finished"
  case stateAsserted = "state.asserted"
  case recordDisclosed = "record.disclosed"
  case landlordFounded = "landlord.founded"
  case profileAdopted = "profile.adopted"
  case calendarAdopted = "calendar.adopted"
  case templateAdopted = "template.adopted"
  case staffListed = "staff.listed"
  case homesStated = "homes.stated"
  case contactReceived = "contact.received"
  case contactTriaged = "contact.triaged"
  case complaintAcknowledged = "complaint.acknowledged"
  case caseAssigned = "case.assigned"
  case contactLogged = "contact.logged"
  case pointAdded = "point.added"
  case pointDecided = "point.decided"
  case responseExtended = "response.extended"
  case complaintResponded = "complaint.responded"
  case complaintEscalated = "complaint.escalated"
  case caseClosed = "case.closed"
  case noteAdded = "note.added"
  case caseLinked = "case.linked"
  case entryCorrected = "entry.corrected"
  case stepUndone = "step.undone"
  case stepRedone = "step.redone"

  /// Kind and version as they stand in a line: `note.added@1`.
  package var versioned: String { rawValue + "@1" }
}

extension Event {
  /// The kind of this event; nil for a step, whose kind is its own, and for one this release does not know.
  package var kind: EntryKind? {
    switch self {
    case .segmentOpened: .segmentOpened
    case .segmentSealed: .segmentSealed
    case .journalRepaired: .journalRepaired
    case .kept(let upkeep): upkeep.kind
    case .landlordFounded: .landlordFounded
    case .profileAdopted: .profileAdopted
    case .calendarAdopted: .calendarAdopted
    case .templateAdopted: .templateAdopted
    case .staffListed: .staffListed
    case .homesStated: .homesStated
    case .contactReceived: .contactReceived
    case .contactTriaged: .contactTriaged
    case .complaintAcknowledged: .complaintAcknowledged
    case .caseAssigned: .caseAssigned
    case .contactLogged: .contactLogged
    case .pointAdded: .pointAdded
    case .pointDecided: .pointDecided
    case .responseExtended: .responseExtended
    case .complaintResponded: .complaintResponded
    case .complaintEscalated: .complaintEscalated
    case .caseClosed: .caseClosed
    case .noteAdded: .noteAdded
    case .caseLinked: .caseLinked
    case .entryCorrected: .entryCorrected
    case .stepUndone: .stepUndone
    case .stepRedone: .stepRedone
    case .step, .newer: nil
    }
  }

  /// Kind and version as they stand in a line; nil for one this release does not know.
  package var versionedKind: String? {
    if case .step(let step) = self { return step.kind.versioned }
    return kind?.versioned
  }

  /// The name a timeline prints: `note.added`, or the newer kind as it stands in the journal.
  package var kindName: String {
    if case .newer(let name) = self { return name }
    if case .step(let step) = self { return step.kind.rawValue }
    return kind?.rawValue ?? ""
  }
}
