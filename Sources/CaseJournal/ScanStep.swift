import Clocks
import Clocks
import Complaints

/// Reads the payload of a step only as far as to know that the slow path would take it.
///
/// Whatever is not plainly well is left to the slow path, which gives the exact answer.
struct StepScan: Sendable {
  private struct Field: Sendable {
    var kind: FieldKind
    var isRequired: Bool
    var words: WordTable?
  }

  private struct Shape: Sendable {
    var counts: CountedStep
    /// Whether all members are read, or only until what the step cannot be without is seen.
    var isReadWhole: Bool
    var names: WordTable
    var fields: [Field]
    var owed: UInt32
    var fact: RowFact
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

  private let kinds = WordTable(StepKind.allCases.map(\.versioned))
  private let shapes: [Shape] = StepKind.allCases.map { kind in
    let spec = StepCatalogue.spec(kind)
    let counts = CountedStep.all[kind] ?? .nothing
    var owed: UInt32 = 0
    var fields: [Field] = []
    for (place, field) in spec.allFields.enumerated() {
      var words: WordTable?
      if case .choice(let allowed) = field.kind { words = WordTable(allowed) }
      fields.append(Field(kind: field.kind, isRequired: field.required, words: words))
      if field.required { owed |= 1 << UInt32(place) }
    }
    return Shape(
      counts: counts, isReadWhole: counts == .learned,
      names: WordTable(spec.allFields.map(\.name)), fields: fields, owed: owed, fact: RowFact(spec.row))
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
      guard holds(shape.fields[place], place, bytes, &cursor, &days, &counted) else { return nil }
      if place == shape.fields.count - 1 { counted.lastText = true }
      seen |= 1 << UInt32(place)
    }
    return ended && seen & shape.owed == shape.owed ? fact(shape, counted) : nil
  }

  /// As `fact`, read only until all that the step cannot be without is seen.
  func begun(
    of kind: Int, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ days: inout DayReader
  ) -> RowFact? {
    let shape = shapes[kind]
    var counted = Counted()
    var seen: UInt32 = 0
    var ended = false
    while shape.isReadWhole || seen & shape.owed != shape.owed {
      guard let name = cursor.name(bytes, ended: &ended) else {
        guard ended, shape.isReadWhole else { return nil }
        cursor.at -= 1
        break
      }
      let place = shape.names.index(bytes, name.start, name.length)
      if place < 0, shape.isReadWhole, name.length == 4, literal(bytes, name.start, "salt") {
        guard cursor.skipValue(bytes) else { return nil }
        continue
      }
      guard place >= 0, holds(shape.fields[place], place, bytes, &cursor, &days, &counted) else { return nil }
      if place == shape.fields.count - 1 { counted.lastText = true }
      seen |= 1 << UInt32(place)
    }
    return fact(shape, counted)
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

  private func holds(
    _ field: Field, _ place: Int, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ days: inout DayReader,
    _ counted: inout Counted
  ) -> Bool {
    switch field.kind {
    case .text, .longText, .answers: return cursor.string(bytes) != nil
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
      guard let slice = cursor.string(bytes), !slice.escaped, let words = field.words else { return false }
      let choice = words.index(bytes, slice.start, slice.length)
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
      return field.kind == .staff ? StaffLogin(word) != nil : CaseReference(word) != nil
    case .list:
      guard cursor.at < cursor.limit, bytes[cursor.at] == 0x5B else { return false }
      return cursor.skipValue(bytes)
    }
  }
}
