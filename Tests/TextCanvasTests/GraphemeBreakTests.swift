import Foundation
import TextCanvas
import Testing

/// One line of the standard's test: the clusters a text falls into.
struct GraphemeLine: CustomTestStringConvertible {
  let clusters: [String]
  let testDescription: String
  var text: String { clusters.joined() }

  init?(_ line: Substring) {
    let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
    guard words.first == "÷" else { return nil }
    testDescription = words.joined(separator: " ")
    var clusters: [String] = []
    var current = String.UnicodeScalarView()
    for word in words.dropFirst() {
      if word == "÷" {
        clusters.append(String(current))
        current = String.UnicodeScalarView()
      } else if word != "×" {
        guard let value = UInt32(word, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
        current.append(scalar)
      }
    }
    self.clusters = clusters
  }

  static let kept = graphemeBreakLines.split(separator: "\n").compactMap { GraphemeLine($0) }

  /// The whole file of the standard, where it is named.
  static let all: [GraphemeLine] = {
    guard let path = ProcessInfo.processInfo.environment["REDRESS_GRAPHEMES"],
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { return kept }
    return text.split(separator: "\n").compactMap { GraphemeLine($0) }
  }()
}

@Suite struct `The standard's own clusters` {
  @Test func `are there to be tested with`() {
    #expect(GraphemeLine.kept.count == 30)
  }

  @Test(arguments: GraphemeLine.all) func `take as many columns drawn as they are counted`(
    _ line: GraphemeLine
  ) {
    var grid = TextGrid(columns: 40, rows: 1)
    let used = grid.put("[" + line.text + "]", at: Point(column: 0, row: 0))
    #expect(used == displayWidth("[" + line.text + "]"))
    #expect(grid[Point(column: used - 1, row: 0)]?.base == "]")
  }

  @Test(arguments: GraphemeLine.all) func `are cut and wrapped without loss, and never over the edge`(
    _ line: GraphemeLine
  ) {
    for columns in 1...6 {
      #expect(displayWidth(truncate(line.text, to: columns)) <= columns)
      #expect(displayWidth(fitted(line.text, to: columns)) == columns)
    }
    let text = "a" + line.text.filter { !$0.isWhitespace } + "b"
    #expect(wrap(text, columns: 3).joined() == text)
  }

  /// Swift's own table does not call U+2701, upper blade scissors, a pictograph, as the standard's once did.
  static let asSwiftHasThem = GraphemeLine.kept.filter { !$0.testDescription.contains("2701 × 200D") }

  @Test(arguments: asSwiftHasThem) func `are what one press of a cursor key moves over`(
    _ line: GraphemeLine
  ) {
    #expect(Array(line.text).map { String($0) } == line.clusters)
  }
}
