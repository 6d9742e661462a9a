import PlainText
import Testing

@Suite struct `Finding without accents and case` {
  @Test(arguments: [
    ("Siân", "sian"), ("DŴR", "dwr"), ("ŷ", "y"), ("Łukasz Żółć", "lukasz zolc"),
    ("Ștefan Țurcanu", "stefan turcanu"),
    ("Nguyễn Thị Hương", "nguyen thi huong"), ("Siân", "sian"), ("e\u{302}\u{301}", "e"),
    ("Straße", "strasse"),
    ("Ægir Þór Ørsted", "aegir thor orsted"), ("O’Sullivan", "o'sullivan"), ("Jones–Hart", "jones-hart"),
    ("Ёлка ÉTÉ", "ёлка ete"), ("Ἀθήνα", "ἀθήνα"), ("作 محمد", "作 محمد"), ("🏠 M13 9PL", "🏠 m13 9pl"),
    ("3×4", "3×4"),
    ("", ""), ("[\\]^_`{@Z", "[\\]^_`{@z"), ("ǅ ﬁ", "dz ﬁ"),
  ])
  func `folded`(_ text: String, _ folded: String) {
    #expect(fold(text) == Array(folded.utf8))
  }

  @Test func `every accented Latin letter folds as its canonical decomposition does`() throws {
    // A precomposed letter equals its letter and mark to Swift; both must fold alike.
    for base in "aeiouyncszlrtgdw" {
      for mark in [
        "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{308}", "\u{30C}", "\u{323}", "\u{327}",
      ] {
        let decomposed = String(base) + mark
        #expect(fold(decomposed) == Array(String(base).utf8))
      }
    }
    #expect(fold("ẁẃẅỳŵŷâêîôûáéíóúàèìòùäëïöü") == Array("wwwywyaeiouaeiouaeiouaeiou".utf8))
  }

  @Test func `bytes that are not UTF-8 fold to the replacement character and do not stop the rest`() {
    var folded: [UInt8] = []
    let bytes: [UInt8] = [0x41, 0xFF, 0xE2, 0x42]
    appendFolded(bytes.span, to: &folded)
    #expect(String(decoding: folded, as: UTF8.self) == "a\u{FFFD}\u{FFFD}b")
  }
}
