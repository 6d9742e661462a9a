/// The kinds of entry whose fields are told by a table, each in version 1; the text is what the journal calls it.
package enum StepKind: String, CaseIterable, Hashable, Sendable {
  // Taking a contact in.
  case settledAtOnce = "contact.settled"
  // Working it.
  case complaintWithdrawn = "complaint.withdrawn"
  // Putting things right.
  case promiseMade = "promise.made"
  case promiseKept = "promise.kept"
  // Going further.
  case escalationRefused = "escalation.refused"
  // The Ombudsman.
  case ombudsmanContact = "ombudsman.contact"
  // Behaviour.
  case warningGiven = "warning.given"
  // Hazards.
  case hazardRecorded = "hazard.recorded"
  // People.
  case holdPlaced = "hold.placed"
  case holdReleased = "hold.released"

  /// Kind and version as they stand in a line: `promise.made@1`.
  package var versioned: String { rawValue + "@1" }
}
