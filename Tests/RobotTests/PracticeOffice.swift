import Foundation
import Testing

/// A practice journal with two officers: Anna answers stage one, Rhian may answer stage two.
struct PracticeOffice {
  let room: Room
  let data: String

  init() throws {
    room = try Room()
    data = room.path + "/journal"
    try must([
      "init", "--landlord", "Alderbrook Homes", "--nation", "england-and-wales", "--profile",
      "manchester-2022",
      "--practice",
    ])
    try must([
      "staff", "anna", "name=Anna Lloyd", "roles=reviewer,supervisor", "team=North",
      "phone=0161 496 0101", "email=anna@example.org",
    ])
    try must([
      "staff", "rhian", "name=Rhian Morgan", "roles=reviewer", "team=North",
      "phone=0161 496 0102", "email=rhian@example.org",
    ])
  }

  @discardableResult
  func run(_ words: [String], as login: String? = nil, input: String = "") throws -> BuiltProgram.Outcome {
    let who = login.map { ["--as", $0] } ?? []
    return try BuiltProgram.run(words + ["--data", data] + who, in: room, input: input)
  }

  /// Runs a command that has to go through.
  @discardableResult
  func must(
    _ words: [String], as login: String? = nil, input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> BuiltProgram.Outcome {
    let outcome = try run(words, as: login, input: input)
    #expect(
      outcome.status == 0, "\(words): \(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    return outcome
  }

  /// The command that opens the desk here, for typing to a shell.
  func desk(as login: String) -> String { "$REDRESS --data '\(data)' --as \(login)" }

  /// The record of a case with what differs from one telling to the next taken out: instants and line numbers.
  func record(_ reference: String) throws -> String {
    var text = try must(["show", reference, "--json"]).output
    for (pattern, plain) in [
      (#""\d{4}-\d\d-\d\dT[0-9:.]+Z""#, #""then""#), (#""revision":\d+"#, #""revision":0"#),
      (#""seq":\d+"#, #""seq":0"#),
    ] {
      text = text.replacingOccurrences(of: pattern, with: plain, options: .regularExpression)
    }
    return text
  }
}

/// A robot with the desk open in front of it.
struct DeskRobot {
  let robot: Robot
  let office: PracticeOffice

  init(
    _ columns: Int, _ rows: Int, _ office: PracticeOffice, as login: String,
    environment: [String: String] = [:]
  )
    throws
  {
    try self.init(
      Robot(columns, rows, room: office.room, environment: environment), office, as: login)
  }

  /// Opens the desk in a terminal that is there.
  init(_ robot: Robot, _ office: PracticeOffice, as login: String) throws {
    self.office = office
    self.robot = robot
    try robot.command(office.desk(as: login))
    try robot.wait(for: "My cases")
  }

  /// The screen as one line of text, so that a sentence may wrap.
  static func flat(_ screen: String) -> String {
    screen.replacingOccurrences(of: "│", with: " ").split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  func wait(forWords words: String) throws {
    try robot.wait("the words “\(words)”") { DeskRobot.flat($0).contains(words) }
  }

  /// Presses a key and waits until the screen answers, its foot with the clock left out.
  func pressAndSee(_ key: String) throws {
    let before = try look()
    try robot.press(key)
    try robot.wait("an answer to \(key)") { _ in try look() != before }
  }

  private func look() throws -> [Substring] {
    let rows = try robot.screenAndCursor.split(separator: "\n", omittingEmptySubsequences: false)
    // The foot of the desk is the last row of the screen, before the cursor and the end of the answer.
    return rows.dropLast(3) + rows.suffix(2)
  }

  /// Goes on to the next field of that label.
  func go(to label: String, from isFresh: Bool = false) throws {
    if !isFresh { try pressAndSee("Tab") }
    for _ in 0..<60 where try !robot.screen.contains("›" + label) { try pressAndSee("Tab") }
    try robot.wait(for: "›" + label)
  }

  func fill(_ label: String, _ text: String) throws {
    if try !robot.screen.contains("›" + label) { try go(to: label, from: true) }
    try robot.type(text)
    try wait(forWords: DeskRobot.flat(String(text.suffix(12))))
  }

  func confirm(expecting words: String) throws {
    try robot.press("C-s")
    try wait(forWords: words)
  }

  /// Runs a line of the command line, `:` first.
  func ask(_ line: String) throws {
    try robot.press(":")
    try robot.wait(for: "Command")
    try robot.type(line)
    try robot.wait(for: line)
    try robot.press("Enter")
  }
}
