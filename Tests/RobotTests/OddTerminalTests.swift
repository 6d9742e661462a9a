import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(3)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `Terminals of every kind` {
  @Test(arguments: ["vt100", "linux", "screen", "xterm-ghostty", "rxvt", "nobody-knows-this"])
  func `show the desk, take keys, and are given back`(_ name: String) throws {
    let desk = try DeskRobot(80, 24, try PracticeOffice(), as: "anna", environment: ["TERM": name])
    try desk.robot.press("?")
    try desk.robot.wait(for: "type to search")
    try desk.robot.press("Escape")
    try desk.robot.wait(forEnd: "type to search")
    try desk.robot.press("Down", "Q")
    try desk.robot.wait(for: "ready>")
    try desk.robot.command("echo back")
    try desk.robot.wait(for: "back")
  }

  @Test func `a terminal that cannot place its cursor is told of the line dialogue`() throws {
    let office = try PracticeOffice()
    let robot = try Robot(80, 24, room: office.room, environment: ["TERM": "dumb"])
    try robot.command(office.desk(as: "anna"))
    try robot.wait(for: "--plain")
  }

  @Test func `vt100 has no colour, and what is late is told by its signs`() throws {
    let office = try PracticeOffice()
    try office.must(
      ["intake"], as: "anna",
      input: #"{"channel":"phone","received":"2026-01-05","kind":"complaint","narrative":"Lift out."}"#)
    let desk = try DeskRobot(80, 24, office, as: "anna", environment: ["TERM": "vt100"])
    try desk.robot.press("2")
    let screen = try desk.robot.wait(for: "!!C26-000001")
    #expect(screen.contains("wd over"))
    let colours = #/\e\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/#
    #expect(try desk.robot.colouredScreen.firstMatch(of: colours) == nil)
  }

  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "xx_XX.UTF-8"], ["LANG": ""]])
  func `without a locale, names and frames still stand as they are`(_ locale: [String: String]) throws {
    let office = try PracticeOffice()
    try office.must(
      ["intake"], as: "anna",
      input:
        #"{"channel":"phone","received":"2026-01-05","person":{"name":"Siân Llŷr"},"narrative":"Lift out."}"#)
    let desk = try DeskRobot(160, 50, office, as: "anna", environment: locale)
    try desk.robot.press("2")
    let screen = try desk.robot.wait(for: "Siân Llŷr")
    #expect(screen.contains("┌ Queue"))
  }

  @Test func `ASCII frames where they are asked for`() throws {
    let office = try PracticeOffice()
    let robot = try Robot(80, 24, room: office.room)
    try robot.command(office.desk(as: "anna") + " --ascii")
    let screen = try robot.wait(for: "My cases")
    #expect(screen.contains("+ Queue - 1 My cases") && !screen.contains("─"))
  }

  @Test func `the mouse selects a row where it is asked for, is switched by name, and is given back`() throws
  {
    let office = try PracticeOffice()
    for words in ["Lift out", "Damp wall"] {
      try office.must(
        ["intake"], as: "anna",
        input: #"{"channel":"phone","received":"2026-01-05","narrative":"\#(words)"}"#)
    }
    let desk = try DeskRobot(80, 24, office, as: "anna")
    try desk.robot.press("3")
    try desk.robot.wait(for: "Damp wall")
    #expect(try desk.robot.fact("mouse_any_flag") == "0")
    try desk.ask("mouse")
    try desk.robot.wait(for: "The mouse selects")
    #expect(try desk.robot.fact("mouse_any_flag") == "1")
    // A click on the second row: column 6, row 5, as a terminal sends it.
    try desk.robot.type("\u{1B}[<0;6;5M\u{1B}[<0;6;5m")
    try desk.robot.wait("the second row") { $0.split(separator: "\n")[4].contains("›") }
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
    try desk.robot.expectSane("the mouse")
  }

  @Test func `the title tells a count where that is chosen, and no name`() throws {
    let office = try PracticeOffice()
    let folder = office.room.path + "/config/redress"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("title = on\n".utf8).write(to: URL(fileURLWithPath: folder + "/desk.conf"))
    try office.must(
      ["intake"], as: "anna",
      input:
        #"{"channel":"phone","received":"2026-01-05","kind":"complaint","person":{"name":"Ada"},"narrative":"Out."}"#
    )
    try office.must(["act", "1", "assign", "to=anna"], as: "anna")
    let desk = try DeskRobot(80, 24, office, as: "anna")
    try desk.robot.wait("the title") { _ in try desk.robot.fact("pane_title") == "redress - 1 due" }
  }

  @Test func `a theme of one's own is drawn anew while it is edited, and a mistake is told by its line`()
    throws
  {
    let office = try PracticeOffice()
    let folder = office.room.path + "/config/redress/themes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = URL(fileURLWithPath: folder + "/mine.theme")
    try Data("inherits = night\nbanner = black on white\n".utf8).write(to: file)
    let desk = try DeskRobot(80, 24, office, as: "anna")
    try desk.ask("theme mine")
    try desk.robot.press("t")
    try desk.robot.wait(for: "› mine")
    let before = try desk.robot.colouredScreen
    try Data("inherits = night\nbanner = white on red\n".utf8).write(to: file)
    try desk.wait(forWords: "drawn as its file is now")
    #expect(try desk.robot.colouredScreen != before)
    try Data("inherits = night\nbanner = white on\n".utf8).write(to: file)
    try desk.wait(forWords: "mine.theme line 2: a colour is missing")
  }
}

@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `The first run` {
  @Test func `founds a journal from one screen and opens the desk on it`() throws {
    let room = try Room()
    let robot = try Robot(80, 24, room: room)
    try robot.command("$REDRESS --data '\(room.path)/new'")
    try robot.wait(for: "There is no journal")
    try robot.type("Northern Homes")
    try robot.press("Tab", "Tab", "Tab")
    try robot.wait(for: "›Homes let")
    try robot.type("12400")
    try robot.press("C-s")
    try robot.wait(for: "My cases")
    try robot.press("Q")
    try robot.wait(for: "ready>")
    try robot.expectSane("the first run")
    let homes = try BuiltProgram.run(["homes", "\(year)", "--data", room.path + "/new"], in: room)
    #expect(homes.output.contains("12400"))
  }

  private var year: Int { Calendar(identifier: .gregorian).component(.year, from: Date()) }

  @Test func `leaves nothing where one leaves`() throws {
    let room = try Room()
    let robot = try Robot(80, 24, room: room)
    try robot.command("$REDRESS --data '\(room.path)/new'")
    try robot.wait(for: "There is no journal")
    try robot.press("Escape")
    try robot.wait(for: "ready>")
    try robot.expectSane("leaving")
    #expect(!FileManager.default.fileExists(atPath: room.path + "/new"))
  }
}
