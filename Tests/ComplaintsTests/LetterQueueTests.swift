import Clocks
import Complaints
import Testing

/// A letter confirmed with its text: when it leaves, and how it is stopped and handed over.
@Suite struct LetterQueueTests {
  private func queued(_ letter: LetterKind, body: String = "Dear …", route: LetterRoute = .post) -> Event {
    var queued = LetterQueued()
    queued.letter = letter
    queued.body = body
    queued.route = route
    return .step(.work(.letterQueued(queued)))
  }

  /// A desk whose newest line is an acknowledgement with its letter.
  private func confirmed() throws -> Scenario {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "reported three times")), by: "hana")
    let reference = desk.file().reference
    let letter = Acknowledgement(stage: .one, definition: "Damp")
    desk.record(
      [
        NewEvent(.complaintAcknowledged(letter), case: reference),
        NewEvent(queued(.acknowledgement), case: reference),
      ], by: "hana")
    return desk
  }

  @Test func `a letter is sent a minute after it was confirmed, with nothing running`() throws {
    let desk = try confirmed()
    let letter = try #require(desk.file().letters.last)
    let confirmedAt = try #require(desk.lines.last).recordedAt
    #expect(letter.standing(at: confirmedAt.adding(seconds: 59)) == .waiting)
    #expect(letter.secondsLeft(at: confirmedAt.adding(seconds: 59)) == 1)
    #expect(letter.standing(at: confirmedAt.adding(seconds: 60)) == .sent)
  }

  @Test func `stopping a letter takes its step back in the same line`() throws {
    var desk = try confirmed()
    let seq = try #require(desk.lines.last).seq
    desk.now = try #require(desk.lines.last).recordedAt.adding(seconds: 20)
    var cancelled = LetterCancelled()
    cancelled.reason = "Wrong date"
    try desk.act(.step(.work(.letterCancelled(cancelled))), by: "hana")
    let file = desk.file()
    #expect(file.letters.first { $0.seq == seq }?.standing(at: desk.now) == .cancelled)
    #expect(file.current?.acknowledged == nil)
  }

  @Test func `a letter stopped on one day is not put back on another, since its words are of its day`() throws
  {
    var desk = try confirmed()
    let seq = try #require(desk.lines.last).seq
    desk.now = try #require(desk.lines.last).recordedAt.adding(seconds: 20)
    try desk.act(.undo(seq: seq), by: "hana")
    #expect(desk.refusal(.redo(seq: seq), by: "hana") == nil)
    desk.wait(days: 1)
    #expect(desk.refusal(.redo(seq: seq), by: "hana") == .work(.letterTooOld(seq)))
  }

  @Test func `a letter put back waits another minute`() throws {
    var desk = try confirmed()
    let seq = try #require(desk.lines.last).seq
    desk.now = try #require(desk.lines.last).recordedAt.adding(seconds: 20)
    try desk.act(.undo(seq: seq), by: "hana")
    let putBack = desk.now
    try desk.act(.redo(seq: seq), by: "hana")
    let letter = try #require(desk.file().letters.last)
    #expect(letter.standing(at: putBack.adding(seconds: 59)) == .waiting)
    #expect(letter.standing(at: putBack.adding(seconds: 60)) == .sent)
  }

  @Test func `a letter that has left can be neither stopped nor undone`() throws {
    var desk = try confirmed()
    let seq = try #require(desk.lines.last).seq
    desk.now = try #require(desk.lines.last).recordedAt.adding(seconds: 60)
    #expect(desk.refusal(.undo(seq: seq), by: "hana") == .letterHasLeft(seq: seq))
  }

  @Test func `a letter is handed over once`() throws {
    var desk = try confirmed()
    let seq = try #require(desk.lines.last).seq
    desk.now = try #require(desk.lines.last).recordedAt.adding(seconds: 61)
    let take = Action.step(.work(.letterTaken(LetterTaken())))
    try desk.act(take, by: "hana")
    #expect(desk.file().letters.first { $0.seq == seq }?.standing(at: desk.now) == .taken)
    #expect(desk.refusal(take, by: "hana") == .work(.nothingToTake))
  }

  @Test func `a case with a letter still waiting is taken whole a minute later`() throws {
    var desk = try confirmed()
    desk.now = try #require(desk.lines.last).recordedAt.adding(seconds: 10)
    let seq = try #require(desk.lines.last).seq
    #expect(desk.refusal(.step(.work(.letterTaken(LetterTaken()))), by: "hana") == .work(.letterWaits(seq)))
  }

  @Test(arguments: LetterKind.allCases)
  func `a letter that goes with a step cannot be sent without it`(_ letter: LetterKind) throws {
    let desk = try confirmed()
    var queued = LetterQueued()
    queued.letter = letter
    let refusal = desk.refusal(.step(.work(.letterQueued(queued))), by: "hana")
    if let action = letter.sentBy {
      #expect(refusal == .work(.letterGoesWith(letter, action: action)))
    } else {
      #expect(refusal != .work(.letterGoesWith(letter, action: "")))
    }
  }

  @Test func `a line from before texts were kept still leaves after a minute`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.triage(TriageChoice(kind: .complaint, reason: "reported three times")), by: "hana")
    let reference = desk.file().reference
    let letter = Acknowledgement(stage: .one, definition: "Damp")
    desk.record([NewEvent(.complaintAcknowledged(letter), case: reference)], by: "hana")
    let line = try #require(desk.lines.last)
    #expect(desk.file().leaves(line.seq) == line.recordedAt.adding(seconds: 60))
    #expect(desk.file().letters.isEmpty)
  }
}
