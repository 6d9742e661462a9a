import Complaints

/// Folds a journal from its first line, believing nothing of it, and holds the state against every line that says
/// what it was.
///
/// The bytes are proved by another reading, beside this one: on a thread of its own where the options allow that.
/// Between `begin` and `take` all of this belongs to that thread alone, and joining it hands it back.
final class FoldProof {
  struct Found {
    /// The first line that cannot be folded.
    var damage: Damage?
    /// The first line that says of the state what is not so.
    var failed: UInt64?
    /// Lines that say what the state was, and it was.
    var held = 0
  }

  private let path: String
  private let options: JournalOptions
  private var outcome: Result<Found, JournalFailure>?
  private var thread: BesideThread?

  init(_ path: String, _ options: JournalOptions) {
    self.path = path
    self.options = options
  }

  /// Begins to fold beside the caller; does nothing where all must happen in turn.
  func begin() {
    guard options.provesBeside else { return }
    thread = BesideThread.begin { self.fold() }
  }

  /// What folding found, once it is done.
  func take() throws(JournalFailure) -> Found {
    if let thread { thread.wait() } else { fold() }
    thread = nil
    return try outcome?.get() ?? Found()
  }

  private func fold() {
    do throws(JournalFailure) { outcome = .success(try found()) } catch { outcome = .failure(error) }
  }

  private func found() throws(JournalFailure) -> Found {
    var found = Found()
    let folder = try JournalFolder(opening: path, options.calls)
    let journal = CaseJournal(folder, options)
    journal.folded.scanner.speculates = false
    for name in try folder.segmentNames() {
      journal.segments.append(try SegmentFile(name, in: folder, at: UInt64(journal.byteCount)))
      while true {
        let read = try journal.foldOn()
        if let told = journal.folded.takeTold() {
          try journal.refoldDirty()
          guard told.state.fold != FoldedJournal.version || journal.asserts(told.state, in: name) else {
            found.failed = told.seq
            return found
          }
          if told.state.fold == FoldedJournal.version { found.held += 1 }
          continue
        }
        if let fault = read.fault, let segment = journal.segments.last {
          found.damage = Damage(
            segment: name, line: segment.lines + 1, offset: segment.size, lastGood: journal.lastSeq,
            fault: fault)
          return found
        }
        if read.leftover > 0 { return found }
        break
      }
    }
    return found
  }
}

extension CaseJournal {
  /// Whether the state now is what that says of the segment.
  fileprivate func asserts(_ state: StateAsserted, in segment: String) -> Bool {
    folded.asserted(since: JournalFolder.firstSeq(of: segment) ?? 1) == state
  }

  /// Folds what is left of the newest segment, up to the next line that says what the state was; its checksums
  /// are looked at elsewhere.
  fileprivate func foldOn() throws(JournalFailure) -> LinesRead {
    guard let segment = segments.last else { return LinesRead(offset: 0) }
    let start = Int(segment.start)
    var folded = self.folded
    self.folded = FoldedJournal(zone: zone)
    defer { self.folded = folded }
    let read = try readLines(
      segment.descriptor, from: segment.size, calls, buffer: &buffer, path: segment.name
    ) { (bytes, from, to, shift) throws(LineFault) in
      // A pause, no fault: the caller looks at the state and goes on from here.
      guard !folded.hasTold else { throw .wrongState }
      try folded.take(bytes, from: from, to: to, shift: start + shift)
    }
    segments[segments.count - 1].size = read.offset
    segments[segments.count - 1].lines += read.lines
    return read
  }
}
