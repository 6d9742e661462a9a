import Testing

import TextCanvas

private func theme(_ text: String, parents: [String: String] = [:]) throws(ThemeError) -> Theme {
  try parseTheme(text, named: "mine") { parents[$0] }
}

private func refusal(_ text: String, parents: [String: String] = [:]) -> String? {
  do {
    _ = try theme(text, parents: parents)
    return nil
  } catch {
    return error.sentence
  }
}

@Suite struct `A theme file` {
  @Test func `gives each role its colour, ground and weight, and the rest look like text`() throws {
    let read = try theme(
      """
      # a comment
      palette.sand = #ffd787 or yellow   # used below

      text = white on black
      overdue = sand on 52 bold underline
      met = bright-green
      """)
    #expect(
      read.look(.overdue, at: .indexed)
        == RoleLook(foreground: 222, background: 52, emphasis: [.bold, .underline]))
    #expect(
      read.look(.overdue, at: .sixteen)
        == RoleLook(foreground: 3, background: 0, emphasis: [.bold, .underline]))
    #expect(read.look(.met, at: .sixteen) == RoleLook(foreground: 10, background: 0, emphasis: []))
    #expect(read.look(.met, at: .eight) == RoleLook(foreground: 2, background: 0, emphasis: .bold))
    #expect(read.look(.dim, at: .indexed) == RoleLook(foreground: 7, background: 0, emphasis: []))
    #expect(
      read.look(.overdue, at: .none)
        == RoleLook(foreground: -1, background: -1, emphasis: [.bold, .underline, .reverse]))
  }

  @Test func `starts from the theme it inherits`() throws {
    let parents = [
      "base": "inherits = root\nmet = blue", "root": "text = white\nmet = red\npalette.ink = 17",
    ]
    let read = try theme("inherits = base\ndim = ink", parents: parents)
    #expect(read.look(.met, at: .indexed).foreground == 4)
    #expect(read.look(.text, at: .indexed).foreground == 7)
    #expect(read.look(.dim, at: .indexed).foreground == 17)
  }

  @Test(arguments: [
    ("text white", "mine.theme line 1: expected \"role = colour\""),
    ("\n\ntexxt = white", "mine.theme line 3: no role is called \"texxt\"; sample.theme lists them all"),
    (
      "text = mauve",
      "mine.theme line 1: \"mauve\" is not a colour: use a palette name, one of the sixteen names, 0 to 255, "
        + "#rrggbb or default"
    ),
    (
      "text = 256",
      "mine.theme line 1: \"256\" is not a colour: use a palette name, one of the sixteen names, 0 to 255, #rrggbb or default"
    ),
    (
      "text = red blink",
      "mine.theme line 1: did not expect \"blink\": use COLOUR on COLOUR, then bold, underline, reverse, faint or italic"
    ),
    ("text = red on", "mine.theme line 1: a colour is missing"),
    ("text = red\ntext = blue", "mine.theme line 2: \"text\" is set a second time"),
    ("met = red\ninherits = dusk", "mine.theme line 2: no theme is called \"dusk\""),
    ("inherits = mine", "mine.theme line 1: the theme inherits itself"),
    ("inherits = a", "b.theme line 1: the theme inherits itself"),
  ]) func `that cannot be read names the line and what to write`(_ text: String, _ sentence: String) {
    #expect(refusal(text, parents: ["a": "inherits = b", "b": "inherits = a"]) == sentence)
  }

  @Test func `of any bytes is read or refused, never a trap`() {
    var generator = SeededGenerator(state: 5)
    let pieces = [
      "text", "=", " on ", "#", "ffffff", "12", "or", "red", "\n", "inherits", "palette.", "bold", "é", " ",
      "\t",
    ]
    var refused = 0
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      if refusal(text) != nil { refused += 1 }
    }
    #expect(refused > 0)
  }
}

@Suite struct `Colours at fewer depths` {
  @Test func `a mixed colour becomes its nearest`() {
    #expect(Colour.mixed(red: 255, green: 175, blue: 0, fallback: nil).number(at: .indexed) == 214)
    #expect(Colour.mixed(red: 255, green: 10, blue: 10, fallback: nil).number(at: .sixteen) == 9)
    #expect(Colour.mixed(red: 28, green: 28, blue: 28, fallback: 0).number(at: .indexed) == 234)
    #expect(Colour.named(8).number(at: .eight) == 7)
    #expect(Colour.named(12).number(at: .none) == -1)
  }
}
