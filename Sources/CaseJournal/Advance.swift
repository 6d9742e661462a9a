import Clocks
import Complaints

extension CaseJournal {
  /// Folds what lies behind the last line taken in, across segments, up to the last newline.
  ///
  /// `chained` checks the hash chain too: for new lines always, at replay only in `verify`.
  func advance(
    chained: Bool, upTo last: UInt64 = .max, _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws(JournalFailure) {
    unfinished = nil
    while let index = segments.indices.last, lastSeq < last {
      // Handed over where it lies: one exclusive owner and no check per line, and nothing made anew for it.
      let read = try readActive(into: &folded, chained: chained, upTo: last, progress)
      segments[index].size = read.offset
      segments[index].lines += read.lines
      if let fault = read.fault {
        try judge(fault, index)
        break
      }
      if read.leftover > 0 {
        unfinished = UnfinishedTail(
          offset: read.offset, bytes: read.leftover, fault: .tornTail(bytes: read.leftover))
        break
      }
      guard segments[index].lines > 0 else {
        // An empty file where lines were due: as good as not there, unless there is no other.
        unfinished = UnfinishedTail(offset: 0, bytes: 0, fault: .tornTail(bytes: 0))
        if index == 0, condition == .writable {
          condition = .damaged(damage(segments[index].name, 1, 0, .segmentOrder))
        }
        break
      }
      guard folded.sealed else { break }
      let name = JournalFolder.segmentName(first: lastSeq + 1)
      guard try folder.holds(folder.segments, name) else { break }
      let start = segments[index].start + UInt64(segments[index].size)
      segments.append(try SegmentFile(name, in: folder, at: start))
    }
    // The room of a long reading is not kept.
    if buffer.count > ReadRoom.few { buffer = [] }
    try refoldDirty()
  }

  private func readActive(
    into folded: inout FoldedJournal, chained: Bool, upTo last: UInt64, _ progress: (Int, Int) -> Void
  ) throws(JournalFailure) -> LinesRead {
    let segment = segments[segments.count - 1]
    let start = Int(segment.start)
    let size = try fileSize(segment.descriptor, "journal/" + segment.name)
    guard size > segment.size else { return LinesRead(offset: segment.size) }
    let total = start + size
    var told = start + segment.size
    var head = self.head
    let check = self.check
    defer { self.head = head }
    var read = LinesRead(offset: segment.size)
    read = try readLines(
      segment.descriptor, from: segment.size, calls, buffer: &buffer,
      path: path + "/journal/" + segment.name
    ) { (bytes, from, to, shift) throws(LineFault) in
      guard folded.lastSeq < last else { return }
      try check.checksum(bytes, from, to)
      if chained {
        let own = try check.chain(bytes, from, to, after: head)
        try folded.take(bytes, from: from, to: to, shift: start + shift)
        head = own
      } else {
        try folded.take(bytes, from: from, to: to, shift: start + shift)
      }
      if start + from + shift - told > 8 << 20 {
        told = start + from + shift
        progress(told, total)
      }
    }
    return read
  }

  /// Says whether a faulty line is a torn tail, which the next writer repairs, or damage.
  private func judge(_ fault: LineFault, _ index: Int) throws(JournalFailure) {
    let segment = segments[index]
    let size = try fileSize(segment.descriptor, "journal/" + segment.name)
    var torn = false
    switch fault {
    case .noChecksum, .wrongChecksum, .tornTail: torn = try !validLineFollows(segment)
    case .sequence, .brokenChain, .timeRunsBackwards, .unreadable, .newerEnvelope, .caseNumber,
      .falseTombstone, .notErased, .wrongState, .segmentOrder:
      break
    }
    if torn, try folder.segmentNames().last == segment.name {
      unfinished = UnfinishedTail(offset: segment.size, bytes: size - segment.size, fault: fault)
    } else if condition == .writable {
      condition = .damaged(damage(segment.name, segment.lines + 1, segment.size, fault))
    }
  }

  /// Whether any line behind the faulty one still has a right checksum.
  private func validLineFollows(_ segment: SegmentFile) throws(JournalFailure) -> Bool {
    var first = true
    var valid = false
    _ = try readLines(
      segment.descriptor, from: segment.size, calls, buffer: &buffer, path: segment.name
    ) { (bytes, from, to, _) throws(LineFault) in
      if first {
        first = false
        return
      }
      do { try check.checksum(bytes, from, to) } catch { return }
      valid = true
      // Any fault ends the reading: the question is answered.
      throw .noChecksum
    }
    return valid
  }

  /// Folds the rows that one line could not tell, from all lines of their cases.
  func refoldDirty() throws(JournalFailure) {
    for number in folded.dirty.sorted() {
      if let file = try file(of: CaseNumber(value: number)) {
        folded.replace(file)
        try placeTexts(of: file)
      } else {
        folded.forgetDirty(number)
      }
    }
  }
}
