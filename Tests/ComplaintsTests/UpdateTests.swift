import Clocks
import Complaints
import Testing

/// Updates owed to the resident: for a promise that slipped, and at the intervals agreed.
@Suite struct UpdateTests {
  /// The update clocks of case 1 as they stand, with their due days.
  private func updates(_ desk: Scenario) -> [String] {
    desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false)
      .filter { $0.clock == "update" }
      .map { "\($0.target.rawValue) \($0.state.rawValue) \($0.due?.description ?? "-") \($0.clause.text)" }
  }

  private func promised(_ profile: String = "manchester-2022") throws -> Scenario {
    var desk = Scenario(profile)
    try desk.responded(override: "agreed by telephone")
    try desk.take("promise", ["text": "A new radiator", "due": "2026-11-10"])
    return desk
  }

  @Test func `a promise that slips owes an update from the next day, until the resident is told (Code 6.6)`()
    throws
  {
    var desk = try promised()
    desk.wait(days: 8)
    #expect(updates(desk).isEmpty)
    desk.wait(days: 1)
    #expect(updates(desk) == ["code due 2026-11-11 code-2024 6.6"])
    desk.wait(days: 2)
    #expect(updates(desk) == ["code overdue 2026-11-11 code-2024 6.6"])
    try desk.take("update", ["text": "The part is late", "promise": "1"])
    #expect(updates(desk) == ["code late 2026-11-11 code-2024 6.6"])
    #expect(
      !lettersOwed(desk.file(), desk.rules, today: day("2026-11-20")).contains {
        $0.letter == .promiseSlipped
      })
  }

  @Test func `a landlord's own interval for updates holds beside it (every-shape 7.2)`() throws {
    var desk = try promised("every-shape")
    desk.wait(days: 9)
    #expect(
      updates(desk) == [
        "landlord running 2026-11-25 every-shape 7.2", "code due 2026-11-11 code-2024 6.6",
      ])
  }

  @Test func `a promise moved before its day owes nothing for that day, and one kept in time never`() throws {
    var desk = try promised()
    try desk.take("move-promise", ["promise": "1", "to": "2026-11-20", "reason": "x", "told": "phone"])
    desk.wait(days: 12)
    #expect(updates(desk).isEmpty)
    try desk.take("fulfil", ["promise": "1", "proof": "photo"])
    desk.wait(days: 30)
    #expect(updates(desk).isEmpty)
  }

  @Test func `agreed intervals run on from update to update until the response goes (Code 5.9)`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    #expect(
      try desk.refusing("update", ["text": "x", "next": "2026-11-01"])
        == .badValue(field: "next", value: "2026-11-01", allowed: "a day after the update"))
    try desk.take("update", ["text": "The survey is booked", "every": "7"])
    #expect(updates(desk) == ["landlord running 2026-11-09 manchester-2022, date agreed"])
    let row = CaseRow(of: desk.file(), profileIndex: { _ in 0 })
    #expect(row.marks.contains(.updates))
    desk.wait(days: 6)
    try desk.take("update", ["text": "The survey was done"])
    #expect(
      updates(desk) == [
        "landlord met 2026-11-09 manchester-2022, date agreed",
        "landlord running 2026-11-15 manchester-2022, date agreed",
      ])
    try desk.act(.point(text: "The leak", category: ""), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    try desk.act(.contact(talk), by: "patel")
    try desk.act(.respond(channel: .letter, text: "", override: "agreed"), by: "patel")
    #expect(updates(desk).last == "landlord met 2026-11-15 manchester-2022, date agreed")
    #expect(!CaseRow(of: desk.file(), profileIndex: { _ in 0 }).marks.contains(.updates))
  }

  @Test func `a late response owes an update and agreed intervals (Code 5.9)`() throws {
    var desk = Scenario()
    try desk.acknowledged()
    func owed() -> [OwedLetter] {
      lettersOwed(desk.file(), desk.rules, today: desk.rules.zone.day(of: desk.now)).map(\.letter)
    }
    desk.wait(days: 14)
    #expect(owed().isEmpty)
    desk.wait(days: 1)
    #expect(owed() == [.update])
    try desk.take("update", ["text": "Two more weeks", "every": "5"])
    #expect(owed().isEmpty)
  }
}
