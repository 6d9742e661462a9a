package import Complaints

extension CaseJournal {
  /// Every line that says what was given out of the record or read under its guard, oldest first.
  ///
  /// Nothing is kept of them in memory: they are looked for, as one looks for a word, when somebody asks.
  package func disclosures() throws(JournalFailure) -> [Entry] {
    let kind = ByteSearch(Array("\"k\":\"record.disclosed@1\"".utf8))
    var found: [Entry] = []
    for segment in segments {
      for seq in try lines(of: segment, with: kind) where seq <= lastSeq { found += try entries(at: seq) }
    }
    return found
  }

  /// The numbers of the lines of a segment in which that stands.
  private func lines(of segment: SegmentFile, with sought: ByteSearch) throws(JournalFailure) -> [UInt64] {
    let bytes = try segment.wholeBytes(calls, path: path)
    var found: [UInt64] = []
    var at = 0
    while let place = sought.first(in: bytes.span, from: at) {
      // A text cannot hold it: its quotes would stand behind a backslash.
      let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if let seq = seqOfLine(bytes.span, start) { found.append(seq) }
      at = place + 1
    }
    return found
  }
}

/// The number of a line that begins there; nil where none stands.
private func seqOfLine(_ bytes: Span<UInt8>, _ start: Int) -> UInt64? {
  guard literal(bytes, start, "{\"v\":1,\"seq\":") else { return nil }
  var cursor = JSONCursor(at: start + 13, limit: bytes.count)
  return cursor.number(bytes).flatMap { UInt64(exactly: $0) }
}
