import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Following the journal` {
  @Test func `what others record is printed as it lands, one JSON object a line`() throws {
    let office = try PracticeOffice()
    try office.must(
      ["intake"], as: "anna", input: #"{"channel":"phone","received":"2026-01-05","narrative":"Lift out."}"#)
    let output = office.room.path + "/followed"
    let follower = try SpawnedProcess(
      BuiltProgram.path, ["follow", "--json", "--data", office.data, "--as", "rhian"],
      environment: BuiltProgram.environment(home: office.room.path), input: "/dev/null", output: output,
      errors: output + "-errors")
    defer {
      follower.kill(9)
      _ = follower.wait()
    }
    // Notes until the first is seen: the follower tells of what lands after it began.
    let limit = Date().addingTimeInterval(60)
    var sent = 0
    while lines(output).isEmpty, Date() < limit {
      sent += 1
      try office.must(["act", "1", "note", "text=note \(sent)"], as: "anna")
    }
    try office.must(["act", "1", "note", "text=the last one"], as: "anna")
    while !lines(output).contains(where: { $0.contains("the last one") }), Date() < limit {
      Thread.sleep(forTimeInterval: 0.005)
    }
    let told = lines(output)
    #expect(told.last?.contains(#""kind":"note.added""#) == true)
    #expect(told.last?.contains("the last one") == true)
    #expect(told.allSatisfy { $0.hasPrefix(#"{"seq":"#) && $0.contains(#""case":"C26-000001""#) })
    // One after the other, none twice.
    let seqs = told.compactMap { Int($0.dropFirst(7).prefix { $0.isNumber }) }
    #expect(seqs == Array((seqs.first ?? 0)..<((seqs.first ?? 0) + seqs.count)))
  }

  private func lines(_ file: String) -> [String] {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
