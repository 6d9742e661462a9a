import Clocks
import Complaints
import Foundation
import Testing

@testable import CaseJournal

/// A real folder of its own, removed when the test is over.
///
/// Where REDRESS_KEEP_JOURNALS names a directory it is moved there instead, for the verifier in `Verifier/`.
final class TemporaryFolder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "redress-journal-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    if let kept = ProcessInfo.processInfo.environment["REDRESS_KEEP_JOURNALS"] {
      try? FileManager.default.moveItem(atPath: path, toPath: kept + "/store-" + UUID().uuidString)
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  func inside(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: inside(name)) ?? Data())
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: inside(name)))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: inside(name)) }

  func names(_ name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: inside(name))) ?? []).sorted()
  }
}

/// A clock that moves only when told.
final class TestClock {
  var moment: Moment
  init(_ text: String = "2026-11-22T09:30:00Z") { moment = Moment(text) ?? Moment(seconds: 0) }
  func advance(seconds: Int64) { moment = moment.adding(seconds: seconds) }
}

/// London's clock changes 2000–2037 by the rule in force since 1996: last Sundays of March and October.
let london: ZoneTable = {
  var changes: [(atSeconds: Int64, offsetSeconds: Int32)] = []
  for year in 2000...2037 {
    for (month, offset) in [(3, Int32(3600)), (10, Int32(0))] {
      guard var day = CalendarDay(year: year, month: month, day: 31) else { continue }
      while day.weekday != 7 { day = day.adding(days: -1) }
      changes.append((Int64(day.number) * 86_400 + 3600, offset))
    }
  }
  return ZoneTable(transitions: changes, initialOffset: 0)
}()

/// A journal in a temporary folder, with a clock and repeatable salts.
struct JournalScenario {
  var folder = TemporaryFolder()
  let clock = TestClock()
  /// Everything real but the waiting for the disk, which `StorageFaultTests` looks at.
  var calls = {
    var calls = SystemCalls.real()
    calls.sync = { _ in 0 }
    calls.syncData = { _ in 0 }
    calls.beginSync = { _ in nil }
    calls.witness = { _ in }
    return calls
  }()
  var rotateAt = 64 << 20
  let asmith = login("asmith")
  let jdoe = login("jdoe")

  var path: String { folder.inside("data") }
  let firstSegment = "data/journal/00000000000000000001.jsonl"

  var options: JournalOptions {
    let clock = clock
    var options = JournalOptions(zone: london, now: { clock.moment })
    options.calls = calls
    options.salts = SaltSource(seed: 1)
    options.rotateAt = rotateAt
    options.patience = 50
    options.snapshots.reads = true
    return options
  }

  var founding: [NewEvent] {
    [
      NewEvent(
        .landlordFounded(LandlordFounded(landlord: "Irwell Homes", nation: .englandAndWales, practice: true))),
      NewEvent(.profileAdopted(AdoptedText(name: "manchester-2022", text: "{}", sha256: "00"))),
      NewEvent(.profileAdopted(AdoptedText(name: "code-2024", text: "{}", sha256: "00"))),
      NewEvent(.staffListed(StaffMember(login: asmith, name: "Amira Smith", roles: [.handler]))),
    ]
  }

  /// The same with other calls.
  func with(_ calls: SystemCalls) -> JournalScenario {
    var scenario = self
    scenario.calls = calls
    return scenario
  }

  /// The same in an empty folder of its own.
  func elsewhere() -> JournalScenario {
    var scenario = self
    scenario.folder = TemporaryFolder()
    return scenario
  }

  /// The same with a copy of the journal in a folder of its own.
  func copy() throws -> JournalScenario {
    let scenario = elsewhere()
    try FileManager.default.copyItem(atPath: path, toPath: scenario.path)
    return scenario
  }

  func create() throws -> CaseJournal {
    try CaseJournal.create(
      at: path, founding: founding, by: asmith, practice: true, service: false, options)
  }

  func open() throws -> CaseJournal { try CaseJournal.open(at: path, options) }

  func verify(head: String? = nil) throws -> VerifyReport {
    try CaseJournal.verify(at: path, head: head, options)
  }

  /// Writes lines behind the last one as another program would: their proofs right, whatever they say.
  func writeByHand(_ members: [String], behind journal: CaseJournal) throws {
    let name = try #require(folder.names("data/journal").max())
    let file = try #require(FileHandle(forWritingAtPath: folder.inside("data/journal/" + name)))
    defer { file.closeFile() }
    file.seekToEndOfFile()
    var head = journal.headHash
    for (place, said) in members.enumerated() {
      let seq = journal.lastSeq + UInt64(place) + 1
      var line = Array(
        "{\"v\":1,\"seq\":\(seq),\"ts\":\"2026-12-24T10:00:0\(place).000000Z\",\"by\":\"asmith\",".utf8)
      line += Array((said + ",\"prev\":\"" + head + "\"").utf8)
      let crc = String(CRC32C().of(line), radix: 16)
      line += Array((",\"crc\":\"" + String(repeating: "0", count: 8 - crc.count) + crc + "\"}").utf8)
      head = SHA256().of(line).hex
      file.write(Data(line + [0x0A]))
    }
  }

  /// Opens a case and gives its reference.
  @discardableResult
  func openCase(in journal: CaseJournal, _ narrative: String = "The lift is stuck again") throws
    -> CaseReference
  {
    let committed = try journal.commit(by: asmith) { view in
      let reference = CaseReference(number: view.register.nextCase, year: 2026)
      var contact = ContactReceived(channel: .phone, narrative: narrative)
      contact.person.name = "Siân Hughes"
      contact.personNumber = view.register.nextPerson
      return [NewEvent(.contactReceived(contact), case: reference)]
    }
    return committed.entries[0].caseReference ?? CaseJournalTests.reference(0)
  }

  @discardableResult
  func note(_ text: String, on reference: CaseReference, in journal: CaseJournal) throws -> Committed {
    try journal.commit(by: jdoe) { _ in [NewEvent(.noteAdded(text: text), case: reference)] }
  }
}

/// A value the scenario itself wrote: nil is a mistake in the test.
func given<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("the scenario holds a value that cannot be read") }
  return value
}

func login(_ text: String) -> StaffLogin {
  guard let login = StaffLogin(text) else { preconditionFailure("no login: \(text)") }
  return login
}

func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(text) else { preconditionFailure("no day: \(text)") }
  return day
}

func reference(_ number: UInt32) -> CaseReference {
  CaseReference(number: CaseNumber(value: number), year: 2026)
}
