import Foundation
import Testing

/// A supervisor with the dashboard open on a train, over SSH, in eighty columns.
@Suite(.timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `The dashboard while others work` {
  private func contact(_ words: String) -> String {
    #"{"channel":"phone","received":"2026-01-05","person":{"name":"\#(words)"},"narrative":"\#(words) rang."}"#
  }

  /// The number behind a title on the screen.
  private func figure(_ title: String, _ desk: DeskRobot) -> Int? {
    let rows = (try? desk.robot.rows) ?? []
    guard let row = rows.first(where: { $0.contains(title) }),
      let at = row.range(of: title)
    else { return nil }
    return row[at.upperBound...].split(separator: " ").first.flatMap { Int($0) }
  }

  @Test func `its figures follow what colleagues record, and Enter shows the cases behind one`() throws {
    let office = try PracticeOffice()
    try office.must(["intake"], as: "anna", input: ["Ada", "Bea"].map(contact).joined(separator: "\n"))
    let desk = try DeskRobot(80, 24, office, as: "anna")
    try desk.robot.press("D")
    try desk.robot.wait(for: "Letters due, ten working days")
    let before = try #require(figure("Unassigned", desk))
    try office.must(["intake"], as: "rhian", input: contact("Cai"))
    try desk.robot.wait("one more unassigned") { _ in figure("Unassigned", desk) == before + 1 }
    try desk.robot.press("g")
    try desk.robot.press("Enter")
    try desk.robot.wait(for: "Queue ─ Open")
    try desk.robot.wait(for: "Cai rang")
    try desk.robot.press("D")
    try desk.robot.wait(for: "Dashboard ─")
    try desk.robot.press("Escape")
    try desk.robot.wait(for: "Queue ─ Open")
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
  }
}
