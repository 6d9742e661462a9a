import Foundation
import SettingsFiles
import Testing

@Suite struct `Looking after the journal` {
  private func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    return shell
  }

  private func put(_ text: String, _ name: String, _ shell: PracticeShell) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: shell.data + "/" + name))
  }

  @Test func `after a failed sync nothing is recorded until an administrator takes the way back`() throws {
    let shell = shell()
    try put("fdatasync of journal/1 failed with error 5 at byte 900\n", "POISON", shell)
    let refused = shell.run("act", "1", "note", "text=x")
    #expect(refused.status == 4)
    #expect(
      refused.err
        == "redress: nothing can be recorded: a sync failed earlier (fdatasync of journal/1 failed with error 5 "
        + "at byte 900); see to the disk, then redress recover\n")
    #expect(shell.run("show", "1").status == 0)
    let handler = shell.run("recover", "--as", "patel")
    #expect(handler.status == 1)
    let recovered = shell.run("recover")
    #expect(recovered.status == 0)
    #expect(
      recovered.lines.first == "recovered: fdatasync of journal/1 failed with error 5 at byte 900")
    #expect(shell.run("act", "1", "note", "text=x").status == 0)
    #expect(shell.run("verify").status == 0)
    #expect(shell.run("recover").out == "there is nothing to recover from: no sync has failed\n")
  }

  @Test func `a backup is restored to a copy that says it is one, and never over a journal`() throws {
    let shell = shell()
    let file = shell.data + "/exports/monday.tar"
    let backed = shell.run("backup", file)
    #expect(backed.status == 0)
    #expect(backed.lines.first?.hasPrefix("backed up to " + file + ": 2 files, ") == true)
    #expect(shell.run("backup", file).status == 4)
    #expect(shell.run("backup", file + "2", "--as", "patel").status == 1)
    #expect(shell.run("restore", file).status == 1)
    let copy = shell.data + "/copy"
    let restored = shell.run("restore", file, "--data", copy, "--json")
    #expect(restored.status == 0)
    #expect(shell.run("show", "1", "--data", copy).out == shell.run("show", "1").out)
    #expect(shell.run("verify", "--data", copy).status == 0)
    let head = try #require(shell.run("verify").lines.last?.dropFirst(5))
    #expect(shell.run("verify", "--head", String(head), "--data", copy).status == 0)
    shell.run("act", "1", "note", "text=Only here")
    let later = try #require(shell.run("verify").lines.last?.dropFirst(5))
    #expect(shell.run("verify", "--head", String(later), "--data", copy).status == 3)
  }

  @Test func `under a forced command a backup has a plain name and goes to one's own exports`() {
    let shell = PracticeShell(founded: false)
    _ = shell.run(
      "init", "--landlord", "Northern Homes", "--nation", "england-and-wales", "--profile",
      "manchester-2022", "--service", environment: ["REDRESS_NOW": ""])
    let refused = shell.run(
      "backup", "/tmp/x.tar", "--locked", "--as", "asmith", environment: ["REDRESS_NOW": ""])
    #expect(refused.err == "redress: /tmp/x.tar is a path and --locked allows none; use standard input: -\n")
    let backed = shell.run("backup", "x.tar", "--locked", "--as", "asmith", environment: ["REDRESS_NOW": ""])
    #expect(backed.lines.first?.hasPrefix("backed up to " + shell.data + "/exports/asmith/x.tar") == true)
  }

  /// A closed case, and its person's name in every file of the directory.
  private func closed() -> PracticeShell {
    let shell = shell()
    shell.run("act", "1", "assign", "to=asmith")
    shell.run("act", "1", "note", "text=rang Mrs Hussain")
    return shell
  }

  private func files(holding text: String, _ shell: PracticeShell) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: shell.data).filter {
      let bytes = FileManager.default.contents(atPath: shell.data + "/" + $0) ?? Data()
      return bytes.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `texts of an ended case are erased on a ground, and a hold refuses`() throws {
    let shell = closed()
    let live = shell.run("redact", "1", "--reason", "request 7")
    #expect(live.status == 1 && live.err.contains("it is still worked on; close or withdraw it first"))
    shell.run("act", "1", "withdraw", "reason=asked us to stop")
    #expect(shell.run("act", "1", "hold", "reason=the county court claim").status == 0)
    let held = shell.run("redact", "P000001", "--reason", "request 7")
    #expect(held.status == 1 && held.err.contains("it is kept from erasure for the county court claim"))
    shell.run("act", "1", "release-hold", "reason=claim settled")
    #expect(shell.run("redact", "1", "--reason", "request 7", "--as", "patel").status == 1)
    let preview = shell.run("redact", "P000001", "--reason", "request 7", "--dry-run")
    #expect(preview.out == "C26-000001  would be erased\n")
    #expect(try files(holding: "Hussain", shell).count == 1)
    let done = shell.run("redact", "P000001", "--reason", "request 7")
    #expect(done.status == 0, "\(done.err)")
    #expect(done.lines.first?.hasPrefix("erased: C26-000001, ") == true)
    #expect(try files(holding: "Siân", shell) == [])
    #expect(try files(holding: "back bedroom", shell) == [])
    #expect(shell.run("verify").status == 0)
    let told = shell.run("timeline", "1").out
    #expect(told.contains("[erased]"))
    #expect(shell.run("list", "state:withdrawn").out.contains("C26-000001"))
    #expect(shell.run("redact", "1", "--reason", "again").status == 1)
  }

  @Test func `what retention says is due is previewed, then done`() throws {
    let shell = closed()
    shell.run("act", "1", "withdraw", "reason=asked us to stop")
    #expect(shell.run("dispose").status == 1)
    shell.now = "2032-11-21T09:00:00Z"
    let preview = shell.run("dispose", "--dry-run")
    #expect(preview.out == "C26-000001  would be erased, kept until 2032-11-20\n")
    #expect(try files(holding: "back bedroom", shell).count == 1)
    #expect(shell.run("dispose").status == 0)
    #expect(try files(holding: "back bedroom", shell) == [])
    #expect(shell.run("dispose").err == "redress: no record is past its retention: nothing is to be erased\n")
    #expect(shell.run("verify").status == 0)
  }

  @Test func `a policy that says how long a record is kept is followed, and named as the ground`() throws {
    let shell = closed()
    shell.run("act", "1", "withdraw", "reason=asked us to stop")
    let own = try #require(embeddedProfileText("manchester-2022"))
    let file = shell.data + "/own.json"
    let kept = #"{"retention": {"years": 2, "clause": "App. 9"},"#
    try (kept + own.drop { $0 != "{" }.dropFirst()).write(toFile: file, atomically: true, encoding: .utf8)
    #expect(shell.run("profile", "adopt", file).status == 0)
    shell.now = "2028-11-19T09:00:00Z"
    #expect(shell.run("dispose").status == 1)
    shell.now = "2028-11-21T09:00:00Z"
    #expect(shell.run("dispose", "--dry-run", "--years", "6").status == 1)
    #expect(shell.run("dispose", "--dry-run").out == "C26-000001  would be erased, kept until 2028-11-20\n")
    #expect(shell.run("dispose").status == 0)
    let ground = "retention: 2 years after the last thing owed was done (manchester-2022, App. 9)"
    #expect(try files(holding: ground, shell).count == 1)
  }

  @Test func `the history of a field names every value it had, who gave it and what was undone`() throws {
    let shell = closed()
    let seq = try #require(shell.run("timeline", "1", "--json").lines.first?.split(separator: ",").first)
    let first = seq.drop { !$0.isNumber }
    shell.run(
      "act", "1", "correct", "seq=" + first, "field=person.name", "value=Sian Hussain-Lloyd", "--as", "patel")
    let told = shell.run("history", "1", "person.name").lines
    #expect(told.count == 2)
    #expect(told.first?.hasSuffix("  asmith  Siân Hussain") == true)
    #expect(told.last?.hasSuffix("  patel  Sian Hussain-Lloyd  (corrects entry " + first + ")") == true)
    #expect(shell.run("history", "1", "to").lines.last?.hasSuffix("  asmith  asmith") == true)
    #expect(shell.run("history", "1", "colour").status == 1)
  }

  @Test func `help journal names everything a line and the directory hold`() {
    let page = PracticeShell(founded: false).run("help", "journal").out
    for word in [
      "\"prev\"", "\"crc\"", "\"wc\"", "segment.sealed", "redaction", "POISON", "MANIFEST", "jq -c",
    ] {
      #expect(page.contains(word))
    }
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 112 })
  }
}
