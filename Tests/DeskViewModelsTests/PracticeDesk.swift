import CaseDocuments
import Clocks
import Complaints
import DeskViewModels
import PlainText
import SettingsFiles
import TextCanvas

/// A desk on a small record in memory, with everything it asks for done as the journal would do it.
struct PracticeDesk {
  var desk = Desk()
  var size: Size
  var me: StaffLogin
  var now = moment("2026-11-20T09:31:00Z")
  let began = moment("2026-11-20T08:00:00Z")
  var readOnly: String?
  var asAt: Moment?
  /// What the person chose; what the desk asks to be kept is kept here.
  var settings = DeskSettings()
  /// What every case is said to have had in its fields.
  var history: [ToldValue] = []
  private(set) var register = CaseRegister()
  private(set) var lines: [Entry] = []
  private(set) var effects: [DeskEffect] = []
  private var arena = SearchArena()
  private var texts: [String] = [""]
  private var seq: UInt64 = 0
  let rules: RuleBook

  init(_ columns: Int = 80, _ rows: Int = 24, as name: String = "patel") {
    size = Size(columns: columns, rows: rows)
    me = login(name)
    PracticeDesk.adopt(into: &register)
    rules = given(try? register.ruleBook(zone: londonZoneTable()))
    for (name, full, roles, team) in [
      ("hana", "Hana Lewis", [Role.handler], "contact"), ("patel", "Asha Patel", [.investigator], "north"),
      ("okafor", "Chidi Okafor", [.reviewer], "north"),
      ("sam", "Sam Reid", [.supervisor, .reviewer], "north"),
    ] as [(String, String, Set<Complaints.Role>, String)] { list(name, full, roles, team: team) }
  }

  mutating func list(_ name: String, _ full: String, _ roles: Set<Complaints.Role>, team: String) {
    register.apply(
      .staffListed(
        StaffMember(
          login: login(name), name: full, roles: roles, team: team, phone: "0161 496 0100",
          email: name + "@example.org", trained: day("2026-01-05"), confidential: day("2026-01-05"))))
  }

  private static func adopt(into register: inout CaseRegister) {
    register.apply(
      .landlordFounded(LandlordFounded(landlord: "Test Homes", nation: .englandAndWales, practice: true)))
    for name in ["manchester-2022", "code-2024"] {
      register.apply(
        .profileAdopted(AdoptedText(name: name, text: given(embeddedProfileText(name)), sha256: "")))
    }
    register.apply(
      .calendarAdopted(
        AdoptedText(
          name: Nation.englandAndWales.rawValue, text: embeddedHolidaysText(.englandAndWales), sha256: "")))
  }

  /// Our letter templates.
  static let letters: LetterBook = {
    var book = LetterBook()
    for name in embeddedLetterNames {
      guard let template = readTemplate(embeddedLetterText(name) ?? "", name: name).0 else { continue }
      book.take(template, source: "ours")
    }
    return book
  }()

  /// The record as the desk reads it now.
  var reader: RecordReader {
    let lines = lines
    let texts = texts
    let zone = rules.zone
    let (me, now, register, rules) = (me, now, register, rules)
    let history = history
    var reader = RecordReader(
      register: register, rules: rules, me: me, now: now, sittingBegan: began, banner: "", practice: true,
      readOnly: readOnly, themes: ["mono", "night", "paper"], theme: "night", arena: arena,
      file: { number in
        let file = CaseFile(lines.filter { $0.caseReference?.number == number }, zone: zone)
        return file.flatMap { file in
          let sight = file.sight(of: me, register.staff, rules, on: zone.day(of: now))
          return sight.seesCase ? file.seen(sight, zone: zone) : nil
        }
      },
      text: { place in texts[Int(place.offset)] })
    reader.asAt = asAt
    reader.settings = settings
    reader.letters = PracticeDesk.letters
    reader.history = { _ in history }
    return reader
  }

  /// Opens the desk: size and first list.
  mutating func open() {
    send(.resized(size))
    send(.tick)
  }

  /// Presses keys one read each; words in angle brackets are names: `j<enter><ctrl-s>`.
  mutating func press(_ script: String) {
    for key in keys(script) { send(.keys([key])) }
  }

  /// Sends keys in one read.
  mutating func burst(_ script: String) { send(.keys(keys(script))) }

  mutating func paste(_ text: String) { send(.keys([.paste(text)])) }

  mutating func send(_ input: DeskInput) {
    var waiting = [input]
    while !waiting.isEmpty {
      for effect in desk.receive(waiting.removeFirst(), reader) {
        effects.append(effect)
        if case .perform(let request) = effect { waiting.append(answer(request)) }
        if case .actAs(let name) = effect { me = login(name) }
        if case .keepSettings(let wanted) = effect { settings = wanted }
      }
    }
  }

  func screen() -> String { desk.screen(size, reader).plainText }

  func row(_ number: Int) -> String { desk.screen(size, reader).plainRows[number] }

  /// The case file as recorded.
  func file(_ number: UInt32) -> CaseFile { given(reader.file(CaseNumber(value: number))) }

  private func keys(_ script: String) -> [KeyEvent] {
    var keys: [KeyEvent] = []
    var rest = script[...]
    while let first = rest.popFirst() {
      if first == "<", let end = rest.firstIndex(of: ">") {
        keys.append(given(KeyEvent(named: String(rest[..<end]))))
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
      }
    }
    return keys
  }

  private func occasion(_ name: StaffLogin, _ at: Occurrence? = nil, saw: UInt64? = nil) -> Occasion {
    Occasion(
      by: name, staff: register.staff, rules: rules, now: now, occurred: at, sawRevision: saw,
      sittingBegan: began)
  }

  private mutating func answer(_ request: PerformRequest) -> DeskInput {
    do throws(Refusal) {
      switch request.step {
      case .intake(let intake):
        let reference = try take(intake, by: me)
        return .done(StepDone(id: request.id, reference: reference, seq: seq, revision: seq))
      case .action(let action, let number):
        let file = file(number.value)
        var occasion = occasion(me, request.occurred, saw: request.sawRevision)
        occasion.see(register, for: action, about: file)
        let events = try decide(action, about: file, on: occasion)
        record(events, by: me)
        return .done(StepDone(id: request.id, reference: file.reference, seq: seq, revision: seq))
      }
    } catch {
      return .refused(id: request.id, error)
    }
  }

  /// Records a contact and gives its reference.
  @discardableResult
  mutating func take(_ intake: Intake, by name: StaffLogin) throws(Refusal) -> CaseReference {
    let reference = CaseReference(number: register.nextCase, year: 2026)
    let events = try receive(intake, as: reference, newPerson: register.nextPerson, on: occasion(name))
    record(events, by: name)
    return reference
  }

  /// A contact as somebody took it on that day.
  mutating func contact(
    _ narrative: String, from name: String, on received: String, phone: String = "", postcode: String = "",
    kind: Kind? = nil, needs: [String] = []
  ) {
    var contact = ContactReceived(channel: .phone, narrative: narrative)
    contact.person.name = name
    contact.person.phone = phone
    contact.person.needs = needs
    contact.property.address = "14 Rochdale Road"
    contact.property.postcode = postcode
    var intake = Intake(contact: contact, received: Occurrence(day: day(received)))
    intake.kind = kind
    _ = try? take(intake, by: login("hana"))
  }

  /// Lists somebody who works here, or lists them anew.
  mutating func list(
    _ name: String, _ full: String, _ roles: Set<Complaints.Role>, team: String = "", manager: String = "",
    gender: String = ""
  ) {
    let member = StaffMember(
      login: login(name), name: full, roles: roles, team: team,
      manager: manager.isEmpty ? nil : login(manager), gender: gender)
    record([NewEvent(.staffListed(member))], by: login("sam"))
  }

  /// Something done by a colleague elsewhere; the desk hears of it as of any new line.
  mutating func elsewhere(_ action: Action, on number: UInt32, by name: String, at: Occurrence? = nil) throws
  {
    record(
      try decide(action, about: file(number), on: occasion(login(name), at)), by: login(name))
    send(.journalGrew(touched: [CaseNumber(value: number)]))
  }

  mutating func record(_ events: [NewEvent], by name: StaffLogin) {
    seq += 1
    for (part, event) in events.enumerated() {
      let entry = Entry(
        seq: seq, part: part, recordedAt: now, occurred: event.occurred, by: name,
        caseReference: event.caseReference, event: event.event)
      lines.append(entry)
      fold(entry)
    }
    now = now.adding(seconds: 1)
  }

  private mutating func fold(_ entry: Entry) {
    guard let reference = entry.caseReference else { return register.apply(entry.event) }
    let recorded = rules.zone.occurrence(at: entry.recordedAt)
    let times = EntryTimes(occurred: entry.occurred ?? recorded, recorded: recorded)
    guard let fact = RowFact(entry.event, profileIndex: register.profileIndex) else { return }
    if case .contactReceived(let contact) = entry.event {
      var received = ReceivedFact(contact)
      received.personName = keep(contact.person.name)
      received.narrative = keep(contact.narrative)
      received.address = keep(contact.property.address)
      received.postcode = keep(contact.property.postcode)
      let opened = register.open(
        CaseRow(number: reference.number, year: 2026, fact: received, at: times, seq: entry.seq))
      precondition(opened)
      if let person = contact.personNumber {
        register.meet(
          PersonRow(
            number: person, firstCase: reference.number,
            keys: PersonKeys(contact.person, at: contact.property)))
      }
      arena.begin(reference.number.index)
      arena.add(.reference, folded: PlainText.fold(reference.text))
      arena.add(.person, folded: PlainText.fold(contact.person.name))
      arena.add(.phone, folded: PlainText.fold(contact.person.phone))
      arena.add(.postcode, folded: PlainText.fold(contact.property.postcode))
      arena.add(.narrative, folded: PlainText.fold(contact.narrative))
      arena.end()
    } else if !register.fold(fact, into: reference.number, at: times, seq: entry.seq) {
      let file = given(
        CaseFile(lines.filter { $0.caseReference?.number == reference.number }, zone: rules.zone))
      register.replace(CaseRow(of: file, profileIndex: register.profileIndex))
      register.takePeople(of: file)
    }
  }

  private mutating func keep(_ text: String) -> TextPlace {
    guard !text.isEmpty else { return .none }
    texts.append(text)
    return TextPlace(offset: UInt64(texts.count - 1), length: text.utf8.count, escaped: false)
  }
}

/// A value the test itself wrote: nil is a mistake in the test.
func given<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("the test holds a value that cannot be read") }
  return value
}

func login(_ text: String) -> StaffLogin { given(StaffLogin(text)) }
func moment(_ text: String) -> Moment { given(Moment(text)) }
func day(_ text: String) -> CalendarDay { given(CalendarDay(text)) }
