import Foundation
import Testing

/// A call with the phone in one hand: how many keys it takes beside what is typed as text.
@Suite(.timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `A call with one hand` {
  @Test func `goes from the key n to an acknowledged complaint in under 25 keys beyond the text`() throws {
    let desk = try DeskRobot(80, 24, try PracticeOffice(), as: "anna")
    var keys = 0
    func press(_ names: String...) throws {
      for name in names {
        try desk.robot.press(name)
        keys += 1
      }
    }
    try press("n")
    try desk.robot.wait(for: "What they say")
    try desk.robot.type("Joan Price")
    try press("Tab", "Tab", "Tab", "Tab")
    try desk.robot.wait(for: "›What they say")
    try desk.robot.type("Nobody answered my letters about the parking charge.")
    try press("C-s")
    try desk.robot.wait(for: "contact recorded")
    try press("i")
    try desk.robot.wait(for: "First report")
    // A first report? No. A follow-up? No. Reported before and not acted on? Yes.
    try press("n", "n", "y")
    try desk.wait(forWords: "Proposes a complaint")
    try press("C-s")
    try desk.robot.wait(for: "triaged.")
    try press("s")
    try desk.robot.wait(for: "›To")
    try desk.robot.type("anna")
    try press("C-s")
    try desk.robot.wait(for: "assigned.")
    try press("a")
    try desk.robot.wait(for: "›Our understanding")
    try desk.robot.type("Letters about the parking charge were not answered")
    try press("Tab")
    try desk.robot.type("An answer")
    try press("Tab")
    try desk.robot.type("Nothing")
    try press("C-s")
    try desk.robot.wait(for: "acknowledged.")
    #expect(keys < 25, "it took \(keys) keys")
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
  }
}
