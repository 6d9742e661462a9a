import Foundation
import Testing

/// Files put with the record (code-2024 5.12).
@Suite struct AttachmentTests {
  @Test func `a file is saved under its hash, named in the record, and its path is not kept`() throws {
    let shell = PracticeShell()
    shell.openComplaint()
    let file = FileManager.default.temporaryDirectory.path + "/damp photo-\(UUID().uuidString).jpg"
    try Data([0xFF, 0xD8, 0x00, 0x41]).write(to: URL(filePath: file))
    defer { do { try FileManager.default.removeItem(atPath: file) } catch {} }
    #expect(shell.run("act", "1", "attach", "file=" + file, "name=bedroom.jpg", "--as", "patel").status == 0)
    let shaLength = 64
    let kept = try FileManager.default.contentsOfDirectory(atPath: shell.data + "/attachments")
    #expect(kept.count == 1 && kept.first?.count == shaLength)
    let line = shell.run("timeline", "1", "--json").lines.last ?? ""
    #expect(line.contains("bedroom.jpg") && line.contains(kept.first ?? "none"))
    #expect(!line.contains("damp photo"))
    #expect(shell.run("verify").status == 0)
  }

  @Test func `the same bytes again need no second copy, and standard input will do`() throws {
    let shell = PracticeShell()
    shell.openComplaint()
    for _ in 0..<2 {
      let answer = shell.run(
        "act", "1", "attach", "file=-", "name=../../etc/letter.txt", "--as", "patel", input: "Dear landlord")
      #expect(answer.status == 0)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: shell.data + "/attachments").count == 1)
    #expect(shell.run("timeline", "1").out.contains("letter.txt"))
    #expect(!shell.run("timeline", "1").out.contains("etc"))
  }

  @Test func `a file that cannot be read is refused in one sentence, and nothing is recorded`() {
    let shell = PracticeShell()
    shell.openComplaint()
    let before = shell.run("timeline", "1").out
    let answer = shell.run("act", "1", "attach", "file=/nowhere/at-all.pdf", "--as", "patel")
    #expect(answer.status == 1)
    #expect(
      answer.err
        == "redress: cannot put a file with the record on C26-000001: /nowhere/at-all.pdf cannot be read: there is no such file; name a file you may read\n"
    )
    #expect(shell.run("timeline", "1").out == before)
  }
}
