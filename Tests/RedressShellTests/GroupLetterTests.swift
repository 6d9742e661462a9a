import Foundation
import PlainText
import Testing

@testable import RedressShell

/// A complaint of several people: one letter each, by their own way and needs.
@Suite struct GroupLetterTests {
  private func answered() -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    let steps: [[String]] = [
      ["affected", "name=Siôn Ŵyn", "address=2 Ffordd y Môr, LL57 1AA", "needs=large print"],
      ["affected", "name=محمد علی", "email=mohammad@example.org", "preferred=e-mail"],
      ["affected", "name=王小明"],
      ["contact", "direction=out", "channel=phone", "reached=yes", "text=Rang"],
      ["acknowledge", "definition=Damp in the stairwell", "outcome=Repair", "not-ours=Nothing"],
      ["point", "text=Damp"],
      ["decide", "point=1", "decision=upheld", "reasons=Late", "basis=Policy", "remedy=Gutter renewed"],
      ["learn", "text=Ring before a visit", "cause=Nobody rang", "change=Ring first"],
      ["respond", "channel=letter", "text=We are sorry for the wait."],
    ]
    for step in steps {
      let answer = shell.run(["act", "1"] + step + ["--as", "amira"])
      #expect(answer.status == 0, "\(step): \(answer.err)")
    }
    return shell
  }

  private func letters(_ shell: PracticeShell) throws -> [JSON] {
    try parseJSON(shell.run("show", "1", "--json").out)["letterTexts"]?.array ?? []
  }

  @Test func `each person affected has a letter of their own, to their address and in their form`() throws {
    let shell = answered()
    for (number, channel) in [("1", "letter"), ("2", "email"), ("3", "letter")] {
      let answer = shell.run(
        "act", "1", "answer-affected", "affected=" + number, "channel=" + channel, "--as", "amira")
      #expect(answer.status == 0, "\(answer.err)")
    }
    let sent = try letters(shell).suffix(3).map(\.self)
    #expect(
      sent.map { $0["to"]?.string } == [
        "Siôn Ŵyn\n2 Ffordd y Môr\nLL57 1AA", "محمد علی\nmohammad@example.org", "王小明",
      ])
    #expect(sent.map { $0["route"]?.string } == ["post", "email", "on-file"])
    for (letter, name) in zip(sent, ["Siôn Ŵyn", "محمد علی", "王小明"]) {
      let text = letter["text"]?.string ?? ""
      #expect(text.contains("Dear " + name + ","))
      #expect(text.contains("We are sorry for the wait.") && text.contains("Gutter renewed"))
      #expect(text.contains("- Ring before a visit. What changes: Ring first"))
      #expect(!text.contains("Siân Hussain") && !text.contains("14 Rochdale Rd"))
    }
  }

  @Test func `they are handed to the gateway one by one, in large print where that is needed`() throws {
    let shell = answered()
    shell.run("act", "1", "answer-affected", "affected=1", "channel=letter", "--as", "amira")
    shell.run("act", "1", "answer-affected", "affected=2", "channel=email", "--as", "amira")
    shell.now = "2026-11-20T09:05:00Z"
    let folder = shell.data + "/post"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let names = shell.run("outbox", "take", "--to", folder).lines.dropLast()
    #expect(names.count == 4)
    #expect(names.map { $0.split(separator: ".").last } == ["txt", "txt", "html", "eml"])
    let large = try String(contentsOfFile: folder + "/" + names[2], encoding: .utf8)
    #expect(large.contains("font: 18pt") && large.contains("Siôn Ŵyn"))
    // As a mailbox folder keeps it: a reader shows a CR as part of the subject.
    let mail = try String(contentsOfFile: folder + "/" + names[3], encoding: .utf8)
    #expect(!mail.unicodeScalars.contains("\r"))
    #expect(mail.hasPrefix("From: ") && mail.contains("\nTo: =?UTF-8?B?"))
  }

  @Test func `what is told by word of mouth needs no letter, and stopping a letter leaves the answer owed`()
    throws
  {
    let shell = answered()
    let before = try letters(shell).count
    shell.run("act", "1", "answer-affected", "affected=1", "channel=phone", "--as", "amira")
    #expect(try letters(shell).count == before)
    shell.run("act", "1", "answer-affected", "affected=2", "channel=email", "--as", "amira")
    shell.now = "2026-11-20T09:00:20Z"
    #expect(shell.run("act", "1", "cancel-letter", "reason=Wrong address", "--as", "amira").status == 0)
    let close = shell.run("act", "1", "close", "reason=done", "--as", "amira")
    #expect(close.status == 1)
    #expect(close.err.contains("محمد علی") && close.err.contains("王小明") && !close.err.contains("Siôn"))
  }

  @Test func `each has the acknowledgement of their own too, and once`() throws {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    #expect(shell.run("act", "1", "need", "adjustments=bsl", "--as", "amira").status == 0)
    shell.run(
      "act", "1", "affected", "name=Owain Tudur", "address=2 Ffordd y Môr, LL57 1AA", "needs=home visit",
      "--as", "amira")
    func write(_ letter: String) -> PracticeShell.Answer {
      shell.run(
        "act", "1", "answer-affected", "affected=1", "channel=letter", "letter=" + letter, "--as", "amira")
    }
    #expect(write("acknowledgement").err.contains("the resident has had no acknowledgement"))
    shell.run(
      "act", "1", "contact", "direction=out", "channel=phone", "reached=yes", "text=Rang", "--as", "amira")
    // No word of what is not ours: the reason it went all the same holds for each of them.
    let sent = shell.run(
      "act", "1", "acknowledge", "definition=Damp in the stairwell", "outcome=Repair", "override=in haste",
      "--as", "amira")
    #expect(sent.status == 0, "\(sent.err)")
    let own = write("acknowledgement")
    #expect(own.status == 0, "\(own.err)")
    let letter = try #require(try letters(shell).last)
    let text = letter["text"]?.string ?? ""
    #expect(letter["letter"]?.string == "acknowledgement")
    #expect(letter["to"]?.string == "Owain Tudur\n2 Ffordd y Môr\nLL57 1AA")
    #expect(text.contains("Dear Owain Tudur,") && text.contains("Damp in the stairwell"))
    #expect(text.contains("We have noted: home visit."))
    #expect(!text.contains("bsl") && !text.contains("Siân Hussain"))
    #expect(write("acknowledgement").status == 1)
    #expect(write("response").status == 1)
    #expect(shell.run("letter", "1", "acknowledgement").out.contains("Dear Siân Hussain,"))
  }

  @Test func `a complaint declined, and a next stage declined, are told to each of them`() throws {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    shell.run("act", "1", "affected", "name=Owain Tudur", "address=2 Ffordd y Môr", "--as", "amira")
    let refused = shell.run(
      "act", "1", "refuse", "reason=legal", "legal=filed", "evidence=Claim form", "discretion=Weighed",
      "told=by letter", "ombudsman=yes", "legal-contact=The legal team", "--as", "amira")
    #expect(refused.status == 0, "\(refused.err)")
    let own = shell.run(
      "act", "1", "answer-affected", "affected=1", "channel=letter", "letter=refusal", "--as", "amira")
    #expect(own.status == 0, "\(own.err)")
    let letter = try #require(try letters(shell).last)
    #expect(letter["letter"]?.string == "refusal")
    #expect(letter["text"]?.string?.contains("Dear Owain Tudur,") == true)
    #expect(letter["text"]?.string?.contains("Claim form") == true)
  }

  @Test func `the letter of the resident stays the one that letter shows`() {
    let shell = answered()
    shell.run("act", "1", "answer-affected", "affected=2", "channel=email", "--as", "amira")
    #expect(shell.run("letter", "1", "response", "--draft").out.contains("Dear Siân Hussain,"))
    #expect(shell.run("letter", "1", "response").out.contains("Dear Siân Hussain,"))
  }
}
