import CNcurses
import CTerminalRescue
import Glibc

/// What was found when the terminal was opened.
struct OpenedTerminal {
  var name: String
  var speaksUnicode: Bool
}

/// Remembers the terminal's settings, starts ncurses, and watches for signals and crashes.
///
/// Everything that can fail is here, so that a session either exists whole or not at all.
func openTerminal(_ options: TerminalOptions) throws(TerminalFailure) -> OpenedTerminal {
  guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
  let speaksUnicode = cnc_use_utf8()
  let remembered = rescue_remember(options.output)
  guard remembered == 0 else { throw .refused(what: "reading the terminal's settings", code: remembered) }
  // unsafe: curses takes the name as a C string, which lives for the call.
  let known = terminalNames(for: options.terminalName).first { name in
    unsafe cnc_start(name, options.output, options.input)
  }
  guard let known else { throw .unusableTerminal(options.terminalName) }
  let bytes = restoreBytes()
  // unsafe: the bytes are copied during the call.
  let armed = unsafe bytes.withUnsafeBufferPointer { unsafe rescue_arm($0.baseAddress, $0.count) }
  guard armed == 0 else {
    endwin()
    throw .refused(what: "watching for signals", code: armed)
  }
  captureErrors(options.errorLog)
  return OpenedTerminal(name: known, speaksUnicode: speaksUnicode)
}

private func captureErrors(_ path: String?) {
  // unsafe: the path is a C string that lives for the call. A log that cannot be opened is replaced by memory.
  if let path, unsafe rescue_capture_errors(path) == 0 { return }
  _ = rescue_capture_errors(nil)
}
