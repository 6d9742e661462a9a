import TextCanvas
import Testing

@Suite struct `Copying to the person's own terminal` {
  @Test(arguments: [
    ("", ""), ("C", "Qw=="), ("C2", "QzI="), ("C26", "QzI2"), ("C26-000042", "QzI2LTAwMDA0Mg=="),
    ("ŵ漢", "xbXmvKI="),
  ]) func `sends the text encoded, so that nothing in it can be a command`(_ text: String, _ encoded: String)
  {
    #expect(clipboardSequence(text) == Array("\u{1B}]52;c;\(encoded)\u{7}".utf8))
  }

  @Test func `is refused beyond what terminals take`() {
    #expect(clipboardSequence(String(repeating: "x", count: 8192)) != nil)
    #expect(clipboardSequence(String(repeating: "x", count: 8193)) == nil)
  }
}
