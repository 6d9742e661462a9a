import Clocks
import Complaints
import Glibc

/// When a line is recorded.
struct LineTime {
  var recordedAt: Moment
  var wallClock: Moment?
}

// Everything here runs under the lease.
extension CaseJournal {
  /// Recorded-at of the next line: never before the last one, the true reading kept where that is far off.
  func times() -> LineTime {
    let clock = now()
    guard lastSeq > 0 else { return LineTime(recordedAt: clock) }
    let least = folded.lastRecordedAt.microseconds + 1
    guard clock.microseconds < least else { return LineTime(recordedAt: clock) }
    let behind = least - clock.microseconds > 2_000_000
    return LineTime(recordedAt: Moment(microseconds: least), wallClock: behind ? clock : nil)
  }

  /// Lines staged and not yet written.
  var stagedLines: Int { Int(lastSeq) - writtenLines }
  private var writtenLines: Int {
    guard let last = segments.last else { return 0 }
    return Int(last.first) - 1 + last.lines
  }

  /// Adds one line for those events to the buffer and folds it, as replay would from the same bytes.
  ///
  /// Only the journal itself writes of its own keeping (`ours`).
  func stage(
    _ events: [NewEvent], by author: StaffLogin, ours: Bool = false
  ) throws(JournalFailure) -> LineTime {
    try admit(events, ours)
    guard let last = segments.last else { throw .noJournal(path: path) }
    let time = times()
    let start = writer.count
    let own = try writer.append(
      LineWriter.Envelope(
        seq: lastSeq + 1, recordedAt: time.recordedAt, wallClock: time.wallClock, by: author,
        previous: head), events)
    let shift = Int(last.start) + last.size
    let end = writer.count - 1
    do {
      try writer.bytes.read { (bytes) throws(LineFault) in
        try folded.take(bytes, from: start, to: end, shift: shift)
      }
    } catch {
      writer.cut(to: start)
      throw .unwritable("\(error)")
    }
    head = own
    if !folded.dirty.isEmpty { try refoldDirty() }
    return time
  }

  /// Refuses events that no line can hold, before anything is folded.
  private func admit(_ events: [NewEvent], _ ours: Bool) throws(JournalFailure) {
    var next = folded.register.nextCase
    for index in events.indices {
      // Read where they lie: copying an event for its number would cost more than writing it.
      guard events[index].event.versionedKind != nil else { throw .unwritable("a kind of a newer release") }
      if !ours, case .kept(let upkeep) = events[index].event, upkeep.kind != .recordDisclosed {
        throw .unwritable("a kind only the journal writes")
      }
      guard let number = events[index].caseReference?.number else { continue }
      if case .contactReceived = events[index].event, number == next {
        next = CaseNumber(value: next.value + 1)
      } else if number >= next {
        throw .unwritable("no case \(events[index].caseReference?.text ?? "")")
      }
    }
  }

  /// Writes what is staged by one `write`.
  ///
  /// A short or failed one is cut back to its last whole line, so that no reader ever sees half of one.
  func flush() throws(JournalFailure) {
    guard writer.count > 0, let index = segments.indices.last else { return }
    let segment = segments[index]
    let staged = stagedLines
    let count = writer.bytes.read { calls.write(segment.descriptor, $0) }
    if count == writer.count {
      segments[index].size += count
      segments[index].lines += staged
      writer.clear()
      return
    }
    var whole = max(0, count)
    writer.bytes.read { bytes in while whole > 0, bytes[whole - 1] != 0x0A { whole -= 1 } }
    // Where even that fails, a torn tail is left for the next writer to repair.
    _ = calls.truncate(segment.descriptor, segment.size + whole)
    // What was folded is not all on disk: only the disk says what is.
    mustReplay = true
    try replay { _, _ in }
    throw .writing(code: count < 0 ? Int32(-count) : ENOSPC, path: path + "/journal/" + segment.name)
  }
}
