package import Clocks

/// One thing a member of staff can do to one case; desk, `act` and import all come through here.
package enum Action: Hashable, Sendable {
  case triage(TriageChoice)
  case acknowledge(AcknowledgementDraft)
  case assign(to: StaffLogin)
  case contact(ContactLogged)
  case point(text: String, category: String)
  case decide(PointJudgement)
  case extend(to: CalendarDay, reason: String, told: String, goodReason: String)
  case respond(channel: Channel, text: String, override: String, nextContact: String = "")
  /// `entry` says which stage and how, where it is not simply the next one.
  case escalate(reason: String, late: String, entry: StageEntry = StageEntry())
  case close(reason: String, override: String = "")
  case note(text: String)
  case link(to: CaseReference, relation: String)
  case correct(Corrected)
  /// Undo a step by its sequence number; nil is the person's newest of this sitting.
  case undo(seq: UInt64?)
  case redo(seq: UInt64?)
  /// Whatever is recorded by giving its fields.
  case step(CaseStep)
}

/// The handler's choice at triage; answers are kept beside it.
package struct TriageChoice: Hashable, Sendable {
  package var kind: Kind
  package var reason: String
  package var answers: [TriageAnswer]
  /// The profile the case follows; empty means the first adopted.
  package var profile: String
  /// What it is about: where the landlord keeps several procedures, it chooses the profile.
  package var subject: String
  package init(
    kind: Kind, reason: String, answers: [TriageAnswer] = [], profile: String = "", subject: String = ""
  ) {
    self.subject = subject
    self.kind = kind
    self.reason = reason
    self.answers = answers
    self.profile = profile
  }
}

/// What an acknowledgement letter says; the stage is the case's own.
package struct AcknowledgementDraft: Hashable, Sendable {
  package var definition: String
  package var outcome: String
  package var notOurs: String
  package var due: CalendarDay?
  package var override: String
  package var advocacy: String
  package init(
    definition: String, outcome: String = "", notOurs: String = "", due: CalendarDay? = nil,
    override: String = "", advocacy: String = ""
  ) {
    self.advocacy = advocacy
    self.definition = definition
    self.outcome = outcome
    self.notOurs = notOurs
    self.due = due
    self.override = override
  }
}

/// What is decided on one point; the stage is the case's own.
package struct PointJudgement: Hashable, Sendable {
  package var point: Int
  package var decision: Decision
  package var reasons: String
  package var basis: String
  package var remedy: String
  package init(point: Int, decision: Decision, reasons: String, basis: String, remedy: String = "") {
    self.point = point
    self.decision = decision
    self.reasons = reasons
    self.basis = basis
    self.remedy = remedy
  }
}

/// A contact as taken: everything `contact.received` holds but the numbers the journal gives out.
package struct Intake: Hashable, Sendable {
  package var contact: ContactReceived
  /// When it was received (not when typed).
  package var received: Occurrence
  /// The person record a handler picked among the proposals; nil opens a new one (never joined by machine).
  package var matched: PersonNumber?
  /// Kind set by an import or a caller who knows; nil leaves the case untriaged unless answers are given.
  package var kind: Kind?
  /// Answers to triage questions; with them a kind is proposed and, if `kind` is nil, taken.
  package var answers: [TriageAnswer]
  /// Points given with the contact.
  package var points: [String]
  /// When an imported case was closed.
  package var closed: Occurrence?

  package init(contact: ContactReceived, received: Occurrence) {
    self.contact = contact
    self.received = received
    matched = nil
    kind = nil
    answers = []
    points = []
    closed = nil
  }
}
