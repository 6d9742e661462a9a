import Foundation
import Testing

/// Every duty in the five policies that a system can carry, with the rule and the test that carry it.
///
/// `Duties/<profile>.txt` holds `heading, item | the duty in our words | carrier`, or `| - | why not` for what no
/// system can carry; `Duties/carriers.txt` holds `carrier | file of the rule | sentence of the test`.
@Suite struct PolicyDutiesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Duties")
  static let profiles = [
    "manchester-2022", "council-feedback", "north-warwickshire-2024", "association-ho-pmo", "medway-2022",
  ]

  struct Carrier {
    var name: String
    var rule: String
    var test: String
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
      .split(separator: "\n").map { line in
        line.components(separatedBy: " | ").map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  private static func carriers() throws -> [Carrier] {
    try rows("carriers").map { row in
      try #require(row.count == 3, "carriers.txt: \(row)")
      return Carrier(name: row[0], rule: row[1], test: row[2])
    }
  }

  @Test(arguments: profiles)
  func `every duty of a policy names what carries it, or why nothing can`(_ profile: String) throws {
    let known = Set(try PolicyDutiesTests.carriers().map(\.name))
    let rows = try PolicyDutiesTests.rows(profile)
    #expect(rows.count > 10)
    for row in rows {
      let whole = row.joined(separator: " | ")
      #expect(row.count == (row.count > 2 && row[2] == "-" ? 4 : 3), "\(profile): \(whole)")
      guard row.count > 2, row[2] != "-" else {
        #expect(row.last?.count ?? 0 > 20, "\(profile): why nothing carries it is missing: \(whole)")
        continue
      }
      #expect(known.contains(row[2]), "\(profile): nothing is named \(row[2]): \(whole)")
    }
  }

  @Test func `every rule and every test that carries a duty is there`() throws {
    let tree = SourceTree()
    let tests = try tree.swiftFiles("Tests").map { try tree.text($0) }.joined(separator: "\n")
    let rules = Set(tree.files(under: ["Sources"], ending: [".swift", ".json"]))
    var used: Set<String> = []
    for profile in PolicyDutiesTests.profiles {
      for row in try PolicyDutiesTests.rows(profile) where row.count > 2 { used.insert(row[2]) }
    }
    for carrier in try PolicyDutiesTests.carriers() {
      #expect(used.contains(carrier.name), "no duty is carried by \(carrier.name)")
      #expect(rules.contains("Sources/" + carrier.rule), "\(carrier.name): there is no \(carrier.rule)")
      #expect(tests.contains("`" + carrier.test + "`"), "\(carrier.name): no test says: \(carrier.test)")
    }
  }
}
