import Foundation
import PlainText
import Testing

/// The record says who took something out of it, and who read what few may read (domain: privacy, people).
@Suite struct `What goes out of the record` {
  /// A complaint whose conduct part is for reviewers, and one open to all who work here.
  func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("intake", input: PracticeShell.damp.replacing("Siân Hussain", with: "José Núñez") + "\n")
    shell.run("act", "1", "sensitive", "part=conduct", "roles=reviewer", "reason=about a colleague")
    return shell
  }

  func ways(_ shell: PracticeShell, _ words: String...) throws -> [String] {
    try shell.run(["disclosures", "--json"] + words).lines.map { line in
      let told = try parseJSON(line)
      return [told["by"], told["way"], told["sheet"], told["subject"]].compactMap { $0?.string }
        .joined(separator: " ")
    }
  }

  @Test func `an export, a pack and subject access are on record with who, what and whose`() throws {
    let shell = shell()
    let folder = FileManager.default.temporaryDirectory.path + "/redress-pack-" + UUID().uuidString
    defer { do { try FileManager.default.removeItem(atPath: folder) } catch {} }
    #expect(shell.run("disclosures").status == 1)
    shell.run("export", "cases")
    shell.run("export", "points", "--with-needs")
    shell.run("export", "person", "P000002")
    #expect(shell.run("pack", "2", "--out", folder, "--as", "patel").status == 0)
    let told = [
      "asmith export cases", "asmith export points", "asmith person P000002", "patel pack C26-000002",
    ]
    #expect(try ways(shell) == told)
    #expect(try ways(shell, "2") == [told[3]])
    #expect(try ways(shell, "P000002") == [told[2]])
    #expect(try ways(shell, "patel") == [told[3]])
    let mine = shell.run("disclosures", "asmith").out
    #expect(mine.contains("rows of points exported, with what residents need"))
    #expect(shell.run("verify").status == 0)
  }

  @Test func `what was refused or not made is not on record`() throws {
    let shell = shell()
    shell.run("export", "cases", "--as", "patel")
    shell.run("export", "person", "P000099")
    shell.run("pack", "2", "--out", "/nowhere/there", "--as", "patel")
    shell.run("pack", "2", "--out", "/tmp", "--as", "patel")
    #expect(shell.run("disclosures").status == 1)
  }

  @Test func `reading parts for named roles is on record; reading what everybody reads is not`() throws {
    let shell = shell()
    for command in ["show", "timeline", "why"] {
      shell.run(command, "1", "--as", "patel")
      shell.run(command, "2", "--as", "okafor")
    }
    #expect(shell.run("disclosures").status == 1)
    shell.run("show", "1", "--as", "okafor")
    shell.run("timeline", "1", "--as", "amira", "--as-at", "2026-11-20T08:59:00Z")
    #expect(try ways(shell).first == "okafor read C26-000001")
  }

  @Test func `a sitting line by line puts each such case on record once`() throws {
    let shell = shell()
    shell.run("--plain", "--as", "okafor", input: "go 1\nshow\nshow 1\nshow 2\nquit\n")
    #expect(try ways(shell) == ["okafor read C26-000001"])
  }

  @Test func `whoever may not export may not read who did, and a stranger is no subject`() {
    let shell = shell()
    shell.run("export", "cases")
    let refused = shell.run("disclosures", "--as", "patel")
    #expect(refused.status == 1)
    #expect(refused.err.contains("supervisor"))
    #expect(shell.run("disclosures", "nobody.here").status == 2)
  }

  @Test func `looking back exports the record of then, and is on record now`() throws {
    let shell = shell()
    shell.now = "2026-11-25T09:00:00Z"
    #expect(shell.run("export", "cases", "--as-at", "2026-11-21").status == 0)
    #expect(try ways(shell) == ["asmith export cases"])
    #expect(shell.run("disclosures").out.contains("2026-11-25 09:00"))
  }
}
