import Clocks
import Complaints

/// Every live case in order of urgency, kept up to date case by case.
///
/// A sort key holds group, day and case index in 64 bits, so that sorting compares integers and finding a
/// case again is a binary search. Nothing here grows with the closed cases but one word each.
struct QueueOrder: Hashable, Sendable {
  /// Stands for "no letter owed", later than any day.
  static let noDay = Int32.max

  /// Sort keys of the live cases, ascending.
  private(set) var keys: [UInt64] = []
  /// Due day of the next letter owed, by case index; `noDay` where there is none.
  private(set) var dueDays: [Int32] = []
  /// Sort key by case index, 0 where the case is not in `keys`.
  private var keyOf: [UInt64] = []
  /// The rule book the days were reckoned with.
  private var adoptions = -1
  /// Dates already reckoned: thousands of cases share a handful of starts.
  private var reckoned: [Sums: Int32] = [:]

  private struct Sums: Hashable, Sendable {
    var stage: UInt8
    var profile: UInt8
    var received: Int32
    var started: Int32
    var acknowledged: Int32
    var extended: Int32
    var extensionMade: Int32
    /// Tells rows apart only where a profile has several editions.
    var stageSeq: UInt64
  }

  init() {}

  static func index(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) }

  /// When the case's next letter is due; nil when it owes none.
  func due(_ index: UInt32) -> CalendarDay? {
    guard Int(index) < dueDays.count, dueDays[Int(index)] != QueueOrder.noDay else { return nil }
    return CalendarDay(number: dueDays[Int(index)])
  }

  func key(_ index: UInt32) -> UInt64 { Int(index) < keyOf.count ? keyOf[Int(index)] : 0 }

  /// Whether the days were reckoned by the rules now in force.
  func isFor(_ reader: RecordReader) -> Bool { adoptions == reader.register.adoptions }

  /// Brings the order up to date with the cases touched, or anew when there are too many or the rules changed.
  mutating func follow(_ touched: [CaseNumber], _ reader: RecordReader) {
    let register = reader.register
    if adoptions != register.adoptions || touched.count > 500 || dueDays.isEmpty {
      rebuild(reader)
      return
    }
    grow(to: register.rows.count)
    for number in touched where number.index < register.rows.count { place(number.index, reader) }
  }

  private mutating func rebuild(_ reader: RecordReader) {
    let register = reader.register
    if adoptions != register.adoptions { reckoned = [:] }
    adoptions = register.adoptions
    keyOf = Array(repeating: 0, count: register.rows.count)
    dueDays = Array(repeating: QueueOrder.noDay, count: register.rows.count)
    keys = []
    keys.reserveCapacity(register.live.count)
    for index in register.live {
      let key = reckonedKey(Int(index), register.rows[Int(index)], reader)
      keyOf[Int(index)] = key
      keys.append(key)
    }
    keys.sort()
  }

  private mutating func grow(to count: Int) {
    guard count > keyOf.count else { return }
    let more = count - keyOf.count
    keyOf.append(contentsOf: repeatElement(0, count: more))
    dueDays.append(contentsOf: repeatElement(QueueOrder.noDay, count: more))
  }

  /// Moves one case to where it now belongs.
  private mutating func place(_ index: Int, _ reader: RecordReader) {
    let row = reader.register.rows[index]
    let before = keyOf[index]
    let now = row.isLive ? reckonedKey(index, row, reader) : 0
    if now == 0 { dueDays[index] = QueueOrder.noDay }
    guard now != before else { return }
    if before != 0 {
      let at = QueueOrder.position(before, in: keys)
      if at < keys.count, keys[at] == before { keys.remove(at: at) }
    }
    if now != 0 { keys.insert(now, at: QueueOrder.position(now, in: keys)) }
    keyOf[index] = now
  }

  /// Where a key stands, or would stand, in ascending keys.
  static func position(_ key: UInt64, in keys: [UInt64]) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func reckonedKey(_ index: Int, _ row: CaseRow, _ reader: RecordReader) -> UInt64 {
    let isComplaint = row.runsComplaintClocks && row.responded == nil
    let due = isComplaint || !row.kindClocks.isEmpty ? dueDay(of: row, reader) : QueueOrder.noDay
    dueDays[index] = due
    let group: UInt64
    let day: Int32
    if due != QueueOrder.noDay {
      (group, day) = (0, due)
    } else if !row.state.isLive {
      (group, day) = (3, (row.closed ?? row.received).number)
    } else if row.state == .responded {
      (group, day) = (2, (row.responded ?? row.received).number)
    } else {
      (group, day) = (1, row.received.number)
    }
    return QueueOrder.key(group: group, day: day, index: UInt32(index))
  }

  /// Group 0…7, a day of the years 1 to 9999, and the case's index; never 0.
  static func key(group: UInt64, day: Int32, index: UInt32) -> UInt64 {
    group << 56 | UInt64(UInt32(truncatingIfNeeded: day &+ 0x40_0000) & 0xFF_FFFF) << 32 | UInt64(index)
  }

  private mutating func dueDay(of row: CaseRow, _ reader: RecordReader) -> Int32 {
    // Where an hour, a logging or an allocation decides, few rows share a start.
    if reader.rules.needsMoreThanDays || !row.kindClocks.isEmpty {
      return row.urgentTarget(reader.rules)?.due.number ?? QueueOrder.noDay
    }
    let sums = Sums(
      stage: UInt8(row.stage?.number ?? 1), profile: row.profile, received: row.received.number,
      started: row.stageStarted.number, acknowledged: row.acknowledged?.number ?? QueueOrder.noDay,
      extended: row.extendedTo?.number ?? QueueOrder.noDay,
      extensionMade: row.extensionMade?.number ?? QueueOrder.noDay,
      stageSeq: reader.rules.hasEarlierEditions ? row.stageSeq : 0)
    if let known = reckoned[sums] { return known }
    let day = row.urgentTarget(reader.rules)?.due.number ?? QueueOrder.noDay
    reckoned[sums] = day
    return day
  }
}
