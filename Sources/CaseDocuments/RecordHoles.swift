package import Clocks
package import Complaints

/// Something the full record of a complaint should hold and does not (Code 5.12).
package struct RecordHole: Hashable, Sendable {
  /// The part of the record: `stage 1`, `point 2`, `promise 1`.
  package let about: String
  /// What is not there, as a person would say it.
  package let what: String
  /// Where it is asked for.
  package let clause: Clause

  package init(_ about: String, _ what: String, _ clause: Clause) {
    self.about = about
    self.what = what
    self.clause = clause
  }
}

/// What is missing of a case's record, in the order a reader meets it.
///
/// Judged by what is on record alone: a letter sent before its text was kept here is a hole too, until
/// somebody attaches it.
package func recordHoles(_ file: CaseFile, clocks: [ClockReckoning], rules: RuleBook) -> [RecordHole] {
  var search = HoleSearch(file: file, clocks: clocks, profile: rules.profile(of: file))
  search.lookAtPeople()
  for stage in file.stages { search.look(at: stage) }
  search.lookAtPoints()
  search.lookAtRemedies()
  search.lookAtOmbudsman()
  return search.found
}

/// The search through one case.
private struct HoleSearch {
  let file: CaseFile
  let clocks: [ClockReckoning]
  let profile: LandlordProfile?
  var found: [RecordHole] = []

  init(file: CaseFile, clocks: [ClockReckoning], profile: LandlordProfile?) {
    self.file = file
    self.clocks = clocks
    self.profile = profile
  }

  private mutating func miss(_ about: String, _ what: String, _ clause: Clause) {
    found.append(RecordHole(about, what, clause))
  }

  private func provision(_ place: String) -> Clause { Clause(source: "code-2024", place: place) }

  private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  mutating func lookAtPeople() {
    if isBlank(file.contact.person.name) { miss("resident", "no name is on record", provision("5.12")) }
    if isBlank(file.contact.outcomeSought),
      file.stages.allSatisfy({ isBlank($0.acknowledgement?.outcome ?? "") })
    {
      miss("resident", "the outcome they seek is not on record", provision("5.6"))
    }
    let noted = file.intake.needs.flatMap(\.told.words).map { $0.lowercased() }
    for need in file.contact.person.needs where !noted.contains(where: { $0.contains(need.lowercased()) }) {
      miss("needs", need + " was told at the first contact and never taken up", provision("5.10"))
    }
    if let speaker = file.speaker, speaker.told.authority != .verified {
      miss("representative", "no check of the authority of " + speaker.told.who, provision("3.6"))
    }
    if file.contacts.isEmpty {
      miss("contacts", "nothing is logged after the first contact", provision("5.12"))
    }
    for hazard in file.hazard.hazards where hazard.investigated == nil {
      miss("hazard " + String(hazard.number), "no investigation is on record", awaab)
    }
    for hazard in file.hazard.hazards where hazard.investigated != nil && hazard.summary == nil {
      miss("hazard " + String(hazard.number), "the written summary is not on record", awaab)
    }
  }

  private var awaab: Clause {
    clocks.first { $0.clock.hasPrefix("hazard.") }?.clause
      ?? Clause(source: "code-2024", place: "5.12")
  }

  mutating func look(at stage: StageRecord) {
    let number = stage.stage.number
    let about = "stage " + String(number)
    let isOver = stage.responded != nil || number < (file.stage?.number ?? 1) || file.closed != nil
    if stage.acknowledged == nil {
      if isOver || isOverdue(about, "acknowledge", number) {
        miss(about, "no acknowledgement is on record", clause(number, "acknowledge"))
      }
    } else {
      if isBlank(stage.acknowledgement?.definition ?? "") {
        miss(about, "the acknowledgement does not say how the complaint was understood", provision("5.6"))
      }
      if !hasText(.acknowledgement, stage.acknowledged) {
        miss(about, "the words of the acknowledgement are not on record", provision("5.12"))
      }
    }
    for extended in stage.extensions where isBlank(extended.reason) || isBlank(extended.told) {
      let lacks = isBlank(extended.reason) ? "no reason for it" : "nothing of how the resident was told"
      miss(about, "extended to " + extended.to.description + ", and " + lacks, provision("6.4"))
    }
    guard let responded = stage.responded else {
      if file.closed != nil || isOverdue(about, "respond", number) {
        miss(about, "no response is on record", clause(number, "respond"))
      }
      return
    }
    if stage.extensions.isEmpty, isLate(number, "respond") {
      miss(about, "answered late, and no extension was given", provision(number == 1 ? "6.4" : "6.15"))
    }
    if !hasText(.response, responded), isBlank(stage.response?.text ?? "") {
      miss(about, "the words of the response are not on record", provision("5.12"))
    }
    if let by = stage.respondedBy, let earlier = file.stages.first(where: { $0.stage < stage.stage }),
      earlier.respondedBy == by
    {
      miss(
        about, by.text + " answered " + "stage " + String(earlier.stage.number) + " too", provision("6.13"))
    }
  }

  private func reckonings(_ number: Int, _ step: String) -> [ClockReckoning] {
    let name = "stage" + String(number) + "." + step
    return clocks.filter { $0.clock == name || $0.clock == name + ".extended" }
  }

  private func isOverdue(_ about: String, _ step: String, _ number: Int) -> Bool {
    reckonings(number, step).contains { $0.state == .overdue }
  }

  private func isLate(_ number: Int, _ step: String) -> Bool {
    reckonings(number, step).contains { $0.state == .late }
  }

  private func clause(_ number: Int, _ step: String) -> Clause {
    let known = reckonings(number, step)
    let provisions = number == 1 ? ["6.2", "6.3"] : ["6.11", "6.14"]
    return known.first { $0.target == .landlord }?.clause ?? known.first?.clause
      ?? provision(provisions[step == "acknowledge" ? 0 : 1])
  }

  /// Whether a letter of that kind with its words left on or after that day.
  private func hasText(_ kind: LetterKind, _ on: Occurrence?) -> Bool {
    guard let day = on?.day else { return false }
    let end = file.stages.first { $0.started.day > day }?.started.day
    return file.letters.contains { letter in
      guard letter.letter == kind, !letter.isCancelled, !letter.isErased else { return false }
      let left = CalendarDay(String(letter.releaseAt.description.prefix(10))) ?? day
      return left.adding(days: 1) >= day && (end.map { left <= $0 } ?? true)
    }
  }

  mutating func lookAtPoints() {
    if file.isComplaint, file.points.isEmpty {
      miss("points", "no point of complaint is on record", provision("5.6"))
    }
    for point in file.points where point.isOpen {
      let about = "point " + String(point.number)
      for stage in file.stages where stage.responded != nil && point.decision(at: stage.stage) == nil {
        miss(about, "no decision at stage " + String(stage.stage.number), provision("6.7"))
      }
      for decided in point.decisions {
        let at = " at stage " + String(decided.stage.number)
        if isBlank(decided.reasons) { miss(about, "a decision without reasons" + at, provision("6.7")) }
        if isBlank(decided.basis) {
          miss(about, "a decision that names no policy, law or practice" + at, provision("6.7"))
        }
      }
      if !point.decisions.isEmpty,
        !file.work.findings.contains(where: { $0.point == nil || $0.point == point.number })
      {
        miss(about, "decided, and nothing of the investigation is on record", provision("5.12"))
      }
      if isUpheld(point), !hasRemedy(point) {
        miss(about, "upheld, and nothing is said to put it right", provision("7.1"))
      }
    }
  }

  private func isUpheld(_ point: Point) -> Bool {
    switch point.newest?.decision {
    case .upheld, .partlyUpheld: true
    case .notUpheld, .outside, nil: false
    }
  }

  private func hasRemedy(_ point: Point) -> Bool {
    point.decisions.contains { !isBlank($0.remedy) }
      || file.redress.remedies.contains { $0.offered.point == point.number || $0.offered.point == nil }
      || !file.redress.compensation.isEmpty
  }

  mutating func lookAtRemedies() {
    for promise in file.redress.promises {
      let about = "promise " + String(promise.number)
      if promise.due == nil { miss(about, "no date", provision("7.3")) }
      guard let kept = promise.kept else {
        miss(about, "no proof that it was kept", provision("7.3"))
        continue
      }
      if isBlank(kept.proof) { miss(about, "kept, without proof", provision("7.3")) }
    }
    for track in file.redress.compensation where track.accepted != nil && track.paid == nil {
      miss("compensation " + String(track.number), "accepted, and no payment is on record", provision("7.3"))
    }
    if let rule = profile?.duties.learning, owesLearning(rule), file.redress.lessons.isEmpty {
      miss("learning", "nothing is on record of what was learned", rule.clause)
    }
  }

  private func owesLearning(_ rule: LearningRule) -> Bool {
    guard file.stages.contains(where: { $0.responded != nil }) else { return false }
    switch rule.owed {
    case .upheld: return file.points.contains { isUpheld($0) }
    case .every, .everyResponse: return true
    case .notStated: return false
    }
  }

  mutating func lookAtOmbudsman() {
    for request in file.ombudsman.requests where request.sent == nil {
      miss("evidence " + String(request.number), "asked for and not sent yet: " + request.text, evidence)
    }
    for order in file.ombudsman.orders where order.isOwed {
      miss("order " + String(order.number), "no proof that it was complied with", provision("9.7"))
    }
  }

  private var evidence: Clause { clocks.first { $0.clock == "evidence" }?.clause ?? provision("4.1") }
}
