import Clocks
import Complaints
import Testing

/// Cases made one, taken apart and opened again; letters stopped before they leave.
@Suite struct MergeTests {
  private func merge(into number: UInt32) -> Action {
    step({ .work(.merged($0)) }) { (merged: inout CaseMerged) in
      merged.with = reference(number)
      merged.reason = "The same leak"
    }
  }

  private var unmerge: Action {
    step({ .work(.mergeEnded($0)) }) { (ended: inout MergeEnded) in ended.reason = "Another flat" }
  }

  private func two() throws -> Scenario {
    var desk = Scenario()
    try desk.acknowledged()
    try desk.receive(2)
    return desk
  }

  @Test func `a merge stands on both cases, and taking them apart loses nothing`() throws {
    var desk = try two()
    #expect(desk.refusal(merge(into: 1), by: "hana") == .linkToItself)
    try desk.act(merge(into: 2), by: "hana")
    #expect(desk.file(1).state == .merged)
    #expect(desk.file(1).work.mergedInto == reference(2))
    #expect(desk.file(2).work.absorbed == [reference(1)])
    #expect(desk.refusal(.note(text: "x"), by: "hana") == .wrongState(.merged, action: "note"))
    try desk.act(unmerge, by: "hana")
    #expect(desk.file(1).state == .open)
    #expect(desk.file(1).closed == nil)
    #expect(desk.file(2).work.absorbed == [])
    #expect(desk.refusal(unmerge, by: "hana") == .work(.nothingToUnmerge))
  }

  @Test func `undoing a merge or a link takes it back on both cases`() throws {
    var desk = try two()
    try desk.act(merge(into: 2), by: "hana")
    try desk.act(.undo(seq: nil), by: "hana")
    #expect(desk.file(1).state == .open)
    #expect(desk.file(2).work.absorbed == [])
    try desk.act(.redo(seq: nil), by: "hana")
    #expect(desk.file(1).state == .merged)
    #expect(desk.file(2).work.absorbed == [reference(1)])
    try desk.act(.undo(seq: nil), by: "hana")
    try desk.act(.link(to: reference(2), relation: "related"), by: "hana")
    try desk.act(.undo(seq: nil), by: "hana")
    #expect(desk.file(2).links.isEmpty)
  }

  @Test func `an ended case is opened again where it stood`() throws {
    var desk = Scenario()
    try desk.responded()
    let reopen = step({ .work(.reopened($0)) }) { (reopened: inout CaseReopened) in
      reopened.reason = "The leak is back"
    }
    #expect(desk.refusal(reopen, by: "sam") == .wrongState(.responded, action: "reopen"))
    try desk.act(.close(reason: "agreed", override: "lesson in case 7"), by: "hana")
    try desk.act(reopen, by: "sam")
    #expect(desk.file().state == .responded)
    #expect(desk.file().closed == nil)
  }

  @Test func `a letter is stopped in the minute before it leaves, and named`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    let letter = given(desk.lines.last).seq
    let stop = step({ .work(.letterCancelled($0)) }) { (cancelled: inout LetterCancelled) in
      cancelled.reason = "Wrong name"
    }
    #expect(desk.refusal(stop, by: "hana") == .work(.noLetterWaiting))
    desk.now = desk.now.adding(seconds: -10)
    guard case .notYourStep = desk.refusal(stop, by: "patel") else {
      Issue.record("a colleague's letter was stopped")
      return
    }
    try desk.act(stop, by: "hana")
    #expect(desk.file().current?.acknowledged == nil)
    guard case .step(.work(.letterCancelled(let cancelled))) = given(desk.lines.last).event else {
      Issue.record("the stopping is not on record")
      return
    }
    #expect(cancelled.letter == Int(letter))
    #expect(desk.refusal(draft(), by: "hana") == nil)
  }

  @Test func `a translation asked for is owed until it is sent (association-ho-pmo, Stage one)`() throws {
    var desk = Scenario("association-ho-pmo")
    try desk.acknowledged()
    try desk.act(
      step({ .work(.formatAsked($0)) }) { (asked: inout FormatAsked) in asked.what = "the response in Urdu" },
      by: "hana")
    #expect(desk.owed == [.translation])
    try desk.act(sent(.translation), by: "hana")
    #expect(desk.owed == [])
  }

  @Test func `no liability is admitted only with legal advice on the wording (medway-2022 5.11.2)`() throws {
    var desk = Scenario("medway-2022")
    try desk.acknowledged()
    func note(_ advice: String) -> Action {
      step({ .work(.liability($0)) }) { (noted: inout LiabilityNoted) in noted.advice = advice }
    }
    guard case .missing("advice", let clause) = desk.refusal(note(""), by: "patel") else {
      Issue.record("it went without legal advice")
      return
    }
    #expect(clause?.text == "medway-2022 5.11.2")
    try desk.act(note("Legal team, 3 November"), by: "patel")
    #expect(desk.file().work.liability.first?.wording.contains("without admitting liability") == true)
  }

  @Test func `praise is passed on, a complaint is not thanked for`() throws {
    var desk = Scenario()
    try desk.receive()
    let thank = step({ .work(.thanked($0)) }) { (thanked: inout ComplimentThanked) in
      thanked.how = "By phone"
      thanked.staff = ["patel"]
    }
    #expect(desk.refusal(thank, by: "hana") == .work(.notACompliment(nil)))
    try desk.act(.triage(TriageChoice(kind: .compliment, reason: "praise")), by: "hana")
    try desk.act(thank, by: "hana")
    #expect(desk.file().work.thanks.map(\.staff) == [["patel"]])
  }

  @Test func `satisfaction is asked after the answer, on a scale of five`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    func survey(_ score: Int) -> Action {
      step({ .work(.surveyed($0)) }) { (survey: inout SurveyRecorded) in survey.score = score }
    }
    #expect(desk.refusal(survey(4), by: "hana") == .work(.notEndedYet))
    var answered = Scenario()
    try answered.responded()
    #expect(answered.refusal(survey(4), by: "hana") == nil)
    guard case .badValue("score", "6", _) = answered.refusal(survey(6), by: "hana") else {
      Issue.record("six of five was taken")
      return
    }
  }
}
