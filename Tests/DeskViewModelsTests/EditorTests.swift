import Complaints
import DeskViewModels
import Testing

@Suite struct `A text written in one's own editor` {
  @Test func `goes out as it stands and comes back into the same field`() {
    var practice = PracticeDesk.sample()
    practice.press("oFirst line<ctrl-x>")
    #expect(practice.effects.last == .edit("First line"))
    practice.send(.edited("First line\nand what the neighbour said"))
    #expect(practice.screen().contains("and what the neighbour said"))
    practice.press("<ctrl-s>")
    #expect(practice.file(1).entries.contains { "\($0.entry.event)".contains("what the neighbour said") })
  }

  @Test func `is not offered for a field of one line`() {
    var practice = PracticeDesk.sample()
    practice.press("n<ctrl-x>")
    #expect(practice.screen().contains("The editor is for texts of several lines"))
    #expect(!practice.effects.contains { if case .edit = $0 { true } else { false } })
  }

  @Test func `in a new contact is kept as a draft at once`() {
    var practice = PracticeDesk.sample()
    practice.press("n<tab><tab><tab><tab><ctrl-x>")
    practice.send(.edited("The whole story, told in one go"))
    #expect(
      practice.desk.drafts.first?.fields.contains { $0.value == "The whole story, told in one go" } == true)
    #expect(practice.effects.contains { if case .saveDraft = $0 { true } else { false } })
  }
}

@Suite struct `Help while a letter is written` {
  private let long =
    "Notwithstanding the aforementioned considerations regarding contractor availability the organisation "
    + "anticipates commencement of remediation operations immediately subsequent to authorisation of expenditure."

  @Test func `the sheet says how it reads`() {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("2ja")
    practice.paste(long)
    #expect(practice.screen().contains("hard to read"))
    practice.press("<ctrl-u><ctrl-k>Leak")
    #expect(!practice.screen().contains("Reading ease"))
  }

  @Test func `a note for colleagues is not judged`() {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("o")
    practice.paste(long)
    #expect(!practice.screen().contains("Reading ease"))
  }

  @Test func `a text left is asked about once, and its unknown words are shown`() {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("2jaWe recieved it<tab>")
    #expect(practice.effects.filter { $0 == .spell("We recieved it") }.count == 1)
    practice.send(.spelled(["recieved"]))
    #expect(practice.screen().contains("Spelling? recieved"))
    practice.press("<shift-tab><tab>")
    #expect(practice.effects.filter { $0 == .spell("We recieved it") }.count == 1)
  }
}
