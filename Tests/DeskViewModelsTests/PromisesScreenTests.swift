import Complaints
import DeskViewModels
import Testing

/// What was promised and is not kept yet, of every case, ended or not (Code 6.6, 7.3).
@Suite struct `The promises of the office` {
  private func desk(_ columns: Int = 80, _ rows: Int = 24, as name: String = "patel") throws -> PracticeDesk {
    var practice = PracticeDesk.sample(columns, rows, as: name)
    for (number, text, due, owner) in [
      (4 as UInt32, "The lift engineer comes weekly", "2026-12-01", "patel"),
      (3, "A new joint in the door", "2026-11-17", "okafor"),
      (1, "A call by the area manager", "2026-11-20", "patel"),
    ] {
      var promise = PromiseMade()
      promise.text = text
      promise.due = day(due)
      promise.owner = login(owner)
      try practice.elsewhere(.step(.remedy(.promised(promise))), on: number, by: "hana")
    }
    return practice
  }

  private func shown(_ practice: PracticeDesk) -> [String] {
    practice.screen().split(separator: "\n").map(String.init).filter { $0.contains("C26-") }
  }

  @Test(arguments: goldenSizes) func `stand on a screen of their own`(_ columns: Int, _ rows: Int) throws {
    var practice = try desk(columns, rows)
    practice.press("m")
    try expectGolden(practice, "promises")
    practice.press("j")
    #expect(practice.screen().contains("›"))
  }

  @Test func `stand by their day, and who waits for word of one that slipped is marked`() throws {
    var practice = try desk(120, 40)
    practice.press("m")
    let rows = shown(practice)
    #expect(rows.count == 3)
    #expect(rows[0].contains("!!was due 17 Nov") && rows[0].contains("not told · A new joint"))
    #expect(rows[1].contains("! today 20 Nov") && rows[1].contains("Amina Hussain"))
    #expect(rows[2].contains("1 Dec") && rows[2].contains("patel"))
  }

  @Test func `Tab leaves mine`() throws {
    var practice = try desk()
    practice.press("m<tab>")
    #expect(shown(practice).count == 2)
    #expect(practice.screen().contains("mine ─ 2"))
  }

  @Test func `Enter goes to the case`() throws {
    var practice = try desk()
    practice.press("m<enter>")
    #expect(practice.desk.selected == CaseNumber(value: 3))
  }

  @Test func `one is kept with what shows it, and leaves the list`() throws {
    var practice = try desk()
    practice.press("mf")
    #expect(practice.screen().contains("C26-000003"))
    practice.press("Fitted and photographed<ctrl-s>")
    #expect(practice.file(3).redress.promises.first?.kept?.proof == "Fitted and photographed")
    #expect(practice.screen().contains("Promises to keep ─ all ─ 2"))
  }

  @Test func `one gets another date, and the resident is told`() throws {
    var practice = try desk()
    practice.press("mx2026-12-04<tab>The part is late<tab>by telephone<ctrl-s>")
    #expect(practice.file(3).redress.promises.first?.due == day("2026-12-04"))
    #expect(practice.screen().contains("4 Dec"))
  }

  @Test func `word of one that slipped is given from there`() throws {
    var practice = try desk()
    practice.press("mcWe wait for the joint<ctrl-s>")
    #expect(practice.file(3).work.updates.first?.given.promise == 1)
    #expect(!practice.screen().contains("not told"))
  }

  @Test func `where all are kept it says so`() {
    var practice = PracticeDesk.sample()
    practice.press("m")
    #expect(practice.screen().contains("Every promise is kept."))
  }
}
