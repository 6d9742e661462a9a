/// What a policy asks of whoever works a complaint, beside dates, deciders and the contents of letters.
///
/// Each part is nil, or empty, where the policy does not ask for it.
package struct CaseworkDuties: Hashable, Sendable {
  package var personalContact: PersonalContactRule?
  /// Before the acknowledgement it is checked whether the trouble is still live and being dealt with.
  package var liveIssueCheck: StatedDuty?
  package var learning: LearningRule?
  package var compensation: CompensationRule?
  /// Who approves a draft response before it goes.
  package var draftApproval: Approval?
  /// The resident is told when the named handler changes after the acknowledgement.
  package var handlerChangeNotice: StatedDuty?
  /// The resident is told, then and in each later letter, who answers which part of a divided complaint.
  package var separateHandlingNotice: StatedDuty?
  /// A response given by telephone or in person is confirmed in writing.
  package var oralConfirmation: StatedDuty?
  /// A translation or another form asked for is owed until it is sent.
  package var translation: StatedDuty?
  /// A complaint form asked for by post is owed until it is sent.
  package var formByPost: StatedDuty?
  /// A remedy is agreed with the resident, or the letter says in full why not.
  package var remedyAgreement: StatedDuty?
  /// A response about a contractor is agreed with it, its share of compensation included.
  package var contractorAgreement: StatedDuty?
  package var advocacy: AdvocacyRule?
  /// Who signs responses to the Ombudsman.
  package var signOff: Approval?
  package var directToOmbudsman: DirectToOmbudsman?
  /// What the letter says when a request for the next stage is refused.
  package var refusalToEscalate: StatedWords?
  /// In the order of the file; the first that fits holds.
  package var procedures: [ProcedureRule] = []
  package var referrals: [ReferralRule] = []
  /// What the letter may say where staff are disciplined.
  package var conduct: StatedWords?
  package var liability: LiabilityRule?
  package var compliments: ComplimentRule?
  package var oversight: OversightRule?
  /// What members of panels and boards do before they read.
  package var memberReading: MemberReadingRule?
  /// Which hazards come under the law's clocks, and from when.
  package var hazardScope: HazardScope?
  package var retention: RetentionRule?

  package init() {}

  /// Where a contact of that kind goes: the rule that names its subject, else the one for every subject.
  package func procedure(kind: String, subject: String = "") -> ProcedureRule? {
    procedures.first { $0.kind == kind && !subject.isEmpty && $0.subjects.contains(subject) }
      ?? procedures.first { $0.kind == kind && $0.subjects.isEmpty }
  }

  /// To whom a matter of that sort is reported.
  package func referral(_ matter: ReferralMatter) -> ReferralRule? { referrals.first { $0.matter == matter } }
}

/// Something a policy asks for that needs no further detail.
package struct StatedDuty: Hashable, Sendable {
  package let clause: Clause
  package let readingReason: String?
}

/// Something a letter has to say, in our words.
package struct StatedWords: Hashable, Sendable {
  package let says: String
  package let clause: Clause
  package let readingReason: String?
}

/// How long the texts of a case are kept.
package struct RetentionRule: Hashable, Sendable {
  /// Years after the last thing owed was done.
  package let years: Int
  package let clause: Clause
  package let readingReason: String?
}

/// A step that somebody of that role has to approve or sign.
package struct Approval: Hashable, Sendable {
  /// Role word: `director`.
  package let role: String
  package let clause: Clause
  package let readingReason: String?
}

/// A conversation with the resident that is owed before a letter goes.
package struct PersonalContactRule: Hashable, Sendable {
  package enum Way: String, CaseIterable, Hashable, Sendable {
    case phone
    case inPerson = "in-person"
  }
  /// Why the letter may go without it.
  package enum Exception: String, CaseIterable, Hashable, Sendable {
    case safety, legal, operational
  }
  /// The letter that waits for it.
  package let before: LetterStep
  /// The ways that count; every way where the policy names none.
  package let by: [Way]
  package let exceptions: [Exception]
  package let clause: Clause
  package let readingReason: String?
}

/// What is recorded of lessons, and when.
package struct LearningRule: Hashable, Sendable {
  package enum Owed: String, CaseIterable, Hashable, Sendable {
    /// On every complaint that is upheld.
    case upheld
    /// On every complaint.
    case every
    /// In the letter of every response.
    case everyResponse = "every-response"
    case notStated = "not-stated"
  }
  package let owed: Owed
  /// True where what was settled without a stage owes it too.
  package let informalToo: Bool
  /// Questions that help to find the root cause, in our words.
  package let prompts: [String]
  /// The team that follows a change through; empty where none is named.
  package let followedBy: String
  /// True where complaints not upheld are first looked at for communication.
  package let communicationFirst: Bool
  package let clause: Clause
  package let readingReason: String?
}

/// What compensation is made of and who may offer how much.
package struct CompensationRule: Hashable, Sendable {
  package enum Head: String, CaseIterable, Hashable, Sendable {
    case statutory
    case actualLoss = "actual-loss"
    case timeTrouble = "time-trouble"
    case distressInconvenience = "distress-inconvenience"
    case otherDetriment = "other-detriment"
  }
  /// What one role may offer without asking another.
  package struct Authority: Hashable, Sendable {
    package let role: String
    package let pence: Int
  }
  /// Empty where the policy leaves the heads to another paper.
  package let heads: [Head]
  /// Rising; empty where the policy sets no limits.
  package let limits: [Authority]
  package let clause: Clause
  package let readingReason: String?
}

/// How residents are led to somebody who speaks for them.
package struct AdvocacyRule: Hashable, Sendable {
  package struct Service: Hashable, Sendable {
    package let subjects: [String]
    package let name: String
    package let clause: Clause
  }
  package let services: [Service]
  /// Where it says that residents are signposted.
  package let clause: Clause
  package let readingReason: String?

  /// The services for that subject; those for every subject where none names it.
  package func services(subject: String) -> [Service] {
    let found = services.filter { $0.subjects.contains(subject) }
    return found.isEmpty ? services.filter(\.subjects.isEmpty) : found
  }
}

/// A way to the Ombudsman that leaves out the stages still to come.
package struct DirectToOmbudsman: Hashable, Sendable {
  /// The stage after which it is open.
  package let afterStage: Int
  /// Role word of who has to authorise it.
  package let authorisedBy: String
  package let clause: Clause
  package let readingReason: String?
}

/// Where a contact that is not a complaint goes, and what its resident is told.
package struct ProcedureRule: Hashable, Sendable {
  /// A kind of contact: `asb`, `survey`, `other-body`.
  package let kind: String
  /// Subject words it is for; empty is every subject.
  package let subjects: [String]
  /// The procedure or the team, as the policy calls it.
  package let to: String
  /// What the resident must be told, in our words.
  package let tell: [String]
  /// True where whoever takes it over replies to the resident.
  package let reply: Bool
  /// True where learning is considered although no complaint is opened.
  package let learning: Bool
  /// True where a vulnerable resident is followed up until help is there.
  package let followUpVulnerable: Bool
  package let clause: Clause
  package let readingReason: String?
}

/// What has to be reported to somebody outside the complaint.
package enum ReferralMatter: String, CaseIterable, Hashable, Sendable {
  case safeguarding
  /// Fraud, theft or another crime.
  case crime
}

/// To whom a matter is reported.
package struct ReferralRule: Hashable, Sendable {
  package let matter: ReferralMatter
  package let to: String
  package let clause: Clause
}

/// How a resolution is offered where the landlord may be liable in law.
package struct LiabilityRule: Hashable, Sendable {
  /// What the letter says, in our words.
  package let says: String
  /// True where legal advice on the wording is taken first.
  package let legalAdvice: Bool
  package let clause: Clause
}

/// What is done with praise.
package struct ComplimentRule: Hashable, Sendable {
  package enum SharedWith: String, CaseIterable, Hashable, Sendable { case staff, contractors }
  package enum Publication: String, CaseIterable, Hashable, Sendable {
    case withConsent = "with-consent"
    case whereAppropriate = "where-appropriate"
    /// Only as a number in a report.
    case counted
    case notStated = "not-stated"
  }
  package let thank: Bool
  package let shareWith: [SharedWith]
  package let publish: Publication
  /// True where a manager notes praise and invites the resident to write it.
  package let managerNotes: Bool
  package let clause: Clause
  package let readingReason: String?
}

/// A team that watches over every complaint.
package struct OversightRule: Hashable, Sendable {
  package let team: String
  package let clause: Clause
}
