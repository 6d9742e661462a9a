import CaseDocuments
import CaseJournal
import Clocks
import Complaints

/// The queue in the order `list` prints it, kept beside the state in a snapshot.
///
/// A letter's dates follow from the record and the adopted rules and not from today, so they hold for as long as
/// the journal says nothing more of the case and no rules are adopted. What depends on today is worked out for
/// the rows that are printed.
struct UrgentOrder {
  /// Bytes before the entries, and of each.
  private static let headSize = 24
  private static let entrySize = 16
  /// Entries read at once.
  private static let stride = 128

  private let journal: CaseJournal
  private let register: CaseRegister
  private let count: Int
  private let touched: Set<CaseNumber>
  /// Rows of the cases told of since, in order.
  private var fresh: ArraySlice<ListedRow>
  private var read: [UInt8] = []
  /// The entry the bytes read begin with, and the next one.
  private var readFrom = 0
  private var at = 0

  /// Nil where the snapshot holds no order, or one that other rules may have changed.
  init?(_ journal: CaseJournal, _ rules: () throws(ShellFailure) -> RuleBook) throws(ShellFailure) {
    self.journal = journal
    register = journal.register
    let size = journal.snapshotExtras
    guard size >= UrgentOrder.headSize, let head = journal.snapshotExtras(0..<UrgentOrder.headSize) else {
      return nil
    }
    var reader = FieldReader(head)
    let release = reader.number(0, bytes: 8)
    let adoptions = reader.number(0, bytes: 8)
    count = Int(clamping: reader.number(0, bytes: 8))
    guard release == UrgentOrder.release, adoptions == UInt64(register.adoptions),
      count == (size - UrgentOrder.headSize) / UrgentOrder.entrySize
    else { return nil }
    touched = journal.casesSinceSnapshot
    fresh = []
    guard !touched.isEmpty else { return }
    let book = try rules()
    var rows: [ListedRow] = []
    for number in touched {
      guard let row = register.row(number), row.isWork else { continue }
      rows.append(ListedRow(row: row, target: row.urgentTarget(book)))
    }
    rows.sort(by: ListedRow.urgentFirst)
    fresh = rows[...]
  }

  /// What tells one release's dates from another's.
  private static var release: UInt64 {
    version.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The order of a state, as bytes; none where the journal leaves some of its rules to the program.
  static func bytes(_ register: CaseRegister, zone: ZoneTable) -> [UInt8] {
    guard let landlord = register.landlord, register.profiles.contains(where: { $0.name == "code-2024" }),
      register.calendars.contains(where: { $0.name == landlord.nation.rawValue })
    else { return [] }
    let rules: RuleBook
    do { rules = try register.ruleBook(zone: zone) } catch {
      // Texts that make no rules give no dates; whoever opens the record says so.
      return []
    }
    var rows: [Entry] = []
    rows.reserveCapacity(register.live.count)
    for index in register.live {
      let row = register.rows[Int(index)]
      if row.isWork { rows.append(Entry(index: index, target: row.urgentTarget(rules))) }
    }
    rows.sort { ($0.due, $0.index) < ($1.due, $1.index) }
    var writer = FieldWriter()
    _ = writer.number(release, bytes: 8)
    _ = writer.number(UInt64(register.adoptions), bytes: 8)
    _ = writer.number(UInt64(rows.count), bytes: 8)
    for row in rows {
      _ = writer.number(UInt64(row.index), bytes: 4)
      _ = writer.number(UInt64(UInt32(bitPattern: row.landlord)), bytes: 4)
      _ = writer.number(UInt64(UInt32(bitPattern: row.code)), bytes: 4)
      _ = writer.number(UInt64(row.step), bytes: 4)
    }
    return writer.bytes
  }

  /// One case of the order.
  private struct Entry {
    /// Stands for "no date", later than any.
    static let none = Int32.max
    var index: UInt32
    var landlord = Entry.none
    var code = Entry.none
    /// 0 nothing owed, 1 to acknowledge, 2 to respond; 4 more where the date is provisional.
    var step: UInt32 = 0

    var due: Int32 { min(landlord, code) }

    init(index: UInt32, target: UrgentTarget?) {
      self.index = index
      guard let target else { return }
      landlord = target.landlordDue?.number ?? Entry.none
      code = target.codeDue?.number ?? Entry.none
      step = (target.step == .acknowledge ? 1 : 2) + (target.provisional ? 4 : 0)
    }

    /// Reads one; nil where it cannot be.
    init?(_ reader: inout FieldReader) {
      index = UInt32(truncatingIfNeeded: reader.number(0, bytes: 4))
      landlord = Int32(bitPattern: UInt32(truncatingIfNeeded: reader.number(0, bytes: 4)))
      code = Int32(bitPattern: UInt32(truncatingIfNeeded: reader.number(0, bytes: 4)))
      step = UInt32(truncatingIfNeeded: reader.number(0, bytes: 4))
      for day in [landlord, code] where day != Entry.none && !(-720_000...2_932_896).contains(day) {
        return nil
      }
      guard reader.isSound, [0, 1, 2, 5, 6].contains(step), (step == 0) == (due == Entry.none) else {
        return nil
      }
    }

    var target: UrgentTarget? {
      guard step != 0 else { return nil }
      func day(_ number: Int32) -> CalendarDay? { number == Entry.none ? nil : CalendarDay(number: number) }
      return UrgentTarget(
        step: step & 3 == 1 ? .acknowledge : .respond, due: CalendarDay(number: due),
        target: landlord <= code ? .landlord : .code, landlordDue: day(landlord), codeDue: day(code),
        provisional: step & 4 != 0)
    }
  }

  /// The next case; nil at the end, and where what was kept makes no sense: then `CaseJournal.snapshotHolds` is
  /// false.
  mutating func next() -> ListedRow? {
    guard let kept = kept() else { return fresh.popFirst() }
    guard let new = fresh.first, ListedRow.urgentFirst(new, kept) else {
      at += 1
      return kept
    }
    return fresh.popFirst()
  }

  /// The next case nothing was told of since.
  private mutating func kept() -> ListedRow? {
    while at < count {
      guard let entry = entry(at) else { return nil }
      let number = CaseNumber(value: entry.index &+ 1)
      guard number.value > 0, let row = register.row(number) else {
        journal.distrustSnapshot()
        return nil
      }
      if !touched.contains(number) { return ListedRow(row: row, target: entry.target) }
      at += 1
    }
    return nil
  }

  private mutating func entry(_ place: Int) -> Entry? {
    if read.isEmpty || place >= readFrom + read.count / UrgentOrder.entrySize {
      let end = min(count, place + UrgentOrder.stride)
      let from = UrgentOrder.headSize + place * UrgentOrder.entrySize
      guard let bytes = journal.snapshotExtras(from..<UrgentOrder.headSize + end * UrgentOrder.entrySize)
      else {
        return nil
      }
      read = bytes
      readFrom = place
    }
    let from = (place - readFrom) * UrgentOrder.entrySize
    var reader = FieldReader(Array(read[from..<from + UrgentOrder.entrySize]))
    guard let entry = Entry(&reader) else {
      journal.distrustSnapshot()
      return nil
    }
    return entry
  }
}
