package import Clocks

/// What the answers propose, and the rule behind it.
package struct TriageProposal: Hashable, Sendable {
  package var kind: Kind
  /// The answer that led to it, in words to say on the phone.
  package var because: String
  /// Key of the rule: profiles give its clause by this name.
  package var rule: TriageRule
  package var clause: Clause
}

/// The triage rules, in the order they are tried; the first that holds decides.
package enum TriageRule: String, CaseIterable, Hashable, Sendable {
  case otherBody = "other-body"
  case courtClaim = "court-claim"
  case appealRight = "appeal-right"
  case asksComplaint = "asks-complaint"
  case conduct
  case nuisanceHandling = "nuisance-handling"
  case accidentHandling = "accident-handling"
  case policyFailure = "policy-failure"
  case reportedBefore = "reported-before"
  case thereAndThen = "there-and-then"
  case survey
  case handling, missed
  case moreEnquiries = "more-enquiries"
  case nuisance, accident, information
  case firstReport = "first-report"
  case followUp = "follow-up"
  case inDoubt = "in-doubt"

  /// The kind this rule proposes.
  package var kind: Kind {
    switch self {
    case .otherBody, .appealRight: .otherBody
    case .courtClaim: .claim
    case .asksComplaint, .conduct, .nuisanceHandling, .accidentHandling, .policyFailure, .reportedBefore,
      .handling, .missed, .moreEnquiries, .inDoubt:
      .complaint
    case .survey: .survey
    case .nuisance: .asb
    case .accident: .accident
    case .information: .enquiry
    case .thereAndThen, .firstReport, .followUp: .serviceRequest
    }
  }

  /// Why, in words a call handler can say.
  package var because: String {
    switch self {
    case .otherBody: "another body's service: hand over and tell them who"
    case .courtClaim: "a court claim has been filed about it"
    case .appealRight: "there is a statutory appeal or internal review for it"
    case .asksComplaint: "they ask for a complaint"
    case .conduct: "it is about the conduct of staff or a contractor"
    case .nuisanceHandling: "it is about how we handled their reports of nuisance"
    case .accidentHandling: "it is about how we handled an accident"
    case .policyFailure: "a policy or procedure was not followed"
    case .reportedBefore: "it was reported before and not acted on"
    case .thereAndThen: "explained there and then, and they are satisfied: record it and any learning"
    case .survey: "a comment in a survey: tell them how to complain"
    case .handling: "they are unhappy with how a request was handled"
    case .missed: "something was missed and we cannot explain it now"
    case .moreEnquiries: "further enquiries are needed"
    case .nuisance: "a report of neighbour nuisance: explain the procedure and next steps"
    case .accident: "an accident: the accident procedure"
    case .information: "they ask for information"
    case .firstReport: "a first report of something to put right"
    case .followUp: "a follow-up of a request still in hand"
    case .inDoubt: "in doubt it is a complaint"
    }
  }

  func holds(_ yes: (TriageQuestion) -> Bool) -> Bool {
    let settled = yes(.explained) && yes(.satisfied) && !yes(.moreEnquiries)
    switch self {
    case .otherBody: return yes(.otherBody)
    case .courtClaim: return yes(.courtClaim)
    case .appealRight: return yes(.appealRight)
    case .asksComplaint: return yes(.asksComplaint)
    case .conduct: return yes(.conduct)
    case .nuisanceHandling: return yes(.nuisanceHandling)
    case .accidentHandling: return yes(.accidentHandling)
    case .policyFailure: return yes(.policyFailure)
    case .reportedBefore: return yes(.reportedBefore)
    case .thereAndThen: return settled
    case .survey: return yes(.survey) && !yes(.handling)
    case .handling: return yes(.handling)
    case .missed: return yes(.missed)
    case .moreEnquiries: return yes(.moreEnquiries)
    case .nuisance: return yes(.nuisance)
    case .accident: return yes(.accident)
    case .information: return yes(.information)
    case .firstReport: return yes(.firstReport)
    case .followUp: return yes(.followUp)
    case .inDoubt: return true
    }
  }
}

/// The kind those answers propose under that profile, or nil when nothing was answered.
///
/// In doubt it is a complaint; the word "complaint" is never needed (Code 1.3).
package func proposeKind(_ answers: [TriageAnswer], profile: LandlordProfile?) -> TriageProposal? {
  guard !answers.isEmpty else { return nil }
  func yes(_ question: TriageQuestion) -> Bool { answers.last { $0.question == question }?.yes ?? false }
  for rule in TriageRule.allCases where rule.holds(yes) {
    let clause = profile?.triageClause(rule.rawValue)?.clause ?? rule.codeClause
    return TriageProposal(kind: rule.kind, because: rule.because, rule: rule, clause: clause)
  }
  return nil
}

extension TriageRule {
  /// Where the Code says it, for a profile that is silent.
  package var codeClause: Clause {
    let provision =
      switch self {
      case .asksComplaint, .conduct, .policyFailure, .inDoubt: "1.2, 1.3"
      case .nuisanceHandling, .accidentHandling, .reportedBefore, .handling, .missed: "1.5"
      case .survey: "1.6"
      case .otherBody, .appealRight, .courtClaim: "2.2"
      case .moreEnquiries: "6.1"
      case .thereAndThen, .nuisance, .accident, .information, .firstReport, .followUp: "1.4"
      }
    return Clause(source: "code-2024", place: provision)
  }
}
