import Testing
import TextCanvas

/// Terminals count some characters otherwise than the C library; drawn raw they would bend every border after them.
@Suite struct `A character whose width is disputed` {
  private func drawn(_ text: String) -> [DrawnCluster] {
    var walk = ClusterWalk(text)
    var clusters: [DrawnCluster] = []
    while let cluster = walk.next() { clusters.append(cluster) }
    return clusters
  }

  @Test(arguments: [
    ("\u{1100}\u{1161}", "가"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{AC00}\u{11A8}", "각"),
  ])
  func `a Hangul syllable written as its letters is drawn as the syllable`(
    _ letters: String, _ syllable: String
  ) {
    #expect(drawn(letters).map { String($0.base) } == [syllable])
    #expect(drawn(letters).map(\.width) == [2])
  }

  @Test func `a syllable keeps the marks behind it, and a third letter is no part of it`() {
    #expect(drawn("\u{1100}\u{1161}\u{301}").first?.marks == 0x301)
    #expect(drawn("\u{1100}\u{1161}\u{11A8}\u{11A8}").map(\.width) == [2, 1])
  }

  @Test(arguments: ["\u{1161}", "\u{11A8}", "\u{D7B0}", "\u{3248}", "\u{4DC0}"])
  func `alone it is drawn as a mark of one column, before and behind a letter`(_ text: String) {
    #expect(drawn(text).map { String($0.base) } == ["\u{FFFD}"])
    #expect(drawn("a" + text + "b").map { String($0.base) } == ["a", "\u{FFFD}", "b"])
    #expect(displayWidth("a" + text + "b") == 3)
  }

  @Test(arguments: ["\u{1BCA0}", "\u{1D173}", "\u{13430}", "\u{E0041}", "\u{FFF9}", "\u{34F}", "\u{17B4}"])
  func `one that shapes others and shows nothing is left out`(_ text: String) {
    #expect(drawn("a" + text + "b").map { String($0.base) } == ["a", "b"])
    #expect(drawn("a" + text + "b").allSatisfy { $0.marks == 0 })
    #expect(drawn(text) == [])
  }
}
