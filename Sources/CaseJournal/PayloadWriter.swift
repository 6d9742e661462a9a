import Clocks
import Complaints
import PlainText

/// Appends the members of one `d` object, in frozen order, empty ones left out.
struct PayloadWriter {
  /// The line as far as it is written.
  var bytes: [UInt8] = []
  var salts: SaltSource
  /// The first text over the limit, with its length: the line is refused then.
  private(set) var tooLong: (field: String, bytes: Int)?

  /// Bytes a single text may have (`security.md`, Limits).
  static let longestText = 256 * 1024

  init(salts: SaltSource) {
    self.salts = salts
  }

  /// Forgets a refusal of the line before.
  mutating func forgetRefusal() { tooLong = nil }

  /// Appends bytes known when this was compiled.
  mutating func literal(_ text: StaticString) {
    // SAFETY: a StaticString's UTF-8 lives as long as the program.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Begins a member; a comma is owed unless the object has just been opened.
  mutating func key(_ name: StaticString) {
    if bytes.last != 0x7B { bytes.append(0x2C) }
    bytes.append(0x22)
    literal(name)
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  /// A text that is left out when empty.
  mutating func text(_ name: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    key(name)
    string(value, field: name)
  }

  /// A word of ours: plain ASCII, never empty.
  mutating func word(_ name: StaticString, _ value: String) {
    key(name)
    bytes.append(0x22)
    bytes.append(contentsOf: value.utf8)
    bytes.append(0x22)
  }

  mutating func number(_ name: StaticString, _ value: Int) {
    key(name)
    appendDecimal(value, to: &bytes)
  }

  mutating func truth(_ name: StaticString, _ value: Bool) {
    key(name)
    literal(value ? "true" : "false")
  }

  mutating func day(_ name: StaticString, _ value: CalendarDay?) {
    guard let value else { return }
    key(name)
    bytes.append(0x22)
    appendDay(value, to: &bytes)
    bytes.append(0x22)
  }

  /// A list of texts, left out when empty.
  mutating func texts(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    bytes.append(0x5B)
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      string(value, field: name)
    }
    bytes.append(0x5D)
  }

  mutating func salt() {
    key("salt")
    bytes.append(0x22)
    salts.appendSalt(to: &bytes)
    bytes.append(0x22)
  }

  /// A JSON string; NUL becomes U+FFFD, control characters become escapes.
  private mutating func string(_ value: String, field: StaticString) {
    let utf8 = value.utf8
    if utf8.count > PayloadWriter.longestText, tooLong == nil { tooLong = ("\(field)", utf8.count) }
    if utf8.contains(0) {
      let cleaned = value.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }
      var text = ""
      text.unicodeScalars.append(contentsOf: cleaned)
      appendJSONString(text, to: &bytes)
    } else {
      appendJSONString(value, to: &bytes)
    }
  }
}

/// Appends `YYYY-MM-DD`.
func appendDay(_ day: CalendarDay, to bytes: inout [UInt8]) {
  let date = day.ymd
  appendPadded(date.year, 4, to: &bytes)
  bytes.append(0x2D)
  appendPadded(date.month, 2, to: &bytes)
  bytes.append(0x2D)
  appendPadded(date.day, 2, to: &bytes)
}

/// Appends an instant as `Moment.description` writes it, without making a `String`.
func appendMoment(_ moment: Moment, to bytes: inout [UInt8]) {
  let whole = moment.seconds
  let fraction = Int(moment.microseconds - whole * 1_000_000)
  let time = Int((whole % 86_400 + 86_400) % 86_400)
  appendDay(CalendarDay(number: Int32((whole - Int64(time)) / 86_400)), to: &bytes)
  bytes.append(0x54)
  appendPadded(time / 3600, 2, to: &bytes)
  bytes.append(0x3A)
  appendPadded(time / 60 % 60, 2, to: &bytes)
  bytes.append(0x3A)
  appendPadded(time % 60, 2, to: &bytes)
  bytes.append(0x2E)
  appendPadded(fraction, 6, to: &bytes)
  bytes.append(0x5A)
}

/// Appends a number with leading zeros up to that width.
func appendPadded(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
  var divisor = 1
  var digits = 1
  while value / divisor >= 10 {
    divisor *= 10
    digits += 1
  }
  for _ in 0..<max(0, width - digits) { bytes.append(0x30) }
  while divisor > 0 {
    bytes.append(UInt8(truncatingIfNeeded: value / divisor % 10) + 0x30)
    divisor /= 10
  }
}

/// Appends `C26-000042`.
func appendReference(_ reference: CaseReference, to bytes: inout [UInt8]) {
  bytes.append(0x43)
  appendPadded(reference.year % 100, 2, to: &bytes)
  bytes.append(0x2D)
  appendPadded(Int(reference.number.value), 6, to: &bytes)
}
