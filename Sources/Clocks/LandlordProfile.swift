/// A length of time: 10 working days.
package struct Limit: Hashable, Sendable {
  package let length: Int
  package let unit: LimitUnit

  package init(length: Int, unit: LimitUnit) {
    self.length = length
    self.unit = unit
  }
}

/// One time limit of a policy, with the clause behind it.
package struct ClockRule: Hashable, Sendable {
  package let limit: Limit
  package let start: StartEvent
  package let reading: CountReading
  package let clause: Clause
  /// Why this reading was taken where the policy is silent or ambiguous; nil where it is plain.
  package let readingReason: String?

  package var length: Int { limit.length }
  package var unit: LimitUnit { limit.unit }

  package init(limit: Limit, start: StartEvent, reading: CountReading, clause: Clause, readingReason: String?)
  {
    self.limit = limit
    self.start = start
    self.reading = reading
    self.clause = clause
    self.readingReason = readingReason
  }
}

/// How far a response date may be moved.
package enum ExtensionCap: Hashable, Sendable {
  /// The policy sets none; a reason and a date are still owed.
  case uncapped
  /// That much more than the first due date.
  case additional(Limit)
  /// That much in all, counted from an event.
  case inAll(Limit, from: StartEvent)
}

/// How a response may be extended, with the clause behind it.
package struct ExtensionRule: Hashable, Sendable {
  package let cap: ExtensionCap
  package let clause: Clause
  package let readingReason: String?

  package init(cap: ExtensionCap, clause: Clause, readingReason: String?) {
    self.cap = cap
    self.clause = clause
    self.readingReason = readingReason
  }
}

/// Who may decide at a stage.
package struct DeciderRule: Hashable, Sendable {
  /// Role words (`investigator`, `reviewer`, `director`); any one of them will do.
  package let roles: [String]
  /// The post as the policy calls it, in our words.
  package let post: String
  /// True where nobody who decided an earlier stage may decide this one.
  package let notEarlierDecider: Bool
  /// Where it says that it must be somebody else.
  package let notEarlierClause: Clause
  package let clause: Clause
  package let readingReason: String?

  package init(
    roles: [String], post: String, notEarlierDecider: Bool, notEarlierClause: Clause, clause: Clause,
    readingReason: String?
  ) {
    self.roles = roles
    self.post = post
    self.notEarlierDecider = notEarlierDecider
    self.notEarlierClause = notEarlierClause
    self.clause = clause
    self.readingReason = readingReason
  }
}

/// One stage of a landlord's procedure.
package struct StageRule: Hashable, Sendable {
  /// 1…4.
  package let stage: Int
  package let name: String
  package let acknowledge: ClockRule?
  package let respond: ClockRule?
  /// Nil where the policy knows no extension.
  package let respondExtension: ExtensionRule?
  /// Until when this stage may be asked for; nil where there is no limit.
  package let window: ClockRule?
  package let decider: DeciderRule

  package var deciderRoles: [String] { decider.roles }
  package var notEarlierDecider: Bool { decider.notEarlierDecider }

  package init(
    stage: Int, name: String, acknowledge: ClockRule?, respond: ClockRule?, respondExtension: ExtensionRule?,
    window: ClockRule?, decider: DeciderRule
  ) {
    self.stage = stage
    self.name = name
    self.acknowledge = acknowledge
    self.respond = respond
    self.respondExtension = respondExtension
    self.window = window
    self.decider = decider
  }
}

/// What a letter may have to contain.
package enum LetterItem: String, CaseIterable, Hashable, Sendable {
  case reference, stage
  /// Our understanding of the complaint.
  case definition
  /// The outcome or remedy the resident seeks.
  case outcome
  /// What we are not responsible for.
  case notOurs = "not-ours"
  case process
  /// The date the response is expected.
  case due
  /// How extensions work, or what follows if the date is missed.
  case extensions
  case adjustments, advocacy
  /// The named person who deals with it.
  case handler
  /// That person's direct telephone and e-mail.
  case handlerContact = "handler-contact"
  case ombudsman
  case decision, reasons
  /// Policy, standard, law or practice the decision rests on.
  case basis
  case remedy
  /// Actions still to be done.
  case outstanding
  /// What was learned and what changes.
  case learning
  /// How to go further: next stage, or the Ombudsman after the last.
  case nextStep = "next-step"
  /// The name of the person to turn to next.
  case nextContact = "next-contact"
}

/// One thing a letter must contain, with the clause that asks for it.
package struct RequiredItem: Hashable, Sendable {
  package let item: LetterItem
  /// The stages whose letters owe it.
  package let stages: [Int]
  package let clause: Clause

  package init(item: LetterItem, stages: [Int], clause: Clause) {
    self.item = item
    self.stages = stages
    self.clause = clause
  }
}

/// An external body that hears what a landlord did not settle.
package struct Ombudsman: Hashable, Sendable {
  package let name: String
  /// What it deals with, in our words.
  package let subject: String
  package let address: String
  package let phone: String
  package let email: String
  package let web: String
  /// The day these details were known to be right.
  package let asOf: CalendarDay?
  package let clause: Clause

  package init(
    name: String, subject: String, address: String, phone: String, email: String, web: String,
    asOf: CalendarDay?, clause: Clause
  ) {
    self.name = name
    self.subject = subject
    self.address = address
    self.phone = phone
    self.email = email
    self.web = web
    self.asOf = asOf
    self.clause = clause
  }
}

/// The clause that answers one triage question, and what it says in our words.
package struct TriageClause: Hashable, Sendable {
  /// A triage answer's key (`first-report`) or a kind (`complaint`).
  package let key: String
  package let says: String
  package let clause: Clause

  package init(key: String, says: String, clause: Clause) {
    self.key = key
    self.says = says
    self.clause = clause
  }
}

/// A clock that belongs to no stage: `evidence`, `write-up`.
package struct NamedClock: Hashable, Sendable {
  package let name: String
  package let rule: ClockRule

  package init(name: String, rule: ClockRule) {
    self.name = name
    self.rule = rule
  }
}

/// One landlord's rules as dated data, with the clause behind each.
package struct LandlordProfile: Hashable, Sendable {
  /// `manchester-2022`.
  package let name: String
  package let title: String
  package let owner: String
  /// `2022-10`, as precise as the document is; empty where it does not say.
  package let published: String
  /// The day the policy is to be reviewed by; nil where it does not say.
  package let nextReview: CalendarDay?
  /// Publication and a fingerprint of the text, so two editions never pass for one.
  package let version: String
  /// Ascending from stage 1.
  package let stages: [StageRule]
  package let acknowledgementContents: [RequiredItem]
  package let responseContents: [RequiredItem]
  package let triage: [TriageClause]
  /// Why no reason may be demanded for the next stage.
  package let escalationReason: Clause
  /// What an extension must tell the resident besides reason and date; nil where nothing.
  package let extensionOmbudsman: Clause?
  package let ombudsmen: [Ombudsman]
  package let clocks: [NamedClock]

  package init(
    name: String, title: String, owner: String, published: String, nextReview: CalendarDay?, version: String,
    stages: [StageRule], acknowledgementContents: [RequiredItem], responseContents: [RequiredItem],
    triage: [TriageClause], escalationReason: Clause, extensionOmbudsman: Clause?, ombudsmen: [Ombudsman],
    clocks: [NamedClock]
  ) {
    self.name = name
    self.title = title
    self.owner = owner
    self.published = published
    self.nextReview = nextReview
    self.version = version
    self.stages = stages
    self.acknowledgementContents = acknowledgementContents
    self.responseContents = responseContents
    self.triage = triage
    self.escalationReason = escalationReason
    self.extensionOmbudsman = extensionOmbudsman
    self.ombudsmen = ombudsmen
    self.clocks = clocks
  }

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
}
