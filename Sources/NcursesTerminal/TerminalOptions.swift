import Glibc

/// How the terminal is to be used.
package struct TerminalOptions: Sendable {
  /// `TERM`; empty when the environment has none.
  package var terminalName: String
  /// No colours whatever the terminal can do: `NO_COLOR`.
  package var noColour: Bool
  /// Clicks and the wheel are wanted; the terminal's own selection then needs Shift.
  package var mouse: Bool
  /// Where standard error goes while the screen is up; nil keeps it in memory.
  ///
  /// It is shown, and the file removed, when the terminal is given back.
  package var errorLog: String?
  /// Where keys come from and frames go: standard input and output, or a terminal of a test's own.
  package var input: Int32 = STDIN_FILENO
  package var output: Int32 = STDOUT_FILENO

  package init(terminalName: String, noColour: Bool = false, mouse: Bool = false, errorLog: String? = nil) {
    self.terminalName = terminalName
    self.noColour = noColour
    self.mouse = mouse
    self.errorLog = errorLog
  }
}

/// Why there is no full screen.
package enum TerminalFailure: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal; the line dialogue can still be used.
  case notATerminal
  /// The terminal cannot place its cursor (`TERM=dumb`), or nothing is known of it.
  case unusableTerminal(String)
  /// The system refused something; the number is `errno`.
  case refused(what: String, code: Int32)

  /// What failed and what to do, after `redress: `.
  package var sentence: String {
    switch self {
    case .notATerminal: "the desk needs a terminal on standard input and output; use --plain, or a subcommand"
    case .unusableTerminal(let name):
      "no full screen on a terminal called \"\(name)\"; set TERM, or use --plain"
    case .refused(let what, let code): "\(what) was refused by the system (error \(code)); use --plain"
    }
  }
}

/// A signal that asks something of the event loop.
package enum TerminalSignal: Hashable, CaseIterable, Sendable {
  /// The terminal has another size; `size` is already the new one.
  case resized
  /// SIGTERM or SIGINT: leave in order.
  case terminate
  /// The connection is gone: keep the draft and leave.
  case hangUp
  /// Somebody sent SIGTSTP: call `stopUntilContinued()`.
  case suspend
  /// The program was stopped and goes on; the screen will be drawn anew.
  case continued
}

/// The names to try for a terminal, in order.
///
/// New terminals are often not in an old system's list, though they understand what xterm does.
func terminalNames(for name: String) -> [String] {
  guard name != "dumb" else { return [] }
  let families = [
    "xterm", "tmux", "screen", "foot", "rxvt", "alacritty", "kitty", "wezterm", "konsole", "gnome", "vte",
    "st-", "iterm", "contour", "putty", "mintty", "ghostty", "mlterm",
  ]
  var names = name.isEmpty ? [] : [name]
  if families.contains(where: name.lowercased().hasPrefix) { names.append("xterm-256color") }
  names.append("vt100")
  var tried: Set<String> = []
  return names.filter { tried.insert($0).inserted }
}
