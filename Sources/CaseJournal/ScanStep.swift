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
    var names: WordTable
    var fields: [Field]
    var owed: UInt32
    var fact: RowFact
  }

  private let kinds = WordTable(StepKind.allCases.map(\.versioned))
  private let shapes: [Shape] = StepKind.allCases.map { kind in
    let spec = StepCatalogue.spec(kind)
    var owed: UInt32 = 0
    var fields: [Field] = []
    for (place, field) in spec.allFields.enumerated() {
      var words: WordTable?
      if case .choice(let allowed) = field.kind { words = WordTable(allowed) }
      fields.append(Field(kind: field.kind, isRequired: field.required, words: words))
      if field.required { owed |= 1 << UInt32(place) }
    }
    return Shape(
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
    var seen: UInt32 = 0
    var ended = false
    while let name = cursor.name(bytes, ended: &ended) {
      let place = shape.names.index(bytes, name.start, name.length)
      guard place >= 0 else {
        guard cursor.skipValue(bytes) else { return nil }
        continue
      }
      guard holds(shape.fields[place], bytes, &cursor, &days) else { return nil }
      seen |= 1 << UInt32(place)
    }
    return ended && seen & shape.owed == shape.owed ? shape.fact : nil
  }

  private func holds(
    _ field: Field, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ days: inout DayReader
  ) -> Bool {
    switch field.kind {
    case .text, .longText, .answers: return cursor.string(bytes) != nil
    case .time:
      guard let slice = cursor.string(bytes), slice.length == 27, !slice.escaped else { return false }
      return days.moment(bytes, slice.start) != nil
    case .number: return cursor.number(bytes) != nil
    case .yesNo:
      let start = cursor.at
      guard start < cursor.limit, cursor.skipValue(bytes) else { return false }
      return bytes[start] == 0x74 && cursor.at - start == 4 || bytes[start] == 0x66 && cursor.at - start == 5
    case .choice:
      guard let slice = cursor.string(bytes), !slice.escaped, let words = field.words else { return false }
      return words.index(bytes, slice.start, slice.length) >= 0
    case .date:
      guard let slice = cursor.string(bytes), slice.length == 10 else { return false }
      return days.date(bytes, slice.start) != nil
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
