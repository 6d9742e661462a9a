/// One landlord's rules as dated data, with the clause behind each.
///
/// The file format behind it is described, by example, in `redress help profile`. An immutable class, since
/// every reckoning passes it on and a value of so many parts is dear to copy.
package final class LandlordProfile: Hashable, Sendable {
  /// `manchester-2022`.
  package let name: String
  package let title: String
  package let owner: String
  /// `2022-10`, as precise as the document is; empty where it does not say.
  package let published: String
  /// The day the policy is to be reviewed by; nil where it does not say.
  package let nextReview: CalendarDay?
  /// The first day this edition binds; nil means the day it is adopted.
  package let inForce: CalendarDay?
  /// Publication and a fingerprint of the text, so two editions never pass for one.
  package let version: String
  /// Ascending from stage 1.
  package let stages: [StageRule]
  package let acknowledgementContents: [RequiredItem]
  package let responseContents: [RequiredItem]
  /// What the other letters must contain.
  package let letterParts: [RequiredPart]
  package let triage: [TriageClause]
  /// Why no reason may be demanded for the next stage.
  package let escalationReason: Clause
  /// How the policy itself treats a request for the next stage.
  package let escalation: EscalationRule?
  /// What an extension must tell the resident besides reason and date; nil where nothing.
  package let extensionOmbudsman: Clause?
  package let ombudsmen: [Ombudsman]
  package let clocks: [NamedClock]
  /// How long a letter takes to reach the resident where its arrival is not on record.
  package let deemedDelivery: DatedLimit?
  /// Words for how grave a complaint is, where limits depend on it.
  package let severities: [String]
  package let exclusions: [Exclusion]
  package let anonymous: AnonymousRule?
  package let complainants: ComplainantRule?
  package let managementEscalation: ManagementEscalation?
  package let restrictions: RestrictionRule?
  package let reporting: [ReportingDuty]
  package let closing: [ClosingRule]
  /// Stages the policy has without calling them stages: informal attempts, steps outside.
  package let extraSteps: [ExtraStep]
  /// Other procedures of the same landlord, chosen by subject.
  package let tracks: [ParallelTrack]
  /// What is asked of whoever works a complaint.
  package let duties: CaseworkDuties

  init(
    name: String,
    title: String,
    owner: String,
    published: String,
    nextReview: CalendarDay?,
    inForce: CalendarDay?,
    version: String,
    stages: [StageRule],
    acknowledgementContents: [RequiredItem],
    responseContents: [RequiredItem],
    letterParts: [RequiredPart],
    triage: [TriageClause],
    escalationReason: Clause,
    escalation: EscalationRule?,
    extensionOmbudsman: Clause?,
    ombudsmen: [Ombudsman],
    clocks: [NamedClock],
    deemedDelivery: DatedLimit?,
    severities: [String],
    exclusions: [Exclusion],
    anonymous: AnonymousRule?,
    complainants: ComplainantRule?,
    managementEscalation: ManagementEscalation?,
    restrictions: RestrictionRule?,
    reporting: [ReportingDuty],
    closing: [ClosingRule],
    extraSteps: [ExtraStep],
    tracks: [ParallelTrack],
    duties: CaseworkDuties
  ) {
    self.name = name
    self.title = title
    self.owner = owner
    self.published = published
    self.nextReview = nextReview
    self.inForce = inForce
    self.version = version
    self.stages = stages
    self.acknowledgementContents = acknowledgementContents
    self.responseContents = responseContents
    self.letterParts = letterParts
    self.triage = triage
    self.escalationReason = escalationReason
    self.escalation = escalation
    self.extensionOmbudsman = extensionOmbudsman
    self.ombudsmen = ombudsmen
    self.clocks = clocks
    self.deemedDelivery = deemedDelivery
    self.severities = severities
    self.exclusions = exclusions
    self.anonymous = anonymous
    self.complainants = complainants
    self.managementEscalation = managementEscalation
    self.restrictions = restrictions
    self.reporting = reporting
    self.closing = closing
    self.extraSteps = extraSteps
    self.tracks = tracks
    self.duties = duties
  }

  /// The version holds a fingerprint of the whole text; stages guard against two texts that share one.
  package static func == (left: LandlordProfile, right: LandlordProfile) -> Bool {
    left === right || (left.version == right.version && left.stages == right.stages)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(version) }

  /// The rule of that stage, nil where the landlord has no such stage.
  package func stage(_ number: Int) -> StageRule? {
    number >= 1 && number <= stages.count ? stages[number - 1] : nil
  }

  /// What the acknowledgement of that stage owes.
  package func acknowledgementContents(stage: Int) -> [RequiredItem] {
    acknowledgementContents.filter { $0.stages.contains(stage) }
  }

  /// What the response of that stage owes.
  package func responseContents(stage: Int) -> [RequiredItem] {
    responseContents.filter { $0.stages.contains(stage) }
  }

  /// The clause behind a triage answer or a kind.
  package func triageClause(_ key: String) -> TriageClause? { triage.first { $0.key == key } }

  /// The rule of a clock that belongs to no stage.
  package func clock(_ name: ClockWord) -> ClockRule? { clocks.first { $0.word == name }?.rule }

  /// The profile a subject goes to where the landlord keeps several; nil is this one.
  package func track(subject: String) -> ParallelTrack? { tracks.first { $0.subjects.contains(subject) } }

  /// The bodies that hear a subject; the first listed where no subject matches.
  package func ombudsmen(subject: String) -> [Ombudsman] {
    let found = ombudsmen.filter { $0.subjects.contains(subject) }
    return found.isEmpty ? Array(ombudsmen.prefix(1)) : found
  }
}

/// How to reach a body outside the landlord.
package struct ContactDetails: Hashable, Sendable {
  package let address: String
  package let phone: String
  package let email: String
  package let web: String
}

/// An external body that hears what a landlord did not settle.
package struct Ombudsman: Hashable, Sendable {
  package let name: String
  /// What it deals with, in our words.
  package let subject: String
  /// Subject words that lead to it: `housing`, `homelessness`, `money`.
  package let subjects: [String]
  package let address: String
  package let phone: String
  package let email: String
  package let web: String
  /// The day these details were known to be right.
  package let asOf: CalendarDay?
  /// The details as the policy itself prints them, for the policy check; nil where it prints none.
  package let printed: ContactDetails?
  package let clause: Clause
  package let readingReason: String?
}

/// The clause that answers one triage question, and what it says in our words.
package struct TriageClause: Hashable, Sendable {
  /// A triage answer's key (`first-report`) or a kind (`complaint`).
  package let key: String
  package let says: String
  package let clause: Clause
}

/// The clocks that belong to no stage.
package enum ClockWord: String, CaseIterable, Hashable, Sendable {
  case evidence, update, order, promise
  case restrictionReview = "restriction.review"
  case hazardMakesafe = "hazard.makesafe"
  case hazardInvestigate = "hazard.investigate"
  case hazardSummary = "hazard.summary"
  case hazardSafety = "hazard.safety"
  case hazardPreventative = "hazard.preventative"
  case hazardBackstop = "hazard.backstop"
  case subjectAccess = "subject-access"
  case writeUp = "write-up"
  case enquiry
  case memberEnquiry = "member-enquiry"
  case dataProtection = "data-protection"
  case callback
  case needReview = "need.review"
  case followUp = "follow-up"
  /// The reply of the team a contact was sent to.
  case reply
}

/// A clock that belongs to no stage: `evidence`, `write-up`.
package struct NamedClock: Hashable, Sendable {
  package let word: ClockWord
  package let rule: ClockRule

  package var name: String { word.rawValue }
}
