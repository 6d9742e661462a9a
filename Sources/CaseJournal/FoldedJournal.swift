import Clocks
import Complaints
import PlainText

/// Everything replay builds from the journal's lines, and nothing that knows of files.
struct FoldedJournal {
  var register = CaseRegister()
  /// What the cases are searched by, once somebody has searched.
  var arena = SearchArena()
  /// Whether `arena` holds every case and is kept up with new lines: until the first search nobody needs it.
  var isSearchable = false
  private(set) var lines = LineTable()
  private(set) var chains = CaseChains()
  /// Cases whose row must be folded anew from their own lines.
  var dirty: Set<UInt32> = []
  /// Whether it is noted which cases are told of; not while all of them are.
  var notesTouched = true
  /// Cases told of since the list was last taken.
  private var touched: [UInt32] = []
  private var notes = NoteLines()
  private(set) var lastRecordedAt = Moment(microseconds: .min)
  /// Whether the newest line sealed its segment.
  private(set) var sealed = false
  /// Erasures that were begun and not told to be finished, by the line that began them.
  private(set) var openErasures: [UInt64: Redaction] = [:]
  /// The newest line that says what the state was, until somebody has held it against the state.
  private var told: (seq: UInt64, state: StateAsserted)?
  var hasTold: Bool { told != nil }
  /// An erasure was finished: files read before may hold other bytes now.
  var filesChanged = false
  /// Lines the scanner left to the slow path; a figure for `bench`.
  private(set) var slowLines = 0
  /// Whether the scanner is used at all; off only in the tests that hold both ways together.
  var scans = true
  var scanner: LineScanner
  let reader: LineReader

  /// Sequence number of the last line taken in, 0 before the first.
  var lastSeq: UInt64 { UInt64(lines.count) }

  init(zone: ZoneTable) {
    scanner = LineScanner(zone: zone)
    reader = LineReader(zone: zone)
    arena.finder = ByteSearch.finder
  }

  /// A state that lies in a snapshot.
  init(zone: ZoneTable, _ kept: KeptFold) {
    self.init(zone: zone)
    register = kept.register
    lines = kept.lines
    chains = kept.chains
    lastRecordedAt = Moment(microseconds: kept.lastRecordedAt)
    sealed = kept.sealed
    scanner.profiles = register.profiles.map { Array($0.name.utf8) }
  }

  /// Whether nothing is left to be read anew, so that the state may be written down.
  var isWhole: Bool { dirty.isEmpty && openErasures.isEmpty && !filesChanged }

  /// Makes room for a journal of that many bytes: memory not touched costs nothing, and rows need not move.
  mutating func reserve(bytes: Int) {
    guard bytes > 1 << 20 else { return }
    // An imported case takes 500 to 900 bytes in one line.
    unsafe register.reserve(cases: bytes / 600, askForLargePages)
    // The shortest line is hardly shorter than this.
    lines.reserve(bytes / 300)
    chains.reserve(bytes / 300)
  }

  /// Takes in the line at `from..<to` (newline not included), whose checksum holds.
  ///
  /// `shift` turns a place in the chunk into one in the journal.
  mutating func take(_ bytes: Span<UInt8>, from: Int, to: Int, shift: Int) throws(LineFault) {
    let expected = lastSeq + 1
    var line: ScannedLine?
    if scans {
      if scanner.speculates {
        scanner.forgetEvents()
        var event = ScannedEvent()
        line = scanner.scanPlainly(bytes, from: from, to: to, shift: shift, into: &event)
        if let line, !line.isBatch {
          guard line.seq == expected else { throw .sequence(expected: expected, found: line.seq) }
          if event.contact >= 0, event.caseNumber > register.nextCase.value {
            throw .caseNumber(expected: register.nextCase.value, found: event.caseNumber)
          }
          if case .note = event.fact { notes.insert(line.seq) }
          open(event, bytes, seq: line.seq, once: true)
          lastRecordedAt = line.recordedAt
          sealed = false
          lines.append(at: UInt64(from + shift), end: UInt64(to + 1 + shift))
          return
        }
      }
      if line == nil { line = scanner.scanAnyOrder(bytes, from: from, to: to, shift: shift) }
    }
    if let line {
      guard line.seq == expected else { throw .sequence(expected: expected, found: line.seq) }
      try openInOrder(bytes, seq: line.seq)
      lastRecordedAt = line.recordedAt
      sealed = false
    } else {
      try takeSlowly(bytes, from: from, to: to)
    }
    lines.append(at: UInt64(from + shift), end: UInt64(to + 1 + shift))
  }

  /// Folds the events just scanned.
  private mutating func openInOrder(_ bytes: Span<UInt8>, seq: UInt64) throws(LineFault) {
    var next = register.nextCase.value
    for index in scanner.events.indices where scanner.events[index].contact >= 0 {
      let found = scanner.events[index].caseNumber
      guard found <= next else { throw .caseNumber(expected: next, found: found) }
      if found == next { next += 1 }
    }
    if scanner.events.count == 1, case .note = scanner.events[0].fact { notes.insert(seq) }
    for index in scanner.events.indices { open(scanner.events[index], bytes, seq: seq, once: false) }
  }

  /// Folds one event: opens its case, or tells it to the case there is.
  @inline(__always)
  private mutating func open(_ event: ScannedEvent, _ bytes: Span<UInt8>, seq: UInt64, once: Bool) {
    let number = CaseNumber(value: event.caseNumber)
    if event.contact >= 0, number.value == register.nextCase.value {
      open(number, event, scanner.contacts[event.contact], bytes, seq: seq)
      chains.append(seq, to: number.index, once: once)
    } else {
      fold(event.fact, number, event.at, seq, once: once)
    }
    touch(event.caseNumber)
  }

  /// Opens the case of a contact.
  private mutating func open(
    _ number: CaseNumber, _ event: ScannedEvent, _ contact: ScannedContact, _ bytes: Span<UInt8>, seq: UInt64
  ) {
    let fact = contact.fact
    _ = register.open(CaseRow(number: number, year: event.year, fact: fact, at: event.at, seq: seq))
    if isSearchable { index(number, event.year, contact.texts, bytes) }
    if let person = fact.person {
      register.meet(PersonRow(number: person, firstCase: number, keys: personKeys(contact.texts, bytes)))
    }
  }

  private mutating func fold(
    _ fact: RowFact, _ number: CaseNumber, _ times: EntryTimes, _ seq: UInt64, once: Bool
  ) {
    chains.append(seq, to: number.index, once: once)
    if case .takenBack(let line) = fact, notes.contains(line) {
      _ = register.fold(.note, into: number, at: times, seq: seq)
    } else if !register.fold(fact, into: number, at: times, seq: seq) {
      dirty.insert(number.value)
    }
  }

  @inline(__always)
  private mutating func touch(_ number: UInt32) {
    if notesTouched, touched.last != number { touched.append(number) }
  }

  /// The cases told of since this was last asked.
  mutating func takeTouched() -> TouchedCases {
    defer { touched = [] }
    return TouchedCases(numbers: touched)
  }

  /// Forgets which cases were told of, after a replay that told of all.
  mutating func forgetTouched() {
    touched = []
    notesTouched = true
  }

  /// Puts the row of a case folded anew in place, and its texts for search.
  mutating func replace(_ file: CaseFile) {
    register.replace(CaseRow(of: file, profileIndex: { register.profileIndex($0) }))
    register.takePeople(of: file)
    // Also where the texts are kept up already: a snapshot written of this state is read by others.
    if file.tellsOtherTexts { register.noteRetold([file.reference.number.value]) }
    if isSearchable { index(file.reference, file.contactNow) }
    dirty.remove(file.reference.number.value)
  }

  /// Gives up on a case that cannot be folded: nothing of it could be read.
  mutating func forgetDirty(_ number: UInt32) { dirty.remove(number) }
}

// What the scanner leaves alone: kinds about the landlord, and lines in any other legal form.
extension FoldedJournal {
  private mutating func takeSlowly(_ bytes: Span<UInt8>, from: Int, to: Int) throws(LineFault) {
    var line: [UInt8] = []
    line.reserveCapacity(to - from)
    for at in from..<to { line.append(bytes[at]) }
    let entries = try reader.entries(line)
    guard let first = entries.first else { throw .unreadable("a batch without events") }
    let expected = lastSeq + 1
    guard first.seq == expected else { throw .sequence(expected: expected, found: first.seq) }
    slowLines += 1
    sealed = false
    if entries.count == 1, case .noteAdded = first.event { notes.insert(first.seq) }
    for entry in entries { try take(entry) }
    lastRecordedAt = first.recordedAt
  }

  private mutating func note(_ upkeep: Upkeep, seq: UInt64) {
    switch upkeep {
    case .redaction(let redaction): openErasures[seq] = redaction
    case .redactionFinished(let last):
      for begun in openErasures.keys where begun <= last { openErasures[begun] = nil }
      filesChanged = true
    case .asserted(let state): told = (seq, state)
    case .recovered, .restored, .disclosed: break
    }
  }

  /// Hands out what was last said of the state.
  mutating func takeTold() -> (seq: UInt64, state: StateAsserted)? {
    defer { told = nil }
    return told
  }

  /// Folds one typed entry; the same result as the scanner's, but for the places of texts.
  private mutating func take(_ entry: Entry) throws(LineFault) {
    let adopted = register.adoptions
    guard let reference = entry.caseReference,
      let fact = RowFact(entry.event, profileIndex: { register.profileIndex($0) })
    else {
      register.apply(entry.event, seq: entry.seq, at: entry.knownAt)
      if case .kept(let upkeep) = entry.event { note(upkeep, seq: entry.seq) }
      if case .segmentSealed = entry.event { sealed = true }
      if register.adoptions != adopted { scanner.profiles = register.profiles.map { Array($0.name.utf8) } }
      return
    }
    let recorded = Occurrence(day: scanner.days.day(of: entry.knownAt), moment: entry.knownAt)
    let times = EntryTimes(occurred: entry.occurred ?? recorded, recorded: recorded)
    if case .contactReceived(let contact) = entry.event {
      let next = register.nextCase
      guard reference.number <= next else {
        throw .caseNumber(expected: next.value, found: reference.number.value)
      }
      if reference.number == next {
        _ = register.open(
          CaseRow(
            number: next, year: reference.year, fact: ReceivedFact(contact), at: times, seq: entry.seq))
        if isSearchable { index(reference, contact) }
        if let person = contact.personNumber {
          register.meet(
            PersonRow(
              number: person, firstCase: next, keys: PersonKeys(contact.person, at: contact.property)))
        }
        chains.append(entry.seq, to: next.index)
        touch(reference.number.value)
        return
      }
    }
    fold(fact, reference.number, times, entry.seq, once: false)
    touch(reference.number.value)
  }
}

/// What a snapshot gives back of a folded journal.
struct KeptFold {
  var register: CaseRegister
  var lines: LineTable
  var chains: CaseChains
  var lastRecordedAt: Int64
  var sealed: Bool
}
