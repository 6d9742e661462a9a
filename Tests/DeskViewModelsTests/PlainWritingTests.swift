import Clocks
import DeskViewModels
import Testing

/// Writing line by line has the same help as on the full screen: editor, spelling, how a letter reads.
@Suite struct `Writing line by line` {
  private let practice = PracticeDesk.sample(100, 40, as: "patel")

  /// Says those lines to the dialogue, on case 2, and gives the last answer.
  private func say(_ lines: [String], to dialogue: inout PlainDialogue) -> PlainDialogue.Answer {
    var answer = dialogue.begin(reader)
    for line in ["2"] + lines { answer = dialogue.take(line, reader) }
    return answer
  }

  private var reader: RecordReader {
    var reader = practice.reader
    reader.settings.keymap = .byName
    return reader
  }

  @Test func `a text that is ended is asked about, and words it may misspell are said`() {
    var dialogue = PlainDialogue()
    let answer = say(["note", "We recieved it", ""], to: &dialogue)
    #expect(answer.effects.contains(.spell("We recieved it")))
    #expect(dialogue.receive(.spelled(["recieved"]), reader).lines == ["Spelling? recieved"])
  }

  @Test func `how a letter reads is said`() {
    var dialogue = PlainDialogue()
    let long =
      "Notwithstanding the aforementioned considerations regarding contractor availability the organisation "
      + "anticipates commencement of remediation operations immediately subsequent to authorisation of "
      + "expenditure."
    let answer = say(["acknowledge", long, ""], to: &dialogue)
    #expect(answer.lines.contains { $0.contains("hard to read") }, "\(answer.lines)")
  }

  @Test func `the editor takes the text of the question, and its answer goes on to the next`() {
    var dialogue = PlainDialogue()
    var answer = say(["note", ":edit"], to: &dialogue)
    #expect(answer.effects.contains(.edit("")))
    answer = dialogue.receive(.edited("Two lines\nin the editor"), reader)
    #expect(answer.lines.contains { $0.contains("Two lines in the editor") })
    #expect(answer.lines.last?.contains("When") == true)
    #expect(dialogue.drafts.first?.fields.first?.value == "Two lines\nin the editor")
  }

  @Test func `an editor that cannot be had leaves one at the same question`() {
    var dialogue = PlainDialogue()
    _ = say(["note", ":edit"], to: &dialogue)
    let answer = dialogue.receive(.notice("no editor: vi cannot be started"), reader)
    #expect(answer.lines.first == "no editor: vi cannot be started")
    #expect(answer.lines.contains { $0.hasPrefix("1 of 2. Note") })
  }

  @Test func `the letter of a step is read as it would go`() {
    var dialogue = PlainDialogue()
    let answer = say(
      ["acknowledge", "Damp in the bedroom", "", "A dry bedroom", "Nothing", ":letter"], to: &dialogue)
    #expect(answer.lines.contains { $0.contains("Test Homes") })
    #expect(answer.lines.last?.hasPrefix("Empty leaves it so") == true)
  }
}

@Suite struct `Founding a journal line by line` {
  private func setUp() -> PlainSetUp {
    PlainSetUp(
      at: "/srv/redress", by: "anna",
      policies: [
        SetUpScreen.Policy(name: "manchester-2022", title: "MCC"),
        SetUpScreen.Policy(name: "code-2024", title: "The Code"),
      ])
  }

  @Test func `asks the same questions as the screen, one by one`() {
    var setUp = setUp()
    var last = setUp.begin()
    #expect(last.lines.contains { $0.hasPrefix("1 of 6. Landlord, required") })
    for line in ["Northern Homes", "scotland", "2", "12,400", "", "yes"] { last = setUp.take(line) }
    #expect(last.lines.contains("Landlord: Northern Homes"))
    var answers = SetUpAnswers()
    answers.landlord = "Northern Homes"
    answers.nation = .scotland
    answers.profile = "code-2024"
    answers.rented = 12_400
    answers.isPractice = true
    #expect(setUp.take("yes").wish == .found(answers))
  }

  @Test func `what cannot be taken is asked again, and nothing is founded by leaving`() {
    var setUp = setUp()
    for line in ["", "", "", "many", "", ""] { _ = setUp.take(line) }
    let refused = setUp.take("yes")
    #expect(refused.wish == .stay)
    #expect(refused.lines.first == "Refused: Every letter names the landlord: write its name.")
    #expect(refused.lines.contains { $0.hasPrefix("1 of 6. Landlord") })
    #expect(setUp.take(":cancel").wish == .leave)
  }
}
