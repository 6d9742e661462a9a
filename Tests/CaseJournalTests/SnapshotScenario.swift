import Clocks
import Complaints
import Testing

@testable import CaseJournal

/// Everything a journal folded, as bytes: two states are the same where these are.
func stateBytes(_ journal: CaseJournal) -> [UInt8] {
  var bytes: [UInt8] = []
  var records = RecordWriter()
  let register = journal.register
  let take = { (record: [UInt8]) throws(Never) in bytes += record }
  register.writeRows(&records, take)
  register.writePeople(&records, take)
  bytes += register.smallParts(records.names)
  // The order of the live ones tells when cases were folded anew, and nothing else.
  for index in register.live.sorted() { bytes += Array(String(index).utf8) + [0x20] }
  let number = { (word: UInt64) throws(Never) in bytes += Array(String(word).utf8) + [0x20] }
  journal.folded.lines.eachStart(number)
  journal.folded.chains.eachLink(number)
  journal.folded.chains.eachNewest(number)
  bytes += Array("\(journal.folded.lines.end) \(journal.folded.sealed) \(journal.headHash)".utf8)
  bytes += Array("\(journal.lastSeq) \(journal.folded.lastRecordedAt)".utf8)
  return bytes
}

extension JournalScenario {
  /// A journal of a random walk, corrections among it, with a snapshot in the middle of it.
  static func walked(_ seed: UInt64, before: Int, after: Int) throws -> JournalScenario {
    var scenario = JournalScenario()
    scenario.rotateAt = 60_000
    let journal = try scenario.create()
    var walk = CaseworkWalk(seed: seed, seq: journal.lastSeq + 1)
    try scenario.add(before, of: &walk, to: journal)
    #expect(journal.writeSnapshot(after: 1))
    try scenario.add(after, of: &walk, to: journal)
    return scenario
  }

  /// The journal opened by reading every line.
  func replayed() throws -> CaseJournal {
    var options = options
    options.snapshots.reads = false
    options.snapshots.writesAfter = nil
    return try CaseJournal.open(at: path, options)
  }

  /// The journal opened from a snapshot where there is one; never writes one.
  func opened(checksAsRead: Bool = false) throws -> CaseJournal {
    var options = options
    options.snapshots.writesAfter = nil
    options.snapshots.checksAsRead = checksAsRead
    return try CaseJournal.open(at: path, options)
  }

  /// Adds lines of a random walk, which goes on where it was.
  func add(_ lines: Int, of walk: inout CaseworkWalk, to journal: CaseJournal) throws {
    var left = lines
    var going = walk
    _ = try journal.commitMany(by: asmith, perLease: 50) { (_) throws(Refusal) in
      left -= 1
      clock.advance(seconds: 977)
      return left < 0 ? .done : .line(going.next())
    }
    walk = going
  }

  /// The one snapshot in `cache/`, by its name; "" where there is none.
  var snapshotName: String {
    folder.names("data/cache").first { $0.hasSuffix(".snap") }.map { "data/cache/" + $0 } ?? ""
  }
}
