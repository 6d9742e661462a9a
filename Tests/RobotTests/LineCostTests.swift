import Foundation
import Testing

/// Over a slow line every byte is waited for: what a key costs is held here, so that it does not creep up.
@Suite(.serialized, .timeLimit(.minutes(3))) struct `What the desk sends` {
  /// An office with more cases than a screen has lines, with long texts, and the desk open on them.
  private static func desk(_ columns: UInt16, _ rows: UInt16) throws -> OwnTerminal {
    let office = try PracticeOffice()
    let contacts = (1...70).map { number in
      #"{"channel":"phone","received":"2026-01-\#(number % 20 + 10)","kind":"complaint","person":{"name":"Siân"#
        + #" Hughes","needs":["large print"]},"property":{"address":"\#(number) Canal Row"},"#
        + #""narrative":"Water through the ceiling every time it rains, and nobody has called in \#(number) days."}"#
    }
    try office.must(["intake"], as: "anna", input: contacts.joined(separator: "\n"))
    let terminal = try OwnTerminal(
      columns, rows, ["--data", office.data, "--as", "anna"], in: office.room)
    #expect(terminal.settles(on: "Queue"))
    terminal.type("3")
    #expect(terminal.settles(on: "Unassigned"))
    return terminal
  }

  @Test(arguments: [(200, 50), (120, 40), (80, 24)] as [(UInt16, UInt16)])
  func `a line up or down is one write of at most four hundred bytes`(_ columns: UInt16, _ rows: UInt16)
    throws
  {
    let terminal = try Self.desk(columns, rows)
    for key in ["j", "j", "j", "k", "j", "k"] {
      let before = terminal.writes
      terminal.type(key)
      let sent = try #require(terminal.next(milliseconds: 20_000))
      let writes = terminal.writes - before
      #expect(sent.utf8.count <= 400, "\(sent.debugDescription)")
      #expect(writes == 1)
      // Then the case follows beside it, once.
      #expect(columns < 80 || terminal.next(milliseconds: 20_000) != nil)
      while terminal.next(milliseconds: 200) != nil {}
    }
  }

  @Test func `while nobody types, nothing is sent`() throws {
    let terminal = try Self.desk(200, 50)
    let before = terminal.writes
    #expect(terminal.next(milliseconds: 3_000) == nil)
    #expect(terminal.writes == before)
  }
}
