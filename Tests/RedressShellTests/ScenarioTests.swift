import Foundation
import Testing

/// Each policy from the first call to the Ombudsman's determination.
@Suite struct ScenarioTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Scenarios")
  static let names = [
    "manchester-2022", "council-feedback", "north-warwickshire-2024", "association-ho-pmo", "medway-2022",
  ]

  @Test(arguments: names)
  func `a complaint runs from the first call to the determination, every answer as written`(
    _ name: String
  ) throws {
    let file = ScenarioTests.folder.appending(path: name + ".txt")
    let written = try String(contentsOf: file, encoding: .utf8)
    let played = ScenarioScript(written).played()
    if ProcessInfo.processInfo.environment["REDRESS_WRITE_GOLDEN"] != nil {
      try played.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = written.split(separator: "\n").map(String.init)
    let found = played.split(separator: "\n").map(String.init)
    for (place, (one, other)) in zip(expected, found).enumerated() where one != other {
      Issue.record("\(name), line \(place + 1) without blank lines:\n  written: \(one)\n  printed: \(other)")
      break
    }
    #expect(expected.count == found.count)
  }
}
