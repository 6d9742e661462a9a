package import Complaints
import Clocks
import PlainText

/// The part of the journal read last, so that reading on does not ask the system again.
struct ReadWindow {
  var bytes: [UInt8] = []
  /// Where it begins in the journal.
  var start: UInt64 = 0
  /// Where the reading before ended: going on from there fills a whole window.
  var expected: UInt64 = 0
  static let size = 64 * 1024
}

extension CaseJournal {
  /// The text at that place; empty for `.none` and for a place outside the journal.
  package func text(at place: TextPlace) throws(JournalFailure) -> String {
    guard !place.isEmpty, let bytes = try read(place.offset, place.length) else { return "" }
    return place.escaped ? unescaped(quoted: [0x22] + bytes + [0x22]) : String(decoding: bytes, as: UTF8.self)
  }

  /// Everything about a case, from its own lines; nil where there is no such case.
  package func file(of number: CaseNumber) throws(JournalFailure) -> CaseFile? {
    CaseFile(try entries(of: number), zone: zone)
  }

  /// The entries of a case, oldest first.
  package func entries(of number: CaseNumber) throws(JournalFailure) -> [Entry] {
    var found: [Entry] = []
    for seq in folded.chains.lines(of: number.index) {
      for entry in try entries(at: seq) where entry.caseReference?.number == number { found.append(entry) }
    }
    return found
  }

  /// The entries of the line with that sequence number; none where there is no such line.
  package func entries(at seq: UInt64) throws(JournalFailure) -> [Entry] {
    guard let line = try lineBytes(seq) else { return [] }
    do throws(LineFault) {
      // Behind a snapshot nobody has read this line since it was written.
      if snapshot != nil { try check.checksum(line.span, 0, line.count) }
      return try LineReader(zone: zone).entries(line)
    } catch {
      guard let snapshot, writer.count == 0 else {
        throw .damaged(damage(segments.last?.name ?? "", Int(seq), 0, error))
      }
      // The snapshot may have said wrongly where the line lies: only all lines can tell.
      snapshot.file.distrust()
      try replay { _, _ in }
      return try entries(at: seq)
    }
  }

  /// The bytes of a line, newline left out.
  func lineBytes(_ seq: UInt64) throws(JournalFailure) -> [UInt8]? {
    guard let (start, length) = folded.lines[seq] else { return nil }
    return try read(start, length - 1)
  }

  private func read(_ start: UInt64, _ length: Int) throws(JournalFailure) -> [UInt8]? {
    guard length >= 0, let last = segments.last else { return nil }
    let written = last.start + UInt64(last.size)
    guard start < written else {
      // Staged and not written yet.
      let from = Int(start - written)
      guard from + length <= writer.count else { return nil }
      return writer.bytes.read { bytes in (from..<from + length).map { bytes[$0] } }
    }
    let end = start + UInt64(length)
    if start >= window.start, end <= window.start + UInt64(window.bytes.count) {
      let from = Int(start - window.start)
      return Array(window.bytes[from..<from + length])
    }
    guard let segment = segments.last(where: { $0.start <= start }), end <= written else { return nil }
    // Reading on behind the last one: somebody goes through all of them, so take a whole window.
    let onwards = start >= window.expected && start - window.expected < UInt64(ReadWindow.size)
    let wanted = onwards ? max(length, ReadWindow.size) : length
    window.expected = end
    var bytes = [UInt8](repeating: 0, count: wanted)
    let count = calls.read(segment.descriptor, &bytes, 0..<wanted, Int(start - segment.start))
    guard count >= length else {
      throw .storage(
        call: "read", path: path + "/journal/" + segment.name, code: Int32(count < 0 ? -count : 0))
    }
    guard onwards else { return bytes }
    // What lies behind the lines taken in may still change: it is no part of the window.
    let segmentEnd = segment.start + UInt64(segment.size)
    bytes.removeSubrange(min(count, max(length, Int(segmentEnd - start)))...)
    window.start = start
    window.bytes = bytes
    return Array(bytes[0..<length])
  }
}
