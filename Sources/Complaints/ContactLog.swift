package import Clocks

/// A contact with when it happened and when it was written up.
package struct LoggedContact: Hashable, Sendable {
  package var contact: ContactLogged
  package var at: Occurrence
  /// When it was written up, by the landlord's days.
  package var recorded: Occurrence
  package var by: StaffLogin
  package var seq: UInt64

  /// Whether it was a talk with the resident in one of those ways.
  func isTalk(by ways: [PersonalContactRule.Way]) -> Bool {
    guard contact.reached else { return false }
    switch contact.channel {
    case .phone: return ways.isEmpty || ways.contains(.phone)
    case .inPerson: return ways.isEmpty || ways.contains(.inPerson)
    case .web, .email, .letter, .portal, .member, .advisoryBoard, .staff, .survey, .thirdParty, .social,
      .sms:
      return false
    }
  }

  /// Whether we tried and nobody answered.
  package var isFailedAttempt: Bool { !contact.reached && contact.direction == .out }
}

/// Why the letter may go without a talk.
package enum ExcuseGround: String, CaseIterable, Hashable, Sendable {
  case safety, legal, operational

  var asRule: PersonalContactRule.Exception {
    switch self {
    case .safety: .safety
    case .legal: .legal
    case .operational: .operational
    }
  }
}

/// Talking with the resident first would not be right, and why.
package struct ContactExcused: StepPayload {
  package static let kind = StepKind.contactExcused
  package var ground: ExcuseGround?
  package var reason = ""
  package init() {}

  package static let fields: [StepField<ContactExcused>] = [
    .word("ground", "Ground", \.ground, required: true),
    .text("reason", "Why", \.reason, required: true),
  ]
}

/// An excuse and when it was recorded.
package struct Excuse: Hashable, Sendable {
  package var excused: ContactExcused
  package var on: Occurrence
}

/// Refuses a ground the policy does not know.
func guardExcuse(_ excused: ContactExcused, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  guard let rule = rules.profile(of: file)?.duties.personalContact,
    let ground = excused.ground
  else { return }
  if !rule.exceptions.contains(ground.asRule) { throw .work(.noSuchException(rule.clause)) }
}

/// Holds a letter until somebody has talked with the resident, tried to, or recorded why not.
func guardPersonalContact(
  before letter: LetterStep, _ file: CaseFile, _ rules: RuleBook
) throws(Refusal) {
  guard let rule = rules.profile(of: file)?.duties.personalContact,
    rule.before == letter, let stage = file.current
  else { return }
  // Nobody can be rung where nobody is known.
  if file.contact.personNumber == nil, file.contact.person.isEmpty { return }
  let since = stage.started.day
  for logged in file.work.log where logged.at.day >= since {
    if logged.isTalk(by: rule.by) || logged.isFailedAttempt { return }
  }
  if file.work.excuses.contains(where: { $0.on.day >= since }) { return }
  throw .work(.noPersonalContact(before: letter, rule.clause))
}
