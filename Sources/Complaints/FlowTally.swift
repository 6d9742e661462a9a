package import Clocks

/// How many cases were received and how many ended on each of the landlord's days.
///
/// Kept up as lines are folded, so that nobody looks through the ended cases to draw a trend; it grows with the
/// days of the record and not with its cases.
package struct FlowTally: Hashable, Sendable {
  private var received: [Int32: Int32] = [:]
  private var ended: [Int32: Int32] = [:]

  package init() {}

  mutating func count(_ row: CaseRow.Standing, by change: Int32) {
    FlowTally.add(change, on: row.received, to: &received)
    if let closed = row.closed { FlowTally.add(change, on: closed, to: &ended) }
  }

  /// Counts a case anew whose days may be others now.
  mutating func move(from before: CaseRow.Standing, to now: CaseRow.Standing) {
    if before.received != now.received {
      FlowTally.add(-1, on: before.received, to: &received)
      FlowTally.add(1, on: now.received, to: &received)
    }
    guard before.closed != now.closed else { return }
    if let closed = before.closed { FlowTally.add(-1, on: closed, to: &ended) }
    if let closed = now.closed { FlowTally.add(1, on: closed, to: &ended) }
  }

  private static func add(_ change: Int32, on day: CalendarDay, to days: inout [Int32: Int32]) {
    days[day.number, default: 0] += change
    if change < 0, days[day.number] == 0 { days[day.number] = nil }
  }

  /// Cases received on days from the first to the last, both among them.
  package func received(from first: CalendarDay, through last: CalendarDay) -> Int {
    FlowTally.sum(received, first, last)
  }

  /// Cases ended on those days: closed, refused, withdrawn or merged into another.
  package func ended(from first: CalendarDay, through last: CalendarDay) -> Int {
    FlowTally.sum(ended, first, last)
  }

  private static func sum(_ days: [Int32: Int32], _ first: CalendarDay, _ last: CalendarDay) -> Int {
    guard first <= last else { return 0 }
    return (first.number...last.number).reduce(0) { $0 + Int(days[$1] ?? 0) }
  }

  mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    FlowTally.code(&received, &coder)
    FlowTally.code(&ended, &coder)
  }

  private static func code<Coder: FieldCoder>(_ days: inout [Int32: Int32], _ coder: inout Coder) {
    var pairs = days.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    coder.code(&pairs, blank: 0) { $1.code(&$0) }
    guard Coder.reads else { return }
    days = [:]
    guard pairs.count.isMultiple(of: 2) else { return coder.fail() }
    for place in stride(from: 0, to: pairs.count, by: 2) { days[pairs[place]] = pairs[place + 1] }
  }
}
