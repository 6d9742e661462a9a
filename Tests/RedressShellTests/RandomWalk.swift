import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import Foundation
import SettingsFiles

@testable import RedressShell

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
  /// How often each action was recorded, and refused.
  private(set) var recorded: [String: Int] = [:]
  private(set) var refused: [String: Int] = [:]
  private(set) var entries: [UInt32: [Entry]] = [:]
  let journal: CaseJournal
  let rules: RuleBook
  private let folder: String
  private let clock: Clock
  let staff: [StaffLogin]
  private let office: LetterOffice
  private var files: [UInt32: CaseFile] = [:]
  /// The case somebody has before them just now.
  private var desk: UInt32?
  var random: Dice

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
    office = LetterOffice(
      landlord: "Test Homes", practice: true, staff: journal.register.staff, rules: rules,
      book: letterBook([]))
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

  /// The journal opened from the newest snapshot and the lines behind it; writes a newer one when asked.
  func reopenedFromSnapshot(writing: Bool) throws -> CaseJournal {
    let clock = clock
    var options = JournalOptions(zone: rules.zone, now: { clock.now })
    options.snapshots.writesAfter = writing ? 1 : nil
    return try CaseJournal.open(at: folder, options)
  }

  func file(_ number: UInt32) -> CaseFile? { files[number] }
  private(set) var numbers: [UInt32] = []
  var today: CalendarDay { rules.zone.day(of: clock.now) }

  /// One action on one case by somebody: in two of three what might well be done, else anything at all.
  func step() {
    guard random.below(3) > 0 else {
      clock.now = clock.now.adding(seconds: Int64(random.below(300)))
      _ = attempt(random.of(ActionName.allCases), on: random.of(numbers), fitting: false)
      return
    }
    // A day's work goes on with what is at hand, on the heels of the last step.
    var atHand = random.below(3) == 0 ? desk : nil
    let name = atHand.flatMap { files[$0] }.map(nextStep) ?? seldomDone()
    if name == .step(.letterCancelled) { atHand = desk }
    clock.now = clock.now.adding(seconds: Int64(random.below(atHand == nil ? 300 : 60)))
    for _ in 0..<8 {
      let number = atHand ?? random.of(numbers)
      if attempt(name, on: number, fitting: true) { return }
    }
  }

  /// Whether that action by somebody was recorded; a refusal is heard.
  private func attempt(_ name: ActionName, on number: UInt32, fitting: Bool) -> Bool {
    guard let file = files[number] else { return false }
    var by = somebody(for: name)
    do throws(Refusal) {
      let action = try action(name, on: file, fitting: fitting)
      if fitting, random.below(8) > 0 { by = fit(for: action, file) ?? by }
      var occasion = occasion(by, file)
      occasion.see(journal.register, for: action, about: file)
      let events = try office.queueingLetters(
        try decide(action, about: file, on: occasion), about: file, on: occasion)
      take(events, by: by, name, number)
      desk = number
      return true
    } catch let refusal {
      hear(refusal, name)
      return false
    }
  }

  /// What usually comes next in a complaint; chance alone would seldom get one as far as its second stage.
  private func nextStep(_ file: CaseFile) -> ActionName {
    if random.below(3) == 0 { return seldomDone() }
    guard file.state == .open, let stage = file.current else {
      return file.state == .responded ? .escalate : .triage
    }
    if stage.acknowledged == nil { return .acknowledge }
    if file.points.isEmpty { return .point }
    return file.undecidedPoints.isEmpty ? .respond : .decide
  }

  /// One of several actions by chance: that which was done least so far.
  private func seldomDone() -> ActionName {
    let drawn = (0..<12).map { _ in random.of(ActionName.allCases) }
    return drawn.min { (recorded[$0.rawValue] ?? 0) < (recorded[$1.rawValue] ?? 0) } ?? .note
  }

  /// Mostly somebody whose role allows it.
  private func somebody(for name: ActionName) -> StaffLogin {
    let able = journal.register.staff.holders(of: ActionCatalogue.spec(name).roles, on: today).map(\.login)
    return able.isEmpty || random.below(3) == 0 ? random.of(staff) : random.of(able)
  }

  /// Somebody the policy lets do just that here.
  private func fit(for action: Action, _ file: CaseFile) -> StaffLogin? {
    var able = journal.register.staff.holders(
      of: rolesFor(action, file, rules, journal.register.staff), on: today
    ).map(\.login)
    let name = action.name
    if name == .undo || name == .redo { able = [file.revisionBy] }
    if name == .step(.letterCancelled) { able = [file.revisionBy] }
    if name == .step(.claimReleased), let claim = file.work.claim { able = [claim.by] }
    if [.step(.panelView), .decide, .respond].contains(name), let panel = file.current?.panel {
      able = panel.members
    }
    return able.isEmpty ? nil : random.of(able)
  }

  private func occasion(_ by: StaffLogin, _ file: CaseFile) -> Occasion {
    var occurred: Occurrence?
    if random.below(8) == 0 {
      occurred = Occurrence(day: today.adding(days: -random.below(6)))
    }
    let saw = random.below(12) == 0 ? file.revision - UInt64(random.below(2)) : nil
    return Occasion(
      by: by, staff: journal.register.staff, rules: rules, now: clock.now, occurred: occurred,
      sawRevision: saw)
  }

  private func hear(_ refusal: Refusal, _ name: ActionName) {
    tally.refused += 1
    refused[name.rawValue, default: 0] += 1
    let words = sentence(for: refusal, staff: journal.register.staff, on: today)
    if words.what.isEmpty || words.try.isEmpty {
      faults.append("\(name.rawValue): a refusal without a reason or without help: \(refusal)")
    }
  }

  /// Records what was decided, and now and then takes it back at once.
  private func take(_ events: [NewEvent], by: StaffLogin, _ name: ActionName, _ number: UInt32) {
    let before = files[number]
    guard let seq = record(events, by: by) else { return }
    tally.recorded += 1
    recorded[name.rawValue, default: 0] += 1
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
    // Some stay undone, for somebody to put back later.
    if random.below(4) == 0 { return }
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
        if files[number] == nil { numbers.append(number) }
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
      let differences = RandomWalk.differences(of: row, whole.withPlaces(of: row))
      faults.append("case \(number): the queue's row is not that of the file after \(last): \(differences)")
    }
  }

  /// Fields in which two rows differ, and how.
  private static func differences(of kept: CaseRow, _ whole: CaseRow) -> String {
    zip(Mirror(reflecting: kept).children, Mirror(reflecting: whole).children)
      .filter { "\($0.value)" != "\($1.value)" }
      .map { "\($0.label ?? "") is \($0.value) and not \($1.value)" }.joined(separator: "; ")
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
      received: Occurrence(day: today, moment: clock.now))
    if random.below(3) > 0 { intake.kind = random.below(4) > 0 ? .complaint : random.of(Kind.allCases) }
    let reference = CaseReference(number: CaseNumber(value: number), year: 2026)
    let occasion = plain(staff[1])
    let events = try receive(intake, as: reference, newPerson: journal.register.nextPerson, on: occasion)
    _ = record(events, by: staff[1])
  }
}
