import Clocks
import Foundation
import SettingsFiles
import Testing

@Suite struct `Profiles and calendars are checked and adopted by command` {
  /// A practice journal with complaints received on four days before Christmas.
  func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.now = "2026-12-18T10:00:00Z"
    for day in ["2026-12-15", "2026-12-18"] {
      _ = shell.run(
        "intake",
        input:
          "{\"channel\":\"phone\",\"received\":\"\(day)\",\"narrative\":\"Lift\",\"kind\":\"complaint\"}\n")
    }
    return shell
  }

  func file(_ text: String, _ shell: PracticeShell, _ name: String) throws -> String {
    let path = shell.data + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `a dry run lists every open date a closure would move and writes nothing`() {
    let shell = shell()
    let before = shell.run("why", "1").out
    let dry = shell.run("calendar", "add", "2026-12-29", "Offices", "closed", "--dry-run")
    #expect(dry.status == 0)
    #expect(
      dry.lines == [
        "C26-000001  stage1.respond      landlord  2026-12-31  to  2027-01-04",
        "C26-000001  stage1.respond      code      2027-01-08  to  2027-01-11",
        "C26-000002  stage1.acknowledge  landlord  2026-12-29  to  2026-12-30",
        "C26-000002  stage1.respond      landlord  2027-01-06  to  2027-01-07",
        "C26-000002  stage1.acknowledge  code      2026-12-29  to  2026-12-30",
        "C26-000002  stage1.respond      code      2027-01-13  to  2027-01-14",
        "2026-12-29 Offices closed is not adopted; 6 open dates would move",
      ])
    #expect(shell.run("why", "1").out == before)
  }

  @Test
  func `an adopted closure is named in every explanation, and the old dates stay in the record as it was`() {
    let shell = shell()
    let before = shell.run("why", "1").out
    #expect(shell.run("calendar", "add", "2026-12-29", "Offices", "closed").status == 0)
    let why = shell.run("why", "1").out
    #expect(why.contains("Tue 29 Dec 2026  skipped  Offices closed"))
    #expect(why.contains("due Mon 4 Jan 2027"))
    shell.now = "2026-12-19T10:00:00Z"
    #expect(shell.run("why", "1", "--as-at", "2026-12-18T09:59:59Z").status != 0)
    #expect(shell.run("calendar", "remove", "2026-12-29").lines.last?.hasSuffix("6 open dates moved") == true)
    let after = shell.run("why", "1").lines.filter { $0.contains("due ") }
    #expect(after == before.split(separator: "\n").map(String.init).filter { $0.contains("due ") })
    let then = shell.run("why", "1", "--as-at", "2026-12-18T23:00:00Z").out
    #expect(then.contains("Offices closed") && then.contains("due Mon 4 Jan 2027"))
  }

  @Test func `a stage keeps the profile version in force when it began`() throws {
    let shell = shell()
    let text = try #require(embeddedProfileText("manchester-2022"))
      .replacing("\"within\": 10, \"unit\"", with: "\"within\": 8, \"unit\"")
      .replacing("\"published\": \"2022-10\"", with: "\"published\": \"2026-11\"")
    let path = try file(text, shell, "new.json")
    let adopted = shell.run("profile", "adopt", path, "--json")
    #expect(adopted.lines.count == 1)
    #expect(adopted.out.contains("\"adopted\":true,\"moved\":0"))
    _ = shell.run(
      "intake",
      input:
        "{\"channel\":\"phone\",\"received\":\"2026-12-18\",\"narrative\":\"Lift\",\"kind\":\"complaint\"}\n")
    func version(_ reference: String) -> [String] {
      shell.run("why", reference, "stage1.respond").lines.prefix(5).filter {
        $0.contains("due ") || $0.contains("profile version")
      }.map { String($0.prefix(56)) }
    }
    let shipped = try #require(try embeddedProfile("manchester-2022")).version
    #expect(version("2") == ["  due Wed 6 Jan 2027", "  profile version \(shipped), c"])
    #expect(version("3")[0] == "  due Mon 4 Jan 2027")
    #expect(version("3")[1].hasPrefix("  profile version manchester-2022 of 2026-11 "))
    #expect(shell.run("profile", "adopt", path).err.contains("is adopted already; nothing was changed"))
    #expect(shell.run("verify").status == 0)
  }

  @Test
  func `only an administrator adopts, another nation's calendar is refused, and so is a day off already`()
    throws
  {
    let shell = shell()
    let refused = shell.run("calendar", "add", "2026-12-29", "Closed", "--as", "patel")
    #expect(refused.status == 1)
    #expect(shell.run("calendar", "list", "--json").out.contains("Closed") == false)
    #expect(
      shell.run("calendar", "add", "2026-12-29", "Closed", "--nation", "scotland").err
        == "redress: this journal's landlord is in england-and-wales, not in scotland; nothing was changed\n")
    #expect(
      shell.run("calendar", "add", "2026-12-25", "Closed").err
        == "redress: 2026-12-25 is no working day already (Christmas Day); nothing was changed\n")
    #expect(
      shell.run("calendar", "remove", "2026-12-30").err
        == "redress: 2026-12-30 is neither a bank holiday nor a day added; redress calendar list shows them\n"
    )
    let scottish = try file(embeddedHolidaysText(.scotland), shell, "scotland.json")
    let wrong = shell.run("calendar", "adopt", scottish)
    #expect(wrong.status == 1)
    #expect(wrong.err.contains("this file holds \"scotland\", and england-and-wales was asked for"))
  }

  @Test func `a wrong profile is told whole, and nothing is adopted`() throws {
    let shell = shell()
    let text = try #require(embeddedProfileText("manchester-2022"))
      .replacing("\"unit\": \"working-days\"", with: "\"unit\": \"days\"")
    let path = try file(text, shell, "wrong.json")
    let check = shell.run("profile", "check", path)
    #expect(check.status == 1)
    #expect(check.out.isEmpty)
    let lines = check.err.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines.allSatisfy {
        $0.contains("one of these is needed here: working-days, calendar-days, weeks, months, hours")
      })
    #expect(lines.first?.hasPrefix("redress: \(path) line 9 column ") == true)
    #expect(shell.run("profile", "adopt", path).status == 1)
  }

  @Test func `a sound profile is held against the Code`() {
    let shell = PracticeShell(founded: false)
    let check = shell.run("profile", "check", "medway-2022")
    #expect(check.status == 0)
    #expect(check.lines.first?.hasPrefix("medway-2022 is a sound profile: medway-2022 of 2022-09 ") == true)
    #expect(check.lines.contains("      medway-2022 5.10.2; code-2024 5.11"))
    let records = shell.run("profile", "check", "medway-2022", "--json").lines
    #expect(records.contains { $0.contains("\"kind\":\"outdated\"") && $0.contains("5.1.6.5") })
  }

  @Test func `the written reference names every member and word of the format`() throws {
    let help = PracticeShell(founded: false).run("help", "profile").out
    #expect(help.contains("HALF AN HOUR, IN THIS ORDER"))
    let members = [
      "deemedDelivery", "orLater", "bySeverity", "meetings", "endsOnWorkingDay", "cutOffHour",
      "draftFindings",
      "escalatesOnSilence", "closesAfterSilence", "directEntry", "preAcknowledge", "notEarlierDecider",
      "panel",
      "chain", "total", "notice", "extraSteps", "tracks", "printed", "exclusions", "complainants",
      "managementEscalation", "restrictions", "reporting", "closing", "inForce", "severities", "anonymous",
    ]
    #expect(members.filter { !help.contains($0) } == [])
    // Every member the example uses stands in the reference.
    let example = try #require(embeddedProfileText("every-shape"))
    let used = Set(example.matches(of: /"([A-Za-z]+)":/).map { String($0.output.1) })
    #expect(used.count > 100)
    #expect(used.filter { !help.contains($0) } == [])
  }
}
