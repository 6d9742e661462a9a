import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `Two desks on one journal` {
  private func contact(_ words: String) -> String {
    #"{"channel":"phone","received":"2026-01-05","person":{"name":"\#(words)"},"narrative":"\#(words) rang."}"#
  }

  @Test func `what one records the other shows within a second, its selection where it was`() throws {
    let office = try PracticeOffice()
    try office.must(
      ["intake"], as: "anna", input: ["Ada", "Bea", "Cai"].map(contact).joined(separator: "\n"))
    let anna = try DeskRobot(80, 24, office, as: "anna")
    let rhian = try DeskRobot(160, 50, office, as: "rhian")
    for desk in [anna, rhian] {
      try desk.robot.press("3")
      try desk.robot.wait(for: "Cai rang")
    }
    try anna.pressAndSee("j")
    let selected = try #require(selection(anna))

    try rhian.robot.press("o")
    try rhian.robot.wait(for: "›Note")
    try rhian.fill("Note", "gate code is 4411")
    try rhian.confirm(expecting: "note added.")

    let began = Date()
    try office.must(["intake"], as: "rhian", input: contact("Dai"))
    try anna.robot.wait("Dai's case, or word of it") { $0.contains("Dai rang") || $0.contains("new above") }
    #expect(Date().timeIntervalSince(began) < 2.5, "a second, and the time to start a program")
    #expect(selection(anna) == selected)
  }

  private func selection(_ desk: DeskRobot) -> String? {
    let rows = (try? desk.robot.rows) ?? []
    return rows.first { $0.hasPrefix("│›") }.map { String($0.prefix(16)) }
  }
}
