import Clocks
import SettingsFiles
import Testing

/// A change to a policy that otherwise says what the Code says, and the one thing the check must then find.
struct Departure: Sendable, CustomTestStringConvertible {
  let right: String
  let wrong: String
  let finding: String

  init(_ right: String, _ wrong: String, _ finding: String) {
    self.right = right
    self.wrong = wrong
    self.finding = finding
  }

  var testDescription: String { finding }
}

@Suite struct `Each way to depart from the Code is found, and nothing else with it` {
  static let firstAcknowledge =
    "\"acknowledge\": {\"within\": 5, \"unit\": \"working-days\", \"from\": \"received\", \"clause\": \"6.2\"},"
  static let firstRespond =
    "\"respond\": {\"within\": 10, \"unit\": \"working-days\", \"from\": \"stage1-acknowledged\", \"clause\": \"6.3\"},"
  static let firstExtension =
    "\"extension\": {\"cap\": \"more\", \"within\": 10, \"unit\": \"working-days\",\n        \"notice\": [\"reason\", \"date\", \"ombudsman\"], \"clause\": \"6.4\","
  static let secondAcknowledge =
    "\"acknowledge\": {\"within\": 5, \"unit\": \"working-days\", \"from\": \"stage2-requested\", \"clause\": \"6.11\"},"
  static let house =
    "\"address\": \"PO Box 1484, Unit D, Preston PR2 0ET\", \"phone\": \"0300 111 3000\","

  static let stages = [
    Departure(
      "\"notEarlierDecider\": true, \"clause\": \"6.13\"}\n    }\n  ],",
      "\"notEarlierDecider\": true, \"clause\": \"6.13\"}\n    },\n    {\"name\": \"Three\", \"decider\": {\"roles\": [\"director\"], \"post\": \"board\", \"clause\": \"9.9\"}}\n  ],",
      "looser: the policy has 3 stages; the Code has two and never more [mine 9.9 / 5.3]"),
    Departure(
      "\"closing\": [",
      "\"extraSteps\": [{\"place\": \"before\", \"says\": \"a talk\", \"clause\": \"9.9\"}], \"closing\": [",
      "looser: a step before stage 1 (a talk) is an extra stage under another name [mine 9.9 / 5.2]"),
    Departure(
      "\"closing\": [",
      "\"extraSteps\": [{\"place\": \"outside\", \"says\": \"a councillor\", \"clause\": \"9.9\"}], \"closing\": [",
      "outdated: a step outside the landlord (a councillor) was abolished on 1 October 2022: after stage 2 comes the Ombudsman [mine 9.9 / 6.19]"
    ),
    Departure(
      "\"notEarlierDecider\": true, \"clause\": \"6.13\"", "\"clause\": \"6.13\"",
      "looser: stage 2 may be decided by whoever decided stage 1 [mine 6.13 / 6.13]"),
    Departure(
      "\"notEarlierDecider\": true, \"clause\": \"6.13\"",
      "\"notEarlierDecider\": true, \"notEarlierClause\": \"@code-2024 6.13\", \"clause\": \"6.13\"",
      "silent: the policy does not say that stage 2 is decided by somebody else [- / 6.13]"),
  ]

  static let limits = [
    Departure(
      secondAcknowledge, "",
      "silent: no limit for the acknowledgement at stage 2; the Code's is 5 working days [- / 6.11]"),
    Departure(
      firstAcknowledge, firstAcknowledge.replacing("\"received\"", with: "\"logged\""),
      "looser: the acknowledgement at stage 1 counts from logged, the Code's from receipt [mine 6.2 / 6.2]"),
    Departure(
      firstRespond, firstRespond.replacing("\"stage1-acknowledged\"", with: "\"allocated\""),
      "looser: the response at stage 1 counts from allocated, the Code's from the acknowledgement [mine 6.3 / 6.3]"
    ),
    Departure(
      firstRespond, firstRespond.replacing("\"within\": 10", with: "\"within\": 15"),
      "looser: the response at stage 1 may take 15 working days; the Code's limit is 10 working days [mine 6.3 / 6.3]"
    ),
    Departure(
      firstRespond,
      firstRespond.replacing(
        "\"within\": 10, \"unit\": \"working-days\"", with: "\"within\": 1, \"unit\": \"months\""),
      "looser: the response at stage 1 may take 1 month; the Code's limit is 10 working days [mine 6.3 / 6.3]"
    ),
    Departure(
      firstRespond, firstRespond.replacing("\"clause\"", with: "\"meetings\": [\"2026-12-15\"], \"clause\""),
      "looser: the response at stage 1 waits for the next of a list of meetings; the Code's limit is 10 working days [mine 6.3 / 6.3]"
    ),
    Departure(
      firstRespond, firstRespond.replacing("\"within\": 10", with: "\"within\": 8"),
      "stricter: the response at stage 1 takes 8 working days; the Code allows 10 working days [mine 6.3 / 6.3]"
    ),
    Departure(
      firstRespond, firstRespond.replacing("\"stage1-acknowledged\"", with: "\"received\""),
      "stricter: the response at stage 1 counts from the request itself; the Code's 10 working days count from the acknowledgement [mine 6.3 / 6.3]"
    ),
    Departure(
      firstRespond,
      firstRespond.replacing("\"clause\"", with: "\"silent\": [\"start\"], \"reading\": \"x\", \"clause\""),
      "silent: stage1.respond: the policy does not say from when it counts [mine 6.3 / 6.3]"),
    Departure(
      firstRespond,
      firstRespond.replacing("\"clause\"", with: "\"silent\": [\"unit\"], \"reading\": \"x\", \"clause\""),
      "silent: stage1.respond: \"days\" without saying working or calendar days [mine 6.3 / 6.3]"),
    Departure(
      firstAcknowledge,
      firstAcknowledge.replacing(
        "\"clause\"", with: "\"silent\": [\"length\"], \"reading\": \"x\", \"clause\""),
      "silent: stage1.acknowledge: the policy does not say how long [mine 6.2 / 6.2]"),
  ]

  static let extensions = [
    Departure(
      firstExtension,
      firstExtension.replacing("\"more\", \"within\": 10, \"unit\": \"working-days\",", with: "\"none\","),
      "looser: an extension at stage 1 is without a cap; the Code's is 10 working days without good reason [mine 6.4 / 6.4]"
    ),
    Departure(
      firstExtension,
      firstExtension.replacing(
        "\"more\", \"within\": 10, \"unit\": \"working-days\",", with: "\"agreement\","),
      "looser: an extension at stage 1 is as far as the resident agrees; the Code's is 10 working days without good reason [mine 6.4 / 6.4]"
    ),
    Departure(
      firstExtension, firstExtension.replacing("\"within\": 10", with: "\"within\": 12"),
      "looser: an extension at stage 1 may be 12 working days; the Code's is 10 working days [mine 6.4 / 6.4]"
    ),
    Departure(
      firstExtension, firstExtension.replacing("\"within\": 10", with: "\"within\": 5"),
      "stricter: an extension at stage 1 is at most 5 working days; the Code allows 10 working days [mine 6.4 / 6.4]"
    ),
    Departure(
      firstExtension,
      firstExtension.replacing(
        "\"more\", \"within\": 10,", with: "\"in-all\", \"within\": 25, \"from\": \"received\","),
      "looser: an extension at stage 1 adds at most 15 working days; the Code's adds 10 working days [mine 6.4 / 6.4]"
    ),
    Departure(
      firstExtension, firstExtension.replacing("\"reason\", ", with: ""),
      "silent: the notice of an extension at stage 1 does not owe the reason [mine 6.4 / 6.4]"),
    Departure(
      firstExtension, firstExtension.replacing(", \"ombudsman\"", with: ""),
      "silent: the notice of an extension at stage 1 does not owe the Ombudsman's details [mine 6.4 / 6.5]"),
  ]

  static let letters = [
    Departure(
      "{\"item\": \"not-ours\", \"clause\": \"5.7\"}",
      "{\"item\": \"not-ours\", \"stages\": [1], \"clause\": \"5.7\"}",
      "silent: the acknowledgement at stage 2 does not owe \"not-ours\" [- / 5.7]"),
    Departure(
      "    {\"item\": \"remedy\", \"stages\": [1], \"clause\": \"6.9\"},\n", "",
      "silent: the response at stage 1 does not owe \"remedy\" [- / 6.9]"),
    Departure(
      "    {\"item\": \"remedy\", \"stages\": [1], \"clause\": \"6.9\"},\n",
      "    {\"item\": \"remedy\", \"stages\": [1], \"clause\": \"6.9\"},\n    {\"item\": \"learning\", \"stages\": [1], \"clause\": \"9.9\"},\n",
      "stricter: the response at stage 1 owes \"learning\" too [mine 9.9 / 6.9]"),
  ]

  static let escalation = [
    Departure(
      "{\"reason\": \"asked\"", "{\"reason\": \"demanded\"",
      "looser: a reason is demanded of whoever asks for the next stage [mine 6.12 / 6.12]"),
    Departure(
      "{\"reason\": \"asked\", \"reasonClause\": \"6.12\"", "{\"reason\": \"silent\"",
      "silent: the policy does not say that no reason is needed for the next stage [- / 6.12]"),
    Departure(
      "\"refusal\": \"valid-reason\"", "\"refusal\": \"discretion\"",
      "looser: the landlord may decide not to escalate; the Code wants a valid reason of its exclusions [mine 5.11 / 5.11]"
    ),
    Departure(
      "\"refusal\": \"valid-reason\"", "\"refusal\": \"never\"",
      "stricter: a request for the next stage is never refused [mine 5.11 / 5.11]"),
    Departure(
      "\"refusal\": \"valid-reason\", \"refusalClause\": \"5.11\"", "\"refusal\": \"silent\"",
      "silent: the policy does not say when a request for the next stage may be refused [- / 5.11]"),
  ]

  static let acceptance = [
    Departure(
      "\"complainants\":",
      "\"anonymous\": {\"accepted\": false, \"says\": \"x\", \"clause\": \"9.9\"}, \"complainants\":",
      "looser: complaints without a name are refused as such [mine 9.9 / 2.1]"),
    Departure(
      "\"test\": \"age\", \"within\": 12", "\"test\": \"age\", \"within\": 6",
      "looser: complaints older than 6 months are declined; the Code's look-back is twelve months [mine 2.2 and 2.3 / 2.3]"
    ),
    Departure(
      "\"from\": \"aware\", \"clause\": \"2.2 and 2.3\"",
      "\"from\": \"aware\", \"bar\": {\"within\": 36, \"unit\": \"months\", \"clause\": \"9.9\"}, \"clause\": \"2.2 and 2.3\"",
      "looser: past 36 months no discretion is left; the Code has it considered each time [mine 9.9 / 2.3]"),
    Departure(
      "\"from\": \"aware\", \"clause\": \"2.2 and 2.3\"", "\"from\": \"logged\", \"clause\": \"2.2 and 2.3\"",
      "looser: the look-back counts from logged, not from the matter or awareness of it [mine 2.2 and 2.3 / 2.3]"
    ),
    Departure(
      "\"from\": \"aware\", \"clause\": \"2.2 and 2.3\"",
      "\"from\": \"aware\", \"silent\": [\"length\"], \"clause\": \"2.2 and 2.3\"",
      "silent: the look-back: the policy does not say how long [mine 2.2 and 2.3 / 2.3]"),
    Departure(
      "\"test\": \"age\", \"within\": 12, \"unit\": \"months\", \"from\": \"aware\",",
      "\"test\": \"withdrawn\",",
      "silent: no look-back is named; the Code's is twelve months at least [- / 2.3]"),
    Departure(
      "\"legal\": \"filed\"", "\"legal\": \"subject-to\"",
      "looser: a matter is declined when it is subject to legal proceedings; the Code waits for a claim that is filed [mine 2.2 / 2.2]"
    ),
  ]

  static let bodies = [
    Departure(
      house, house.replacing("PR2 0ET", with: "PR2 0ET L33 7W"),
      "outdated: the postcode L33 7W of Housing Ombudsman Service is malformed [mine 3.7 / 3.7]"),
    Departure(
      house, house.replacing("PR2 0ET", with: "PR2 0ET L33 7WQ"),
      "outdated: Housing Ombudsman Service is given 2 postcodes: PR2 0ET, L33 7WQ [mine 3.7 / 3.7]"),
    Departure(
      house, house.replacing("PO Box 1484, Unit D, Preston PR2 0ET", with: "PO Box 152, Liverpool L33 7WQ"),
      "outdated: the address of Housing Ombudsman Service is PO Box 152, Liverpool L33 7WQ; since 2026-01-13 it is PO Box 1484, Unit D, Preston PR2 0ET [mine 3.7 / 3.7]"
    ),
    Departure(
      house, house.replacing("111 3000", with: "111 3999"),
      "outdated: the telephone of Housing Ombudsman Service is 0300 111 3999, not 0300 111 3000 [mine 3.7 / 3.7]"
    ),
    Departure(
      house, house + " \"email\": \"info@housing-ombudsman.org.uk\",",
      "outdated: Housing Ombudsman Service is given an e-mail address; since 2026-01-13 it takes no new cases by e-mail [mine 3.7 / 3.7]"
    ),
    Departure(
      "\"asOf\": \"2026-01-13\"", "\"asOf\": \"2023-01-13\"",
      "outdated: the details of Housing Ombudsman Service were last known to be right on 2023-01-13 [mine 3.7 / 3.7]"
    ),
    Departure(
      house, house + " \"printed\": {\"phone\": \"0300 111 3001\"},",
      "outdated: as the policy prints it, the telephone of Housing Ombudsman Service is 0300 111 3001, not 0300 111 3000 [mine 3.7 / 3.7]"
    ),
  ]

  static let upkeep = [
    Departure(
      "\"published\": \"2024-04-01\"", "\"published\": \"2024-04-01\", \"nextReview\": \"2026-04\"",
      "outdated: the policy was to be reviewed by 2026-04-30 [mine, next review / 8.3]"),
    Departure(
      "\"rhythm\": \"yearly\"", "\"rhythm\": \"quarterly\"",
      "silent: no yearly report on complaints is named [- / 8.1]"),
    Departure(
      "\"bar\": \"complained-about\", ", "",
      "silent: the policy does not say who may not decide stage 1 because of a conflict of interest [- / 5.8]"
    ),
    Departure(
      ", \"length\": {\"within\": 6, \"unit\": \"months\", \"clause\": \"5.14\"}", "",
      "silent: a restriction has no day by which it is reviewed [mine 5.14 and 5.15 / 5.14]"),
  ]

  /// The Code's own profile under another name, with what the Code leaves to each landlord.
  static func sound() throws -> String {
    try #require(embeddedProfileText("code-2024"))
      .replacing("\"profile\": \"code-2024\"", with: "\"profile\": \"mine\"")
      .replacing(
        "\"post\": \"complaint handler without a conflict of interest\",",
        with: "\"post\": \"complaint handler\", \"bar\": \"complained-about\", "
      )
      .replacing(
        "\"measures\": [\"restrictions in proportion, reviewed regularly\"]",
        with:
          "\"measures\": [\"x\"], \"length\": {\"within\": 6, \"unit\": \"months\", \"clause\": \"5.14\"}")
  }

  func findings(_ text: String) throws -> [String] {
    let code = try #require(try embeddedProfile("code-2024"))
    let profile = try parseProfile(text, file: "mine.json")
    return checkProfile(profile, against: code, on: try day("2026-11-22")).map { finding in
      "\(finding.kind.rawValue): \(finding.what) [\(finding.clause?.text ?? "-") / \(finding.provision.place)]"
    }
  }

  @Test func `a policy that says what the Code says gives no finding`() throws {
    #expect(try findings(Self.sound()) == [])
  }

  @Test(
    arguments: stages + limits + extensions + letters + escalation + acceptance + bodies + upkeep)
  func `one departure, one finding`(_ departure: Departure) throws {
    let sound = try Self.sound()
    #expect(sound.contains(departure.right), "\(departure.right)")
    let text = sound.replacing(departure.right, with: departure.wrong, maxReplacements: 1)
    #expect(try findings(text) == [departure.finding])
  }

  /// A part of the profile from its name to its end, and what its absence leaves unsaid.
  @Test(arguments: [
    ("  \"ombudsmen\": [", "\n  ],\n", "silent: no Ombudsman is named [- / 3.7]"),
    (
      "  \"restrictions\": {", "},\n  \"reporting\"",
      "silent: nothing is said of unacceptable behaviour and how contact is restricted [- / 5.14]"
    ),
  ])
  func `a part left out`(_ name: String, _ end: String, _ finding: String) throws {
    var text = try Self.sound()
    let from = try #require(text.firstRange(of: name))
    let to = try #require(text[from.upperBound...].firstRange(of: end))
    text.replaceSubrange(
      from.lowerBound..<to.upperBound, with: end.contains("reporting") ? "  \"reporting\"" : "")
    #expect(try findings(text) == [finding])
  }

  @Test func `a policy with one stage lacks the second`() throws {
    let sound = try Self.sound()
    let second = try #require(sound.firstRange(of: ",\n    {\n      \"name\": \"Stage 2\""))
    let end = try #require(sound[second.upperBound...].firstRange(of: "\n    }\n  ],"))
    var text = sound
    text.replaceSubrange(second.lowerBound..<end.upperBound, with: "\n  ],")
    text = text.replacing(/\ *\{"item": "[a-z-]+", "stages": \[2\], "clause": "[0-9.]+"\},?\n/, with: "")
      .replacing("\"clause\": \"6.9\"},\n  ],", with: "\"clause\": \"6.9\"}\n  ],")
    #expect(
      try findings(text) == [
        "looser: the policy has one stage; the Code gives a second on request [mine 5.8 / 6.10]"
      ])
  }
}
