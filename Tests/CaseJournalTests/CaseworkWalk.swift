import Clocks
import Complaints

@testable import CaseJournal

/// Random casework that the rules would allow, as the lines it would write.
struct CaseworkWalk {
  private struct Walked {
    var reference: CaseReference
    var triaged = false
    var complaint = false
    var stage = Stage.one
    var points = 0
    var closed = false
    var responded = false
    /// Lines that an undo may take back or a correction may put right.
    var notes: [UInt64] = []
    var undone: [UInt64] = []
    var opened: UInt64 = 0
    var promises = 0
    var hazards = 0
  }

  private var random: SplitMix
  private var cases: [Walked] = []
  private var people: UInt32 = 0
  private var seq: UInt64
  private static let words = [
    "damp", "Siân", "the \"lift\"", "Dŵr", "line\nbreak", "作", "Łódź", "", "back\\slash", "O’Neil",
    "tab\there", "nbsp\u{A0}", "M9 4AA", "plain words only",
  ]

  /// Whether of the tables' steps only those are taken that a row counts as they come.
  private let counted: Bool

  /// `seq` is the sequence number the first line will get.
  init(seed: UInt64, seq: UInt64, counted: Bool = false) {
    random = SplitMix(seed: seed)
    self.seq = seq
    self.counted = counted
  }

  /// A step that a row counts, now and then with a number nothing has.
  private mutating func countedStep(_ walked: inout Walked) -> CaseStep {
    let date = CalendarDay(number: 20_800 + Int32(random.below(60)))
    let odd = random.below(9) == 0 ? 1 : 0
    switch random.below(8) {
    case 0, 1:
      var made = PromiseMade()
      walked.promises += 1
      made.promise = walked.promises + odd
      made.text = text() + "."
      made.due = date
      made.owner = random.below(2) == 0 ? login("jdoe") : nil
      return .remedy(.promised(made))
    case 2:
      var kept = PromiseKept()
      kept.promise = random.below(walked.promises + 1) + 1
      kept.proof = text() + "."
      return .remedy(.kept(kept))
    case 3:
      var moved = PromiseMoved()
      moved.promise = random.below(walked.promises + 1) + 1
      moved.to = date
      moved.reason = text() + "."
      moved.told = "by phone"
      return .remedy(.moved(moved))
    case 4:
      var learned = LearningRecorded()
      learned.lesson = 1
      learned.text = text()
      learned.due = random.below(2) == 0 ? date : nil
      learned.none = random.below(3) == 0 ? "nothing new" : ""
      return .remedy(.learned(learned))
    case 5:
      var need = NeedRecorded()
      need.need = 1
      need.text = text()
      return .intake(.need(need))
    default:
      var recorded = HazardRecorded()
      recorded.what = HazardMoment.allCases[random.below(HazardMoment.allCases.count)]
      recorded.emergency = random.below(3) == 0 ? random.below(2) == 0 : nil
      recorded.text = text() + "."
      if recorded.what == .reported {
        walked.hazards += 1
        recorded.hazardKind = .dampMould
        recorded.hazard = random.below(3) == 0 ? nil : walked.hazards + odd
      } else {
        recorded.hazard = random.below(3) == 0 ? nil : random.below(walked.hazards + 1) + 1
      }
      return .hazard(.recorded(recorded))
    }
  }

  private mutating func text() -> String {
    (0..<random.below(4)).map { _ in Self.words[random.below(Self.words.count)] }.joined(separator: " ")
  }

  private mutating func occurred() -> Occurrence? {
    let day = CalendarDay(number: 20_700 + Int32(random.below(90)))
    switch random.below(3) {
    case 0: return nil
    case 1: return Occurrence(day: day)
    default:
      // Often near midnight in summer, where London's day is not UTC's.
      let at = Moment(seconds: Int64(day.number - 120) * 86_400 + 82_000 + Int64(random.below(6000)))
      return london.occurrence(at: at)
    }
  }

  /// The events of the next line.
  mutating func next() -> [NewEvent] {
    defer { seq += 1 }
    if cases.isEmpty || random.below(6) == 0 { return open() }
    let index = random.below(cases.count)
    return step(index)
  }

  private mutating func open() -> [NewEvent] {
    var walked = Walked(reference: reference(UInt32(cases.count + 1)))
    walked.opened = seq
    var contact = ContactReceived(
      channel: Channel.allCases[random.below(Channel.allCases.count)], narrative: text())
    if random.below(2) == 0 {
      people += 1
      contact.personNumber = PersonNumber(value: people)
      contact.person.name = text()
      contact.person.phone = random.below(2) == 0 ? "+44 (0)161 496 0\(100 + random.below(800))" : ""
      contact.person.email = random.below(2) == 0 ? "Resident\(people)@example.org" : ""
      contact.person.needs = random.below(3) == 0 ? [text()] : []
    }
    contact.caller = random.below(4) == 0 ? text() : ""
    contact.representative = random.below(4) == 0 ? text() : ""
    contact.property.address = text()
    contact.property.postcode = random.below(2) == 0 ? "M9 4AA" : ""
    contact.property.uprn = random.below(3) == 0 ? "10070" : ""
    contact.tenure = random.below(2) == 0 ? TenureGroup.allCases[random.below(4)] : nil
    contact.affected = random.below(4) == 0 ? [text(), text()] : []
    contact.category = text()
    contact.stage = random.below(4) == 0 ? .two : nil
    if random.below(2) == 0 {
      contact.source = "CRM"
      contact.sourceRef = "CRM-\(seq)"
      contact.row = "00ab00ab00ab00ab"
    }
    if let stage = contact.stage { walked.stage = stage }
    var events = [NewEvent(.contactReceived(contact), case: walked.reference, occurred: occurred())]
    if random.below(2) == 0 { events.append(triage(&walked)) }
    if random.below(4) == 0, walked.triaged, !walked.complaint {
      walked.closed = true
      events.append(NewEvent(.caseClosed(reason: text()), case: walked.reference, occurred: occurred()))
    }
    cases.append(walked)
    return events
  }

  private mutating func triage(_ walked: inout Walked) -> NewEvent {
    walked.triaged = true
    let kind: Kind = random.below(3) == 0 ? .serviceRequest : .complaint
    walked.complaint = kind == .complaint
    let triage = ContactTriaged(
      kind: kind, reason: text(), proposed: nil, clause: "code-2024 1.2", answers: [],
      profile: ["manchester-2022", "code-2024", ""][random.below(3)])
    return NewEvent(.contactTriaged(triage), case: walked.reference)
  }

  /// A step of any kind with some of its fields, as no rule would ever let through.
  private mutating func anyStep() -> CaseStep {
    let spec = StepCatalogue.all[random.below(StepCatalogue.all.count)]
    var values: [String: StepValue] = [:]
    for field in spec.allFields where field.required || random.below(2) == 0 {
      values[field.name] = EveryStep.value(field, random.below(4) + 1)
    }
    return given(spec.decode(values))
  }

  private mutating func step(_ index: Int) -> [NewEvent] {
    var walked = cases[index]
    defer { cases[index] = walked }
    func event(_ event: Event, _ occurred: Occurrence? = nil) -> [NewEvent] {
      [NewEvent(event, case: walked.reference, occurred: occurred)]
    }
    switch random.below(18) {
    case 0:
      guard !walked.triaged else { break }
      return [triage(&walked)]
    case 1, 2:
      guard walked.complaint, !walked.closed else { break }
      return event(
        .complaintAcknowledged(Acknowledgement(stage: walked.stage, definition: text())), occurred())
    case 3:
      return event(
        .caseAssigned(to: login(["asmith", "jdoe", "a.very-long.login_0123456789"][random.below(3)])))
    case 4:
      let logged = ContactLogged(
        direction: random.below(2) == 0 ? .into : .out,
        channel: Channel.allCases[random.below(Channel.allCases.count)], reached: random.below(2) == 0,
        text: text())
      return event(.contactLogged(logged), occurred())
    case 5:
      guard walked.complaint, !walked.closed else { break }
      walked.points += 1
      return event(.pointAdded(PointAdded(point: walked.points, text: text())))
    case 6, 7:
      guard walked.complaint, walked.points > 0, !walked.closed else { break }
      return event(
        .pointDecided(
          PointDecided(
            point: random.below(walked.points) + 1, stage: walked.stage,
            decision: Decision.allCases[random.below(4)], reasons: text(), basis: "none")))
    case 8:
      guard walked.complaint, !walked.closed else { break }
      let extended = ResponseExtended(
        stage: walked.stage, to: day("2027-01-20"), reason: text(), told: text())
      return event(.responseExtended(extended), occurred())
    case 9:
      guard walked.complaint, !walked.responded, !walked.closed else { break }
      walked.responded = true
      let channel = Channel.allCases[random.below(Channel.allCases.count)]
      return event(.complaintResponded(Responded(stage: walked.stage, channel: channel)), occurred())
    case 10:
      guard walked.complaint, walked.responded, let next = walked.stage.next else { break }
      walked.stage = next
      walked.responded = false
      return event(.complaintEscalated(Escalated(stage: next, reason: text())), occurred())
    case 11:
      guard let note = walked.notes.last, !walked.undone.contains(note) else { break }
      walked.undone.append(note)
      return event(.stepUndone(seq: note))
    case 12:
      if counted, random.below(4) > 0 { break }
      let field = ["person.name", "narrative", "category", "property.address"][random.below(4)]
      return event(.entryCorrected(Corrected(seq: walked.opened, field: field, value: text())))
    case 13, 14, 15:
      return event(.step(counted ? countedStep(&walked) : anyStep()), occurred())
    default:
      guard cases.count > 1, random.below(3) == 0 else { break }
      let other = cases[(index + 1) % cases.count].reference
      return event(.caseLinked(CaseLinked(to: other, relation: "related")))
        + [NewEvent(.caseLinked(CaseLinked(to: walked.reference, relation: "related")), case: other)]
    }
    walked.notes.append(seq)
    return event(.noteAdded(text: text()))
  }
}
