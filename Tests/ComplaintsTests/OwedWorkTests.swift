import Clocks
import Complaints
import SettingsFiles
import Testing

/// What a queue row knows is owed beside the letters of the stages.
@Suite struct OwedWorkTests {
  private func row(_ desk: Scenario) -> CaseRow { CaseRow(of: desk.file(), profileIndex: { _ in 0 }) }

  private func today(_ desk: Scenario) -> CalendarDay { desk.rules.zone.day(of: desk.now) }

  private func owes(_ desk: Scenario, _ kind: OwedKind) -> OwedThing? {
    row(desk).owes(kind, desk.rules, on: today(desk))
  }

  private func context(_ desk: Scenario, as name: String) -> QueryContext {
    QueryContext(me: login(name), today: today(desk), staff: desk.staff, rules: desk.rules)
  }

  private func holds(_ view: QueueView, _ desk: Scenario, as name: String = "patel") -> Bool {
    let row = row(desk)
    return view.holds(row, due: row.urgentTarget(desk.rules)?.due, context: context(desk, as: name))
  }

  /// Row and file must say the same of letters, whatever the policy.
  private func agrees(_ desk: Scenario) -> Bool {
    let listed = lettersOwed(desk.file(), desk.rules, today: today(desk))
    return owes(desk, .letter)?.day == listed.map(\.since.day).min()
      && (owes(desk, .letter) != nil) == !listed.isEmpty
  }

  private func ended() throws -> Scenario {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    try desk.take("learn", ["text": "ring before a visit", "owner": "patel", "due": "2026-12-01"])
    try desk.take("withdraw", ["reason": "moved away"])
    return desk
  }

  @Test func `a lesson is owed until it is implemented, the case ended or not (council-feedback, learning)`()
    throws
  {
    var desk = try ended()
    #expect(owes(desk, .learning)?.day == day("2026-12-01"))
    #expect(holds(.learning, desk))
    #expect(row(desk).isLive)
    try desk.take("implement", ["lesson": "1", "what": "shared", "text": "team meeting"])
    #expect(owes(desk, .learning) != nil)
    try desk.take("implement", ["lesson": "1", "what": "implemented", "text": "in the script now"])
    #expect(owes(desk, .learning) == nil)
    #expect(!row(desk).isLive)
  }

  @Test func `an ended case with a lesson stands in its own view and not among its handler's work`() throws {
    let desk = try ended()
    #expect(!holds(.mine, desk))
    #expect(!holds(.team, desk, as: "sam"))
    #expect(holds(.learning, desk))
  }

  @Test func `nothing to learn owes nothing`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.take("learn", ["none": "nobody could have known"])
    #expect(owes(desk, .learning) == nil)
  }

  @Test func `a change of the named handler owes a notice where the policy asks (manchester-2022, Stage 1)`()
    throws
  {
    for (profile, asks) in [("manchester-2022", true), ("north-warwickshire-2024", false)] {
      var desk = Scenario(profile)
      try desk.acknowledged(override: "agreed by telephone")
      try desk.act(.assign(to: login("okafor")), by: "sam")
      #expect((owes(desk, .letter) != nil) == asks, "\(profile)")
      #expect(agrees(desk), "\(profile)")
      #expect(holds(.letters, desk) == asks, "\(profile)")
    }
  }

  @Test func `an answer by word of mouth is owed in writing (medway-2022 5.6.6)`() throws {
    var desk = Scenario("medway-2022")
    try desk.acknowledged(override: "agreed by telephone")
    try desk.act(.point(text: "The leak", category: "repairs"), by: "patel")
    try desk.act(.decide(upheld(1)), by: "patel")
    try desk.act(.respond(channel: .phone, text: "", override: "rang at once"), by: "patel")
    #expect(owes(desk, .letter)?.day == today(desk))
    #expect(agrees(desk))
    try desk.take("letter-sent", ["kind": "written-confirmation", "text": "by post"])
    #expect(owes(desk, .letter) == nil)
    #expect(agrees(desk))
  }

  @Test func `a translation asked for is owed until it goes (association-ho-pmo)`() throws {
    var desk = Scenario("association-ho-pmo")
    try desk.receive()
    try desk.take("ask-format", ["what": "everything in Polish"])
    #expect(owes(desk, .letter) != nil)
    #expect(agrees(desk))
    try desk.take("letter-sent", ["kind": "translation", "text": "in Polish"])
    #expect(owes(desk, .letter) == nil)
  }

  @Test func `a promise that slips owes the resident word from the day after (Code 6.6)`() throws {
    var desk = Scenario()
    try desk.receive()
    try desk.take("promise", ["text": "new tap", "due": "2026-11-04"])
    #expect(owes(desk, .promise)?.day == day("2026-11-04"))
    desk.now = moment("2026-11-04T20:00:00Z")
    #expect(owes(desk, .letter) == nil)
    desk.now = moment("2026-11-05T09:00:00Z")
    #expect(owes(desk, .letter)?.day == day("2026-11-05"))
    #expect(agrees(desk))
    try desk.take("letter-sent", ["kind": "promise-slipped", "text": "the part is late"])
    #expect(owes(desk, .letter) == nil)
    #expect(agrees(desk))
  }

  @Test func `a restriction is to be reviewed in the week before its end and ever after (manchester-2022)`()
    throws
  {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    try desk.take(
      "restrict",
      [
        "ground": "3", "reason": "abusive calls", "measures": "1", "evidence": "call log",
        "equality": "weighed", "no-warning": "a threat to life", "until": "2026-12-01", "told": "letter",
      ], by: "okafor")
    #expect(owes(desk, .restriction) == nil)
    desk.now = moment("2026-11-24T09:00:00Z")
    #expect(owes(desk, .restriction)?.day == day("2026-12-01"))
    desk.now = moment("2027-01-10T09:00:00Z")
    #expect(holds(.restrictions, desk))
    try desk.take("lift-restriction", ["reason": "calls stopped", "told": "letter"], by: "okafor")
    #expect(owes(desk, .restriction) == nil)
  }

  @Test func `evidence is due fifteen working days after it was asked for (medway-2022 5.8.4)`() throws {
    var desk = Scenario("medway-2022")
    try desk.receive()
    try desk.take("evidence", ["what": "requested", "text": "the whole file"])
    #expect(owes(desk, .evidence)?.day == day("2026-11-23"))
    #expect(holds(.evidence, desk))
    try desk.take("evidence", ["what": "late", "text": "a witness is ill"])
    try desk.take("evidence", ["what": "agreed", "due": "2026-12-04", "text": "agreed by e-mail"])
    #expect(owes(desk, .evidence)?.day == day("2026-12-04"))
    try desk.take("evidence", ["what": "sent", "text": "sent"])
    #expect(owes(desk, .evidence) == nil)
  }

  @Test func `owes: finds by what is owed, ended cases too, and says what is allowed`() throws {
    let desk = try ended()
    let context = context(desk, as: "patel")
    func finds(_ text: String) throws -> Bool {
      let query = try Query(text, context: context)
      #expect(query.looksAtEnded)
      return query.holds(row(desk), due: nil, context: context, arena: SearchArena())
    }
    #expect(try finds("owes:learning"))
    #expect(try finds("owes:letter,learning"))
    #expect(try finds("owes:any"))
    #expect(try finds("-owes:evidence"))
    #expect(try !finds("owes:restriction"))
    do {
      _ = try Query("damp owes:apples", context: context)
      Issue.record("apples were found")
    } catch {
      #expect(error.column == 6)
      #expect(
        error.allowed
          == "letter learning evidence restriction promise hazard callback form order answer any")
    }
  }
}

/// Whom the view At risk shows what: what is soon late to its supervisor, what is late to the director.
@Suite struct AtRiskTests {
  /// A contact of Monday 2 November with patel, to be acknowledged by the 9th.
  private func shows(_ name: String, on today: String) throws -> Bool {
    var desk = Scenario()
    try desk.receive()
    try desk.act(.assign(to: login("patel")), by: "sam")
    desk.staff.list(
      StaffMember(login: login("south"), name: "Sue", roles: [.supervisor], team: "south"))
    desk.staff.list(
      StaffMember(login: login("both"), name: "Bo", roles: [.supervisor, .director], team: "south"))
    let row = CaseRow(of: desk.file(), profileIndex: { _ in 0 })
    let context = QueryContext(
      me: login(name), today: day(today), staff: desk.staff, rules: desk.rules)
    return QueueView.atRisk.holds(row, due: row.urgentTarget(desk.rules)?.due, context: context)
  }

  @Test func `what will be late within two working days rises to the supervisor of its team`() throws {
    #expect(try !shows("sam", on: "2026-11-04"))
    #expect(try shows("sam", on: "2026-11-05"))
    #expect(try shows("sam", on: "2026-11-09"))
    #expect(try !shows("south", on: "2026-11-05"))
    #expect(try !shows("dina", on: "2026-11-09"))
  }

  @Test func `what is late rises to the director`() throws {
    #expect(try shows("dina", on: "2026-11-10"))
    #expect(try !shows("sam", on: "2026-11-10"))
    #expect(try shows("both", on: "2026-11-10"))
  }

  @Test func `its handler sees both, another handler neither`() throws {
    #expect(try shows("patel", on: "2026-11-05"))
    #expect(try shows("patel", on: "2026-11-10"))
    #expect(try !shows("hana", on: "2026-11-10"))
  }
}
