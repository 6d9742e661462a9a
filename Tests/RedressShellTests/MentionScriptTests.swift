import PlainText
import Testing

/// Subject access reaches what was written about a person in other people's cases, those others masked.
@Suite struct `Mentions of a person in others' cases` {
  func contact(_ name: String, _ phone: String, _ home: String, _ said: String) -> String {
    "{\"channel\":\"phone\",\"received\":\"2026-11-12\",\"kind\":\"complaint\",\"narrative\":\"\(said)\","
      + "\"person\":{\"name\":\"\(name)\",\"phone\":\"\(phone)\"},\"property\":{\"address\":\"\(home)\","
      + "\"postcode\":\"M9 4AA\",\"uprn\":\"\(phone.suffix(3))70123\"}}\n"
  }

  /// Siân Hughes, her neighbour José Núñez, and a namesake.
  func shell() -> PracticeShell {
    let shell = PracticeShell()
    shell.run(
      "intake",
      input: contact("Siân Hughes", "0161 496 0123", "14 Rochdale Road", "Damp")
        + contact(
          "José Núñez", "0161 496 0999", "16 Rochdale Road", "José Núñez says Mrs SIAN  Hughes shouts")
        + contact("Bob Hughes", "0161 496 0555", "3 Acacia Avenue", "Sian is not here, says Hughes"))
    return shell
  }

  func rows(_ shell: PracticeShell) -> [String] {
    csvRows(shell.run("export", "person", "P000001").out).compactMap { row in
      let reference = row["ref"] ?? ""
      guard reference != "C26-000001" else { return nil }
      return reference + " " + (row["field"] ?? "") + ": " + (row["value"] ?? "")
    }
  }

  @Test func `a name is found whatever its case and accents, and half a name is nobody's`() {
    #expect(rows(shell()) == ["C26-000002 narrative: (withheld) says Mrs SIAN  Hughes shouts"])
  }

  @Test func `a number is found however it is written, and the number of the home`() {
    let shell = shell()
    shell.run("act", "3", "note", "text=Rang on 12 May 2026 +44 161 4960123 about 16 Rochdale Road")
    shell.run("act", "3", "note", "text=Seen at 12370123")
    shell.run("act", "3", "note", "text=Rang 0161 496 01234 and 0161 496 012")
    let found = rows(shell).filter { $0.hasPrefix("C26-000003") }
    #expect(
      found == [
        "C26-000003 text: Rang on 12 May 2026 +44 161 4960123 about 16 Rochdale Road",
        "C26-000003 text: Seen at 12370123",
      ])
  }

  @Test func `who is affected in another's complaint gets all that is recorded of them there`() {
    let shell = shell()
    shell.run("act", "2", "affected", "name=Siân Hughes", "address=14 Rochdale Road", "needs=stairs")
    shell.run("act", "2", "affected", "name=Owain Tudur", "address=18 Rochdale Road")
    shell.run("act", "2", "note", "text=Owain Tudur and Siân Hughes rang José at 0161 496 0999")
    #expect(
      rows(shell).dropFirst() == [
        "C26-000002 affected: 1", "C26-000002 name: Siân Hughes", "C26-000002 address: 14 Rochdale Road",
        "C26-000002 needs: stairs",
        "C26-000002 text: (withheld) and Siân Hughes rang (withheld) at (withheld)",
      ])
  }

  @Test func `a case kept from whoever answers is not looked through, and that is said`() throws {
    let shell = shell()
    shell.run("act", "2", "sensitive", "part=case", "roles=director", "reason=about a colleague")
    let answer = shell.run("export", "person", "P000001", "--json")
    #expect(!answer.out.contains("mentions"))
    #expect(answer.err.contains("1 case is not for your role, or your own, and not looked through"))
  }

  @Test func `a program reads each case with the lines that mention the person`() throws {
    let lines = shell().run("export", "person", "P000001", "--json").lines
    let mentions = try parseJSON(try #require(lines.last))
    #expect(mentions["case"]?.string == "C26-000002")
    let first = try #require(mentions["mentions"]?.array?.first)
    #expect(first["kind"]?.string == "contact.received")
    #expect(first["values"]?["narrative"]?.string == "(withheld) says Mrs SIAN  Hughes shouts")
    #expect(lines.filter { $0.contains("\"mentions\"") }.count == 1)
  }
}
