import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `An editor and a spelling program of one's own` {
  /// A program of the test's own, in a folder that is put on the path.
  private func tool(_ name: String, _ script: String, in room: Room) throws -> String {
    let folder = room.path + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(("#!/bin/sh\n" + script).utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/" + name)
    return folder
  }

  private func contact(_ words: String) -> String {
    #"{"channel":"phone","received":"2026-01-05","narrative":"\#(words)"}"#
  }

  @Test func `the editor has the terminal, others record meanwhile, and the text comes back`() throws {
    let office = try PracticeOffice()
    try office.must(["intake"], as: "anna", input: contact("Lift out"))
    let gate = office.room.path + "/gate"
    let folder = try tool(
      "scribble",
      "ls -l \"$1\" | cut -c1-10 > '\(gate).mode'\nstty -a < /dev/tty | grep -c -- '-icanon' > '\(gate).raw'\n"
        + "echo open for writing\nwhile [ ! -e '\(gate)' ]; do sleep 0.02; done\n"
        + "echo 'Seen by the caretaker.' >> \"$1\"\n", in: office.room)
    let desk = try DeskRobot(
      80, 24, office, as: "anna",
      environment: [
        "EDITOR": folder
          + "/scribble -x"
          .replacingOccurrences(of: " -x", with: "")
      ])
    try desk.robot.press("3", "o")
    try desk.robot.wait(for: "›Note")
    try desk.robot.type("Rang again.")
    try desk.robot.press("C-x")
    try desk.robot.wait(for: "open for writing")
    // Nobody waits for a desk whose person is writing.
    try office.must(["act", "1", "note", "text=from elsewhere"], as: "rhian")
    try Data().write(to: URL(fileURLWithPath: gate))
    try desk.robot.wait(for: "Seen by the caretaker.")
    try desk.confirm(expecting: "note added.")
    #expect(try office.must(["timeline", "1"]).output.contains("Rang again."))
    #expect(try String(contentsOfFile: gate + ".mode", encoding: .utf8) == "-rw-------\n")
    #expect(try String(contentsOfFile: gate + ".raw", encoding: .utf8) == "0\n")
    let drafts = try FileManager.default.subpathsOfDirectory(atPath: office.data + "/drafts")
    #expect(drafts.filter { $0.contains("edit-") } == [])
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
    try desk.robot.expectSane("the editor")
  }

  @Test func `an editor that fails or is not there leaves the text as it was`() throws {
    let office = try PracticeOffice()
    try office.must(["intake"], as: "anna", input: contact("Lift out"))
    let folder = try tool("giveup", "echo lost > \"$1\"\nexit 3\n", in: office.room)
    for (editor, words) in [
      (folder + "/giveup", "ended with status 3"), ("/nowhere/ed", "cannot be started"),
    ] {
      let desk = try DeskRobot(80, 24, office, as: "anna", environment: ["VISUAL": editor])
      try desk.robot.press("3", "o")
      try desk.robot.wait(for: "›Note")
      try desk.robot.type("Rang again.")
      try desk.robot.press("C-x")
      try desk.wait(forWords: words)
      #expect(try desk.robot.screen.contains("Rang again."))
      try desk.robot.press("Escape", "y", "Q")
    }
  }

  @Test func `a spelling program on the path is asked, and none is missed where there is none`() throws {
    let office = try PracticeOffice()
    try office.must(["intake"], as: "anna", input: contact("Lift out"))
    let folder = try tool(
      "aspell",
      "cat > /dev/null\necho '@(#) International Ispell'\necho '& recieved 3 3: received'\n"
        + "echo '# Zzyzx 9'\n", in: office.room)
    let path = folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    let desk = try DeskRobot(80, 24, office, as: "anna", environment: ["PATH": path])
    try desk.robot.press("3", "o")
    try desk.robot.wait(for: "›Note")
    try desk.robot.type("We recieved it from Zzyzx")
    try desk.robot.press("Tab")
    let screen = try desk.robot.wait(for: "Spelling? recieved")
    #expect(!screen.contains("recieved, Zzyzx"))
  }
}

@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `Behind a forced command` {
  @Test func `there is no editor, and nothing is read from the other end's environment`() throws {
    let office = try PracticeOffice()
    let data = office.room.path + "/service"
    let founded = try BuiltProgram.run(
      [
        "init", "--data", data, "--service", "--landlord", "N", "--nation", "scotland", "--profile",
        "code-2024",
      ], in: office.room)
    try #require(founded.status == 0, "\(founded.errors)")
    let me = try BuiltProgram.run(program: "/usr/bin/id", ["-un"], in: office.room).lines[0]
    // Another journal is named by the environment: it is not opened.
    let lured = try BuiltProgram.run(
      ["list", "--locked", "--as", me], in: office.room, environment: ["REDRESS_DATA": data])
    #expect(lured.status == 1 && !lured.errors.contains(data))
    let robot = try Robot(80, 24, room: office.room, environment: ["EDITOR": "/bin/true"])
    try robot.command("$REDRESS --data '\(data)' --locked --as '\(me)'")
    try robot.wait(for: "My cases")
    try robot.press("n")
    try robot.wait(for: "What they say")
    try robot.press("Tab", "Tab", "Tab", "Tab", "C-x")
    try robot.wait(for: "no editor under --locked")
    try robot.press("Escape")
    try robot.wait(forEnd: "What they say")
    try robot.press(":")
    try robot.wait(for: "Command")
    try robot.type("sort person")
    try robot.press("Enter")
    try robot.wait(for: "person ▲")
    let kept = try String(contentsOfFile: data + "/settings/\(me)/desk.conf", encoding: .utf8)
    #expect(kept == "sort = person\n")
  }
}
