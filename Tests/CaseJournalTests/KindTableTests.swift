import Complaints
import Testing

@testable import CaseJournal

@Suite("The kinds a line may begin with")
struct KindTableTests {
  /// What the table finds in a line whose kind begins with that text.
  func found(_ kind: String) -> (kind: KindTable.Kind, length: Int)? {
    let line = Array((kind + "\",\"case\":\"C97-123456\"" + String(repeating: " ", count: 200)).utf8)
    return PlainBytes.reading(line.span, from: 0, to: line.count) { KindTable.all.kind($0, 0) }
  }

  @Test func `every kind of event is found by its name, whatever case it is about`() throws {
    for kind in EntryKind.allCases {
      let (known, length) = try #require(self.found(kind.versioned), "\(kind)")
      guard case .entry(let entry) = known else {
        Issue.record("\(kind) was taken for a step")
        continue
      }
      #expect(entry == kind && length == kind.versioned.utf8.count)
    }
    for (place, kind) in StepKind.allCases.enumerated() {
      let (known, length) = try #require(self.found(kind.versioned), "\(kind)")
      guard case .step(let step) = known else {
        Issue.record("\(kind) was taken for an entry")
        continue
      }
      #expect(step == place && length == kind.versioned.utf8.count)
    }
  }

  @Test func `a name one byte off, cut short or going on is none of them`() {
    for name in EntryKind.allCases.map(\.versioned) + StepKind.allCases.map(\.versioned) {
      var bytes = Array(name.utf8)
      for at in bytes.indices {
        bytes[at] ^= 1
        #expect(found(String(decoding: bytes, as: UTF8.self)) == nil, "\(name) at \(at)")
        bytes[at] ^= 1
      }
      #expect(found(String(name.dropLast())) == nil)
      // The caller looks at what follows the name: three words do not reach behind the longest.
      if name.utf8.count < 24 { #expect(found(name + "2") == nil) }
    }
    #expect(found("") == nil)
  }
}
