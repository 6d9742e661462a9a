import PlainText
import Testing

@testable import RedressShell

/// `report dashboard`: the figures of all open work, and the lists behind them.
@Suite struct DashboardScriptTests {
  /// Four complaints of one block and an enquiry: one late, one answered with a promise, one closed.
  private func shell() -> PracticeShell {
    let shell = PracticeShell()
    for (place, day) in [
      ("1 Elm Court", "2026-11-02"), ("2 Elm Court", "2026-11-16"), ("3 Elm Court", "2026-11-17"),
      ("9 Oak Road", "2026-11-18"),
    ] {
      shell.run(
        "intake",
        input: """
          {"channel":"phone","received":"\(day)","narrative":"Damp","kind":"complaint","category":"damp",\
          "person":{"name":"R \(place)"},"property":{"address":"\(place)",\
          "postcode":"\(place.hasSuffix("Court") ? "M9 1AA" : "M8 2BB")"}}
          """)
    }
    shell.run("act", "2", "assign", "to=amira")
    shell.run("act", "3", "assign", "to=amira")
    shell.run("act", "3", "promise", "text=Renew the fan", "due=2026-11-19", "owner=amira", "--as", "amira")
    shell.run("act", "4", "withdraw", "reason=Settled")
    return shell
  }

  private func dashboard(_ shell: PracticeShell, as name: String = "asmith") throws -> JSON {
    try parseJSON(shell.run("report", "dashboard", "--json", "--as", name).out)
  }

  private func rows(_ dashboard: JSON, _ name: String) -> [JSON] {
    for section in dashboard["sections"]?.array ?? [] {
      for table in section["tables"]?.array ?? [] where table["table"]?.string == name {
        return table["rows"]?.array ?? []
      }
    }
    return []
  }

  private func figure(_ dashboard: JSON, _ title: String) -> Int? {
    rows(dashboard, "figures").first { $0["figure"]?.string == title }?["count"]?.integer
  }

  @Test func `each figure counts what is on record`() throws {
    let told = try dashboard(shell())
    let expected = [
      "Open": 3, "Overdue": 1, "Due today": 0, "Unacknowledged": 3, "Unassigned": 1, "Stage 2": 0,
      "Promises to keep": 1, "Promises past their day": 1, "Silent over 14 days": 1, "Evidence due": 0,
    ]
    for (title, count) in expected { #expect(figure(told, title) == count, "\(title)") }
    let stage = rows(told, "stages").first { $0["stage"]?.string == "Stage 1" }
    #expect(stage?["late"] == 1 && stage?["all"] == 3)
  }

  @Test func `the list behind a figure has as many cases as the figure says`() throws {
    let shell = shell()
    for figure in rows(try dashboard(shell), "figures") {
      guard let query = figure["query"]?.string, !query.isEmpty else { continue }
      let listed = shell.run("list", query, "--json", "--limit", "1000").lines.count
      #expect(listed == figure["count"]?.integer, "\(query)")
    }
  }

  @Test func `received and ended are told week by week, and follow what is put right`() throws {
    let shell = shell()
    let last = { (dashboard: JSON) in
      rows(dashboard, "weeks").suffix(3).map { [$0["received"]?.integer, $0["ended"]?.integer] }
    }
    #expect(last(try dashboard(shell)) == [[1, 0], [0, 0], [3, 1]])
    shell.run("act", "4", "reopen", "reason=It came back")
    let seq = shell.run("timeline", "1", "--json").lines[0].split(separator: ",")[0].split(separator: ":")[1]
    shell.run("act", "1", "correct", "seq=\(seq)", "field=received", "value=2026-11-10")
    #expect(last(try dashboard(shell)) == [[0, 0], [1, 0], [3, 0]])
  }

  @Test func `the same postcode three times in four weeks is a cluster`() throws {
    let clusters = rows(try dashboard(shell()), "clusters")
    #expect(clusters.map { $0["name"]?.string } == ["M9 1AA"])
    #expect(clusters.first?["count"] == 3)
  }

  @Test func `the letters due on each of the next ten working days, weekends left out`() throws {
    let days = rows(try dashboard(shell()), "ahead")
    #expect(days.count == 10)
    #expect(days.first?["day"] == "2026-11-23" && days.last?["day"] == "2026-12-04")
    #expect(days.map { $0["due"]?.integer ?? 0 }.reduce(0, +) == 2)
  }

  @Test func `a member of scrutiny reads every figure and no case, place or person`() throws {
    let shell = shell()
    shell.run("staff", "mo", "roles=scrutiny", "trained=2026-01-01", "confidential=2026-01-01")
    let told = try dashboard(shell, as: "mo")
    #expect(figure(told, "Open") == 3)
    for form in ["text", "markdown", "html", "csv", "json"] {
      let out = shell.run("report", "dashboard", "--format", form, "--as", "mo").out
      #expect(!out.contains("C26-") && !out.contains("M9 1AA") && !out.contains("Elm"), "\(form)")
    }
  }

  @Test func `a resident on a panel reads no figures of other cases`() {
    let shell = shell()
    shell.run("staff", "rita", "roles=resident-reviewer", "trained=2026-01-01", "confidential=2026-01-01")
    let answer = shell.run("report", "dashboard", "--as", "rita")
    #expect(answer.status == 1)
    #expect(answer.out.isEmpty)
  }

  @Test func `as it was known then`() throws {
    let shell = shell()
    shell.now = "2026-11-25T09:00:00Z"
    shell.run("act", "1", "withdraw", "reason=Settled")
    #expect(figure(try dashboard(shell), "Open") == 2)
    let then = try parseJSON(
      shell.run("report", "dashboard", "--json", "--as-at", "2026-11-24").out)
    #expect(figure(then, "Open") == 3)
  }
}
