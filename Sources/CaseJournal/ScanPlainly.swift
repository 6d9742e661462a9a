import Clocks
import Complaints

// A line whose checksum holds was looked at when it was written. So this way speculates: the members stand
// where this release puts them, only what a row keeps is read, and the end of the line is where it was found.
// Whatever does not fit is left to `scan`, which takes members in any order; a test holds the ways together.
extension LineScanner {
  /// Reads the line at `from..<to`: one event into `event`, those of a batch into `events`.
  @inline(__always)
  mutating func scanPlainly(
    _ bytes: Span<UInt8>, from: Int, to: Int, shift: Int, into event: inout ScannedEvent
  ) -> ScannedLine? {
    prepare()
    return PlainBytes.reading(bytes, from: from, to: to) { plain in
      var cursor = PlainCursor(bytes: plain, at: from, limit: to - LineScanner.proofs)
      var line = ScannedLine()
      guard plain.stands(",\"prev\":\"", cursor.limit), cursor.take("{\"v\":1,\"seq\":"),
        let seq = cursor.number(), cursor.take(",\"ts\":\""), let recordedAt = days.moment(bytes, cursor.at)
      else { return nil }
      cursor.at += 27
      line.seq = UInt64(seq)
      line.recordedAt = recordedAt
      if cursor.take("\",\"wc\":\"") {
        guard let wallClock = days.moment(bytes, cursor.at) else { return nil }
        cursor.at += 27
        line.wallClock = wallClock
      }
      guard cursor.take("\",\"by\":\""), cursor.word(upTo: 32) != nil, cursor.take(",\"k\":\"") else {
        return nil
      }
      let recorded = Occurrence(day: days.day(of: line.knownAt), moment: line.knownAt)
      if cursor.take("batch@1\",\"d\":{\"events\":[") {
        line.isBatch = true
        return plainBatch(bytes, &cursor, recorded, shift) ? line : nil
      }
      guard plainEvent(bytes, &cursor, recorded, shift, into: &event), plain[cursor.limit - 1] == 0x7D else {
        return nil
      }
      return line
    }
  }

  private mutating func plainBatch(
    _ bytes: Span<UInt8>, _ cursor: inout PlainCursor, _ recorded: Occurrence, _ shift: Int
  ) -> Bool {
    repeat {
      var event = ScannedEvent()
      guard cursor.take("{\"k\":\""), plainEvent(bytes, &cursor, recorded, shift, into: &event) else {
        return false
      }
      events.append(event)
      guard cursor.skipObject(bytes), cursor.take("}") else { return false }
    } while cursor.take(",")
    return cursor.take("]}") && cursor.at == cursor.limit
  }

  /// Reads an event from its kind on, as far into the payload as its fact needs.
  @inline(__always)
  private mutating func plainEvent(
    _ bytes: Span<UInt8>, _ cursor: inout PlainCursor, _ recorded: Occurrence, _ shift: Int,
    into event: inout ScannedEvent
  ) -> Bool {
    guard cursor.at <= cursor.limit, let (kind, length) = kinds.kind(cursor.bytes, cursor.at) else {
      return false
    }
    cursor.at &+= length
    guard cursor.take("\",\"case\":\"C"), cursor.at <= cursor.limit else { return false }
    let start = cursor.at
    let tens = cursor.bytes[start] &- 0x30
    let units = cursor.bytes[start &+ 1] &- 0x30
    let (number, digits) = cursor.bytes.digits(start &+ 3)
    guard tens < 10, units < 10, cursor.bytes[start &+ 2] == 0x2D, digits >= 6, digits < 8, number > 0 else {
      return false
    }
    cursor.at = start &+ 3 &+ digits
    guard cursor.take("\"") else { return false }
    var happened = recorded
    if cursor.take(",\"on\":\"") {
      guard let on = cursor.string(), let given = occurred(bytes, on) else { return false }
      happened = given
    }
    guard cursor.take(",\"d\":{") else { return false }
    event.caseNumber = number
    event.year = 2000 &+ Int(tens) &* 10 &+ Int(units)
    event.at = EntryTimes(occurred: happened, recorded: recorded)
    switch kind {
    case .step(let step):
      guard let fact = steps.begun(of: step, bytes, &cursor, &days, &logins) else { return false }
      event.fact = fact
      return true
    case .entry(.contactReceived):
      var contact = ScannedContact(fact: ReceivedFact(channel: .phone), texts: ReceivedTexts())
      guard words.receivedPlainly(bytes, &cursor, shift: shift, into: &contact) else { return false }
      event.fact = .received
      event.contact = contacts.count
      contacts.append(contact)
      return true
    case .entry(let kind):
      guard let fact = plainFact(kind, bytes, &cursor) else { return false }
      event.fact = fact
      return true
    }
  }

  /// What an event means to a row, from the first members of its payload.
  @inline(__always)
  private mutating func plainFact(
    _ kind: EntryKind, _ bytes: Span<UInt8>, _ cursor: inout PlainCursor
  ) -> RowFact? {
    switch kind {
    case .segmentOpened, .segmentSealed, .journalRepaired, .journalRecovered, .journalRestored, .redaction,
      .redactionFinished, .stateAsserted, .recordDisclosed, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived:
      return nil
    case .noteAdded: return .note
    case .caseClosed: return .closed
    case .contactTriaged:
      guard cursor.take("\"kind\":\""), let word = cursor.word(),
        let kind = words.kind(bytes, word), let profile = plainProfile(bytes, &cursor)
      else { return nil }
      return .triaged(kind, profile: profile)
    case .complaintAcknowledged: return plainStage(bytes, &cursor) == nil ? nil : .acknowledged
    case .caseAssigned:
      guard cursor.take("\"to\":\""), let slice = cursor.string(), !slice.escaped else {
        return nil
      }
      return logins.login(bytes, slice).map { .assigned($0) }
    case .contactLogged:
      guard cursor.take("\"direction\":\""), let direction = cursor.word(),
        let way = words.direction(bytes, direction), cursor.take(",\"channel\":\""),
        let channel = cursor.word(), let by = words.channel(bytes, channel),
        cursor.take(",\"reached\":")
      else { return nil }
      let reached = cursor.take("true")
      guard reached || cursor.take("false") else { return nil }
      return .contacted(heard: ContactLogged.heard(direction: way, channel: by, reached: reached))
    case .pointAdded:
      guard cursor.take("\"point\":"), let point = cursor.number() else { return nil }
      return .pointAdded(point)
    case .pointDecided:
      guard cursor.take("\"point\":"), let point = cursor.number(),
        cursor.take(","), let stage = plainStage(bytes, &cursor),
        cursor.take(",\"decision\":\""), let word = cursor.word(),
        let decision = words.decision(bytes, word)
      else { return nil }
      return .pointDecided(point: point, decision, stage)
    case .responseExtended:
      guard plainStage(bytes, &cursor) != nil, cursor.take(",\"to\":\""),
        let word = cursor.word(), word.length == 10, let day = days.date(bytes, word.start)
      else { return nil }
      return .extended(to: CalendarDay(number: day))
    case .complaintResponded:
      guard plainStage(bytes, &cursor) != nil, cursor.take(",\"channel\":\""),
        let word = cursor.word(), let channel = words.channel(bytes, word)
      else { return nil }
      return RowFact(answeredBy: channel)
    case .complaintEscalated: return plainStage(bytes, &cursor).map { .escalated($0) }
    case .caseLinked:
      guard cursor.take("\"to\":\""), let word = cursor.word(), reference(bytes, word) != nil,
        cursor.bytes[word.start] == 0x43
      else { return nil }
      return .linked
    case .entryCorrected:
      return cursor.take("\"seq\":") && cursor.number() != nil ? .refold : nil
    case .stepUndone, .stepRedone:
      guard cursor.take("\"seq\":"), let seq = cursor.number() else { return nil }
      return .takenBack(UInt64(seq))
    }
  }

  @inline(__always)
  private func plainStage(_ bytes: Span<UInt8>, _ cursor: inout PlainCursor) -> Stage? {
    cursor.take("\"stage\":") ? cursor.number().flatMap { Stage($0) } : nil
  }

  /// The profile a triage names, behind the texts that say why; the first where it names none.
  private func plainProfile(_ bytes: Span<UInt8>, _ cursor: inout PlainCursor) -> UInt8? {
    var ended = false
    while let name = cursor.name(ended: &ended) {
      if name.length == 7, cursor.bytes.stands("profile", name.start) {
        guard cursor.take("\""), let slice = cursor.string() else { return nil }
        return profileIndex(bytes, slice)
      }
      guard cursor.skipValue(bytes) else { return nil }
    }
    // Behind the end of the payload there is no member to go on from.
    guard ended else { return nil }
    cursor.at -= 1
    return 0
  }
}
