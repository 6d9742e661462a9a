import Clocks
import Complaints

/// Appends the members of one `d` object, in frozen order, empty ones left out.
struct PayloadWriter {
  /// The lines as far as they are written.
  let bytes = LineBuffer()
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

  /// Begins a member; a comma is owed unless the object has just been opened.
  @inline(__always)
  func key(_ name: StaticString) {
    if bytes.last != 0x7B { bytes.put(0x2C) }
    bytes.put(0x22)
    bytes.put(name)
    bytes.put("\":")
  }

  /// A text that is left out when empty.
  mutating func text(_ name: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    key(name)
    string(value, field: name)
  }

  /// A word of ours: plain ASCII, never empty.
  func word(_ name: StaticString, _ value: String) {
    key(name)
    bytes.put(0x22)
    bytes.putWord(value)
    bytes.put(0x22)
  }

  func number(_ name: StaticString, _ value: Int) {
    key(name)
    bytes.putNumber(value)
  }

  func truth(_ name: StaticString, _ value: Bool) {
    key(name)
    bytes.put(value ? "true" : "false")
  }

  func day(_ name: StaticString, _ value: CalendarDay?) {
    guard let value else { return }
    key(name)
    bytes.put(0x22)
    bytes.put(value)
    bytes.put(0x22)
  }

  /// A list of texts, left out when empty.
  mutating func texts(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    bytes.put(0x5B)
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.put(0x2C) }
      string(value, field: name)
    }
    bytes.put(0x5D)
  }

  mutating func salt() {
    key("salt")
    bytes.put(0x22)
    for _ in 0..<2 {
      let word = salts.next()
      bytes.putHex(UInt32(truncatingIfNeeded: word >> 32))
      bytes.putHex(UInt32(truncatingIfNeeded: word))
    }
    bytes.put(0x22)
  }

  private mutating func string(_ value: String, field: StaticString) {
    note(value, field: "\(field)")
    bytes.putText(value)
  }

  /// Remembers the first text that is over the limit.
  mutating func note(_ value: String, field: @autoclosure () -> String) {
    let count = value.utf8.count
    if count > PayloadWriter.longestText, tooLong == nil { tooLong = (field(), count) }
  }
}
