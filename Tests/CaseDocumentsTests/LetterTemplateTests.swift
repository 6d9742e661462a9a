import Testing

@testable import CaseDocuments

/// Letter templates: words with named blanks and nothing else to learn.
@Suite struct LetterTemplateTests {
  private func composed(_ text: String, _ values: LetterValues) throws -> String {
    let template = try #require(readTemplate(text, name: "update").0)
    let letterhead = try #require(readTemplate("\n{letter}\n", name: "letterhead").0)
    return compose(template, in: letterhead, values, practice: false).text
  }

  @Test func `a paragraph with a blank that has nothing to say is left out`() throws {
    let text = "subject: x\n\nYou hear from us by {next}.\n\nThank you.\n"
    #expect(try composed(text, LetterValues()) == "Thank you.")
    #expect(
      try composed(text, LetterValues([.next: "Monday"])) == "You hear from us by Monday.\n\nThank you.")
  }

  @Test func `a heading with nothing under it is left out`() throws {
    let text = "subject: x\n\n## Why\n\n{reason}\n\n## What now\n\nWe write again.\n"
    #expect(try composed(text, LetterValues()) == "What now\n--------\n\nWe write again.")
  }

  @Test func `a paragraph can wait for a blank it does not print, or for its absence`() throws {
    let text = "subject: x\n\n{?due} There is a date.\n\n{!due} There is none.\n"
    #expect(try composed(text, LetterValues([.due: "Monday"])) == "There is a date.")
    #expect(try composed(text, LetterValues()) == "There is none.")
  }

  @Test func `what is said of each point is said for each`() throws {
    let text = "subject: x\n\n[each point]\n## Point {number}\n\n{decision}\n[end]\n"
    var values = LetterValues()
    values.points = [[.number: "1", .decision: "upheld"], [.number: "2", .decision: "not upheld"]]
    #expect(
      try composed(text, values) == "Point 1\n-------\n\nupheld\n\nPoint 2\n-------\n\nnot upheld")
  }

  @Test func `what somebody wrote cannot make headings, braces or control characters`() throws {
    let text = "subject: x\n\n{message}\n"
    let values = LetterValues([.message: "Hello\n-----\n{due}\u{7}\u{202E}\r\nthere"])
    #expect(try composed(text, values) == "Hello\n\n{due}\nthere")
  }

  @Test(arguments: [
    "ŵyth o'r gloch, Tŷ Gwyn, Llanfairpwllgwyngyll", "محترمہ فاطمہ، آپ کی شکایت", "张伟先生的投诉 作",
  ])
  func `names and words of every script stand in the letter as they were given`(_ words: String) throws {
    #expect(
      try composed("subject: x\n\nDear {salutation},\n", LetterValues([.salutation: words]))
        == "Dear \(words),")
  }

  @Test(arguments: [
    ("Dear you\n", 1, "a letter begins with the line \"subject: …\" and a blank line"),
    ("subject: x\n\nDear {nobody},\n", 3, "there is no blank \"nobody\"; redress help letters lists them"),
    ("subject: x\n\nDear {salutation,\n", 3, "{ without }"),
    ("subject: x\n\n[each point]\n\n{point}\n", 6, "[each point] is not ended with [end]"),
    ("subject: x\ncolour: red\n\nHello\n", 2, "\"colour\" is no line of the heading; subject and lang are"),
  ])
  func `a mistake is told with its line`(_ text: String, _ line: Int, _ what: String) {
    #expect(readTemplate(text, name: "update").1.contains(TemplateMistake(line: line, what: what)))
  }

  @Test func `a stored letter can be read back into its parts`() {
    let blocks: [LetterBlock] = [
      .heading(level: 1, "Our answer"), .paragraph(["14 Rochdale Road", "M9 4AA"]),
      .heading(level: 2, "作"), .items(["one", "two"]), .paragraph(["- no list", "at all"]),
    ]
    #expect(LetterText.read(LetterText.write(blocks)) == blocks)
  }
}
