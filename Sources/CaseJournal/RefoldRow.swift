import Complaints

// A row that one line could not tell is folded anew from what the scanner finds in the case's own lines, some
// twenty times quicker than from the whole case with its texts. What that cannot tell either is left to the
// whole case.
extension CaseJournal {
  /// The row of a case from its lines; nil where only the whole case can tell, as after an undo.
  func refoldedRow(_ number: CaseNumber) throws(JournalFailure) -> CaseRow? {
    var told: [(seq: UInt64, event: ScannedEvent)] = []
    for seq in folded.chains.lines(of: number.index) {
      guard let (start, _) = folded.lines[seq], let line = try lineBytes(seq),
        folded.scanLine(line, at: start)
      else { return nil }
      for event in folded.scanner.events where event.caseNumber == number.value {
        switch event.fact {
        case .refold, .newer, .undone, .redone: return nil
        case .received, .triaged, .acknowledged, .assigned, .contacted, .pointAdded, .pointDecided, .extended,
          .responded, .escalated, .closed, .linked, .remark, .marked, .heard, .promised, .promiseKept,
          .promiseMoved, .learned, .hazard, .unmarked:
          break
        }
        told.append((seq, event))
      }
    }
    guard let first = told.first, case .received(let fact) = first.event.fact else { return nil }
    var row = CaseRow(
      number: number, year: first.event.year, fact: fact, at: first.event.at, seq: first.seq)
    for (seq, event) in told.dropFirst() {
      row.revision = seq
      guard row.apply(event.fact, at: event.at, seq: seq) else { return nil }
    }
    return row
  }
}

extension FoldedJournal {
  /// Scans a line of the journal's, which begins at that place; false where the scanner leaves it alone.
  mutating func scanLine(_ line: [UInt8], at start: UInt64) -> Bool {
    scans && scanner.scan(line.span, from: 0, to: line.count, shift: Int(start)) != nil
  }

  /// Puts a row folded anew from its lines in place of the old one.
  mutating func replace(_ row: CaseRow) {
    register.replace(row)
    dirty.remove(row.number.value)
  }
}
