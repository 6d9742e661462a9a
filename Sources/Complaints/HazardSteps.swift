package import Clocks

/// Steps of the hazard track, which runs beside the complaint clocks (SI 2025/1042).
package enum HazardStep: Hashable, Sendable {
  case recorded(HazardRecorded)

  package var payload: any StepPayload {
    switch self {
    case .recorded(let payload): payload
    }
  }
}

/// What happened to a hazard.
package enum HazardMoment: String, CaseIterable, Hashable, Sendable {
  /// We became aware of it.
  case reported
  case investigated
  /// The written summary went to the tenant.
  case summary
  case madeSafe = "made-safe"
  /// Further preventative work began.
  case started
  /// Suitable other accommodation was offered, since it could not be made safe in time.
  case accommodation
  /// A further look found that there is none.
  case none
}

/// Kinds of hazard, as the regulations bring them in one after another.
package enum HazardKind: String, CaseIterable, Hashable, Sendable {
  case dampMould = "damp-mould"
  case heating, gas, electrical, fire, structure, falls, hygiene, security, other
}

/// One thing that happened to one hazard of the case.
package struct HazardRecorded: StepPayload {
  package static let kind = StepKind.hazardRecorded
  package var what: HazardMoment?
  /// Its number in the case; given where the case has several.
  package var hazard: Int?
  package var hazardKind: HazardKind?
  package var emergency: Bool?
  package var text = ""
  package init() {}

  package static let fields: [StepField<HazardRecorded>] = [
    .word("what", "What happened", \.what, required: true),
    .number("hazard", "Hazard", \.hazard, help: "its number, where the case has several"),
    .word("kind", "Kind", \.hazardKind, help: "when reported"),
    .yesNo("emergency", "An emergency", \.emergency, help: "when reported: to be made safe within 24 hours"),
    .text("text", "What was found or done", \.text, required: true, long: true),
  ]
}

extension HazardStep {
  static let specs: [StepSpec] = [
    StepSpec(
      HazardRecorded.self, action: "hazard", "record a hazard", roles: [.handler, .supervisor], states: .any,
      row: .refold
    ) { .hazard(.recorded($0)) }
  ]
}

/// One hazard and how far it has come.
package struct HazardTrack: Hashable, Sendable {
  package var number: Int
  package var kind: HazardKind
  package var emergency: Bool
  package var text: String
  /// When we became aware.
  package var aware: Occurrence
  package var investigated: Occurrence?
  package var summary: Occurrence?
  package var madeSafe: Occurrence?
  package var started: Occurrence?
  package var accommodation: Occurrence?
  /// Found to be none.
  package var ended: Occurrence?
  /// Tenure group of the home; nil where it is not on record.
  package var tenure: TenureGroup?

  /// What decides whether the law's clocks run.
  package var facts: HazardFacts {
    HazardFacts(
      kind: kind.rawValue, emergency: emergency, tenure: tenure?.rawValue ?? "", aware: aware.day)
  }

  /// Whether anything of it is still owed.
  package var isOpen: Bool {
    ended == nil && !duties.allSatisfy { $0.done != nil }
  }

  /// The clocks it runs (SI 2025/1042, regulations 6, 9, 11 and 13).
  package var duties: [DutyFacts] {
    var duties: [DutyFacts] = []
    func owe(_ clock: ClockWord, from start: Occurrence, _ done: Occurrence?) {
      duties.append(DutyFacts(clock: clock, started: start, done: done ?? ended, hazard: facts))
    }
    if emergency { owe(.hazardMakesafe, from: aware, madeSafe ?? accommodation) }
    if !emergency || investigated != nil { owe(.hazardInvestigate, from: aware, investigated) }
    guard let investigated else { return duties }
    owe(.hazardSummary, from: investigated, summary)
    owe(.hazardSafety, from: investigated, madeSafe ?? accommodation)
    owe(.hazardPreventative, from: investigated, started)
    owe(.hazardBackstop, from: investigated, started)
    return duties
  }
}

/// What is on record of the hazard track.
package struct HazardRecord: Hashable, Sendable {
  package var hazards: [HazardTrack] = []

  package var open: [HazardTrack] { hazards.filter(\.isOpen) }
  var marks: CaseMarks { open.isEmpty ? [] : .hazard }
  var duties: [DutyFacts] { hazards.flatMap(\.duties) }

  /// The hazard a step is about: the one named, else the only open one.
  func place(of step: HazardRecorded) -> Int? {
    if let number = step.hazard { return hazards.firstIndex { $0.number == number } }
    let open = hazards.indices.filter { hazards[$0].isOpen }
    return open.count == 1 ? open[0] : nil
  }
}

extension CaseFile {
  mutating func apply(_ step: HazardStep, _ stamp: StepStamp) {
    switch step {
    case .recorded(let recorded):
      guard let what = recorded.what else { return }
      if what == .reported {
        hazard.hazards.append(
          HazardTrack(
            number: recorded.hazard ?? hazard.hazards.count + 1, kind: recorded.hazardKind ?? .other,
            emergency: recorded.emergency ?? false, text: recorded.text, aware: stamp.at,
            tenure: contact.tenure))
        return
      }
      guard let place = hazard.place(of: recorded) else { return }
      switch what {
      case .reported: break
      case .investigated: hazard.hazards[place].investigated = stamp.at
      case .summary: hazard.hazards[place].summary = stamp.at
      case .madeSafe: hazard.hazards[place].madeSafe = stamp.at
      case .started: hazard.hazards[place].started = stamp.at
      case .accommodation: hazard.hazards[place].accommodation = stamp.at
      case .none: hazard.hazards[place].ended = stamp.at
      }
      if what == .summary || what == .accommodation { hear(stamp.at.day) }
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: HazardStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .recorded(let recorded):
    guard let what = recorded.what, what != .reported else { return }
    guard let place = file.hazard.place(of: recorded) else {
      throw .hazard(
        recorded.hazard.map { .noSuchHazard($0) } ?? .whichHazard(file.hazard.open.map(\.number)))
    }
    let track = file.hazard.hazards[place]
    let done: Occurrence? =
      switch what {
      case .reported: nil
      case .investigated: track.investigated
      case .summary: track.summary
      case .madeSafe: track.madeSafe
      case .started: track.started
      case .accommodation: track.accommodation
      case .none: track.ended
      }
    if done != nil { throw .hazard(.alreadyRecorded(what, track.number)) }
    if what == .summary, track.investigated == nil { throw .hazard(.notInvestigated(track.number)) }
  }
}

/// Fills in what the rules give: the running number, and the only open hazard where none is named.
func filled(_ step: HazardStep, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> HazardStep {
  switch step {
  case .recorded(var recorded):
    if recorded.what == .reported {
      if recorded.hazardKind == nil { throw .missing(field: "kind", clause: nil) }
      // Twenty-four hours run from an hour, not from a day.
      if recorded.emergency == true, occasion.at.moment == nil { throw .hazard(.hourNeeded) }
      recorded.hazard = file.hazard.hazards.count + 1
    } else if let place = file.hazard.place(of: recorded) {
      recorded.hazard = file.hazard.hazards[place].number
    }
    return .recorded(recorded)
  }
}

/// Why a step of the hazard track was refused.
package enum HazardRefusal: Hashable, Sendable {
  case noSuchHazard(Int)
  /// None is open, or several are and none was named.
  case whichHazard([Int])
  case alreadyRecorded(HazardMoment, Int)
  case notInvestigated(Int)
  case hourNeeded

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .noSuchHazard, .whichHazard: "hazard"
    case .alreadyRecorded, .notInvestigated: "what"
    case .hourNeeded: "occurred"
    }
  }
}
