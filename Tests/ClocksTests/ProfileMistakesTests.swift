import Clocks
import SettingsFiles
import Testing

/// A part of the every-shape profile written wrongly, and the message it must give.
struct Mistake: Sendable, CustomTestStringConvertible {
  let right: String
  let wrong: String
  let says: String

  init(_ right: String, _ wrong: String, _ says: String) {
    self.right = right
    self.wrong = wrong
    self.says = says
  }

  var testDescription: String { says }
}

@Suite struct `Every mistake of a profile is told, each in its own words` {
  static let clockParts =
    "bar, bySeverity, clause, count, cutOffHour, endsOnWorkingDay, from, meetings, orLater, reading, silent, unit, within"
  static let events = StartEvent.allCases.map(\.rawValue).joined(separator: ", ")

  static let mistakes = [
    Mistake("\"owner\": \"Everyshape Homes\"", "\"owner\": 7", "a text in quotes is needed here"),
    Mistake(
      "\"nextReview\": \"2028-01\"", "\"nextReview\": \"2025-01\"",
      "the next review is before the publication, 2026-01"),
    Mistake(
      "\"inForce\": \"2026-02-01\"", "\"inForce\": \"1 February 2026\"", "a date YYYY-MM-DD is needed here"),
    Mistake(
      "\"deemedDelivery\": {\"within\": 2,", "\"deemedDelivery\": {\"days\": 2, \"within\": 2,",
      "\"days\" is not known here; allowed: clause, unit, within"),
    Mistake("\"name\": \"First look\"", "\"name\": \"\"", "this may not be empty"),
    Mistake(
      "{\"within\": 24, \"unit\": \"hours\", \"from\": \"received\", \"clause\": \"2.1\"}",
      "{\"within\": 24, \"unit\": \"hours\", \"from\": \"received\", \"count\": \"following\", \"clause\": \"2.1\"}",
      "hours run by the clock; \"count\" goes with days, weeks or months"),
    Mistake(
      "\"cutOffHour\": 16", "\"cutOffHour\": 25", "a whole number from 0 to 23 is needed here"),
    Mistake(
      "\"unit\": \"weeks\", \"from\": \"allocated\"", "\"unit\": \"fortnights\", \"from\": \"allocated\"",
      "one of these is needed here: working-days, calendar-days, weeks, months, hours"),
    Mistake(
      "\"orLater\": {\"within\": 10, \"unit\": \"working-days\"",
      "\"orLater\": {\"within\": 10, \"unit\": \"hours\"",
      "the later of two limits is a day; hours cannot be one of them"),
    Mistake(
      "\"cap\": \"more\", \"within\": 10, \"unit\": \"working-days\", \"clause\": \"2.4\"",
      "\"cap\": \"more\", \"within\": 10, \"unit\": \"working-days\", \"from\": \"received\", \"clause\": \"2.4\"",
      "with the cap more the count goes on from the first date; \"from\" goes with in-all"),
    Mistake(
      "\"ombudsman\", \"updates\"]", "\"ombudsman\", \"biscuits\"]",
      "one of these is needed here: reason, date, ombudsman, updates"),
    Mistake(
      "\"from\": \"received\", \"clause\": \"2.6\"", "\"from\": \"stage2-requested\", \"clause\": \"2.6\"",
      "\"stage2-requested\" comes after stage 1's escalatesOnSilence and cannot start it"),
    Mistake(
      "\"bar\": \"complained-about\"", "\"bar\": \"friends\"",
      "one of these is needed here: complained-about, same-area-if-bias, significant-involvement, any-involvement"
    ),
    Mistake(
      "\"roles\": [\"supervisor\"]", "\"roles\": [\"boss\"]",
      "a role is needed here: handler, investigator, reviewer, director, supervisor, resident-reviewer, scrutiny, administrator"
    ),
    Mistake(
      "\"count\": \"inclusive\"", "\"count\": \"including\"",
      "one of these is needed here: following, deferred, inclusive"),
    Mistake(
      "{\"severity\": \"serious\", \"within\": 48", "{\"severity\": \"grave\", \"within\": 48",
      "\"grave\" is not among the profile's \"severities\": usual, serious"),
    Mistake(
      "\"cap\": \"in-all\", \"within\": 30", "\"cap\": \"in-all\", \"within\": 12",
      "in all 12 working days is less than the 20 working days the response has without it"),
    Mistake(
      ",\n        \"silent\": [\"unit\"], \"reading\": \"Days are calendar days, since working days are named elsewhere.\"",
      ",\n        \"silent\": [\"unit\"]", "what the policy leaves open needs a \"reading\" with its reason"),
    Mistake(
      "\"from\": \"draft-sent\"", "\"from\": \"draft\"", "one of these is needed here: \(events)"),
    Mistake(
      "{\"by\": \"serious\"", "{\"by\": \"luck\"",
      "one of these is needed here: choice, agreement, serious"),
    Mistake(
      "\"2026-09-15\", \"2026-12-15\"", "\"2026-09-15\", \"2026-08-15\"",
      "meeting dates must rise; 2026-08-15 does not come after 2026-09-15"),
    Mistake(
      "\"cap\": \"agreement\",", "\"cap\": \"agreement\", \"within\": 5,",
      "\"within\" goes with the cap more or in-all, not with agreement"),
    Mistake(
      "\"stages\": [4]", "\"stages\": [5]", "the policy has stages 1 to 4"),
    Mistake(
      "{\"item\": \"decision\", \"clause\": \"6.1\"}",
      "{\"item\": \"decision\", \"clause\": \"6.1\"}, {\"item\": \"decision\", \"clause\": \"6.1\"}",
      "\"decision\" is already owed at the same stage"),
    Mistake(
      "\"escalationReason\": \"3.11\"", "\"escalationReason\": \"@code-2024\"",
      "after @ a document and a place are needed, such as \"@code-2024 6.2\""),
    Mistake(
      "{\"clock\": \"promise\"", "{\"clock\": \"order\"", "the clock order is already given"),
    Mistake(
      "\"legal\": \"filed\", ", "",
      "the test legal needs \"legal\": filed, started, subject-to, is-or-has-been, with-representatives"),
    Mistake(
      "\"accepted\": true", "\"accepted\": \"yes\"", "true or false is needed here"),
    Mistake("\"threshold\": 1", "\"threshold\": 3", "a threshold of 3 can never be met by 2 criteria"),
    Mistake(
      "\"profile\": \"council-feedback\"", "\"profile\": \"every-shape\"",
      "a track leads to another profile than this one"),
  ]

  static func right() throws -> String { try #require(embeddedProfileText("every-shape")) }

  static func put(_ mistake: Mistake, in text: String) throws -> String {
    let range = try #require(text.firstRange(of: mistake.right), "\(mistake.right)")
    return text.replacingCharacters(range, mistake.wrong)
  }

  @Test func `there are thirty, all different`() {
    #expect(Self.mistakes.count == 30)
    #expect(Set(Self.mistakes.map(\.says)).count == 30)
  }

  @Test(arguments: mistakes)
  func `one mistake gives one message, at its line`(_ mistake: Mistake) throws {
    let right = try Self.right()
    let wrong = try Self.put(mistake, in: right)
    let reading = readProfile(wrong, file: "mine.json")
    #expect(reading.profile == nil)
    #expect(reading.mistakes.map(\.what) == [mistake.says])
    // The place is inside what was changed, or the object it belongs to.
    let changed = try #require(
      wrong.ranges(of: mistake.wrong.isEmpty ? "\"test\": \"legal\"" : mistake.wrong).last)
    let from = wrong[..<changed.lowerBound].count { $0 == "\n" } + 1
    let to = wrong[..<changed.upperBound].count { $0 == "\n" } + 1
    let first = try #require(reading.mistakes.first)
    #expect((from - 2...to + 1).contains(first.line))
    #expect(throws: first) { try parseProfile(wrong, file: "mine.json") }
  }

  @Test func `one file with all thirty reports all in one run, from top to bottom`() throws {
    var text = try Self.right()
    for mistake in Self.mistakes { text = try Self.put(mistake, in: text) }
    let reading = readProfile(text, file: "mine.json")
    #expect(reading.mistakes.map(\.what).sorted() == Self.mistakes.map(\.says).sorted())
    let places = reading.mistakes.map { $0.line * 1000 + $0.column }
    #expect(places == places.sorted())
    #expect(Set(places).count == 30)
  }

  @Test func `line and column stand at the value itself`() throws {
    let text = "{\n  \"profile\": \"mine\",\n  \"titel\": \"x\"\n}"
    let mistakes = readProfile(text, file: "mine.json").mistakes
    let stranger = try #require(mistakes.first { $0.what.contains("titel") })
    #expect(stranger.line == 3 && stranger.column == 12)
    #expect(mistakes.contains { $0.what == "\"title\" is missing here" })
    #expect(mistakes.contains { $0.what == "\"stages\" is missing here" })
  }

  @Test(arguments: [
    ("{}", "\"profile\" is missing here"), ("[]", "an object in { } is needed here"),
    ("{", "expected a name in quotes, found the end"),
  ])
  func `a file that is no profile says so`(_ text: String, _ first: String) {
    #expect(readProfile(text, file: "mine.json").mistakes.first?.what == first)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<String.Index>, _ other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
