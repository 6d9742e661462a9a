import Complaints
import PlainText
import Testing

@testable import CaseJournal

@Suite("Full-text search by bytes")
struct SearchTests {
  @Test func `the quick way finds what the loop finds, wherever it stands`() {
    var random = SplitMix(seed: 3)
    let letters = Array("abcdeé \u{1}n".utf8)
    for _ in 0..<400 {
      let bytes = (0..<random.below(200)).map { _ in letters[random.below(letters.count)] }
      let needle = (0..<random.below(4)).map { _ in letters[random.below(letters.count)] }
      let from = random.below(bytes.count + 1)
      let to = from + random.below(bytes.count - from + 1)
      let slow = findByLoop(bytes.span, needle, from, to)
      for byPairs in [true, false] {
        let search = ByteSearch(needle, byPairs: byPairs)
        let quick = search.first(in: bytes.span.extracting(0..<to), from: from)
        #expect(quick == slow, "\(needle) in \(bytes) from \(from) to \(to)")
      }
    }
  }

  @Test func `one pass over all text and one search a case give the same cases, corrections among them`() {
    var random = SplitMix(seed: 5)
    let words = ["damp", "lift", "mould", "siân", "rent", "wet", "stair"]
    var arena = SearchArena()
    arena.finder = ByteSearch.finder
    func text() -> [UInt8] {
      fold((0..<6).map { _ in words[random.below(words.count)] }.joined(separator: " "))
    }
    for index in 0..<500 {
      arena.begin(index)
      arena.add(.person, folded: text())
      arena.add(.narrative, folded: text())
      arena.end()
      if index % 7 == 3 {
        // A case searched anew: its old text counts for nothing.
        arena.begin(index / 2)
        arena.add(.narrative, folded: text())
        arena.end()
      }
    }
    let all = (0..<500).map { UInt32($0) }
    for needles in [["damp"], ["mould wet"], ["sian", "lift"], ["zebra"], [], ["rent rent", "stair"]] {
      let folded = needles.map { fold($0) }
      let one = all.filter { index in folded.allSatisfy { arena.matches($0, in: Int(index)) } }
      #expect(arena.filter(all, needles: folded) == one)
      #expect(arena.filter(Array(all.prefix(20)), needles: folded) == one.filter { $0 < 20 })
    }
    let byName = all.filter { arena.matches(fold("damp"), in: Int($0), field: .person) }
    let anywhere = all.filter { arena.matches(fold("damp"), in: Int($0)) }
    #expect(byName.count > 50 && byName.count < anywhere.count)
  }
}
