import Clocks
import Complaints

/// Reads the lines of a case as far as figures need them: no letter, note or narrative becomes a text.
///
/// Every entry it gives folds to the same figures as the whole entry would; what counts for nothing is left
/// out. Whatever is not plainly well, and every correction, is left to the whole reading of the case.
struct FigureReader {
  private let kinds = WordTable(EntryKind.allCases.map(\.versioned))
  private let allKinds = EntryKind.allCases
  private let stepKinds = WordTable(StepKind.allCases.map(\.versioned))
  private let steps = StepKind.allCases.map { FigureStep($0) }
  private let words = PayloadWords.all
  private var days: DayReader
  private var logins = KnownLogins()

  /// What stands for a text of which only matters that there is one.
  static let some = "…"

  init(zone: ZoneTable) { days = DayReader(zone: zone) }

  /// Adds what the line at `from..<to` tells of that case; false where the case must be read whole.
  mutating func read(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, of number: UInt32, into entries: inout [Entry]
  ) -> Bool {
    let limit = to - LineScanner.proofs
    guard limit - from >= 64, literal(bytes, from, "{\"v\":1,\"seq\":") else { return false }
    var cursor = JSONCursor(at: from + 13, limit: limit)
    guard let seq = cursor.number(bytes), literal(bytes, cursor.at, ",\"ts\":\""),
      cursor.at + 50 < limit, let recordedAt = days.moment(bytes, cursor.at + 7)
    else { return false }
    cursor.at += 34
    var wallClock: Moment?
    if literal(bytes, cursor.at, "\",\"wc\":\"") {
      guard let wall = days.moment(bytes, cursor.at + 8) else { return false }
      wallClock = wall
      cursor.at += 35
    }
    guard literal(bytes, cursor.at, "\",\"by\":") else { return false }
    cursor.at += 7
    guard let name = cursor.string(bytes), !name.escaped, let by = logins.login(bytes, name),
      cursor.take(0x2C, bytes)
    else { return false }
    let envelope = Entry(
      seq: UInt64(seq), recordedAt: recordedAt, wallClock: wallClock, by: by, event: .noteAdded(text: ""))
    guard literal(bytes, cursor.at, "\"k\":\"batch@1\",\"d\":{\"events\":[") else {
      return event(bytes, &cursor, envelope, of: number, isLast: true, into: &entries)
    }
    cursor.at += 29
    var part = 0
    repeat {
      var own = envelope
      own.part = part
      guard cursor.take(0x7B, bytes),
        event(bytes, &cursor, own, of: number, isLast: false, into: &entries)
      else { return false }
      part += 1
    } while cursor.take(0x2C, bytes)
    return cursor.take(0x5D, bytes)
  }

  /// Reads an event from its kind on; behind the last of a line nothing need be passed.
  private mutating func event(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ envelope: Entry, of number: UInt32, isLast: Bool,
    into entries: inout [Entry]
  ) -> Bool {
    guard literal(bytes, cursor.at, "\"k\":") else { return false }
    cursor.at += 4
    guard let kind = cursor.string(bytes), literal(bytes, cursor.at, ",\"case\":") else { return false }
    cursor.at += 8
    guard let reference = cursor.string(bytes), reference.length >= 10, reference.length <= 13,
      let year = plainNumber(bytes, reference.start + 1, reference.start + 3),
      let own = plainNumber(bytes, reference.start + 4, reference.end)
    else { return false }
    var occurred: Occurrence?
    if literal(bytes, cursor.at, ",\"on\":") {
      cursor.at += 6
      guard let on = cursor.string(bytes), let read = self.occurred(bytes, on) else { return false }
      occurred = read
    }
    guard literal(bytes, cursor.at, ",\"d\":{") else { return false }
    cursor.at += 6
    let isOurs = own == Int(number)
    if isOurs {
      switch event(of: kind, bytes, &cursor) {
      case .event(let event):
        var entry = envelope
        entry.occurred = occurred
        entry.caseReference = CaseReference(number: CaseNumber(value: number), year: 2000 + year)
        entry.event = event
        entries.append(entry)
        return isLast || cursor.take(0x7D, bytes)
      case .unknown: return false
      case .nothing: break
      }
    }
    return isLast || cursor.skipObject(bytes) && cursor.take(0x7D, bytes)
  }

  private enum Read {
    case event(Event)
    /// Nothing of it counts.
    case nothing
    case unknown
  }

  private mutating func event(of kind: TextSlice, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor) -> Read {
    let index = kinds.index(bytes, kind.start, kind.length)
    if index >= 0 {
      let kind = allKinds[index]
      if kind == .noteAdded { return .nothing }
      guard let members = FigureMembers(bytes, &cursor, words) else { return .unknown }
      return members.event(kind, bytes).map { .event($0) } ?? .unknown
    }
    let step = stepKinds.index(bytes, kind.start, kind.length)
    guard step >= 0 else { return .unknown }
    guard steps[step].counts else { return .nothing }
    return steps[step].read(bytes, &cursor).map { .event(.step($0)) } ?? .unknown
  }

  private mutating func occurred(_ bytes: Span<UInt8>, _ slice: TextSlice) -> Occurrence? {
    switch slice.length {
    case 10: return days.date(bytes, slice.start).map { Occurrence(day: CalendarDay(number: $0)) }
    case 27: return days.moment(bytes, slice.start).map { Occurrence(day: days.day(of: $0), moment: $0) }
    default: return nil
    }
  }
}

/// The digits at those places as a number; nil where something else stands there.
private func plainNumber(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
  var value = 0
  for at in from..<to {
    let digit = bytes[at] &- 0x30
    guard digit < 10 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}

/// A slice as a text, its escapes taken out.
func figureText(_ bytes: Span<UInt8>, _ slice: TextSlice) -> String {
  guard !slice.escaped else { return plainText(slice, bytes) }
  // SAFETY: `extracting` traps unless the range lies inside, and the text is copied before the closure ends.
  return unsafe bytes.extracting(slice.start..<slice.end).withUnsafeBufferPointer {
    unsafe String(decoding: $0, as: UTF8.self)
  }
}
