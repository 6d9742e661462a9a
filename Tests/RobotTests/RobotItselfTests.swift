import Testing

@Suite(.serialized, .timeLimit(.minutes(1)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `The robot that tests the desk` {
  @Test func `sees what a program prints, and types to it`() throws {
    let robot = try Robot(80, 24, room: try Room())
    try robot.command("read line; echo \"<$line>\"")
    try robot.command("Siân 陈")
    try robot.wait(for: "<Siân 陈>")
    #expect(try robot.rows.count >= 24)
    try robot.expectSane("nothing at all")
  }

  @Test func `notices a terminal left in a bad state`() throws {
    let robot = try Robot(80, 24, room: try Room())
    try robot.command("printf '\\033[?1049h\\033[?25l'; echo left")
    try robot.wait(for: "left")
    #expect(try robot.fact("alternate_on") == "1")
    #expect(try robot.fact("cursor_flag") == "0")
  }
}
