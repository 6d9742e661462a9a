/// The landlord's clock changes as a value, so that pure code turns instants into civil days.
///
/// Limits: before the first transition the initial offset holds, after the last the last offset holds.
package struct ZoneTable: Hashable, Sendable {
  /// Instants (seconds since the epoch) at which an offset begins, ascending.
  private let starts: [Int64]
  /// Offset from UTC in seconds: the initial one, then one per start.
  private let offsets: [Int32]

  /// A table from its clock changes in ascending order.
  package init(transitions: [(atSeconds: Int64, offsetSeconds: Int32)], initialOffset: Int32) {
    starts = transitions.map(\.atSeconds)
    offsets = [initialOffset] + transitions.map(\.offsetSeconds)
  }

  /// Every number of it, for telling one table from another.
  package var numbers: [Int64] { starts + offsets.map { Int64($0) } }

  /// Seconds to add to UTC at that instant.
  package func offset(atSeconds seconds: Int64) -> Int32 {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }

  /// The landlord's civil day at that instant.
  package func day(of moment: Moment) -> CalendarDay {
    let seconds = moment.seconds
    return ZoneTable.split(seconds + Int64(offset(atSeconds: seconds))).day
  }

  /// The wall-clock reading at that instant.
  package func localTime(of moment: Moment) -> (day: CalendarDay, hour: Int, minute: Int, second: Int) {
    let seconds = moment.seconds
    let (day, time) = ZoneTable.split(seconds + Int64(offset(atSeconds: seconds)))
    return (day, time / 3600, time / 60 % 60, time % 60)
  }

  /// The landlord's wall clock at that instant: `09:31`.
  package func wallClock(at moment: Moment) -> String {
    let time = localTime(of: moment)
    return CalendarDay.padded(time.hour, 2) + ":" + CalendarDay.padded(time.minute, 2)
  }

  /// The instant of that wall-clock reading.
  ///
  /// A reading that occurs twice (clocks back) is the first; one that does not occur (clocks forward) moves on
  /// by the hour that was left out.
  package func moment(of day: CalendarDay, hour: Int, minute: Int, second: Int) -> Moment {
    let local = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    let before = Int64(offset(atSeconds: local - 86_400))
    let after = Int64(offset(atSeconds: local + 86_400))
    if Int64(offset(atSeconds: local - before)) == before { return Moment(seconds: local - before) }
    if Int64(offset(atSeconds: local - after)) == after { return Moment(seconds: local - after) }
    return Moment(seconds: local - before)
  }

  /// Reads a date or an ISO 8601 instant with a zone; nil for anything else.
  package func occurrence(_ text: String) -> Occurrence? {
    if let day = CalendarDay(text) { return Occurrence(day: day) }
    guard let moment = Moment(text) else { return nil }
    return occurrence(at: moment)
  }

  /// That instant with the landlord's civil day it falls on.
  package func occurrence(at moment: Moment) -> Occurrence {
    Occurrence(day: day(of: moment), moment: moment)
  }

  private static func split(_ localSeconds: Int64) -> (day: CalendarDay, secondOfDay: Int) {
    let time = (localSeconds % 86_400 + 86_400) % 86_400
    return (CalendarDay(number: Int32((localSeconds - time) / 86_400)), Int(time))
  }
}
