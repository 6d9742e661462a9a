import Complaints
import Foundation
import Testing

@testable import CaseJournal

/// One journal of every release is kept, as that release wrote it: each later one reads it to the same state.
@Suite("Journals of every release")
struct ReleaseJournalTests {
  static var kept: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/Releases")
  }

  @Test func `the journal of release 0.1 is proved and read to the same state`() throws {
    let scenario = JournalScenario()
    let source = Self.kept.appendingPathComponent("0.1")
    if ProcessInfo.processInfo.environment["REDRESS_WRITE_RELEASE"] != nil {
      try Self.write(to: source, scenario)
    }
    try FileManager.default.copyItem(atPath: source.path, toPath: scenario.path)
    // An empty folder is not kept by every way of copying.
    for name in ["quarantine", "cache", "attachments", "exports", "drafts", "settings"] {
      try FileManager.default.createDirectory(
        atPath: scenario.path + "/" + name, withIntermediateDirectories: true)
    }
    let told = try String(contentsOf: source.appendingPathComponent("STATE"), encoding: .utf8)
    let report = try scenario.verify()
    #expect(report.isGood && report.unfinished == nil)
    let journal = try scenario.open()
    #expect(journal.condition == .writable)
    #expect(Self.state(of: journal, report) == told)
    // Whatever this release adds, the journal goes on.
    try scenario.note("goes on", on: reference(3), in: journal)
    #expect(try scenario.verify().isGood)
  }

  /// The state in words, what a row holds of each case.
  static func state(of journal: CaseJournal, _ report: VerifyReport) -> String {
    var lines = [
      "lines \(report.lines) head \(report.head) erased \(report.erased)",
      "landlord \(journal.register.landlord?.landlord ?? "") staff \(journal.register.staff.members.count)",
    ]
    for row in journal.register.rows {
      let name = (try? journal.text(at: row.personName)) ?? ""
      lines.append(
        "\(row.reference.text) \(row.state.rawValue) \(row.kind?.rawValue ?? "-") stage \(row.stage?.number ?? 0)"
          + " points \(row.points) handler \(row.handler?.text ?? "-") received \(row.received)"
          + " closed \(row.closed.map { "\($0)" } ?? "-") person \(name) revision \(row.revision)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the journal of the release being made; done once, by hand, and never again for that release.
  private static func write(to target: URL, _ template: JournalScenario) throws {
    var scenario = template.elsewhere()
    scenario.rotateAt = 12_000
    let journal = try scenario.create()
    for event in EveryKind.landlord.dropFirst(2) {
      if case .kept = event.event { continue }
      _ = try journal.commit(by: scenario.asmith) { _ in [event] }
    }
    for event in EveryKind.casework + EveryStep.events {
      _ = try journal.commit(by: scenario.jdoe) { _ in [event] }
    }
    for turn in 2...6 {
      let reference = try scenario.openCase(in: journal, "Case \(turn): the lift \"again\"\n— and the stairs")
      try scenario.note("rang", on: reference, in: journal)
    }
    scenario.clock.advance(seconds: -7200)
    try scenario.note("the clock was set back", on: reference(3), in: journal)
    scenario.clock.advance(seconds: 86_400)
    // A torn tail, and its repair.
    let last = "data/journal/" + (scenario.folder.names("data/journal").last ?? "")
    try scenario.folder.write(
      scenario.folder.bytes(last) + Array(#"{"v":1,"seq":"#.utf8), to: last)
    try scenario.note("after the repair", on: reference(3), in: scenario.open())
    // A failed sync, and the way back.
    try scenario.folder.write(Array("fdatasync failed\n".utf8), to: "data/POISON")
    let recovering = try scenario.open()
    _ = try recovering.recover(by: scenario.asmith)
    // An erasure.
    _ = try recovering.erase([CaseNumber(value: 2)], ground: "erasure request 7", by: scenario.asmith) {
      (_) throws(Never) in
    }
    // A backup, restored.
    _ = try recovering.backUp(to: scenario.folder.inside("b.tar"), by: scenario.asmith)
    let copy = scenario.elsewhere()
    _ = try CaseJournal.restore(
      from: scenario.folder.inside("b.tar"), to: copy.path, by: scenario.jdoe, copy.options)
    let opened = try copy.open()
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    for name in ["cache", "quarantine", "attachments", "exports", "drafts", "settings", "lock"] {
      try copy.folder.remove("data/" + name)
    }
    try Data(state(of: opened, copy.verify()).utf8).write(
      to: URL(fileURLWithPath: copy.path + "/STATE"))
    try FileManager.default.copyItem(atPath: copy.path, toPath: target.path)
  }
}
