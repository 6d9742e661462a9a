import CaseDocuments
import Clocks
import Complaints
import PlainText
import SettingsFiles

/// One command being run: what was asked, and where the answer goes.
struct CommandRun {
  let surroundings: Surroundings
  let request: Request
  let output: Output
  /// London's clock changes.
  let zone: ZoneTable

  var json: Bool { request.json }

  /// A TIME of the command line: a date or an instant.
  func occurrence(_ name: String, _ text: String) throws(ShellFailure) -> Occurrence {
    guard let at = zone.occurrence(text) else { throw .badValue(name, text, allowed: timeShapes) }
    return at
  }

  /// `REDRESS_NOW`, where it is set.
  func givenNow() throws(ShellFailure) -> Moment? {
    guard let text = surroundings.environment["REDRESS_NOW"], !text.isEmpty else { return nil }
    guard let now = Moment(text) else {
      throw .badValue("REDRESS_NOW", text, allowed: "an instant, 2026-11-22T09:31Z")
    }
    return now
  }

  /// `--as-at`, where it is given; a date means its last second.
  func asAt() throws(ShellFailure) -> Moment? {
    guard let text = request.options["as-at"] else { return nil }
    let at = try occurrence("--as-at", text)
    return at.moment ?? zone.moment(of: at.day, hour: 23, minute: 59, second: 59)
  }

  /// The time by which clocks of no case are judged.
  func calculatorNow() throws(ShellFailure) -> Moment {
    if let asAt = try asAt() { return asAt }
    return try givenNow() ?? surroundings.clock()
  }

  /// A nation by its name.
  func nation(_ text: String) throws(ShellFailure) -> Nation {
    guard let nation = Nation(rawValue: text) else {
      throw .badValue("nation", text, allowed: orList(Nation.allCases.map(\.rawValue)))
    }
    return nation
  }

  /// Prints a table, or says that nothing was found.
  func table(_ rows: [[String]]) {
    for line in alignedColumns(rows) { output.line(line) }
  }
}

/// What a TIME may look like, for error lines.
let timeShapes = "a date YYYY-MM-DD, or an instant with its zone, 2026-11-22T09:31Z"
