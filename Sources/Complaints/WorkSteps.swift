import Clocks

/// Steps of working a case: claims, requests, splits, approval, withdrawal, merging.
package enum WorkStep: Hashable, Sendable {
  case withdrawn(ComplaintWithdrawn)
  case reopened(CaseReopened)
  case merged(CaseMerged)
  case mergeEnded(MergeEnded)
  case involved(InvolvementNoted)
  case claimed(CaseClaimed)
  case released(ClaimReleased)
  case excused(ContactExcused)
  case split(PointSplit)
  case pointsMerged(PointsMerged)
  case pointHanded(PointHanded)
  case reassigned(ItemReassigned)
  case requested(RequestSent)
  case chased(RequestChased)
  case answered(RequestAnswered)
  case found(FindingRecorded)
  case drafted(ResponseDrafted)
  case approved(DraftApproved)
  case formatAsked(FormatAsked)
  case conduct(ConductNoted)
  case liability(LiabilityNoted)
  case letterSent(LetterSent)
  case letterCancelled(LetterCancelled)
  case letterQueued(LetterQueued)
  case letterTaken(LetterTaken)
  case updated(UpdateSent)
  case thanked(ComplimentThanked)
  case published(ComplimentPublished)
  case surveyed(SurveyRecorded)
  case scored(QualityScored)

  package var payload: any StepPayload {
    switch self {
    case .withdrawn(let payload): payload
    case .reopened(let payload): payload
    case .merged(let payload): payload
    case .mergeEnded(let payload): payload
    case .involved(let payload): payload
    case .claimed(let payload): payload
    case .released(let payload): payload
    case .excused(let payload): payload
    case .split(let payload): payload
    case .pointsMerged(let payload): payload
    case .pointHanded(let payload): payload
    case .reassigned(let payload): payload
    case .requested(let payload): payload
    case .chased(let payload): payload
    case .answered(let payload): payload
    case .found(let payload): payload
    case .drafted(let payload): payload
    case .approved(let payload): payload
    case .formatAsked(let payload): payload
    case .conduct(let payload): payload
    case .liability(let payload): payload
    case .letterSent(let payload): payload
    case .letterCancelled(let payload): payload
    case .letterQueued(let payload): payload
    case .letterTaken(let payload): payload
    case .updated(let payload): payload
    case .thanked(let payload): payload
    case .published(let payload): payload
    case .surveyed(let payload): payload
    case .scored(let payload): payload
    }
  }

  static let specs: [StepSpec] =
    courseSpecs + allocationSpecs + pointSpecs + itemSpecs + inquirySpecs + letterSpecs + outboxSpecs
    + afterwardsSpecs + publishingSpecs
}

/// What is on record about working the case.
package struct WorkRecord: Hashable, Sendable {
  package var withdrawn: ComplaintWithdrawn?
  /// What the case was before it was merged into another; nil while it is not.
  var beforeMerge: CourseBeforeMerge?
  /// The case this one was merged into.
  package var mergedInto: CaseReference?
  /// Cases merged into this one.
  package var absorbed: [CaseReference] = []
  /// Every contact and failed attempt with its two times.
  package var log: [LoggedContact] = []
  package var involvements: [InvolvementNoted] = []
  package var claim: Claim?
  package var excuses: [Excuse] = []
  package var requests: [RequestRecord] = []
  package var findings: [FindingRecorded] = []
  package var drafts: [DraftRecord] = []
  package var liability: [LiabilityNoted] = []
  package var conduct: [ConductNoted] = []
  /// What brought a letter into being owed, oldest first, whatever the profile asks for.
  package var owing: [OwingFact] = []
  package var lettersSent: [SentLetter] = []
  package var updates: [UpdateRecord] = []
  /// Whether a letter was confirmed since letters were last handed over.
  var hasOutbox = false
  var marks: CaseMarks { hasOutbox ? .outbox : [] }
  package var thanks: [ComplimentThanked] = []
  package var published: [ComplimentPublished] = []
  package var surveys: [SurveyRecorded] = []
  package var scores: [QualityScored] = []
}

extension CaseFile {
  mutating func apply(_ step: WorkStep, _ stamp: StepStamp) {
    switch step {
    case .withdrawn(let withdrawn):
      work.withdrawn = withdrawn
      state = .withdrawn
      closed = stamp.at
      closedReason = withdrawn.reason
    case .reopened: reopen()
    case .merged(let merged): apply(merged, stamp)
    case .mergeEnded(let ended): apply(ended)
    case .involved(let noted): work.involvements.append(noted)
    case .claimed: work.claim = stamp.at.moment.map { Claim(by: stamp.by, at: $0) }
    case .released: work.claim = nil
    case .excused(let excused): work.excuses.append(Excuse(excused: excused, on: stamp.at))
    case .split(let split): apply(split, stamp)
    case .pointsMerged(let merged): apply(merged)
    case .pointHanded(let handed): apply(handed, stamp)
    case .reassigned(let reassigned): apply(reassigned)
    case .requested(let sent):
      work.requests.append(RequestRecord(sent: sent, on: stamp.at, by: stamp.by, owner: stamp.by))
    case .chased(let chased): apply(chased, stamp)
    case .answered(let answered): apply(answered, stamp)
    case .found(let finding): work.findings.append(finding)
    case .drafted(let draft):
      work.drafts.append(DraftRecord(draft: draft, stage: stage, by: stamp.by, on: stamp.at))
    case .approved(let approved): apply(approved, stamp)
    case .formatAsked(let asked):
      work.owing.append(OwingFact(letter: .translation, since: stamp.at, about: asked.what))
    case .conduct(let noted): work.conduct.append(noted)
    case .liability(let noted): work.liability.append(noted)
    case .letterSent(let sent): apply(sent, stamp)
    case .letterCancelled: break
    case .letterQueued: work.hasOutbox = true
    case .letterTaken: work.hasOutbox = false
    case .updated(let update): apply(update, stamp)
    case .thanked(let thanked):
      work.thanks.append(thanked)
      hear(stamp.at.day)
    case .published(let published): work.published.append(published)
    case .surveyed(let survey): work.surveys.append(survey)
    case .scored(let score): work.scores.append(score)
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: WorkStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .withdrawn, .involved, .excused, .claimed, .released, .reopened, .formatAsked, .conduct, .liability,
    .letterSent, .letterCancelled, .letterQueued, .letterTaken, .found, .scored:
    break
  case .merged(let merged): if merged.with == file.reference { throw .linkToItself }
  case .mergeEnded(let ended): try guardUnmerge(ended, file)
  case .split(let split): try guardSplit(split, file)
  case .pointsMerged(let merged): try guardPointMerge(merged, file)
  case .pointHanded(let handed): _ = try openPoint(handed.point, file)
  case .reassigned(let reassigned): try file.guardReassigned(reassigned)
  case .requested(let sent): if let point = sent.point { _ = try openPoint(point, file) }
  case .chased(let chased): _ = try openRequest(chased.request, file)
  case .answered(let answered): _ = try openRequest(answered.request, file)
  case .drafted: try guardDraft(file)
  case .approved: if file.work.openDraft(at: file.stage) == nil { throw .work(.nothingToApprove) }
  case .thanked: if file.kind != .compliment { throw .work(.notACompliment(file.kind)) }
  case .updated(let update): if let promise = update.promise { try guardOpenPromise(promise, file) }
  case .published(let published): try guardPublishing(published, file, rules)
  case .surveyed(let survey): try guardSurvey(survey, file)
  }
}

/// What only the occasion can settle, and the events with what the rules fill in.
func decideWork(_ step: WorkStep, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> [NewEvent] {
  func event(_ step: WorkStep, on reference: CaseReference? = nil) -> NewEvent {
    NewEvent(.step(.work(step)), case: reference ?? file.reference, occurred: occasion.occurred)
  }
  switch step {
  case .withdrawn, .reopened, .found, .formatAsked, .thanked, .published, .surveyed, .conduct, .drafted,
    .chased:
    return [event(step)]
  case .updated(let update):
    try guardUpdate(update, file, occasion)
    return [event(step)]
  case .merged(let merged):
    return mergeParts(merged, file).map { event(.merged($0.step), on: $0.reference) }
  case .mergeEnded(let ended):
    return unmergeParts(ended, file).map { event(.mergeEnded($0.step), on: $0.reference) }
  case .involved(let noted):
    try guardInvolvementNote(noted, occasion)
    return [event(step)]
  case .claimed: return [event(.claimed(try claim(file, occasion)))]
  case .released:
    try guardRelease(file, occasion)
    return [event(step)]
  case .excused(let excused):
    try guardExcuse(excused, file, occasion.rules)
    return [event(step)]
  case .split(let split): return [event(.split(numbered(split, file)))]
  case .pointsMerged: return [event(step)]
  case .reassigned(let reassigned):
    if let to = reassigned.to, occasion.staff.current(to, on: occasion.today) == nil {
      throw .noSuchStaff(to.text)
    }
    return [event(step)]
  case .pointHanded(let handed):
    if let to = handed.to { try guardAssignee(to, file, occasion) }
    return [event(step)]
  case .requested(let sent): return [event(.requested(numbered(sent, file)))]
  case .answered(let answered):
    try guardAnswer(answered, file, occasion.rules)
    return [event(step)]
  case .approved(let approved):
    try guardApproval(approved, file, occasion)
    return [event(step)]
  case .liability(let noted): return [event(.liability(try worded(noted, file, occasion.rules)))]
  case .letterSent(let sent):
    try guardLetterSent(sent, file, occasion)
    return [event(step)]
  case .letterQueued(let queued):
    try guardSending(queued, file, occasion)
    return sendingEvents(queued, file, occasion)
  case .letterTaken: return try takingEvents(file, occasion)
  case .letterCancelled(let cancelled):
    let seq = try letterToCancel(cancelled, file, occasion)
    var named = cancelled
    named.letter = Int(clamping: seq)
    return [
      NewEvent(.stepUndone(seq: seq), case: file.reference, occurred: occasion.occurred),
      event(.letterCancelled(named)),
    ]
  case .scored(let score):
    if let field = score.outOfRange {
      throw .badValue(field: field, value: "", allowed: "a number from 1 to 5")
    }
    return [event(step)]
  }
}
