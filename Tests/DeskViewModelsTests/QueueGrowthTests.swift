import Complaints
import DeskViewModels
import TextCanvas
import Testing

@Suite struct QueueGrowthTests {
  /// What the queue shows must not depend on how it came to know: step by step, or all at once.
  @Test(arguments: ["1", "2", "3", "5", "6", "7", "2/damp<enter>", "2/-leak<enter>", "2/le<enter>/ak<enter>"])
  func `a list kept up to date equals a list worked out anew`(_ keys: String) throws {
    var practice = PracticeDesk.sample()
    practice.press(keys)
    practice.contact("A leak, and damp too", from: "Ann Lee", on: "2026-10-20", kind: .complaint)
    practice.send(.journalGrew(touched: [CaseNumber(value: 7)]))
    try practice.elsewhere(.assign(to: login("patel")), on: 7, by: "sam")
    try practice.elsewhere(.assign(to: login("okafor")), on: 2, by: "sam")
    try practice.elsewhere(
      .acknowledge(AcknowledgementDraft(definition: "In our words", outcome: "A repair", notOurs: "Nothing")),
      on: 2, by: "hana")
    try practice.elsewhere(.close(reason: "Settled", override: "no lesson in it"), on: 4, by: "patel")
    practice.press("jg")
    var anew = practice
    anew.desk = Desk()
    anew.open()
    anew.press(keys.replacing("/le<enter>/ak", with: "/leak"))
    anew.press("jg")
    #expect(practice.rows(of: "C26-") == anew.rows(of: "C26-"))
  }
}

extension PracticeDesk {
  /// The references in the queue, top to bottom.
  func rows(of prefix: String) -> [Substring] {
    desk.screen(Size(columns: 80, rows: 24), reader).plainRows.prefix(13).dropFirst().compactMap { row in
      row.firstRange(of: prefix).map { row[$0.lowerBound...].prefix(10) }
    }
  }
}
