import Clocks
import Complaints
import DeskViewModels
import TextCanvas
import Testing

@Suite struct QueueSafetyTests {
  @Test func `a new urgent case moves neither the selection nor its line`() {
    var practice = PracticeDesk.sample()
    practice.press("2jj")
    let line = practice.desk.screen(practice.size, practice.reader).cursor?.row
    let selected = practice.desk.selected
    practice.contact("Gas smell in the hall", from: "Ann Lee", on: "2026-10-20", kind: .complaint)
    practice.send(.journalGrew(touched: [CaseNumber(value: 7)]))
    #expect(practice.desk.selected == selected)
    #expect(practice.desk.screen(practice.size, practice.reader).cursor?.row == line)
    #expect(practice.row(0).contains("↑ 1 new above"))
    practice.press("g")
    #expect(practice.row(2).contains("C26-000007"))
    #expect(!practice.row(0).contains("new above"))
  }

  @Test func `a case that leaves the view stays until the cursor moves`() throws {
    var practice = PracticeDesk.sample()
    try practice.elsewhere(.assign(to: login("okafor")), on: 1, by: "sam")
    #expect(practice.desk.selected == CaseNumber(value: 1))
    #expect(practice.screen().contains("not in view"))
    practice.press("j")
    #expect(practice.desk.selected == CaseNumber(value: 2))
    #expect(!practice.row(2).contains("C26-000001"))
  }

  @Test func `a case answered elsewhere sinks and stays selected`() throws {
    var practice = PracticeDesk.sample()
    practice.press("j")
    try practice.elsewhere(
      .acknowledge(AcknowledgementDraft(definition: "In our words", outcome: "A repair", notOurs: "Nothing")),
      on: 2, by: "hana")
    #expect(practice.desk.selected == CaseNumber(value: 2))
    #expect(practice.screen().contains("1R 4 wd") || practice.screen().contains("1R 5 wd"))
  }

  @Test func `text meant for another window does nothing`() {
    var practice = PracticeDesk.sample()
    let before = practice.screen()
    practice.burst("2026-45 G* 1234 please")
    #expect(practice.screen().contains("keys came at once and were ignored"))
    practice.press("g")
    #expect(practice.screen() == before)
  }

  @Test func `lines of text that opened a sheet cannot confirm it`() {
    var practice = PracticeDesk.sample(80, 24, as: "sam")
    practice.press("2")
    practice.burst("sokafor<enter>now or never<ctrl-u><enter><enter>")
    #expect(practice.effects.filter(\.isStep).isEmpty)
    #expect(practice.screen().contains("press Enter once more"))
    practice.press("<enter>")
    #expect(practice.file(3).handler == login("okafor"))
  }

  @Test func `a paste outside a field does nothing`() {
    var practice = PracticeDesk.sample()
    practice.paste("aanq\nyes\n")
    #expect(practice.screen().contains("Nothing was pasted"))
    #expect(practice.effects.isEmpty)
  }

  @Test func `a paste into a sheet never confirms it`() {
    var practice = PracticeDesk.sample()
    practice.press("o")
    practice.paste("First line\nsecond line\n")
    #expect(practice.effects.filter(\.isStep).isEmpty)
    practice.press("<ctrl-s>")
    #expect(practice.file(1).entries.last?.entry.event == .noteAdded(text: "First line\nsecond line"))
  }

  @Test func `the filter follows the typing and folds accents`() {
    var practice = PracticeDesk.sample()
    practice.press("2/sian")
    #expect(practice.row(0).contains("─ 1 match"))
    #expect(practice.row(2).contains("C26-000002"))
    practice.press("<enter>")
    #expect(practice.screen().contains("/ sian"))
    practice.press("<esc>")
    #expect(practice.row(0).contains("─ 6 ─"))
  }

  @Test func `the filter understands the query language and says what it does not`() {
    var practice = PracticeDesk.sample()
    practice.press("2/stage:2 due:overdue")
    #expect(practice.row(0).contains("─ 1 match"))
    practice.press("<ctrl-u>colour:red")
    #expect(practice.screen().contains("no field \"colour\""))
  }

  @Test func `a filter that asks for a state looks past the open cases`() throws {
    var practice = PracticeDesk.sample()
    try practice.elsewhere(.close(reason: "Settled", override: "no lesson in it"), on: 4, by: "patel")
    practice.press("1/state:closed")
    #expect(practice.screen().contains("C26-000004"))
  }

  @Test func `the frozen order takes nothing in until it is let go`() {
    var practice = PracticeDesk.sample()
    practice.press("2P")
    practice.contact("Gas smell in the hall", from: "Ann Lee", on: "2026-10-20", kind: .complaint)
    practice.send(.journalGrew(touched: [CaseNumber(value: 7)]))
    #expect(!practice.screen().contains("C26-000007"))
    practice.press("P")
    #expect(practice.screen().contains("C26-000007"))
  }

  @Test func `midnight moves a case from today to overdue`() {
    var practice = PracticeDesk.sample()
    practice.press("4")
    #expect(practice.screen().contains("C26-000002"))
    practice.now = moment("2026-11-21T00:05:00Z")
    practice.send(.tick)
    practice.press("j")
    #expect(practice.row(0).contains("Due today ─ 0"))
    practice.press("5")
    #expect(practice.screen().contains("C26-000002"))
  }

  @Test func `a click selects and does nothing else`() {
    var practice = PracticeDesk.sample()
    let press = MouseEvent(kind: .press(button: 0), point: Point(column: 10, row: 4))
    practice.send(.keys([.mouse(press)]))
    #expect(practice.desk.selected == CaseNumber(value: 4))
    #expect(practice.effects.isEmpty)
  }

  @Test func `a range is marked from one v to the next`() {
    var practice = PracticeDesk.sample()
    practice.press("2vjjv")
    #expect(practice.row(0).contains("3 marked"))
    practice.press("*")
    #expect(practice.row(0).contains("6 marked"))
    practice.press("*")
    #expect(!practice.row(0).contains("marked"))
  }

  @Test func `the case before and the next of mine are a key away`() {
    var practice = PracticeDesk.sample()
    practice.press("2jl<esc>jjj<ctrl-o>")
    #expect(practice.desk.selected == CaseNumber(value: 2))
    practice.press("<ctrl-o>")
    #expect(practice.desk.selected == CaseNumber(value: 4))
    practice.press("!")
    #expect(practice.desk.selected == CaseNumber(value: 1))
  }

  @Test func `no key stands for two things in one place`() {
    #expect(Keymap.standard.clashes.isEmpty)
  }

  @Test func `every action can be named on the command line`() {
    for name in ActionName.allCases {
      var practice = PracticeDesk.sample()
      practice.press(":" + name.rawValue + "<enter>")
      #expect(!practice.screen().contains("There is no command"), "\(name)")
    }
  }

  @Test func `a colleague or a theme is chosen by the beginning of the name`() {
    var practice = PracticeDesk.sample()
    practice.press(":as oka<enter>")
    #expect(practice.effects == [.actAs("okafor")])
    practice.press(":theme pap<tab><enter>")
    #expect(practice.effects.last == .setTheme("paper"))
    practice.press(":as nobody<enter>")
    #expect(practice.screen().contains("nobody is not on the staff list."))
  }
}

extension DeskEffect {
  /// Whether it would record something.
  fileprivate var isStep: Bool { if case .perform = self { true } else { false } }
}
