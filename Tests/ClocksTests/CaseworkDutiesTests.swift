import Clocks
import SettingsFiles
import Testing

@Suite struct `What each policy asks of whoever works a complaint` {
  func duties(_ name: String) throws -> CaseworkDuties {
    try #require(try embeddedProfile(name)).duties
  }

  @Test func `a talk is owed before the response at Manchester, before the acknowledgement at Medway`() throws
  {
    let manchester = try #require(try duties("manchester-2022").personalContact)
    #expect(manchester.before == .respond)
    #expect(manchester.exceptions == [.safety, .legal, .operational])
    let medway = try #require(try duties("medway-2022").personalContact)
    #expect(medway.before == .acknowledge)
    #expect(medway.by == [.phone])
    #expect(medway.clause.text == "medway-2022 5.1.5 and 5.6.2")
    for name in ["council-feedback", "north-warwickshire-2024", "association-ho-pmo"] {
      #expect(try duties(name).personalContact == nil)
    }
  }

  /// Policy, how much learning it asks for, also of informal ones, and how many questions it gives.
  @Test(arguments: [
    ("manchester-2022", LearningRule.Owed.upheld, false, 8),
    ("council-feedback", .everyResponse, false, 0), ("north-warwickshire-2024", .notStated, false, 0),
    ("medway-2022", .every, true, 0),
  ])
  func `learning is owed as the policy says`(
    _ name: String, _ owed: LearningRule.Owed, _ informal: Bool, _ prompts: Int
  ) throws {
    let learning = try #require(try duties(name).learning)
    #expect(learning.owed == owed)
    #expect(learning.informalToo == informal)
    #expect(learning.prompts.count == prompts)
  }

  @Test func `compensation has the heads its policy names`() throws {
    #expect(
      try duties("medway-2022").compensation?.heads == [
        .statutory, .actualLoss, .timeTrouble, .distressInconvenience,
      ])
    #expect(
      try duties("north-warwickshire-2024").compensation?.heads == [
        .actualLoss, .distressInconvenience, .otherDetriment,
      ])
    #expect(try duties("manchester-2022").compensation?.heads == [])
    #expect(try duties("association-ho-pmo").compensation == nil)
  }

  @Test func `Manchester's own duties, each with its place in the policy`() throws {
    let duties = try duties("manchester-2022")
    #expect(duties.directToOmbudsman?.afterStage == 1)
    #expect(duties.directToOmbudsman?.authorisedBy == "reviewer")
    #expect(duties.signOff?.role == "director")
    #expect(
      duties.liveIssueCheck?.clause.text
        == "manchester-2022, Personal Contact with the Complainant, second list, item 1")
    #expect(
      duties.handlerChangeNotice?.clause.text
        == "manchester-2022, Personal Contact with the Complainant, item 11")
    #expect(duties.formByPost?.clause.text == "manchester-2022, Appendix 1, Stage 1")
    #expect(duties.compliments?.managerNotes == true)
    #expect(duties.draftApproval == nil)
    let restrictions = try #require(try embeddedProfile("manchester-2022")?.restrictions)
    #expect(restrictions.length?.limit == Limit(length: 6, unit: .months))
    #expect(restrictions.atEnd == .lapses)
    #expect(restrictions.appealSameImposer == "another director")
  }

  @Test func `Medway reports crime and safeguarding, and says no more of discipline than that it is taken`()
    throws
  {
    let duties = try duties("medway-2022")
    #expect(duties.referral(.crime)?.to == "the police")
    #expect(duties.referral(.safeguarding)?.clause.text == "medway-2022 5.10.14")
    #expect(duties.conduct?.clause.text == "medway-2022 5.10.15 and 5.10.16")
    #expect(duties.liability?.legalAdvice == true)
    #expect(duties.refusalToEscalate?.clause.text == "medway-2022 5.10.2")
    let closing = try #require(try embeddedProfile("medway-2022")).closing
    #expect(closing.first { $0.condition == .writtenConfirmation }?.cases == .oral)
  }

  @Test func `only the made-up policy wants a draft approved, and it uses every duty there is`() throws {
    for name in shippedProfileNames { #expect(try duties(name).draftApproval == nil) }
    let every = try duties("every-shape")
    for part in Mirror(reflecting: every).children {
      let given = Mirror(reflecting: part.value).children.count > 0
      #expect(given, "\(part.label ?? "") is not exercised")
    }
    #expect(every.compensation?.limits.map(\.pence) == [10_000, 50_000, 500_000])
    #expect(every.advocacy?.services(subject: "money").map(\.name) == ["Everyshape Debt Advice"])
    #expect(every.advocacy?.services(subject: "noise").map(\.name) == ["Everyshape Advice"])
  }

  /// Kind of contact, subject, profile, where it goes, clause.
  @Test(arguments: [
    (
      "asb", "", "north-warwickshire-2024", "anti-social behaviour procedure",
      "north-warwickshire-2024, Case Study C"
    ),
    (
      "service-request", "", "council-feedback", "the team concerned",
      "council-feedback, Questions and answers, service request"
    ),
    ("accident", "", "medway-2022", "accident and incident procedures", "medway-2022 5.10.12"),
    ("claim", "disrepair", "medway-2022", "the council's legal representatives", "medway-2022 5.10.10"),
    ("claim", "flood", "medway-2022", "insurance or damages claim", "medway-2022 5.10.9"),
    // The landlord is silent, the Code or the law is not.
    ("survey", "", "manchester-2022", "whoever runs the survey", "code-2024 1.6"),
    ("data-protection", "", "medway-2022", "data protection officer", "DPA-2018, section 164A"),
  ])
  func `a contact that is no complaint goes where its policy sends it`(
    _ kind: String, _ subject: String, _ profile: String, _ to: String, _ clause: String
  ) throws {
    let rule = try #require(
      try LandlordRules(profile).book.procedure(kind: kind, subject: subject, profile: profile))
    #expect(rule.to == to)
    #expect(rule.clause.text == clause)
  }

  @Test
  func `a resident handed to another body learns who, when and how, and the vulnerable are followed up`()
    throws
  {
    let rule = try #require(try duties("manchester-2022").procedure(kind: "other-body"))
    #expect(rule.tell.count == 3)
    #expect(rule.followUpVulnerable)
    #expect(try duties("association-ho-pmo").procedure(kind: "other-body") == nil)
  }
}

@Suite struct `Mistakes in what a policy asks are told exactly` {
  static let mistakes = [
    Mistake(
      "\"before\": \"acknowledgement\"", "\"before\": \"lunch\"",
      "one of these is needed here: acknowledgement, response"),
    Mistake(
      "\"by\": [\"phone\", \"in-person\"]", "\"by\": [\"phone\", \"phone\"]",
      "\"phone\" stands twice in \"by\""),
    Mistake(
      "\"exceptions\": [\"safety\"", "\"exceptions\": [\"hunger\"",
      "one of these is needed here: safety, legal, operational"),
    Mistake(
      "\"liveIssueCheck\": {\"clause\": \"14.2\"}",
      "\"liveIssueCheck\": {\"clause\": \"14.2\", \"says\": \"x\"}",
      "\"says\" is not known here; allowed: clause, reading"),
    Mistake(
      "\"owed\": \"every\", \"informalToo\"", "\"owed\": \"not-stated\", \"informalToo\"",
      "a policy that does not state what learning is owed cannot owe it for informal ones too"),
    Mistake(
      "\"owed\": \"every\", \"informalToo\"", "\"owed\": \"always\", \"informalToo\"",
      "one of these is needed here: upheld, every, every-response, not-stated"),
    Mistake(
      "\"heads\": [\"statutory\", \"actual-loss\"", "\"heads\": [\"statutory\", \"gold\"",
      "one of these is needed here: statutory, actual-loss, time-trouble, distress-inconvenience, other-detriment"
    ),
    Mistake(
      "\"reviewer\", \"pence\": 50000", "\"reviewer\", \"pence\": 5000",
      "limits must rise; 5000 does not come after 10000"),
    Mistake(
      "{\"role\": \"reviewer\", \"pence\"", "{\"role\": \"investigator\", \"pence\"",
      "the role investigator already has a limit"),
    Mistake(
      "\"investigator\", \"pence\": 10000", "\"investigator\", \"pence\": \"10000\"",
      "a whole number from 1 to 100000000 is needed here"),
    Mistake(
      "\"draftApproval\": {\"role\": \"supervisor\", ", "\"draftApproval\": {",
      "\"role\" is missing here"),
    Mistake(
      "\"signOff\": {\"role\": \"director\"", "\"signOff\": {\"role\": \"mayor\"",
      "a role is needed here: handler, investigator, reviewer, director, supervisor, resident-reviewer, scrutiny, administrator"
    ),
    Mistake("\"name\": \"Everyshape Advice\"", "\"name\": \"\"", "this may not be empty"),
    Mistake(
      "\"afterStage\": 2", "\"afterStage\": 4",
      "after stage 4, the last, everyone may go to the Ombudsman; name an earlier stage"),
    Mistake(
      "\"refusalToEscalate\": {\"says\": \"This was our last word, and the Ombudsman can be asked.\", ",
      "\"refusalToEscalate\": {", "\"says\" is missing here"),
    Mistake(
      "{\"kind\": \"asb\"", "{\"kind\": \"noise\"",
      "a kind of contact is needed here: service-request, complaint, compliment, comment, enquiry, asb, accident, survey, claim, data-protection, other-body"
    ),
    Mistake(
      "{\"kind\": \"claim\", \"to\": \"solicitor\"",
      "{\"kind\": \"claim\", \"subjects\": [\"insurance\"], \"to\": \"solicitor\"",
      "claim already has a procedure for insurance"),
    Mistake(
      "{\"kind\": \"claim\", \"to\": \"solicitor\"", "{\"kind\": \"other-body\", \"to\": \"solicitor\"",
      "other-body already has a procedure for every subject"),
    Mistake("{\"matter\": \"crime\"", "{\"matter\": \"safeguarding\"", "safeguarding is already referred"),
    Mistake(
      "{\"matter\": \"crime\"", "{\"matter\": \"gossip\"",
      "one of these is needed here: safeguarding, crime"),
    Mistake(
      "\"legalAdvice\": true", "\"legalAdvice\": \"always\"", "true or false is needed here"),
    Mistake(
      "\"publish\": \"with-consent\"", "\"publish\": \"everywhere\"",
      "one of these is needed here: with-consent, where-appropriate, counted, not-stated"),
    Mistake("{\"team\": \"Complaints Board\", ", "{", "\"team\" is missing here"),
    Mistake(
      "\"length\": {\"within\": 6, \"unit\": \"months\"", "\"length\": {\"within\": 3, \"unit\": \"months\"",
      "a restriction of 3 months is reviewed at its end, but the clock restriction.review says 6 months"),
    Mistake(
      "\"appealTo\": \"director\", ", "", "without \"appealTo\" there is no appeal for another person to hear"
    ),
    Mistake(
      "\"atEnd\": \"stays\"", "\"atEnd\": \"haunts\"", "one of these is needed here: lapses, stays"),
    Mistake(
      "\"keep\": true", "\"keeps\": true",
      "\"keeps\" is not known here; allowed: accepted, clause, keep, match, says"),
  ]

  @Test(arguments: mistakes)
  func `one mistake gives one message, at its line`(_ mistake: Mistake) throws {
    let text = try #require(embeddedProfileText("every-shape"))
    let range = try #require(text.firstRange(of: mistake.right), "\(mistake.right)")
    let wrong = text.replacing(mistake.right, with: mistake.wrong, maxReplacements: 1)
    let found = readProfile(wrong, file: "mine.json").mistakes
    #expect(found.map(\.what) == [mistake.says])
    let line = wrong[..<range.lowerBound].count { $0 == "\n" } + 1
    #expect((line - 3...line + 2).contains(try #require(found.first).line))
  }

  @Test func `a restriction lasts days, not hours`() throws {
    let text = try #require(embeddedProfileText("every-shape"))
      .replacing(
        "{\"clock\": \"restriction.review\", \"within\": 6, \"unit\": \"months\"",
        with: "{\"clock\": \"restriction.review\", \"within\": 48, \"unit\": \"hours\""
      )
      .replacing(
        "\"length\": {\"within\": 6, \"unit\": \"months\"",
        with: "\"length\": {\"within\": 48, \"unit\": \"hours\"")
    #expect(
      readProfile(text, file: "mine.json").mistakes.map(\.what)
        == ["a restriction lasts days, weeks or months, not hours"])
  }
}
