import Foundation
import Glibc
import Testing

/// A person at a terminal: types keys, looks at the screen, waits until it shows what they expect.
///
/// Each robot has a tmux server of its own, with no configuration of anybody's.
final class Robot {
  /// The screen never showed what was waited for; the screen as it was then.
  struct Disappointment: Error, CustomStringConvertible {
    let waitedFor: String
    let screen: String
    var description: String { "waited for \(waitedFor); the screen showed:\n\(screen)" }
  }

  static let tmux = BuiltProgram.onPath("tmux")
  static let missing: Comment = "tmux is not installed; .ci/run installs it"

  let room: Room
  private let socket: String
  private let tmuxPath: String

  /// Opens a terminal of that size with a plain shell in it, its prompt `ready> `.
  init(_ columns: Int, _ rows: Int, room: Room, environment: [String: String] = [:]) throws {
    self.room = room
    tmuxPath = try #require(Robot.tmux)
    socket = "redress-robot-" + UUID().uuidString.prefix(8)
    var words = ["env", "-i"]
    var inner = BuiltProgram.environment(home: room.path, ["PS1": "ready> ", "REDRESS": BuiltProgram.path])
    inner["TERM"] = "screen-256color"
    for (name, value) in inner.merging(environment, uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key })
    {
      words.append("\(name)='\(value)'")
    }
    let shell = words.joined(separator: " ") + " sh"
    try tmux("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
    try tmux("set-option", "-g", "window-size", "manual")
    try tmux("set-option", "-g", "status", "off")
    try tmux("set-option", "-s", "escape-time", "0")
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    try wait(for: "ready>")
  }

  deinit {
    // The server goes only once its shell has gone, and a shell may outlive being told to go.
    let shell = (try? fact("pane_pid")).flatMap { Int32($0) }
    _ = try? tmux("kill-server")
    if let shell { kill(shell, SIGKILL) }
  }

  @discardableResult
  private func tmux(_ words: String...) throws -> String {
    let outcome = try BuiltProgram.run(
      program: tmuxPath, ["-u", "-L", socket, "-f", "/dev/null"] + words, in: room)
    return outcome.output
  }

  /// Types text as it stands.
  func type(_ text: String) throws { try tmux("send-keys", "-l", "--", text) }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `Tab`, `C-z`, `j`.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", "--", key) }
  }

  /// Types a line to the shell of this terminal.
  func command(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Pastes as a terminal does, bracketed where the program asked for that.
  func paste(_ text: String) throws {
    try tmux("set-buffer", "--", text)
    try tmux("paste-buffer", "-p")
  }

  func resize(_ columns: Int, _ rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Copies every byte the program sends from now on into that file.
  func record(into file: String) throws { try tmux("pipe-pane", "-O", "cat >> '\(file)'") }

  /// The rows as text, trailing blanks gone.
  var screen: String {
    get throws { try tmux("capture-pane", "-p") }
  }

  var rows: [String] {
    get throws { try screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The screen with its colours and other attributes, as escape sequences.
  var colouredScreen: String {
    get throws { try tmux("capture-pane", "-p", "-e") }
  }

  /// One of tmux's facts about the terminal: `alternate_on`, `cursor_flag`, `cursor_y`.
  func fact(_ name: String) throws -> String {
    try tmux("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
  }

  /// The screen with the place of the cursor as its last line, looked at once.
  var screenAndCursor: String {
    get throws {
      try tmux("capture-pane", "-p", ";", "display-message", "-p", "#{cursor_x},#{cursor_y}")
    }
  }

  /// Waits until the screen satisfies, looking every few milliseconds, at most ten seconds.
  @discardableResult
  func wait(_ what: String, until satisfied: (String) throws -> Bool) throws -> String {
    let limit = Date().addingTimeInterval(10)
    var seen = try screen
    while try !satisfied(seen) {
      guard Date() < limit else { throw Disappointment(waitedFor: what, screen: seen) }
      Thread.sleep(forTimeInterval: 0.015)
      seen = try screen
    }
    return seen
  }

  @discardableResult
  func wait(for text: String) throws -> String { try wait("“\(text)”") { $0.contains(text) } }

  @discardableResult
  func wait(forEnd text: String) throws -> String { try wait("“\(text)” to go") { !$0.contains(text) } }

  /// Process numbers of whatever the shell of this terminal is running.
  func running() throws -> [Int32] {
    let shell = try fact("pane_pid")
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return children.split(separator: " ").compactMap { Int32($0) }
  }

  /// Sends a signal to the program in this terminal.
  func signal(_ name: String) throws {
    for process in try running() {
      _ = try BuiltProgram.run(program: "/bin/sh", ["-c", "kill -\(name) \(process)"], in: room)
    }
  }

  /// Whether the terminal is as a shell wants it: main screen, cursor shown, lines echoed and edited.
  func expectSane(_ after: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try command(
      "stty -a | tr ' ;' '\\n' | grep -E '^-?(icanon|echo|isig|opost|icrnl)$' | tr '\\n' ' '; echo sane?")
    let seen = try wait("the modes") { $0.contains("\nsane?") || $0.contains(" sane?\n") }
    for mode in ["icanon", "echo", "isig", "opost", "icrnl"] {
      #expect(
        seen.contains(mode) && !seen.contains("-" + mode + " "), "\(mode) after \(after)",
        sourceLocation: sourceLocation)
    }
    #expect(
      try fact("alternate_on") == "0", "still on the other screen after \(after)",
      sourceLocation: sourceLocation)
    #expect(try fact("cursor_flag") == "1", "no cursor after \(after)", sourceLocation: sourceLocation)
    #expect(
      try fact("mouse_any_flag") == "0", "mouse still caught after \(after)", sourceLocation: sourceLocation)
    try command("clear")
    try wait(forEnd: "sane?")
  }
}
