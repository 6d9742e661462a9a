import Foundation
import PlainText
import SettingsFiles
import Testing

@Suite struct `The calculator and the list of profiles know what a journal adopted` {
  /// Manchester's profile with eight working days in place of ten.
  func shorter() throws -> String {
    try #require(embeddedProfileText("manchester-2022"))
      .replacing("\"within\": 10, \"unit\"", with: "\"within\": 8, \"unit\"")
      .replacing("\"published\": \"2022-10\"", with: "\"published\": \"2026-11\"")
  }

  func adopt(_ text: String, _ shell: PracticeShell) throws {
    let path = shell.data + "/mine.json"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let done = shell.run("profile", "adopt", path)
    #expect(done.status == 0, "\(done.err)")
  }

  @Test func `without a journal the shipped profiles answer, and say so`() {
    let shell = PracticeShell(founded: false)
    let list = shell.run("profile", "list").lines
    #expect(list.count == 6)
    #expect(list.allSatisfy { $0.contains("  shipped  ") })
    #expect(
      shell.run("profile", "show", "medway-2022").lines.contains(
        "shipped with the program, not adopted here"))
    let clocks = shell.run("clocks", "--profile", "manchester-2022", "received=2026-11-20")
    #expect(clocks.status == 0)
    #expect(clocks.out.contains("Fri 4 Dec 2026"))
  }

  @Test func `an adopted edition wins over the shipped one, with the day of its adoption`() throws {
    let shell = PracticeShell()
    shell.now = "2026-11-22T09:00:00Z"
    try adopt(try shorter(), shell)
    let row = try #require(shell.run("profile", "list").lines.first { $0.hasPrefix("manchester-2022") })
    #expect(row.contains("2026-11") && row.contains("adopted Sun 22 Nov 2026"))
    let record = try parseJSON(
      try #require(shell.run("profile", "list", "--json").lines.first { $0.contains("manchester-2022") }))
    #expect(record["adopted"]?.string == "2026-11-22")
    let show = shell.run("profile", "show", "manchester-2022").lines
    #expect(show.contains("adopted Sun 22 Nov 2026"))
    #expect(show.contains { $0.hasPrefix("before that manchester-2022 of 2022-10 ") })
    #expect(show.contains { $0.contains("respond") && $0.contains("8 working-days from received") })
    #expect(shell.run("profile", "show", "manchester-2022", "--json").out.contains("\"2026-11\""))
    // What began before the adoption is asked by the edition of then, what comes after by the new one.
    func due(_ received: String) -> String? {
      let lines = shell.run(
        "clocks", "--profile", "manchester-2022", "received=\(received)", "--json"
      ).lines
      let respond = lines.first { $0.contains("stage1.respond") && $0.contains("\"landlord\"") }
      return respond.flatMap { line in
        line.firstRange(of: "\"due\":\"").map { String(line[$0.upperBound...].prefix(10)) }
      }
    }
    #expect(due("2026-11-23") == "2026-12-03")
    #expect(due("2026-11-20") == "2026-12-04")
    // As the record was known before, the shipped edition stood.
    shell.now = "2026-11-25T09:00:00Z"
    let then = shell.run("profile", "list", "--as-at", "2026-11-21").lines
    #expect(then.contains { $0.hasPrefix("manchester-2022") && $0.contains("2022-10") })
  }

  @Test func `a profile of one's own is listed, calculated and checked by name, with the closures adopted`()
    throws
  {
    let shell = PracticeShell()
    try adopt(
      try shorter().replacing("\"profile\": \"manchester-2022\"", with: "\"profile\": \"acme-2026\""), shell)
    #expect(shell.run("calendar", "add", "2026-12-01", "Closed").status == 0)
    #expect(shell.run("profile", "list").lines.last?.hasPrefix("acme-2026") == true)
    #expect(shell.run("profile", "check", "acme-2026").lines.first?.hasPrefix("acme-2026 is a sound") == true)
    let days = shell.run("clocks", "--profile", "acme-2026", "received=2026-11-23", "--days").lines
    #expect(days.contains("  due Fri 4 Dec 2026"))
    #expect(days.contains("    Tue 1 Dec 2026  skipped  Closed"))
    // Another nation's bank holidays know nothing of this landlord's closures.
    let scottish = shell.run(
      "clocks", "--profile", "acme-2026", "--nation", "scotland", "received=2026-11-23"
    ).lines
    #expect(scottish.contains { $0.contains("stage1.respond") && $0.contains("Fri 4 Dec 2026") })
    #expect(
      shell.run("clocks", "--profile", "atlantis", "received=2026-11-23").err.contains(
        "medway-2022 or acme-2026"))
    let lines = shell.run(
      "clocks", "-", input: "{\"profile\":\"acme-2026\",\"events\":{\"received\":\"2026-11-23\"}}\n")
    #expect(lines.out.contains("\"due\":\"2026-12-04\""))
  }

  @Test func `whoever is not listed may ask the calculator, but reads no case`() {
    let shell = PracticeShell()
    shell.account = "stranger"
    #expect(shell.run("list").status == 1)
    #expect(shell.run("profile", "list").lines.contains { $0.contains("adopted Fri 20 Nov 2026") })
    #expect(shell.run("clocks", "--profile", "manchester-2022", "received=2026-11-20").status == 0)
  }
}
