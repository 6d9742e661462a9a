package import Clocks

/// A matter of safeguarding, or a crime, was reported to those whose work it is.
///
/// It waits for no triage and stops no clock (medway-2022 5.10.14).
package struct ReferralMade: StepPayload {
  package static let kind = StepKind.referralMade
  package var referral: Int?
  package var matter: ReferralMatter?
  package var to = ""
  package var reference = ""
  package var text = ""
  package init() {}

  package static let fields: [StepField<ReferralMade>] = [
    .number("referral", "Referral", \.referral, given: false),
    .word("matter", "Matter", \.matter, required: true),
    .text("to", "To whom", \.to, help: "default: as the policy says"),
    .text("reference", "Their reference", \.reference),
    .text("text", "What was reported", \.text, required: true, long: true),
  ]
}

/// What those it was referred to answered.
package struct ReferralAnswered: StepPayload {
  package static let kind = StepKind.referralAnswered
  package var referral: Int?
  package var text = ""
  package var reference = ""
  package init() {}

  package static let fields: [StepField<ReferralAnswered>] = [
    .number("referral", "Referral", \.referral, required: true),
    .text("text", "What they answered", \.text, required: true, long: true),
    .text("reference", "Their reference", \.reference),
  ]
}

/// One referral with its answers.
package struct ReferralRecord: Hashable, Sendable {
  package var number: Int
  package var made: ReferralMade
  package var on: Occurrence
  package var by: StaffLogin
  package var answers: [ReferralAnswered] = []

  package var reference: String { answers.last { !$0.reference.isEmpty }?.reference ?? made.reference }
}

extension ReferralMade: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.referrals.append(
      ReferralRecord(
        number: referral ?? file.intake.referrals.count + 1, made: self, on: stamp.at, by: stamp.by))
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {}
}

extension ReferralAnswered: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    guard let place = file.intake.referrals.firstIndex(where: { $0.number == referral }) else { return }
    file.intake.referrals[place].answers.append(self)
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard file.intake.referrals.contains(where: { $0.number == referral }) else {
      throw .intake(.noSuch("referral", referral ?? 0))
    }
  }
}
