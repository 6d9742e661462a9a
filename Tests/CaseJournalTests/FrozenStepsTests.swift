import Clocks
import Complaints
import Foundation
import Testing

@testable import CaseJournal

/// The steps as this release writes them; a line once in the file never changes.
@Suite("Frozen steps")
struct FrozenStepsTests {
  private let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/steps.txt")

  private func written() throws -> [String] {
    var lines: [String] = []
    let at = try #require(Moment("2026-11-22T09:31:07.123456Z"))
    for event in EveryStep.events {
      var writer = LineWriter(salts: SaltSource(seed: 1), crc: CRC32C(), sha: SHA256())
      _ = try writer.append(
        LineWriter.Envelope(
          seq: 1, recordedAt: at, wallClock: nil, by: login("asmith"), previous: .zero), [event])
      let line = writer.bytes.read { bytes in
        String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
      }
      let from = try #require(line.range(of: "\"k\":"))
      let to = try #require(line.range(of: ",\"prev\":"))
      lines.append(String(line[from.lowerBound..<to.lowerBound]))
    }
    return lines.sorted()
  }

  @Test func `every kind of step is written as on its first day, and still read`() throws {
    let written = try written()
    if ProcessInfo.processInfo.environment["REDRESS_WRITE_GOLDEN"] != nil {
      try (written.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    let frozen = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(Set(written) == Set(frozen))
    let reader = LineReader(zone: london)
    var steps: Set<CaseStep> = []
    for line in frozen {
      let whole = #"{"v":1,"seq":1,"ts":"2026-11-22T09:31:07.123456Z","by":"asmith","# + line + "}"
      guard case .step(let step) = try reader.entries(Array(whole.utf8))[0].event else {
        Issue.record("not read any more: \(line)")
        continue
      }
      steps.insert(step)
    }
    #expect(steps == Set(StepCatalogue.all.map(EveryStep.filled)))
  }

  @Test func `every kind of step is in the catalogue once, by a name the scanner can hold`() {
    #expect(Set(StepCatalogue.all.map(\.kind)) == Set(StepKind.allCases))
    #expect(Set(StepCatalogue.all.map(\.action)).count == StepKind.allCases.count)
    for spec in StepCatalogue.all {
      #expect(spec.kind.versioned.utf8.count <= 24)
      #expect(spec.allFields.count <= 32)
      #expect(Set(spec.allFields.map(\.name)).count == spec.allFields.count)
      for field in spec.allFields { #expect(field.name.utf8.count <= 24 && field.name != "salt") }
    }
  }
}
