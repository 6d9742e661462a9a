import CaseDocuments
import Clocks
import Complaints
import DeskViewModels
import Testing

/// Letters in the desk: what is owed, what leaves, what was sent, each read in its place.
@Suite struct LetterStoryTests {
  /// Case 1 with a letter confirmed by a colleague this second.
  private func withLetter() -> PracticeDesk {
    var practice = PracticeDesk.sample(100, 30, as: "sam")
    practice.queueLetter("The roofer comes on Monday.")
    return practice
  }

  @Test func `L shows a letter with the seconds it has left, then that it was sent`() {
    var practice = withLetter()
    practice.press("L")
    #expect(practice.screen().contains("Letters ─ C26-000001"))
    #expect(practice.screen().contains("leaves in 59 s"))
    #expect(practice.screen().contains("Amal Rahman, How things stand"))
    practice.now = practice.now.adding(seconds: 59)
    practice.send(.tick)
    #expect(practice.screen().contains("sent 20 Nov"))
    #expect(!practice.screen().contains("leaves in"))
  }

  @Test func `the letter the stage owes next stands first, with its day, and Enter shows how it would read`()
  {
    var practice = withLetter()
    practice.press("L")
    let rows = practice.screen().split(separator: "\n").map(String.init)
    let first = rows.first { $0.contains("response") || $0.contains("acknowledgement") } ?? ""
    #expect(first.contains("due ") && first.contains("Enter shows how it would read"))
    practice.press("<enter>")
    #expect(practice.screen().contains("Draft ─ C26-000001"))
  }

  @Test func `Enter reads the letter in its place, from the letters and from the timeline`() {
    var practice = withLetter()
    practice.press("Ljj<enter>")
    #expect(practice.screen().contains("The roofer comes on Monday."))
    #expect(practice.screen().contains(":cancel-letter stops it"))
    practice.press("<esc><esc><tab>")
    practice.press("<enter>")
    #expect(practice.screen().contains("The roofer comes on Monday."))
  }

  @Test func `a draft is read before anything is sent, and says what it lacks`() {
    var practice = PracticeDesk.sample(100, 40, as: "sam")
    practice.press(":1<enter>:letter warning<enter>")
    #expect(practice.screen().contains("A draft: nothing is sent by reading it. :warn sends it."))
    #expect(practice.screen().contains("✗ it has no reason (manchester-2022, Vexatious Complaints"))
    #expect(practice.screen().contains("PRACTICE. This is not a real letter and concerns nobody."))
  }

  @Test func `what is owed beside stands under it with its clause, and Enter shows how it would read`() {
    var practice = PracticeDesk.sample(120, 40, as: "sam")
    practice.press(":1<enter>L")
    #expect(practice.screen().contains("owed since"))
    #expect(practice.screen().contains("agree how often they hear (code-2024"))
    practice.press("j<enter>")
    #expect(practice.screen().contains("Draft ─ C26-000001 ─ update"))
  }
}
