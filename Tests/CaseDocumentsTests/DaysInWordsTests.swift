import CaseDocuments
import Clocks
import Testing

@Suite struct `Days in words` {
  let today = CalendarDay("2026-11-20") ?? CalendarDay(number: 0)

  @Test(arguments: [
    ("2026-11-26", "Thursday 26 November"), ("2027-01-04", "Monday 4 January 2027"),
    ("2025-02-28", "Friday 28 February 2025"), ("2026-01-01", "Thursday 1 January"),
  ])
  func `the year is said only where it is not this one`(_ day: String, _ words: String) throws {
    #expect(DaysInWords.long(try #require(CalendarDay(day)), today: today) == words)
  }

  @Test(arguments: [
    ("2026-11-20", "today"), ("2026-11-21", "1 day"), ("2026-11-30", "10 days"),
    ("2026-11-18", "2 days over"),
  ])
  func `distance to a date`(_ day: String, _ words: String) throws {
    #expect(distanceWords(try #require(CalendarDay(day)), today: today) == words)
  }
}
