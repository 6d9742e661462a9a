import CaseDocuments
import Testing

@testable import RedressShell

@Suite struct `A letter changed by hand before it goes` {
  private func office() -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "check-live", "live=no")
    shell.run("act", "1", "assign", "to=amira")
    return shell
  }

  private let fields = [
    "act", "1", "acknowledge", "definition=Damp in the back bedroom", "outcome=A dry bedroom",
    "not-ours=nothing",
    "--as", "amira",
  ]

  /// The letter as it is composed.
  private func composed(_ shell: PracticeShell) -> String {
    let other = office()
    _ = other.run(fields)
    return other.run("letter", "1", "acknowledgement").out
  }

  @Test func `is what the record keeps and the outbox hands over`() {
    let shell = office()
    let text = composed(shell).replacing("Dear", with: "Good morning,")
    let done = shell.run(fields + ["letter-text=-"], input: text)
    #expect(done.status == 0, "\(done.err)")
    let kept = shell.run("letter", "1", "acknowledgement").out
    #expect(kept.contains("Good morning,"))
    #expect(kept.contains("PRACTICE. This is not a real letter"))
    #expect(shell.run("verify").status == 0)
  }

  @Test func `is held where it no longer says what the policy asks for, unless a reason is recorded`() {
    let shell = office()
    let text = composed(shell).replacing("0161 496 0101", with: "our number")
    let held = shell.run(fields + ["letter-text=-"], input: text)
    #expect(held.status == 1)
    #expect(held.err.contains("manchester-2022"), "\(held.err)")
    #expect(!shell.run("timeline", "1").out.contains("acknowledged"))
    let sent = shell.run(fields + ["letter-text=-", "override=said on the telephone"], input: text)
    #expect(sent.status == 0, "\(sent.err)")
  }

  @Test func `loses its banner in practice for nobody`() {
    let shell = office()
    let text = composed(shell).replacing(practiceLetterBanner, with: "")
    _ = shell.run(fields + ["letter-text=-"], input: text)
    #expect(shell.run("letter", "1", "acknowledgement").out.contains(practiceLetterBanner))
  }

  @Test func `carries no control characters and keeps its headings`() {
    #expect(
      LetterText.edited("How it stands\n===\n\nA\u{1B}[31m\u{7}b\r\n\n\n")
        == "How it stands\n=============\n\nA[31mb")
  }
}
