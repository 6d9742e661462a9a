import Clocks
import Complaints
import Testing

/// Whose work is whose within a case, and giving it to somebody else.
@Suite struct WorkItemTests {
  private func desk() throws -> Scenario {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    try desk.act(.point(text: "The leak", category: "repairs"), by: "patel")
    try desk.take("point-handler", ["point": "1", "to": "amira"], by: "sam")
    try desk.take("promise", ["text": "new tap", "due": "2026-12-01", "owner": "amira"])
    try desk.take("callback", ["day": "2026-11-04", "owner": "amira"])
    try desk.take("request", ["to": "service", "name": "Roofs", "text": "when?"], by: "amira")
    try desk.take("learn", ["text": "ring first", "owner": "amira"])
    return desk
  }

  private let items: [WorkItem] = [
    .point(1), .item(.promise, 1), .item(.callback, 1), .item(.request, 1), .item(.lesson, 1),
  ]

  @Test func `open work is the case, and points, promises, call-backs, requests and lessons of one's own`()
    throws
  {
    let desk = try desk()
    #expect(desk.file().openWork(of: login("patel")) == [.theCase])
    #expect(desk.file().openWork(of: login("amira")) == items)
    #expect(desk.file().openWork(of: login("hana")) == [])
  }

  @Test func `each piece goes to a colleague by a step of its own, and undoing it gives it back`() throws {
    var desk = try desk()
    for item in items { try desk.act(item.given(to: login("okafor")), by: "sam") }
    #expect(desk.file().openWork(of: login("amira")) == [])
    #expect(desk.file().openWork(of: login("okafor")) == items)
    try desk.act(.undo(seq: nil), by: "sam")
    #expect(desk.file().openWork(of: login("amira")) == [.item(.lesson, 1)])
  }

  @Test func `what is done is nobody's open work, and is not handed on`() throws {
    var desk = try desk()
    try desk.take("fulfil", ["promise": "1", "proof": "photo"])
    #expect(!desk.file().openWork(of: login("amira")).contains(.item(.promise, 1)))
    #expect(
      desk.refusal(WorkItem.item(.promise, 1).given(to: login("okafor")), by: "sam")
        == .work(.noOpenItem(.promise, 1, open: [])))
    #expect(
      desk.refusal(WorkItem.item(.lesson, 2).given(to: login("okafor")), by: "sam")
        == .work(.noOpenItem(.lesson, 2, open: [1])))
    #expect(
      desk.refusal(WorkItem.item(.lesson, 1).given(to: login("nobody")), by: "sam")
        == .noSuchStaff("nobody"))
  }

  @Test func `a colleague complained about is not given a point (Code 5.8)`() throws {
    var desk = try desk()
    try desk.take("involved", ["how": "complained-about", "who": "okafor"])
    guard
      case .work(.barred(login("okafor"), .complainedAbout, _)) = desk.refusal(
        WorkItem.point(1).given(to: login("okafor")), by: "sam")
    else {
      Issue.record("okafor was given the point")
      return
    }
  }
}
