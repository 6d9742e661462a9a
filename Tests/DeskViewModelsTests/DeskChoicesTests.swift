import DeskViewModels
import TextCanvas
import Testing

@Suite struct `What one can choose about the desk` {
  @Test func `the line between panes moves by Ctrl and an arrow, and is kept`() {
    var practice = PracticeDesk.sample(160, 50)
    let before = practice.row(0).firstIndex(of: "┐").map { practice.row(0)[..<$0].count }
    practice.press("<ctrl-right><ctrl-right>")
    let after = practice.row(0).firstIndex(of: "┐").map { practice.row(0)[..<$0].count }
    #expect(before == 79 && after == 95)
    #expect(practice.settings.splits.across == 60)
    practice.press("<ctrl-down>")
    #expect(practice.settings.splits.down == 65)
  }

  @Test(arguments: [(120, 30), (500, 200), (80, 12), (100, 24)])
  func `no share leaves a pane without room`(_ columns: Int, _ rows: Int) {
    for across in [0, 20, 50, 80, 100] {
      var practice = PracticeDesk.sample(columns, rows)
      practice.settings.splits = PaneSplits(across: across, down: 100 - across)
      practice.press("2")
      #expect(practice.screen().contains("C26-000001"))
      #expect(practice.desk.screen(practice.size, practice.reader).size == practice.size)
    }
  }

  @Test func `the mouse is asked for by name, selects, and never acts`() {
    var practice = PracticeDesk.sample()
    practice.press("2:mouse<enter>")
    #expect(practice.settings.mouse)
    let asked = practice.effects.count
    practice.send(.keys([.mouse(MouseEvent(kind: .press(button: 0), point: Point(column: 5, row: 4)))]))
    #expect(practice.row(4).hasPrefix("│›"))
    #expect(practice.effects.count == asked)
    practice.press(":mouse<enter>")
    #expect(!practice.settings.mouse)
  }

  @Test func `my cases due today or late are counted, and nobody else's`() {
    let practice = PracticeDesk.sample()
    #expect(practice.desk.dueForMe(practice.reader) == 2)
    #expect(PracticeDesk.sample(as: "hana").desk.dueForMe(PracticeDesk.sample(as: "hana").reader) == 0)
  }

  @Test func `in ASCII no sign of ours is left, and names stay as they are`() {
    var practice = PracticeDesk.sample(200, 50)
    practice.press("2")
    let plain = practice.desk.screen(practice.size, practice.reader).withAsciiSigns.plainText
    #expect(plain.contains("+ Queue - 2 My team - 6 - due ^ --"))
    #expect(plain.contains("Llŷr"))
    let signs = Set("─│┌┐└┘›…▲▼·⚠✗✓↑↓")
    #expect(plain.allSatisfy { !signs.contains($0) })
  }
}

@Suite struct `The window's title` {
  @Test func `says a count and takes no text`() {
    #expect(String(decoding: titleSequence(due: 3), as: UTF8.self) == "\u{1B}]2;redress - 3 due\u{7}")
    #expect(String(decoding: titleSequence(due: 0), as: UTF8.self) == "\u{1B}]2;redress\u{7}")
  }
}

@Suite struct `Where a newcomer would hesitate` {
  @Test func `a step done names the key of the step that usually follows`() {
    var practice = PracticeDesk.sample(as: "sam")
    practice.press("n<tab><tab><tab><tab>Water under the sink<ctrl-s>")
    #expect(practice.screen().contains("contact recorded. i decides what it is."))
    practice.press("inny<ctrl-s>")
    #expect(practice.screen().contains("triaged. s gives it to somebody; u undoes it."))
    practice.press("spatel<ctrl-s>")
    #expect(practice.screen().contains("assigned. a acknowledges it; u undoes it."))
  }

  @Test func `why begins with the date that stands in the queue`() {
    var practice = PracticeDesk.sample()
    practice.press("w")
    #expect(practice.row(1).contains("1 respond     Landlord 18 Nov"))
  }

  @Test func `a label cut off in front of its field is said whole at the foot`() {
    var practice = PracticeDesk.sample()
    practice.press("2:escalate-management<enter><tab><tab><tab><tab>")
    let screen = practice.screen()
    #expect(screen.contains("…") && screen.contains("Why, where fewer apply than the policy asks for."))
  }
}

@Suite struct `Who, and what of the story` {
  @Test func `the person's sheet has needs first and every case of theirs`() {
    var practice = PracticeDesk.sample()
    practice.press("I")
    let screen = practice.screen()
    #expect(practice.row(1).contains("⚠ BSL interpreter"))
    #expect(screen.contains("Phone        07700 900123") && screen.contains("!!C26-000001"))
  }

  @Test func `the timeline shows one kind of entry after another, and everything again`() {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("K")
    #expect(practice.screen().contains("newest first ─ contacts only"))
    #expect(!practice.screen().contains("assigned to patel"))
    for _ in 0..<8 where !practice.screen().contains("The timeline shows everything") { practice.press("K") }
    #expect(practice.screen().contains("assigned to patel"))
  }

  @Test func `Enter reads the entry that is shown, whatever is left out`() {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("KG<enter>")
    #expect(practice.screen().contains("contact.received"))
  }
}
