import Clocks
import Complaints
import Testing

/// Points split, made one, handed to others; matters that come too late.
@Suite struct PointStepTests {
  private func split(_ point: Int, _ parts: [String]) -> Action {
    step({ .work(.split($0)) }) { (split: inout PointSplit) in
      split.point = point
      split.into = parts
    }
  }

  private func merge(_ with: Int, into point: Int) -> Action {
    step({ .work(.pointsMerged($0)) }) { (merged: inout PointsMerged) in
      merged.point = point
      merged.with = with
    }
  }

  private func hand(_ point: Int, to who: String) -> Action {
    step({ .work(.pointHanded($0)) }) { (handed: inout PointHanded) in
      handed.point = point
      handed.to = login(who)
    }
  }

  @Test func `the parts of a split point are decided in its place`() throws {
    var desk = Scenario()
    try desk.readyToAnswer()
    try desk.act(.point(text: "Late and rude", category: ""), by: "patel")
    #expect(desk.refusal(split(2, ["Late"]), by: "patel") == .work(.splitNeedsParts))
    try desk.act(split(2, ["Late", "Rude"]), by: "patel")
    #expect(desk.file().undecidedPoints == [3, 4])
    #expect(desk.refusal(.decide(upheld(2)), by: "patel") == .work(.pointReplaced(2, by: [3, 4])))
    #expect(desk.refusal(respondByLetter, by: "patel") == .pointsUndecided([3, 4], .one))
    try desk.act(.decide(upheld(3)), by: "patel")
    try desk.act(.decide(upheld(4)), by: "patel")
    #expect(desk.refusal(respondByLetter, by: "patel") == nil)
  }

  @Test func `a split owes the resident a notice (manchester-2022, fourth list, item 3)`() throws {
    var desk = Scenario()
    try desk.readyToAnswer()
    try desk.act(split(1, ["Late", "Rude"]), by: "patel")
    #expect(desk.owed == [.separateHandling])
    try desk.act(.undo(seq: nil), by: "patel")
    #expect(desk.owed == [])
    #expect(desk.file().undecidedPoints == [])
  }

  @Test func `two points made one are decided once`() throws {
    var desk = Scenario()
    try desk.readyToAnswer()
    try desk.act(.point(text: "The leak again", category: ""), by: "patel")
    #expect(desk.refusal(merge(1, into: 1), by: "patel") == .work(.pointWithItself))
    try desk.act(merge(2, into: 1), by: "patel")
    #expect(desk.file().undecidedPoints == [])
    #expect(desk.refusal(respondByLetter, by: "patel") == nil)
  }

  @Test func `letters say who answers what where a point has its own handler`() throws {
    var desk = Scenario()
    try desk.readyToAnswer()
    try desk.act(.point(text: "The rent", category: "rent"), by: "patel")
    #expect(whoAnswersWhat(desk.file()).isEmpty)
    try desk.act(hand(2, to: "okafor"), by: "sam")
    let who = whoAnswersWhat(desk.file())
    #expect(who.map(\.who) == [login("patel"), login("okafor")])
    #expect(who.map(\.points) == [[1], [2]])
    #expect(desk.owed == [.separateHandling])
    try desk.act(involved("amira", .complainedAbout), by: "hana")
    guard case .work(.barred) = desk.refusal(hand(1, to: "amira"), by: "sam") else {
      Issue.record("a point went to whoever is complained about")
      return
    }
  }

  @Test func `a new matter after the stage 1 response is a new complaint (code-2024 6.8)`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    let point = Action.point(text: "The bins", category: "")
    #expect(desk.refusal(point, by: "patel") == nil)
    var answered = Scenario()
    try answered.responded()
    #expect(answered.refusal(point, by: "patel") == .work(.pointAfterResponse))
    try answered.act(.escalate(reason: "", late: ""), by: "hana")
    #expect(answered.refusal(point, by: "patel") == .work(.pointAfterResponse))
  }
}
