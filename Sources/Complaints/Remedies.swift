package import Clocks

/// Ways to put things right (Code 7.1).
package enum RemedyKind: String, CaseIterable, Hashable, Sendable {
  case apology, explanation
  case specificAction = "specific-action"
  case changedDecision = "changed-decision"
  case compensation
  case changedPolicy = "changed-policy"
}

/// One remedy: what is offered, and the failure and detriment it answers.
package struct RemedyOffered: StepPayload {
  package static let kind = StepKind.remedyOffered
  package var remedy: Int?
  package var what: RemedyKind?
  package var point: Int?
  package var text = ""
  package var failure = ""
  package var detriment = ""
  package var acknowledges: Bool?
  package var accepts: Bool?
  package var explains: Bool?
  package var regrets: Bool?
  package var agreed: Bool?
  package var whyNot = ""
  package var expectation = ""
  package init() {}

  package static let fields: [StepField<RemedyOffered>] = [
    .number("remedy", "Remedy", \.remedy, given: false),
    .word("what", "Remedy", \.what, required: true),
    .number("point", "For point", \.point, help: "none: for the whole complaint"),
    .text("text", "What is offered", \.text, required: true, long: true),
    .text("failure", "The failure it answers", \.failure),
    .text("detriment", "What the failure meant for the resident", \.detriment),
    .yesNo("acknowledges", "Apology: acknowledges the failure", \.acknowledges),
    .yesNo("accepts", "Apology: accepts responsibility", \.accepts),
    .yesNo("explains", "Apology: explains the failure", \.explains),
    .yesNo("regrets", "Apology: expresses regret", \.regrets),
    .yesNo("agreed", "Agreed with the resident", \.agreed),
    .text("why-not", "Why it is not agreed, in full", \.whyNot),
    .text("expectation", "What they were told of an aim that cannot be met", \.expectation),
  ]
}

/// What happened to an offer of money.
package enum CompensationMoment: String, CaseIterable, Hashable, Sendable {
  case offered, accepted, declined, paid
}

/// Compensation by heads, in pence, and what became of it.
package struct CompensationRecorded: StepPayload {
  package static let kind = StepKind.compensationRecorded
  package var what: CompensationMoment?
  package var compensation: Int?
  package var statutory: Int?
  package var actualLoss: Int?
  package var timeTrouble: Int?
  package var distressInconvenience: Int?
  package var otherDetriment: Int?
  package var point: Int?
  package var text = ""
  package init() {}

  package static let fields: [StepField<CompensationRecorded>] = [
    .word("what", "What happened", \.what, required: true),
    .number("compensation", "Offer", \.compensation, help: "its number, where there are several"),
    .number("statutory", "Statutory payment, in pence", \.statutory),
    .number("actual-loss", "Actual loss, in pence", \.actualLoss),
    .number("time-trouble", "Time and trouble, in pence", \.timeTrouble),
    .number("distress-inconvenience", "Distress and inconvenience, in pence", \.distressInconvenience),
    .number("other-detriment", "Other detriment or unfair impact, in pence", \.otherDetriment),
    .number("point", "For point", \.point),
    .text("text", "How it was reckoned, or what was said", \.text),
  ]

  /// Sum of the heads in pence; held at the largest number where it would be more.
  package var pence: Int {
    [statutory, actualLoss, timeTrouble, distressInconvenience, otherDetriment].compactMap { $0 }
      .reduce(0) { sum, head in
        let (total, isTooMuch) = sum.addingReportingOverflow(head)
        return isTooMuch ? .max : total
      }
  }
}

extension RemedyStep {
  static let remedySpecs: [StepSpec] = [
    StepSpec(
      RemedyOffered.self, action: "remedy", "offer a remedy", roles: [.handler, .investigator],
      states: .complaint,
      row: .nothing
    ) { .remedy(.offered($0)) },
    StepSpec(
      CompensationRecorded.self, action: "compensate", "offer compensation, or say what became of it",
      roles: [.handler, .supervisor], states: .complaint, row: .nothing, judgement: true
    ) { .remedy(.compensated($0)) },
  ]
}

/// A remedy with when it was offered.
package struct RemedyRecorded: Hashable, Sendable {
  package var offered: RemedyOffered
  package var stage: Stage?
  package var by: StaffLogin
}

/// One offer of compensation and what became of it.
package struct CompensationTrack: Hashable, Sendable {
  package var number: Int
  package var offer: CompensationRecorded
  package var by: StaffLogin
  package var offered: Occurrence
  package var accepted: Occurrence?
  package var declined: Occurrence?
  package var paid: Occurrence?

  package var pence: Int { offer.pence }
  /// Whether nothing more is to come of it.
  var isSettled: Bool { declined != nil || paid != nil }
}

extension CaseFile {
  mutating func apply(_ recorded: CompensationRecorded, _ stamp: StepStamp) {
    guard let what = recorded.what else { return }
    if what == .offered {
      redress.compensation.append(
        CompensationTrack(
          number: recorded.compensation ?? redress.compensation.count + 1, offer: recorded, by: stamp.by,
          offered: stamp.at))
      return
    }
    guard let index = redress.place(of: recorded) else { return }
    switch what {
    case .offered: break
    case .accepted: redress.compensation[index].accepted = stamp.at
    case .declined: redress.compensation[index].declined = stamp.at
    case .paid: redress.compensation[index].paid = stamp.at
    }
  }
}

extension RemedyRecord {
  /// The offer a step is about: the one named, else the only one still open.
  func place(of recorded: CompensationRecorded) -> Int? {
    if let number = recorded.compensation { return compensation.firstIndex { $0.number == number } }
    let open = compensation.indices.filter { !compensation[$0].isSettled }
    return open.count == 1 ? open[0] : nil
  }
}

/// An apology has its four parts; a remedy is agreed, or the record says in full why not.
func guardRemedy(_ offered: RemedyOffered, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  if offered.what == .apology {
    let parts: [(String, Bool?)] = [
      ("acknowledges", offered.acknowledges), ("accepts", offered.accepts), ("explains", offered.explains),
      ("regrets", offered.regrets),
    ]
    let lacking = parts.filter { $0.1 != true }.map(\.0)
    if !lacking.isEmpty { throw .remedy(.apologyLacks(lacking, code("7.1"))) }
  }
  guard let rule = rules.profile(of: file)?.duties.remedyAgreement else { return }
  if offered.agreed != true, isBlank(offered.whyNot) { throw .remedy(.notAgreed(rule.clause)) }
}

func guardCompensation(_ recorded: CompensationRecorded, _ file: CaseFile) throws(Refusal) {
  guard let what = recorded.what, what != .offered else { return }
  guard let place = file.redress.place(of: recorded) else {
    throw .remedy(.noSuchCompensation(recorded.compensation ?? 0))
  }
  let track = file.redress.compensation[place]
  if track.paid != nil { throw .remedy(.compensationSettled(track.number, .paid)) }
  if track.declined != nil { throw .remedy(.compensationSettled(track.number, .declined)) }
  switch what {
  case .accepted:
    if track.accepted != nil { throw .remedy(.compensationSettled(track.number, .accepted)) }
  case .paid: if track.accepted == nil { throw .remedy(.compensationNotAccepted(track.number)) }
  case .offered, .declined: break
  }
}

/// The record with its number, its sum within what this person may offer.
func settled(
  _ recorded: CompensationRecorded, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> CompensationRecorded {
  var settled = recorded
  guard recorded.what == .offered else {
    settled.compensation = file.redress.place(of: recorded).map { file.redress.compensation[$0].number }
    return settled
  }
  if recorded.pence == 0 { throw .remedy(.nothingOffered) }
  try guardLimit(recorded.pence, file, occasion)
  settled.compensation = file.redress.compensation.count + 1
  return settled
}

/// The sum of all that is on offer counts, so that two small offers do not pass for one large one.
private func guardLimit(_ pence: Int, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let member = occasion.staff[occasion.by] else { throw .notStaff(login: occasion.by.text) }
  let rule = occasion.rules.profile(of: file)?.duties.compensation
  let (total, isTooMuch) = file.redress.offeredPence.addingReportingOverflow(pence)
  let asked = isTooMuch ? .max : total
  let byRole = (rule?.limits ?? []).filter { limit in
    Role(rawValue: limit.role).map(member.allRoles.contains) ?? false
  }.map(\.pence).max()
  let hasLimits = rule?.limits.isEmpty == false
  // A limit of their own, on the staff list, holds before the one of their role.
  guard let limit = member.limit ?? (hasLimits ? byRole ?? 0 : nil), asked > limit else { return }
  let who = (rule?.limits ?? []).filter { $0.pence >= asked }.compactMap { Role(rawValue: $0.role) }
  throw .remedy(.beyondLimit(asked: asked, limit: limit, rule?.clause, who: who.isEmpty ? [.director] : who))
}
