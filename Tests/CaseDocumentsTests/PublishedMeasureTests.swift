import CaseDocuments
import Complaints
import Testing

@Suite struct `Figures other landlords published` {
  /// Made-up landlords in the shape of the regulator's table: curly quotes, footnotes and line breaks in headings.
  static func file(_ rows: [String]) -> [UInt8] {
    var headings = ["Landlord name", "Landlord code"]
    for group in ["LCRA", "LCHO", "Combined"] {
      for stage in 1...2 {
        headings.append("\"\(group) - Number of complaints per 1,000 homes (CH01 \(stage))\"")
        headings.append("\(group) - Proportion within the Ombudsman’s Code timescales (CH02 \(stage))5")
        headings.append("\(group) - Number made (CH01 \(stage) Numerator)")
        headings.append("\(group) - Dwelling units owned (CH01 \(stage) Denominator)")
        headings.append("\"\(group) - Answered, within timescale (CH02 \(stage) Numerator)5\"")
        headings.append("\(group) - Number made (CH02 \(stage) Denominator)")
      }
    }
    return Array(("\u{FEFF}" + ([headings.joined(separator: ",")] + rows).joined(separator: "\r\n")).utf8)
  }

  private static func row(_ name: String, _ groups: [String]) -> String {
    ([name, "L0"] + groups).joined(separator: ",")
  }

  @Test func `each is reckoned again from numerator and denominator, and a marker is skipped by its name`()
    throws
  {
    let hidden = Array(repeating: "[U],[U],[X],[X],[X],[X]", count: 1)
    let measures = try publishedMeasures(
      Self.file([
        Self.row(
          "Harbour Homes",
          ["199.9,70.2,4281,21417,3007,4281", "47.1,73.7,1009,21417,744,1009"]
            + hidden + hidden + hidden + hidden),
        Self.row(
          "Wrong Homes",
          ["10.1,56,100,10000,56,100", "[E],[E],[E],[E],[E],[E]"]
            + hidden + hidden + hidden + hidden),
      ]))
    #expect(measures.count == 24)
    func verdict(_ landlord: String, _ kind: MeasureKind, _ stage: Stage, _ group: String = "LCRA")
      -> PublishedVerdict?
    {
      measures.first {
        $0.landlord == landlord && $0.kind == kind && $0.stage == stage && $0.group == group
      }?.verdict
    }
    #expect(verdict("Harbour Homes", .ch01, .one) == .reproduced)
    #expect(verdict("Harbour Homes", .ch02, .two) == .reproduced)
    #expect(verdict("Harbour Homes", .ch01, .one, "LCHO") == .skipped("[U]"))
    #expect(verdict("Wrong Homes", .ch01, .one) == .differs(published: "10.1", reckoned: "10.0"))
    #expect(verdict("Wrong Homes", .ch02, .one) == .reproduced)
    #expect(verdict("Wrong Homes", .ch01, .two) == .skipped("[E]"))
    #expect(
      PublishedVerdict.tally(measures).map { "\($0.0): \($0.1)" }
        == ["another figure comes out: 1", "reproduced: 5", "skipped, [E]: 2", "skipped, [U]: 16"])
  }

  @Test(arguments: [
    (1, 16, "6.3"), (1, 80, "1.3"), (3, 80, "3.8"), (1, 2000, "0.1"), (1, 2001, "0.0"),
    (10_000, 1, "1000000.0"),
  ])
  func `a half is rounded up, to one decimal`(_ part: Int, _ whole: Int, _ shown: String) throws {
    let cell = "\(shown),\(part),\(whole)"
    let rows = Self.row(
      "Homes",
      ["0,\(cell.split(separator: ",")[0]),0,1,\(part),\(whole)"] + Array(repeating: "[X],[X],,,,", count: 5))
    let measure = try publishedMeasures(Self.file([rows])).first { $0.kind == .ch02 }
    #expect(measure?.verdict == .reproduced, "\(String(describing: measure?.verdict))")
  }

  @Test func `a table without a column it needs is refused by that column's name`() {
    #expect(throws: PublishedFileError.columnMissing("LCRA (CH01 1)")) {
      try publishedMeasures(Array("Landlord name,Homes\r\nA,1\r\n".utf8))
    }
    #expect(throws: PublishedFileError.self) { try publishedMeasures(Array("\"open".utf8)) }
  }
}
