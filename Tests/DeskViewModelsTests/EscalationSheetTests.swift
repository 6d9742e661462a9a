import Clocks
import Complaints
import DeskViewModels
import Testing

/// One sheet of three lines behind `e`: next stage, management, Ombudsman.
@Suite struct EscalationSheetTests {
  /// A desk of that person on the answered case of the sample, with room for every line.
  private func desk(as name: String) -> PracticeDesk {
    var practice = PracticeDesk.sample(96, 44, as: name)
    practice.press(":4<enter>e")
    return practice
  }

  private func words(_ practice: PracticeDesk) -> String {
    practice.screen().split(whereSeparator: { $0.isWhitespace || "│┐└┌┘─".contains($0) }).joined(
      separator: " ")
  }

  @Test func `the three ways further stand on one sheet that names its case`() {
    let practice = desk(as: "okafor")
    let screen = practice.screen()
    #expect(screen.contains("Escalate ─ C26-000004 ─ 陈伟"))
    for title in ["Next stage ─ stage 2", "Management ─ send it up", "Ombudsman ─ straight there"] {
      #expect(screen.contains(title))
    }
  }

  @Test func `the window for asking stands with its last day (manchester-2022, 28 days of the decision)`() {
    var practice = desk(as: "okafor")
    #expect(words(practice).contains("Window: open until Thursday 10 December"))
    practice.press("<esc>")
    practice.now = moment("2026-12-11T09:00:00Z")
    practice.press("e")
    #expect(words(practice).contains("Window: passed on Thursday 10 December"))
    #expect(words(practice).contains("Say why it is accepted late"))
  }

  @Test func `who answered stage one is named as barred from the next (Code 6.13)`() throws {
    var practice = PracticeDesk.sample(96, 44, as: "okafor")
    try practice.elsewhere(.assign(to: login("okafor")), on: 2, by: "sam")
    practice.press(":4<enter>e")
    #expect(words(practice).contains("could be"))
    practice.press("<esc>:3<enter>e")
    // Stage two of that case is not answered yet.
    #expect(words(practice).contains("✗ Next stage"))
  }

  @Test func `a way that would be refused says so before its key`() {
    // A handler has not the authority for the Ombudsman (manchester-2022, Vexatious Complaints, paragraph 2).
    var practice = desk(as: "hana")
    #expect(words(practice).contains("✗ Ombudsman"))
    practice.press("jj<enter>")
    #expect(practice.screen().contains("Not now: "))
    #expect(practice.file(4).ombudsman.authorised == nil)
  }

  @Test func `whoever has the authority finds what the Ombudsman way needs`() {
    let practice = desk(as: "okafor")
    #expect(!words(practice).contains("✗ Ombudsman"))
    #expect(words(practice).contains("the authority of a reviewer: Chidi Okafor, Sam Reid (manchester-2022"))
  }

  @Test func `Enter on the first way opens its fields, and the case goes on when they are confirmed`() {
    var practice = desk(as: "patel")
    practice.press("<enter>Still no lift<ctrl-s>")
    #expect(practice.file(4).stage == .two)
  }

  @Test func `what the record shows is ticked, and below the threshold a reason is asked for`() throws {
    var practice = PracticeDesk.sample(96, 44, as: "hana")
    practice.list("dana", "Dana Price", [.director])
    practice.press(":1<enter>e")
    #expect(words(practice).contains("The record shows: vulnerable (BSL interpreter)"))
    #expect(words(practice).contains("Goes to Dana Price unless you name somebody."))
    practice.press("<enter>")
    // Stage one is not answered, so the sheet stood on management at once.
    #expect(practice.screen().contains("Send it up to a senior ─ C26-000001"))
    practice.press("<ctrl-s>")
    #expect(practice.file(1).further.raised.isEmpty)
    practice.press("Nobody came, three weeks on<ctrl-s>")
    #expect(practice.file(1).further.raised.first?.raised.criteria == ["vulnerable"])
  }

  @Test func `at two criteria two Enters send it up at once (manchester-2022, Escalation)`() throws {
    var practice = PracticeDesk.sample(96, 44, as: "hana")
    practice.list("dana", "Dana Price", [.director])
    var hazard = HazardRecorded()
    hazard.what = .reported
    hazard.hazardKind = .gas
    hazard.text = "Smells of gas on the stair"
    hazard.emergency = true
    try practice.elsewhere(.step(.hazard(.recorded(hazard))), on: 1, by: "hana")
    practice.press(":1<enter>e<enter><enter>")
    #expect(practice.file(1).further.raised.first?.raised.criteria == ["vulnerable", "risk"])
  }

  @Test func `marked cases go further one by one`() {
    var practice = PracticeDesk.sample()
    practice.press(" j e")
    #expect(practice.screen().contains("Escalate is done case by case"))
  }

  @Test func `a step of a colleague shuts a way while the sheet is open`() throws {
    var practice = desk(as: "patel")
    try practice.elsewhere(.escalate(reason: "", late: ""), on: 4, by: "hana")
    #expect(words(practice).contains("✗ Next stage"))
  }
}
