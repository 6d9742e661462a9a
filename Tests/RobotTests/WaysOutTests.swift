import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(3)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `The terminal is given back` {
  @Test(arguments: ["SEGV", "TERM", "HUP", "ABRT"])
  func `after a signal`(_ signal: String) throws {
    let desk = try DeskRobot(80, 24, try PracticeOffice(), as: "anna")
    #expect(try desk.robot.fact("alternate_on") == "1")
    try desk.robot.signal(signal)
    try desk.robot.wait(for: "ready>")
    try desk.robot.expectSane("SIG" + signal)
    try desk.office.must(["verify"])
  }

  @Test func `while suspended, and taken again by fg`() throws {
    let desk = try DeskRobot(80, 24, try PracticeOffice(), as: "anna")
    try desk.robot.press("C-z")
    try desk.robot.wait(for: "ready>")
    try desk.robot.expectSane("^Z")
    try desk.robot.command("fg")
    try desk.robot.wait(for: "My cases")
    #expect(try desk.robot.fact("alternate_on") == "1")
    try desk.robot.press("?")
    try desk.robot.wait(for: "type to search")
    try desk.robot.press("Escape")
    try desk.robot.wait(forEnd: "type to search")
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
    try desk.robot.expectSane("quitting")
  }

  @Test func `after a storm of sizes, the desk whole at each end`() throws {
    let desk = try DeskRobot(80, 24, try PracticeOffice(), as: "anna")
    for size in [(40, 12), (200, 50), (39, 11), (500, 200), (10, 3), (120, 40), (2, 2), (81, 25), (160, 50)] {
      try desk.robot.resize(size.0, size.1)
    }
    try desk.robot.wait("three panes") { $0.contains("My cases") && $0.contains("Timeline") }
    try desk.robot.resize(30, 10)
    try desk.robot.wait(for: "40×12")
    try desk.robot.resize(80, 24)
    let screen = try desk.robot.wait(for: "My cases")
    #expect(!screen.contains("40×12"))
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
    try desk.robot.expectSane("a storm of sizes")
  }

  @Test func `after the demo, which leaves nothing behind`() throws {
    let room = try Room()
    let robot = try Robot(80, 24, room: room)
    try robot.command("$REDRESS demo --cases 5")
    try robot.wait(for: "PRACTICE")
    try robot.press("Q")
    try robot.wait(for: "ready>")
    try robot.expectSane("the demo")
    let left = try FileManager.default.contentsOfDirectory(atPath: room.path)
    #expect(left.filter { $0.hasPrefix("redress-demo") } == [])
  }

  @Test func `no colour is sent where NO_COLOR is set, and some where it is not`() throws {
    let colours = #/\e\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/#
    let office = try PracticeOffice()
    let plain = try DeskRobot(80, 24, office, as: "anna", environment: ["NO_COLOR": "1"])
    #expect(try plain.robot.colouredScreen.firstMatch(of: colours) == nil)
    let coloured = try DeskRobot(80, 24, office, as: "anna")
    #expect(try coloured.robot.colouredScreen.firstMatch(of: colours) != nil)
  }
}
