import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import Foundation
import PlainText

extension CommandRun {
  /// `demo`: a practice journal of invented cases in a private directory, and the desk on it.
  func demo() throws(ShellFailure) {
    let cases = try number("cases", default: 60, in: 1...100_000)
    let seed = UInt64(try number("seed", default: 1, in: 0...Int(Int32.max)))
    var path = request.options["data"] ?? ""
    if path.isEmpty { path = try privateDirectory("redress-demo-") }
    let you = StaffLogin(surroundings.account) ?? StaffLogin("you")
    guard let you else { throw .badLogin(surroundings.account) }
    try layOut(path, cases: cases, seed: seed, you: you)
    let isPlain = request.flags.contains("plain")
    guard isPlain || (surroundings.inputIsTerminal && surroundings.outputIsTerminal) else {
      if json {
        output.json(record(["data": .string(path), "cases": .integer(cases)]))
      } else {
        output.line(path)
      }
      return
    }
    defer { if request.options["data"] == nil { removeDirectory(path) } }
    if isPlain { return try plainDesk(at: path) }
    try openDesk(at: path)
  }

  func number(_ option: String, default value: Int, in range: ClosedRange<Int>) throws(ShellFailure) -> Int {
    guard let text = request.options[option] else { return value }
    guard let number = Int(text), range.contains(number) else {
      throw .badValue(
        "--" + option, text,
        allowed: "a number from " + String(range.lowerBound) + " to " + String(range.upperBound))
    }
    return number
  }

  /// Founds the journal and puts every step of the script through the same door as a key press.
  private func layOut(_ path: String, cases: Int, seed: UInt64, you: StaffLogin) throws(ShellFailure) {
    let now = try givenNow() ?? surroundings.clock()
    let today = zone.day(of: now)
    let founding = Founding(
      landlord: "Alderbrook Homes", nation: .englandAndWales, profile: "manchester-2022", practice: true,
      service: false)
    // The script's moments drive the clock, so that every line is recorded when it happened.
    let began = today.adding(days: -DemoSpan.calendarDays(cases))
    let clock = DemoClock(zone.moment(of: began, hour: 9, minute: 0, second: 0))
    let staff = demoStaff(you: you)
    let journal = try createJournal(at: path, founding, staff: staff, by: you) { clock.now }
    let record = try OpenRecord(journal, zone: zone, me: you) { clock.now }
    let steps: [DemoStep]
    do {
      steps = try demoScript(today: today, rules: record.rules, cases: cases, seed: seed, you: you)
    } catch {
      throw .calendarGap(error)
    }
    do throws(RecordFailure) {
      try record.replay(steps, clock)
    } catch {
      throw record.shellFailure(error, "lay out the demo")
    }
  }
}

/// The clock of the demo's past.
final class DemoClock {
  var now: Moment
  init(_ now: Moment) { self.now = now }
}

/// A directory nobody else may enter.
func privateDirectory(_ prefix: String) throws(ShellFailure) -> String {
  let path = NSTemporaryDirectory() + "/" + prefix + UUID().uuidString.lowercased()
  do {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  } catch {
    throw .unreadable(file: path, why: "the directory cannot be made")
  }
  return path.replacingOccurrences(of: "//", with: "/")
}

/// Removes a directory of our own making.
func removeDirectory(_ path: String) {
  do {
    try FileManager.default.removeItem(atPath: path)
  } catch {
    // It is private and temporary: the system clears it.
  }
}

func fileExists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
