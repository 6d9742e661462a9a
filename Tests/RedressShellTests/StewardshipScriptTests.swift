import Foundation
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
}
