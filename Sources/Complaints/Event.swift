package import Clocks

/// A fact about the landlord or a case, past tense, as stored in the journal.
///
/// Due dates are never stored: they are reckoned from these facts, so a late bank holiday can move them.
/// Indirect, since an event is handed on many times and a contact holds some thirty texts.
package indirect enum Event: Hashable, Sendable {
  // The journal and the landlord.
  case segmentOpened(SegmentOpened)
  case segmentSealed(lines: Int)
  case journalRepaired(JournalRepaired)
  case kept(Upkeep)
  case landlordFounded(LandlordFounded)
  case profileAdopted(AdoptedText)
  case calendarAdopted(AdoptedText)
  case templateAdopted(AdoptedText)
  case staffListed(StaffMember)
  case homesStated(Homes)
  // Casework.
  case contactReceived(ContactReceived)
  case contactTriaged(ContactTriaged)
  case complaintAcknowledged(Acknowledgement)
  case caseAssigned(to: StaffLogin)
  case contactLogged(ContactLogged)
  case pointAdded(PointAdded)
  case pointDecided(PointDecided)
  case responseExtended(ResponseExtended)
  case complaintResponded(Responded)
  case complaintEscalated(Escalated)
  case caseClosed(reason: String, override: String = "")
  case noteAdded(text: String)
  case caseLinked(CaseLinked)
  case entryCorrected(Corrected)
  case stepUndone(seq: UInt64)
  case stepRedone(seq: UInt64)
  /// A fact whose fields a table tells.
  case step(CaseStep)
  /// A kind or version this program does not know: kept, shown as a newer entry, its case read-only.
  case newer(kind: String)
}

/// First line of a segment.
package struct SegmentOpened: Hashable, Sendable {
  package var journal: String
  /// Name of the segment before, empty in the first.
  package var previous: String
  package init(journal: String, previous: String) {
    self.journal = journal
    self.previous = previous
  }
}

/// A torn tail was cut off under the lock; its bytes lie in `quarantine/file`.
package struct JournalRepaired: Hashable, Sendable {
  package var segment: String
  package var offset: Int
  package var bytes: Int
  package var file: String
  package init(segment: String, offset: Int, bytes: Int, file: String) {
    self.segment = segment
    self.offset = offset
    self.bytes = bytes
    self.file = file
  }
}

/// One journal is one landlord and one nation.
package struct LandlordFounded: Hashable, Sendable {
  package var landlord: String
  package var nation: Nation
  /// A practice journal accepts `--as`, `:as` and `REDRESS_NOW`.
  package var practice: Bool
  package init(landlord: String, nation: Nation, practice: Bool) {
    self.landlord = landlord
    self.nation = nation
    self.practice = practice
  }
}

/// The full text of an adopted profile, calendar or letter template; replay needs the journal alone.
package struct AdoptedText: Hashable, Sendable {
  /// Profile name, nation of a calendar, or the letter a template is for.
  package var name: String
  package var text: String
  /// SHA-256 of `text`, 64 hex digits.
  package var sha256: String
  package init(name: String, text: String, sha256: String) {
    self.name = name
    self.text = text
    self.sha256 = sha256
  }
}

/// Someone who works here.
///
/// A later event for the same login replaces the earlier.
package struct StaffMember: Hashable, Sendable {
  package var login: StaffLogin
  package var name: String
  package var roles: Set<Role>
  package var team: String
  package var manager: StaffLogin?
  package var phone: String
  package var email: String
  /// Compensation approval limit in pence.
  package var limit: Int?
  package var from: CalendarDay?
  package var until: CalendarDay?
  /// When a member of a panel or board was trained.
  package var trained: CalendarDay?
  /// When they signed that they keep what they read to themselves.
  package var confidential: CalendarDay?
  /// In a word of their own, for residents who ask for a woman or a man; empty where it is not on record.
  package var gender: String
  package init(
    login: StaffLogin, name: String, roles: Set<Role>, team: String = "", manager: StaffLogin? = nil,
    phone: String = "", email: String = "", limit: Int? = nil, from: CalendarDay? = nil,
    until: CalendarDay? = nil, trained: CalendarDay? = nil, confidential: CalendarDay? = nil,
    gender: String = ""
  ) {
    self.trained = trained
    self.confidential = confidential
    self.gender = gender
    self.login = login
    self.name = name
    self.roles = roles
    self.team = team
    self.manager = manager
    self.phone = phone
    self.email = email
    self.limit = limit
    self.from = from
    self.until = until
  }
}

/// Stock at year end, for the satisfaction measures.
package struct Homes: Hashable, Sendable {
  package var year: Int
  package var lcra: Int
  package var lcho: Int
  package init(year: Int, lcra: Int, lcho: Int) {
    self.year = year
    self.lcra = lcra
    self.lcho = lcho
  }
}

/// Who a contact is about, as given.
package struct PersonDetails: Hashable, Sendable {
  package var name = ""
  package var phone = ""
  package var email = ""
  /// Preferred way to be contacted.
  package var preferred = ""
  package var language = ""
  /// Reasonable adjustments and vulnerability, as words.
  package var needs: [String] = []
  package init() {}
  package var isEmpty: Bool {
    name.isEmpty && phone.isEmpty && email.isEmpty && preferred.isEmpty && language.isEmpty && needs.isEmpty
  }
}

/// Where the matter is.
package struct PropertyDetails: Hashable, Sendable {
  package var address = ""
  package var postcode = ""
  package var uprn = ""
  package var block = ""
  package init() {}
  package var isEmpty: Bool { address.isEmpty && postcode.isEmpty && uprn.isEmpty && block.isEmpty }
}

/// A contact came in and opened a case.
///
/// `on` of the entry is when it was received.
package struct ContactReceived: Hashable, Sendable {
  package var channel: Channel
  /// Who rang or wrote, when that is not the person affected.
  package var caller = ""
  /// The person record this contact opened or was matched to by a handler; nil for an anonymous contact.
  package var personNumber: PersonNumber?
  package var person = PersonDetails()
  package var representative = ""
  package var property = PropertyDetails()
  package var tenure: TenureGroup?
  /// Other people affected (a group complaint).
  package var affected: [String] = []
  package var narrative: String
  package var outcomeSought = ""
  package var category = ""
  package var area = ""
  package var ward = ""
  /// The stage an imported case opens at; nil means stage 1 once it is a complaint.
  package var stage: Stage?
  /// The system it came from and the reference there.
  package var source = ""
  package var sourceRef = ""
  /// Hash of the imported row, 16 hex digits; empty where it was typed here.
  package var row = ""
  package init(channel: Channel, narrative: String) {
    self.channel = channel
    self.narrative = narrative
  }
}

/// One contact, or failed attempt, with the resident.
package struct ContactLogged: Hashable, Sendable {
  package var direction: Direction
  package var channel: Channel
  /// False for a failed attempt; those are counted apart.
  package var reached: Bool
  /// What was checked to know the caller, empty when nothing was disclosed.
  package var verified: String
  package var text: String
  package init(direction: Direction, channel: Channel, reached: Bool, verified: String = "", text: String) {
    self.direction = direction
    self.channel = channel
    self.reached = reached
    self.verified = verified
    self.text = text
  }
}

/// One head of a complaint; numbered from 1 inside the case.
package struct PointAdded: Hashable, Sendable {
  package var point: Int
  package var text: String
  package var category: String
  package init(point: Int, text: String, category: String = "") {
    self.point = point
    self.text = text
    self.category = category
  }
}

/// The decision on one point at one stage.
package struct PointDecided: Hashable, Sendable {
  package var point: Int
  package var stage: Stage
  package var decision: Decision
  package var reasons: String
  /// Policy, standard, law or practice relied on; "none" when there is none.
  package var basis: String
  package var remedy: String
  package init(
    point: Int, stage: Stage, decision: Decision, reasons: String, basis: String, remedy: String = ""
  ) {
    self.point = point
    self.stage = stage
    self.decision = decision
    self.reasons = reasons
    self.basis = basis
    self.remedy = remedy
  }
}

/// Two cases belong together; stored on both.
package struct CaseLinked: Hashable, Sendable {
  package var to: CaseReference
  /// How they belong together, such as `related` or `duplicate`.
  package var relation: String
  package init(to: CaseReference, relation: String) {
    self.to = to
    self.relation = relation
  }
}

/// A field of an earlier entry was put right; the earlier line stays as it was.
package struct Corrected: Hashable, Sendable {
  package var seq: UInt64
  package var field: String
  package var value: String
  package init(seq: UInt64, field: String, value: String) {
    self.seq = seq
    self.field = field
    self.value = value
  }
}
