import Clocks
import Complaints

/// Lines in the shape of casework, the same for the same seed: several hundred cases under way at once, each
/// line about any of them, of some thirty kinds in the shares a complaints team writes them.
struct BenchCases {
  /// A case being worked: what is still to be told of it, the next last.
  private struct Worked {
    var reference: CaseReference
    var ahead: [BenchStep]
    /// Its newest note, for somebody to take back.
    var note: UInt64 = 0
  }

  private var texts: BenchTexts
  private let staff: [StaffLogin]
  private let zone: ZoneTable
  private let atOnce: Int
  private var worked: [Worked] = []

  init(seed: UInt64, staff: [StaffLogin], zone: ZoneTable, atOnce: Int = 400) {
    texts = BenchTexts(seed: seed)
    self.staff = staff
    self.zone = zone
    self.atOnce = atOnce
  }

  /// The events of the line `seq`: the next thing told of one of the cases, or a contact that opens another.
  mutating func next(nextCase: CaseNumber, person: PersonNumber, seq: UInt64, now: Moment) -> [NewEvent] {
    guard worked.count >= atOnce, let place = place(), let step = worked[place].ahead.popLast() else {
      return open(CaseReference(number: nextCase, year: zone.day(of: now).year), person, now)
    }
    let reference = worked[place].reference
    if step == .note { worked[place].note = seq }
    let events = events(step, worked[place].note, now)
    // Some things are written up a while after they happened.
    let occurred = texts.chance.below(4) == 0 ? zone.occurrence(at: now.adding(seconds: -7200)) : nil
    if worked[place].ahead.isEmpty {
      worked.swapAt(place, worked.count - 1)
      worked.removeLast()
    }
    return events.map { NewEvent($0, case: reference, occurred: occurred) }
  }

  private mutating func place() -> Int? { worked.isEmpty ? nil : texts.chance.below(worked.count) }

  private mutating func open(_ reference: CaseReference, _ person: PersonNumber, _ now: Moment) -> [NewEvent]
  {
    var contact = texts.contact(person, imported: texts.chance.below(10) == 0)
    let isComplaint = texts.chance.below(10) < 6
    if texts.chance.below(9) == 0 { contact.person.needs = [texts.sentence(3)] }
    var ahead = isComplaint ? BenchStep.complaint(&texts.chance) : BenchStep.request(&texts.chance)
    var events = [
      NewEvent(.contactReceived(contact), case: reference, occurred: zone.occurrence(at: now))
    ]
    if texts.chance.below(3) == 0, let triage = ahead.popLast() {
      events += self.events(triage, 0, now).map { NewEvent($0, case: reference) }
    }
    worked.append(Worked(reference: reference, ahead: ahead))
    return events
  }

  private mutating func who() -> StaffLogin { staff[texts.chance.below(staff.count)] }

  private mutating func events(_ step: BenchStep, _ note: UInt64, _ now: Moment) -> [Event] {
    let day = zone.day(of: now)
    switch step {
    case .triage(let kind):
      return [
        .contactTriaged(
          ContactTriaged(
            kind: kind, reason: texts.sentence(8), proposed: kind, clause: "code-2024 1.5",
            answers: [TriageAnswer(question: .reportedBefore, yes: kind == .complaint)],
            profile: "manchester-2022"))
      ]
    case .assign: return [.caseAssigned(to: who())]
    case .acknowledge(let stage):
      return [
        .complaintAcknowledged(
          Acknowledgement(stage: stage, definition: texts.sentence(24), outcome: texts.sentence(8)))
      ]
    case .talk:
      return [
        .contactLogged(
          ContactLogged(
            direction: texts.chance.below(3) == 0 ? .into : .out, channel: .phone,
            reached: texts.chance.below(4) > 0, text: texts.sentence(20)))
      ]
    case .note: return [.noteAdded(text: texts.sentence(16))]
    case .undoNote: return note == 0 ? [.noteAdded(text: texts.sentence(6))] : [.stepUndone(seq: note)]
    case .point(let number): return [.pointAdded(PointAdded(point: number, text: texts.sentence(9)))]
    case .decide(let point, let stage):
      return [
        .pointDecided(
          PointDecided(
            point: point, stage: stage, decision: texts.chance.pick(Decision.allCases) ?? .upheld,
            reasons: texts.sentence(40), basis: "Repairs policy 5"))
      ]
    case .extend(let stage):
      return [
        .responseExtended(
          ResponseExtended(
            stage: stage, to: day.adding(days: 10), reason: texts.sentence(10), told: "by phone"))
      ]
    case .respond(let stage):
      return [.complaintResponded(Responded(stage: stage, channel: .letter, text: texts.sentence(110)))]
    case .escalate(let stage):
      return [.complaintEscalated(Escalated(stage: stage, reason: texts.sentence(14)))]
    case .close: return [.caseClosed(reason: texts.sentence(5))]
    case .need, .hazard, .request, .requestAnswered, .finding, .remedy, .compensation, .promise, .promiseKept,
      .draft, .draftApproved, .learning, .letterAndReceipt:
      return further(step, day)
    }
  }

  /// The steps of the tables.
  private mutating func further(_ step: BenchStep, _ day: CalendarDay) -> [Event] {
    switch step {
    case .triage, .assign, .acknowledge, .talk, .note, .undoNote, .point, .decide, .extend, .respond,
      .escalate,
      .close:
      return []
    case .need:
      var need = NeedRecorded()
      need.need = 1
      need.text = texts.sentence(6)
      return [.step(.intake(.need(need)))]
    case .hazard(let what):
      var recorded = HazardRecorded()
      recorded.what = what
      recorded.hazard = 1
      if what == .reported { recorded.hazardKind = .dampMould }
      recorded.text = texts.sentence(12)
      return [.step(.hazard(.recorded(recorded)))]
    case .request:
      var request = RequestSent()
      request.request = 1
      request.whom = .contractor
      request.name = "Northern Roofing"
      request.due = day.adding(days: 5)
      request.text = texts.sentence(25)
      return [.step(.work(.requested(request)))]
    case .requestAnswered:
      var answer = RequestAnswered()
      answer.request = 1
      answer.text = texts.sentence(40)
      return [.step(.work(.answered(answer)))]
    case .finding:
      var finding = FindingRecorded()
      finding.point = 1
      finding.evidence = texts.sentence(12)
      finding.finding = texts.sentence(50)
      return [.step(.work(.found(finding)))]
    case .remedy:
      var remedy = RemedyOffered()
      remedy.remedy = 1
      remedy.what = .specificAction
      remedy.text = texts.sentence(18)
      remedy.agreed = true
      return [.step(.remedy(.offered(remedy)))]
    case .compensation:
      var paid = CompensationRecorded()
      paid.what = .offered
      paid.compensation = 1
      paid.timeTrouble = 5000
      paid.text = texts.sentence(9)
      return [.step(.remedy(.compensated(paid)))]
    case .promise(let number):
      var promise = PromiseMade()
      promise.promise = number
      promise.text = texts.sentence(10)
      promise.due = day.adding(days: 20)
      promise.owner = who()
      return [.step(.remedy(.promised(promise)))]
    case .promiseKept(let number):
      var kept = PromiseKept()
      kept.promise = number
      kept.proof = texts.sentence(7)
      return [.step(.remedy(.kept(kept)))]
    case .draft:
      var draft = ResponseDrafted()
      draft.text = texts.sentence(110)
      return [.step(.work(.drafted(draft)))]
    case .draftApproved:
      var approved = DraftApproved()
      approved.approved = true
      return [.step(.work(.approved(approved)))]
    case .learning:
      var learned = LearningRecorded()
      learned.lesson = 1
      learned.text = texts.sentence(20)
      learned.cause = texts.sentence(12)
      learned.change = texts.sentence(9)
      learned.owner = who()
      return [.step(.remedy(.learned(learned)))]
    case .letterAndReceipt:
      var letter = LetterQueued()
      letter.letter = LetterKind.allCases.first
      letter.to = "A resident, 1 Bench Street"
      letter.body = texts.sentence(220)
      return [.step(.work(.letterQueued(letter))), .noteAdded(text: texts.sentence(7))]
    }
  }
}
