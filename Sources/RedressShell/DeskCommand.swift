import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import NcursesTerminal
import TextCanvas

extension CommandRun {
  /// Bare `redress`: the desk on the journal, until it is left.
  func desk() throws(ShellFailure) {
    guard surroundings.inputIsTerminal, surroundings.outputIsTerminal else { throw .needsTerminal }
    try openDesk(at: dataDirectory())
  }

  /// The desk on the journal in that directory.
  func openDesk(at path: String) throws(ShellFailure) {
    let settings = KeptSettings(directory: settingsDirectory())
    let environment = surroundings.environment
    var options = TerminalOptions(terminalName: environment["TERM"] ?? "")
    options.noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    options.mouse = settings.desk.mouse
    // A forced command founds nothing: whoever comes in by one did not choose the place.
    if request.flags.contains("locked") { try checkJournalExists(at: path) }
    let wanted = request.options["theme"] ?? settings.theme ?? "night"
    let terminal: DeskTerminal
    do {
      terminal = try DeskTerminal(options, theme: wanted, settings: settingsDirectory())
    } catch {
      throw .terminal(error.sentence)
    }
    defer { terminal.session.restore() }
    terminal.isAscii = request.flags.contains("ascii") || settings.desk.lines == .ascii
    let problem = terminal.use(theme: wanted)
    if !fileExists(path + "/FORMAT"), try !setUp(terminal, at: path, settings.desk.keymap) { return }
    let record = try openRecord(.reading, at: path, tolerant: true) { [clock = surroundings.clock] in
      let began = clock()
      return { part, whole in
        if clock().microseconds - began.microseconds > 200_000 { terminal.showReading(part, of: whole) }
      }
    }
    let sitting = DeskSitting(record, terminal, settings: settings, environment: environment) {
      (time) throws(ShellFailure) in
      try openRecord(.reading, at: path, tolerant: true, time.map { .asAt($0) } ?? .now)
    }
    if let problem { sitting.say(problem) }
    try sitting.run()
  }

  /// Says that there is no journal before the screen is taken over.
  private func checkJournalExists(at path: String) throws(ShellFailure) {
    guard fileExists(path + "/FORMAT") else { throw .noJournal(path) }
  }
}
