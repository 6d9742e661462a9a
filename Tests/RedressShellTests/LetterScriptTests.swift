import Foundation
import PlainText
import Testing

/// Letters from the command line: written with the step, read in place, handed over once.
@Suite final class `Letters from the command line` {
  private let folder = FileManager.default.temporaryDirectory.path + "/redress-letters-" + UUID().uuidString

  deinit {
    // A test that hands nothing over has made no folder.
    do { try FileManager.default.removeItem(atPath: folder) } catch { return }
  }

  /// A practice journal whose one complaint Amira has acknowledged at nine.
  private func acknowledged() -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    shell.run(
      "act", "1", "contact", "direction=out", "channel=phone", "reached=yes", "text=Rang", "--as", "amira")
    shell.run(
      "act", "1", "acknowledge", "definition=Damp, twice reported", "outcome=Repair", "not-ours=Nothing",
      "--as", "amira")
    return shell
  }

  private func made() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `the letter is in the record as it was sent, with the practice banner`() throws {
    let shell = acknowledged()
    let letter = shell.run("letter", "1", "acknowledgement")
    #expect(letter.status == 0)
    #expect(letter.lines.first == "PRACTICE. This is not a real letter and concerns nobody.")
    #expect(letter.out.contains("\nDamp, twice reported\n"))
    #expect(letter.out.contains("Telephone 0161 496 0101, e-mail"))
    let told = try parseJSON(shell.run("letter", "1", "acknowledgement", "--json").out)
    #expect(told["route"]?.string == "post")
    #expect(told["standing"]?.string == "leaves in 60 s")
    shell.now = "2026-11-20T09:01:00Z"
    #expect(
      try parseJSON(shell.run("letter", "1", "acknowledgement", "--json").out)["standing"]?.string == "sent")
  }

  @Test func `mail of somebody without a name on the staff list comes from the landlord`() {
    let shell = PracticeShell()
    shell.run(
      "intake",
      input: """
        {"channel":"email","received":"2026-11-19","kind":"complaint","narrative":"No heating",\
        "person":{"name":"Siân Llŷr","email":"sian@example.org"}}
        """)
    func sender(_ words: String...) -> String? {
      shell.run(["letter", "1", "acknowledgement", "--draft", "--format", "eml"] + words).lines
        .first { $0.hasPrefix("From: ") }
    }
    #expect(sender() == "From: Northern Homes <no-address-on-record@redress.invalid>")
    #expect(sender("--as", "amira") == "From: \"Amira Hussain, Northern Homes\" <amira@example.org>")
  }

  @Test func `what was sent stays what it was when the record is put right`() {
    let shell = acknowledged()
    let before = shell.run("letter", "1", "acknowledgement").out
    shell.now = "2026-11-20T10:00:00Z"
    shell.run("act", "1", "correct", "seq=1", "field=person.name", "value=Sian Hussein", "--as", "amira")
    #expect(shell.run("letter", "1", "acknowledgement").out == before)
  }

  @Test func `a letter not sent yet is a draft, and says what it lacks`() {
    let shell = acknowledged()
    let draft = shell.run("letter", "1", "extension")
    #expect(draft.status == 0)
    #expect(
      draft.err
        == "redress: draft: the letter has no reason (manchester-2022, Stage 1 – Investigation, item 3)\n")
  }

  @Test func `within the minute it is stopped, and its step with it`() throws {
    let shell = acknowledged()
    shell.now = "2026-11-20T09:00:30Z"
    #expect(shell.run("act", "1", "cancel-letter", "reason=Wrong date", "--as", "amira").status == 0)
    shell.now = "2026-11-20T09:05:00Z"
    #expect(shell.run("outbox", "list").out == "no letter waits or has left untaken\n")
    #expect(shell.run("list", "--json").out.contains("\"step\":\"acknowledge\""))
  }

  @Test func `each letter that has left is taken once`() throws {
    let shell = acknowledged()
    try made()
    #expect(shell.run("outbox", "take", "--to", folder).out == "0 letters taken\n")
    shell.now = "2026-11-20T09:01:00Z"
    #expect(
      shell.run("outbox", "take", "--to", folder).out
        == "C26-000001-acknowledgement-13.txt\n1 letter taken\n")
    #expect(shell.run("outbox", "take", "--to", folder).out == "0 letters taken\n")
    #expect(try files() == ["C26-000001-acknowledgement-13.txt"])
    #expect(shell.run("timeline", "1").lines.last?.hasSuffix("letter taken; letter: 13") == true)
  }

  @Test func `a take that was stopped halfway is ended by the next`() throws {
    let shell = acknowledged()
    try made()
    shell.now = "2026-11-20T09:01:00Z"
    _ = shell.run("outbox", "take", "--to", folder)
    let name = folder + "/C26-000001-acknowledgement-13.txt"
    let hidden = folder + "/.C26-000001-acknowledgement-13.txt.part"
    try FileManager.default.moveItem(atPath: name, toPath: hidden)
    try "half".write(toFile: folder + "/.C26-000001-response-99.txt.part", atomically: true, encoding: .utf8)
    #expect(shell.run("outbox", "take", "--to", folder).out == "0 letters taken\n")
    #expect(try files() == ["C26-000001-acknowledgement-13.txt"])
  }

  @Test func `a file that is there is never written over`() throws {
    let shell = acknowledged()
    try made()
    shell.now = "2026-11-20T09:01:00Z"
    let name = folder + "/C26-000001-acknowledgement-13.txt"
    try "mine".write(toFile: name, atomically: true, encoding: .utf8)
    let answer = shell.run("outbox", "take", "--to", folder)
    #expect(answer.status == 1)
    #expect(answer.err.hasSuffix("is there already; take the letters to an empty folder\n"))
    #expect(try String(contentsOfFile: name, encoding: .utf8) == "mine")
    #expect(shell.run("outbox", "list").lines.count == 1)
  }

  @Test func `locked in, a letter goes only under exports, by a plain name`() {
    let shell = acknowledged()
    let locked = shell.run(
      "letter", "1", "acknowledgement", "--out", "/tmp/x.txt", "--locked", "--as", "amira")
    #expect(locked.status == 2)
    #expect(
      shell.run("letter", "1", "acknowledgement", "--out", "ack.txt", "--locked", "--as", "amira").status == 0
    )
    #expect(FileManager.default.fileExists(atPath: shell.data + "/exports/amira/ack.txt"))
  }

  @Test
  func `the landlord's own words take the place of ours once adopted, and an earlier letter keeps its own`()
    throws
  {
    let shell = acknowledged()
    try made()
    let file = folder + "/ack.txt"
    let words = """
      subject: Croeso
      lang: cy

      Annwyl {salutation},

      {definition}

      {handler}, {handler-contact}, {outcome}, {not-ours}
      """
    try words.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(
      shell.run("template", "adopt", "acknowledgement", file).out
        == "the template for acknowledgement is adopted; letters are written by it from now on\n")
    #expect(shell.run("letter", "1", "acknowledgement").out.contains("We have your complaint"))
    #expect(shell.run("letter", "1", "acknowledgement", "--draft").out.contains("Annwyl Siân Hussain,"))
    #expect(shell.run("verify").status == 0)
  }

  @Test func `a template that forgets what the policy asks for is refused with its clause`() throws {
    let shell = PracticeShell()
    try made()
    let file = folder + "/warning.txt"
    try "subject: x\n\nDear {salutation},\n\n{reason}\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let answer = shell.run("template", "adopt", "warning", file)
    #expect(answer.status == 1)
    #expect(
      answer.err
        == "redress: the letter has no {consequences}: word on what follows (manchester-2022, Vexatious Complaints (procedure), paragraph 3)\n"
    )
  }

  @Test func `a letter is not written for what is recorded as gone before`() {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    shell.run(
      "act", "1", "contact", "direction=out", "channel=phone", "reached=yes", "text=Rang",
      "occurred=2026-11-18", "--as", "amira")
    let answer = shell.run(
      "act", "1", "acknowledge", "definition=Damp", "outcome=Repair", "not-ours=None", "occurred=2026-11-19",
      "--json", "--as", "amira")
    #expect(answer.out.contains(#""events":["complaint.acknowledged"]"#))
  }

  @Test func `redaction takes the words of a letter with the rest`() {
    let shell = acknowledged()
    shell.now = "2026-11-20T09:10:00Z"
    shell.run("act", "1", "withdraw", "reason=Settled", "--as", "amira")
    let answer = shell.run("redact", "1", "--reason", "erasure request 7")
    #expect(answer.status == 0)
    #expect(!shell.run("letter", "1", "acknowledgement").out.contains("Damp, twice reported"))
    #expect(shell.run("verify").status == 0)
    #expect(shell.run("outbox", "list").out == "no letter waits or has left untaken\n")
  }
}
