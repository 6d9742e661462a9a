package import Clocks

/// Why a step of taking in was refused.
package enum IntakeRefusal: Hashable, Sendable {
  /// A stage was acknowledged: it takes a response now.
  case stageOpened
  case notSatisfied
  /// The policy wants a lesson, or a reason that there is none, on what was settled at once.
  case learningOwed(Clause)
  /// A letter waits for the authority of whoever speaks.
  case authorityOpen(AuthorityStanding)
  /// A letter waits for the written permission of who holds the home.
  case permissionOwed(holder: String, Clause)
  /// Nothing of that name and number is on record.
  case noSuch(String, Int)
  case alreadyEnded(String, Int)
  /// Who works for us does not take the complaint away from us.
  case actsForUs
  case followUpOwed(Clause)
  case staysComplaint
  case toldOwed([String], Clause)
  case notRouted
  case alreadyReplied
  case replyOwed(Clause)
  case callbackInPast(CalendarDay)
  case formAlreadyOwed
  case noFormOwed
  /// The words that tell of a trouble which may still go on.
  case liveIssueUnchecked([String], Clause)
  case answersOwed([String])
  /// The resident has not had that letter themselves.
  case notWritten(GroupLetter)
  case noSuchGround(String, [String])
  case blanket
  case ombudsmanNotNamed
  case groundFails(String, GroundGap, Clause)

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .stageOpened, .authorityOpen, .permissionOwed, .staysComplaint, .notRouted, .alreadyReplied,
      .replyOwed, .formAlreadyOwed, .noFormOwed, .answersOwed:
      nil
    case .notSatisfied: "satisfied"
    case .learningOwed: "learning"
    case .noSuch(let what, _), .alreadyEnded(let what, _): what
    case .actsForUs: "ours"
    case .followUpOwed: "follow-up"
    case .toldOwed: "told"
    case .callbackInPast: "day"
    case .liveIssueUnchecked: "override"
    case .notWritten: "letter"
    case .noSuchGround, .groundFails: "reason"
    case .blanket: "evidence"
    case .ombudsmanNotNamed: "ombudsman"
    }
  }
}
