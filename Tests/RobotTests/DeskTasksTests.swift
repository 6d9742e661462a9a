import Foundation
import Testing

/// A small practice journal with work of every kind on it, built anew for each task.
private func busyOffice() throws -> PracticeOffice {
  let office = try PracticeOffice()
  let today = String(ISO8601DateFormatter().string(from: Date()).prefix(10))
  let contacts = [
    ("Ada Hughes", "0161 496 0141", "Lift out for nine days", "2026-01-05"),
    ("Bilal Khan", "0161 496 0142", "Damp in the bedroom", "2026-01-06"),
    ("Cerys Dŵr", "0161 496 0143", "Charge for a door", today),
  ].map { name, phone, words, day in
    #"{"channel":"phone","received":"\#(day)","kind":"complaint","person":{"name":"\#(name)","phone":"\#(phone)"},"narrative":"\#(words)"}"#
  }
  try office.must(["intake"], as: "anna", input: contacts.joined(separator: "\n"))
  for number in 1...3 { try office.must(["act", "\(number)", "assign", "to=anna"], as: "anna") }
  return office
}

@Suite(.timeLimit(.minutes(5)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `A day's work at the desk, task by task` {
  private func desk(_ columns: Int = 100, _ rows: Int = 30) throws -> DeskRobot {
    let desk = try DeskRobot(columns, rows, try busyOffice(), as: "anna")
    try desk.robot.wait(for: "C26-000003")
    return desk
  }

  private func told(_ desk: DeskRobot, _ number: Int) throws -> String {
    try desk.office.must(["timeline", "\(number)"]).output
  }

  @Test func `a chaser call: found by the end of a number, logged with what was checked`() throws {
    let desk = try desk()
    try desk.robot.press("f")
    try desk.robot.wait(for: "Find a caller")
    try desk.robot.type("0142")
    try desk.robot.wait(for: "› C26-000002")
    try desk.robot.press("Enter")
    try desk.wait(forWords: "Ask who is calling before saying anything")
    try desk.robot.press("c")
    try desk.robot.wait(for: "What was said")
    try desk.fill("What was said", "Asked when somebody comes.")
    try desk.confirm(expecting: "contact logged.")
    #expect(try told(desk, 2).contains("Asked when somebody comes."))
  }

  @Test func `what is overdue is a key away, and why a date is what it is another`() throws {
    let desk = try desk()
    try desk.robot.press("5")
    try desk.robot.wait(for: "5 Overdue ─ 2")
    try desk.robot.press("w")
    let why = try desk.robot.wait(for: "start day, not counted")
    #expect(why.contains("manchester-2022"))
    try desk.robot.press("Escape")
    try desk.robot.wait(for: "5 Overdue")
  }

  @Test func `a note to three cases at once, previewed and told one by one`() throws {
    let desk = try desk()
    try desk.robot.press("*", "o")
    try desk.wait(forWords: "For: C26-000001 C26-000002 C26-000003")
    try desk.fill("Note", "Boilers of the block are off until noon.")
    try desk.confirm(expecting: "3 cases: note added.")
    for number in 1...3 { #expect(try told(desk, number).contains("off until noon")) }
  }

  @Test func `in a bulk, what is refused is told with its reason and stays marked`() throws {
    let desk = try desk()
    try desk.office.must(
      ["act", "2", "acknowledge", "definition=Damp", "outcome=Dry", "not-ours=nothing"], as: "anna")
    try desk.robot.press("*")
    try desk.ask("acknowledge")
    try desk.wait(forWords: "✗ C26-000002:")
    try desk.fill("Our understanding", "As told.")
    try desk.fill("Outcome", "A repair")
    try desk.fill("Not ours", "Nothing")
    try desk.robot.press("C-s")
    try desk.wait(forWords: "2 done, 1 failed; what failed stays marked.")
    try desk.robot.press("Escape")
    try desk.robot.wait(for: "1 marked")
  }

  @Test func `a step is undone and put back, and the record keeps all three`() throws {
    let desk = try desk()
    try desk.robot.press("o")
    try desk.fill("Note", "Wrong case.")
    try desk.confirm(expecting: "note added.")
    try desk.robot.press("u")
    try desk.wait(forWords: "Take back: note")
    try desk.confirm(expecting: "step undone.")
    try desk.robot.press("C-r")
    try desk.wait(forWords: "Put back: note")
    try desk.confirm(expecting: "step put back.")
  }

  @Test func `a promise is recorded and stands among the promises`() throws {
    let desk = try desk()
    try desk.robot.press("p")
    try desk.robot.wait(for: "What is promised")
    try desk.fill("What is promised", "A plumber")
    try desk.go(to: "By when")
    try desk.robot.type("2027-03-01")
    try desk.go(to: "Who sees to it")
    try desk.robot.type("anna")
    try desk.confirm(expecting: "done.")
    try desk.robot.press("9")
    try desk.robot.wait(for: "9 Promises ─ 1")
    try desk.robot.press("m")
    try desk.robot.wait(for: "Promises to keep ─ all ─ 1")
    try desk.robot.press("f")
    try desk.fill("What shows it", "Photographs of the new seal")
    try desk.confirm(expecting: "Every promise is kept.")
  }

  @Test func `a letter is seen before it goes, and its words are changed`() throws {
    let desk = try desk()
    try desk.office.must(["act", "1", "check-live", "live=no"], as: "anna")
    try desk.robot.press("F5", "a")
    try desk.fill("Our understanding", "Nine days without a lift")
    try desk.go(to: "Outcome sought")
    try desk.robot.type("A lift")
    try desk.go(to: "Not ours to answer")
    try desk.robot.type("Nothing")
    try desk.robot.press("C-o")
    try desk.robot.wait(for: "›The letter as it goes")
    try desk.robot.type("Good morning, ")
    try desk.robot.wait(for: "Good morning,")
    try desk.confirm(expecting: "acknowledged.")
    #expect(
      try desk.office.must(["letter", "1", "acknowledgement"], as: "anna").output.contains("Good morning,"))
  }

  @Test func `a later date is given within its cap, with its reason`() throws {
    let desk = try desk()
    try desk.robot.press("G")
    try desk.office.must(
      ["act", "3", "acknowledge", "definition=Door", "outcome=No charge", "not-ours=nothing"], as: "anna")
    try desk.robot.press("x")
    try desk.robot.wait(for: "Landlord: due")
    try desk.robot.press("Escape")
    try desk.robot.wait(for: "My cases")
  }

  @Test func `going further says which ways are open and why the others are not`() throws {
    let desk = try desk()
    try desk.robot.press("e")
    try desk.robot.wait(for: "Next stage")
    let ways = try desk.robot.screen
    #expect(ways.contains("Management") && ways.contains("Ombudsman") && ways.contains("✗"))
    try desk.robot.press("Escape")
    try desk.robot.wait(forEnd: "Next stage")
  }

  @Test func `somebody who leaves hands everything over in one step`() throws {
    let desk = try desk()
    try desk.ask("hand-over anna")
    try desk.wait(forWords: "3 pieces of open work of Anna Lloyd in 3 cases")
    try desk.fill("To", "rhian")
    try desk.confirm(expecting: "handed over")
    try desk.robot.press("Escape")
    #expect(try desk.office.must(["list", "who:rhian"]).output.contains("C26-000003"))
  }

  @Test func `the forecast, the dashboard, the history and the letters are each a key, and Esc comes back`()
    throws
  {
    let desk = try desk()
    for (key, words) in [("M", "Forecast"), ("D", "Dashboard"), ("H", "History"), ("L", "Letters ─")] {
      try desk.robot.press(key)
      try desk.robot.wait(for: words)
      try desk.robot.press("Escape")
      try desk.robot.wait(for: "My cases")
    }
  }

  @Test func `a reference goes to the terminal's clipboard, and is not said to have arrived`() throws {
    let desk = try desk()
    let file = desk.office.room.path + "/sent"
    try desk.robot.record(into: file)
    try desk.robot.press("y")
    try desk.wait(forWords: "C26-000001 was sent to your terminal's clipboard.")
    let sent = try String(contentsOfFile: file, encoding: .utf8)
    #expect(sent.contains("\u{1B}]52;c;" + Data("C26-000001".utf8).base64EncodedString()))
  }

  @Test func `the order, a view of one's own and the theme are there again next time`() throws {
    let desk = try desk()
    try desk.ask("sort person")
    try desk.robot.wait(for: "person ▲")
    try desk.robot.press("/")
    try desk.robot.type("who:me damp")
    try desk.robot.press("Enter")
    try desk.ask("save-view wet")
    try desk.robot.wait(for: "wet is kept as")
    try desk.ask("theme paper")
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
    let again = try DeskRobot(desk.robot, desk.office, as: "anna")
    try again.robot.wait(for: "person ▲")
    try again.robot.press("V")
    try again.robot.wait(for: "who:me damp")
    try again.robot.press("Escape")
    try again.robot.wait(forEnd: "who:me damp")
    try again.robot.press("t")
    try again.robot.wait(for: "› paper")
  }

  @Test func `keys of one's own work, show in the foot, and a mistake is told by its line`() throws {
    let office = try busyOffice()
    let folder = office.room.path + "/config/redress"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("new = N\nfly = F\n".utf8).write(to: URL(fileURLWithPath: folder + "/keys.conf"))
    let desk = try DeskRobot(100, 30, office, as: "anna")
    try desk.wait(forWords: "keys.conf line 2: there is no command")
    try desk.robot.press("j")
    try desk.robot.wait(for: "N new")
    try desk.robot.press("N")
    try desk.robot.wait(for: "New contact")
  }

  @Test func `a call cut off is offered back to the last letter`() throws {
    let desk = try desk()
    try desk.robot.press("n")
    try desk.robot.wait(for: "What they say")
    try desk.fill("Name", "Dai Evans")
    try desk.robot.signal("HUP")
    try desk.robot.wait(for: "ready>")
    let again = try DeskRobot(desk.robot, desk.office, as: "anna")
    try again.wait(forWords: "An unfinished contact was kept")
    try again.robot.press("n")
    try again.robot.wait(for: "Dai Evans")
  }

  @Test func `a note cut off in the middle of a word by a power cut is offered back to the last letter`()
    throws
  {
    let desk = try desk()
    try desk.robot.press("o")
    try desk.robot.wait(for: "Write a note")
    try desk.robot.type("The lift engineer rang and sa")
    try desk.robot.wait(for: "and sa")
    try desk.robot.signal("KILL")
    try desk.robot.wait(for: "ready>")
    let again = try DeskRobot(100, 30, desk.office, as: "anna")
    try again.wait(forWords: "An unfinished note on C26-00000")
    try again.ask("drafts")
    try again.robot.wait(for: "Begun and not recorded")
    try again.robot.press("Enter")
    try again.robot.wait(for: "The lift engineer rang and sa")
    try again.robot.type("id noon")
    try again.robot.wait(for: "and said noon")
    try again.confirm(expecting: "note added")
  }

  @Test func `a likely duplicate shows while the caller still speaks`() throws {
    let desk = try desk(120, 40)
    try desk.robot.press("n")
    try desk.robot.wait(for: "What they say")
    try desk.fill("Name", "Bilal Khan")
    try desk.fill("Phone", "0161 496 0142")
    try desk.robot.wait(for: "Already here?")
    #expect(try desk.robot.screen.contains("C26-000002"))
  }

  @Test func `two cases are linked, and each tells of the other`() throws {
    let desk = try desk()
    try desk.ask("link")
    try desk.robot.wait(for: "Link")
    try desk.robot.type("2")
    try desk.confirm(expecting: "linked.")
    #expect(try desk.office.must(["show", "2"]).output.contains("C26-000001"))
  }

  @Test func `the filter finds by words and fields, completes, and Esc clears it`() throws {
    let desk = try desk()
    try desk.robot.press("/")
    try desk.robot.type("dwr")
    try desk.robot.wait(for: "1 match")
    try desk.robot.press("C-u")
    try desk.robot.type("chan")
    try desk.robot.press("Tab")
    try desk.robot.wait(for: "/ channel:")
    try desk.robot.press("Tab")
    try desk.robot.wait(for: "/ channel:phone")
    try desk.robot.press("Escape")
    try desk.robot.wait(forEnd: "match")
  }

  @Test func `text meant for another window does nothing and is told`() throws {
    let desk = try desk()
    try desk.robot.type("BAdC 4711 xyz mnb")
    try desk.wait(forWords: "keys came at once and were ignored")
    #expect(!(try told(desk, 1)).contains("note"))
  }

  @Test func `line by line, the same call is found, noted and left`() throws {
    let office = try busyOffice()
    let robot = try Robot(80, 24, room: office.room)
    try robot.command(office.desk(as: "anna") + " --plain")
    try robot.wait(for: "redress>")
    for line in ["find 0142", "1", "note", "Rang again.", "", "", "yes"] { try robot.command(line) }
    try robot.wait(for: "C26-000002: note added.")
    try robot.command("quit")
    try robot.wait(for: "ready>")
    #expect(try robot.fact("alternate_on") == "0")
  }
}
