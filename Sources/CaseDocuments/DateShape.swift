/// One way of writing a date that a map accepts, such as `dd/MM/yyyy HH:mm`.
///
/// Letters: `yyyy yy M MM MMM MMMM d dd H HH h hh mm ss S… a`, `XXX` for an offset; other text stands in single
/// quotes, except `T` and a closing `Z`, which makes the time UTC. `excel` is a spreadsheet's day number.
package struct DateShape: Hashable, Sendable {
  /// The shape as the map wrote it.
  package let text: String
  private let parts: [Part]

  private enum Part: Hashable, Sendable {
    case number(Unit, fewest: Int, most: Int)
    case monthName(full: Bool)
    case halfDay
    case literal(UInt8)
    case utc
    case offset
    case serial
  }

  private enum Unit: Hashable, Sendable {
    case year, shortYear, month, day, hour, hourOfHalf, minute, second, fraction
  }

  /// What a value means by a shape.
  package enum Reading: Hashable, Sendable {
    /// It is not written in this shape.
    case otherShape
    /// It is, but there is no such date or time.
    case impossible
    case value(CivilTime)
  }

  /// Compiles a shape; nil where it is not one (unknown letters, no day, an hour without its minute).
  package init?(_ text: String) {
    self.text = text
    guard text != "excel" else {
      parts = [.serial]
      return
    }
    guard let parts = DateShape.parts(of: Array(text.utf8)), DateShape.makesSense(parts) else { return nil }
    self.parts = parts
  }

  private static func parts(of shape: [UInt8]) -> [Part]? {
    var parts: [Part] = []
    var at = 0
    while at < shape.count {
      let letter = shape[at]
      if letter == 0x27 {
        guard let close = shape[(at + 1)...].firstIndex(of: 0x27) else { return nil }
        if close == at + 1 { parts.append(.literal(0x27)) }
        for byte in shape[at + 1..<close] {
          parts.append(byte == 0x5A && close == shape.count - 1 ? .utc : .literal(byte))
        }
        at = close + 1
        continue
      }
      var run = 1
      while at + run < shape.count, shape[at + run] == letter { run += 1 }
      let isLetter = letter | 0x20 >= 0x61 && letter | 0x20 <= 0x7A
      guard isLetter else {
        guard letter < 0x80, !(0x30...0x39).contains(letter) else { return nil }
        parts.append(.literal(letter))
        at += 1
        continue
      }
      guard let part = part(letter: letter, run: run, last: at + run == shape.count) else { return nil }
      parts.append(part)
      at += run
    }
    return parts
  }

  private static func part(letter: UInt8, run: Int, last: Bool) -> Part? {
    let name = String(repeating: String(Unicode.Scalar(letter)), count: run)
    switch name {
    case "yyyy": return .number(.year, fewest: 4, most: 4)
    case "yy": return .number(.shortYear, fewest: 2, most: 2)
    case "MMMM": return .monthName(full: true)
    case "MMM": return .monthName(full: false)
    case "MM": return .number(.month, fewest: 2, most: 2)
    case "M": return .number(.month, fewest: 1, most: 2)
    case "dd": return .number(.day, fewest: 2, most: 2)
    case "d": return .number(.day, fewest: 1, most: 2)
    case "HH": return .number(.hour, fewest: 2, most: 2)
    case "H": return .number(.hour, fewest: 1, most: 2)
    case "hh": return .number(.hourOfHalf, fewest: 2, most: 2)
    case "h": return .number(.hourOfHalf, fewest: 1, most: 2)
    case "mm": return .number(.minute, fewest: 2, most: 2)
    case "ss": return .number(.second, fewest: 2, most: 2)
    case "a": return .halfDay
    case "XXX": return last ? .offset : nil
    case "T": return .literal(letter)
    case "Z": return last ? .utc : nil
    default:
      guard letter == 0x53, run <= 9 else { return nil }
      return .number(.fraction, fewest: run, most: run)
    }
  }

  private static func makesSense(_ parts: [Part]) -> Bool {
    func count(_ matches: (Part) -> Bool) -> Int { parts.count(where: matches) }
    func units(_ wanted: Unit...) -> Int {
      count { part in
        guard case .number(let unit, _, _) = part else { return false }
        return wanted.contains(unit)
      }
    }
    let months = units(.month) + count { if case .monthName = $0 { true } else { false } }
    guard units(.year, .shortYear) == 1, months == 1, units(.day) == 1 else { return false }
    let hours = units(.hour, .hourOfHalf)
    guard hours <= 1, units(.minute) == hours, units(.second) <= hours else { return false }
    guard units(.fraction) <= units(.second), count({ $0 == .halfDay }) == units(.hourOfHalf) else {
      return false
    }
    let zones = count { $0 == .utc || $0 == .offset }
    return zones <= hours
  }

  /// Reads a value by this shape, the whole of it or not at all.
  package func read(_ value: Span<UInt8>) -> Reading {
    guard parts != [.serial] else { return CivilTime.serial(value) }
    var time = CivilTime()
    var at = 0
    for part in parts {
      switch part {
      case .number(let unit, let fewest, let most):
        var number = 0
        let start = at
        while at < value.count, at - start < most, value[at] &- 0x30 < 10 {
          number = number * 10 + Int(value[at] &- 0x30)
          at += 1
        }
        guard at - start >= fewest else { return .otherShape }
        set(unit, number, digits: most, in: &time)
      case .monthName(let full):
        guard let (month, length) = MonthNames.read(value, at: at, full: full) else { return .otherShape }
        time.month = month
        at += length
      case .halfDay:
        guard at + 2 <= value.count, value[at + 1] | 0x20 == 0x6D else { return .otherShape }
        switch value[at] | 0x20 {
        case 0x61: time.afternoon = false
        case 0x70: time.afternoon = true
        default: return .otherShape
        }
        at += 2
      case .literal(let byte):
        guard at < value.count, value[at] == byte else { return .otherShape }
        at += 1
      case .utc:
        guard at < value.count, value[at] == 0x5A else { return .otherShape }
        time.offsetSeconds = 0
        at += 1
      case .offset:
        guard let (seconds, length) = CivilTime.offset(value, at: at) else { return .otherShape }
        time.offsetSeconds = seconds
        at += length
      case .serial: return .otherShape
      }
    }
    guard at == value.count else { return .otherShape }
    return time.checked()
  }

  private func set(_ unit: Unit, _ number: Int, digits: Int, in time: inout CivilTime) {
    switch unit {
    case .year: time.year = number
    // Two digits are this century: nobody imports a complaint of 1998, and a future date is refused.
    case .shortYear: time.year = 2000 + number
    case .month: time.month = number
    case .day: time.day = number
    case .hour: time.hour = number
    case .hourOfHalf:
      time.hour = number
      time.halfDay = true
    case .minute: time.minute = number
    case .second: time.second = number
    case .fraction:
      var micros = number
      for _ in 0..<max(0, 6 - digits) { micros *= 10 }
      for _ in 0..<max(0, digits - 6) { micros /= 10 }
      time.microsecond = micros
    }
  }
}
