/// Appends JSON as bytes; commas are set as needed, text is escaped so that no control byte gets through.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.field("case", "C26-000042")
///     writer.key("points"); writer.beginArray(); writer.integer(1); writer.endArray()
///     writer.endObject()
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  package init(reserving capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// What was written so far, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the room.
  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  package mutating func beginObject() {
    separate()
    bytes.append(0x7B)
  }

  package mutating func endObject() {
    bytes.append(0x7D)
  }

  package mutating func beginArray() {
    separate()
    bytes.append(0x5B)
  }

  package mutating func endArray() {
    bytes.append(0x5D)
  }

  /// The name of the member whose value comes next.
  package mutating func key(_ name: String) {
    separate()
    appendJSONString(name, to: &bytes)
    bytes.append(0x3A)
  }

  package mutating func string(_ text: String) {
    separate()
    appendJSONString(text, to: &bytes)
  }

  package mutating func integer(_ number: Int) {
    separate()
    appendDecimal(number, to: &bytes)
  }

  /// A number that is not finite has no JSON and is written `null`.
  package mutating func number(_ number: Double) {
    separate()
    bytes.append(contentsOf: number.isFinite ? String(number).utf8 : "null".utf8)
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  package mutating func value(_ value: JSON) {
    switch value {
    case .null: null()
    case .bool(let truth): bool(truth)
    case .integer(let whole): integer(whole)
    case .number(let double): number(double)
    case .string(let text): string(text)
    case .array(let items):
      beginArray()
      for item in items { self.value(item) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members { field(member.name, member.value) }
      endObject()
    }
  }

  package mutating func field(_ name: String, _ text: String) {
    key(name)
    appendJSONString(text, to: &bytes)
  }

  package mutating func field(_ name: String, _ whole: Int) {
    key(name)
    appendDecimal(whole, to: &bytes)
  }

  package mutating func field(_ name: String, _ truth: Bool) {
    key(name)
    bool(truth)
  }

  package mutating func field(_ name: String, _ value: JSON) {
    key(name)
    self.value(value)
  }

  /// Writes the member only where there is a text: absent members are how we say "not known".
  package mutating func field(ifPresent name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    field(name, text)
  }

  /// Ends a line, so that one JSON value stands on each.
  package mutating func newline() {
    bytes.append(0x0A)
  }

  /// A comma is owed exactly when the last byte ended a value: texts end in a quote, so the byte tells.
  private mutating func separate() {
    guard let last = bytes.last else { return }
    switch last {
    case 0x7B, 0x5B, 0x3A, 0x0A: return
    default: bytes.append(0x2C)
    }
  }
}

/// The value as one line of JSON.
package func jsonText(_ value: JSON) -> String {
  var writer = JSONWriter()
  writer.value(value)
  return writer.text
}

/// Appends a whole number in decimal.
package func appendDecimal(_ number: Int, to bytes: inout [UInt8]) {
  guard number != 0 else {
    bytes.append(0x30)
    return
  }
  if number < 0 { bytes.append(0x2D) }
  let start = bytes.count
  var rest = number.magnitude
  while rest > 0 {
    bytes.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
    rest /= 10
  }
  bytes[start...].reverse()
}
