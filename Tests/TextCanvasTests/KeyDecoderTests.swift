import Testing

@testable import TextCanvas

/// What each key sends on the terminals we know, and what it must be read as.
private let sequences: [(bytes: String, event: KeyEvent)] = [
  ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
  ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
  ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
  ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
  ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
  ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")),
  ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
  ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
  ("\u{1B}[21~", .function(10)), ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)),
  ("\u{1B}[1;2P", .function(13)),
  ("\u{1B}[1;2A", .modified(.up, .shift)), ("\u{1B}[1;5C", .modified(.right, .control)),
  ("\u{1B}[1;3D", .modified(.left, .alt)), ("\u{1B}[1;6B", .modified(.down, [.control, .shift])),
  ("\u{1B}O5C", .modified(.right, .control)), ("\u{1B}[3;5~", .modified(.delete, .control)),
  ("\u{1B}[a", .modified(.up, .shift)), ("\u{1B}Od", .modified(.left, .control)),
  ("\u{1B}[5^", .modified(.pageUp, .control)), ("\u{1B}[3$", .modified(.delete, .shift)),
  ("\u{1B}[27;5;105~", .control("i")), ("\u{1B}[97;3u", .alt("a")),
  ("\u{1B}[I", .focus(true)), ("\u{1B}[O", .focus(false)),
  (
    "\u{1B}[<0;251;7M",
    .mouse(MouseEvent(kind: .press(button: 0), point: Point(column: 250, row: 6)))
  ),
  ("\u{1B}[<65;1;1M", .mouse(MouseEvent(kind: .wheelDown, point: Point(column: 0, row: 0)))),
  (
    "\u{1B}[M !!",
    .mouse(MouseEvent(kind: .press(button: 0), point: Point(column: 0, row: 0)))
  ),
  ("\u{1B}x", .alt("x")), ("\u{1B}ŵ", .alt("ŵ")), ("\u{1B}\r", .modified(.enter, .alt)),
  ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{4}", .control("d")),
  ("\u{0}", .control(" ")), ("\u{1F}", .control("_")), ("a", .character("a")),
  ("ŵ", .character("ŵ")), ("漢", .character("漢")), ("🙂", .character("🙂")),
]

@Suite struct `Keys arriving from a terminal` {
  @Test func `every sequence we know is one key`() {
    for (text, event) in sequences {
      var decoder = KeyDecoder()
      #expect(decoder.feed(Array(text.utf8)) == [event], "\(Array(text.utf8))")
      #expect(!decoder.isPending)
    }
  }

  @Test func `a key cut anywhere, with quiet times between, is still that key`() {
    for (text, event) in sequences {
      let bytes = Array(text.utf8)
      for cut in bytes.indices.dropFirst() {
        for quiet in 0...2 {
          // Esc and a plain letter far apart are two keys, and nothing can tell them from Alt.
          if quiet > 0, cut == 1, bytes[0] == 0x1B, bytes[1] != 0x5B, bytes[1] != 0x4F { continue }
          // The number pad is not recognised behind an Esc given out before.
          if quiet > 0, cut == 1, bytes[1] == 0x4F, !isCursorOrFunction(bytes[2]) { continue }
          var decoder = KeyDecoder()
          var events = decoder.feed(Array(bytes[..<cut]))
          for _ in 0..<quiet { events += decoder.flushPending() }
          events += decoder.feed(Array(bytes[cut...]))
          #expect(
            events == (quiet > 0 && cut == 1 && bytes[0] == 0x1B ? [.escape, event] : [event]),
            "\(bytes) \(cut)")
        }
      }
    }
  }

  @Test func `a cursor key that trickles in byte by byte never becomes a letter`() {
    var decoder = KeyDecoder()
    var events = decoder.feed([0x1B])
    events += decoder.flushPending()
    events += decoder.feed([0x5B])
    events += decoder.flushPending()
    events += decoder.flushPending()
    events += decoder.feed([0x42])
    #expect(events == [.escape, .down])
  }

  @Test func `Esc alone waits for one quiet time`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.isPending)
    #expect(decoder.flushPending() == [.escape])
    for _ in 0..<10 { #expect(decoder.flushPending() == []) }
    #expect(!decoder.isPending)
    #expect(decoder.feed(Array("[".utf8)) == [.character("[")])
  }

  @Test func `a bracket typed after Esc comes out when nothing follows`() {
    var decoder = KeyDecoder()
    var events = decoder.feed([0x1B])
    events += decoder.flushPending()
    events += decoder.feed([0x5B])
    for _ in 0..<10 { events += decoder.flushPending() }
    #expect(events == [.escape, .character("[")])
    #expect(decoder.feed(Array("Ow".utf8)) == [.character("O"), .character("w")])
  }

  @Test func `Esc and then Owen are read as typed`() {
    var decoder = KeyDecoder()
    var events = decoder.feed([0x1B])
    events += decoder.flushPending()
    events += decoder.feed(Array("Owen".utf8))
    #expect(events == [.escape, .character("O"), .character("w"), .character("e"), .character("n")])
  }

  @Test func `bytes that are not UTF-8 become the replacement character`() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, 0x41]).compactMap(\.typed)
        == Array("\u{FFFD}(\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A"))
  }

  @Test func `replies and strings from the terminal are not keys`() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed(Array("\u{1B}]11;rgb:ff/ff/ff\u{7}\u{1B}P1$r0m\u{1B}\\\u{1B}[?2026;1$yj".utf8)) == [
        .character("j")
      ])
  }

  @Test func `a paste is one event and never a command`() {
    var decoder = KeyDecoder()
    let text = "line one\r\nq quits? no\u{1B}[31mred\u{1B}]0;title\u{7}\u{9B}1\u{0}\tŵ"
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~j".utf8)
    let expected: [KeyEvent] = [.paste("line one\nq quits? nored1\tŵ"), .character("j")]
    #expect(decoder.feed(bytes) == expected)
    for cut in bytes.indices.dropFirst() where cut > 1 {
      var events = decoder.feed(Array(bytes[..<cut]))
      for _ in 0..<12 { if decoder.isPasting { events += decoder.flushPending() } }
      events += decoder.feed(Array(bytes[cut...]))
      #expect(events == expected, "\(cut)")
    }
  }

  @Test func `a paste whose end is lost can be ended`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~abc\u{1B}[20".utf8)) == [])
    #expect(decoder.isPasting && !decoder.isPending)
    #expect(decoder.abandonPaste() == [.paste("abc")])
    #expect(decoder.feed(Array("j".utf8)) == [.character("j")])
  }
}

private func isCursorOrFunction(_ byte: UInt8) -> Bool {
  "ABCDHFPQRSM".utf8.contains(byte)
}

extension KeyEvent {
  fileprivate var typed: Character? {
    if case .character(let character) = self { character } else { nil }
  }
}
