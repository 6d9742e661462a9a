import Complaints
import DeskViewModels
import Testing
import TextCanvas

extension PracticeDesk {
  /// The drafts as they would be found after this desk is gone: the newest of each subject, those dropped gone.
  fileprivate var left: [SheetDraft] {
    var left: [SheetDraft] = []
    for effect in effects {
      if case .saveDraft(let draft) = effect {
        left.removeAll { $0.subject == draft.subject }
        left.append(draft)
      }
      if case .dropDraft(let subject) = effect { left.removeAll { $0.subject == subject } }
    }
    return left
  }

  /// The desk opened again by the same person, with what the one before left.
  fileprivate func next() -> PracticeDesk {
    var next = PracticeDesk.sample(size.columns, size.rows, as: me.text)
    next.send(.draftsFound(left))
    return next
  }
}

@Suite struct `What was typed is never lost` {
  @Test(
    arguments: [
      ("n", "", "Elin Price"), ("o", "", "The neighbour rang"), ("2ja", "", "We will look again"),
      ("c", "<tab><tab><tab><tab>", "He will be in on Monday"), ("x", "<tab>", "The part is on order"),
      ("r", "<ctrl-n>", "The seal had failed"), ("p", "", "A new seal"),
      ("jj:close<enter>", "", "All is done"),
    ])
  func `a sheet cut off is filled in again when it is next opened`(
    _ open: String, _ field: String, _ text: String
  ) {
    var practice = PracticeDesk.sample(120, 40)
    practice.press(open + field)
    practice.paste(text)
    #expect(practice.screen().contains(text))
    var next = practice.next()
    #expect(next.row(39).contains("unfinished"))
    next.press(open == "r" ? open + field : open)
    #expect(next.screen().contains(text))
    #expect(next.screen().contains("What you had typed is here again"))
  }

  @Test func `every letter is saved as it is typed`() {
    var practice = PracticeDesk.sample()
    practice.press("oHalf a wo")
    #expect(practice.left.first?.fields.first?.value == "Half a wo")
  }

  @Test func `what the record filled in is not kept, so that it is never out of date`() {
    var practice = PracticeDesk.sample()
    practice.press("2ja<tab>")
    practice.paste("A repair of the seal")
    let names = practice.left.first?.fields.map(\.name)
    #expect(names == ["outcome"])
  }

  @Test func `recorded, it is kept no longer`() {
    var practice = PracticeDesk.sample()
    practice.press("oA note<ctrl-s>")
    #expect(practice.left.isEmpty)
    practice.press("o")
    #expect(!practice.screen().contains("typed is here again"))
  }

  @Test func `Esc asks: y drops it, k keeps it, and :drafts lists and opens what is kept`() {
    var practice = PracticeDesk.sample()
    practice.press("oWorth keeping<esc>k")
    #expect(practice.screen().contains("is kept, not recorded"))
    practice.press("j:drafts<enter>")
    #expect(practice.screen().contains("note on C26-000001"))
    practice.press("<enter>")
    #expect(practice.screen().contains("Worth keeping"))
    #expect(practice.desk.selected == CaseNumber(value: 1))
    practice.press("<esc>y:drafts<enter>")
    #expect(practice.screen().contains("Nothing is begun and left"))
    #expect(practice.left.isEmpty)
  }

  @Test func `a draft of one case is not put into the sheet of another`() {
    var practice = PracticeDesk.sample()
    practice.press("oOnly for this one<esc>k2jo")
    #expect(!practice.screen().contains("Only for this one"))
  }

  @Test func `a step no longer possible gives its words to read all the same`() throws {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("2ja")
    practice.paste("The seal of the bath leaks")
    var next = practice.next()
    let understood = AcknowledgementDraft(definition: "Damp", outcome: "A repair", notOurs: "Nothing")
    try next.elsewhere(.acknowledge(understood), on: 2, by: "sam")
    next.press(":drafts<enter><enter>")
    #expect(next.screen().contains("Draft ─ acknowledge on C26-000002"))
    #expect(next.screen().contains("The seal of the bath leaks"))
  }

  @Test func `a bulk refused in part keeps its words for the cases that stay marked`() {
    var practice = PracticeDesk.sample(120, 40, as: "patel")
    practice.press("2*:acknowledge<enter>One understanding for all<tab>A repair<tab>Nothing<ctrl-s>")
    #expect(practice.screen().contains("what failed stays marked"))
    practice.press("<esc>:acknowledge<enter>")
    #expect(practice.screen().contains("One understanding for all"))
  }

  @Test func `a point being written over a response is kept with it`() {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("r<tab><tab>")
    practice.paste("The seal had failed")
    practice.press("<ctrl-n>")
    practice.paste("And nobody rang")
    #expect(practice.left.count == 2)
  }

  @Test func `several left unfinished are told by their number`() {
    var practice = PracticeDesk.sample()
    practice.press("oOne<esc>kpTwo")
    #expect(practice.next().screen().contains("2 unfinished texts were kept"))
  }
}
