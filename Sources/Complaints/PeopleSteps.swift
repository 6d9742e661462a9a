package import Clocks

/// Steps about people and the record itself: joins, parts, who may read, holds.
package enum PeopleStep: Hashable, Sendable {
  case joined(PersonJoined)
  case parted(PersonParted)
  case corrected(PersonCorrected)
  case sensitive(SensitivityMarked)
  case keptOut(StaffKeptOut)
  case held(HoldPlaced)
  case released(HoldReleased)

  package var payload: any StepPayload {
    switch self {
    case .joined(let payload): payload
    case .parted(let payload): payload
    case .corrected(let payload): payload
    case .sensitive(let payload): payload
    case .keptOut(let payload): payload
    case .held(let payload): payload
    case .released(let payload): payload
    }
  }
}

/// The record may not be erased while a legal or Ombudsman matter runs.
package struct HoldPlaced: StepPayload {
  package static let kind = StepKind.holdPlaced
  package var reason = ""
  package init() {}

  package static let fields: [StepField<HoldPlaced>] = [
    .text("reason", "The matter it is kept for", \.reason, required: true)
  ]
}

/// The hold is over.
package struct HoldReleased: StepPayload {
  package static let kind = StepKind.holdReleased
  package var reason = ""
  package init() {}

  package static let fields: [StepField<HoldReleased>] = [
    .text("reason", "Why it is over", \.reason, required: true)
  ]
}

extension PeopleStep {
  static let specs: [StepSpec] = [
    StepSpec(
      PersonJoined.self, action: "join-person", "join two records of one person",
      roles: [.handler, .supervisor, .administrator], states: .any, row: .refold
    ) { .people(.joined($0)) },
    StepSpec(
      PersonParted.self, action: "part-person", "part records that are two people",
      roles: [.handler, .supervisor, .administrator], states: .any, row: .refold
    ) { .people(.parted($0)) },
    StepSpec(
      PersonCorrected.self, action: "correct-person", "put a person's details right",
      roles: [.handler, .supervisor, .administrator], states: .any, row: .refold
    ) { .people(.corrected($0)) },
    StepSpec(
      SensitivityMarked.self, action: "sensitive", "keep a part to named roles",
      roles: [.handler, .supervisor], states: .any, row: .refold
    ) { .people(.sensitive($0)) },
    StepSpec(
      StaffKeptOut.self, action: "keep-out", "keep somebody who works here out of it",
      roles: [.handler, .supervisor], states: .any, row: .refold
    ) { .people(.keptOut($0)) },
    StepSpec(
      HoldPlaced.self, action: "hold", "keep the record from erasure",
      roles: [.supervisor, .reviewer, .administrator],
      states: .any, row: .refold
    ) { .people(.held($0)) },
    StepSpec(
      HoldReleased.self, action: "release-hold", "end the hold on the record",
      roles: [.supervisor, .reviewer, .administrator], states: .any, row: .refold
    ) { .people(.released($0)) },
  ]
}

/// What is on record about people and the keeping of the record.
package struct PeopleRecord: Hashable, Sendable {
  package var hold: HoldPlaced?
  package var shields = Shields()
  package var statements: [PersonStatement] = []

  var marks: CaseMarks { hold == nil ? shields.marks : shields.marks.union(.held) }
}

extension CaseFile {
  mutating func apply(_ step: PeopleStep, _ stamp: StepStamp) {
    switch step {
    case .joined(let joined):
      guard let one = joined.one, let other = joined.other else { return }
      people.statements.append(PersonStatement(seq: stamp.seq, what: .joined(one, other)))
    case .parted(let parted):
      guard let one = parted.one, let other = parted.other else { return }
      people.statements.append(PersonStatement(seq: stamp.seq, what: .parted(one, other)))
    case .corrected(let corrected):
      if let person = contact.personNumber {
        people.statements.append(PersonStatement(seq: stamp.seq, what: .corrected(person, corrected)))
      }
    case .sensitive(let marked): people.shields.take(marked)
    case .keptOut(let kept): people.shields.take(kept)
    case .held(let hold): people.hold = hold
    case .released: people.hold = nil
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: PeopleStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .joined, .parted: if file.contact.personNumber == nil { throw .people(.nobodyOnRecord) }
  case .corrected(let corrected):
    if file.contact.personNumber == nil { throw .people(.nobodyOnRecord) }
    if corrected.isEmpty { throw .missing(field: "name", clause: nil) }
  case .sensitive(let marked):
    for word in marked.roles where Role(rawValue: word) == nil {
      throw .badValue(
        field: "roles", value: word, allowed: Role.allCases.map(\.rawValue).joined(separator: ", "))
    }
    if marked.lifted == true, let part = marked.part, file.people.shields.parts[part] == nil {
      throw .people(.notMarked(part))
    }
  case .keptOut(let kept):
    if kept.lifted == true, let staff = kept.staff, file.people.shields.keptOut[staff] == nil {
      throw .people(.notKeptOut(staff))
    }
  case .held: if file.people.hold != nil { throw .people(.alreadyHeld) }
  case .released: if file.people.hold == nil { throw .people(.notHeld) }
  }
}

/// The events of a step about people, with the number of this case's own person filled in.
func peopleEvents(
  _ step: PeopleStep, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> [NewEvent] {
  func event(_ step: PeopleStep) -> [NewEvent] {
    [NewEvent(.step(.people(step)), case: file.reference, occurred: occasion.occurred)]
  }
  switch step {
  case .joined(var joined):
    joined.person = file.contact.personNumber?.text ?? ""
    let other = try known(joined.with, "with", occasion)
    if other == file.contact.personNumber { throw .people(.samePerson) }
    if occasion.joined.contains(other) { throw .people(.alreadyJoined(other)) }
    return event(.joined(joined))
  case .parted(var parted):
    parted.person = file.contact.personNumber?.text ?? ""
    let other = try known(parted.from, "from", occasion)
    if !occasion.joined.contains(other) { throw .people(.notJoined(other)) }
    return event(.parted(parted))
  case .keptOut(let kept):
    if let staff = kept.staff, kept.lifted != true { try mustWorkHere(staff, occasion) }
    return event(step)
  case .corrected, .sensitive, .held, .released: return event(step)
  }
}

private func known(_ text: String, _ field: String, _ occasion: Occasion) throws(Refusal) -> PersonNumber {
  guard let number = PersonNumber(text) else {
    throw .badValue(field: field, value: text, allowed: "a person such as P000123")
  }
  guard number < occasion.nextPerson else { throw .people(.noSuchPerson(number)) }
  return number
}

/// Why a step about people or the record was refused.
package enum PeopleRefusal: Hashable, Sendable {
  case alreadyHeld
  case notHeld
  /// Its texts may not be erased: it is kept for that matter.
  case heldFromErasure(String)
  /// Its texts may not be erased: it is not ended.
  case stillWorkedOn
  /// Its texts may not be erased: those promises are not kept.
  case promisesOpen([Int])
  /// The contact named nobody, so there is no record to join.
  case nobodyOnRecord
  case noSuchPerson(PersonNumber)
  case samePerson
  case alreadyJoined(PersonNumber)
  case notJoined(PersonNumber)
  case notMarked(SensitivePart)
  case notKeptOut(StaffLogin)
  case keptOut(KeptOutAs)
  case closedCase([Role])
  /// They read only a case on whose panel they sit.
  case notNamed
  /// They read figures and samples, no case.
  case figuresOnly
  /// They read nothing until these are on record.
  case notReadyToRead([ReadingCondition], Clause)

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .alreadyHeld, .notHeld, .heldFromErasure, .stillWorkedOn, .promisesOpen, .nobodyOnRecord, .keptOut,
      .closedCase, .notNamed, .figuresOnly, .notReadyToRead:
      nil
    case .noSuchPerson, .samePerson, .alreadyJoined: "with"
    case .notJoined: "from"
    case .notMarked: "part"
    case .notKeptOut: "staff"
    }
  }
}
