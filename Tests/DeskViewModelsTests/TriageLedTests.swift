import Complaints
import DeskViewModels
import Testing

/// Somebody new with the phone in one hand: what is asked first decides most calls.
@Suite struct `Triage leads` {
  private func triage(_ columns: Int = 80, _ rows: Int = 24) -> PracticeDesk {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press(":6<enter>i")
    return practice
  }

  private let toMore = String(repeating: "<tab>", count: 9)

  @Test func `what decides most calls stands first, the rest under one line`() {
    var practice = triage()
    #expect(practice.screen().contains("›[   ] First report of this?"))
    #expect(!practice.screen().contains("Court claim filed?"))
    practice.press(toMore)
    #expect(practice.screen().contains("›[ + ] Space opens: more:"))
    practice.press(" ")
    #expect(practice.screen().contains("›[   ] Another body's service?"))
    #expect(practice.screen().contains("Court claim filed?"))
  }

  @Test func `nothing is said to be decided by answers that decide nothing (Code 1.3)`() {
    var practice = triage()
    practice.press("nn")
    #expect(practice.screen().contains("Not decided yet; in doubt it is a complaint"))
    practice.press("y")
    #expect(practice.screen().contains("Proposes a complaint: it was reported before"))
  }

  @Test func `whether they are satisfied is asked once it was explained`() {
    var practice = triage()
    #expect(!practice.screen().contains("Are they satisfied with that?"))
    practice.press(String(repeating: "<tab>", count: 8) + "y")
    #expect(practice.screen().contains("›[   ] Are they satisfied with that?"))
    practice.press("y<ctrl-s>")
    #expect(practice.file(6).triage?.kind == .serviceRequest)
    #expect(
      practice.file(6).triage?.answers == [
        TriageAnswer(question: .explained, yes: true), TriageAnswer(question: .satisfied, yes: true),
      ])
  }

  @Test func `an answer under the line counts, and stays in sight when it is closed`() {
    var practice = triage()
    practice.press(toMore + " y")
    #expect(practice.screen().contains("Proposes for another body"))
    practice.press("<shift-tab><shift-tab> ")
    #expect(practice.screen().contains("[yes] Another body's service?"))
    #expect(!practice.screen().contains("Court claim filed?"))
    practice.press("<ctrl-s>")
    #expect(practice.file(6).triage?.kind == .otherBody)
  }

  @Test func `an answer under the line is there again after a loss`() {
    var practice = triage()
    practice.press(toMore + " y<esc>ki")
    #expect(practice.screen().contains("[yes] Another body's service?"))
  }

  @Test func `a new contact keeps e-mail, language and tenure under one line`() {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("n")
    #expect(!practice.screen().contains("Best reached by"))
    practice.press(String(repeating: "<tab>", count: 9) + " ")
    #expect(practice.screen().contains("›Caller, if not them"))
    practice.press("<tab><tab>elin@example.org")
    #expect(practice.screen().contains("E-mail"))
  }
}
