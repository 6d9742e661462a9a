import PlainText
import Testing

@Suite struct `What other programs read` {
  /// A practice journal with one complaint, acknowledged by Amira.
  private func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    shell.run(
      "act", "1", "contact", "direction=out", "channel=phone", "reached=yes", "text=Rang", "--as", "amira")
    shell.run(
      "act", "1", "acknowledge", "definition=Damp", "outcome=Repair", "not-ours=Nothing", "due=2026-11-30",
      "--as", "amira")
    return shell
  }

  private func names(_ line: String) throws -> [String] {
    try #require(try parseJSON(line).members).map(\.name)
  }

  @Test func `list names its fields as promised`() throws {
    let line = try #require(shell().run("list", "--json").lines.first)
    #expect(
      try names(line)
        == [
          "ref", "kind", "state", "stage", "step", "due", "target", "who", "person", "place", "subject",
          "marks", "owes", "claim",
        ])
    #expect(
      line
        == #"{"ref":"C26-000001","kind":"complaint","state":"open","stage":1,"step":"respond","due":"2026-11-30","target":"landlord","who":"amira","person":"Siân Hussain","place":"14 Rochdale Rd, M9 1AA","subject":"Damp in the back bedroom, reported twice.","marks":[],"owes":[],"claim":null}"#
    )
  }

  @Test func `list says what is owed beside the letters of the stages, ended cases too, and who has a claim`()
    throws
  {
    let shell = shell()
    shell.run("act", "1", "learn", "text=ring before a visit", "due=2026-12-10")
    shell.run("act", "1", "claim", "--as", "amira")
    let line = try #require(shell.run("list", "owes:learning", "--json").lines.first)
    let listed = try parseJSON(line)
    #expect(line.contains(#""marks":["learning"],"owes":[{"what":"learning","day":"2026-12-10"}]"#))
    #expect(listed["claim"]?["by"]?.string == "amira")
    let row = try #require(shell.run("list").lines.first)
    #expect(row.contains("@amira") && row.contains("learning 10 Dec"))
    shell.run("act", "1", "withdraw", "reason=moved away")
    #expect(shell.run("list").lines.isEmpty)
    #expect(shell.run("list", "owes:learning").lines.count == 1)
    #expect(shell.run("list", "owes:evidence").status == 1)
    #expect(shell.run("list", "owes:apples").status == 2)
  }

  @Test func `the staff list keeps a gender in a word of one's own, for residents who ask`() throws {
    let shell = shell()
    #expect(!shell.run("staff", "amira", "--json").out.contains("gender"))
    shell.run("staff", "amira", "gender=woman")
    #expect(shell.run("staff", "amira", "--json").out.contains(#""gender":"woman""#))
    shell.run("staff", "amira", "gender=")
    #expect(!shell.run("staff", "amira", "--json").out.contains("gender"))
  }

  @Test func `show holds every promised field`() throws {
    let line = try #require(shell().run("show", "C26-000001", "--json").lines.first)
    let found = Set(try names(line))
    let promised: Set = [
      "ref", "kind", "state", "stage", "revision", "profile", "people", "property", "points", "clocks",
      "letters",
      "promises", "remedies", "learning", "links",
    ]
    #expect(found.isSuperset(of: promised))
  }

  @Test func `the first line of show is a sentence to read aloud`() {
    let line = shell().run("show", "1").lines.first
    #expect(
      line == "stage 1, with Amira Hussain, written answer by Monday 30 November; last contact 20 November")
  }

  @Test func `timeline names its fields as promised, and part of a batch is told apart`() throws {
    let lines = shell().run("timeline", "1", "--json").lines
    let first = try #require(lines.first)
    #expect(Set(try names(first)).isSuperset(of: ["seq", "ts", "on", "by", "kind", "text", "undone"]))
    let kinds = try lines.map { try parseJSON($0)["kind"]?.string }
    #expect(
      kinds
        == [
          "contact.received", "contact.triaged", "case.assigned", "contact.logged", "complaint.acknowledged",
          "letter.queued",
        ])
  }

  @Test func `why counts every day and names the clause`() throws {
    let lines = shell().run("why", "1", "stage1.respond", "--json").lines
    #expect(lines.count == 2)
    let landlord = try parseJSON(try #require(lines.first))
    #expect(landlord["target"]?.string == "landlord")
    #expect(landlord["due"]?.string == "2026-11-30")
    #expect(landlord["clause"]?.string == "manchester-2022, Stage 1 – Investigation, item 2")
    #expect(landlord["start"]?["event"]?.string == "received")
    let counted = landlord["days"]?.array?.filter { $0["counted"]?.bool == true }
    #expect(counted?.count == 10)
  }

  @Test func `the record as it was known then leaves out what came later`() throws {
    let shell = shell()
    shell.now = "2026-11-24T09:00:00Z"
    shell.run("act", "1", "point", "text=Letters", "--as", "amira")
    let then = shell.run("show", "1", "--json", "--as-at", "2026-11-21").out
    #expect(try parseJSON(then)["points"]?.array?.count == 0)
    let later = shell.run("show", "1", "--json").out
    #expect(try parseJSON(later)["points"]?.array?.count == 1)
    let future = try parseJSON(
      shell.run("why", "1", "stage1.respond", "--json", "--as-at", "2026-12-25").lines[0])
    #expect(future["state"]?.string == "overdue")
  }

  @Test func `a time before the first line is said to be before it, not taken for damage`() {
    let answer = shell().run("list", "--as-at", "2001-01-01")
    #expect(answer.status == 1)
    #expect(answer.err == "redress: nothing was recorded yet at that time; use a later one\n")
  }

  @Test func `nothing found is said and is status 1`() {
    let answer = shell().run("find", "zebra")
    #expect(
      answer
        == PracticeShell.Answer(
          status: 1, out: "", err: "redress: nothing found for zebra; try fewer words\n"))
  }

  @Test(arguments: ["0161 555 0101", "+44 161 555 0101", "m9 1aa", "sian", "HUSSAIN", "42", "C26-000001"])
  func `a caller is found by phone, postcode, name or reference`(_ text: String) {
    let found = shell().run("find", text)
    #expect(found.out.contains("C26-000001") == (text != "42"))
  }

  @Test func `a real journal refuses another name and another time`() {
    let shell = PracticeShell(founded: false)
    let none = ["REDRESS_NOW": ""]
    #expect(
      shell.run(
        "init", "--landlord", "N", "--nation", "scotland", "--profile", "code-2024", environment: none
      ).status == 0)
    #expect(
      shell.run("list", "--as", "amira", environment: none).err
        == "redress: --as is for practice journals: this one is real; run it from your own account\n")
    #expect(
      shell.run("list").err == "redress: REDRESS_NOW is for practice journals: this one is real; unset it\n")
    shell.account = "stranger"
    #expect(
      shell.run("list", environment: none).err
        == "redress: cannot open the journal: stranger is not on the staff list; ask an administrator to list them with redress staff (an administrator: asmith could)\n"
    )
  }

  @Test func `a journal that exists is not made again`() {
    let shell = PracticeShell()
    let again = shell.run(
      "init", "--landlord", "N", "--nation", "scotland", "--profile", "code-2024", "--practice")
    #expect(again.status == 1)
    #expect(
      again.err == "redress: cannot create a journal in \(shell.data): there is one; choose another --data\n")
  }
}
