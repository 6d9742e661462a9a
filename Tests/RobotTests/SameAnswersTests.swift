import Foundation
import Testing

/// The real program, told that it stands elsewhere in the world.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct `The same dates wherever the machine stands` {
  static let places: [[String: String]] = [
    ["TZ": "America/New_York"], ["TZ": "Pacific/Kiritimati"], ["LC_ALL": "C"],
    ["TZ": "Asia/Kathmandu", "LC_ALL": "th_TH.UTF-8"],
  ]

  /// Half past eleven at night UTC on 24 June is the 25th in London.
  static let questions: [[String]] = [
    ["clocks", "--profile", "manchester-2022", "received=2026-06-24T23:30Z", "--days"],
    ["clocks", "--profile", "manchester-2022", "received=2026-06-24T22:59:59Z", "--days"],
    ["clocks", "--profile", "code-2024", "aware=2027-03-27T22:00Z", "--json"],
    ["workdays", "2026-12-23", "10", "--nation", "scotland"],
    ["profile", "check", "medway-2022"],
  ]

  @Test(arguments: places)
  func `dates asked of the calculator`(_ place: [String: String]) throws {
    let room = try Room()
    let now = ["REDRESS_NOW": "2026-06-24T23:30:00Z"]
    for question in Self.questions {
      let here = try BuiltProgram.run(question, in: room, environment: now.merging(["TZ": "UTC"]) { $1 })
      let there = try BuiltProgram.run(question, in: room, environment: now.merging(place) { $1 })
      #expect(here.status == 0, "\(here.errors)")
      #expect(there.output == here.output)
      #expect(there.status == 0)
    }
    let late = try BuiltProgram.run(Self.questions[0], in: room, environment: now.merging(place) { $1 })
    #expect(late.lines.contains("  starts with received on Thu 25 Jun 2026, 00:30"))
  }

  @Test(arguments: places)
  func `dates of a case, and which day it is now`(_ place: [String: String]) throws {
    func answers(_ place: [String: String]) throws -> [String] {
      let room = try Room()
      let settings = place.merging(
        ["REDRESS_NOW": "2026-06-24T23:30:00Z", "REDRESS_DATA": room.path + "/journal"]) { $1 }
      func run(_ words: [String], input: String = "") throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(words, in: room, input: input, environment: settings)
      }
      let founded = try run([
        "init", "--landlord", "Northern Homes", "--nation", "england-and-wales", "--profile",
        "manchester-2022", "--practice",
      ])
      #expect(founded.status == 0, "\(founded.errors)")
      let taken = try run(
        ["intake"],
        input: """
          {"channel":"phone","received":"2026-06-24T22:45:00Z","narrative":"Lift","kind":"complaint"}
          {"channel":"phone","received":"2026-06-24T23:15:00Z","narrative":"Leak","kind":"complaint"}

          """)
      #expect(taken.status == 0, "\(taken.errors)")
      return try [["why", "1"], ["why", "2"], ["report", "today"], ["list"]].map { try run($0).output }
    }
    let there = try answers(place)
    #expect(try there == answers(["TZ": "UTC"]))
    #expect(there[0].contains("starts with received on Wed 24 Jun 2026, 23:45"))
    #expect(there[1].contains("starts with received on Thu 25 Jun 2026, 00:15"))
    #expect(there[2].contains("Today, Thu 25 Jun 2026\n"))
  }
}
