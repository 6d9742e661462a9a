import CaseDocuments
import Foundation
import PlainText
import Testing

@testable import RedressShell

/// `pack`: what an Ombudsman asks for, in one folder that can be proved.
@Suite final class `A pack for the Ombudsman` {
  private let folder = FileManager.default.temporaryDirectory.path + "/redress-pack-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch { return }
  }

  private var out: String { folder + "/out" }

  /// A complaint acknowledged, decided and answered at stage one, with a photograph and a promise.
  private func answered() throws -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    let steps: [[String]] = [
      ["contact", "direction=out", "channel=phone", "reached=yes", "text=Rang =cmd"],
      ["acknowledge", "definition=Damp, twice reported", "outcome=Repair", "not-ours=Nothing"],
      ["point", "text=Damp in the back bedroom"],
      ["finding", "point=1", "finding=The gutter leaks", "evidence=Survey"],
      [
        "decide", "point=1", "decision=upheld", "reasons=Two visits were missed", "basis=Repairs policy",
        "remedy=Gutter renewed",
      ],
      ["promise", "text=Renew the gutter", "due=2026-12-04", "owner=amira"],
      ["learn", "text=Ring before a visit", "cause=Nobody rang", "change=Ring first"],
    ]
    for step in steps {
      let answer = shell.run(["act", "1"] + step + ["--as", "amira"])
      #expect(answer.status == 0, "\(step): \(answer.err)")
    }
    let photo = folder + "/kitchen wall <1>.txt"
    try "photograph".write(toFile: photo, atomically: true, encoding: .utf8)
    #expect(shell.run("act", "1", "attach", "file=" + photo, "text=The wall", "--as", "amira").status == 0)
    #expect(shell.run("act", "1", "respond", "channel=letter", "--as", "amira").status == 0)
    shell.now = "2026-11-20T10:00:00Z"
    return shell
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: out + "/" + name, encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: out).sorted()
  }

  @Test
  func `it holds the record, the letters as sent, the attachments, the policy and how days were counted`()
    throws
  {
    let shell = try answered()
    let answer = shell.run("pack", "1", "--out", out)
    #expect(answer.status == 0, "\(answer.err)")
    let names = try names()
    for name in [
      "SHA256SUMS", "attachments/01-kitchen-wall-1.txt", "clocks.txt", "index.html", "index.json",
      "index.txt", "policy/code-2024.json", "policy/manchester-2022.json", "record.json",
      "tables/chronology.csv", "tables/contacts.csv", "tables/decisions.csv", "tables/promises.csv",
    ] {
      #expect(names.contains(name), "\(name) of \(names)")
    }
    #expect(names.count { $0.hasPrefix("letters/") && $0.hasSuffix(".txt") } == 2)
    #expect(names.count { $0.hasPrefix("letters/") && $0.hasSuffix(".html") } == 2)
    #expect(try text("attachments/01-kitchen-wall-1.txt") == "photograph")
    let decisions = try text("tables/decisions.csv")
    #expect(decisions.contains("upheld,Amira Hussain,Two visits were missed,Repairs policy,Gutter renewed"))
    #expect(try text("tables/contacts.csv").contains(",Rang =cmd\r\n"))
    #expect(try text("clocks.txt").contains("  counted  "))
    #expect(try text("index.txt").hasPrefix("PRACTICE: nothing here is real\n"))
  }

  @Test func `a letter in it is the letter that left, word for word`() throws {
    let shell = try answered()
    shell.run("pack", "1", "--out", out)
    let name = try #require(try names().first { $0.hasSuffix(".txt") && $0.contains("-acknowledgement-") })
    #expect(try text(name) == shell.run("letter", "1", "acknowledgement").out)
  }

  @Test func `every file can be proved, and the head of the record stands in the index`() throws {
    let shell = try answered()
    let head = shell.run("verify", "--json").out.firstMatch(of: /"head":"([0-9a-f]{64})"/)?.1 ?? "none"
    shell.run("pack", "1", "--out", out)
    let sums = try text("SHA256SUMS").split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    #expect(sums.count == (try names().filter { $0.contains(".") }.count))
    let index = try text("index.txt")
    // The line that the pack was made comes behind what is in it.
    #expect(index.contains(head))
    let json = try parseJSON(try text("index.json"))
    let files = json["sections"]?.array?.last?["tables"]?.array?.first?["rows"]?.array ?? []
    #expect(files.count + 3 == sums.count)
    #expect(files.allSatisfy { $0["sha256"]?.string?.count == 64 })
  }

  @Test func `what is missing is told, with where it is asked for`() throws {
    let shell = try answered()
    shell.openComplaint()
    shell.run("act", "2", "assign", "to=amira")
    shell.now = "2027-01-20T10:00:00Z"
    let answer = shell.run("pack", "2", "--out", out)
    #expect(
      answer.lines.contains {
        $0.hasPrefix("  stage 1") && $0.contains("no acknowledgement is on record")
          && $0.hasSuffix("manchester-2022, Stage 1 – Investigation, item 1")
      }, "\(answer.out)")
    #expect(answer.out.contains("no response is on record"))
    #expect(answer.out.contains("no point of complaint is on record"))
    let told = try parseJSON(shell.run("pack", "1", "--out", out + "2", "--json").out)
    let missing = told["missing"]?.array?.compactMap { $0["missing"]?.string } ?? []
    #expect(missing == ["no proof that it was kept"])
  }

  @Test func `the day evidence is due stands over it (medway-2022 5.8)`() throws {
    let shell = try answered()
    shell.run(
      "act", "1", "evidence", "what=requested", "text=All letters", "due=2026-12-04", "--as", "amira")
    let answer = shell.run("pack", "1", "--out", out)
    #expect(answer.out.contains("evidence is due Friday 4 December, in 10 working days\n"))
    #expect(answer.out.contains("asked for and not sent yet: All letters"))
    #expect(try text("index.txt").contains("Evidence is due Friday 4 December, in 10 working days."))
  }

  @Test func `an attachment whose bytes are gone or changed is named as missing, and the rest is packed`()
    throws
  {
    let shell = try answered()
    let kept = shell.data + "/attachments"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: kept).first)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: kept + "/" + name)
    try "another".write(toFile: kept + "/" + name, atomically: false, encoding: .utf8)
    let answer = shell.run("pack", "1", "--out", out)
    #expect(answer.status == 0)
    #expect(answer.out.contains("is named and not there, or not what it was"))
    #expect(try !names().contains { $0.hasPrefix("attachments") })
  }

  @Test func `a folder that is there is refused and left as it was`() throws {
    let shell = try answered()
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let answer = shell.run("pack", "1", "--out", out)
    #expect(answer.status == 1)
    #expect(
      answer.err.hasSuffix("is there already, and nothing was written; name a folder that is not there\n"))
    #expect(try names().isEmpty)
  }

  @Test func `no case, no folder named, no place to write: each ends with its own status and nothing behind`()
    throws
  {
    let shell = try answered()
    #expect(shell.run("pack", "99", "--out", out).status == 1)
    #expect(shell.run("pack", "1").status == 2)
    #expect(shell.run("pack", "1", "--out", folder + "/nowhere/out").status == 4)
    #expect(shell.run("pack", "1", "--out", "/tmp/x", "--locked", "--as", "amira").status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["kitchen wall <1>.txt"])
  }

  @Test func `what cannot be written whole leaves nothing`() throws {
    let files = [PackedFile("a.txt", "a", about: ""), PackedFile("b/c/d.txt", "d", about: "")]
    #expect(throws: ShellFailure.self) { try writeNewFolder(files, to: self.out) {} }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    try writeNewFolder([files[0]], to: out + "/") {}
    #expect(try names() == ["a.txt"])
    let mode = try FileManager.default.attributesOfItem(atPath: out)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test(arguments: ["mo", "rita", "ade"])
  func `whoever does not handle complaints makes no pack`(_ reader: String) throws {
    let shell = try answered()
    shell.run("staff", "mo", "roles=scrutiny", "trained=2026-01-01", "confidential=2026-01-01")
    shell.run("staff", "rita", "roles=resident-reviewer", "trained=2026-01-01", "confidential=2026-01-01")
    shell.run("staff", "ade", "roles=administrator")
    let answer = shell.run("pack", "1", "--out", out, "--as", reader)
    #expect(answer.status == 1)
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func `what its maker may not read is put out of sight, and said to be missing`() throws {
    let shell = try answered()
    shell.run(
      "act", "1", "refer", "matter=safeguarding", "to=Adult care", "text=Bruises were seen", "--as", "amira")
    shell.run("act", "1", "assign", "to=okafor")
    let answer = shell.run("pack", "1", "--out", out, "--as", "patel")
    #expect(answer.out.contains("Meera Patel may not read the part on safeguarding"), "\(answer.out)")
    for name in try names() where name.contains(".") {
      #expect(try !text(name).contains("Bruises"), "\(name)")
    }
    shell.run("pack", "1", "--out", out + "2")
    #expect(try String(contentsOfFile: out + "2/index.txt", encoding: .utf8).contains("Bruises"))
  }

  @Test func `the record as it was known then is packed as it was then`() throws {
    let shell = try answered()
    shell.now = "2026-11-25T10:00:00Z"
    shell.run("act", "1", "note", "text=Later thought", "--as", "amira")
    shell.run("pack", "1", "--out", out, "--as-at", "2026-11-21")
    #expect(try !text("index.txt").contains("Later thought"))
    #expect(try text("index.txt").contains("As known at 2026-11-21 23:59"))
  }

  @Test func `names from outside become plain names`() {
    #expect(packedName("../../etc/passwd") == "passwd")
    #expect(packedName("Tŷ’r llun (1).JPG") == "T-r-llun-1.JPG")
    #expect(packedName(".bashrc") == "bashrc")
    #expect(packedName("照片") == "file")
    #expect(packedName(String(repeating: "a", count: 300) + ".pdf").utf8.count == 100)
  }
}
