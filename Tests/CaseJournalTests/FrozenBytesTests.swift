import Clocks
import Complaints
import Testing

@testable import CaseJournal

/// What this release writes, to the byte: a change here is a new version of a kind, never an edit.
@Suite("Frozen bytes")
struct FrozenBytesTests {
  private func lines(_ events: [NewEvent]) throws -> [String] {
    var writer = LineWriter(salts: SaltSource(seed: 1), crc: CRC32C(), sha: SHA256())
    var previous = SHA256Digest.zero
    var seq: UInt64 = 1
    let at = try #require(Moment("2026-11-22T09:31:07.123456Z"))
    for event in events {
      previous = try writer.append(
        LineWriter.Envelope(
          seq: seq, recordedAt: at, wallClock: nil, by: login("asmith"), previous: previous), [event])
      seq += 1
    }
    return writer.bytes.read { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) }
      .split(separator: "\n").map(String.init)
  }

  @Test func `a whole line is written as on the first day`() throws {
    let lines = try lines([NewEvent(.noteAdded(text: "a"), case: reference(1))])
    #expect(
      lines == [
        #"{"v":1,"seq":1,"ts":"2026-11-22T09:31:07.123456Z","by":"asmith","#
          + #""k":"note.added@1","case":"C26-000001","d":{"text":"a","salt":"910a2dec89025cc1beeb8da1658eec67"}"#
          + #","prev":"0000000000000000000000000000000000000000000000000000000000000000","crc":"ced4f677"}"#
      ])
  }

  @Test func `every kind is written as on the first day`() throws {
    let events = EveryKind.landlord + EveryKind.casework
    #expect(Set(events.compactMap(\.event.kind)) == Set(EntryKind.allCases))
    #expect(events.count == frozenKinds.count)
    for (line, frozen) in zip(try lines(events), frozenKinds) {
      #expect(line.contains(#""by":"asmith","# + frozen + #","prev":""#))
    }
  }

  @Test func `what was written on the first day is still read`() throws {
    let reader = LineReader(zone: london)
    let events = EveryKind.landlord + EveryKind.casework
    for (event, frozen) in zip(events, frozenKinds) {
      let line = #"{"v":1,"seq":1,"ts":"2026-11-22T09:31:07.123456Z","by":"asmith","# + frozen + "}"
      let entry = try reader.entries(Array(line.utf8))[0]
      var expected = event.event
      if case .noteAdded = expected { expected = .noteAdded(text: "rang \u{FFFD} twice 作") }
      #expect(entry.event == expected)
      #expect(entry.occurred == event.occurred)
    }
  }
}
