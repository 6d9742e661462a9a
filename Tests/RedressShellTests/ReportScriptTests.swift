import PlainText
import Testing

@Suite struct `The morning list from the command line` {
  /// Three complaints, a promise and a hazard, on Friday 20 November 2026.
  func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.now = "2026-11-20T10:00:00Z"
    for day in ["2026-11-12", "2026-11-13", "2026-11-19"] {
      _ = shell.run(
        "intake",
        input:
          "{\"channel\":\"phone\",\"received\":\"\(day)\",\"narrative\":\"Lift of \(day)\",\"kind\":\"complaint\"}\n"
      )
    }
    _ = shell.run("act", "3", "assign", "to=amira")
    _ = shell.run("act", "3", "promise", "text=Paint", "due=2026-11-24", "--as", "amira")
    _ = shell.run(
      "act", "2", "hazard", "what=reported", "kind=gas", "emergency=yes", "text=Smell",
      "occurred=2026-11-20T09:00Z")
    return shell
  }

  @Test func `late, due, ahead day by day, and the silent, each with its case`() {
    #expect(
      shell().run("report", "today").lines == [
        "Fri 20 Nov 2026", "", "overdue (1)",
        "  C26-000001  Thu 19 Nov 2026  stage 1 acknowledge  –    Lift of 2026-11-12", "", "due today (1)",
        "  C26-000002  Fri 20 Nov 2026  stage 1 acknowledge  –    Lift of 2026-11-13", "",
        "the next five working days (3; Sat 21 Nov 1; Tue 24 Nov 1; Thu 26 Nov 1)",
        "  C26-000002  Sat 21 Nov 2026, 09:00  hazard makesafe, by the Code  –        Lift of 2026-11-13",
        "  C26-000003  Tue 24 Nov 2026         promise                       amira    Lift of 2026-11-19",
        "  C26-000003  Thu 26 Nov 2026         stage 1 acknowledge           amira    Lift of 2026-11-19", "",
        "windows that close (0)", "", "silent longest (3)",
        "  C26-000001  8 days, never heard from us  –        Lift of 2026-11-12",
        "  C26-000002  7 days, never heard from us  –        Lift of 2026-11-13",
        "  C26-000003  1 day, never heard from us   amira    Lift of 2026-11-19",
      ])
  }

  @Test func `a window that closes within five working days is told`() {
    let shell = PracticeShell()
    shell.now = "2026-11-20T10:00:00Z"
    _ = shell.run(
      "intake",
      input:
        "{\"channel\":\"phone\",\"received\":\"2026-10-12\",\"narrative\":\"Lift\",\"kind\":\"complaint\"}\n")
    _ = shell.run("act", "1", "assign", "to=amira")
    for step in [
      ["acknowledge", "definition=Lift", "override=as it is"], ["point", "text=The lift"],
      ["decide", "point=1", "decision=upheld", "reasons=It stood", "basis=none"],
      ["respond", "channel=letter", "override=as it is"],
    ] {
      let done = shell.run(["act", "1"] + step + ["occurred=2026-10-26", "--as", "amira"])
      #expect(done.status == 0, "\(done.err)")
    }
    let lines = shell.run("report", "today").lines
    #expect(lines.contains("windows that close (1)"))
    #expect(lines.contains("  C26-000001  Mon 23 Nov 2026  stage 2 window  amira    Lift"))
  }

  @Test func `a program reads the same, one object a line`() throws {
    let shell = shell()
    let records = try shell.run("report", "today", "--json", "--limit", "1").lines.map { try parseJSON($0) }
    #expect(
      records.map { $0["section"]?.string } == ["overdue", "today", "ahead", "ahead", "ahead", "silent"])
    #expect(
      records.map { $0["case"]?.string?.suffix(1) } == ["1", "2", "2", "3", "3", "1"])
    #expect(records[2]["dueAt"]?.string == "2026-11-21T09:00:00.000000Z")
    #expect(records[0]["due"]?.string == "2026-11-19")
    #expect(records[5]["days"]?.integer == 8)
    #expect(records[5]["heard"]?.bool == false)
    let same = shell.run("report", "today", "--format", "json", "--limit", "1").lines
    #expect(same == shell.run("report", "today", "--json", "--limit", "1").lines)
  }

  @Test func `as it stood then, and a kind nobody knows is refused`() {
    let shell = shell()
    shell.now = "2026-12-01T10:00:00Z"
    #expect(shell.run("report", "today", "--as-at", "2026-11-20T10:00:30Z").lines.first == "Fri 20 Nov 2026")
    #expect(
      shell.run("report", "weather").err
        == "redress: report cannot be \"weather\"; use today, dashboard, workload, quarterly, annual, measures, "
        + "sample or self-assessment\n")
    #expect(shell.run("report", "today", "--format", "csv").status == 2)
  }
}
