import Clocks
import Complaints
import DeskViewModels
import Testing

/// Working a case in the desk beyond letters: hand-over, claims, what is owed.
@Suite struct WorkStoryTests {
  @Test func `all open work of somebody is handed over in one previewed step`() {
    var practice = PracticeDesk.sample(80, 24, as: "sam")
    practice.press(":hand-over patel<enter>")
    #expect(practice.screen().contains("3 pieces of open work of Asha Patel in 3 cases."))
    #expect(practice.screen().contains("C26-000004: the case"))
    practice.press("okafor<enter><ctrl-s>")
    // Whoever answered stage one, or has no bar, is judged case by case.
    #expect([1, 2, 4].allSatisfy { practice.file($0).handler == login("okafor") })
  }

  @Test func `promises, points, call-backs and requests go over too, what may not stays with its reason`()
    throws
  {
    var practice = PracticeDesk.sample(100, 40, as: "sam")
    var promise = PromiseMade()
    promise.text = "a new joint"
    promise.due = day("2026-11-27")
    promise.owner = login("patel")
    try practice.elsewhere(.step(.remedy(.promised(promise))), on: 3, by: "hana")
    var request = RequestSent()
    request.whom = .contractor
    request.name = "Roofs Ltd"
    request.text = "why twice?"
    try practice.elsewhere(.step(.work(.requested(request))), on: 5, by: "patel")
    var noted = InvolvementNoted()
    noted.who = login("okafor")
    noted.how = .complainedAbout
    try practice.elsewhere(.step(.work(.involved(noted))), on: 1, by: "hana")
    practice.press(":hand-over patel<enter>")
    #expect(practice.screen().contains("5 pieces of open work of Asha Patel in 5 cases."))
    #expect(practice.screen().contains("C26-000003: promise 1: a new joint"))
    #expect(practice.screen().contains("C26-000005: request 1: Roofs Ltd"))
    practice.press("okafor<enter><ctrl-s>")
    #expect(practice.screen().contains("4 done, 1 failed"))
    #expect(practice.screen().contains("✗ C26-000001, the case: okafor is complained about"))
    #expect(practice.file(3).redress.openPromises.first?.made.owner == login("okafor"))
    #expect(practice.file(5).work.openRequests.first?.owner == login("okafor"))
    #expect(practice.file(1).handler == login("patel"))
  }

  @Test func `nobody's work is handed over where there is none`() {
    var practice = PracticeDesk.sample(80, 24, as: "sam")
    practice.press(":hand-over hana<enter>")
    #expect(practice.screen().contains("Hana Lewis has no open work."))
  }

  @Test func `a colleague's claim stands in the queue for half an hour`() throws {
    var practice = PracticeDesk.sample()
    try practice.elsewhere(.step(.work(.claimed(CaseClaimed()))), on: 1, by: "hana")
    practice.send(.tick)
    #expect(practice.screen().contains("@hana"))
    practice.now = practice.now.adding(seconds: 1800)
    practice.send(.tick)
    #expect(!practice.screen().contains("@hana"))
  }

  @Test func `what is owed beside the letters stands in views of its own, by its day`() throws {
    var practice = PracticeDesk.sample(80, 24, as: "patel")
    var lesson = LearningRecorded()
    lesson.text = "ring before a visit"
    lesson.due = day("2026-11-18")
    try practice.elsewhere(.step(.remedy(.learned(lesson))), on: 4, by: "hana")
    practice.press(":learning-owed<enter>")
    #expect(practice.row(0).contains("Queue ─ Learning to implement ─ 1 ─ due"))
    #expect(practice.row(2).contains("2 wd over"))
    #expect(practice.row(2).contains("18 Nov"))
    practice.press(":reviews-owed<enter>")
    #expect(practice.row(2).contains("No restriction is to be reviewed."))
    practice.press(":evidence-owed<enter>")
    #expect(practice.row(2).contains("The Ombudsman waits for no evidence."))
    try practice.elsewhere(.assign(to: login("okafor")), on: 1, by: "sam")
    practice.press(":letters-owed<enter>")
    #expect(practice.row(0).contains("Letters owed ─ 1 ─ since"))
    #expect(practice.row(2).contains("C26-000001"))
  }

  @Test func `owes: in the filter finds what is owed in every view`() throws {
    var practice = PracticeDesk.sample(80, 24, as: "hana")
    var promise = PromiseMade()
    promise.text = "new tap"
    promise.due = day("2026-11-27")
    try practice.elsewhere(.step(.remedy(.promised(promise))), on: 3, by: "hana")
    practice.press("/owes:promise<enter>")
    #expect(practice.row(2).contains("C26-000003"))
  }

  @Test func `a notice owed stands in the case with its clause`() throws {
    var practice = PracticeDesk.sample(200, 50)
    try practice.elsewhere(.assign(to: login("okafor")), on: 1, by: "sam")
    practice.press(":1<enter>")
    #expect(practice.screen().contains("Letters owed"))
    #expect(practice.screen().contains("handler-change: from patel to okafor"))
  }

  @Test func `the picker suggests the manager of the service first, and Enter takes them`() throws {
    var practice = PracticeDesk.sample(100, 30, as: "sam")
    practice.list("rose", "Rose Hill", [.handler], team: "Repairs", manager: "bill")
    practice.list("bill", "Bill Ward", [.investigator], team: "Property")
    try practice.elsewhere(.point(text: "Nobody came", category: "repairs"), on: 1, by: "patel")
    practice.press(":1<enter>s")
    #expect(practice.screen().contains("Suggested: Bill Ward, manager of Repairs, for repairs."))
    #expect(practice.screen().contains("› bill        Bill Ward · Property · suggested"))
    practice.press("<enter><ctrl-s>")
    #expect(practice.file(1).handler == login("bill"))
  }

  @Test func `a wish for a woman as officer is held against the staff list, or said not to be checkable`()
    throws
  {
    var practice = PracticeDesk.sample(100, 30, as: "sam")
    var need = NeedRecorded()
    need.officer = .woman
    try practice.elsewhere(.step(.intake(.need(need))), on: 1, by: "hana")
    practice.press(":1<enter>s")
    #expect(practice.screen().contains("it cannot be checked"))
    #expect(practice.screen().contains("⚠ gender not on record"))
    practice.press("<esc>")
    practice.list("rose", "Rose Hill", [.handler], gender: "woman")
    practice.list("bill", "Bill Ward", [.handler], gender: "man")
    practice.press("sbill")
    #expect(practice.screen().contains("⚠ not a woman"))
    practice.press("<ctrl-u>rose")
    #expect(!practice.screen().contains("⚠ not a woman"))
  }

  @Test func `who is barred is not offered, and the sheet says why (Code 6.13)`() {
    var practice = PracticeDesk.sample(100, 30, as: "sam")
    practice.press(":3<enter>s")
    #expect(practice.screen().contains("Not offered: sam answered stage one"))
    #expect(!practice.screen().contains("– not: sam answered"))
    practice.press("sam")
    #expect(practice.screen().contains("– not: sam answered"))
  }

  @Test func `a barred colleague is shown in the picker with the reason`() throws {
    var practice = PracticeDesk.sample(120, 40, as: "sam")
    var noted = InvolvementNoted()
    noted.who = login("okafor")
    noted.how = .complainedAbout
    try practice.elsewhere(.step(.work(.involved(noted))), on: 1, by: "hana")
    practice.press(":1<enter>sokafor")
    #expect(practice.screen().contains("not: okafor is complained"))
  }
}
