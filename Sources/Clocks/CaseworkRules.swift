/// What makes an exclusion apply.
package enum ExclusionTest: String, CaseIterable, Hashable, Sendable {
  /// Older than a limit.
  case age
  /// The same matter again within a limit of its conclusion.
  case sameIssue = "same-issue"
  case legal
  case withdrawn
  case notEligible = "not-eligible"
  case appealRight = "appeal-right"
  case internalReview = "internal-review"
  case insuranceClaim = "insurance-claim"
  case disrepairClaim = "disrepair-claim"
  case information
  case serviceRequest = "service-request"
  case otherProcedure = "other-procedure"
  /// Already dealt with under the policy.
  case alreadyDecided = "already-decided"
}

/// How far a legal case must have come before a complaint is declined.
package enum LegalTest: String, CaseIterable, Hashable, Sendable {
  /// A claim form has been filed: the Code's test.
  case filed
  case started
  case subjectTo = "subject-to"
  case isOrHasBeen = "is-or-has-been"
  case withRepresentatives = "with-representatives"

  /// The end of a sentence that begins "a matter is declined when it".
  package var words: String {
    switch self {
    case .filed: "has a court claim filed"
    case .started: "has legal action started"
    case .subjectTo: "is subject to legal proceedings"
    case .isOrHasBeen: "is or was subject to legal proceedings"
    case .withRepresentatives: "is with legal representatives"
    }
  }
}

/// One ground on which a policy declines a complaint, with its test and its exceptions.
package struct Exclusion: Hashable, Sendable {
  package let reason: String
  package let says: String
  package let test: ExclusionTest
  package let limit: Limit?
  package let start: StartEvent?
  /// Past this no discretion is left.
  package let bar: DatedLimit?
  package let legal: LegalTest?
  /// What sets the exclusion aside: `safeguarding`, `health-and-safety`.
  package let unless: [String]
  /// What the policy leaves open; each has its reason in `readingReason`.
  package let silent: [SilentPart]
  package let clause: Clause
  package let readingReason: String?
}

/// Whether a complaint without a name is looked into.
package struct AnonymousRule: Hashable, Sendable {
  package let accepted: Bool
  package let says: String
  /// True where complaint and response are kept in case the resident comes forward.
  package let kept: Bool
  /// True where a later complaint about the same place and matter is proposed as the same.
  package let matched: Bool
  package let clause: Clause
}

/// How the authority of someone who speaks for a resident is checked.
package enum AuthorityCheck: String, CaseIterable, Hashable, Sendable {
  /// The resident's written permission.
  case written
  /// Identity and authority verified by reasonable steps.
  case verified
  /// Able to act in the resident's best interests.
  case interests
  /// The policy states no check.
  case none
}

/// What waits while authority is not established.
package enum AuthorityHold: String, CaseIterable, Hashable, Sendable {
  case correspondence, disclosure, nothing
}

/// Who may complain, in our words.
package struct Complainant: Hashable, Sendable {
  package let says: String
  /// True where they need the written permission of who holds the home.
  package let permission: Bool
  package let clause: Clause
}

/// Who may complain and who may speak for them.
package struct ComplainantRule: Hashable, Sendable {
  package let who: [Complainant]
  package let check: AuthorityCheck
  package let holds: AuthorityHold
  package let clause: Clause
  package let readingReason: String?
}

/// How the policy treats a request for the next stage.
package struct EscalationRule: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    case notNeeded = "not-needed"
    case asked, demanded, silent
  }
  package enum Refusal: String, CaseIterable, Hashable, Sendable {
    /// Only for a valid reason of the exclusions.
    case validReason = "valid-reason"
    case discretion, never, silent
  }
  package let reason: Reason
  package let reasonClause: Clause
  package let refusal: Refusal
  package let refusalClause: Clause
  /// To whom the request goes: `responder` is whoever answered, else the post; empty where it is not stated.
  package let requestTo: String
  package let readingReason: String?
}

/// One circumstance that speaks for sending a case up.
package struct ManagementCriterion: Hashable, Sendable {
  package let key: String
  package let says: String
}

/// When staff send an unresolved case up to a senior or director.
package struct ManagementEscalation: Hashable, Sendable {
  package let criteria: [ManagementCriterion]
  /// How many criteria send it up at once.
  package let threshold: Int
  /// The highest role it may go to.
  package let to: String
  package let clause: Clause
}

/// How contact with a person may be restricted.
package struct RestrictionRule: Hashable, Sendable {
  package let grounds: [String]
  package let measures: [String]
  package let warningFirst: Bool
  /// Role word of who may impose it; nil where the policy names nobody.
  package let imposedBy: String?
  /// Role word of who hears an appeal; nil where the policy gives none.
  package let appealTo: String?
  /// True where relevant staff are told and it stands on the record.
  package let staffTold: Bool
  /// How long one lasts unless another length is decided; nil where the policy names none.
  package let length: DatedLimit?
  package let atEnd: AtEnd
  /// Who hears the appeal where the person named for it imposed the restriction; empty where nobody is named.
  package let appealSameImposer: String
  package let clause: Clause
  package let readingReason: String?

  /// What becomes of a restriction whose time is over and whose review is still owed.
  package enum AtEnd: String, CaseIterable, Hashable, Sendable {
    /// It no longer applies.
    case lapses
    /// It applies until it is reviewed.
    case stays
  }
}

/// How often a body hears about complaints.
package enum Rhythm: String, CaseIterable, Hashable, Sendable {
  case ongoing
  case sixWeekly = "six-weekly"
  case monthly, quarterly
  case halfYearly = "half-yearly"
  case yearly
}

/// A body that hears about complaints, what and how often.
package struct ReportingDuty: Hashable, Sendable {
  package let body: String
  package let rhythm: Rhythm
  package let what: String
  package let clause: Clause
  package let readingReason: String?
}

/// What must be done before a case may be closed.
package struct ClosingRule: Hashable, Sendable {
  package enum Condition: String, CaseIterable, Hashable, Sendable {
    case outcomeRecorded = "outcome-recorded"
    case learningRecorded = "learning-recorded"
    case promisesKept = "promises-kept"
    case writtenConfirmation = "written-confirmation"
  }
  package enum Cases: String, CaseIterable, Hashable, Sendable {
    case every, upheld
    /// Those answered by telephone or in person.
    case oral
  }
  package let condition: Condition
  package let cases: Cases
  package let clause: Clause
}

/// A step beside the numbered stages.
package struct ExtraStep: Hashable, Sendable {
  package enum Place: String, CaseIterable, Hashable, Sendable {
    /// Before stage 1: an informal attempt.
    case before
    /// After the last stage, outside the landlord.
    case outside
  }
  package let place: Place
  package let says: String
  package let required: Bool
  package let clause: Clause
}

/// Another procedure of the same landlord, for some subjects.
package struct ParallelTrack: Hashable, Sendable {
  package let subjects: [String]
  package let profile: String
  package let clause: Clause
}
