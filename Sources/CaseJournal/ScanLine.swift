import CHashes
import Clocks
import Complaints

/// One event of a line as the scanner found it.
struct ScannedEvent {
  var caseNumber: UInt32 = 0
  var year = 0
  var at = EntryTimes(on: CalendarDay(number: 0))
  var fact = RowFact.remark
  /// Position among the scanned contacts, for a `contact.received`; -1 for the others.
  var contact = -1
}

/// The envelope of a scanned line, and what it was when scanning stopped short.
struct ScannedLine {
  var seq: UInt64 = 0
  var recordedAt = Moment(microseconds: 0)
  var wallClock: Moment?
  /// Whether its events are in the scanner's list, a single one of a plain line being handed over.
  var isBatch = false

  var knownAt: Moment { wallClock ?? recordedAt }
}

/// Turns the bytes of a line into events, speculating on the form this release writes.
///
/// What is in any other form — blanks, another order, a kind about the landlord — is left to the slow path,
/// which gives the same answer; a test holds the two together.
struct LineScanner {
  // Tables are made when the first line is scanned: whoever opens a snapshot with nothing behind it needs none.
  private(set) var words = PayloadWords.none
  private(set) var kinds = KindTable.none
  private var kindNames = WordTable.none
  let allKinds = EntryKind.allCases
  private(set) var steps = StepScan.none
  private var hasTables = false
  var days: DayReader
  var logins = KnownLogins()
  /// Events of the line scanned last.
  var events: [ScannedEvent] = []
  /// The contacts among them.
  var contacts: [ScannedContact] = []
  /// Whether lines are first read by speculation; off only in the tests that hold the ways together.
  var speculates = true
  /// The adopted profiles' names, in the register's order.
  var profiles: [[UInt8]] = []

  /// Bytes from `,"prev"` to the closing brace.
  static let proofs = 92

  init(zone: ZoneTable) {
    days = DayReader(zone: zone)
    events.reserveCapacity(8)
  }

  private static let entryKinds = WordTable(EntryKind.allCases.map(\.versioned))

  /// Makes sure the tables are there.
  @inline(__always)
  mutating func prepare() {
    if !hasTables { takeTables() }
  }

  private mutating func takeTables() {
    words = PayloadWords.all
    kinds = KindTable.all
    kindNames = LineScanner.entryKinds
    steps = StepScan.all
    hasTables = true
  }

  /// Scans the line at `from..<to` into `events`; nil when the slow path must read it.
  ///
  /// `shift` turns a place in the chunk into one in the journal.
  mutating func scan(_ bytes: Span<UInt8>, from: Int, to: Int, shift: Int) -> ScannedLine? {
    if speculates {
      forgetEvents()
      var event = ScannedEvent()
      if let line = scanPlainly(bytes, from: from, to: to, shift: shift, into: &event) {
        if !line.isBatch { events.append(event) }
        return line
      }
    }
    return scanAnyOrder(bytes, from: from, to: to, shift: shift)
  }

  @inline(__always)
  mutating func forgetEvents() {
    if !events.isEmpty { events.removeAll(keepingCapacity: true) }
    if !contacts.isEmpty { contacts.removeAll(keepingCapacity: true) }
  }

  /// As `scan`, with members of payloads in any order.
  mutating func scanAnyOrder(_ bytes: Span<UInt8>, from: Int, to: Int, shift: Int) -> ScannedLine? {
    prepare()
    forgetEvents()
    let limit = to - LineScanner.proofs
    var cursor = JSONCursor(at: from, limit: limit)
    guard var line = envelope(bytes, &cursor, from: from) else { return nil }
    line.isBatch = true
    guard literal(bytes, cursor.at, ",\"k\":\"") else { return nil }
    if literal(bytes, cursor.at + 6, "batch@1\",\"d\":{\"events\":[") {
      cursor.at += 30
      repeat {
        guard cursor.take(0x7B, bytes), event(bytes, &cursor, line, shift: shift),
          cursor.take(0x7D, bytes)
        else { return nil }
      } while cursor.take(0x2C, bytes)
      guard cursor.take(0x5D, bytes), cursor.take(0x7D, bytes), cursor.at == limit else { return nil }
    } else {
      cursor.at += 1
      guard event(bytes, &cursor, line, shift: shift), cursor.at == limit else { return nil }
    }
    return line
  }

  /// Reads a line about a case no further than to its kind; nil for any other line.
  mutating func envelope(_ bytes: Span<UInt8>, from: Int, to: Int) -> ScannedLine? {
    var cursor = JSONCursor(at: from, limit: to - LineScanner.proofs)
    guard let line = envelope(bytes, &cursor, from: from), literal(bytes, cursor.at, ",\"k\":") else {
      return nil
    }
    cursor.at += 5
    guard cursor.string(bytes) != nil, literal(bytes, cursor.at, ",\"case\":\"C") else { return nil }
    return line
  }

  /// Reads sequence number, times and author, up to the comma before the kind.
  private mutating func envelope(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, from: Int
  ) -> ScannedLine? {
    var line = ScannedLine()
    let limit = cursor.limit
    guard limit - from >= 64, literal(bytes, limit, ",\"prev\":\"") else { return nil }
    guard literal(bytes, from, "{\"v\":1,\"seq\":") else { return nil }
    cursor.at = from + 13
    guard let seq = cursor.number(bytes), literal(bytes, cursor.at, ",\"ts\":\"") else { return nil }
    line.seq = UInt64(seq)
    cursor.at += 7
    guard cursor.at + 40 < limit, let recordedAt = days.moment(bytes, cursor.at) else { return nil }
    line.recordedAt = recordedAt
    cursor.at += 27
    if literal(bytes, cursor.at, "\",\"wc\":\"") {
      cursor.at += 8
      guard cursor.at + 40 < limit, let wallClock = days.moment(bytes, cursor.at) else { return nil }
      line.wallClock = wallClock
      cursor.at += 27
    }
    guard literal(bytes, cursor.at, "\",\"by\":\"") else { return nil }
    cursor.at += 7
    guard let by = cursor.string(bytes), !by.escaped, by.length <= 32 else { return nil }
    return line
  }

  /// Scans `"k":…,"case":…,"on":…,"d":{…}` and keeps what it says.
  private mutating func event(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ line: ScannedLine, shift: Int
  ) -> Bool {
    guard literal(bytes, cursor.at, "\"k\":\"") else { return false }
    cursor.at += 4
    guard let name = cursor.string(bytes) else { return false }
    let index = kindNames.index(bytes, name.start, name.length)
    let step = index < 0 ? steps.kind(bytes, name) : nil
    guard index >= 0 || step != nil, literal(bytes, cursor.at, ",\"case\":\"C") else { return false }
    cursor.at += 8
    guard let reference = cursor.string(bytes), let (number, year) = self.reference(bytes, reference) else {
      return false
    }
    let recorded = Occurrence(day: days.day(of: line.knownAt), moment: line.knownAt)
    var happened = recorded
    if literal(bytes, cursor.at, ",\"on\":\"") {
      cursor.at += 6
      guard let on = cursor.string(bytes), let given = occurred(bytes, on) else { return false }
      happened = given
    }
    let at = EntryTimes(occurred: happened, recorded: recorded)
    guard literal(bytes, cursor.at, ",\"d\":{") else { return false }
    cursor.at += 6
    if let step {
      guard let fact = steps.fact(of: step, bytes, &cursor, &days) else { return false }
      events.append(ScannedEvent(caseNumber: number, year: year, at: at, fact: fact))
      return true
    }
    let kind = allKinds[index]
    if kind == .contactReceived {
      guard let contact = words.received(bytes, &cursor, shift: shift) else { return false }
      events.append(
        ScannedEvent(
          caseNumber: number, year: year, at: at, fact: .received, contact: contacts.count))
      contacts.append(contact)
    } else {
      guard let facts = words.facts(bytes, &cursor), let fact = fact(kind, facts, bytes) else { return false }
      events.append(ScannedEvent(caseNumber: number, year: year, at: at, fact: fact))
    }
    return true
  }

  private func fact(_ kind: EntryKind, _ facts: PayloadFacts, _ bytes: Span<UInt8>) -> RowFact? {
    switch kind {
    case .segmentOpened, .segmentSealed, .journalRepaired, .journalRecovered, .journalRestored, .redaction,
      .redactionFinished, .stateAsserted, .recordDisclosed, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived:
      return nil
    case .contactTriaged:
      guard let kind = facts.kind, let profile = profileIndex(bytes, facts.profile) else { return nil }
      return .triaged(kind, profile: profile)
    case .complaintAcknowledged: return facts.stage == nil ? nil : .acknowledged
    case .caseAssigned:
      return StaffLogin(text(bytes, facts.to)).map { .assigned($0) }
    case .contactLogged:
      guard let channel = facts.channel, let direction = facts.direction, let reached = facts.reached else {
        return nil
      }
      return .contacted(heard: ContactLogged.heard(direction: direction, channel: channel, reached: reached))
    case .pointAdded: return facts.point.map { .pointAdded($0) }
    case .pointDecided:
      guard let point = facts.point, let stage = facts.stage, let decision = facts.decision else {
        return nil
      }
      return .pointDecided(point: point, decision, stage)
    case .responseExtended:
      guard facts.stage != nil, let day = CalendarDay(text(bytes, facts.to)) else { return nil }
      return .extended(to: day)
    case .complaintResponded:
      guard facts.stage != nil, let channel = facts.channel else { return nil }
      return RowFact(answeredBy: channel)
    case .complaintEscalated: return facts.stage.map { .escalated($0) }
    case .caseClosed: return .closed
    case .noteAdded: return .note
    case .caseLinked: return CaseReference(text(bytes, facts.to)).map { _ in .linked }
    case .entryCorrected: return facts.seq == nil ? nil : .refold
    case .stepUndone, .stepRedone: return facts.seq.map { .takenBack(UInt64($0)) }
    }
  }

  private func text(_ bytes: Span<UInt8>, _ slice: TextSlice) -> String {
    var text: [UInt8] = []
    for at in slice.start..<slice.end { text.append(bytes[at]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// As `CaseRegister.profileIndex`; nil where escapes would have to be taken out first.
  func profileIndex(_ bytes: Span<UInt8>, _ slice: TextSlice) -> UInt8? {
    guard !slice.escaped else { return nil }
    for (index, name) in profiles.enumerated() where name.count == slice.length {
      var same = true
      for at in 0..<slice.length where name[at] != bytes[slice.start + at] { same = false }
      if same { return UInt8(clamping: index) }
    }
    return 0
  }

  /// `C26-000042` as `CaseReference` reads it, in plain digits.
  func reference(_ bytes: Span<UInt8>, _ slice: TextSlice) -> (UInt32, Int)? {
    guard slice.length >= 10, slice.length <= 13, bytes[slice.start + 3] == 0x2D else { return nil }
    var year = 0
    for at in slice.start + 1..<slice.start + 3 {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { return nil }
      year = year * 10 + Int(digit)
    }
    var number: UInt32 = 0
    for at in slice.start + 4..<slice.end {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + UInt32(digit)
    }
    return number == 0 ? nil : (number, 2000 + year)
  }

  /// What an `on` says: a date, or an instant in the form the journal writes.
  mutating func occurred(_ bytes: Span<UInt8>, _ slice: TextSlice) -> Occurrence? {
    switch slice.length {
    case 10: days.date(bytes, slice.start).map { Occurrence(day: CalendarDay(number: $0)) }
    case 27: days.moment(bytes, slice.start).map { Occurrence(day: days.day(of: $0), moment: $0) }
    default: nil
    }
  }
}

/// Whether those bytes stand there; the text is known when compiled, so this becomes a few word compares.
@inline(__always)
func literal(_ bytes: Span<UInt8>, _ at: Int, _ text: StaticString) -> Bool {
  let count = text.utf8CodeUnitCount
  guard at >= 0, at + count <= bytes.count else { return false }
  return unsafe bytes.withUnsafeBufferPointer { memory in
    guard let base = memory.baseAddress else { return count == 0 }
    // SAFETY: the compared bytes lie inside the span; a StaticString's UTF-8 lives as long as the program.
    return unsafe words_stand(base + at, text.utf8Start, count) != 0
  }
}
