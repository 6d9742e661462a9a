import Complaints
import Testing

@testable import CaseJournal

@Suite("A journal of two hundred lines, bit by bit")
struct LargerDamageTests {
  private func journal() throws -> (JournalScenario, [UInt8], [Int]) {
    var scenario = JournalScenario()
    scenario.rotateAt = 1 << 30
    let journal = try scenario.create()
    for turn in 0..<60 {
      let reference = try scenario.openCase(in: journal, "case \(turn)")
      try scenario.note("rang", on: reference, in: journal)
      _ = try journal.commit(by: scenario.asmith) { _ in
        [NewEvent(.caseAssigned(to: scenario.jdoe), case: reference)]
      }
    }
    while journal.lastSeq < 200 { try scenario.note("more", on: reference(1), in: journal) }
    let bytes = scenario.folder.bytes(scenario.firstSegment)
    return (scenario, bytes, bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 })
  }

  @Test func `each flipped bit is found in its own line, or in the next by the chain`() throws {
    let (_, bytes, ends) = try journal()
    #expect(ends.count == 200)
    let check = LineCheck(crc: CRC32C(), sha: SHA256())
    var start = 0
    var flips = 0
    for (line, end) in ends.enumerated() {
      var copy = Array(bytes[start..<end])
      // All eight bits in every tenth line, one of them in the others.
      let bits: [UInt8] = line % 10 == 0 ? [0, 1, 2, 3, 4, 5, 6, 7] : [UInt8(line % 8)]
      for at in copy.indices {
        for bit in bits {
          copy[at] ^= 1 << bit
          flips += 1
          // A newline gone or one too many changes the framing: what is left of the line is then looked at.
          let length = (copy.firstIndex(of: 0x0A) ?? copy.count)
          do {
            try check.checksum(copy.span, 0, length)
            Issue.record("line \(line + 1), byte \(at), bit \(bit) went unnoticed")
          } catch {}
          copy[at] ^= 1 << bit
        }
      }
      start = end
    }
    #expect(flips > 90_000)
  }

  @Test func `cut anywhere, what stands before the cut is read and the rest is told as unfinished`() throws {
    let (scenario, bytes, ends) = try journal()
    var cuts = Array(stride(from: ends[4], to: bytes.count, by: 997))
    cuts += Array(ends[100] - 3...ends[100] + 3)
    for cut in cuts {
      try scenario.folder.write(Array(bytes[..<cut]), to: scenario.firstSegment)
      let whole = ends.filter { $0 <= cut }.count
      let report = try scenario.verify()
      #expect(report.isGood && report.lines == whole, "cut at \(cut)")
      #expect((report.unfinished == nil) == ends.contains(cut), "cut at \(cut)")
      #expect(try scenario.open().lastSeq == UInt64(whole), "cut at \(cut)")
    }
  }

  @Test func `a flipped bit anywhere, on a sample, is named with its line and shows nothing of it`() throws {
    let (scenario, bytes, ends) = try journal()
    for at in stride(from: 11, to: bytes.count, by: 1511) {
      var flipped = bytes
      flipped[at] ^= 1 << UInt8(at % 8)
      try scenario.folder.write(flipped, to: scenario.firstSegment)
      let line = (ends.firstIndex { at < $0 } ?? 0) + 1
      let report = try scenario.verify()
      #expect(report.damage?.line == line, "byte \(at)")
      #expect(try scenario.open().lastSeq == UInt64(line - 1), "byte \(at)")
    }
  }
}
