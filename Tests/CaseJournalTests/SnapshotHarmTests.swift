import Complaints
import Foundation
import Testing

@testable import CaseJournal

/// Each system call of writing and of reading a snapshot harmed once in every way: a cache may be lost, and
/// never be believed wrongly.
@Suite("Snapshots under harm")
struct SnapshotHarmTests {
  /// A journal of a random walk without a snapshot.
  private func walked(_ seed: UInt64, lines: Int) throws -> JournalScenario {
    let scenario = JournalScenario()
    let journal = try scenario.create()
    var walk = CaseworkWalk(seed: seed, seq: journal.lastSeq + 1)
    try scenario.add(lines, of: &walk, to: journal)
    return scenario
  }

  /// Opens a copy of a journal with one call after the other harmed in that way; gives how many those were.
  private func harmEveryCall(
    _ harm: Harm, of base: JournalScenario, _ use: (inout SnapshotUse) -> Void,
    _ look: (JournalScenario, CaseJournal?, String) throws -> Void
  ) throws -> Int {
    var step = 0
    while true {
      let scenario = try base.copy()
      let disk = harm == .powerCut ? try DurableDisk(scenario.path) : nil
      let harmed = HarmedCalls(disk: disk)
      harmed.harm = harm
      harmed.target = step
      harmed.isOn = true
      var options = scenario.with(harmed.calls()).options
      use(&options.snapshots)
      var journal: CaseJournal?
      do { journal = try CaseJournal.open(at: scenario.path, options) } catch {
        #expect(harmed.made > step, "\(harm) at step \(step): nothing was harmed, and it does not open")
      }
      harmed.isOn = false
      if harmed.made <= step { return step }
      var left = scenario
      if let disk {
        var chance = SplitMix(seed: UInt64(step))
        left = scenario.elsewhere()
        try disk.afterPowerCut(at: left.path, &chance)
      }
      let trace = harmed.names.prefix(step + 1).suffix(3).joined(separator: ", ")
      // Whoever is gone shows nothing to anybody.
      try look(left, harm.isTheEnd ? nil : journal, "\(harm) at step \(step): \(trace)")
      step += 1
    }
  }

  @Test(arguments: Harm.allCases)
  func `a snapshot whose writing is harmed at any call changes no answer, then or later`(
    _ harm: Harm
  ) throws {
    let base = try walked(21, lines: 70)
    let state = stateBytes(try base.replayed())
    let faults = try harmEveryCall(
      harm, of: base,
      { $0.writesAfter = 1 }
    ) { left, journal, what in
      if let journal, journal.snapshotHolds { #expect(stateBytes(journal) == state, "\(what)") }
      for checksAsRead in [false, true] {
        let later = try left.opened(checksAsRead: checksAsRead)
        #expect(stateBytes(later) == state && later.snapshotHolds, "\(what)")
      }
      if !harm.isTheEnd {
        #expect(!left.folder.names("data/cache").contains("snapshot.new"), "\(what)")
      }
      // What a killed writer left lying is in nobody's way.
      let next = try left.replayed()
      _ = next.writeSnapshot(after: 1)
      #expect(left.folder.names("data/cache") == [String(left.snapshotName.dropFirst("data/cache/".count))])
      #expect(stateBytes(try left.opened()) == state, "\(what)")
    }
    #expect(faults > 30)
  }

  @Test(arguments: Harm.allCases.filter { !$0.isTheEnd })
  func `a snapshot whose reading is harmed at any call gives the answer of every line, or none`(
    _ harm: Harm
  ) throws {
    let base = try walked(22, lines: 60)
    #expect(try base.replayed().writeSnapshot(after: 1))
    let before = try base.replayed()
    try base.openCase(in: before)
    try base.note("behind the snapshot", on: reference(1), in: before)
    let every = try base.replayed()
    let state = stateBytes(every)
    for checksAsRead in [false, true] {
      var answers = 0
      let asked = { (use: inout SnapshotUse) in
        use.writesAfter = nil
        use.checksAsRead = checksAsRead
      }
      let faults = try harmEveryCall(harm, of: base, asked) { (left, journal, what) throws in
        if let journal, journal.snapshotHolds {
          answers += 1
          #expect(stateBytes(journal) == state, "\(what)")
          for row in every.register.rows {
            #expect(try journal.file(of: row.number) == every.file(of: row.number), "\(what)")
          }
        }
        #expect(stateBytes(try left.opened(checksAsRead: checksAsRead)) == state, "\(what)")
      }
      #expect(faults > 15 && answers > 3)
    }
  }
}
