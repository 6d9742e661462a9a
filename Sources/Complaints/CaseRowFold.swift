package import Clocks

extension CaseRow {
  /// The row of a case just opened by a contact received then, recorded in line `seq`.
  package init(number: CaseNumber, year: Int, fact: ReceivedFact, at times: EntryTimes, seq: UInt64) {
    self.number = number
    self.year = UInt16(year)
    state = .untriaged
    kind = nil
    channel = fact.channel
    tenure = fact.tenure
    marks = fact.marks
    stage = fact.stage
    outcome = nil
    profile = 0
    points = 0
    decided = 0
    undecided = 0
    handler = nil
    received = times.occurred.day
    receivedTime = SecondOfDay(times.occurred)
    stageStarted = received
    stageStartedTime = receivedTime
    stageLogged = times.recorded.day
    stageLoggedTime = SecondOfDay(times.recorded)
    stageSeq = seq
    person = fact.person
    personName = fact.personName
    narrative = fact.narrative
    address = fact.address
    postcode = fact.postcode
    category = fact.category
    sourceHash = fact.sourceHash
    rowHash = fact.rowHash
    revision = seq
  }

  /// Folds in one more fact that occurred and was recorded then.
  ///
  /// False when the row cannot tell and must be folded anew from the case's lines.
  package mutating func apply(_ fact: RowFact, at times: EntryTimes, seq: UInt64) -> Bool {
    revision = seq
    let day = times.occurred.day
    switch fact {
    case .received, .refold, .takenBack: return false
    case .triaged(let kind, let profile):
      // A second triage may take a stage away, and points decided before one was taken back count again: only
      // the whole case can tell.
      guard self.kind == nil, points == 0 else { return false }
      self.kind = kind
      self.profile = profile
      state = .open
      stage = kind == .complaint ? (stage ?? .one) : nil
    case .acknowledged:
      acknowledged = day
      acknowledgedTime = SecondOfDay(times.occurred)
      hear(day)
    case .assigned(let to):
      // A change of the named handler owes the resident a notice, which letters sent may have settled.
      if let handler, handler != to, state == .open, acknowledged != nil {
        guard !hasSentLetters else { return false }
        owed.handlerChange = min(owed.handlerChange ?? day, day)
        marks.insert(.letters)
      }
      handler = to
      if allocated == nil {
        allocated = day
        allocatedTime = SecondOfDay(times.occurred)
      }
    case .contacted(let heard): if heard { hear(day) }
    case .pointAdded(let point):
      guard point == Int(points) + 1 else { return false }
      points += 1
      undecided += 1
    case .pointDecided(let point, let decision, let at):
      guard !rearranged, kind == .complaint, at == stage, (1...32).contains(point), point <= Int(points),
        points <= 32
      else {
        return false
      }
      if decided & 1 << (UInt32(point) - 1) == 0 { undecided -= 1 }
      decided |= 1 << (UInt32(point) - 1)
      tally.take(point, decision)
      outcome = tally.strongest
    case .extended(let to):
      extendedTo = to
      extensionMade = day
      hear(day)
    case .responded:
      // What ends the wait for an agreed update, only the whole case can tell.
      guard !marks.contains(.updates) else { return false }
      responded = day
      respondedTime = SecondOfDay(times.occurred)
      state = .responded
      hear(day)
    case .escalated(let next):
      guard !rearranged else { return false }
      stage = next
      state = .open
      stageStarted = day
      stageStartedTime = SecondOfDay(times.occurred)
      stageLogged = times.recorded.day
      stageLoggedTime = SecondOfDay(times.recorded)
      stageSeq = seq
      allocated = nil
      allocatedTime = .unknown
      acknowledged = nil
      acknowledgedTime = .unknown
      responded = nil
      respondedTime = .unknown
      arrived = nil
      arrivedTime = .unknown
      severity = ""
      extendedTo = nil
      extensionMade = nil
      decided = 0
      undecided = points
    case .closed:
      guard !marks.contains(.updates) else { return false }
      state = .closed
      closed = day
    case .linked: marks.insert(.linked)
    case .remark, .note: break
    case .marked(let marks): self.marks.formUnion(marks)
    case .heard: hear(day)
    case .promised(let number, let due):
      guard !marks.contains(.updates), promises.take(number, due: due) else { return false }
      oweEarliestPromise()
    case .promiseKept(let number):
      guard !marks.contains(.updates), let known = promises.knows(number) else { return false }
      if known { promises.keep(number) }
      oweEarliestPromise()
    case .promiseMoved(let number, let to):
      guard !marks.contains(.updates), let known = promises.knows(number) else { return false }
      guard known else { break }
      promises.move(number, to: to)
      oweEarliestPromise()
      hear(day)
    case .learned(let due):
      marks.insert(.learning)
      if let due { owed.learning = min(owed.learning ?? due, due) }
    case .hazard(let what, let number, let emergency):
      var found = false
      guard hazards.take(what, number: number, emergency: emergency, found: &found) else { return false }
      if found, what == .summary || what == .accommodation { hear(day) }
      if hazards.isOwed { marks.insert(.hazard) } else { marks.remove(.hazard) }
    case .unmarked(let marks): self.marks.subtract(marks)
    case .newer: marks.insert(.newer)
    }
    return true
  }

  private mutating func oweEarliestPromise() {
    owed.promise = promises.earliest
    owed.slips = owed.promise
    if owed.promise == nil { marks.remove(.promises) } else { marks.insert(.promises) }
  }

  private mutating func hear(_ day: CalendarDay) {
    if lastHeard.map({ $0 < day }) ?? true { lastHeard = day }
  }
}
