import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import PlainText

extension CommandRun {
  /// `doctor`: one line per thing looked at; exit 1 when something needs seeing to.
  func doctor() throws(ShellFailure) {
    var troubled = false
    func say(_ what: String, _ good: Bool, _ words: String) {
      if !good { troubled = true }
      if json {
        output.json(
          .object([
            JSONMember("check", .string(what)), JSONMember("ok", .bool(good)),
            JSONMember("says", .string(words)),
          ]))
      } else {
        output.line((good ? "ok    " : "see   ") + what + ": " + words)
      }
    }
    let environment = surroundings.environment
    let term = environment["TERM"] ?? ""
    say(
      "terminal", !term.isEmpty && term != "dumb",
      term.isEmpty ? "TERM is not set; the desk needs one" : visible(term))
    say("colour", true, environment["NO_COLOR"].map { $0.isEmpty ? "on" : "off by NO_COLOR" } ?? "on")
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? ""
    let utf8 = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    say(
      "locale", utf8,
      locale.isEmpty
        ? "not set; set LANG to a UTF-8 locale" : visible(locale) + (utf8 ? "" : " is not UTF-8; set LANG"))
    let settings = KeptSettings(directory: settingsDirectory()).desk
    for problem in settings.problems { say("settings", false, visible(problem)) }
    let now = surroundings.clock()
    say("clock", now > Moment(seconds: 1_700_000_000), now.description)
    say("time zone", true, "Europe/London found, summer time right")
    let path = dataDirectory()
    if let kind = networkFileSystem(at: path) {
      say(
        "file system", false, visible(path) + " is on " + kind + ": locks there lose lines; use a local disk")
    }
    do throws(ShellFailure) {
      let record = try openRecord(.reading)
      let register = record.register
      say(
        "journal", true,
        visible(path) + ": " + String(register.rows.count) + " cases, " + String(register.live.count)
          + " live")
      say("head", true, "line " + String(record.journal.lastSeq) + ", " + record.journal.headHash)
      say("you", true, record.me.text)
      if !record.practice {
        say(
          "trust", true,
          "every member of the group that owns the directory is trusted; roles guard against mistakes, not malice"
        )
      }
    } catch {
      say("journal", false, error.sentence ?? "")
    }
    if troubled { throw .someRefused }
  }
}
