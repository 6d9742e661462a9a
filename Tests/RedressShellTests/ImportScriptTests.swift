import Foundation
import Testing

@Suite struct `Importing a file of another system` {
  static let csv = """
    sourceRef,received,channel,narrative,person.name
    A1,2026-11-02,phone,"Leak, third time",Siân Hussain
    A2,2026-11-03,fax,Lift out,
    A3,03/11/2026,phone,Rent letter,
    A4,2026-11-05,email,"Gutter,
    two storeys up",José Núñez

    """

  private func file(_ text: String, in shell: PracticeShell) throws -> String {
    let path = shell.data + "/rows.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func `every row is a case or a named refusal, and a second run adds nothing`() throws {
    let shell = PracticeShell()
    let path = try file(Self.csv, in: shell)
    let rehearsal = shell.run("import", path, "--dry-run")
    #expect(
      rehearsal.lines.last == "dry run, nothing recorded; rows 4: added 2, already present 0, refused 2")
    #expect(shell.run("list").status == 1)
    let first = shell.run("import", path)
    #expect(first.lines.last == "rows 4: added 2, already present 0, refused 2")
    #expect(
      first.lines.first?.hasPrefix("line 3, column 3 (channel): \"fax\" is not among the words for channel; ")
        == true)
    #expect(first.status == 1)
    #expect(shell.run("import", path).lines.last == "rows 4: added 0, already present 2, refused 2")
    #expect(shell.run("list").lines.count == 2)
  }

  @Test func `a reference with other content is refused, naming the first case`() throws {
    let shell = PracticeShell()
    shell.run("import", try file(Self.csv, in: shell))
    let changed = try file(Self.csv.replacing("third time", with: "fourth time"), in: shell)
    let answer = shell.run("import", changed)
    #expect(
      answer.lines.first
        == "line 2: A1 is already C26-000001 with other content; correct that case, or give the row its own reference"
    )
    #expect(answer.lines.last == "rows 4: added 0, already present 1, refused 3")
  }
}
