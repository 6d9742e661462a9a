import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct `A writer killed in the middle` {
  /// Raise this by hand for a longer storm.
  static let storms = 20

  @Test func `leaves a journal that verifies, with everything it had confirmed`() throws {
    let office = try PracticeOffice()
    try office.must(
      ["intake"], as: "anna", input: #"{"channel":"phone","received":"2026-01-05","narrative":"Lift out."}"#)
    let notes = (1...400).map { #"{"case":"1","action":"note","text":"note \#($0)"}"# }.joined(
      separator: "\n")
    let input = office.room.path + "/notes"
    try Data(notes.utf8).write(to: URL(fileURLWithPath: input))
    var confirmed: Set<Int> = []
    for storm in 0..<Self.storms {
      let output = office.room.path + "/out\(storm)"
      let writer = try SpawnedProcess(
        BuiltProgram.path, ["act", "-", "--data", office.data, "--as", "anna"],
        environment: BuiltProgram.environment(home: office.room.path), input: input, output: output,
        errors: "/dev/null")
      // Killed once it has confirmed so many notes, a different number each time.
      let limit = Date().addingTimeInterval(10)
      while seqs(in: output).count < storm * 3 % 29 + 1, Date() < limit {
        Thread.sleep(forTimeInterval: 0.001)
      }
      writer.kill(9)
      _ = writer.wait()
      confirmed.formUnion(seqs(in: output))
      try office.must(["verify"])
    }
    let kept = try office.must(["timeline", "1", "--json"]).lines.joined(separator: "\n")
    let keptSeqs = Set(numbers(after: #""seq":"#, in: kept))
    #expect(confirmed.count >= Self.storms)
    #expect(confirmed.subtracting(keptSeqs) == [])
  }

  private func seqs(in file: String) -> Set<Int> {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return [] }
    // A line cut short by the kill was never confirmed.
    let whole = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().joined(
      separator: "\n")
    return Set(numbers(after: #""seq":"#, in: whole))
  }

  private func numbers(after mark: String, in text: String) -> [Int] {
    text.components(separatedBy: mark).dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
  }
}
