import Clocks
import Complaints
import Testing

@Suite struct UndoTests {
  @Test func `a step undone leaves its line and none of its effect`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .enquiry, reason: "asked the rent")), by: "hana")
    try desk.act(.undo(seq: nil), by: "hana")
    #expect(desk.file().state == .untriaged)
    #expect(desk.file().entries.map(\.undone) == [false, true, false])
    try desk.act(.redo(seq: nil), by: "hana")
    #expect(desk.file().kind == .enquiry)
  }

  @Test func `a letter can be undone for a minute, then it has left`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    let letter = desk.lines.last!.seq
    #expect(desk.refusal(.undo(seq: letter), by: "hana") == .letterHasLeft(seq: letter))
    desk.now = desk.now.adding(seconds: -1)
    #expect(desk.refusal(.undo(seq: letter), by: "hana") == nil)
  }

  @Test func `a step that later steps stand on stays`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    let point = desk.lines.last!.seq
    try desk.act(.decide(upheld(1)), by: "patel")
    #expect(
      desk.refusal(.undo(seq: point), by: "patel") == .laterStepDepends(seq: point, later: point + 1))
    try desk.act(.undo(seq: nil), by: "patel")
    #expect(desk.refusal(.undo(seq: point), by: "patel") == nil)
  }

  @Test func `nobody undoes a colleague's step`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.note(text: "x"), by: "hana")
    let note = desk.lines.last!.seq
    #expect(desk.refusal(.undo(seq: note), by: "sam") == .notYourStep(seq: note, by: login("hana")))
    #expect(desk.refusal(.undo(seq: nil), by: "sam") == .nothingToUndo)
  }

  @Test func `a correction shows the new words and keeps the old line`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.correct(Corrected(seq: 1, field: "narrative", value: "Water through the wall")), by: "hana")
    #expect(desk.file().contact.narrative == "Water through the wall")
    guard case .contactReceived(let first) = desk.lines[0].event else { return }
    #expect(first.narrative == "Four visits were missed")
    guard
      case .noSuchField = desk.refusal(.correct(Corrected(seq: 1, field: "colour", value: "x")), by: "hana")
    else {
      Issue.record("a field that is not there was corrected")
      return
    }
  }
}
