import Clocks
import Complaints
import SettingsFiles

/// A small landlord's desk in memory: staff, rules, and the lines of a few cases.
struct Scenario {
  static let zone = scenarioRules("manchester-2022").zone

  var rules: RuleBook
  var staff = StaffTable()
  var lines: [Entry] = []
  var now = moment("2026-11-02T09:00:00Z")

  init(_ profile: String = "manchester-2022") {
    rules = scenarioRules(profile)
    list("hana", [.handler])
    list("patel", [.investigator])
    list("okafor", [.reviewer])
    list("amira", [.reviewer])
    list("dina", [.director])
    list("sam", [.supervisor])
    list("ade", [.administrator])
  }

  mutating func list(_ name: String, _ roles: Set<Role>) {
    staff.list(
      StaffMember(
        login: login(name), name: name, roles: roles, team: "north", phone: "0161 496 0100",
        email: name + "@example.org"))
  }

  func occasion(_ name: String, occurred: Occurrence? = nil, saw: UInt64? = nil) -> Occasion {
    Occasion(by: login(name), staff: staff, rules: rules, now: now, occurred: occurred, sawRevision: saw)
  }

  /// Takes a contact received at the scenario's now, as the next case.
  mutating func receive(_ number: UInt32 = 1, _ narrative: String = "Four visits were missed") throws {
    let intake = Intake(
      contact: ContactReceived(channel: .phone, narrative: narrative),
      received: Occurrence(day: rules.zone.day(of: now), moment: now))
    try receive(number, intake)
  }

  mutating func receive(_ number: UInt32 = 1, _ intake: Intake) throws {
    let events = try Complaints.receive(
      intake, as: reference(number), newPerson: PersonNumber(value: number), on: occasion("hana"))
    record(events, by: "hana")
  }

  /// Takes an action on case 1 unless told otherwise, and a minute passes.
  mutating func act(
    _ action: Action, by name: String, on number: UInt32 = 1, occurred: Occurrence? = nil, saw: UInt64? = nil
  ) throws {
    var occasion = occasion(name, occurred: occurred, saw: saw)
    occasion.see(register, for: action, about: file(number))
    record(try decide(action, about: file(number), on: occasion), by: name)
  }

  /// The action of that name with fields as `act` takes them.
  func step(_ name: String, _ fields: KeyValuePairs<String, String>) throws -> Action {
    var given = ActionFields()
    for (field, value) in fields { given.set(field, value) }
    let zone = rules.zone
    let reader = ReadAction(zone: zone) { CaseReference($0) }
    return try reader.read(value(ActionName(rawValue: name)), given)
  }

  /// Takes that action by name.
  mutating func take(
    _ name: String, _ fields: KeyValuePairs<String, String>, by who: String = "hana", on number: UInt32 = 1,
    occurred: Occurrence? = nil
  ) throws {
    try act(try step(name, fields), by: who, on: number, occurred: occurred)
  }

  /// Why that action would be refused; nil where it would be recorded.
  func refusing(
    _ name: String, _ fields: KeyValuePairs<String, String>, by who: String = "hana", on number: UInt32 = 1
  ) throws -> Refusal? {
    refusal(try step(name, fields), by: who, on: number)
  }

  mutating func record(_ events: [NewEvent], by name: String) {
    let seq = (lines.last?.seq ?? 0) + 1
    for (part, event) in events.enumerated() {
      lines.append(
        Entry(
          seq: seq, part: part, recordedAt: now, occurred: event.occurred, by: login(name),
          caseReference: event.caseReference, event: event.event))
    }
    now = now.adding(seconds: 60)
  }

  func entries(_ number: UInt32) -> [Entry] { lines.filter { $0.caseReference?.number.value == number } }

  func file(_ number: UInt32 = 1) -> CaseFile { given(CaseFile(entries(number), zone: rules.zone)) }

  /// Days pass; the clock stands at nine in the morning.
  mutating func wait(days: Int) {
    now = rules.zone.moment(of: rules.zone.day(of: now).adding(days: days), hour: 9, minute: 0, second: 0)
  }

  /// The rows of every case so far, and what they say of people, as a register would hold them.
  var register: CaseRegister {
    var register = CaseRegister()
    for entry in lines {
      guard case .contactReceived(let contact) = entry.event, let reference = entry.caseReference,
        let file = CaseFile(entries(reference.number.value), zone: rules.zone)
      else { continue }
      _ = register.open(CaseRow(of: file, profileIndex: { _ in 0 }))
      if let person = contact.personNumber {
        register.meet(
          PersonRow(
            number: person, firstCase: reference.number,
            keys: PersonKeys(contact.person, at: contact.property)))
      }
      register.takePeople(of: file)
    }
    return register
  }

  func refusal(
    _ action: Action, by name: String, on number: UInt32 = 1, occurred: Occurrence? = nil, saw: UInt64? = nil
  ) -> Refusal? {
    do throws(Refusal) {
      var occasion = occasion(name, occurred: occurred, saw: saw)
      occasion.see(register, for: action, about: file(number))
      _ = try decide(action, about: file(number), on: occasion)
      return nil
    } catch {
      return error
    }
  }

  /// A complaint triaged, given to patel and acknowledged.
  mutating func acknowledged(override: String = "") throws {
    try receive()
    try act(.triage(TriageChoice(kind: .complaint, reason: "reported three times")), by: "hana")
    try act(.assign(to: login("patel")), by: "sam")
    if rules.profile(named: "")?.duties.personalContact?.before == .acknowledge {
      try act(.contact(talk), by: "hana")
    }
    let draft = AcknowledgementDraft(
      definition: "The leak was not repaired", outcome: "The repair", notOurs: "Nothing",
      due: rules.zone.day(of: now).adding(days: 14),
      override: override)
    try act(.acknowledge(draft), by: "hana")
  }

  /// Looks whether the trouble goes on; it does not.
  mutating func checkLive(_ number: UInt32 = 1) throws {
    var checked = LiveIssueChecked()
    checked.live = false
    try act(.step(.intake(.liveIssue(checked))), by: "hana", on: number)
  }

  /// A stage 1 complaint answered by patel.
  mutating func responded(override: String = "") throws {
    try acknowledged(override: override)
    try act(.point(text: "The leak", category: "repairs"), by: "patel")
    try act(.decide(upheld(1)), by: "patel")
    try act(.contact(talk), by: "patel")
    try act(.respond(channel: .letter, text: "", override: override), by: "patel")
  }
}

private func value<Value>(_ value: Value?) -> Value { given(value) }

/// A value the scenario itself wrote: nil is a mistake in the test.
func given<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("the scenario holds a value that cannot be read") }
  return value
}

func upheld(_ point: Int) -> PointJudgement {
  PointJudgement(
    point: point, decision: .upheld, reasons: "Four visits missed", basis: "Repairs policy 4",
    remedy: "A new appointment")
}

/// A talk with the resident by telephone.
var talk: ContactLogged {
  ContactLogged(
    direction: .out, channel: .phone, reached: true, verified: "date of birth", text: "What went wrong")
}

func login(_ text: String) -> StaffLogin { given(StaffLogin(text)) }
func moment(_ text: String) -> Moment { given(Moment(text)) }
func day(_ text: String) -> CalendarDay { given(CalendarDay(text)) }
func reference(_ number: UInt32) -> CaseReference {
  CaseReference(number: CaseNumber(value: number), year: 2026)
}

/// The rule book of a journal in England that adopted that profile and the Code.
func scenarioRules(_ profile: String) -> RuleBook {
  var register = CaseRegister()
  register.apply(
    .landlordFounded(LandlordFounded(landlord: "Test Homes", nation: .englandAndWales, practice: true)))
  for name in [profile, "code-2024"] {
    register.apply(
      .profileAdopted(AdoptedText(name: name, text: given(embeddedProfileText(name)), sha256: "")))
  }
  register.apply(
    .calendarAdopted(
      AdoptedText(
        name: Nation.englandAndWales.rawValue, text: embeddedHolidaysText(.englandAndWales), sha256: "")))
  do {
    return try register.ruleBook(zone: londonZoneTable())
  } catch {
    preconditionFailure("the shipped rules do not make a rule book: \(error)")
  }
}
