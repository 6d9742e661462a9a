import Complaints

extension FoldedJournal {
  /// What the fold made of every case told of from that line on: asserted before a segment is sealed, so that
  /// `verify` proves this program's fold too, and not the bytes alone.
  ///
  /// Only cases of the segment: the work does not grow with the journal, and each case is covered by the
  /// segment of its newest line.
  func asserted(since first: UInt64) -> StateAsserted {
    var sum = SHA256Stream()
    var cases = 0
    for row in register.rows where row.revision >= first {
      sum.take(row.spelledOut.span)
      cases += 1
    }
    return StateAsserted(fold: FoldedJournal.version, cases: cases, digest: sum.digest().hex)
  }

  /// The version of the fold as an assertion names it: of another one nothing is proved.
  static var version: Int { Int(RowShape.print >> 12) }
}

extension CaseJournal {
  /// Says what the state is before a segment is sealed.
  func assertState(by author: StaffLogin) throws(JournalFailure) {
    guard folded.isWhole, let segment = segments.last, let first = JournalFolder.firstSeq(of: segment.name)
    else { return }
    _ = try stage([NewEvent(.kept(.asserted(folded.asserted(since: first))))], by: author, ours: true)
  }

  /// Folds a journal again and holds the state before each of those lines against what it asserts.
  ///
  /// - Returns: the first line whose assertion does not hold, and how many do.
  static func holdAssertions(
    _ asserted: [(seq: UInt64, state: StateAsserted)], at path: String, _ options: JournalOptions
  ) throws(JournalFailure) -> (failed: UInt64?, held: Int) {
    var known = asserted.filter { $0.state.fold == FoldedJournal.version }[...]
    guard !known.isEmpty else { return (nil, 0) }
    let folder = try JournalFolder(opening: path, options.calls)
    let journal = CaseJournal(folder, options)
    var held = 0
    for name in try folder.segmentNames() {
      guard let last = known.first, let first = JournalFolder.firstSeq(of: name) else { break }
      journal.segments.append(try SegmentFile(name, in: folder, at: UInt64(journal.byteCount)))
      try journal.fold(before: last.seq)
      while let next = known.first, journal.lastSeq == next.seq - 1 {
        try journal.refoldDirty()
        guard journal.folded.asserted(since: first) == next.state else { return (next.seq, held) }
        held += 1
        known.removeFirst()
        try journal.fold(before: known.first?.seq ?? .max)
      }
    }
    return (known.first?.seq, held)
  }

  /// Folds what is left of the newest segment, up to the line before that one; its checksums were looked at.
  private func fold(before seq: UInt64) throws(JournalFailure) {
    guard let segment = segments.last else { return }
    let start = Int(segment.start)
    var folded = self.folded
    self.folded = FoldedJournal(zone: zone)
    defer { self.folded = folded }
    let read = try readLines(
      segment.descriptor, from: segment.size, calls, buffer: &buffer, path: segment.name
    ) { (bytes, from, to, shift) throws(LineFault) in
      // A pause, no fault: the caller looks at the state and goes on from here.
      guard folded.lastSeq + 1 < seq else { throw .wrongState }
      try folded.take(bytes, from: from, to: to, shift: start + shift)
    }
    segments[segments.count - 1].size = read.offset
    segments[segments.count - 1].lines += read.lines
  }
}
