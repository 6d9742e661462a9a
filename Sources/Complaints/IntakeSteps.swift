package import Clocks

/// Steps of taking a contact in: what was settled at once, who may speak, needs, hand-overs, refusals.
package enum IntakeStep: Hashable, Sendable {
  case settledAtOnce(SettledAtOnce)
  case complainant(ComplainantTold)
  case represented(RepresentativeNamed)
  case need(NeedRecorded)
  case needReviewed(NeedReviewed)
  case safeContact(SafeContactNoted)
  case affected(AffectedRecorded)
  case affectedAnswered(AffectedAnswered)
  case referred(ReferralMade)
  case referralAnswered(ReferralAnswered)
  case handedOver(HandoverMade)
  case followedUp(HandoverFollowed)
  case routed(ContactRouted)
  case replied(ContactReplied)
  case callback(CallbackPromised)
  case calledBack(CallbackDone)
  case formAsked(FormAsked)
  case formSent(FormSent)
  case liveIssue(LiveIssueChecked)
  case refused(ComplaintRefused)
  case raised(ComplaintRaised)

  var intake: any IntakePayload {
    switch self {
    case .settledAtOnce(let payload): payload
    case .complainant(let payload): payload
    case .represented(let payload): payload
    case .need(let payload): payload
    case .needReviewed(let payload): payload
    case .safeContact(let payload): payload
    case .affected(let payload): payload
    case .affectedAnswered(let payload): payload
    case .referred(let payload): payload
    case .referralAnswered(let payload): payload
    case .handedOver(let payload): payload
    case .followedUp(let payload): payload
    case .routed(let payload): payload
    case .replied(let payload): payload
    case .callback(let payload): payload
    case .calledBack(let payload): payload
    case .formAsked(let payload): payload
    case .formSent(let payload): payload
    case .liveIssue(let payload): payload
    case .refused(let payload): payload
    case .raised(let payload): payload
    }
  }

  package var payload: any StepPayload { intake }
}

/// A step of taking in: what it changes in the file, and what stands in its way.
protocol IntakePayload: StepPayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp)
  /// Refuses what the record or the rules do not allow; asked again when a later step is undone.
  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal)
}

/// What is on record about taking the contact in.
package struct IntakeRecord: Hashable, Sendable {
  package var settled: SettledAtOnce?
  package var complainant: ComplainantTold?
  /// As recorded since the contact; `CaseFile.representatives` has the one named in the contact too.
  package var representatives: [Representative] = []
  package var needs: [NeedRecord] = []
  package var safeContact: SafeContactNoted?
  package var affected: [AffectedPerson] = []
  package var referrals: [ReferralRecord] = []
  package var handovers: [HandoverRecord] = []
  package var route: RouteRecord?
  package var callbacks: [CallbackRecord] = []
  package var form: FormRecord?
  package var liveIssue: LiveIssueChecked?
  package var refusal: ComplaintRefused?

  package var openNeeds: [NeedRecord] { needs.filter { $0.ended == nil } }

  var marks: CaseMarks {
    var marks: CaseMarks = []
    if !openNeeds.isEmpty { marks.insert(.needs) }
    if !representatives.isEmpty { marks.insert(.representative) }
    if !affected.isEmpty { marks.insert(.group) }
    if callbacks.contains(where: \.isOpen) { marks.insert(.callback) }
    if !referrals.isEmpty { marks.insert(.sensitive) }
    if let form, form.sent == nil { marks.insert(.formOwed) }
    if route?.reply != nil { marks.insert(.replied) }
    return marks
  }

  /// What taking in left owed, by dates that were given.
  package var duties: [DutyFacts] {
    var duties: [DutyFacts] = []
    for callback in callbacks {
      duties.append(
        DutyFacts(
          clock: .callback, started: callback.on, done: callback.ended, told: callback.promised.day))
    }
    for need in needs where need.review != nil {
      duties.append(
        DutyFacts(clock: .needReview, started: need.on, done: need.ended, told: need.review))
    }
    for handover in handovers where handover.made.followUp != nil {
      duties.append(
        DutyFacts(
          clock: .followUp, started: handover.on, done: handover.followed, told: handover.made.followUp))
    }
    if let route, let by = route.routed.replyBy {
      duties.append(DutyFacts(clock: .reply, started: route.on, done: route.repliedOn, told: by))
    }
    return duties
  }
}

extension CaseFile {
  mutating func apply(_ step: IntakeStep, _ stamp: StepStamp) { step.intake.fold(into: &self, stamp) }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: IntakeStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  try step.intake.check(file, rules)
}

/// The events of a step of taking in, with running numbers and what the profile knows filled in.
func intakeEvents(
  _ step: IntakeStep, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> [NewEvent] {
  func event(_ step: IntakeStep) -> [NewEvent] {
    [NewEvent(.step(.intake(step)), case: file.reference, occurred: occasion.occurred)]
  }
  let profile = occasion.rules.profile(named: file.triage?.profile ?? "")
  switch step {
  case .need(var need):
    need.need = file.intake.needs.count + 1
    return event(.need(need))
  case .affected(var affected):
    affected.affected = file.intake.number(of: affected)
    return event(.affected(affected))
  case .referred(var referral):
    referral.referral = file.intake.referrals.count + 1
    if isBlank(referral.to), let matter = referral.matter {
      referral.to = profile?.duties.referral(matter)?.to ?? ""
    }
    if isBlank(referral.to) { throw .missing(field: "to", clause: nil) }
    return event(.referred(referral))
  case .handedOver(var handover):
    handover.handover = file.intake.handovers.count + 1
    return event(.handedOver(handover))
  case .routed(var routed):
    if isBlank(routed.to) { routed.to = file.procedure(occasion.rules, subject: routed.subject)?.to ?? "" }
    if isBlank(routed.to) { throw .missing(field: "to", clause: nil) }
    if let owner = routed.owner { try mustWorkHere(owner, occasion) }
    return event(.routed(routed))
  case .callback(var callback):
    callback.callback = file.intake.callbacks.count + 1
    callback.owner = callback.owner ?? occasion.by
    if let owner = callback.owner { try mustWorkHere(owner, occasion) }
    if let day = callback.day, day < occasion.at.day { throw .intake(.callbackInPast(day)) }
    return event(.callback(callback))
  case .refused(var refused):
    try judge(&refused, file, occasion)
    return event(.refused(refused))
  case .raised(let raised): return try raised.events(on: file, occasion)
  case .settledAtOnce, .complainant, .represented, .needReviewed, .safeContact, .affectedAnswered,
    .referralAnswered, .followedUp, .replied, .calledBack, .formAsked, .formSent, .liveIssue:
    return event(step)
  }
}

func mustWorkHere(_ login: StaffLogin, _ occasion: Occasion) throws(Refusal) {
  guard occasion.staff.current(login, on: occasion.today) != nil else { throw .noSuchStaff(login.text) }
}

extension CaseFile {
  /// The profile the case follows.
  func profile(_ rules: RuleBook) -> LandlordProfile? { rules.profile(named: triage?.profile ?? "") }
}
