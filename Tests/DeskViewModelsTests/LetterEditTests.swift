import Complaints
import DeskViewModels
import Testing

/// A letter is seen as it would go, and its words may be changed, before it is confirmed.
@Suite struct `The letter of a sheet` {
  /// The acknowledgement of case 2, filled in, its letter opened.
  private func acknowledging(_ columns: Int = 120, _ rows: Int = 50) -> PracticeDesk {
    var practice = PracticeDesk.sample(columns, rows, as: "patel")
    practice.press(":2<enter>a")
    practice.press("Damp in the bedroom, reported in May<tab>A dry bedroom<tab>Nothing<ctrl-o>")
    return practice
  }

  private func words(_ practice: PracticeDesk) -> LetterWords? {
    for case .perform(let request) in practice.effects.reversed() { return request.letter }
    return nil
  }

  @Test(arguments: goldenSizes) func `stands under the fields as it would go`(_ columns: Int, _ rows: Int)
    throws
  {
    try expectGolden(acknowledging(columns, rows), "sheet-letter")
  }

  @Test func `is composed from the fields and read from its beginning`() {
    let screen = acknowledging().screen()
    #expect(screen.contains("The letter as it goes"))
    #expect(screen.contains("Test Homes"))
  }

  @Test func `left as it is, is composed anew when it is confirmed`() {
    var practice = acknowledging()
    practice.press("<ctrl-s>")
    #expect(words(practice) == LetterWords())
    #expect(practice.file(2).current?.acknowledged != nil)
  }

  @Test func `changed, is what goes`() throws {
    var practice = acknowledging()
    practice.paste("Dear both,\n")
    practice.press("<ctrl-s>")
    let sent = try #require(words(practice)?.text)
    #expect(sent.hasPrefix("Dear both,\n"))
    #expect(sent.contains("Damp in the bedroom, reported in May"))
  }

  @Test func `is written in one's own editor where one likes`() throws {
    var practice = acknowledging()
    practice.press("<ctrl-x>")
    guard case .edit(let text)? = practice.effects.last else {
      Issue.record("no editor was asked for")
      return
    }
    #expect(text.contains("Damp in the bedroom, reported in May"))
    practice.send(.edited(text + "\n\nWith kind regards"))
    practice.press("<ctrl-s>")
    #expect(words(practice)?.text.hasSuffix("With kind regards") == true)
  }

  @Test func `changed, is there again after a loss`() throws {
    var practice = acknowledging()
    practice.paste("Dear both,\n")
    var left: SheetDraft?
    for case .saveDraft(let draft) in practice.effects { left = draft }
    var next = PracticeDesk.sample(120, 50, as: "patel")
    next.send(.draftsFound([try #require(left)]))
    next.press(":2<enter>a")
    #expect(next.screen().contains("›The letter as it goes"))
    next.press("<ctrl-s>")
    #expect(words(next)?.text.hasPrefix("Dear both,\n") == true)
  }

  @Test func `what stands in the way of the step is said in its place`() {
    var practice = PracticeDesk.sample(120, 50, as: "patel")
    practice.press(":2<enter>a<ctrl-o>")
    #expect(practice.screen().contains("✗"))
    #expect(!practice.screen().contains("The letter as it goes"))
  }

  @Test func `a step that writes to nobody says so`() {
    var practice = PracticeDesk.sample()
    practice.press("o<ctrl-o>")
    #expect(practice.screen().contains("No letter goes by this step"))
  }
}
