import Complaints
import DeskViewModels
import Testing

/// What a policy has words for is put before the person, not asked from memory.
@Suite struct `Words of the policy in a sheet` {
  @Test func `each criterion of management escalation is a question, what the record shows answered`() {
    var practice = PracticeDesk.sample(96, 44, as: "hana")
    practice.list("dana", "Dana Price", [.director])
    practice.press(":1<enter>:escalate-management<enter>")
    let screen = practice.screen()
    for key in ["contractor-failure", "vulnerable", "households", "risk"] { #expect(screen.contains(key)) }
    #expect(practice.row(of: "[yes]").contains("vulnerable"))
    practice.press("y<ctrl-s>")
    #expect(
      practice.file(1).further.raised.first?.raised.criteria == ["contractor-failure", "vulnerable"],
      "two of four send it up at once (manchester-2022, Escalation of complaints stage, list)")
  }

  @Test func `the measures of a restriction are put one by one, its grounds in a list`() {
    var practice = PracticeDesk.sample(120, 40, as: "okafor")
    practice.press(":1<enter>:restrict<enter>")
    let screen = practice.screen()
    #expect(screen.contains("What is limited *: y for each that applies"))
    #expect(screen.contains("›Ground *"))
    practice.press("unreas<enter>")
    #expect(practice.row(of: "Ground *").lowercased().contains("unreasonabl"))
  }

  @Test func `the grounds for declining a complaint are found by their meaning`() {
    var practice = PracticeDesk.sample(120, 40, as: "okafor")
    practice.press(":2<enter>:refuse<enter>court")
    #expect(practice.screen().contains(" – "))
  }

  @Test func `adjustments a resident needs are ticked`() {
    var practice = PracticeDesk.sample(96, 44, as: "hana")
    practice.press(":2<enter>:need<enter>y<ctrl-s>")
    let needs = practice.file(2).intake.openNeeds.map(\.told.adjustments)
    #expect(needs == [["large-print"]])
  }

  @Test func `whoever hands over is not offered their own work`() {
    var practice = PracticeDesk.sample(96, 44, as: "sam")
    practice.press(":hand-over patel<enter>")
    #expect(practice.screen().contains("okafor"))
    #expect(!practice.screen().contains("patel       Asha Patel"))
  }
}

extension PracticeDesk {
  /// The first row of the screen that holds those words.
  fileprivate func row(of words: String) -> String {
    screen().split(separator: "\n").first { $0.contains(words) }.map(String.init) ?? ""
  }
}
