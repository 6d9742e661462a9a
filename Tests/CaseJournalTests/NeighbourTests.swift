import Complaints
import Foundation
import Glibc
import Testing

@testable import CaseJournal

/// What others on the same machine bring: a release newer than ours, and no descriptors left.
@Suite("Neighbours of a journal")
struct NeighbourTests {
  /// A line as a later release would append it: under the same lock, chained to whatever is last.
  private func append(
    _ kind: String, _ payload: String, to reference: CaseReference, _ scenario: JournalScenario
  ) throws {
    let lock = unsafe open(scenario.path + "/lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    var lines = scenario.folder.bytes(scenario.firstSegment)
    let all = lines.split(separator: 0x0A)
    let seq = all.count + 1
    scenario.clock.advance(seconds: 60)
    var line = Array(
      (#"{"v":1,"seq":\#(seq),"ts":"\#(scenario.clock.moment)","by":"jdoe","k":"\#(kind)","#
        + #""case":"\#(reference.text)","d":\#(payload),"prev":"\#(SHA256().of(Array(all[seq - 2])).hex)""#)
        .utf8)
    let sum = String(CRC32C().of(line), radix: 16)
    line += Array(",\"crc\":\"".utf8) + Array(repeating: 0x30, count: 8 - sum.utf8.count) + Array(sum.utf8)
    lines = line + Array("\"}\n".utf8)
    let file = unsafe open(scenario.folder.inside(scenario.firstSegment), O_WRONLY | O_APPEND)
    defer { close(file) }
    let written = unsafe lines.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    #expect(written == lines.count)
  }

  @Test func `this release and a later one take turns on one journal, and neither stands in the other's way`()
    throws
  {
    let scenario = JournalScenario()
    let ours = try scenario.create()
    let plain = try scenario.openCase(in: ours)
    let theirs = try scenario.openCase(in: ours)
    for turn in 0..<6 {
      // A field we do not know is passed over; a kind we do not know is kept, and its case is theirs to change.
      try append("note.added@1", #"{"text":"theirs \#(turn)","mood":"calm"}"#, to: plain, scenario)
      try append(turn % 2 == 0 ? "case.pinned@1" : "note.added@2", #"{"x":[1]}"#, to: theirs, scenario)
      let done = try scenario.note("ours \(turn)", on: plain, in: ours)
      #expect(done.seq == ours.lastSeq)
      #expect(ours.condition == .writable)
      #expect(ours.register.row(plain.number)?.marks.contains(.newer) == false)
      #expect(ours.register.row(theirs.number)?.marks.contains(.newer) == true)
      let texts = try ours.entries(of: plain.number).compactMap { entry -> String? in
        guard case .noteAdded(let text) = entry.event else { return nil }
        return text
      }
      #expect(texts.suffix(2) == ["theirs \(turn)", "ours \(turn)"])
    }
    #expect(try scenario.verify().isGood)
    #expect(stateBytes(ours) == stateBytes(try scenario.replayed()))
    #expect(try scenario.replayed().writeSnapshot(after: 1))
    #expect(stateBytes(try scenario.opened()) == stateBytes(ours))
  }

  @Test func `with no descriptor left an open desk goes on recording, and whoever cannot open is told why`()
    throws
  {
    var scenario = JournalScenario()
    scenario.rotateAt = 6000
    let base = try scenario.create()
    let reference = try scenario.openCase(in: base)
    var spent = false
    var calls = scenario.calls
    let real = scenario.calls
    calls.open = { directory, path, flags, mode in
      spent ? -Int(EMFILE) : real.open(directory, path, flags, mode)
    }
    let desk = try scenario.with(calls).open()
    try scenario.note("before", on: reference, in: desk)
    spent = true
    var confirmed: [UInt64: String] = [:]
    var failed = 0
    for turn in 0..<20 {
      let text = "note \(turn) " + String(repeating: "x", count: 500)
      do {
        if let seq = try scenario.note(text, on: reference, in: desk).seq { confirmed[seq] = text }
      } catch {
        // A full segment wants another file: nothing is recorded, and nothing that was is lost.
        failed += 1
      }
    }
    #expect(confirmed.count > 3 && failed > 0)
    #expect(throws: JournalFailure.storage(call: "open", path: scenario.path, code: EMFILE)) {
      try scenario.with(calls).open()
    }
    spent = false
    #expect(try scenario.note("after", on: reference, in: desk).seq == desk.lastSeq)
    #expect(try scenario.verify().isGood)
    let reopened = try scenario.open()
    for (seq, text) in confirmed {
      #expect(try reopened.entries(at: seq).first?.event == .noteAdded(text: text))
    }
  }
}
