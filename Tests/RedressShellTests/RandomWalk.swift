import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import Foundation
import SettingsFiles

/// A year of a landlord that does whatever comes to mind: any action, by anybody, on any case, legal or not.
///
/// Everything accepted goes through a real journal; nothing of the file system is left out but the waiting
/// for the disk.
final class RandomWalk {
  struct Tally: Equatable {
    var recorded = 0
    var refused = 0
    var undone = 0
    var heldBack = 0
  }

  /// Something that must not be, in words.
  private(set) var faults: [String] = []
  private(set) var tally = Tally()
  private(set) var actionsRecorded: Set<String> = []
  private(set) var entries: [UInt32: [Entry]] = [:]
  let journal: CaseJournal
  let rules: RuleBook
  private let folder: String
  private let clock: Clock
  private let staff: [StaffLogin]
  private var files: [UInt32: CaseFile] = [:]
  private var random: Dice

  private final class Clock {
    var now = Moment(seconds: 1_767_604_200)
  }

  init(cases: Int, seed: UInt64) throws {
    folder = FileManager.default.temporaryDirectory.path + "/redress-walk-" + UUID().uuidString
    random = Dice(seed)
    let clock = Clock()
    self.clock = clock
    let zone = try londonZoneTable()
    var options = JournalOptions(zone: zone, now: { clock.now })
    options.calls.sync = { _ in 0 }
    options.calls.syncData = { _ in 0 }
    options.calls.beginSync = { _ in nil }
    options.calls.witness = { _ in }
    let people = RandomWalk.people()
    staff = people.map(\.login)
    journal = try CaseJournal.create(
      at: folder, founding: try RandomWalk.founding(people), by: staff[0], practice: true, service: false,
      options)
    rules = try journal.register.ruleBook(zone: zone)
    for number in 1...cases { try open(UInt32(number)) }
  }

  deinit {
    let files = FileManager.default
    do {
      if let kept = ProcessInfo.processInfo.environment["REDRESS_KEEP_JOURNALS"] {
        try files.moveItem(atPath: folder, toPath: kept + "/walk-" + UUID().uuidString)
      } else {
        try files.removeItem(atPath: folder)
      }
    } catch { return }
  }

  /// The journal read again from its first byte.
  func reopened() throws -> CaseJournal {
    let clock = clock
    return try CaseJournal.open(
      at: folder, JournalOptions(zone: rules.zone, now: { clock.now }))
  }

  func file(_ number: UInt32) -> CaseFile? { files[number] }
  var numbers: [UInt32] { files.keys.sorted() }

  /// One action of any kind on any case by anybody.
  func step() {
    clock.now = clock.now.adding(seconds: Int64(random.below(300)))
    let number = UInt32(random.below(files.count) + 1)
    guard let file = files[number] else { return }
    // Chance alone would seldom get a complaint as far as its second stage.
    let name = random.below(3) == 0 ? nextLetter(file) : random.of(ActionName.allCases)
    let by = somebody(for: name)
    var occasion = occasion(by, file)
    do throws(Refusal) {
      let action = try action(name, on: file)
      occasion.see(journal.register, for: action, about: file)
      let events = try decide(action, about: file, on: occasion)
      take(events, by: by, name, number)
    } catch let refusal {
      hear(refusal, name)
    }
  }

  /// What usually comes next in a complaint.
  private func nextLetter(_ file: CaseFile) -> ActionName {
    guard file.state == .open, let stage = file.current else {
      return file.state == .responded ? .escalate : .triage
    }
    if stage.acknowledged == nil { return .acknowledge }
    if file.points.isEmpty { return .point }
    return file.undecidedPoints.isEmpty ? .respond : .decide
  }

  /// Mostly somebody whose role allows it.
  private func somebody(for name: ActionName) -> StaffLogin {
    let roles = ActionCatalogue.spec(name).roles
    let able = journal.register.staff.holders(of: roles, on: rules.zone.day(of: clock.now)).map(\.login)
    return able.isEmpty || random.below(3) == 0 ? random.of(staff) : random.of(able)
  }

  private func occasion(_ by: StaffLogin, _ file: CaseFile) -> Occasion {
    var occurred: Occurrence?
    if random.below(8) == 0 {
      occurred = Occurrence(day: rules.zone.day(of: clock.now).adding(days: -random.below(6)))
    }
    let saw = random.below(12) == 0 ? file.revision - UInt64(random.below(2)) : nil
    return Occasion(
      by: by, staff: journal.register.staff, rules: rules, now: clock.now, occurred: occurred,
      sawRevision: saw)
  }

  private func hear(_ refusal: Refusal, _ name: ActionName) {
    tally.refused += 1
    let words = sentence(for: refusal, staff: journal.register.staff, on: rules.zone.day(of: clock.now))
    if words.what.isEmpty || words.try.isEmpty {
      faults.append("\(name.rawValue): a refusal without a reason or without help: \(refusal)")
    }
  }

  /// Records what was decided, and now and then takes it back at once.
  private func take(_ events: [NewEvent], by: StaffLogin, _ name: ActionName, _ number: UInt32) {
    let before = files[number]
    guard let seq = record(events, by: by) else { return }
    tally.recorded += 1
    actionsRecorded.insert(name.rawValue)
    guard random.below(6) == 0, let before, let after = files[number] else { return }
    if case .undo = name { return }
    if case .redo = name { return }
    takeBack(seq, by: by, name, before: before, after: after)
  }

  private func takeBack(
    _ seq: UInt64, by: StaffLogin, _ name: ActionName, before: CaseFile, after: CaseFile
  ) {
    let number = after.reference.number.value
    do throws(Refusal) {
      _ = record(try decide(.undo(seq: seq), about: after, on: plain(by)), by: by)
    } catch let refusal {
      // Not everything can be taken back; but whoever asks is told why.
      tally.heldBack += 1
      hear(refusal, .undo)
      return
    }
    tally.undone += 1
    guard let undone = files[number] else { return }
    if facts(undone) != facts(before) { faults.append("\(name.rawValue): undone, and not as it was before") }
    do throws(Refusal) {
      _ = record(try decide(.redo(seq: seq), about: undone, on: plain(by)), by: by)
    } catch let refusal {
      hear(refusal, .redo)
      return
    }
    if let redone = files[number], facts(redone) != facts(after) {
      faults.append("\(name.rawValue): put back, and not as it was after")
    }
  }

  private func plain(_ by: StaffLogin) -> Occasion {
    Occasion(by: by, staff: journal.register.staff, rules: rules, now: clock.now)
  }

  /// A case apart from the lines it stands on.
  private func facts(_ file: CaseFile) -> CaseFile {
    var file = file
    file.entries = []
    file.revision = 0
    file.revisionBy = staff[0]
    file.involved = []
    return file
  }

  private func record(_ events: [NewEvent], by: StaffLogin) -> UInt64? {
    do {
      let saved = try journal.commit(by: by) { (_) throws(Refusal) in events }
      for entry in saved.entries {
        guard let number = entry.caseReference?.number.value else { continue }
        entries[number, default: []].append(entry)
      }
      for number in Set(saved.entries.compactMap { $0.caseReference?.number.value }) {
        files[number] = CaseFile(entries[number] ?? [], zone: rules.zone)
        compare(number)
      }
      return saved.seq
    } catch {
      faults.append("not recorded: \(error)")
      return nil
    }
  }

  /// The row replay keeps must be the row of the whole file.
  private func compare(_ number: UInt32) {
    guard let file = files[number], let row = journal.register.row(CaseNumber(value: number)) else {
      faults.append("case \(number) is not there")
      return
    }
    let whole = CaseRow(of: file, profileIndex: { journal.register.profileIndex($0) })
    if whole.withPlaces(of: row) != row {
      let last = file.entries.last?.entry.event.kindName ?? ""
      faults.append("case \(number): the queue's row is not that of the file after \(last)")
    }
  }

  private func open(_ number: UInt32) throws {
    clock.now = clock.now.adding(seconds: 60)
    var contact = ContactReceived(channel: random.of(Channel.allCases), narrative: "Water came in, \(number)")
    if random.below(5) > 0 {
      contact.person.name = "Resident \(number / 2)"
      contact.person.phone = "0161 555 0\(100 + number / 2)"
    }
    if random.below(4) == 0 { contact.person.needs = ["large print"] }
    contact.property.postcode = "M9 \(number % 9)AA"
    var intake = Intake(
      contact: contact,
      received: Occurrence(day: rules.zone.day(of: clock.now), moment: clock.now))
    if random.below(3) > 0 { intake.kind = random.below(4) > 0 ? .complaint : random.of(Kind.allCases) }
    let reference = CaseReference(number: CaseNumber(value: number), year: 2026)
    let occasion = plain(staff[1])
    let events = try receive(intake, as: reference, newPerson: journal.register.nextPerson, on: occasion)
    _ = record(events, by: staff[1])
  }

  private func action(_ name: ActionName, on file: CaseFile) throws(Refusal) -> Action {
    var fields = ActionFields()
    for spec in ActionCatalogue.spec(name).fields {
      let chance = spec.required ? 40 : 3
      guard random.below(chance) > 0, spec.required || random.below(2) == 0 else { continue }
      fields.set(spec.name, value(spec, file))
    }
    let count = UInt32(files.count)
    let reader = ReadAction(zone: rules.zone) { text in
      guard let reference = CaseReference(text), reference.number.value <= count else { return nil }
      return reference
    }
    return try reader.read(name, fields)
  }

  private func value(_ spec: FieldSpec, _ file: CaseFile) -> String {
    let today = rules.zone.day(of: clock.now)
    switch spec.kind {
    case .text, .longText:
      switch spec.name {
      case "profile": return random.of(["", "manchester-2022", "every-shape", "medway-2022", "nobody"])
      case "field": return random.of(["text", "reason", "narrative", "person.name", "received"])
      default:
        return random.of(["Water through the ceiling", "…", "none", "Łódź \u{7}", "about-the-handler"])
      }
    case .list: return random.of(["one; two", "large print", ";"])
    case .time: return today.description + "T12:00:00.000000Z"
    case .date: return today.adding(days: random.below(60) - 10).description
    case .number:
      if spec.name == "seq" { return String(random.of(file.entries).entry.seq) }
      if spec.name == "point" { return String(random.below(max(1, file.points.count)) + 1) }
      return String(random.below(3) + 1)
    case .yesNo: return random.of(["yes", "no"])
    case .staff: return random.below(20) == 0 ? "nobody" : random.of(staff).text
    case .caseReference:
      return CaseReference(number: CaseNumber(value: UInt32(random.below(files.count + 1) + 1)), year: 2026)
        .text
    case .choice(let words): return random.below(60) == 0 ? "nonsense" : random.of(words)
    case .answers: return random.of(["first-report=yes", "handling=yes,conduct=no", "asks-complaint=yes"])
    }
  }
}

extension RandomWalk {
  private static func people() -> [StaffMember] {
    let roles: [(String, Set<Complaints.Role>)] = [
      ("ade", [.administrator]), ("hana", [.handler]), ("noor", [.handler, .supervisor]),
      ("patel", [.investigator]), ("okafor", [.reviewer]), ("amira", [.reviewer, .supervisor]),
      ("dina", [.director]), ("rosa", [.residentReviewer]),
    ]
    return roles.compactMap { name, roles in
      StaffLogin(name).map { StaffMember(login: $0, name: name, roles: roles, team: "north") }
    }
  }

  private static func founding(_ people: [StaffMember]) throws -> [NewEvent] {
    let landlord = LandlordFounded(landlord: "Test Homes", nation: .englandAndWales, practice: true)
    var events = [NewEvent(.landlordFounded(landlord))]
    for name in ["manchester-2022", "every-shape", "medway-2022", "association-ho-pmo", "code-2024"] {
      let text = embeddedProfileText(name) ?? ""
      events.append(NewEvent(.profileAdopted(AdoptedText(name: name, text: text, sha256: ""))))
    }
    let holidays = embeddedHolidaysText(.englandAndWales)
    events.append(
      NewEvent(
        .calendarAdopted(
          AdoptedText(name: Nation.englandAndWales.rawValue, text: holidays, sha256: ""))))
    return events + people.map { NewEvent(.staffListed($0)) }
  }
}

/// Numbers by chance that are the same on every run.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  mutating func of<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
