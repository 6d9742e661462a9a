/// The second within a civil day at which something happened, where it is known: four bytes, for rows.
///
/// Kept from UTC midnight of the day's date, so that the hour that occurs twice in autumn is not lost; the
/// landlord's clock may be ahead of UTC, so it can be below 0.
package struct SecondOfDay: Hashable, Sendable {
  private let seconds: Int32

  /// Only the day is known.
  package static let unknown = SecondOfDay(seconds: .min)

  private init(seconds: Int32) { self.seconds = seconds }

  /// The second of an occurrence within its day.
  package init(_ occurrence: Occurrence) {
    guard let moment = occurrence.moment else {
      seconds = SecondOfDay.unknown.seconds
      return
    }
    seconds = Int32(clamping: moment.seconds - Int64(occurrence.day.number) * 86_400)
  }

  /// The second as a number, for a record of fixed size; any number stands for a time that can be told.
  package var raw: Int32 { seconds }
  package init(raw: Int32) { seconds = raw }

  fileprivate func moment(on day: CalendarDay) -> Moment? {
    seconds == .min ? nil : Moment(seconds: Int64(day.number) * 86_400 + Int64(seconds))
  }
}

extension Occurrence {
  /// What happened on that day, at that second of it where it is known.
  package init(day: CalendarDay, time: SecondOfDay) { self.init(day: day, moment: time.moment(on: day)) }
}

/// When something happened and when it was written down, both by the landlord's days.
public struct EntryTimes: Hashable, Sendable {
  public let occurred: Occurrence
  public let recorded: Occurrence

  @inlinable
  public init(occurred: Occurrence, recorded: Occurrence) {
    self.occurred = occurred
    self.recorded = recorded
  }

  /// Both on one day, at no hour known.
  @inlinable
  public init(on day: CalendarDay) {
    occurred = Occurrence(day: day)
    recorded = Occurrence(day: day)
  }
}
