import Complaints
import Testing

@testable import CaseDocuments

/// Letters as pages: escaped, in reading order, with their language.
@Suite struct LetterPageTests {
  private func page(_ text: String, _ form: LetterForm = .plain) -> String {
    letterHTML(text, title: "Title <1>", language: "en-GB", form: form)
  }

  @Test func `every blank is escaped`() {
    let shown = page("Dear <script>alert('x')</script> & \"Co\",")
    #expect(
      shown.contains(
        "<p dir=\"auto\">Dear &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;,</p>"))
    #expect(!shown.contains("<script>"))
    #expect(shown.contains("<title>Title &lt;1&gt;</title>"))
  }

  @Test func `a screen reader finds the language, one main part, headings and lists, and no table`() {
    let shown = page("We have it\n==========\n\nWhy\n---\n\n- one\n- two")
    #expect(shown.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"))
    #expect(shown.contains("<h1 dir=\"auto\">We have it</h1>"))
    #expect(shown.contains("<h2 dir=\"auto\">Why</h2>"))
    #expect(shown.contains("<ul>\n<li dir=\"auto\">one</li>\n<li dir=\"auto\">two</li>\n</ul>"))
    #expect(!shown.contains("<table"))
    #expect(shown.split(separator: "<main>").count == 2)
  }

  @Test func `large print is eighteen point`() {
    #expect(page("x", .largePrint).contains("font: 18pt"))
    #expect(page("x").contains("font: 12pt"))
  }

  @Test func `under an Urdu name an English address keeps its own order, at the same edge`() {
    let shown = page("محمد علی خان\n3, Moss Street\nM9 1AA")
    #expect(
      shown.contains("<p><bdi>محمد علی خان</bdi><br>\n<bdi>3, Moss Street</bdi><br>\n<bdi>M9 1AA</bdi></p>"))
    #expect(page("چھت سے پانی\nٹپکتا ہے").contains("<p dir=\"auto\">چھت سے پانی<br>"))
  }

  @Test func `lines of an address stay lines`() {
    #expect(page("14 Rochdale Road\nM9 4AA").contains("14 Rochdale Road<br>\nM9 4AA"))
  }

  @Test(arguments: LetterBook.names) func `a template holds no raw mark-up of its own`(_ name: String) {
    let book = ourLetters()
    guard let template = book[name: name] else { return }
    let letter = compose(template, in: template, everyBlankFilled(), practice: true)
    #expect(letter.blocks.first == .paragraph([practiceLetterBanner]))
    #expect(!letter.text.contains("{"))
    #expect(!letter.text.contains("<"))
  }

  @Test func `words are wrapped for a printer, and a long word is left whole`() {
    let long = String(repeating: "x", count: 90)
    #expect(LetterText.wrapped("one two \(long) three", columns: 10) == ["one two", long, "three"])
    #expect(LetterText.wrapped("- one two three", columns: 10) == ["- one two", "  three"])
  }
}
