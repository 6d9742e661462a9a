import Complaints
import Foundation
import Testing

@testable import CaseJournal

@Suite("Writers, a sealer and an eraser, one system call at a time")
struct ScheduleTests {
  /// What each thread came to, gathered once all have ended.
  final class Told: @unchecked Sendable {
    private let guarded = NSLock()
    private(set) var confirmed: [UInt64: String] = [:]
    private(set) var failures: [String] = []

    func confirm(_ seq: UInt64?, _ text: String) {
      guarded.withLock { if let seq { confirmed[seq] = text } }
    }
    func fail(_ why: String) { guarded.withLock { failures.append(why) } }
  }

  /// A scenario that a thread may hold.
  struct Shared: @unchecked Sendable { let scenario: JournalScenario }

  @Test(arguments: 0..<24)
  func `in any order every confirmed line is there, the chain holds and the erased texts are gone`(
    _ seed: Int
  ) throws {
    var base = JournalScenario()
    // Small segments: writers seal and open them as they go.
    base.rotateAt = 3500
    let founded = try base.create()
    try base.openCase(in: founded, "the narrative to be erased")
    try base.openCase(in: founded, "the narrative that stays")
    try base.note("a note to be erased", on: reference(1), in: founded)
    let shared = Shared(scenario: base)
    let told = Told()
    func writer(_ name: String, _ notes: Int) -> @Sendable (SystemCalls) -> Void {
      { calls in
        do {
          let scenario = shared.scenario.with(calls)
          let journal = try scenario.open()
          for turn in 0..<notes {
            let text = "\(name) \(turn) " + String(repeating: "-", count: 300)
            told.confirm(try scenario.note(text, on: reference(2), in: journal).seq, text)
          }
        } catch { told.fail("\(name): \(error)") }
      }
    }
    let eraser: @Sendable (SystemCalls) -> Void = { calls in
      do {
        let scenario = shared.scenario.with(calls)
        let journal = try scenario.open()
        _ = try journal.erase([CaseNumber(value: 1)], ground: "request", by: scenario.asmith) {
          (_) throws(Never) in
        }
      } catch { told.fail("eraser: \(error)") }
    }
    let reader: @Sendable (SystemCalls) -> Void = { calls in
      do {
        let journal = try shared.scenario.with(calls).open()
        for _ in 0..<6 { _ = try journal.catchUp() }
        if journal.condition != .writable { told.fail("reader: \(journal.condition)") }
      } catch { told.fail("reader: \(error)") }
    }
    let baton = Baton(seed: UInt64(seed))
    baton.run([writer("anna", 3), writer("ben", 3), eraser, reader]) { shared.scenario.calls }
    #expect(told.failures == [])
    #expect(told.confirmed.count == 6)
    let report = try base.verify()
    #expect(report.isGood && report.erased == 2 && report.toErase == 0)
    let journal = try base.open()
    for (seq, text) in told.confirmed {
      #expect(try journal.entries(at: seq).first?.event == .noteAdded(text: text))
    }
    for name in base.folder.names("data/journal") {
      let shown = String(decoding: base.folder.bytes("data/journal/" + name), as: UTF8.self)
      #expect(!shown.contains("to be erased"))
    }
    #expect(Set(baton.turns).count == 4)
  }
}
