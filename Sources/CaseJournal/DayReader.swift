import Clocks

/// Reads dates and instants from bytes, keeping the last of each: neighbours in a journal share them.
struct DayReader {
  let zone: ZoneTable
  private var knownDate: (UInt64, UInt64) = (0, 0)
  private var knownNumber: Int32 = 0
  private var knownQuarter = Int64.min
  private var knownDay = CalendarDay(number: 0)

  init(zone: ZoneTable) {
    self.zone = zone
  }

  /// The number of the day `YYYY-MM-DD` at that place; nil where no such day stands there.
  @inline(__always)
  mutating func date(_ bytes: Span<UInt8>, _ at: Int) -> Int32? {
    let key = (wordAt(bytes, at), UInt64(bytes[at + 8]) << 8 | UInt64(bytes[at + 9]))
    if key == knownDate { return knownNumber }
    guard bytes[at + 4] == 0x2D, bytes[at + 7] == 0x2D else { return nil }
    guard let century = DayReader.two(bytes, at), let years = DayReader.two(bytes, at + 2),
      let month = DayReader.two(bytes, at + 5), let day = DayReader.two(bytes, at + 8),
      let read = CalendarDay(year: century * 100 + years, month: month, day: day)
    else { return nil }
    knownDate = key
    knownNumber = read.number
    return read.number
  }

  /// The instant `YYYY-MM-DDTHH:MM:SS.ffffffZ` at that place, the only form the journal writes.
  @inline(__always)
  mutating func moment(_ bytes: Span<UInt8>, _ at: Int) -> Moment? {
    guard let day = date(bytes, at) else { return nil }
    guard bytes[at + 10] == 0x54, bytes[at + 13] == 0x3A, bytes[at + 16] == 0x3A, bytes[at + 19] == 0x2E,
      bytes[at + 26] == 0x5A
    else { return nil }
    guard let hour = DayReader.two(bytes, at + 11), hour < 24,
      let minute = DayReader.two(bytes, at + 14), minute < 60,
      let second = DayReader.two(bytes, at + 17), second < 60,
      let first = DayReader.two(bytes, at + 20), let middle = DayReader.two(bytes, at + 22),
      let last = DayReader.two(bytes, at + 24)
    else { return nil }
    let seconds = Int64(day) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    return Moment(microseconds: seconds * 1_000_000 + Int64(first * 10_000 + middle * 100 + last))
  }

  /// The landlord's civil day at that instant.
  ///
  /// Clocks and days change on quarters of an hour everywhere.
  @inline(__always)
  mutating func day(of moment: Moment) -> CalendarDay {
    let quarter = moment.microseconds / 900_000_000
    if quarter == knownQuarter, moment.microseconds >= 0 { return knownDay }
    knownQuarter = quarter
    knownDay = zone.day(of: moment)
    return knownDay
  }

  @inline(__always)
  private static func two(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let tens = bytes[at] &- 0x30
    let units = bytes[at + 1] &- 0x30
    guard tens < 10, units < 10 else { return nil }
    return Int(tens) * 10 + Int(units)
  }
}
