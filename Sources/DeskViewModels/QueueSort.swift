import Clocks
import Complaints
import PlainText

/// A column of the queue to sort by.
package enum QueueColumn: String, CaseIterable, Hashable, Sendable {
  case due, ref, stage, who, marks, person, place, subject, received, silent

  /// One line for the command line.
  var says: String {
    switch self {
    case .due: "The order of urgency, as the view has it."
    case .ref: "By reference, the oldest first."
    case .stage: "By stage, then by urgency."
    case .who: "By handler, nobody's first."
    case .marks: "Cases with needs, hazards and other marks first."
    case .person: "By the resident's name."
    case .place: "By address."
    case .subject: "By what was said."
    case .received: "By the day the contact came."
    case .silent: "Those who heard nothing longest first."
    }
  }
}

/// A column and a direction.
package struct QueueSort: Hashable, Sendable {
  package let column: QueueColumn
  package let isDescending: Bool

  package init(_ column: QueueColumn, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }

  /// `who`, or `who descending`: as it is typed and kept.
  package var text: String { column.rawValue + (isDescending ? " descending" : "") }

  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let column = QueueColumn(rawValue: first), words.count <= 2 else {
      return nil
    }
    guard words.count == 1 || ["descending", "ascending"].contains(words[1]) else { return nil }
    self.init(column, isDescending: words.count == 2 && words[1] == "descending")
  }

  /// How it stands in the title of the queue.
  var title: String { column.rawValue + (isDescending ? " ▼" : " ▲") }
}

extension QueueSort {
  /// Those rows in this order; rows that are equal in the column keep the order they came in.
  ///
  /// - Returns: sort keys as a list wants them: the place in the high half, the case in the low.
  func sorted(_ keys: [UInt64], _ reader: RecordReader) -> [UInt64] {
    let rows = reader.register.rows
    var indexes = keys.map(QueueOrder.index(of:))
    switch column {
    case .due: if isDescending { indexes.reverse() }
    case .ref: indexes = placed(indexes) { Int($0) }
    case .stage: indexes = placed(indexes) { Int(rows[Int($0)].stage?.number ?? 0) }
    case .received: indexes = placed(indexes) { Int(rows[Int($0)].received.number) }
    case .silent: indexes = placed(indexes) { -rows[Int($0)].silentDays(on: reader.today) }
    case .marks: indexes = placed(indexes) { -rows[Int($0)].marks.rawValue.nonzeroBitCount }
    case .who:
      indexes = placed(indexes, indexes.map { TextOrder(rows[Int($0)].handler?.text.utf8 ?? "".utf8) })
    case .person: indexes = placed(indexes, texts(indexes, .person, reader) { reader.personName($0) })
    case .place: indexes = placed(indexes, texts(indexes, .address, reader) { reader.address($0) })
    case .subject: indexes = placed(indexes, texts(indexes, .narrative, reader) { reader.narrative($0) })
    }
    return indexes.enumerated().map { UInt64($0.offset) << 32 | UInt64($0.element) }
  }

  private func placed(_ indexes: [UInt32], by value: (UInt32) -> Int) -> [UInt32] {
    let valued = indexes.enumerated().map { (place: $0.offset, value: value($0.element), index: $0.element) }
    return valued.sorted { one, other in
      if one.value == other.value { return one.place < other.place }
      return (one.value < other.value) != isDescending
    }.map(\.index)
  }

  /// By what rows sort after a text: as it lies folded for search, or read where somebody may not search it all.
  ///
  /// What is kept to named roles stands together, by the words said in its place: its text is read for nobody here.
  private func texts(
    _ indexes: [UInt32], _ field: SearchField, _ reader: RecordReader, _ read: (CaseRow) -> String
  ) -> [TextOrder] {
    let rows = reader.register.rows
    guard reader.reach == .cases else { return indexes.map { TextOrder(fold(read(rows[Int($0)]))) } }
    var orders = reader.arena.order(indexes, by: field)
    let kept = TextOrder(fold(keptText))
    for (place, index) in indexes.enumerated() {
      let row = rows[Int(index)]
      if field == .narrative, row.isGuarded { orders[place] = kept }
      // The first name that is searched is then another's: the caller's.
      if field == .person, row.personName.isEmpty { orders[place] = TextOrder() }
    }
    return orders
  }

  private func placed(_ indexes: [UInt32], _ values: [TextOrder]) -> [UInt32] {
    let places = indexes.indices.sorted { one, other in
      if values[one] == values[other] { return one < other }
      return (values[one] < values[other]) != isDescending
    }
    return places.map { indexes[$0] }
  }
}
