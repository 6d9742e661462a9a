import Complaints
import Foundation
import Testing

@testable import CaseJournal

/// A scripted run with one system call harmed, at every step, in every way; then a look at what is left.
@Suite("Whatever call fails, and whenever the process or the machine goes")
struct HarmTests {
  /// What a script had confirmed to it: the line's number and its text.
  typealias Confirmed = [UInt64: String]

  struct Script: Sendable, CustomTestStringConvertible {
    let name: String
    let run: @Sendable (JournalScenario) -> Confirmed
    var testDescription: String { name }
  }

  /// Notes by two writers, across a change of segment.
  static let appending = Script(name: "two writers, three segments") { twoWriters($0) }

  /// The same by writers who share their syncs.
  static let sharing = Script(name: "two writers who share their syncs, three segments") { scenario in
    twoWriters(scenario) { $0.crowd = 0 }
  }

  private static func twoWriters(
    _ scenario: JournalScenario, _ prepare: (CaseJournal) -> Void = { _ in }
  ) -> Confirmed {
    var confirmed: Confirmed = [:]
    guard let first = try? scenario.open(), let second = try? scenario.open() else { return confirmed }
    prepare(first)
    prepare(second)
    for turn in 0..<5 {
      let text = "note \(turn) " + String(repeating: "x", count: 700)
      let done = try? scenario.note(text, on: reference(1), in: turn % 2 == 0 ? first : second)
      if let seq = done?.seq { confirmed[seq] = text }
    }
    return confirmed
  }

  /// A note behind a tail that an earlier writer left torn.
  static let repairing = Script(name: "the repair of a torn tail") { scenario in
    guard let journal = try? scenario.open() else { return [:] }
    guard let seq = try? scenario.note("mended", on: reference(1), in: journal).seq else { return [:] }
    return [seq: "mended"]
  }

  /// The way back after a failed sync, and a note.
  static let recovering = Script(name: "the way back after a failed sync") { scenario in
    guard let journal = try? scenario.open(), (try? journal.recover(by: scenario.asmith)) != nil,
      let seq = try? scenario.note("back", on: reference(1), in: journal).seq
    else { return [:] }
    return [seq: "back"]
  }

  static let scripts = [appending, sharing, repairing, recovering]

  /// A small journal in a folder of its own, as each script needs it.
  static func prepared(for script: Script, round: Int = 0) throws -> JournalScenario {
    var scenario = JournalScenario()
    // Where the segments end differs from round to round.
    scenario.rotateAt = 3500 + round * 211 % 1900
    let journal = try scenario.create()
    try scenario.openCase(in: journal)
    if script.name == repairing.name {
      try scenario.folder.write(
        scenario.folder.bytes(scenario.firstSegment) + Array(#"{"v":1,"seq":7,"ts":"2026"#.utf8),
        to: scenario.firstSegment)
    }
    if script.name == recovering.name {
      try scenario.note("never synced", on: reference(1), in: journal)
      try scenario.folder.write(Array("fdatasync failed\n".utf8), to: "data/POISON")
    }
    return scenario
  }

  @Test(arguments: scripts)
  func `every confirmed line is there, none is half there, and writing goes on`(_ script: Script) throws {
    var faults = 0
    for round in 0..<Self.rounds { faults += try harmEveryStep(of: script, round) }
    #expect(faults > 100)
    if Self.rounds > 1 { print("\(script.name): \(faults) faults, nothing confirmed lost") }
  }

  /// Raise this by hand (`REDRESS_FAULT_ROUNDS`) for more faults than a change needs.
  static let rounds = Int(ProcessInfo.processInfo.environment["REDRESS_FAULT_ROUNDS"] ?? "") ?? 1

  /// Harms each call of a script once in every way; gives how many that were.
  private func harmEveryStep(of script: Script, _ round: Int) throws -> Int {
    let base = try Self.prepared(for: script, round: round)
    let before = try base.open().lastSeq
    var faults = 0
    for harm in Harm.allCases {
      var step = 0
      while true {
        let scenario = try base.copy()
        let disk = harm == .powerCut ? try DurableDisk(scenario.path) : nil
        let harmed = HarmedCalls(disk: disk)
        harmed.harm = harm
        harmed.target = step
        harmed.isOn = true
        let confirmed = script.run(scenario.with(harmed.calls()))
        harmed.isOn = false
        // Every call was harmed once: the next step is past the end of the script.
        if harmed.made <= step { break }
        faults += 1
        var left = scenario
        if let disk {
          var chance = SplitMix(seed: UInt64(step + round * 1000))
          left = scenario.elsewhere()
          try disk.afterPowerCut(at: left.path, &chance)
        }
        let trace = harmed.names.suffix(3).joined(separator: ", ")
        try check(left, confirmed, before, "\(script.name), \(harm) at step \(step): \(trace)")
        step += 1
      }
    }
    return faults
  }

  @Test func `a store that never syncs loses confirmed lines to a power cut: these tests can fail`() throws {
    let base = try Self.prepared(for: Self.appending)
    var lost = 0
    for step in 0..<60 {
      let scenario = try base.copy()
      let disk = try DurableDisk(scenario.path)
      disk.isDeaf = true
      let harmed = HarmedCalls(disk: disk)
      harmed.harm = .powerCut
      harmed.target = step
      harmed.isOn = true
      let confirmed = Self.appending.run(scenario.with(harmed.calls()))
      var chance = SplitMix(seed: UInt64(step))
      let left = scenario.elsewhere()
      try disk.afterPowerCut(at: left.path, &chance)
      if try left.open().lastSeq < confirmed.keys.max() ?? 0 { lost += 1 }
    }
    #expect(lost > 0)
  }

  @Test func `a founding cut short at any step leaves nothing, or the whole journal`() throws {
    for harm in [Harm.killedBefore, .killedAfter, .failsWithEIO, .failsWithNoSpace] {
      var step = 0
      while true {
        let scenario = JournalScenario()
        let harmed = HarmedCalls()
        harmed.harm = harm
        harmed.target = step
        harmed.isOn = true
        let made = try? scenario.with(harmed.calls()).create()
        harmed.isOn = false
        if harmed.made <= step { break }
        if made == nil {
          do { _ = try scenario.create() } catch JournalFailure.alreadyExists {
            #expect(try scenario.open().condition != .asAt(scenario.clock.moment))
          }
        }
        let journal = try scenario.open()
        if case .poisoned = journal.condition { _ = try journal.recover(by: scenario.asmith) }
        #expect(journal.register.landlord?.landlord == "Irwell Homes", "\(harm) at step \(step)")
        #expect(journal.register.staff.members.count == 1)
        try scenario.openCase(in: journal)
        #expect(try scenario.verify().isGood)
        step += 1
      }
      #expect(step > 20)
    }
  }

  /// What must hold of a journal after whatever happened to it.
  private func check(
    _ scenario: JournalScenario, _ confirmed: Confirmed, _ before: UInt64, _ what: String
  ) throws {
    let report = try scenario.verify()
    #expect(report.damage == nil, "\(what): \(String(describing: report.damage))")
    let journal = try scenario.open()
    #expect(journal.lastSeq >= max(before - 1, confirmed.keys.max() ?? 0), "\(what)")
    for (seq, text) in confirmed {
      #expect(try journal.entries(at: seq).first?.event == .noteAdded(text: text), "\(what): line \(seq)")
    }
    if case .poisoned = journal.condition { _ = try journal.recover(by: scenario.asmith) }
    let seq = try scenario.note("after all", on: reference(1), in: journal).seq
    #expect(seq == journal.lastSeq, "\(what)")
    let after = try scenario.verify()
    #expect(after.isGood && after.unfinished == nil && after.head == journal.headHash, "\(what)")
    for (seq, text) in confirmed {
      #expect(try journal.entries(at: seq).first?.event == .noteAdded(text: text), "\(what): line \(seq)")
    }
  }
}
