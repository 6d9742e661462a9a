import PlainText
import Testing

@Suite struct `Reports of a period from the command line` {
  /// Two complaints, one answered on each side of its Code day, and a compliment.
  private func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.run(
      "staff", "board", "name=Board", "roles=scrutiny", "trained=2026-01-05", "confidential=2026-01-05")
    shell.run("homes", "2027", "lcra=1000", "lcho=0")
    for (day, tenure) in [("2026-10-05", "lcra"), ("2026-10-12", "lcra")] {
      shell.run(
        "intake",
        input:
          "{\"channel\":\"phone\",\"received\":\"\(day)\",\"narrative\":\"Siân Hussain of 14 Rochdale Rd: damp\","
          + "\"kind\":\"complaint\",\"tenure\":\"\(tenure)\",\"person\":{\"name\":\"Siân Hussain\"},"
          + "\"property\":{\"address\":\"14 Rochdale Rd\",\"postcode\":\"M9 1AA\"}}\n")
    }
    shell.run(
      "intake",
      input:
        "{\"channel\":\"web\",\"received\":\"2026-11-02\",\"narrative\":\"Well done\",\"kind\":\"compliment\"}\n"
    )
    for (number, answered) in [("1", "2026-10-20"), ("2", "2026-11-10")] {
      shell.run("act", number, "assign", "to=amira")
      for step in [
        ["acknowledge", "definition=Damp", "override=as it is", "occurred=2026-10-13"],
        ["point", "text=The wall"],
        ["decide", "point=1", "decision=upheld", "reasons=Late", "basis=none", "remedy=Paint"],
        ["respond", "channel=letter", "text=We looked", "override=as it is", "occurred=" + answered],
      ] { #expect(shell.run(["act", number] + step + ["--as", "amira"]).status == 0, "\(number) \(step)") }
    }
    return shell
  }

  private func table(_ answer: PracticeShell.Answer, _ name: String) throws -> [JSON] {
    let report = try parseJSON(answer.lines.first ?? "")
    for section in report["sections"]?.array ?? [] {
      for table in section["tables"]?.array ?? [] where table["table"]?.string == name {
        return table["rows"]?.array ?? []
      }
    }
    Issue.record("no table \(name)")
    return []
  }

  @Test func `CH01 is complaints for every 1,000 homes, CH02 the share of them answered in Code time`() throws
  {
    let answer = shell().run("report", "measures", "--json")
    let first = try table(answer, "measure").first
    #expect(first?["group"]?.string == "LCRA, stage 1")
    #expect(first?["ch01"].map(jsonText) == #"{"rate":2.0,"of":2,"in":1000,"per":1000}"#)
    // Acknowledged on 13 October: the tenth working day is 27 October (Code 6.3).
    #expect(first?["ch02"].map(jsonText) == #"{"percent":50.0,"of":1,"in":2}"#)
    let other = shell().run(
      "report", "measures", "--definition", "answered", "--from", "2026-11-01", "--json")
    #expect(try table(other, "measure").first?["ch02"].map(jsonText) == #"{"percent":0.0,"of":0,"in":1}"#)
    #expect(other.out.contains("\"Definition answered\""))
  }

  @Test func `a quarter is the one today lies in, and the days asked for are kept to`() throws {
    let report = try parseJSON(shell().run("report", "quarterly", "--json").lines.first ?? "")
    #expect(report["from"]?.string == "2026-10-01")
    #expect(report["to"]?.string == "2026-12-31")
    let year = try parseJSON(shell().run("report", "annual", "--json").lines.first ?? "")
    #expect(year["from"]?.string == "2026-04-01")
    #expect(year["to"]?.string == "2027-03-31")
    let november = shell().run("report", "quarterly", "--from", "2026-11-01", "--to", "2026-11-30", "--json")
    #expect(try table(november, "compliment").first?["count"]?.integer == 1)
    #expect(try table(november, "kind").first { $0["what"]?.string == "complaint" }?["count"]?.integer == 0)
    #expect(shell().run("report", "quarterly", "--from", "2026-11-30", "--to", "2026-11-01").status == 2)
  }

  @Test func `as it was known then: what was recorded later is not in it`() throws {
    let shell = shell()
    shell.now = "2026-12-01T09:00:00Z"
    #expect(shell.run("act", "2", "escalate").status == 0)
    func made(_ answer: PracticeShell.Answer) throws -> [Int?] {
      try table(answer, "stage").map { $0["made"]?.integer }
    }
    #expect(try made(shell.run("report", "quarterly", "--json")) == [2, 1])
    #expect(try made(shell.run("report", "quarterly", "--as-at", "2026-11-25", "--json")) == [2, 0])
  }

  @Test func `no report names a resident, a street or what they said`() {
    let shell = shell()
    for kind in ["workload", "quarterly", "annual", "measures", "sample", "self-assessment"] {
      for format in ["text", "markdown", "html", "csv", "json"] {
        let out = shell.run("report", kind, "--format", format, "--as", "board").out
        for word in ["Hussain", "Siân", "Rochdale", "M9 1AA"] {
          #expect(!out.contains(word), "\(kind) \(format): \(word)")
        }
        #expect(!out.isEmpty || kind == "workload", "\(kind) \(format)")
      }
    }
  }

  @Test func `scrutiny reads figures and redacted samples, and nobody's workload`() {
    let shell = shell()
    #expect(shell.run("report", "quarterly", "--as", "board").status == 0)
    #expect(shell.run("report", "sample", "--as", "board").status == 0)
    #expect(shell.run("report", "workload", "--as", "board").status == 1)
    #expect(shell.run("export", "cases", "--as", "board").status == 1)
  }

  @Test func `the same seed draws the same sample, and a score stands on the case`() throws {
    let shell = shell()
    let first = shell.run("report", "sample", "--seed", "7", "--limit", "1", "--json")
    #expect(first.out == shell.run("report", "sample", "--seed", "7", "--limit", "1", "--json").out)
    let drawn = try table(first, "drawn")
    #expect(drawn.first?["drawn"]?.integer == 1)
    #expect(drawn.first?["among"]?.integer == 2)
    let seeds = (1...12).map {
      shell.run("report", "sample", "--seed", String($0), "--limit", "1", "--json").out
    }
    #expect(Set(seeds.map { $0.contains("[\"C26-000001\"]") }).count == 2)
    let number = try #require(drawn.first?["cases"]?.array?.first?.string)
    #expect(
      shell.run(
        "act", number, "score", "quality=4", "root-cause=yes", "action=no", "feedback=Kind words", "--as",
        "board"
      ).status == 0)
    #expect(shell.run("report", "sample", "--seed", "7", "--limit", "1").out.contains("Kind words"))
  }

  @Test func `the self-assessment counts a late answer under its provision and names the case behind it`()
    throws
  {
    let rows = try table(shell().run("report", "self-assessment", "--json"), "provision")
    let late = rows.first { $0["provision"]?.string == "6.3" }
    #expect(late?["count"]?.integer == 2)
    #expect(late?["breaches"]?.integer == 1)
    #expect(late?["cases"]?.array?.compactMap(\.string) == ["C26-000002"])
    let learning = rows.first { $0["provision"]?.string == "9.1" }
    #expect(learning?["breaches"]?.integer == 2)
    #expect(rows.first { $0["provision"]?.string == "4.2" }?["what"]?.string == "not told by the record")
  }

  @Test func `what cannot be asked is said`() {
    let shell = PracticeShell()
    #expect(shell.run("report", "measures", "--definition", "guess").status == 2)
    #expect(shell.run("report", "sample", "--seed", "seven").status == 2)
    #expect(shell.run("report", "quarterly", "--format", "pdf").status == 2)
    #expect(shell.run("report", "measures", "--beside", shell.data + "/FORMAT").status == 1)
    #expect(
      shell.run("report", "dashboard", "--from", "2026-11-01").err
        == "redress: --from is not an option of report dashboard; see redress help report\n")
    #expect(shell.run("report", "quarterly", "--seed", "7").status == 2)
  }
}
