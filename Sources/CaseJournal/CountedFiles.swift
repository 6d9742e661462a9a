package import Clocks
package import Complaints

// A report goes through many cases at once. Their lines lie all over the journal, so segments are read whole
// and once, and of each line only what counts becomes an entry.
extension CaseJournal {
  /// Hands out those cases folded from what counts of their lines: dates, words of lists and sums as in the
  /// whole record, but no texts.
  ///
  /// - Returns: how many had to be read whole all the same.
  @discardableResult
  package func eachCounted(
    _ numbers: some Sequence<CaseNumber>, _ take: (CaseFile) -> Void
  ) throws(JournalFailure) -> Int {
    var readWhole = 0
    var reader = FigureReader(zone: zone)
    var lines = WholeSegments(segments: segments, calls: calls, path: path)
    var entries: [Entry] = []
    for number in numbers {
      entries.removeAll(keepingCapacity: true)
      var isPlain = true
      for seq in folded.chains.lines(of: number.index) where isPlain {
        guard let (start, length) = folded.lines[seq], let (segment, from) = try lines.place(start, length)
        else {
          isPlain = false
          break
        }
        do throws(LineFault) {
          // Behind a snapshot nobody has read this line since it was written.
          isPlain = try readCounted(
            lines.loaded[segment], from, from + length - 1, of: number.value,
            check: snapshot == nil ? nil : check,
            &reader, into: &entries)
        } catch {
          // The whole reading names the damage.
          isPlain = false
        }
      }
      if !isPlain { readWhole += 1 }
      let file = isPlain ? CaseFile(entries, zone: zone) : try self.file(of: number)
      if let file { take(file) }
    }
    return readWhole
  }

  /// The first line recorded at that moment or later; one behind the last where there is none.
  ///
  /// Times of recording never run backwards, so halving finds it.
  package func firstLine(recordedFrom moment: Moment) throws(JournalFailure) -> UInt64 {
    var low: UInt64 = 1
    var high = lastSeq + 1
    while low < high {
      let middle = low + (high - low) / 2
      guard let entry = try entries(at: middle).first, entry.recordedAt >= moment else {
        low = middle + 1
        continue
      }
      high = middle
    }
    return low
  }
}

/// Reads one line for figures, its checksum first where that is asked for.
private func readCounted(
  _ segment: [UInt8], _ from: Int, _ to: Int, of number: UInt32, check: LineCheck?,
  _ reader: inout FigureReader, into entries: inout [Entry]
) throws(LineFault) -> Bool {
  let bytes = segment.span
  if let check { try check.checksum(bytes, from, to) }
  return reader.read(bytes, from, to, of: number, into: &entries)
}

/// Segments in memory, each read when a line of it is first asked for.
private struct WholeSegments {
  let segments: [SegmentFile]
  let calls: SystemCalls
  let path: String
  var loaded: [[UInt8]]
  /// Where each segment begins in the journal.
  private let starts: [UInt64]
  /// The segment found last: neighbours in a case's story often lie in one.
  private var recent = 0

  init(segments: [SegmentFile], calls: SystemCalls, path: String) {
    self.segments = segments
    self.calls = calls
    self.path = path
    loaded = Array(repeating: [], count: segments.count)
    starts = segments.map(\.start) + [.max]
  }

  /// The segment a line lies in and where in it; nil for what is in none.
  mutating func place(_ start: UInt64, _ length: Int) throws(JournalFailure) -> (segment: Int, from: Int)? {
    if start < starts[recent] || start >= starts[recent + 1] {
      guard let index = starts.lastIndex(where: { $0 <= start }), index < segments.count else { return nil }
      recent = index
    }
    if loaded[recent].isEmpty { loaded[recent] = try segments[recent].wholeBytes(calls, path: path) }
    let from = Int(start - starts[recent])
    return from + length <= loaded[recent].count ? (recent, from) : nil
  }
}

extension SegmentFile {
  /// All its lines; `path` is the journal's, for what is said where they cannot be read.
  func wholeBytes(_ calls: SystemCalls, path: String) throws(JournalFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < bytes.count {
      let count = calls.read(descriptor, &bytes, filled..<bytes.count, filled)
      guard count > 0 else {
        throw .storage(call: "read", path: path + "/journal/" + name, code: Int32(-count))
      }
      filled += count
    }
    return bytes
  }
}
