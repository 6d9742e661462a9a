import Clocks
import Complaints
import DeskViewModels
import TextCanvas
import Testing

@Suite struct CaseworkStoryTests {
  @Test func `a call becomes a complaint, is answered at both stages by two people and closed`() throws {
    var practice = PracticeDesk.sample(80, 24, as: "hana")
    practice.press(
      "nElin Price<tab>0161 496 0001<tab>3 Mill Lane<tab>M9 1AA<tab>No hot water since Monday<ctrl-s>")
    #expect(practice.file(7).contact.person.name == "Elin Price")
    #expect(practice.file(7).state == .untriaged)

    practice.press("i<tab><tab>y")
    #expect(practice.screen().contains("Proposes a complaint: it was reported before and not acted on"))
    #expect(practice.screen().contains("manchester-2022"))
    practice.press("<ctrl-s>")
    #expect(practice.file(7).kind == .complaint)

    practice.press("aNo hot water, three calls unanswered<tab>Hot water<tab>Nothing<ctrl-s>")
    #expect(practice.screen().contains("nobody is named to deal with it"))
    practice.press("<esc>y:as sam<enter>sokafor<enter><ctrl-s>")
    #expect(practice.file(7).handler == login("okafor"))
    practice.press("aNo hot water, three calls unanswered<tab>Hot water<tab>Nothing<ctrl-s>")
    #expect(practice.screen().contains("nobody looked whether that goes on"))
    practice.press("<esc>y:check-live<enter>y<tab><right><tab>A fitter comes at two.<ctrl-s>")
    #expect(practice.file(7).intake.liveIssue?.line == "A fitter comes at two.")
    practice.press("aNo hot water, three calls unanswered<tab>Hot water<tab>Nothing<ctrl-s>")
    #expect(practice.file(7).current?.acknowledged != nil)

    let talk = Action.contact(
      ContactLogged(direction: .out, channel: .phone, reached: true, text: "Went through it with her"))
    try practice.elsewhere(talk, on: 7, by: "okafor")
    practice.press(":as patel<enter>r<ctrl-n>The boiler<ctrl-s><ctrl-n>The calls<ctrl-s>")
    #expect(practice.file(7).points.map(\.text) == ["The boiler", "The calls"])
    practice.press("<esc>yr<right><tab>Part was late<tab>Repairs policy 4<tab>New boiler")
    practice.press("<tab><right><tab>Nobody rang back<tab>none<tab>Apology<tab><right><ctrl-s>")
    #expect(practice.file(7).state == .responded)
    #expect(practice.file(7).outcome == .upheld)

    practice.press("e<enter><tab><tab><tab><right><enter>")
    #expect(practice.file(7).stage == .two)
    practice.press(":as sam<enter>aStill cold<tab>Heat<tab>Nothing<ctrl-s>")
    practice.press(":as patel<enter>r")
    #expect(practice.screen().contains("Cannot respond to C26-000007"))
    try practice.elsewhere(talk, on: 7, by: "okafor")
    practice.press(":as okafor<enter>r<right><tab>Late again<tab>none<tab>New boiler")
    practice.press("<tab><right><tab>Never rang<tab>none<tab>Apology<tab><right><ctrl-s>")
    #expect(practice.file(7).state == .responded)
    practice.press(":close<enter>Agreed with the resident<ctrl-s>")
    #expect(practice.screen().contains("nothing is recorded of what was learned"))
    practice.press("the lesson is in C26-000001<ctrl-s>")
    #expect(practice.file(7).state == .closed)
  }

  @Test func `a refused step keeps what was typed`() {
    var practice = PracticeDesk.sample()
    practice.press("x2026-11-01<tab>Part on order<tab>By phone<ctrl-s>")
    #expect(practice.screen().contains("is not later than the date in force"))
    #expect(practice.screen().contains("Part on order"))
    practice.press("<ctrl-u>2026-11-27<ctrl-s>")
    #expect(practice.file(1).current?.extensions.last?.to == day("2026-11-27"))
  }

  @Test func `a colleague's change is told before a judgement goes through`() throws {
    var practice = PracticeDesk.sample()
    practice.press("jaHer words, our words<tab>A repair<tab>Nothing")
    try practice.elsewhere(.note(text: "Called her"), on: 2, by: "hana")
    practice.press("<ctrl-s>")
    #expect(practice.screen().contains("hana changed it since you looked"))
    #expect(practice.file(2).current?.acknowledged == nil)
    practice.press("<ctrl-s>")
    #expect(practice.file(2).current?.acknowledged != nil)
  }

  @Test func `the last step is taken back and put back`() {
    var practice = PracticeDesk.sample()
    practice.press("oSpoke to the contractor<ctrl-s>")
    #expect(practice.file(1).entries.last?.undone == false)
    practice.press("u<enter>")
    #expect(practice.file(1).entries.filter(\.undone).count == 1)
    practice.press("<ctrl-r><ctrl-s>")
    #expect(practice.file(1).entries.filter(\.undone).count == 0)
  }

  @Test func `a note goes to every marked case and tells the outcome of each`() {
    var practice = PracticeDesk.sample()
    practice.press("*oOne call for all<ctrl-s>")
    #expect(practice.screen().contains("3 cases: note added"))
    #expect(
      [1, 2, 4].allSatisfy {
        practice.file($0).entries.last?.entry.event == .noteAdded(text: "One call for all")
      })
  }

  @Test func `what failed in a bulk stays marked`() {
    var practice = PracticeDesk.sample()
    practice.press("*aWhat you told us<tab>A repair<tab>Nothing")
    #expect(practice.screen().contains("✗ C26-000001"))
    practice.press("<ctrl-s>")
    #expect(practice.screen().contains("1 done, 2 failed; what failed stays marked."))
    practice.press("<esc>")
    #expect(practice.row(0).contains("2 marked"))
    #expect(practice.file(2).current?.acknowledged != nil)
  }

  @Test func `nothing is recorded while the journal is read-only`() {
    var practice = PracticeDesk.sample()
    practice.readOnly = "line 812 is damaged"
    practice.press("o")
    #expect(practice.screen().contains("Nothing can be recorded: line 812 is damaged"))
    #expect(practice.screen().contains("READ ONLY"))
  }

  @Test func `keys typed ahead of an answer are taken in order`() {
    var practice = PracticeDesk.sample()
    practice.burst("oCalled back<ctrl-s>j:as sam<enter>oSeen it<ctrl-s>")
    practice.send(.notice("acting as sam"))
    #expect(practice.file(1).entries.last?.entry.event == .noteAdded(text: "Called back"))
    #expect(practice.file(2).entries.last?.entry.event == .noteAdded(text: "Seen it"))
    #expect(practice.file(2).entries.last?.entry.by == login("sam"))
  }

  @Test func `an overruled proposal needs a reason and keeps both`() {
    var practice = PracticeDesk.sample(80, 24, as: "hana")
    practice.press("nElin Price<tab><tab><tab><tab>The bin store is locked<tab>")
    for _ in 0..<5 { practice.press("<tab>") }
    practice.press("y")
    #expect(practice.screen().contains("Proposes a service request"))
    for _ in 0..<9 { practice.press("<tab>") }
    practice.press("c<ctrl-s>")
    #expect(practice.screen().contains("Say why it is a complaint"))
    practice.press("She has rung all week<ctrl-s>")
    let triage = practice.file(7).triage
    #expect(triage?.kind == .complaint)
    #expect(triage?.proposed == .serviceRequest)
    #expect(triage?.reason == "She has rung all week")
  }

  @Test func `leaving an unfinished contact asks first`() {
    var practice = PracticeDesk.sample(80, 24, as: "hana")
    practice.press("nElin Price<esc>")
    #expect(practice.screen().contains("Discard what was typed?"))
    practice.press("n")
    #expect(practice.screen().contains("Elin Price"))
    practice.press("<esc>y")
    #expect(!practice.screen().contains("Elin Price"))
    #expect(practice.effects.contains(.dropDraft(.newContact)))
  }
}
