/// An instant, kept in microseconds since 1970-01-01T00:00:00Z.
///
/// Public in the part that replay uses at every line: only that is compiled into the loops of other modules.
public struct Moment: Hashable, Comparable, Sendable {
  /// Microseconds since the epoch, UTC.
  public let microseconds: Int64

  @inlinable
  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  package init(seconds: Int64) {
    microseconds = seconds * 1_000_000
  }

  public static func < (left: Moment, right: Moment) -> Bool { left.microseconds < right.microseconds }

  /// Whole seconds since the epoch, rounded towards the past.
  package var seconds: Int64 {
    (microseconds - (microseconds % 1_000_000 + 1_000_000) % 1_000_000) / 1_000_000
  }

  package func adding(microseconds more: Int64) -> Moment { Moment(microseconds: microseconds + more) }

  package func adding(seconds: Int64) -> Moment { Moment(microseconds: microseconds + seconds * 1_000_000) }

  /// Reads an ISO 8601 instant with a zone: `2026-11-22T09:31Z`, `…:07Z`, `…:07.123456Z`, `…+01:00`.
  ///
  /// A time without a zone is nil: whose midnight it meant is not ours to guess.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes[10] == 0x54 || bytes[10] == 0x20 else { return nil }
    guard let day = CalendarDay(String(text.prefix(10))) else { return nil }
    func digits(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[from..<from + count] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let hour = digits(11, 2), hour < 24, bytes[13] == 0x3A, let minute = digits(14, 2), minute < 60
    else { return nil }
    var at = 16
    var second = 0
    var fraction = 0
    if bytes[at] == 0x3A {
      guard let read = digits(at + 1, 2), read < 60 else { return nil }
      second = read
      at += 3
      if at < bytes.count, bytes[at] == 0x2E {
        at += 1
        var scale = 100_000
        let start = at
        while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 {
          fraction += Int(bytes[at] - 0x30) * scale
          scale /= 10
          at += 1
        }
        guard at > start else { return nil }
      }
    }
    guard at < bytes.count else { return nil }
    var offset = 0
    if bytes[at] == 0x5A {
      guard at + 1 == bytes.count else { return nil }
    } else {
      guard bytes[at] == 0x2B || bytes[at] == 0x2D, at + 6 == bytes.count, bytes[at + 3] == 0x3A else {
        return nil
      }
      guard let hours = digits(at + 1, 2), hours < 24, let minutes = digits(at + 4, 2), minutes < 60 else {
        return nil
      }
      offset = (hours * 60 + minutes) * (bytes[at] == 0x2B ? 60 : -60)
    }
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    microseconds = seconds * 1_000_000 + Int64(fraction)
  }
}

extension Moment: CustomStringConvertible {
  /// `2026-11-22T09:31:07.123456Z`: always UTC, always six decimals, so texts sort as instants.
  public var description: String {
    let whole = seconds
    let fraction = Int(microseconds - whole * 1_000_000)
    let dayNumber = (whole - (whole % 86_400 + 86_400) % 86_400) / 86_400
    let time = Int(whole - dayNumber * 86_400)
    return CalendarDay(number: Int32(dayNumber)).description + "T" + CalendarDay.padded(time / 3600, 2) + ":"
      + CalendarDay.padded(time / 60 % 60, 2) + ":" + CalendarDay.padded(time % 60, 2) + "."
      + CalendarDay.padded(fraction, 6) + "Z"
  }
}

/// When something happened in the landlord's world: an instant, or only a civil day when the hour is unknown.
///
/// The journal keeps what was given (`on`); rules ask for `day`, which is Europe/London.
public struct Occurrence: Hashable, Sendable {
  /// The landlord's civil day (Europe/London).
  public let day: CalendarDay
  /// The instant, when the hour was given.
  public let moment: Moment?

  @inlinable
  public init(day: CalendarDay, moment: Moment? = nil) {
    self.day = day
    self.moment = moment
  }

  /// The text kept in the journal: the instant where there is one, else the date.
  package var text: String { moment.map(\.description) ?? day.description }
}
