import Clocks
import SettingsFiles
import Testing

@Suite struct `Profiles and calendars are read, or refused where they are wrong` {
  /// A wrong profile made from the Code's by one replacement, and the error it gives.
  @Test(arguments: [
    (
      "\"within\": 5, \"unit\"", "\"within\": 0, \"unit\"", 9, "a whole number from 1 to 3660 is needed here"
    ),
    ("working-days", "wroking-days", 9, "working-days, calendar-days, weeks, months, hours"),
    ("\"from\": \"received\"", "\"form\": \"received\"", 9, "\"form\" is not known here"),
    (", \"clause\": \"6.2\"", "", 9, "\"clause\" is missing here"),
    ("\"cap\": \"more\"", "\"cap\": \"lots\"", 11, "none, more, in-all"),
    ("\"item\": \"definition\"", "\"item\": \"vibes\"", 29, "one of these is needed here"),
    ("\"title\": \"Complaint Handling Code 2024\"", "\"title\": 2024", 3, "a text in quotes is needed here"),
  ])
  func `an error names its line`(_ old: String, _ new: String, _ line: Int, _ says: String) throws {
    let text = try #require(embeddedProfileText("code-2024"))
    let range = try #require(text.firstRange(of: old))
    let wrong = text.replacing(old, with: new, subrange: range.lowerBound..<text.endIndex, maxReplacements: 1)
    let error = try #require(throws: ProfileError.self) { try parseProfile(wrong, file: "mine.json") }
    #expect(error.file == "mine.json")
    #expect(error.line == line)
    #expect(error.what.contains(says))
  }

  @Test func `a broken text names line and column`() throws {
    let error = try #require(throws: ProfileError.self) {
      try parseProfile("{\n  \"profile\": \"x\",\n  nonsense\n}", file: "mine.json")
    }
    #expect(error.line == 3 && error.column == 3)
  }

  @Test func `what Manchester asks of an acknowledgement is joined by what only the Code asks`() throws {
    let rules = try LandlordRules("manchester-2022")
    let items = rules.book.acknowledgementContents(profile: "manchester-2022", stage: 1)
    #expect(items.map(\.item) == [.handler, .handlerContact, .definition, .outcome, .notOurs])
    #expect(
      items.map(\.clause.source) == [
        "manchester-2022", "manchester-2022", "code-2024", "code-2024", "code-2024",
      ])
  }

  @Test func `a triage answer the landlord is silent on falls to the Code`() throws {
    let rules = try LandlordRules("manchester-2022")
    #expect(rules.book.triageClause("survey", profile: "")?.clause.text == "code-2024 1.6")
    #expect(
      rules.book.triageClause("first-report", profile: "")?.clause.text
        == "manchester-2022, What is a request for service?")
  }

  @Test func `where a policy is silent the profile says which reading it takes`() throws {
    let stages = try #require(try embeddedProfile("manchester-2022")).stages
    let rules = stages.flatMap { [$0.acknowledge, $0.respond, $0.window].compactMap(\.self) }
    #expect(rules.count == 5)
    #expect(rules.allSatisfy { $0.readingReason != nil })
  }

  @Test func `stage 2 is for somebody else, and that stands in the Code`() throws {
    for name in shippedProfileNames {
      let second = try #require(try embeddedProfile(name)?.stage(2))
      #expect(second.decider.notEarlierDecider)
      #expect(second.decider.notEarlierClause == Clause(source: "code-2024", place: "6.13"))
    }
  }

  @Test func `bank holidays of another nation are refused`() throws {
    let error = try #require(throws: DataFileError.self) {
      try parseHolidays(embeddedHolidaysText(.scotland), nation: .englandAndWales, file: "mine.json")
    }
    #expect(error.line == 2)
    #expect(error.what.contains("scotland"))
  }

  @Test func `a year announced only in part is not covered`() throws {
    let text = """
      {"division": "scotland", "events": [{"date": "2026-01-01", "title": "New Year"},
       {"date": "2026-12-25", "title": "Christmas"}, {"date": "2027-01-01", "title": "New Year"}]}
      """
    #expect(try parseHolidays(text, nation: .scotland).coveredYears == 2026...2026)
  }

  @Test func `the official file of all nations is read for the one asked for`() throws {
    let parts = Nation.allCases.map { "\"\($0.rawValue)\": \(embeddedHolidaysText($0))" }
    let whole = "{" + parts.joined(separator: ",") + "}"
    for nation in Nation.allCases {
      #expect(try parseHolidays(whole, nation: nation) == embeddedHolidays(nation))
    }
  }
}
