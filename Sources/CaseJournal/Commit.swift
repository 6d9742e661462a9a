package import Clocks
package import Complaints

/// The newest state, shown to whoever decides under the lease; not to be kept.
package struct CommitView {
  let journal: CaseJournal
  /// The clock under the lease.
  package let now: Moment

  package var register: CaseRegister { journal.register }
  /// The number the next case will get; asked for every row of an import, so without a copy of the register.
  package var nextCase: CaseNumber { journal.folded.register.nextCase }
  /// The number the next person will get.
  package var nextPerson: PersonNumber { journal.folded.register.nextPerson }
  /// A case's row by itself, without a copy of the register; nil where there is no such case.
  package func row(_ number: CaseNumber) -> CaseRow? { journal.folded.register.row(number) }
  /// Everything about a case with its texts; nil where there is none.
  package func file(of number: CaseNumber) throws(JournalFailure) -> CaseFile? {
    try journal.file(of: number)
  }
  package func text(at place: TextPlace) throws(JournalFailure) -> String { try journal.text(at: place) }
  /// The case that holds that source reference.
  package func caseOf(sourceHash: UInt64) -> CaseRow? {
    journal.folded.register.caseOf(sourceHash: sourceHash)
  }
}

/// Why nothing was committed: the decision refused, or the journal failed.
package enum CommitFailure<Refused: Error>: Error {
  case refused(Refused)
  case journal(JournalFailure)
}

extension CommitFailure: Equatable where Refused: Equatable {}

/// A line that is saved.
package struct Committed: Hashable, Sendable {
  /// Its sequence number; nil where the decision asked for no events.
  package var seq: UInt64?
  package var entries: [Entry]
  let touched: TouchedCases
  /// Cases told of by this line and by whatever others wrote since we last looked.
  package var cases: [CaseNumber] { touched.cases }
}

/// What one step of a bulk append asks for.
package enum BulkStep {
  /// One line of those events.
  case line([NewEvent])
  /// Nothing for this one; go on.
  case skip
  case done
}

/// What a bulk append saved.
package struct BulkCommitted: Hashable, Sendable {
  package var lines = 0
  package var lastSeq: UInt64 = 0
}

extension CaseJournal {
  /// The case that holds that source reference.
  package func caseOf(sourceHash: UInt64) -> CaseRow? { folded.register.caseOf(sourceHash: sourceHash) }

  /// Decides on the newest state and saves the outcome as one line.
  ///
  /// Lease, catch up, check and repair the tail, decide, one write, give the lease back, sync: only when
  /// this returns is it saved.
  package func commit<Refused: Error>(
    by author: StaffLogin, _ decide: (CommitView) throws(Refused) -> [NewEvent]
  ) throws(CommitFailure<Refused>) -> Committed {
    var entries: [Entry] = []
    var unwritable: JournalFailure?
    var refusal: Refused?
    var decided = false
    let note = { (outcome: Result<[Entry], JournalFailure>) in
      switch outcome {
      case .success(let line): entries = line
      case .failure(let failure): unwritable = failure
      }
    }
    defer { endTurn() }
    let group = try lease(by: author, 1, note, nil, &refusal) { (view) throws(Refused) in
      guard !decided else { return .done }
      decided = true
      let events = try decide(view)
      return events.isEmpty ? .done : .line(events)
    }
    if group.wrote {
      // Outside the lease, so that the kernel merges everybody's syncs.
      do throws(JournalFailure) {
        try sync(besides: group.others)
        try stillTrusted()
      } catch {
        throw .journal(error)
      }
      writeSnapshotBehindSeal()
    }
    if let refusal { throw .refused(refusal) }
    if let unwritable { throw .journal(unwritable) }
    return Committed(
      seq: group.lines == 1 ? group.lastSeq : nil, entries: entries, touched: folded.takeTouched())
  }

  /// Saves many lines, `perLease` of them in each lease, with one write and one sync each.
  ///
  /// Every step is decided on the state the one before left. A line that cannot be written (too long, say)
  /// is told to `staged` and `passedOver`, and left out. Each sync goes on while the next lines are made;
  /// `saved` gets the number of lines so far that are safe on disk. With `settles` off the last sync is still
  /// under way when this returns: nothing is saved for certain before `settle()`.
  package func commitMany<Refused: Error>(
    by author: StaffLogin, perLease: Int = 1000, settles: Bool = true,
    _ next: (CommitView) throws(Refused) -> BulkStep,
    staged: ((Result<[Entry], JournalFailure>) -> Void)? = nil,
    passedOver: ((JournalFailure) -> Void)? = nil, saved: (Int) -> Void = { _ in }
  ) throws(CommitFailure<Refused>) -> BulkCommitted {
    var result = BulkCommitted()
    var more = true
    while more {
      // Given back with every lease: a long import must not keep a place from those who record one thing.
      defer { endTurn() }
      var refusal: Refused?
      let group = try lease(by: author, perLease, staged, passedOver, &refusal, next)
      more = group.more
      do throws(JournalFailure) {
        // Outside the lease, so that the kernel merges everybody's syncs.
        if group.wrote { try beginSync() }
        if result.lines > 0 { saved(result.lines) }
        result.lines += group.lines
        if group.lines > 0 { result.lastSeq = group.lastSeq }
        guard settles, !more || refusal != nil else { continue }
        try settle()
        if result.lines > 0 { saved(result.lines) }
      } catch {
        throw .journal(error)
      }
      if let refusal { throw .refused(refusal) }
    }
    writeSnapshotBehindSeal()
    return result
  }

  private struct Group {
    var lines = 0
    var lastSeq: UInt64 = 0
    /// Lines of others since our last one.
    var others: UInt64 = 0
    var more = true
    var wrote = false
  }

  /// One lease: up to that many lines staged and written.
  private func lease<Refused: Error>(
    by author: StaffLogin, _ limit: Int, _ staged: ((Result<[Entry], JournalFailure>) -> Void)?,
    _ passedOver: ((JournalFailure) -> Void)?, _ refusal: inout Refused?,
    _ next: (CommitView) throws(Refused) -> BulkStep
  ) throws(CommitFailure<Refused>) -> Group {
    var group = Group()
    do throws(JournalFailure) {
      let lease = try takeLease(by: author, patience: patience, inTurn: true)
      if let ownSeq, lastSeq > ownSeq { group.others = lastSeq - ownSeq }
      try prepare(by: author)
      group.wrote = writer.count > 0
      let view = CommitView(journal: self, now: now())
      while group.lines < limit {
        let step: BulkStep
        do throws(Refused) { step = try next(view) } catch {
          refusal = error
          group.more = false
          break
        }
        if case .done = step {
          group.more = false
          break
        }
        guard case .line(let events) = step, !events.isEmpty else { continue }
        do throws(JournalFailure) {
          let time = try stage(events, by: author)
          group.lines += 1
          staged?(.success(entries(of: events, by: author, time)))
        } catch {
          guard error.concernsOneLine else { throw error }
          staged?(.failure(error))
          passedOver?(error)
        }
      }
      group.lastSeq = lastSeq
      if writer.count > 0 {
        group.wrote = true
        try flush()
        ownSeq = lastSeq
      }
      _ = consume lease
    } catch {
      throw .journal(error)
    }
    return group
  }

  private func entries(of events: [NewEvent], by author: StaffLogin, _ time: LineTime) -> [Entry] {
    var entries: [Entry] = []
    for (part, event) in events.enumerated() {
      entries.append(
        Entry(
          seq: lastSeq, part: part, recordedAt: time.recordedAt, wallClock: time.wallClock,
          occurred: event.occurred, by: author, caseReference: event.caseReference, event: event.event))
    }
    return entries
  }
}

extension JournalFailure {
  /// Whether only the one line is refused, and the journal is as well as before.
  var concernsOneLine: Bool {
    switch self {
    case .fieldTooLong, .lineTooLong, .unwritable: true
    case .noJournal, .alreadyExists, .badFormat, .newerFormat, .notTheServiceAccount, .networkFileSystem,
      .badBackup, .badAttachment, .damaged, .poisoned, .readOnlyAsAt, .busy, .diskFull, .storage:
      false
    }
  }
}
