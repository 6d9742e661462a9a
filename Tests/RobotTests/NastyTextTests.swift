import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(2)), .enabled(if: Robot.tmux != nil, Robot.missing))
struct `Text from outside` {
  /// Things people paste and attackers try, as JSON strings.
  static let nasty = [
    #"\u001b]0;owned\u0007 title"#, #"\u001b[2J\u001b[H wiped"#, #"\u009b31m red by one byte"#,
    #"\u0007 bell"#,
    #"\u001b]52;c;cHduZWQ=\u0007 clipboard"#, #"\u202eevil reversed"#,
    #"line\r\nfeed \u2028 and \u0085 next"#,
    #"\u0000 nul \u0008\u0008 back"#, #"tab\there"#, #"Ŵyn Siân 陈美 میں پریشان ہوں 👩🏽‍🚒 ⚠️ e\u0301\u0323\u0334 ẑ"#,
    #"﷽﷽﷽ wide as one"#, #"'; DROP TABLE cases; --"#, #"=cmd|' /C calc'!A0"#, #"%s%n%x $(reboot) `id`"#,
    #"\ufeff\u200b\u2060 invisible \u00ad"#, #"\u001bP+q544e\u001b\\ device"#,
    #"\u1100\u1161\u11a8 \u1161\u11a8 letters"#, #"\u4dc0\u3248 disputed \u0600\u0605\u070f"#,
    #"\ud82f\udca0\ud834\udd73 shapers"#,
  ]

  @Test func `reaches no terminal raw, and no column is bent by it`() throws {
    let office = try PracticeOffice()
    let lines = Self.nasty.enumerated().map {
      #"{"channel":"web","received":"2026-01-05","person":{"name":"N\#($0.offset) \#($0.element)"},"#
        + #""property":{"address":"\#($0.element)"},"narrative":"T\#($0.offset) \#($0.element)"}"#
    }
    let taken = try office.run(["intake"], as: "anna", input: lines.joined(separator: "\n"))
    #expect(taken.lines.count { $0.hasPrefix("C") } == Self.nasty.count, "\(taken.errors)")

    let robot = try Robot(100, 30, room: office.room)
    let sent = office.room.path + "/sent"
    try robot.record(into: sent)
    let desk = try DeskRobot(robot, office, as: "anna")
    try robot.press("3")
    try robot.wait(for: "Unassigned")
    for _ in Self.nasty.indices.dropLast() { try desk.pressAndSee("j") }
    let framed = try robot.rows.filter { $0.hasPrefix("│") }
    #expect(framed.count > 20)
    for row in framed { #expect(row.hasSuffix("│"), "the frame is bent: \(row)") }
    try robot.press("I")
    try robot.wait(for: "P0000")
    let person = try robot.rows.filter { $0.hasPrefix("│") }
    for row in person { #expect(row.hasSuffix("│"), "the frame of the person is bent: \(row)") }
    try robot.press("Escape")
    try robot.wait(for: "Unassigned")
    try robot.press("Q")
    try robot.wait(for: "ready>")

    let raw = try Data(contentsOf: URL(fileURLWithPath: sent))
    expectClean(raw, "the desk")
    let timeline = try office.must(["timeline", "3"]).output
    let list = try office.must(["list"]).output
    let json = try office.must(["list", "--json"]).output
    for text in [timeline, list, json] {
      expectClean(Data(text.utf8), "the command line")
      #expect(
        !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    }
  }

  /// The program's own sequences are allowed; none of the texts' are among them.
  private func expectClean(_ sent: Data, _ by: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let forbidden: [(String, [UInt8])] = [
      ("a title", Array("\u{1B}]0;".utf8)), ("the clipboard", Array("\u{1B}]52".utf8)),
      ("a device string", Array("\u{1B}P".utf8)), ("C1 CSI", [0xC2, 0x9B]), ("next line", [0xC2, 0x85]),
      ("a reversal", Array("\u{202E}".utf8)), ("a line separator", Array("\u{2028}".utf8)),
      ("a bell", [0x07]),
      ("nul", [0x00]),
    ]
    for (name, bytes) in forbidden {
      #expect(sent.range(of: Data(bytes)) == nil, "\(name) sent raw by \(by)", sourceLocation: sourceLocation)
    }
  }
}
