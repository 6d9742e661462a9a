import Glibc
import Testing
import TextCanvas

@testable import NcursesTerminal

private func options(_ pty: PseudoTerminal, name: String = "xterm-256color") -> TerminalOptions {
  var options = TerminalOptions(terminalName: name, mouse: true)
  options.input = pty.program
  options.output = pty.program
  return options
}

/// One at a time: ncurses and signals belong to the whole process.
@Suite(.serialized) struct `The terminal while the desk is on it` {
  @Test func `is raw while the desk is up and as it was afterwards`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    #expect(pty.isCooked)
    var session = try TerminalSession(options(pty))
    #expect(!pty.isCooked)
    let start = pty.received()
    #expect(
      start.contains("\u{1B}[?1049h") && start.contains("\u{1B}[?2004h") && start.contains("\u{1B}[?1006h"))
    #expect(session.size == Size(columns: 80, rows: 24))
    #expect(session.depth == .indexed)
    session.restore()
    session.restore()
    let end = pty.received()
    #expect(end.contains("\u{1B}[?2004l") && end.contains("\u{1B}[?1006l") && end.contains("\u{1B}[?1000l"))
    #expect(end.contains("\u{1B}[?25h") && end.contains("\u{1B}[?1049l"))
    #expect(pty.isCooked)
  }

  @Test func `is given back when the session is dropped`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    do {
      let session = try TerminalSession(options(pty))
      #expect(session.size.rows == 24)
    }
    #expect(pty.isCooked)
    #expect(pty.received().contains("\u{1B}[?1049l"))
  }

  @Test func `gets only the rows that changed, the cursor last`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    var grid = TextGrid(size: session.size)
    for row in 0..<24 { grid.put("row number \(row)", at: Point(column: 2, row: row)) }
    session.show(grid, theme: .plain)
    #expect(pty.received().contains("row number 23"))
    session.show(grid, theme: .plain)
    #expect(pty.received() == "")
    grid.put("changed", at: Point(column: 2, row: 7))
    grid.cursor = Point(column: 4, row: 9)
    session.show(grid, theme: .plain)
    let bytes = pty.received()
    #expect(bytes.contains("changed") && !bytes.contains("row number"))
    #expect(
      bytes.hasSuffix("\u{1B}[10;5H\u{1B}[?12l\u{1B}[?25h") || bytes.hasSuffix("\u{1B}[10;5H"),
      "\(bytes.debugDescription)")
    #expect(bytes.utf8.count < 60)
  }

  @Test func `a line up or down is cheap, and a list that scrolls is not sent again`() throws {
    let pty = PseudoTerminal(columns: 200, rows: 50)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    func frame(from top: Int) -> TextGrid {
      var grid = TextGrid(size: session.size)
      for row in 0..<50 {
        grid.put(
          "C26-\(100_000 + top + row) \(String(repeating: "leak ", count: 30))\(top + row)",
          at: Point(column: 0, row: row))
      }
      return grid
    }
    session.show(frame(from: 0), theme: .plain)
    _ = pty.received()
    session.show(frame(from: 1), theme: .plain)
    #expect(pty.received().utf8.count < 400)
  }

  @Test func `no control byte of a resident's text reaches it, and columns stay straight`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    let nasty = [
      "\u{1B}]0;owned\u{7}", "\u{1B}[2J\u{1B}[31mred", "a\u{0}b\u{8}c\u{7F}d\r\n", "\u{9B}31m\u{90}x\u{9C}",
      "\u{202E}txt.exe", "\u{2066}x\u{2069}",
      "Z\u{35F}\u{32E}\u{330}\u{345}a\u{321}l\u{334}g\u{335}o\u{336}", "👩🏽‍🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿🇬🇧⚠️", "\u{FFFF}\u{10FFFF}\u{378}",
      "漢字太郎", "\u{301}",
    ]
    var grid = TextGrid(size: session.size)
    for (row, text) in nasty.enumerated() {
      grid.put(text, at: Point(column: 0, row: row), limit: 20)
      grid.put("|", at: Point(column: 20, row: row))
    }
    _ = pty.received()
    session.show(grid, theme: .plain)
    let bytes = pty.received()
    #expect(!bytes.contains("\u{7}") && !bytes.contains("\u{1B}]0") && !bytes.contains("\u{1B}[31m"))
    #expect(
      !bytes.unicodeScalars.contains {
        (0x80..<0xA0).contains($0.value) || $0.value == 0x202E || $0.value == 0x2066
      })
    #expect(bytes.contains("␛]0;owned␇"))
    #expect(bytes.count { $0 == "|" } == nasty.count)
  }

  @Test func `bytes arrive as they were typed`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    pty.type([0x03, 0x13, 0x1A, 0x0D, 0xC5, 0xB5, 0x1B, 0x5B, 0x42])
    #expect(session.wait(milliseconds: 5000).input)
    #expect(session.read() == [0x03, 0x13, 0x1A, 0x0D, 0xC5, 0xB5, 0x1B, 0x5B, 0x42])
    #expect(session.wait(milliseconds: 0).isNothing)
    #expect(session.read() == [])
  }

  @Test func `another size is taken up, and everything is drawn again`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    session.show(TextGrid(size: session.size), theme: .plain)
    for (columns, rows) in [(40, 12), (1, 1), (500, 200), (120, 30)] {
      pty.resize(columns: UInt16(columns), rows: UInt16(rows))
      kill(getpid(), SIGWINCH)
      #expect(session.wait(milliseconds: 5000).signals)
      #expect(session.takeSignals() == [.resized])
      #expect(session.size == Size(columns: columns, rows: rows))
      var grid = TextGrid(size: session.size)
      grid.put("#", at: Point(column: columns - 1, row: rows - 1))
      if rows > 1 { grid.put("漢", at: Point(column: columns - 1, row: 0)) }
      _ = pty.received()
      session.show(grid, theme: .plain)
      #expect(pty.received().contains("#"))
    }
  }

  @Test func `signals wake the wait and are told once`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    for (number, signal) in [
      (SIGTERM, TerminalSignal.terminate), (SIGHUP, .hangUp), (SIGTSTP, .suspend), (SIGINT, .terminate),
    ] {
      kill(getpid(), number)
      #expect(session.wait(milliseconds: 5000).signals)
      #expect(session.takeSignals() == [signal])
      #expect(session.takeSignals() == [])
    }
  }

  @Test func `an editor gets it as it was, and the desk takes it again`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    var grid = TextGrid(size: session.size)
    grid.put("the queue", at: Point(column: 0, row: 0))
    session.show(grid, theme: .plain)
    _ = pty.received()
    session.suspend()
    #expect(pty.isCooked)
    #expect(pty.received().contains("\u{1B}[?2004l"))
    session.resume()
    #expect(!pty.isCooked)
    session.show(grid, theme: .plain)
    let bytes = pty.received()
    #expect(bytes.contains("the queue") && bytes.contains("\u{1B}[?2004h"))
  }

  @Test func `a PuTTY of a system that does not know it by name is what it says it is like`() {
    #expect(terminalNames(for: "putty") == ["putty", "xterm-256color", "vt100"])
    #expect(terminalNames(for: "putty-256color").contains("xterm-256color"))
    #expect(terminalNames(for: "vt220") == ["vt220", "vt100"])
  }

  @Test func `no change of attributes switches character sets, which nothing drawn here uses`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty))
    defer { session.restore() }
    var grid = TextGrid(size: session.size)
    for row in 0..<24 { grid.put("row", at: Point(column: row, row: row), role: row % 2 == 0 ? .key : .text) }
    _ = pty.received()
    session.show(grid, theme: .plain)
    let bytes = pty.received()
    #expect(bytes.contains("row") && !bytes.contains("\u{1B}(B"))
  }

  @Test func `that is unknown is treated as the nearest known one, and a dumb one refused`() throws {
    let pty = PseudoTerminal(columns: 80, rows: 24)
    var session = try TerminalSession(options(pty, name: "xterm-of-next-year"))
    #expect(session.terminalName == "xterm-256color")
    session.restore()
    var plain = try TerminalSession(options(pty, name: ""))
    #expect(plain.terminalName == "vt100" && plain.depth == ColourDepth.none)
    plain.restore()
    #expect(throws: TerminalFailure.unusableTerminal("dumb")) {
      _ = try TerminalSession(options(pty, name: "dumb"))
    }
    var nowhere = options(pty)
    // unsafe: the path is a C string that lives for the call.
    nowhere.input = unsafe open("/dev/null", O_RDONLY)
    defer { close(nowhere.input) }
    #expect(throws: TerminalFailure.notATerminal) { _ = try TerminalSession(nowhere) }
  }
}
