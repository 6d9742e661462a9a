import PlainText
import Testing

@Suite struct `Why a date falls there, told for a person and for a program` {
  /// A complaint received on Friday 20 November 2026 at 17:30, acknowledged on the Monday.
  func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.now = "2026-11-24T09:00:00Z"
    _ = shell.run(
      "intake",
      input:
        "{\"channel\":\"phone\",\"received\":\"2026-11-20T17:30Z\",\"narrative\":\"Lift\",\"kind\":\"complaint\"}\n"
    )
    _ = shell.run("act", "1", "assign", "to=amira")
    let done = shell.run(
      "act", "1", "acknowledge", "definition=Lift", "override=short", "occurred=2026-11-23", "--as", "amira")
    #expect(done.status == 0, "\(done.err)")
    return shell
  }

  @Test func `the landlord's date and the Code's stand beside each other, each with its editions`() throws {
    let lines = shell().run("why", "1", "stage1.respond").lines
    let heads = lines.filter { !$0.hasPrefix("  ") }
    #expect(heads == ["stage1.respond (landlord): running", "stage1.respond (code): running"])
    #expect(
      lines.filter { $0.contains("due ") } == ["  due Fri 4 Dec 2026", "  due Mon 7 Dec 2026"])
    #expect(lines.contains("  starts with received on Fri 20 Nov 2026, 17:30"))
    #expect(lines.contains("  starts with stage1-acknowledged on Mon 23 Nov 2026"))
    let versions = lines.filter { $0.contains("profile version ") }
    #expect(versions.count == 2)
    #expect(
      versions[0].contains(
        /profile version manchester-2022 of 2022-10 [0-9a-f]{8}, calendar england-and-wales [0-9a-f]{8}$/))
    #expect(
      versions[1].contains(
        /profile version code-2024 of 2024-04-01 [0-9a-f]{8}, calendar england-and-wales [0-9a-f]{8}$/))
    #expect(lines.filter { $0.contains("counted  day") }.count == 20)
  }

  @Test func `every clock told to a program names both editions, those in hours too`() throws {
    let shell = shell()
    _ = shell.run(
      "act", "1", "hazard", "what=reported", "kind=gas", "emergency=yes", "text=Smell of gas",
      "occurred=2026-11-23T23:30Z")
    let records = try shell.run("why", "1", "--json").lines.map { try parseJSON($0) }
    #expect(records.contains { $0["clock"]?.string == "hazard.makesafe" })
    for record in records {
      #expect(record["profileVersion"]?.string?.isEmpty == false)
      #expect(record["calendarVersion"]?.string?.hasPrefix("england-and-wales ") == true)
    }
    let gas = shell.run("why", "1", "hazard.makesafe").lines
    #expect(
      gas.dropFirst().prefix(2) == [
        "  due Tue 24 Nov 2026, 23:30", "  starts with aware on Mon 23 Nov 2026, 23:30",
      ])
    #expect(gas.contains("    counted by the hour: nights, weekends and holidays count"))
  }

  @Test func `a contact that is no complaint runs no complaint clock, but its hazard's`() {
    let shell = PracticeShell()
    _ = shell.run(
      "intake",
      input:
        "{\"channel\":\"phone\",\"received\":\"2026-11-16\",\"narrative\":\"Damp\",\"kind\":\"service-request\"}\n"
    )
    #expect(shell.run("why", "1").status == 1)
    _ = shell.run(
      "act", "1", "hazard", "what=reported", "kind=damp-mould", "text=Black wall", "occurred=2026-11-20")
    let clocks = shell.run("why", "1").lines.filter { !$0.hasPrefix("  ") }
    #expect(clocks == ["hazard.investigate (code): running"])
  }
}
