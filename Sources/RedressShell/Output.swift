import PlainText

/// Standard output and error of one run, gathered into large writes.
final class Output {
  private var gathered: [UInt8] = []
  private let write: ([UInt8]) -> Void
  private let writeError: ([UInt8]) -> Void

  init(write: @escaping ([UInt8]) -> Void, writeError: @escaping ([UInt8]) -> Void) {
    self.write = write
    self.writeError = writeError
  }

  /// One line of text; the caller has made controls in it visible.
  func line(_ text: String = "") {
    gathered.append(contentsOf: text.utf8)
    gathered.append(0x0A)
    if gathered.count > 1 << 16 { flush() }
  }

  /// Lines that are ended already, as they are.
  func text(_ lines: String) {
    gathered.append(contentsOf: lines.utf8)
    if gathered.count > 1 << 16 { flush() }
  }

  /// One JSON object on a line.
  func json(_ value: JSON) { json(text: jsonText(value)) }

  /// One JSON object already written.
  func json(text: String) { line(directionsEscaped(text)) }

  /// Bytes as they are: a file somebody asked for.
  func raw(_ bytes: [UInt8]) {
    gathered.append(contentsOf: bytes)
    if gathered.count > 1 << 16 { flush() }
  }

  /// One line on standard error, after everything said before it.
  func error(_ text: String) {
    flush()
    writeError(Array(("redress: " + text + "\n").utf8))
  }

  /// A line that replaces itself on a terminal: progress.
  func progress(_ text: String) { writeError(Array(("\r" + text + "\u{1B}[K").utf8)) }

  /// Ends the line progress was shown on.
  func endProgress() { writeError(Array("\r\u{1B}[K".utf8)) }

  func flush() {
    guard !gathered.isEmpty else { return }
    write(gathered)
    gathered.removeAll(keepingCapacity: true)
  }
}

/// JSON text with the bidirectional controls as escapes, so that a terminal does not turn a line round.
///
/// Only a text in quotes can hold one.
func directionsEscaped(_ json: String) -> String {
  guard holdsDirections(json) else { return json }
  var escaped = String.UnicodeScalarView()
  for scalar in json.unicodeScalars {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      let digits = String(scalar.value, radix: 16)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      escaped.append(contentsOf: ("\\u" + zeros + digits).unicodeScalars)
    default: escaped.append(scalar)
    }
  }
  return String(escaped)
}

/// Whether a bidirectional control is in it, looked for in bytes: nearly no text has one.
private func holdsDirections(_ text: String) -> Bool {
  var before: UInt8 = 0
  var last: UInt8 = 0
  for byte in text.utf8 {
    switch (before, last, byte) {
    case (_, 0xD8, 0x9C), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9):
      return true
    default: break
    }
    before = last
    last = byte
  }
  return false
}
