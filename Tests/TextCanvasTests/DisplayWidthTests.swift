import TextCanvas
import Testing

@Suite struct `The width of what residents are called and write` {
  @Test(arguments: [
    ("Siân Ŵyn Dŵr", 12), ("Świętosława Żółć", 16), ("اردو", 4), ("漢字 太郎", 9), ("ｱｲｳ", 3), ("ＡＢ", 4),
    ("e\u{301}a\u{308}", 2), ("שָׁלוֹם", 4), ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("नमस्ते", 4),
    ("🙂", 2), ("👩🏽‍🚒", 2), ("👨‍👩‍👧‍👦", 2), ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2), ("🇬🇧", 2), ("⚠️", 1), ("❤️‍🔥", 1), ("1️⃣", 1), ("🏽", 2),
    ("\u{1B}[31m", 5), ("a\u{0}b", 3), ("\u{202E}abc", 4), ("\u{301}", 1), ("\u{200B}", 0), ("\u{FEFF}x", 1),
    ("soft\u{AD}hyphen", 10), ("│─┌", 3), ("…", 1), ("£50 – €60", 9), ("", 0),
  ]) func `is counted in columns`(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test func `is what drawing takes, for all of the first planes and a sample of the rest`() {
    var wrong: [UInt32] = []
    for value in Array(UInt32(0)..<0x3100) + stride(from: 0x3100, through: 0x10FFFF, by: 31) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(Character(scalar)) + "b"
      var grid = TextGrid(columns: 8, rows: 1)
      let used = grid.put(text, at: Point(column: 0, row: 0))
      if used != displayWidth(text) || grid[Point(column: used - 1, row: 0)]?.base != "b" {
        wrong.append(value)
      }
      if let drawn = grid[Point(column: 1, row: 0)]?.base.value, drawn < 0x20 || (0x7F..<0xA0).contains(drawn)
      {
        wrong.append(value)
      }
    }
    #expect(wrong == [])
  }
}

@Suite struct `Text cut to fit` {
  @Test(arguments: [
    ("Leak in the kitchen", 10, "Leak in t…"), ("Leak", 4, "Leak"), ("Leak", 3, "Le…"), ("Leak", 1, "…"),
    ("Leak", 0, ""), ("漢字太郎", 8, "漢字太郎"), ("漢字太郎", 7, "漢字太…"), ("漢字太郎", 6, "漢字…"),
    ("Zoe\u{308} Z", 4, "Zoe\u{308}…"), ("👩🏽‍🚒👩🏽‍🚒", 3, "👩🏽‍🚒…"),
  ]) func `ends in an ellipsis and never in half a character`(_ text: String, _ columns: Int, _ cut: String) {
    #expect(truncate(text, to: columns) == cut)
    #expect(displayWidth(cut) <= columns)
  }

  @Test func `is padded to a column of a table`() {
    #expect(fitted("Siân", to: 6) == "Siân  ")
    #expect(fitted("漢字太郎", to: 6) == "漢字… ")
  }
}

@Suite struct `Text in lines` {
  @Test func `breaks between words and keeps paragraphs and indents`() {
    #expect(
      wrap("The boiler has been out since Tuesday.\n\n  Two visits\tmissed.", columns: 16)
        == ["The boiler has", "been out since", "Tuesday.", "", "  Two visits", "missed."])
  }

  @Test func `breaks inside a word only when it must`() {
    #expect(
      wrap("see https://example.org/long/path now", columns: 12) == [
        "see", "https://exam", "ple.org/long", "/path now",
      ])
    #expect(wrap("漢字太郎漢字", columns: 5) == ["漢字", "太郎", "漢字"])
    #expect(wrap("漢a", columns: 1) == ["漢", "a"])
    #expect(wrap("", columns: 10) == [""])
  }

  @Test(arguments: [1, 2, 3, 7, 20, 80]) func `loses nothing and never runs over`(_ columns: Int) {
    let text =
      "Mrs Świętosława Żółć of 14 Rochdale Rd wrote 三 times: \u{1B}[31m\u{202E}damp, mould 👩🏽‍🚒 and no  answer\r\nat all"
    let lines = wrap(text, columns: columns)
    for line in lines where columns > 1 { #expect(displayWidth(line) <= columns) }
    let blanks: Set<Character> = [" ", "\t", "\n", "\r\n"]
    #expect(lines.joined().filter { !blanks.contains($0) } == text.filter { !blanks.contains($0) })
  }
}
