import CNcurses
import Glibc

/// Bracketed paste, and the mouse with coordinates beyond column 223 when it is wanted.
func switchesOn(mouse: Bool) -> [UInt8] {
  Array("\u{1B}[?2004h\(mouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "")".utf8)
}

/// The mouse given back to the terminal.
let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

/// Everything of ours switched off again.
let switchesOff = Array("\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1000l".utf8)

/// What a crash writes: all modes off, the cursor back, the screen that was there before.
func restoreBytes() -> [UInt8] {
  var bytes = Array(
    "\u{1B}[?2026l\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[0m\u{1B}[?25h\u{1B}[?1l\u{1B}>"
      .utf8)
  let leave = capability("rmcup")
  // A terminal with one screen only: to the last line, so that the prompt does not write over the desk.
  bytes += leave.isEmpty ? Array("\u{1B}[999;1H\r\n".utf8) : leave
  return bytes
}

/// A string capability of the terminal ncurses has started on.
private func capability(_ name: String) -> [UInt8] {
  // unsafe: at most the capacity named is written.
  unsafe [UInt8](unsafeUninitializedCapacity: 128) { buffer, count in
    count = Int(unsafe cnc_capability(name, buffer.baseAddress, 128))
  }
}

/// Writes all bytes to the terminal; a terminal that is gone loses them, and says so by SIGHUP.
func writeAll(_ bytes: [UInt8], to output: Int32) {
  var rest = bytes[...]
  while !rest.isEmpty {
    // unsafe: write(2) reads only the bytes of the slice.
    let done = unsafe rest.withUnsafeBytes { unsafe write(output, $0.baseAddress, $0.count) }
    if done > 0 {
      rest = rest.dropFirst(done)
    } else if errno != EINTR, errno != EAGAIN {
      return
    }
  }
}
