/// What the contact was decided to be, with the proposal and the clause behind it.
package struct ContactTriaged: Hashable, Sendable {
  package var kind: Kind
  package var reason: String
  /// What the answers proposed, nil where none were asked.
  package var proposed: Kind?
  /// Where the rule stands: profile, heading and item.
  package var clause: String
  /// Triage answers by key; order of `TriageQuestion.allCases`.
  package var answers: [TriageAnswer]
  /// The profile the case follows.
  package var profile: String
  /// What it is about, in a word of the profile's tracks, procedures and Ombudsmen; empty where none was given.
  package var subject: String
  package init(
    kind: Kind, reason: String, proposed: Kind?, clause: String, answers: [TriageAnswer], profile: String,
    subject: String = ""
  ) {
    self.subject = subject
    self.kind = kind
    self.reason = reason
    self.proposed = proposed
    self.clause = clause
    self.answers = answers
    self.profile = profile
  }
}

/// One triage question answered.
package struct TriageAnswer: Hashable, Sendable {
  package var question: TriageQuestion
  package var yes: Bool
  package init(question: TriageQuestion, yes: Bool) {
    self.question = question
    self.yes = yes
  }
}

/// The triage questions of `cli.md`, in the order a call runs.
package enum TriageQuestion: String, CaseIterable, Hashable, Sendable {
  case firstReport = "first-report"
  case followUp = "follow-up"
  case reportedBefore = "reported-before"
  case missed, handling
  case asksComplaint = "asks-complaint"
  case conduct
  case policyFailure = "policy-failure"
  case information, survey
  case courtClaim = "court-claim"
  case appealRight = "appeal-right"
  case otherBody = "other-body"
  case nuisance
  case nuisanceHandling = "nuisance-handling"
  case accident
  case accidentHandling = "accident-handling"
  case moreEnquiries = "more-enquiries"
  case explained, satisfied
}
