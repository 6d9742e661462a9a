package import Clocks

/// Whom something is asked of.
package enum RequestTo: String, CaseIterable, Hashable, Sendable {
  case colleague, service, contractor
}

/// Something asked of a colleague, a service or a contractor, to be able to answer.
package struct RequestSent: StepPayload {
  package static let kind = StepKind.requestSent
  package var request: Int?
  package var whom: RequestTo?
  package var name = ""
  package var point: Int?
  package var due: CalendarDay?
  package var text = ""
  package init() {}

  package static let fields: [StepField<RequestSent>] = [
    .number("request", "Request", \.request, given: false),
    .word("to", "Asked of", \.whom, required: true),
    .text("name", "Name", \.name, required: true),
    .number("point", "About point", \.point),
    .day("due", "Answer by", \.due),
    .text("text", "What is asked", \.text, required: true, long: true),
  ]
}

/// We asked again.
package struct RequestChased: StepPayload {
  package static let kind = StepKind.requestChased
  package var request: Int?
  package var text = ""
  package init() {}

  package static let fields: [StepField<RequestChased>] = [
    .number("request", "Request", \.request, required: true),
    .text("text", "How, and what was said", \.text, required: true),
  ]
}

/// They answered; a contractor also says whether it agrees, and what it pays of the compensation.
package struct RequestAnswered: StepPayload {
  package static let kind = StepKind.requestAnswered
  package var request: Int?
  package var text = ""
  package var agreed: Bool?
  package var share: Int?
  package init() {}

  package static let fields: [StepField<RequestAnswered>] = [
    .number("request", "Request", \.request, required: true),
    .text("text", "The answer", \.text, required: true, long: true),
    .yesNo(
      "agreed", "The contractor agrees with our response", \.agreed, help: "where a contractor was asked"),
    .number("share", "Its share of compensation, in pence", \.share),
  ]
}

/// What an investigation found on a point: the evidence, who was spoken to, what follows from it.
package struct FindingRecorded: StepPayload {
  package static let kind = StepKind.findingRecorded
  package var point: Int?
  package var evidence = ""
  package var spokenTo: [String] = []
  package var finding = ""
  package init() {}

  package static let fields: [StepField<FindingRecorded>] = [
    .number("point", "Point", \.point, help: "none: about the whole complaint"),
    .text("evidence", "Evidence looked at", \.evidence, long: true),
    .list("spoken-to", "Who was spoken to", \.spokenTo),
    .text("finding", "What was found", \.finding, required: true, long: true),
  ]
}

/// The response as it is meant to go.
package struct ResponseDrafted: StepPayload {
  package static let kind = StepKind.responseDrafted
  package var text = ""
  package init() {}

  package static let fields: [StepField<ResponseDrafted>] = [
    .text("text", "The draft", \.text, required: true, long: true)
  ]
}

/// What a second person said of a draft.
package struct DraftApproved: StepPayload {
  package static let kind = StepKind.draftApproved
  package var approved: Bool?
  package var comments = ""
  package init() {}

  package static let fields: [StepField<DraftApproved>] = [
    .yesNo("approved", "It may go", \.approved, required: true),
    .text("comments", "Comments", \.comments, long: true, help: "needed where it may not go"),
  ]
}

extension WorkStep {
  static let inquirySpecs: [StepSpec] = [
    StepSpec(
      RequestSent.self, action: "request", "ask a colleague, service or contractor",
      roles: [.handler, .supervisor], states: .live, row: .nothing
    ) { .work(.requested($0)) },
    StepSpec(
      RequestChased.self, action: "chase", "chase a request", roles: [.handler, .supervisor], states: .live,
      row: .nothing
    ) { .work(.chased($0)) },
    StepSpec(
      RequestAnswered.self, action: "answer", "record the answer to a request",
      roles: [.handler, .supervisor], states: .any, row: .nothing
    ) { .work(.answered($0)) },
    StepSpec(
      FindingRecorded.self, action: "finding", "record what was found", roles: [.handler], states: .live,
      row: .nothing
    ) { .work(.found($0)) },
    StepSpec(
      ResponseDrafted.self, action: "draft", "draft the response", roles: [.handler], states: .openComplaint,
      row: .nothing
    ) { .work(.drafted($0)) },
    StepSpec(
      DraftApproved.self, action: "approve", "approve a draft, or send it back",
      roles: [.supervisor, .reviewer], states: .openComplaint, row: .nothing, judgement: true
    ) { .work(.approved($0)) },
    StepSpec(
      ConductNoted.self, action: "conduct", "note the course taken about staff conduct",
      roles: [.supervisor, .reviewer], states: .any, row: .nothing
    ) { .work(.conduct($0)) },
    StepSpec(
      LiabilityNoted.self, action: "liability", "offer without admitting liability",
      roles: [.investigator, .supervisor], states: .live, row: .nothing
    ) { .work(.liability($0)) },
  ]
}

/// A request and what became of it.
package struct RequestRecord: Hashable, Sendable {
  package var sent: RequestSent
  package var on: Occurrence
  package var by: StaffLogin
  /// Who sees to it that it is answered.
  package var owner: StaffLogin
  package var chased: [Occurrence] = []
  package var answer: RequestAnswered?
  package var answeredOn: Occurrence?

  package var number: Int { sent.request ?? 0 }
}

/// A draft and what was said of it.
package struct DraftRecord: Hashable, Sendable {
  package var draft: ResponseDrafted
  package var stage: Stage?
  package var by: StaffLogin
  package var on: Occurrence
  package var answer: DraftApproved?
  package var answeredBy: StaffLogin?
}

/// Conduct of staff: only who is named for it reads more than that the course is taken.
package struct ConductNoted: StepPayload {
  package static let kind = StepKind.conductNoted
  package var disciplinary: Bool?
  package var text = ""
  package init() {}

  package static let fields: [StepField<ConductNoted>] = [
    .yesNo("disciplinary", "The disciplinary course is taken", \.disciplinary, required: true),
    .text("text", "For those who may know", \.text, long: true),
  ]
}

/// A resolution is offered without admitting liability.
package struct LiabilityNoted: StepPayload {
  package static let kind = StepKind.liabilityNoted
  package var wording = ""
  package var advice = ""
  package init() {}

  package static let fields: [StepField<LiabilityNoted>] = [
    .text("wording", "What the letter says", \.wording, help: "default: the policy's own wording"),
    .text("advice", "Legal advice on the wording: by whom, when", \.advice),
  ]
}

extension CaseStep {
  /// Whether only named roles read what it says: conduct of staff.
  package var isSensitive: Bool { kind == .conductNoted }
}

extension StaffMember {
  /// Whether this person reads what is marked sensitive.
  package var readsSensitive: Bool { !allRoles.isDisjoint(with: [.reviewer, .director, .supervisor]) }
}

extension WorkRecord {
  /// The newest draft of that stage, while nobody has said anything of it.
  func openDraft(at stage: Stage?) -> DraftRecord? {
    guard let draft = drafts.last, draft.stage == stage, draft.answer == nil else { return nil }
    return draft
  }

  /// Requests nobody has answered.
  package var openRequests: [RequestRecord] { requests.filter { $0.answer == nil } }
}

extension CaseFile {
  mutating func apply(_ chased: RequestChased, _ stamp: StepStamp) {
    guard let index = work.requests.firstIndex(where: { $0.number == chased.request }) else { return }
    work.requests[index].chased.append(stamp.at)
  }

  mutating func apply(_ answered: RequestAnswered, _ stamp: StepStamp) {
    guard let index = work.requests.firstIndex(where: { $0.number == answered.request }) else { return }
    work.requests[index].answer = answered
    work.requests[index].answeredOn = stamp.at
  }

  mutating func apply(_ approved: DraftApproved, _ stamp: StepStamp) {
    guard !work.drafts.isEmpty else { return }
    work.drafts[work.drafts.count - 1].answer = approved
    work.drafts[work.drafts.count - 1].answeredBy = stamp.by
  }
}

func numbered(_ sent: RequestSent, _ file: CaseFile) -> RequestSent {
  var numbered = sent
  numbered.request = file.work.requests.count + 1
  return numbered
}

func openRequest(_ number: Int?, _ file: CaseFile) throws(Refusal) -> RequestRecord {
  guard let request = file.work.requests.first(where: { $0.number == number }) else {
    throw .work(.noSuchRequest(number ?? 0))
  }
  if request.answer != nil { throw .work(.alreadyAnswered(request.number)) }
  return request
}

/// A contractor's answer says whether it agrees, where the policy wants that.
func guardAnswer(_ answered: RequestAnswered, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  let request = try openRequest(answered.request, file)
  guard request.sent.whom == .contractor, answered.agreed == nil else { return }
  if let rule = rules.profile(of: file)?.duties.contractorAgreement {
    throw .missing(field: "agreed", clause: rule.clause)
  }
}

func guardDraft(_ file: CaseFile) throws(Refusal) {
  if let stage = file.current, stage.responded != nil { throw .alreadyResponded(stage.stage) }
}

/// A draft is approved by the role the policy names, and not by its author.
func guardApproval(_ approved: DraftApproved, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  guard let draft = file.work.openDraft(at: file.stage) else { throw .work(.nothingToApprove) }
  if draft.by == occasion.by { throw .work(.ownDraft(occasion.by)) }
  let rule = occasion.rules.profile(of: file)?.duties.draftApproval
  if let rule, let role = Role(rawValue: rule.role),
    occasion.staff[occasion.by]?.allRoles.contains(role) != true
  {
    throw .roleMayNot(action: "approve", needs: [role])
  }
  if approved.approved == false, isBlank(approved.comments) { throw .missing(field: "comments", clause: nil) }
}

/// The wording with the policy's own where none was given, and the advice it asks for.
func worded(
  _ noted: LiabilityNoted, _ file: CaseFile, _ rules: RuleBook
) throws(Refusal) -> LiabilityNoted {
  let rule = rules.profile(of: file)?.duties.liability
  if isBlank(noted.advice), let rule, rule.legalAdvice {
    throw .missing(field: "advice", clause: rule.clause)
  }
  var worded = noted
  if isBlank(worded.wording) { worded.wording = rule?.says ?? "" }
  if isBlank(worded.wording) { throw .missing(field: "wording", clause: rule?.clause) }
  return worded
}
