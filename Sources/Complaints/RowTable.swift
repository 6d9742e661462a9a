/// The row of every case: those of a snapshot as they lie there, and over them what changed since.
///
/// A copy is cheap, and private memory is what changed since the snapshot and no more.
package struct RowTable: RandomAccessCollection, Sendable {
  private var base: SnapshotRows?
  /// Rows of the snapshot as they are now, by index.
  private var changed: [Int: CaseRow] = [:]
  /// Rows behind those of the snapshot.
  private var added: [CaseRow] = []
  private var baseCount = 0

  init() {}

  init(_ base: SnapshotRows) {
    self.base = base
    baseCount = base.count
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { baseCount + added.count }

  package subscript(index: Int) -> CaseRow {
    if index >= baseCount { return added[index - baseCount] }
    if !changed.isEmpty, let row = changed[index] { return row }
    return base?[index] ?? .blank
  }

  /// The newest line about a case, without its row.
  package func revision(_ index: Int) -> UInt64 {
    index >= baseCount ? added[index - baseCount].revision : self[index].revision
  }

  /// Changes a row where it lies: reading one out copies all of its fields.
  ///
  /// Not through a subscript: its `_modify` takes memory for each call (measured: a tenth of a replay).
  @inline(__always)
  mutating func change<Result>(_ index: Int, _ body: (inout CaseRow) -> Result) -> Result {
    guard index >= baseCount else { return body(&changed[index, default: base?[index] ?? .blank]) }
    // SAFETY: the buffer checks no index; this one lies inside.
    precondition(index < endIndex, "no such row")
    return unsafe added.withUnsafeMutableBufferPointer { unsafe body(&$0[index - baseCount]) }
  }

  mutating func append(_ row: consuming CaseRow) {
    if added.count == added.capacity { added.reserveCapacity(Swift.max(RowTable.room, 2 * added.count)) }
    added.append(row)
  }

  /// Rows there is room for from the first on: memory not touched costs nothing, and growing from one row means
  /// moving them all again and again, for everybody who follows.
  private static let room = 1 << 15

  mutating func reserve(_ cases: Int, _ tell: (UnsafeRawBufferPointer) -> Void) {
    unsafe added.reserveRoom(for: cases, tell)
  }
}

/// Every person record, in the same way; none ever changes.
package struct PersonTable: RandomAccessCollection, Sendable {
  private var base: SnapshotPeople?
  private var added: [PersonRow] = []
  private var baseCount = 0

  init() {}

  init(_ base: SnapshotPeople) {
    self.base = base
    baseCount = base.count
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { baseCount + added.count }

  package subscript(index: Int) -> PersonRow {
    index >= baseCount ? added[index - baseCount] : base?[index] ?? .blank
  }

  mutating func append(_ person: PersonRow) { added.append(person) }

  mutating func reserve(_ people: Int, _ tell: (UnsafeRawBufferPointer) -> Void) {
    unsafe added.reserveRoom(for: people, tell)
  }
}

extension RowTable: Equatable {
  package static func == (left: RowTable, right: RowTable) -> Bool { left.elementsEqual(right) }
}

extension PersonTable: Equatable {
  package static func == (left: PersonTable, right: PersonTable) -> Bool { left.elementsEqual(right) }
}

/// The rows of a snapshot, read one by one from its bytes.
struct SnapshotRows: Sendable {
  let section: RecordSection
  let names: RecordNames
  /// The newest line the snapshot knows of.
  let lastSeq: UInt64

  var count: Int { section.count }

  /// A row; a blank one, and no more trust in the snapshot, where its bytes make no sense.
  subscript(index: Int) -> CaseRow {
    guard let words = section.record(index) else { return .blank }
    var reader = RecordReader(words, names)
    var row = CaseRow.blank
    row.number = CaseNumber(value: UInt32(truncatingIfNeeded: index + 1))
    row.code(&reader)
    guard reader.isSound, row.revision <= lastSeq, row.stageSeq <= lastSeq else {
      section.bytes.distrust()
      return .blank
    }
    return row
  }
}

/// The person records of a snapshot.
struct SnapshotPeople: Sendable {
  let section: RecordSection

  var count: Int { section.count }

  subscript(index: Int) -> PersonRow {
    guard let words = section.record(index) else { return .blank }
    var reader = RecordReader(words, RecordNames())
    var person = PersonRow.blank
    person.number = PersonNumber(value: UInt32(truncatingIfNeeded: index + 1))
    person.code(&reader)
    guard reader.isSound else {
      section.bytes.distrust()
      return .blank
    }
    return person
  }
}
