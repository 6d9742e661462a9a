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
    for index in register.rows.indices where register.rows.revision(index) >= first {
      sum.take(register.rows[index].spelledOut.span)
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
}
