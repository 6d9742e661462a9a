import Clocks
import Clocks
import Complaints

/// Reads the payload of a step only as far as to know that the slow path would take it.
///
/// Whatever is not plainly well is left to the slow path, which gives the exact answer.
struct StepScan: Sendable {
  /// The steps there are, made when the first line is scanned.
  static let all = StepScan(StepKind.allCases)
  /// No steps, for a scanner that has not scanned yet.
  static let none = StepScan([])

  /// How the value of a field is read: as `FieldKind`, in a byte.
  private enum Field: UInt8, Sendable {
    case text, time, number, yesNo, choice, date, staff, caseReference, list

    init(_ kind: FieldKind) {
      switch kind {
      case .text, .longText, .answers: self = .text
      case .time: self = .time
      case .number: self = .number
      case .yesNo: self = .yesNo
      case .choice: self = .choice
      case .date: self = .date
      case .staff: self = .staff
      case .caseReference: self = .caseReference
      case .list: self = .list
      }
    }
  }

  /// A kind of step; a class, so that reading a line copies none of its tables.
  private final class Shape: Sendable {
    let counts: CountedStep
    /// Whether all members are read, or only until what the step cannot be without is seen.
    let isReadWhole: Bool
    let names: WordTable
    /// How the name of each field begins its member, in the order this release writes them.
    let beginnings: [MemberName]
    let fields: [Field]
    /// The words of each field that is a choice; empty for the others.
    let words: [WordTable]
    /// A bit for each field it cannot be without.
    let owed: UInt32
    let fact: RowFact

    init(_ spec: StepSpec, _ counts: CountedStep) {
      self.counts = counts
      isReadWhole = counts == .learned
      names = WordTable(spec.allFields.map(\.name))
      beginnings = spec.allFields.map { MemberName($0.name) }
      fields = spec.allFields.map { Field($0.kind) }
      words = spec.allFields.map { field in
        if case .choice(let allowed) = field.kind { return WordTable(allowed) }
        return WordTable.none
      }
      var owed: UInt32 = 0
      for (place, field) in spec.allFields.enumerated() where field.required { owed |= 1 << UInt32(place) }
      self.owed = owed
      fact = RowFact(spec.row)
    }
  }

  /// The steps of which a row keeps more than that they were taken.
  private enum CountedStep: Sendable {
    case nothing, promised, kept, moved, hazard, learned
    static let all: [StepKind: CountedStep] = [
      .promiseMade: .promised, .promiseKept: .kept, .promiseMoved: .moved, .hazardRecorded: .hazard,
      .learningRecorded: .learned,
    ]
  }

  /// What such a step says besides its kind.
  private struct Counted {
    /// Of the first two fields.
    var number: Int?
    /// Of the first field, its place among the words.
    var choice: Int?
    var truth = false
    var day: CalendarDay?
    /// Whether the last field of the table has a text.
    var lastText = false
  }

  private let kinds: WordTable
  private let shapes: [Shape]

  private init(_ all: [StepKind]) {
    kinds = WordTable(all.map(\.versioned))
    shapes = all.map { Shape(StepCatalogue.spec($0), CountedStep.all[$0] ?? .nothing) }
  }

  /// Place of that kind among all, nil where it is none of ours.
  func kind(_ bytes: Span<UInt8>, _ name: TextSlice) -> Int? {
    let index = kinds.index(bytes, name.start, name.length)
    return index < 0 ? nil : index
  }

  /// What the step means to a row, `cursor` being behind the payload's opening brace; nil for the slow path.
  func fact(
    of kind: Int, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ days: inout DayReader
  ) -> RowFact? {
    let shape = shapes[kind]
    var counted = Counted()
    var seen: UInt32 = 0
    var ended = false
    while let name = cursor.name(bytes, ended: &ended) {
      let place = shape.names.index(bytes, name.start, name.length)
      guard place >= 0 else {
        guard cursor.skipValue(bytes) else { return nil }
        continue
      }
      guard holds(shape, place, bytes, &cursor, &days, &counted) else { return nil }
      if place == shape.fields.count - 1 { counted.lastText = true }
      seen |= 1 << UInt32(place)
    }
    return ended && seen & shape.owed == shape.owed ? fact(shape, counted) : nil
  }

  /// As `fact`, by speculation: read only until all that the step cannot be without is seen.
  func begun(
    of kind: Int, _ bytes: Span<UInt8>, _ cursor: inout PlainCursor, _ days: inout DayReader,
    _ logins: inout KnownLogins
  ) -> RowFact? {
    let shape = shapes[kind]
    var counted = Counted()
    var seen: UInt32 = 0
    var isFirst = true
    var next = 0
    while shape.isReadWhole || seen & shape.owed != shape.owed {
      if cursor.bytes[cursor.at] == 0x7D, shape.isReadWhole { break }
      guard isFirst ? cursor.take("\"") : cursor.take(",\"") else { return nil }
      isFirst = false
      var place = next
      while place < shape.beginnings.count, !shape.beginnings[place].stands(cursor) { place &+= 1 }
      if place < shape.beginnings.count {
        cursor.at &+= shape.beginnings[place].length
      } else {
        guard let name = cursor.word(), cursor.take(":") else { return nil }
        place = shape.names.index(bytes, name.start, name.length)
        if place < 0, shape.isReadWhole, name.length == 4, literal(bytes, name.start, "salt") {
          guard cursor.take("\""), cursor.string() != nil else { return nil }
          continue
        }
      }
      next = place &+ 1
      guard place >= 0, stands(shape, place, bytes, &cursor, &days, &logins, &counted) else { return nil }
      if place == shape.fields.count - 1 { counted.lastText = true }
      seen |= 1 << UInt32(place)
    }
    return seen & shape.owed == shape.owed ? fact(shape, counted) : nil
  }

  private func fact(_ shape: Shape, _ counted: Counted) -> RowFact {
    switch shape.counts {
    case .nothing: return shape.fact
    case .promised:
      guard let number = counted.number, let day = counted.day else { return .refold }
      return .promised(number, due: day)
    case .kept: return counted.number.map { .promiseKept($0) } ?? .refold
    case .moved:
      guard let number = counted.number, let day = counted.day else { return .refold }
      return .promiseMoved(number, to: day)
    case .hazard:
      guard let choice = counted.choice else { return .refold }
      return .hazard(HazardMoment.allCases[choice], number: counted.number, emergency: counted.truth)
    case .learned: return counted.lastText ? .remark : .learned(due: counted.day)
    }
  }

  /// Whether the value that follows is one of that field.
  private func holds(
    _ shape: Shape, _ place: Int, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ days: inout DayReader,
    _ counted: inout Counted
  ) -> Bool {
    switch shape.fields[place] {
    case .text: return cursor.string(bytes) != nil
    case .time:
      guard let slice = cursor.string(bytes), slice.length == 27, !slice.escaped else { return false }
      return days.moment(bytes, slice.start) != nil
    case .number:
      guard let number = cursor.number(bytes) else { return false }
      if place < 2 { counted.number = number }
      return true
    case .yesNo:
      let start = cursor.at
      guard start < cursor.limit, cursor.skipValue(bytes) else { return false }
      counted.truth = bytes[start] == 0x74
      return bytes[start] == 0x74 && cursor.at - start == 4 || bytes[start] == 0x66 && cursor.at - start == 5
    case .choice:
      guard let slice = cursor.string(bytes), !slice.escaped else { return false }
      let choice = shape.words[place].index(bytes, slice.start, slice.length)
      if place == 0 { counted.choice = choice }
      return choice >= 0
    case .date:
      guard let slice = cursor.string(bytes), slice.length == 10 else { return false }
      guard let day = days.date(bytes, slice.start) else { return false }
      counted.day = CalendarDay(number: day)
      return true
    case .staff, .caseReference:
      guard let slice = cursor.string(bytes), !slice.escaped, slice.length <= 32 else { return false }
      var text: [UInt8] = []
      for at in slice.start..<slice.end { text.append(bytes[at]) }
      let word = String(decoding: text, as: UTF8.self)
      return shape.fields[place] == .staff ? StaffLogin(word) != nil : CaseReference(word) != nil
    case .list:
      guard cursor.at < cursor.limit, bytes[cursor.at] == 0x5B else { return false }
      return cursor.skipValue(bytes)
    }
  }

  /// As `holds`, in the form this release writes; false also where the other way must look.
  @inline(__always)
  private func stands(
    _ shape: Shape, _ place: Int, _ bytes: Span<UInt8>, _ cursor: inout PlainCursor, _ days: inout DayReader,
    _ logins: inout KnownLogins, _ counted: inout Counted
  ) -> Bool {
    switch shape.fields[place] {
    case .text: return cursor.take("\"") && cursor.string() != nil
    case .time:
      guard cursor.take("\""), let slice = cursor.string(), slice.length == 27, !slice.escaped else {
        return false
      }
      return days.moment(bytes, slice.start) != nil
    case .number:
      guard let number = cursor.number() else { return false }
      if place < 2 { counted.number = number }
      return true
    case .yesNo:
      counted.truth = cursor.take("true")
      return counted.truth || cursor.take("false")
    case .choice:
      guard cursor.take("\""), let word = cursor.word() else { return false }
      let choice = shape.words[place].index(bytes, word.start, word.length)
      if place == 0 { counted.choice = choice }
      return choice >= 0
    case .date:
      guard cursor.take("\""), let word = cursor.word(), word.length == 10 else { return false }
      guard let day = days.date(bytes, word.start) else { return false }
      counted.day = CalendarDay(number: day)
      return true
    case .staff:
      guard cursor.take("\""), let slice = cursor.string(), !slice.escaped else { return false }
      return logins.login(bytes, slice) != nil
    case .caseReference:
      guard cursor.take("\""), let word = cursor.word() else { return false }
      return CaseReference(plainText(word, bytes)) != nil
    case .list:
      var rest = cursor.checked
      guard rest.at < rest.limit, bytes[rest.at] == 0x5B, rest.skipValue(bytes) else { return false }
      cursor.at = rest.at
      return true
    }
  }
}
