package import Clocks

extension CaseFile {
  /// The file of those entries, oldest first; nil unless the first opens the case.
  ///
  /// Undone lines stay in `entries`, marked, and are left out of everything else.
  package init?(_ entries: [Entry], zone: ZoneTable) {
    let undone = CaseFile.undone(in: entries)
    let corrections = CaseFile.corrections(in: entries, but: undone)
    guard let first = entries.first, let reference = first.caseReference else { return nil }
    guard case .contactReceived(let contact) = first.event.corrected(by: corrections[first.seq] ?? []) else {
      return nil
    }
    self.reference = reference
    self.contact = contact
    received = first.occurred ?? Occurrence(day: zone.day(of: first.knownAt), moment: first.knownAt)
    if let day = corrections[first.seq]?.last(where: { $0.field == "received" })?.value {
      received = zone.occurrence(day) ?? received
    }
    recordedBy = first.by
    openedAt = first.recordedAt
    logged = zone.occurrence(at: first.knownAt)
    revisionBy = first.by
    for entry in entries {
      var filed = FiledEntry(entry)
      filed.undone = undone.contains(entry.seq)
      self.entries.append(filed)
      if !involved.contains(entry.by) { involved.append(entry.by) }
      revision = entry.seq
      revisionBy = entry.by
      if !filed.undone { apply(entry, correctedBy: corrections[entry.seq] ?? [], zone: zone) }
    }
  }

  /// Lines undone and not redone since.
  static func undone(in entries: [Entry]) -> Set<UInt64> {
    var undone: Set<UInt64> = []
    for entry in entries {
      if case .stepUndone(let seq) = entry.event { undone.insert(seq) }
      if case .stepRedone(let seq) = entry.event { undone.remove(seq) }
    }
    return undone
  }

  static func corrections(in entries: [Entry], but undone: Set<UInt64>) -> [UInt64: [Corrected]] {
    var found: [UInt64: [Corrected]] = [:]
    for entry in entries where !undone.contains(entry.seq) {
      if case .entryCorrected(let corrected) = entry.event {
        found[corrected.seq, default: []].append(corrected)
      }
    }
    return found
  }

  private mutating func apply(_ entry: Entry, correctedBy corrections: [Corrected], zone: ZoneTable) {
    let at = entry.occurred ?? Occurrence(day: zone.day(of: entry.knownAt), moment: entry.knownAt)
    switch entry.event.corrected(by: corrections) {
    case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived, .noteAdded,
      .entryCorrected,
      .stepUndone, .stepRedone:
      break
    case .contactTriaged(let triage):
      self.triage = triage
      state = .open
      if triage.kind == .complaint {
        if stages.isEmpty { stages = [firstStage] }
      } else {
        stages = []
      }
    case .complaintAcknowledged(let acknowledgement):
      guard !stages.isEmpty else { break }
      stages[stages.count - 1].acknowledged = at
      stages[stages.count - 1].acknowledgement = acknowledgement
      stages[stages.count - 1].acknowledgedBy = entry.by
      hear(at.day)
    case .caseAssigned(let to):
      noteHandlerChange(from: handler, to: to, at: at)
      handler = to
      if allocated == nil { allocated = at }
      if !stages.isEmpty { stages[stages.count - 1].allocated = allocated }
    case .contactLogged(let contact):
      contacts.append(contact)
      work.log.append(
        LoggedContact(
          contact: contact, at: at, recorded: zone.occurrence(at: entry.knownAt), by: entry.by,
          seq: entry.seq))
      if contact.residentHeard { hear(at.day) }
      if !contact.reached, contact.direction == .out { failedAttempts += 1 }
    case .pointAdded(let added): points.append(Point(added))
    case .pointDecided(let decided):
      guard let index = points.firstIndex(where: { $0.number == decided.point }) else { break }
      points[index].decisions.append(decided)
      points[index].deciders.append(entry.by)
      if let last = stages.indices.last { stages[last].panel?.decisionChanged() }
    case .responseExtended(let extended):
      guard !stages.isEmpty else { break }
      stages[stages.count - 1].extensions.append(extended)
      stages[stages.count - 1].extensionRecorded = at
      hear(at.day)
    case .complaintResponded(let response):
      guard !stages.isEmpty else { break }
      stages[stages.count - 1].responded = at
      stages[stages.count - 1].response = response
      stages[stages.count - 1].respondedBy = entry.by
      stages[stages.count - 1].respondedSeq = entry.seq
      state = .responded
      noteOralResponse(response, at: at)
      hear(at.day)
    case .complaintEscalated(let escalated):
      var record = StageRecord(stage: escalated.stage, started: at, startedSeq: entry.seq)
      record.requestReason = escalated.reason
      record.way = escalated.way
      record.logged = zone.occurrence(at: entry.knownAt)
      allocated = nil
      stages.append(record)
      state = .open
    case .caseClosed(let reason, _):
      state = .closed
      closed = at
      closedReason = reason
    case .caseLinked(let link): links.append(link)
    case .step(let step): apply(step, StepStamp(at: at, seq: entry.seq, by: entry.by))
    case .newer(let kind): if newerKind == nil { newerKind = kind }
    }
  }

  mutating func hear(_ day: CalendarDay) {
    if lastHeard.map({ $0 < day }) ?? true { lastHeard = day }
  }
}

extension CaseRow {
  /// The fixed-size fold of that file, without text places.
  package init(of file: CaseFile, profileIndex: (String) -> UInt8) {
    var fact = ReceivedFact(file.contact)
    fact.personName = .none
    self.init(
      number: file.reference.number, year: file.reference.year, fact: fact,
      at: EntryTimes(occurred: file.received, recorded: file.logged), seq: file.revision)
    state = file.state
    kind = file.kind
    stage = file.stage ?? (file.triage == nil ? file.contact.stage : nil)
    outcome = file.outcome
    if let triage = file.triage { profile = profileIndex(triage.profile) }
    points = UInt16(clamping: file.points.count)
    let open = file.undecidedPoints
    undecided = UInt16(clamping: open.count)
    for point in file.points where point.number <= 32 && !open.contains(point.number) {
      decided |= 1 << (UInt32(point.number) - 1)
    }
    for point in file.points where (1...32).contains(point.number) {
      if let newest = point.newest { tally.take(point.number, newest.decision) }
    }
    promises = PromiseTally(file)
    hasSentLetters = !file.work.lettersSent.isEmpty
    hazards = HazardTally(file.hazard.hazards)
    handler = file.handler
    stageSeq = file.entries.first?.entry.seq ?? 0
    if let allocated = file.allocated {
      self.allocated = allocated.day
      allocatedTime = SecondOfDay(allocated)
    }
    if let current = file.current {
      stageStarted = current.started.day
      stageStartedTime = SecondOfDay(current.started)
      if let logged = current.logged {
        stageLogged = logged.day
        stageLoggedTime = SecondOfDay(logged)
      }
      stageSeq = current.startedSeq
      acknowledged = current.acknowledged?.day
      acknowledgedTime = current.acknowledged.map { SecondOfDay($0) } ?? .unknown
      severity = current.severity
      arrived = current.arrived?.day
      arrivedTime = current.arrived.map { SecondOfDay($0) } ?? .unknown
      responded = current.responded?.day
      respondedTime = current.responded.map { SecondOfDay($0) } ?? .unknown
      extendedTo = current.extensions.last?.to
      extensionMade = current.extensionRecorded?.day
    }
    closed = file.closed?.day
    lastHeard = file.lastHeard
    if !file.links.isEmpty { marks.insert(.linked) }
    marks.formUnion(file.stepMarks)
    rearranged = file.points.contains { !$0.isOpen }
    claim = file.work.claim
    owed = OwedWork(of: file)
    if file.newerKind != nil { marks.insert(.newer) }
  }

  /// This row with the text places of another: what a fold from typed events cannot know.
  package func withPlaces(of other: CaseRow) -> CaseRow {
    var row = self
    row.personName = other.personName
    row.narrative = other.narrative
    row.address = other.address
    row.postcode = other.postcode
    row.category = other.category
    return row
  }
}
