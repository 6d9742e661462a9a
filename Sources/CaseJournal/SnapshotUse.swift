import Clocks
package import Complaints

/// What opening a journal makes of snapshots.
package struct SnapshotUse: Sendable {
  /// Whether one is looked for at all; never for the record as it once was.
  package var reads = true
  /// Each block is checked when it is read, and not all of them at once: for whoever reads a few rows.
  ///
  /// Whoever asks for this must ask `CaseJournal.snapshotHolds` before it shows or records anything.
  package var checksAsRead = false
  /// A new one is written by whoever folded more lines than this past the newest; nil never writes.
  package var writesAfter: Int? = 20_000
  /// What is to be kept beside the state, worked out from it; empty for nothing.
  package var extras: @Sendable (CaseRegister) -> [UInt8] = { _ in [] }

  package init() {}
}

/// The snapshot a journal was opened from.
struct OpenedSnapshot {
  let file: MappedFile
  let seq: UInt64
  /// Where its extras lie.
  let extras: Range<Int>?
  /// Where the texts of the cases lie, and where each begins; nil where it has none.
  let texts: (runs: Range<Int>, starts: Range<Int>)?
  /// The checksums of all of it.
  let blocks: BlockSums
  /// Cases told of by the lines behind it.
  var touched: Set<CaseNumber> = []
}

/// What a snapshot tells of the journal itself.
struct JournalParts {
  struct Segment {
    var name = ""
    var start: UInt64 = 0
    var size: UInt64 = 0
    var lines: UInt64 = 0
  }
  var segments: [Segment] = []
  var lastRecordedAt: Int64 = 0
  var sealed = false
  var end: UInt64 = 0

  mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    coder.code(&segments, blank: Segment()) { segment, coder in
      coder.code(&segment.name)
      coder.code(&segment.start, most: 1 << 40)
      coder.code(&segment.size, most: 1 << 40)
      coder.code(&segment.lines, most: 1 << 40)
    }
    coder.code(&lastRecordedAt)
    coder.code(&sealed)
    coder.code(&end)
  }

  /// Whether segments follow each other and hold that many lines.
  func holdTogether(lines: UInt64) -> Bool {
    var start: UInt64 = 0
    var count: UInt64 = 0
    for segment in segments {
      guard segment.start == start, segment.name == JournalFolder.segmentName(first: count + 1) else {
        return false
      }
      start += segment.size
      count += segment.lines
    }
    return count == lines && start == end && !segments.isEmpty
  }
}

extension CaseJournal {
  /// Whether what was read from the snapshot was sound, as far as anybody has seen; true where there is none.
  package var snapshotHolds: Bool { snapshot?.file.isTrusted ?? true }

  /// Bytes of what was kept beside the state when the snapshot was taken; 0 where there is none.
  package var snapshotExtras: Int { snapshot?.extras?.count ?? 0 }

  /// A part of what was kept beside the state; nil where that part cannot be had.
  package func snapshotExtras(_ places: Range<Int>) -> [UInt8]? {
    guard let snapshot, let all = snapshot.extras, places.lowerBound >= 0, places.upperBound <= all.count
    else {
      return nil
    }
    let bytes = snapshot.file.bytes(
      all.lowerBound + places.lowerBound..<all.lowerBound + places.upperBound)
    if bytes == nil { snapshot.file.distrust() }
    return bytes
  }

  /// Says that what was kept beside the state makes no sense: the next look at the journal begins anew.
  package func distrustSnapshot() { snapshot?.file.distrust() }

  /// Cases told of since the snapshot was taken, while the journal was opened.
  package var casesSinceSnapshot: Set<CaseNumber> { snapshot?.touched ?? [] }

  /// The line the snapshot in use was taken at, 0 where there is none.
  package var snapshotSeq: UInt64 { snapshot?.seq ?? 0 }

  /// What the records of this program and zone are called: another program's or zone's are not read.
  var recordPrint: UInt64 {
    var hash = RowShape.print
    for number in zone.numbers { hash = (hash ^ UInt64(bitPattern: number)) &* 0x100_0000_01B3 }
    return hash
  }
}
