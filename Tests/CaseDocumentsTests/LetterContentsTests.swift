import Clocks
import Complaints
import SettingsFiles
import Testing

@testable import CaseDocuments

/// What each policy asks of each letter: the item missing holds the letter, by its name and clause.
@Suite struct LetterContentsTests {
  private let book = ourLetters()

  private func printed(_ letter: LetterKind) throws -> Set<LetterBlank> {
    let template = try #require(book[letter])
    let letterhead = try #require(book[name: LetterBook.letterhead])
    return template.blanks.union(letterhead.blanks)
  }

  @Test(arguments: OwedItem.all)
  func `a letter without what its policy asks for is held`(_ asked: OwedItem) throws {
    let required = shipped(asked.profile).contents(of: asked.letter, stage: asked.stage)
    let blanks = try printed(asked.letter)
    var values = everyBlankFilled()
    #expect(values.lacking(required, printed: blanks) == [])
    values.texts[LetterBlank(asked.owed.item)] = " \n"
    values.points = values.points.map { point in
      var point = point
      point[LetterBlank(asked.owed.item)] = nil
      return point
    }
    #expect(values.lacking(required, printed: blanks) == [asked.owed])
    let refusal = Refusal.work(.letterLacks(asked.owed.item, asked.owed.clause))
    let said = sentence(for: refusal, staff: StaffTable(), on: CalendarDay(number: 20_000))
    #expect(said.why.contains("the letter has no " + itemWords(asked.owed.item)))
    #expect(said.clause == asked.owed.clause.text)
  }

  @Test func `our templates have a place for everything a shipped policy asks for`() throws {
    let profiles = shippedProfileNames.map(shipped)
    for letter in LetterKind.allCases {
      let template = try #require(book[letter])
      #expect(templateGaps(template, in: book[name: LetterBook.letterhead], profiles) == [])
    }
  }

  @Test(arguments: LetterBook.names) func `our template has no mistake`(_ name: String) throws {
    let text = try #require(embeddedLetterText(name))
    #expect(readTemplate(text, name: name).1 == [])
  }

  @Test func `there is a template for every letter and none beside`() {
    #expect(Set(embeddedLetterNames) == Set(LetterBook.names))
  }

  @Test func `a template that forgets a blank is told with the policy and its clause`() throws {
    let text = "subject: We need more time\n\nDear {salutation},\n\nIt takes until {due}.\n"
    let template = try #require(readTemplate(text, name: "extension").0)
    let gaps = templateGaps(template, in: nil, [shipped("council-feedback"), shipped("medway-2022")])
    #expect(gaps.map(\.item) == [.ombudsman, .reason])
    #expect(
      gaps.map(\.clause.text) == [
        "council-feedback, Questions and answers, stage 1 response", "medway-2022 5.6.4",
      ])
  }
}
