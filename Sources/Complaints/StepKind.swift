/// The kinds of entry whose fields are told by a table, each in version 1; the text is what the journal calls it.
package enum StepKind: String, CaseIterable, Hashable, Sendable {
  // Taking a contact in.
  case settledAtOnce = "contact.settled"
  // Working it.
  case complaintWithdrawn = "complaint.withdrawn"
  case caseReopened = "case.reopened"
  case caseMerged = "case.merged"
  case mergeEnded = "merge.ended"
  case involvementNoted = "involvement.noted"
  case caseClaimed = "case.claimed"
  case claimReleased = "claim.released"
  case contactExcused = "contact.excused"
  case pointSplit = "point.split"
  case pointsMerged = "points.merged"
  case pointHanded = "point.handed"
  case requestSent = "request.sent"
  case requestChased = "request.chased"
  case requestAnswered = "request.answered"
  case findingRecorded = "finding.recorded"
  case responseDrafted = "response.drafted"
  case draftApproved = "draft.approved"
  case formatAsked = "format.asked"
  case conductNoted = "conduct.noted"
  case liabilityNoted = "liability.noted"
  case letterSent = "letter.sent"
  case letterCancelled = "letter.cancelled"
  case complimentThanked = "compliment.thanked"
  case surveyRecorded = "survey.recorded"
  case qualityScored = "quality.scored"
  // Putting things right.
  case promiseMade = "promise.made"
  case promiseKept = "promise.kept"
  case promiseMoved = "promise.moved"
  case remedyOffered = "remedy.offered"
  case compensationRecorded = "compensation.recorded"
  case learningRecorded = "learning.recorded"
  case learningFollowed = "learning.followed"
  // Going further.
  case escalationRefused = "escalation.refused"
  case receiptSent = "receipt.sent"
  case findingsShared = "findings.shared"
  case severityJudged = "severity.judged"
  case responseArrived = "response.arrived"
  case panelNamed = "panel.named"
  case panelView = "panel.viewed"
  case managementEscalated = "management.escalated"
  case managementAnswered = "management.answered"
  // The Ombudsman.
  case ombudsmanContact = "ombudsman.contact"
  case ombudsmanEvidence = "ombudsman.evidence"
  case ombudsmanFound = "ombudsman.determined"
  case orderMade = "order.made"
  case orderComplied = "order.complied"
  case directAuthorised = "ombudsman.authorised"
  case ombudsmanSigned = "ombudsman.signed"
  // Behaviour.
  case warningGiven = "warning.given"
  case restrictionImposed = "restriction.imposed"
  case restrictionReviewed = "restriction.reviewed"
  case restrictionLifted = "restriction.lifted"
  case restrictionAppealed = "restriction.appealed"
  // Hazards.
  case hazardRecorded = "hazard.recorded"
  // People.
  case holdPlaced = "hold.placed"
  case holdReleased = "hold.released"

  // Keeping the record.
  case attachmentAdded = "attachment.added"

  /// Kind and version as they stand in a line: `promise.made@1`.
  package var versioned: String { rawValue + "@1" }
}
