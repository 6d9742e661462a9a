import Foundation
import Testing

/// What was said and written in the story, told once for desk and command line.
private enum Story {
  static let narrative = "The lift has been out for nine days and I use a wheelchair."
  static let outcome = "A lift that works"
  static let notOurs = "Nothing: the lift is ours"
  static let definition = "The lift has failed and no help was offered meanwhile."
  static let again = "Nobody asked how I would manage."
  static let review = "A fresh look at the lift and the help."
  static let points = ["The lift was out for nine days", "No help was offered"]
  static let reasons = ["The part was late.", "Nobody looked at the record."]
  static let basis = ["Lift plan 2", "Adjustments policy 4"]
  static let remedies = ["A new part is fitted.", "A stair climber until then."]
  static let talk = "He told us what nine days meant."
  static let lesson = "Ask about needs when a lift fails."
  static let closing = "All put right."
}

@Suite(.timeLimit(.minutes(3)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `A complaint from the call to the close` {
  @Test(arguments: [[80, 24], [160, 50]])
  func `is worked in the desk by keys alone, and by the command line to the same record`(_ size: [Int]) throws
  {
    let office = try PracticeOffice()
    let desk = try DeskRobot(size[0], size[1], office, as: "anna")
    try takeAndTriage(desk)
    try acknowledgeAndAnswer(desk)
    try escalateAndAnswerAgain(desk)
    try readTimeline(desk)
    try desk.robot.press("Q")
    try desk.robot.wait(for: "ready>")
    try desk.robot.expectSane("quitting")

    let timeline = try office.must(["timeline", "1", "--json"]).lines.map { line in
      line.components(separatedBy: #""kind":""#).dropFirst().first?.prefix { $0 != "\"" } ?? ""
    }
    #expect(
      timeline == [
        "contact.received", "contact.triaged", "case.assigned", "complaint.acknowledged", "letter.queued",
        "point.added", "point.added", "contact.logged", "point.decided", "point.decided",
        "complaint.responded", "letter.queued", "complaint.escalated", "complaint.acknowledged",
        "letter.queued", "contact.logged", "point.decided", "point.decided", "complaint.responded",
        "letter.queued", "learning.recorded", "case.closed",
      ])
    #expect(try office.must(["verify"]).output.contains("good"))

    let scripted = try scriptedOffice()
    #expect(try office.record("1") == scripted.record("1"))
  }

  private func takeAndTriage(_ desk: DeskRobot) throws {
    try desk.robot.press("n")
    try desk.robot.wait(for: "What they say")
    try desk.fill("Name", "Derek Mountford")
    try desk.fill("Phone", "0161 496 0131")
    try desk.fill("Address", "Flat 61, Shuttle Tower")
    try desk.fill("Postcode", "AK1 9PP")
    try desk.fill("What they say", Story.narrative)
    try desk.fill("What they want", Story.outcome)
    try desk.confirm(expecting: "contact recorded")
    try desk.robot.press("i")
    try desk.robot.wait(for: "First report")
    try desk.go(to: "[   ] Reported before", from: true)
    try desk.robot.press("y")
    try desk.wait(forWords: "Proposes a complaint")
    #expect(
      DeskRobot.flat(try desk.robot.screen).contains("(manchester-2022, What is"))
    try desk.confirm(expecting: "triaged.")
    try desk.robot.press("s")
    try desk.robot.wait(for: "›To")
    try desk.fill("To", "anna")
    try desk.confirm(expecting: "assigned.")
  }

  private func acknowledgeAndAnswer(_ desk: DeskRobot) throws {
    try acknowledge(desk, Story.definition)
    try desk.robot.press("r")
    try desk.robot.wait(for: "The response")
    for point in Story.points {
      try desk.robot.press("C-n")
      try desk.robot.wait(for: "Add a point")
      try desk.fill("Point", point)
      try desk.robot.press("C-s")
      try desk.robot.wait(forEnd: "Add a point")
      try desk.wait(forWords: point)
    }
    try desk.robot.press("Escape")
    try desk.robot.wait(forEnd: "The response")
    try answer(desk)
  }

  private func acknowledge(_ desk: DeskRobot, _ definition: String) throws {
    try desk.robot.press("a")
    try desk.robot.wait(for: "Our understanding")
    try desk.fill("Our understanding", definition)
    try desk.fill("Not ours", Story.notOurs)
    try desk.go(to: "Response promised")
    try desk.robot.press("C-e", "C-u")
    try desk.confirm(expecting: "acknowledged.")
  }

  /// The talk that comes before the letter.
  private func talk(_ desk: DeskRobot) throws {
    try desk.robot.press("c")
    try desk.robot.wait(for: "What was said")
    try desk.go(to: "Reached them", from: true)
    try desk.robot.press("y")
    try desk.go(to: "What was said")
    try desk.fill("What was said", Story.talk)
    try desk.confirm(expecting: "contact logged.")
  }

  private func answer(_ desk: DeskRobot) throws {
    try talk(desk)
    try desk.robot.press("r")
    try desk.robot.wait(for: "Decision")
    for (index, key) in ["u", "p"].enumerated() {
      try desk.go(to: "Decision", from: index == 0)
      try desk.robot.press(key)
      try desk.go(to: "Reasons")
      try desk.fill("Reasons", Story.reasons[index])
      try desk.go(to: "Basis")
      try desk.fill("Basis", Story.basis[index])
      try desk.go(to: "Remedy")
      try desk.fill("Remedy", Story.remedies[index])
    }
    try desk.go(to: "Send it")
    try desk.robot.press("Right")
    try desk.confirm(expecting: "response sent.")
  }

  private func escalateAndAnswerAgain(_ desk: DeskRobot) throws {
    try desk.robot.press("e")
    try desk.robot.wait(for: "Next stage")
    try desk.robot.press("Enter")
    try desk.robot.wait(for: "What they said")
    try desk.fill("What they said", Story.again)
    try desk.confirm(expecting: "taken to the next stage.")
    try acknowledge(desk, Story.review)
    try desk.robot.press("r")
    try desk.wait(forWords: "Cannot respond to C26-")
    let refusal = DeskRobot.flat(try desk.robot.screen)
    #expect(refusal.contains("Anna Lloyd") && refusal.contains("6.13"))
    try desk.ask("as rhian")
    try desk.robot.wait(for: "rhian")
    try answer(desk)
    try desk.ask("learn")
    try desk.robot.wait(for: "What was learned")
    try desk.fill("What was learned", Story.lesson)
    try desk.confirm(expecting: "record what was learned: done.")
    try desk.ask("close")
    try desk.robot.wait(for: "›Reason")
    try desk.fill("Reason", Story.closing)
    try desk.confirm(expecting: "closed.")
  }

  /// The whole story, newest first, in the timeline pane with the screen to itself.
  private func readTimeline(_ desk: DeskRobot) throws {
    for _ in 0..<3 where try !desk.robot.screen.contains("Timeline ─ newest first") {
      try desk.pressAndSee("Tab")
    }
    for _ in 0..<3 where try !desk.robot.screen.contains("contact by phone") {
      try desk.pressAndSee("Tab")
      try desk.pressAndSee("z")
    }
    var told = try desk.robot.screen
    if !told.contains("contact by phone") {
      // More entries than rows: the oldest stand at the end.
      try desk.robot.press("G")
      told += try desk.robot.wait(for: "contact by phone")
    }
    for words in ["closed", "answered by letter", "escalated to stage 2", "acknowledged", "assigned to anna"]
    {
      #expect(told.contains(words), "no “\(words)” in the timeline")
    }
  }

  /// The same story through `act -`.
  private func scriptedOffice() throws -> PracticeOffice {
    let office = try PracticeOffice()
    let now = ISO8601DateFormatter().string(from: Date())
    try office.must(
      ["intake"], as: "anna",
      input: """
        {"channel":"phone","received":"\(now)","person":{"name":"Derek Mountford","phone":"0161 496 0131"},\
        "property":{"address":"Flat 61, Shuttle Tower","postcode":"AK1 9PP"},"narrative":"\(Story.narrative)",\
        "outcomeSought":"\(Story.outcome)"}
        """)
    let decisions = zip(
      1..., zip(["upheld", "partly-upheld"], zip(Story.reasons, zip(Story.basis, Story.remedies)))
    ).map {
      #"{"case":"1","action":"decide","point":\#($0),"decision":"\#($1.0)","reasons":"\#($1.1.0)","basis":"\#($1.1.1.0)","remedy":"\#($1.1.1.1)"}"#
    }
    let talk =
      #"{"case":"1","action":"contact","direction":"in","channel":"phone","reached":"yes","text":"\#(Story.talk)"}"#
    let answer = [talk] + decisions + [#"{"case":"1","action":"respond","channel":"letter"}"#]
    func acknowledge(_ definition: String) -> String {
      #"{"case":"1","action":"acknowledge","definition":"\#(definition)","outcome":"\#(Story.outcome)","not-ours":"\#(Story.notOurs)"}"#
    }
    let stageOne =
      [
        #"{"case":"1","action":"triage","kind":"complaint","answers":{"reported-before":true}}"#,
        #"{"case":"1","action":"assign","to":"anna"}"#, acknowledge(Story.definition),
      ] + Story.points.map { #"{"case":"1","action":"point","text":"\#($0)"}"# } + answer
      + [#"{"case":"1","action":"escalate","reason":"\#(Story.again)"}"#, acknowledge(Story.review)]
    try office.must(["act", "-"], as: "anna", input: stageOne.joined(separator: "\n"))
    let refused = try office.run(["act", "-"], as: "anna", input: decisions[0])
    #expect(refused.status == 1)
    #expect(refused.output.contains("6.13"))
    let learn = #"{"case":"1","action":"learn","text":"\#(Story.lesson)"}"#
    let stageTwo = answer + [learn, #"{"case":"1","action":"close","reason":"\#(Story.closing)"}"#]
    try office.must(["act", "-"], as: "rhian", input: stageTwo.joined(separator: "\n"))
    return office
  }
}
