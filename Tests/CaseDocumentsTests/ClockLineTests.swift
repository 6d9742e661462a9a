import CaseDocuments
import Clocks
import PlainText
import Testing

@Suite struct `Clocks written straight into a line` {
  /// Rules of three clocks: dated, in hours, and waiting for a meeting.
  func book() throws -> RuleBook {
    let text = """
      {"profile": "mine", "title": "Mine", "escalationReason": "9", "stages": [{"name": "One",
        "acknowledge": {"within": 24, "unit": "hours", "from": "received", "clause": "1"},
        "respond": {"within": 10, "unit": "working-days", "from": "acknowledged", "clause": "2 – “two”",
          "reading": "Read so."},
        "escalatesOnSilence": {"within": 1, "unit": "weeks", "from": "received", "clause": "3",
          "meetings": ["2026-01-20"], "bar": {"within": 3, "unit": "weeks", "clause": "4"}},
        "decider": {"roles": ["reviewer"], "post": "somebody", "clause": "5"}},
        {"name": "Two", "decider": {"roles": ["reviewer"], "post": "somebody", "clause": "5"}}]}
      """
    let profile = try parseProfile(text, file: "mine.json")
    let holidays = HolidayCalendar(
      nation: .scotland,
      holidays: [BankHoliday(day: try #require(CalendarDay("2026-12-25")), name: "Christmas")],
      coveredYears: 2026...2026, version: "2026-2026")
    return RuleBook(
      profiles: [profile], code: profile, calendar: WorkingCalendar(holidays: holidays),
      zone: ZoneTable(transitions: [], initialOffset: 0), calendarVersion: "x")
  }

  @Test(arguments: [
    ["received=2026-01-05"], ["received=2026-01-05T09:00Z"], ["received=2026-02-05"],
    ["received=2026-01-05", "acknowledged=2026-01-06"], ["acknowledged=2026-12-28"],
  ])
  func `the text is the record's, with days and without`(_ events: [String]) throws {
    let book = try book()
    var given: [StartEvent: Occurrence] = [:]
    for event in events {
      let parts = event.split(separator: "=").map(String.init)
      given[try #require(StartEvent(rawValue: parts[0]))] = book.zone.occurrence(parts[1])
    }
    for explain in [false, true] {
      let clocks = try book.clocks(
        profile: "mine", events: given, now: Moment(seconds: 1_767_700_000), explain: explain)
      #expect(!clocks.isEmpty)
      for clock in clocks {
        var writer = JSONWriter()
        appendClock(clock, to: &writer)
        #expect(writer.text == jsonText(clockRecord(clock)))
      }
    }
  }
}
