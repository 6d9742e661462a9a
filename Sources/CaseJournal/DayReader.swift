import Clocks

/// Reads dates and instants from bytes, keeping the last of each: neighbours in a journal share them.
struct DayReader {
  let zone: ZoneTable
  /// The date read last and the one before it: when it was recorded and when it happened take turns.
  private var recent = ReadDate()
  private var former = ReadDate()
  /// The quarter of an hour asked for last and the one before it, with their days.
  private var recentQuarter = KnownQuarter()
  private var formerQuarter = KnownQuarter()

  private struct KnownQuarter {
    /// Its first microsecond.
    var start = Int64.max
    var day = CalendarDay(number: 0)

    @inline(__always)
    func holds(_ moment: Moment) -> Bool {
      UInt64(bitPattern: moment.microseconds &- start) < UInt64(KnownQuarter.length)
    }

    /// A quarter of an hour in microseconds.
    static let length: Int64 = 900_000_000
  }

  private struct ReadDate {
    /// `YYYY-MM-` and `DD` behind it, as words.
    var first: UInt64 = 0
    var last: UInt64 = 0
    var number: Int32 = 0
  }

  init(zone: ZoneTable) {
    self.zone = zone
  }

  /// The number of the day `YYYY-MM-DD` at that place; nil where no such day stands there.
  @inline(__always)
  mutating func date(_ bytes: Span<UInt8>, _ at: Int) -> Int32? {
    let first = wordAt(bytes, at)
    // The last eight of the ten: their two highest are the day.
    let last = wordAt(bytes, at + 2) >> 48
    if first == recent.first, last == recent.last { return recent.number }
    if first == former.first, last == former.last {
      swap(&recent, &former)
      return recent.number
    }
    return newDate(bytes, at, first, last)
  }

  private mutating func newDate(_ bytes: Span<UInt8>, _ at: Int, _ first: UInt64, _ last: UInt64) -> Int32? {
    guard bytes[at + 4] == 0x2D, bytes[at + 7] == 0x2D else { return nil }
    guard let century = DayReader.two(bytes, at), let years = DayReader.two(bytes, at + 2),
      let month = DayReader.two(bytes, at + 5), let day = DayReader.two(bytes, at + 8),
      let read = CalendarDay(year: century * 100 + years, month: month, day: day)
    else { return nil }
    former = recent
    recent = ReadDate(first: first, last: last, number: read.number)
    return read.number
  }

  /// The instant `YYYY-MM-DDTHH:MM:SS.ffffffZ` at that place, the only form the journal writes.
  @inline(__always)
  mutating func moment(_ bytes: Span<UInt8>, _ at: Int) -> Moment? {
    guard let day = date(bytes, at) else { return nil }
    // `HH:MM:SS`, then `.ffffffZ`; the digits of each as the values of their bytes.
    let time = wordAt(bytes, at + 11) ^ 0x3030_3A30_303A_3030
    let fraction = wordAt(bytes, at + 19) ^ 0x5A30_3030_3030_302E
    guard bytes[at + 10] == 0x54, DayReader.areDigits(time), DayReader.areDigits(fraction),
      time & 0x0000_FF00_00FF_0000 == 0, fraction & 0xFF00_0000_0000_00FF == 0
    else { return nil }
    // Tens times ten and units, in the place of the tens.
    let clock = time &* 10 &+ time >> 8
    let parts = (fraction >> 8) &* 10 &+ fraction >> 16
    let hour = Int64(clock & 0xFF)
    let minute = Int64(clock >> 24 & 0xFF)
    let second = Int64(clock >> 48 & 0xFF)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    let micros =
      Int64(parts & 0xFF) &* 10_000 &+ Int64(parts >> 16 & 0xFF) &* 100 &+ Int64(parts >> 32 & 0xFF)
    let seconds = Int64(day) &* 86_400 &+ hour &* 3600 &+ minute &* 60 &+ second
    return Moment(microseconds: seconds &* 1_000_000 &+ micros)
  }

  /// The landlord's civil day at that instant.
  ///
  /// Clocks and days change on quarters of an hour everywhere.
  @inline(__always)
  mutating func day(of moment: Moment) -> CalendarDay {
    if recentQuarter.holds(moment) { return recentQuarter.day }
    return otherDay(of: moment)
  }

  private mutating func otherDay(of moment: Moment) -> CalendarDay {
    swap(&recentQuarter, &formerQuarter)
    if recentQuarter.holds(moment) { return recentQuarter.day }
    let day = zone.day(of: moment)
    // Before 1970 a division rounds the other way; nothing recorded is that old.
    guard moment.microseconds >= 0 else { return day }
    let start = moment.microseconds / KnownQuarter.length * KnownQuarter.length
    recentQuarter = KnownQuarter(start: start, day: day)
    return day
  }

  /// Whether every byte is 0…9.
  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    (word &+ 0x7676_7676_7676_7676 | word) & 0x8080_8080_8080_8080 == 0
  }

  @inline(__always)
  private static func two(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let tens = bytes[at] &- 0x30
    let units = bytes[at + 1] &- 0x30
    guard tens < 10, units < 10 else { return nil }
    return Int(tens) * 10 + Int(units)
  }
}
