import CaseJournal
import Clocks
import Complaints
import Foundation
import Testing

@Suite struct RandomWalkTests {
  /// A hundred thousand steps on a thousand cases; fewer where the build is not optimised.
  private var length: Int {
    #if DEBUG
      let usual = 6_000
    #else
      let usual = 100_000
    #endif
    return Int(ProcessInfo.processInfo.environment["REDRESS_WALK"] ?? "") ?? usual
  }

  @Test func `whatever anybody does, nothing breaks, every refusal helps, and replay gives the same`() throws
  {
    let walk = try RandomWalk(cases: max(60, length / 100), seed: 2026)
    for _ in 0..<length { walk.step() }
    for fault in walk.faults.prefix(20) { Issue.record("\(fault)") }
    let tally = walk.tally
    #expect(tally.recorded > length / 20)
    #expect(tally.refused > length / 20)
    #expect(tally.undone > 0)
    let again = try walk.reopened()
    #expect(again.register.rows.map { $0.reference } == walk.journal.register.rows.map { $0.reference })
    #expect(again.register.rows == walk.journal.register.rows)
    for number in walk.numbers {
      let live = try #require(walk.file(number))
      #expect(try again.file(of: live.reference.number) == live)
    }
    try countsAsWhole(again, walk)
    everyAction(walk)
  }

  /// Figures read from the bytes of the lines are those of the whole record, and of the same days.
  private func countsAsWhole(_ journal: CaseJournal, _ walk: RandomWalk) throws {
    let zone = walk.rules.zone
    var dues = DueMemory(walk.rules, now: Moment(seconds: 1_800_000_000))
    var counted: [CaseFigures] = []
    try journal.eachCounted(journal.register.rows.map(\.number)) { file in
      var figures = CaseFigures(of: file, zone: zone)
      dues.reckon(&figures, file)
      counted.append(figures)
    }
    var afresh: [CaseFigures] = []
    for row in journal.register.rows {
      let file = try #require(try journal.file(of: row.number))
      var figures = CaseFigures(of: file, zone: zone)
      var own = DueMemory(walk.rules, now: Moment(seconds: 1_800_000_000))
      own.reckon(&figures, file)
      afresh.append(figures)
    }
    #expect(counted.count == afresh.count)
    for (one, other) in zip(counted, afresh) where one != other {
      Issue.record("\(one.reference.text) counts otherwise: \(one) and not \(other)")
    }
  }

  @Test func `a record opened from a snapshot anywhere in a year is the one that was lived in`() throws {
    let walk = try RandomWalk(cases: 50, seed: 41)
    for stretch in 1...max(8, length / 1000) {
      for _ in 0..<200 { walk.step() }
      let lived = registerBytes(walk.journal.register)
      // The first time from the snapshot of the stretch before and what was recorded since, then from a new one.
      for writing in [false, true] {
        let opened = try walk.reopenedFromSnapshot(writing: writing)
        #expect(opened.snapshotSeq > 0 || (stretch == 1 && !writing))
        #expect(registerBytes(opened.register) == lived)
        for number in walk.numbers {
          let live = try #require(walk.file(number))
          #expect(try opened.file(of: live.reference.number) == live)
        }
      }
    }
  }

  /// Everything a register holds, as bytes.
  private func registerBytes(_ register: CaseRegister) -> [UInt8] {
    var bytes: [UInt8] = []
    var records = RecordWriter()
    let take = { (record: [UInt8]) throws(Never) in bytes += record }
    register.writeRows(&records, take)
    register.writePeople(&records, take)
    bytes += register.smallParts(records.names)
    for index in register.live.sorted() { bytes += Array(String(index).utf8) + [0x20] }
    return bytes
  }

  /// Every action is taken and refused in a long walk; a short one reaches most.
  private func everyAction(_ walk: RandomWalk) {
    let names = ActionName.allCases.map(\.rawValue)
    let never = names.filter { walk.recorded[$0] == nil }.sorted()
    let always = names.filter { walk.refused[$0] == nil }.sorted()
    let spare = length >= 30_000 ? 0 : names.count / 8
    #expect(never.count <= spare, "never recorded: \(never)")
    #expect(always.count <= spare, "never refused: \(always)")
  }
}
