/// How a contact reached the landlord (intake `channel`).
package enum Channel: String, CaseIterable, Hashable, Sendable {
  case phone, web, email, letter
  case inPerson = "in-person"
  case portal, member
  case advisoryBoard = "advisory-board"
  case staff, survey
  case thirdParty = "third-party"
  case social, sms

  /// Whether it is by word of mouth, with nothing in writing.
  package var isSpoken: Bool {
    switch self {
    case .phone, .inPerson: true
    case .web, .email, .letter, .portal, .member, .advisoryBoard, .staff, .survey, .thirdParty, .social, .sms:
      false
    }
  }
}

/// What a contact turned out to be, as decided at triage.
package enum Kind: String, CaseIterable, Hashable, Sendable {
  case serviceRequest = "service-request"
  case complaint, compliment, comment, enquiry, asb, accident, survey, claim
  case dataProtection = "data-protection"
  case otherBody = "other-body"
}

/// Where a case stands.
package enum CaseState: String, CaseIterable, Hashable, Sendable {
  case untriaged, open, responded, closed, refused, withdrawn, merged

  /// Position among all states.
  var place: Int {
    switch self {
    case .untriaged: 0
    case .open: 1
    case .responded: 2
    case .closed: 3
    case .refused: 4
    case .withdrawn: 5
    case .merged: 6
    }
  }

  /// Whether anybody still owes this case work; the hot path holds only these.
  package var isLive: Bool {
    switch self {
    case .untriaged, .open, .responded: true
    case .closed, .refused, .withdrawn, .merged: false
    }
  }
}

/// The finding on one point; a case's outcome is the strongest of its points.
package enum Decision: String, CaseIterable, Hashable, Sendable {
  case upheld
  case partlyUpheld = "partly-upheld"
  case notUpheld = "not-upheld"
  case outside

  /// 3 strongest … 0 weakest, for a case's outcome.
  package var strength: Int {
    switch self {
    case .upheld: 3
    case .partlyUpheld: 2
    case .notUpheld: 1
    case .outside: 0
    }
  }
}

/// The tenure groups of the satisfaction measures.
package enum TenureGroup: String, CaseIterable, Hashable, Sendable {
  case lcra, lcho, leasehold, other
}

/// Which way a logged contact went.
package enum Direction: String, CaseIterable, Hashable, Sendable {
  case into = "in"
  case out
}

/// The roles of `domain.md` §9; one person may hold several.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case handler, investigator, reviewer, director, supervisor
  case residentReviewer = "resident-reviewer"
  case scrutiny, administrator
}

/// A complaint's stage, checked 1…4; there is no stage 0 (Code 5.2).
package struct Stage: Hashable, Comparable, Sendable {
  /// 1 investigation, 2 review; a policy may define up to 4.
  package let number: Int

  package init?(_ number: Int) {
    guard (1...4).contains(number) else { return nil }
    self.number = number
  }

  private init(checked: Int) { number = checked }

  package static let one = Stage(checked: 1)
  package static let two = Stage(checked: 2)

  /// The stage after this one, or nil after the fourth.
  package var next: Stage? { Stage(number + 1) }

  package static func < (left: Stage, right: Stage) -> Bool { left.number < right.number }
}
