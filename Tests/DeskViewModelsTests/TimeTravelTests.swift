import Clocks
import Complaints
import DeskViewModels
import Testing

/// `T`: the record as it was known at a time, and back; `H`: what each field was.
@Suite struct TimeTravelTests {
  private func asked(_ practice: PracticeDesk) -> [Moment?] {
    practice.effects.compactMap { effect in
      if case .lookBack(let time) = effect { .some(time) } else { nil }
    }
  }

  @Test func `a day means its end on the landlord's clock, an instant means itself`() throws {
    var practice = PracticeDesk.sample(80, 24)
    practice.press("T2026-07-10<enter>T2026-11-10T08:30:00Z<enter>")
    // 10 July is summer time: its last second is 22:59:59 UTC.
    #expect(asked(practice) == [moment("2026-07-10T22:59:59Z"), moment("2026-11-10T08:30:00Z")])
  }

  @Test func `what is no time is refused with a shape that would do, and nothing is asked for`() {
    var practice = PracticeDesk.sample(80, 24)
    practice.press("Tlast week<enter>")
    #expect(practice.screen().contains("last is no time: give a date, 2026-11-19"))
    #expect(asked(practice).isEmpty)
  }

  @Test func `a week ago can be picked from the list without typing it`() {
    var practice = PracticeDesk.sample(80, 24)
    practice.press("T<down><enter>")
    #expect(asked(practice) == [moment("2026-11-13T23:59:59Z")])
  }

  @Test func `looking back, T comes back at once, and no step can be taken meanwhile`() {
    var practice = PracticeDesk.sample(80, 24)
    practice.asAt = moment("2026-11-10T23:59:59Z")
    practice.readOnly = "this is the record of another time; T comes back to now"
    practice.send(.recordReplaced)
    practice.press("a")
    #expect(practice.screen().contains("Nothing can be recorded: this is the record of another time"))
    practice.press("T")
    #expect(asked(practice) == [nil])
  }

  @Test func `the same case stays selected where it was there already, and sheets close`() throws {
    var practice = PracticeDesk.sample(80, 24)
    practice.press(":3<enter>?")
    practice.send(.recordReplaced)
    #expect(practice.desk.selected == CaseNumber(value: 3))
    #expect(!practice.screen().contains("Keys"))
  }

  @Test func `a field that changed comes first, with every value, who gave it and what was undone`() throws {
    var practice = PracticeDesk.sample(80, 24)
    func told(_ field: String, _ value: String, _ seq: UInt64, corrects: UInt64? = nil, undone: Bool = false)
      -> ToldValue
    {
      ToldValue(
        field: field, value: value, kind: "note", seq: seq, at: moment("2026-11-19T09:00:00Z"),
        recordedAt: moment("2026-11-19T09:00:00Z"), by: login("hana"), corrects: corrects, undone: undone)
    }
    practice.history = [
      told("channel", "phone", 3), told("person.name", "Chen Wei", 3),
      told("person.name", "陈伟", 9, corrects: 3), told("person.name", "陈", 11, corrects: 3, undone: true),
    ]
    practice.press("H")
    try expectGolden(practice, "history")
    let rows = practice.screen().split(separator: "\n").map(String.init)
    let name = try #require(rows.firstIndex { $0.contains("person.name") })
    let channel = try #require(rows.firstIndex { $0.contains("channel") })
    #expect(name < channel)
    #expect(rows[name + 1].contains("陈伟") && rows[name + 1].contains("corrects entry 3"))
    #expect(rows[name + 2].contains("[undone] 陈"))
  }
}
