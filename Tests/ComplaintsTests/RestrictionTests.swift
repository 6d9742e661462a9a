import Clocks
import Complaints
import Testing

/// Warnings and restrictions on contact, their reviews and appeals.
@Suite struct RestrictionTests {
  private static let warn: Action = {
    var warning = WarningGiven()
    warning.reason = "forty calls a day"
    warning.consequences = "contact may be limited"
    return .step(.behaviour(.warned(warning)))
  }()

  private func restrict(
    noWarning: String = "", ground: String = "3", measures: [String] = ["letters", "2"], until: String? = nil,
    staffTold: String = ""
  ) -> Action {
    var imposed = RestrictionImposed()
    imposed.ground = ground
    imposed.reason = "abusive calls went on"
    imposed.measures = measures == ["letters", "2"] ? ["1", "2"] : measures
    imposed.evidence = "call log of October"
    imposed.equality = "hearing loss considered: letters in large print"
    imposed.noWarning = noWarning
    imposed.until = until.map { day($0) }
    imposed.told = "letter of today"
    imposed.staffTold = staffTold
    return .step(.behaviour(.restricted(imposed)))
  }

  private func review(_ outcome: ReviewOutcome, until: String? = nil) -> Action {
    var reviewed = RestrictionReviewed()
    reviewed.outcome = outcome
    reviewed.reason = "calls have stopped"
    reviewed.detail = "Tuesdays, 10 to 12"
    reviewed.until = until.map { day($0) }
    reviewed.told = "letter"
    return .step(.behaviour(.reviewed(reviewed)))
  }

  private func appeal(_ what: AppealMoment) -> Action {
    var appealed = RestrictionAppealed()
    appealed.what = what
    appealed.text = "on the papers"
    appealed.measures = what == .changed ? ["1"] : []
    return .step(.behaviour(.appealed(appealed)))
  }

  private func marks(_ desk: Scenario) -> CaseMarks {
    CaseRow(of: desk.file(), profileIndex: { _ in 0 }).marks
  }

  private func restricted(by name: String = "okafor") throws -> Scenario {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    try desk.act(Self.warn, by: "okafor")
    try desk.act(restrict(), by: name)
    return desk
  }

  @Test func `what is limited is named, and the officer to speak with works here`() throws {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    try desk.act(Self.warn, by: "okafor")
    // A line without it could not be read again, and the case would be closed to everybody for good.
    #expect(desk.refusal(restrict(measures: []), by: "okafor") == .missing(field: "measures", clause: nil))
    guard case .step(.behaviour(.restricted(var imposed))) = restrict() else { return }
    imposed.officer = StaffLogin("nobody")
    #expect(desk.refusal(.step(.behaviour(.restricted(imposed))), by: "okafor") == .noSuchStaff("nobody"))
    imposed.officer = StaffLogin("hana")
    #expect(desk.refusal(.step(.behaviour(.restricted(imposed))), by: "okafor") == nil)
  }

  @Test func `a list with nothing between its semicolons is missing, and the refusal names it`() throws {
    var fields = ActionFields()
    for spec in StepCatalogue.spec(.restrictionImposed).fields where spec.required {
      fields.set(spec.name, spec.name == "measures" ? " ; " : "given")
    }
    let reader = ReadAction(zone: Scenario.zone) { _ in nil }
    #expect(throws: Refusal.missing(field: "measures", clause: nil)) {
      try reader.read(.step(.restrictionImposed), fields)
    }
  }

  @Test func `no restriction without an earlier warning, or a recorded reason (manchester-2022, Vexatious)`()
    throws
  {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    guard case .behaviour(.noWarning(let clause)) = desk.refusal(restrict(), by: "okafor") else {
      Issue.record("restricted without a warning")
      return
    }
    #expect(clause.source == "manchester-2022")
    #expect(desk.refusal(restrict(noWarning: "a threat to life"), by: "okafor") == nil)
    try desk.act(Self.warn, by: "okafor")
    #expect(desk.refusal(restrict(), by: "okafor") == nil)
  }

  @Test func `warning and restriction are for a senior manager`() throws {
    var desk = Scenario()
    try desk.acknowledged(override: "agreed by telephone")
    #expect(desk.refusal(Self.warn, by: "patel") == .roleMayNot(action: "warn", needs: [.reviewer]))
    #expect(
      desk.refusal(restrict(noWarning: "x"), by: "patel")
        == .roleMayNot(action: "restrict", needs: [.reviewer]))
  }

  @Test func `grounds and measures are the policy's own, by word, part or number`() throws {
    let desk = try restricted()
    let imposed = try #require(desk.file().behaviour.current)
    #expect(imposed.imposed.ground == "unreasonable and frequent persistence")
    #expect(imposed.measures == ["contact in one form only", "one named officer"])
    var other = Scenario()
    try other.acknowledged()
    guard
      case .behaviour(.notAmong("ground", "rudeness", let allowed, _)) = other.refusal(
        restrict(noWarning: "x", ground: "rudeness"), by: "okafor")
    else {
      Issue.record("a ground the policy does not name was taken")
      return
    }
    #expect(allowed.count == 3)
    #expect(other.refusal(restrict(noWarning: "x", ground: "malicious"), by: "okafor") == nil)
  }

  @Test func `it lasts six months unless another length is decided, and then a review is owed`() throws {
    var desk = try restricted()
    let rule = desk.rules.profile(named: "")?.restrictions
    #expect(desk.file().behaviour.current?.until == day("2027-05-02"))
    let clock = desk.rules.clocks(of: desk.file().facts, now: desk.now, explain: false)
      .first { $0.clock == "restriction.review" }
    #expect(clock?.due == day("2027-05-02"))
    #expect(clock?.clause.source == "manchester-2022")
    #expect(marks(desk).contains(.restricted))
    // Until reviewed it no longer applies (reading of manchester-2022).
    let current = try #require(desk.file().behaviour.current)
    #expect(current.applies(on: day("2027-05-02"), rule))
    #expect(!current.applies(on: day("2027-05-03"), rule))
    #expect(current.owesReview(on: day("2027-05-03")))
    desk.wait(days: 190)
    try desk.act(review(.kept, until: "2027-07-01"), by: "okafor")
    #expect(desk.file().behaviour.current?.until == day("2027-07-01"))
    #expect(desk.file().duties.filter { $0.clock == .restrictionReview }.count == 2)
    try desk.act(review(.ended), by: "okafor")
    #expect(desk.file().behaviour.current == nil)
    #expect(!marks(desk).contains(.restricted))
    #expect(desk.refusal(review(.kept), by: "okafor") == .behaviour(.noRestriction))
  }

  @Test func `under another policy it stays until it is reviewed (every-shape 9.2)`() throws {
    var desk = Scenario("every-shape")
    try desk.acknowledged(override: "agreed by telephone")
    try desk.act(
      restrict(noWarning: "threats", ground: "threats", measures: ["named"], staffTold: "team"), by: "okafor")
    let current = try #require(desk.file().behaviour.current)
    #expect(current.measures == ["one named officer"])
    #expect(current.applies(on: day("2027-06-01"), desk.rules.profile(named: "")?.restrictions))
  }

  @Test func `relevant staff are told, where the policy says so (medway-2022 5.10.6)`() throws {
    var desk = Scenario("medway-2022")
    try desk.acknowledged(override: "agreed by telephone")
    let act = restrict(noWarning: "threats", ground: "1", measures: ["letters only"], until: "2027-01-15")
    guard case .missing("staff-told", let clause) = desk.refusal(act, by: "okafor") else {
      Issue.record("nobody was told")
      return
    }
    #expect(clause?.source == "medway-2022")
    // No length is stated, so one has to be decided (Code 5.14).
    guard
      case .missing("until", let code) = desk.refusal(
        restrict(noWarning: "x", ground: "1", measures: ["letters only"], staffTold: "team"), by: "okafor")
    else {
      Issue.record("a restriction without an end")
      return
    }
    #expect(code?.text == "code-2024 5.14")
  }

  @Test func `a second restriction waits for the end of the first`() throws {
    let desk = try restricted()
    #expect(desk.refusal(restrict(), by: "okafor") == .behaviour(.alreadyRestricted(1)))
  }

  @Test func `an appeal goes to the director on the papers, or to another where that director imposed it`()
    throws
  {
    var desk = try restricted(by: "dina")
    desk.list("olu", [.director])
    #expect(desk.refusal(appeal(.stands), by: "olu") == .behaviour(.noAppeal(1)))
    try desk.act(appeal(.made), by: "hana")
    guard
      case .behaviour(.imposedIt(let who, "another director", _)) = desk.refusal(appeal(.stands), by: "dina")
    else {
      Issue.record("whoever imposed it heard the appeal")
      return
    }
    #expect(who == login("dina"))
    guard case .behaviour(.appealTo(.director, _)) = desk.refusal(appeal(.stands), by: "okafor") else {
      Issue.record("a reviewer heard the appeal")
      return
    }
    try desk.act(appeal(.changed), by: "olu")
    #expect(desk.file().behaviour.current?.measures == ["contact in one form only"])
    try desk.act(appeal(.made), by: "hana")
    try desk.act(appeal(.lifted), by: "olu")
    #expect(desk.file().behaviour.current == nil)
  }

  @Test func `it can be lifted before its time`() throws {
    var desk = try restricted()
    var lifted = RestrictionLifted()
    lifted.reason = "an agreement was made"
    lifted.told = "letter"
    try desk.act(.step(.behaviour(.lifted(lifted))), by: "okafor")
    #expect(desk.file().behaviour.restrictions.first?.ended?.day == day("2026-11-02"))
    #expect(desk.file().duties.allSatisfy { $0.done != nil })
  }

  @Test func `a restriction never stands in the way of a report about safety`() throws {
    var desk = try restricted()
    var hazard = HazardRecorded()
    hazard.what = .reported
    hazard.hazardKind = .gas
    hazard.emergency = true
    hazard.text = "smell of gas"
    try desk.act(.step(.hazard(.recorded(hazard))), by: "hana")
    #expect(desk.file().hazard.open.count == 1)
  }

  @Test func `every case of the person is found as restricted, whichever holds it`() throws {
    var desk = try restricted()
    try desk.receive(2)
    var register = CaseRegister()
    var rows: [CaseRow] = []
    for number in [UInt32(1), 2] {
      var row = CaseRow(of: desk.file(number), profileIndex: { _ in 0 })
      row.person = PersonNumber(value: 1)
      rows.append(row)
      let opened = register.open(row)
      #expect(opened)
      register.replace(row)
    }
    #expect(register.restrictedCases(of: PersonNumber(value: 1)).map(\.value) == [1])
    let context = QueryContext(
      me: login("hana"), today: day("2026-11-03"), staff: desk.staff, rules: desk.rules,
      restricted: register.restrictedPeople)
    let query = try Query("restricted:yes", context: context)
    let arena = SearchArena()
    #expect(rows.allSatisfy { query.holds($0, due: nil, context: context, arena: arena) })
  }
}
