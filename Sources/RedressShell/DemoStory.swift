import Clocks
import Complaints

/// One head of complaint in a demo story, with what was decided about it in the end.
struct DemoPoint: Sendable {
  let text: String
  let decision: Decision
  let reasons: String
  let basis: String
  let remedy: String
  /// What the reviewer decided at stage two; nil keeps the first decision.
  let review: Review?

  /// A decision taken afresh at stage two.
  struct Review: Sendable {
    let decision: Decision
    let reasons: String
    let remedy: String
  }

  init(
    _ text: String, _ decision: Decision, _ reasons: String, basis: String, remedy: String = "",
    review: (Decision, String, String)? = nil
  ) {
    self.text = text
    self.decision = decision
    self.reasons = reasons
    self.basis = basis
    self.remedy = remedy
    self.review = review.map { Review(decision: $0.0, reasons: $0.1, remedy: $0.2) }
  }
}

/// Something logged on a case besides the letters; days are working days after receipt.
struct DemoContact: Sendable {
  let after: Int
  /// When it happened, where it was written up later than that.
  let happened: Int?
  let what: What

  enum What: Sendable {
    case rang(String)
    case called(String)
    case noAnswer(String)
    case wrote(String)
    case noted(String)
  }

  init(_ after: Int, _ what: What, happened: Int? = nil) {
    self.after = after
    self.what = what
    self.happened = happened
  }
}

/// Who has a demo case.
enum DemoHand: Sendable {
  case you, meera, declan, adaeze, nobody
}

/// How far a demo case has come; all days are working days after receipt.
struct DemoCourse: Sendable {
  /// Nil leaves the contact untriaged.
  var kind: Kind? = .complaint
  var acknowledged: Int?
  /// Points decided so far, while no response has gone.
  var decided = 0
  /// When the response was extended, and to which working day counted from today (0 is today, -2 is past).
  var extended: (asked: Int, to: Int)?
  var responded: Int?
  var escalated: Int?
  var reviewAcknowledged: Int?
  var reviewed: Int?
  var closed: Int?
  var afterwards: [DemoAfterwards] = []

  static let untriaged = DemoCourse(kind: nil)
  static let triaged = DemoCourse()

  static func acknowledged(_ day: Int, decided: Int = 0) -> DemoCourse {
    DemoCourse(acknowledged: day, decided: decided)
  }

  static func extended(acknowledged: Int, asked: Int, to: Int) -> DemoCourse {
    DemoCourse(acknowledged: acknowledged, extended: (asked, to))
  }

  static func responded(acknowledged: Int, responded: Int, closed: Int? = nil) -> DemoCourse {
    DemoCourse(acknowledged: acknowledged, responded: responded, closed: closed)
  }

  static func stageTwo(
    acknowledged: Int, responded: Int, escalated: Int, acknowledgedAgain: Int? = nil, reviewed: Int? = nil,
    closed: Int? = nil
  ) -> DemoCourse {
    DemoCourse(
      acknowledged: acknowledged, responded: responded, escalated: escalated,
      reviewAcknowledged: acknowledgedAgain, reviewed: reviewed, closed: closed)
  }

  static func other(_ kind: Kind, closed: Int? = nil) -> DemoCourse {
    DemoCourse(kind: kind, closed: closed)
  }
}

/// One invented case: who, where, what they said, and how far it has come.
struct DemoStory: Sendable {
  var contact: ContactReceived
  /// Working days before today on which it was received.
  var received: Int
  /// Whether it ended before the last season: what was learned from it is done by now.
  var isLongAgo = false
  var course: DemoCourse
  var hand: DemoHand
  var points: [DemoPoint]
  /// The triage answer that made it what it is; nil where a reason was written instead.
  var answer: TriageQuestion?
  /// The handler's reason where no answer decided the kind.
  var triageReason: String
  var contacts: [DemoContact]
  /// What they said when asking for stage two.
  var again: String
  var ended: String

  init(
    _ name: String, _ channel: Channel, phone: String = "", email: String = "", preferred: String = "",
    language: String = "", needs: [String] = [], representative: String = "", caller: String = "",
    affected: [String] = [], home: String, _ postcode: String, block: String = "", ward: String,
    tenure: TenureGroup = .lcra, about category: String, says narrative: String, wants outcome: String = "",
    received: Int, _ course: DemoCourse, with hand: DemoHand, because answer: TriageQuestion? = nil,
    reason: String = "", points: [DemoPoint] = [], contacts: [DemoContact] = [], again: String = "",
    ended: String = ""
  ) {
    contact = ContactReceived(channel: channel, narrative: narrative)
    contact.person.name = name
    contact.person.phone = phone
    contact.person.email = email
    contact.person.preferred = preferred
    contact.person.language = language
    contact.person.needs = needs
    contact.representative = representative
    contact.caller = caller
    contact.affected = affected
    contact.property.address = home
    contact.property.postcode = postcode
    contact.property.block = block
    contact.ward = ward
    contact.tenure = tenure
    contact.category = category
    contact.outcomeSought = outcome
    self.received = received
    self.course = course
    self.hand = hand
    self.answer = answer
    triageReason = reason
    self.points = points
    self.contacts = contacts
    self.again = again
    self.ended = ended
  }
}
