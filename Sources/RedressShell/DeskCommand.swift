import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import NcursesTerminal
import TextCanvas

extension CommandRun {
  /// Bare `redress`: the desk on the journal, until it is left.
  func desk() throws(ShellFailure) {
    if request.flags.contains("plain") { return try plainDesk(at: dataDirectory()) }
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
      guard case .unusableTerminal = error else { throw .terminal(error.sentence) }
      output.error(error.sentence + "; this is --plain")
      return try plainDesk(at: path)
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
    let under = SittingRecord(record, settings: settings, opening: reopening(path))
    let sitting = DeskSitting(under, terminal, environment: environment)
    if let problem { sitting.say(problem) }
    try sitting.run()
  }

  /// Opens the record of another time, or of now again.
  func reopening(_ path: String) -> (Moment?) throws(ShellFailure) -> OpenRecord {
    { (time) throws(ShellFailure) in
      try openRecord(.reading, at: path, tolerant: true, time.map { .asAt($0) } ?? .now)
    }
  }

  /// Says that there is no journal before the screen is taken over.
  func checkJournalExists(at path: String) throws(ShellFailure) {
    guard fileExists(path + "/FORMAT") else { throw .noJournal(path) }
  }
}
