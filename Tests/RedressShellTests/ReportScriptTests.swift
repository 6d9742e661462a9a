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
    let lines = shell().run("report", "today").lines
    func has(_ line: String) -> Bool { lines.contains(line) }
    #expect(lines[2] == "Today, Fri 20 Nov 2026")
    #expect(has("  overdue                         1"))
    #expect(has("  due today                       1"))
    #expect(has("  the next five working days      3"))
    #expect(has("  Tue 24 Nov 2026    1"))
    #expect(has("  C26-000001  Thu 19 Nov 2026  stage 1 acknowledge  nobody  Lift of 2026-11-12"))
    #expect(has("  C26-000002  Fri 20 Nov 2026  stage 1 acknowledge  nobody  Lift of 2026-11-13"))
    #expect(has("  C26-000002  Sat 21 Nov 2026  hazard makesafe, by    nobody  Lift of 2026-11-13"))
    #expect(has("                               the Code, by 09:00"))
    #expect(has("  C26-000003  Tue 24 Nov 2026  promise                amira   Lift of 2026-11-19"))
    #expect(has("  C26-000001  8 days  no          nobody  Lift of 2026-11-12"))
    #expect(has("  C26-000003   1 day  no          amira   Lift of 2026-11-19"))
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
    #expect(lines.contains("  windows that close              1"))
    #expect(lines.contains("  C26-000001  Mon 23 Nov 2026  stage 2 window  amira  Lift"))
  }

  @Test func `a program reads the same, and so do a page, a table of cells and a message`() throws {
    let shell = shell()
    let report = try parseJSON(shell.run("report", "today", "--json", "--limit", "1").out)
    var tables: [String: [JSON]] = [:]
    for section in report["sections"]?.array ?? [] {
      for table in section["tables"]?.array ?? [] {
        tables[table["table"]?.string ?? ""] = table["rows"]?.array
      }
    }
    #expect(tables["overdue"]?.map { $0["due"]?.string } == ["2026-11-19"])
    #expect(tables["ahead"]?.count == 3)
    #expect(tables["ahead"]?.first?["what"]?.string == "hazard makesafe, by the Code, by 09:00")
    #expect(tables["silent"]?.map { $0["days"]?.integer } == [8])
    #expect(tables["silent"]?.map { $0["heard"]?.string } == ["no"])
    // All three are silent; one line is shown.
    #expect(tables["counts"]?.last?["count"]?.integer == 3)
    let forms = ["markdown", "html", "csv"].map { shell.run("report", "today", "--format", $0) }
    #expect(forms.map(\.status) == [0, 0, 0])
    for form in forms { #expect(form.out.contains("Lift of 2026-11-12")) }
    let same = shell.run("report", "today", "--format", "json", "--limit", "1").out
    #expect(same == shell.run("report", "today", "--json", "--limit", "1").out)
  }

  @Test func `as it stood then, and a kind nobody knows is refused`() {
    let shell = shell()
    shell.now = "2026-12-01T10:00:00Z"
    let then = shell.run("report", "today", "--as-at", "2026-11-20T10:00:30Z").lines
    #expect(then[2] == "Today, Fri 20 Nov 2026")
    #expect(
      shell.run("report", "weather").err
        == "redress: report cannot be \"weather\"; use today, dashboard, workload, quarterly, annual, measures, "
        + "sample or self-assessment\n")
    #expect(shell.run("report", "today", "--format", "pdf").status == 2)
  }
}
