import Foundation
import PlainText
import Testing

/// Whether there is a Python to count again with.
private let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

@Suite struct `Reports counted again` {
  /// The demo, and on its cases whatever else a report counts: money, surveys, orders, refusals.
  static func demo() throws -> PracticeShell {
    let shell = PracticeShell(founded: false)
    shell.now = "2026-11-20T10:00:00Z"
    #expect(shell.run("demo", "--data", shell.data).status == 0)
    shell.run("homes", "2027", "lcra=2960", "lcho=45")
    let answers = shell.run("act", "-", input: steps.joined(separator: "\n") + "\n").lines
    var taken: Set<String> = []
    for (step, answer) in zip(steps, answers) {
      let done = try parseJSON(answer)
      if done["refused"] == nil, let action = try parseJSON(step)["action"]?.string { taken.insert(action) }
    }
    #expect(
      taken.isSuperset(of: [
        "survey", "compensate", "remedy", "learn", "implement", "determination", "order", "comply", "need",
        "escalate-management", "refuse", "withdraw", "request", "extend", "undo",
      ]), "\(taken.sorted())")
    return shell
  }

  /// Steps on every case of the demo, many of them refused.
  static let steps: [String] = (1...60).flatMap { number in
    var steps: [String] = []
    func act(_ action: String, _ fields: KeyValuePairs<String, String>) {
      let members =
        [JSONMember("case", .string(String(number))), JSONMember("action", .string(action))]
        + fields.map { JSONMember($0.key, .string($0.value)) }
      steps.append(jsonText(.object(members)))
    }
    act("survey", ["score": String(number % 5 + 1), "text": "=said"])
    act("compensate", ["what": "offered", "time-trouble": String(1000 + number * 7), "statutory": "501"])
    act("compensate", ["what": number.isMultiple(of: 2) ? "declined" : "accepted"])
    if number % 4 == 1 { act("compensate", ["what": "paid"]) }
    act(
      "remedy",
      [
        "what": ["explanation", "specific-action", "changed-policy"][number % 3], "text": "x",
        "agreed": "yes",
      ])
    if number.isMultiple(of: 3) {
      act(
        "learn",
        ["text": "+lesson", "cause": "why", "organisation": number.isMultiple(of: 2) ? "yes" : "no"])
      act("implement", ["lesson": "1", "what": "implemented", "text": "done"])
      act("implement", ["lesson": "1", "what": "shared", "text": "in the team"])
    }
    if number.isMultiple(of: 7) { act("learn", ["none": "nothing new"]) }
    if number.isMultiple(of: 5) {
      act("determination", ["finding": ["maladministration", "redress"][number % 2], "text": "found"])
      act(
        "order",
        [
          "what": ["order", "recommendation", "failure-notice"][number % 3], "text": "pay", "type": "2",
          "due": "2026-11-" + (number < 25 ? "05" : "25"),
        ])
    }
    if number.isMultiple(of: 10) { act("comply", ["order": "1", "proof": "receipt"]) }
    act("need", ["text": "stairs", "vulnerability": "frail"])
    if number.isMultiple(of: 6) { act("escalate-management", ["reason": "stuck", "to": "joyce.bennett"]) }
    act(
      "request",
      ["to": "contractor", "name": number.isMultiple(of: 2) ? "Fixit, \"Ltd\"" : "Brightway", "text": "?"])
    if number.isMultiple(of: 8) {
      act(
        "refuse",
        [
          "reason": "legal", "legal": "filed", "evidence": "claim form", "discretion": "weighed",
          "told": "by letter", "ombudsman": "yes", "legal-contact": "the legal team",
        ])
    }
    if number.isMultiple(of: 13) { act("withdraw", ["reason": "moved away"]) }
    if number.isMultiple(of: 4) {
      act("extend", ["to": "2026-12-04", "reason": "parts", "told": "by phone"])
      act("note", ["text": "taken back"])
      act("undo", [:])
    }
    if number % 12 == 5 {
      act("respond", ["channel": "letter", "text": "we looked", "override": "as it is"])
    }
    return steps
  }

  @Test(
    .enabled(if: hasPython),
    arguments: [
      ["--from", "2026-08-01", "--to", "2026-11-20"], ["--from", "2026-10-05", "--to", "2026-11-10"], [],
    ])
  func `every number of every report comes out of the exported rows again`(_ days: [String]) throws {
    let shell = try Self.demo()
    let folder = shell.data + "/again"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func keep(_ name: String, _ answer: PracticeShell.Answer) throws {
      #expect(answer.status == 0, "\(name): \(answer.err)")
      try Data(answer.out.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    for sheet in [
      "cases", "stages", "clocks", "owed", "points", "decisions", "contacts", "actions", "promises",
      "learning", "compensation", "remedies", "ombudsman", "surveys",
    ] { try keep(sheet + ".csv", shell.run("export", sheet)) }
    try keep("staff.jsonl", shell.run("staff", "--json"))
    try keep("calendar.jsonl", shell.run("calendar", "list", "--json"))
    for kind in ["workload", "quarterly", "annual", "measures", "self-assessment", "sample"] {
      try keep(kind + ".json", shell.run(["report", kind, "--json"] + days))
    }
    for kind in ["dashboard", "today"] { try keep(kind + ".json", shell.run("report", kind, "--json")) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Recount/recount.py"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [script, folder, shell.account]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains("cells counted again, 0 tables differ"))
  }
}
