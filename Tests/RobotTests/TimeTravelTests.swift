import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `Looking back in the desk` {
  private func contact(_ words: String) -> String {
    #"{"channel":"phone","received":"2026-01-05","person":{"name":"\#(words)"},"narrative":"\#(words) rang."}"#
  }

  @Test func `T shows the record as it was known then, and comes back to what was recorded meanwhile`() throws
  {
    let office = try PracticeOffice()
    try office.must(["intake"], as: "anna", input: contact("Ada"))
    let before = Date()
    // Whatever is recorded from here on bears a later time.
    try office.must(["intake"], as: "anna", input: contact("Bea"))
    let desk = try DeskRobot(160, 50, office, as: "anna")
    try desk.robot.press("3")
    try desk.robot.wait(for: "Bea rang")
    try desk.robot.press("T")
    try desk.robot.wait(for: "as-at")
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    try desk.robot.type(format.string(from: before))
    try desk.robot.press("Enter")
    try desk.robot.wait("the time looked back to") { $0.contains("AS AT") && !$0.contains("Bea rang") }
    try desk.robot.press("o")
    try desk.robot.wait(for: "Nothing can be recorded")
    try office.must(["intake"], as: "rhian", input: contact("Cai"))
    try desk.robot.press("T")
    try desk.robot.wait("the record of now") { $0.contains("Cai rang") && !$0.contains("AS AT") }
  }
}
