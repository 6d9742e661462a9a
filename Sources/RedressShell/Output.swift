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

  /// One JSON object on a line.
  func json(_ value: JSON) { line(jsonText(value)) }

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
