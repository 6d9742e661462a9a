package import Clocks

/// Where a letter of the record stands.
package enum LetterStanding: Hashable, Sendable {
  /// It leaves in less than a minute and can still be stopped.
  case waiting
  /// It has left.
  case sent
  /// It has left and was handed to a printer or mail gateway.
  case taken
  /// It was stopped in time.
  case cancelled
}

/// One letter as the record holds it.
package struct LetterOnRecord: Hashable, Sendable {
  /// Its line; a line holds one letter of a case.
  package var seq: UInt64
  package var by: StaffLogin
  package var letter: LetterKind
  package var queued: LetterQueued
  /// When it left, or leaves: put back after it was stopped, it waits another minute.
  package var releaseAt: Moment
  package var isCancelled: Bool
  /// When it was handed over; nil while it was not.
  package var taken: Occurrence?
  /// Whether it is for one of several people affected, and not for the resident.
  package var isForAffected = false

  /// Where it stands at that instant: nothing has to run for it to be sent.
  package func standing(at now: Moment) -> LetterStanding {
    if isCancelled { return .cancelled }
    if taken != nil { return .taken }
    return now < releaseAt ? .waiting : .sent
  }

  /// Whether its words were erased from the record.
  package var isErased: Bool {
    queued.releaseAt != nil && queued.body.contains("[erased]") && queued.body.count < 20
  }

  /// Whether there is anything to hand to a printer or mail gateway.
  package var isHandable: Bool {
    guard !isErased, !isBlank(queued.body), let route = queued.route else { return false }
    switch route {
    case .email, .post, .portal: return true
    case .onFile: return false
    }
  }

  /// Whole seconds until it leaves, at least one while it waits.
  package func secondsLeft(at now: Moment) -> Int {
    max(0, Int((releaseAt.microseconds - now.microseconds + 999_999) / 1_000_000))
  }
}

extension CaseFile {
  /// Every letter whose text is on record, oldest first, stopped ones among them.
  package var letters: [LetterOnRecord] {
    var taken: [Int: Occurrence] = [:]
    var toAffected: Set<UInt64> = []
    for filed in entries {
      if case .step(.intake(.affectedAnswered)) = filed.entry.event { toAffected.insert(filed.entry.seq) }
    }
    for filed in entries where !filed.undone {
      guard case .step(.work(.letterTaken(let step))) = filed.entry.event, let seq = step.letter else {
        continue
      }
      taken[seq] = filed.entry.occurred ?? Occurrence(day: received.day, moment: filed.entry.knownAt)
    }
    return entries.compactMap { filed in
      guard case .step(.work(.letterQueued(let queued))) = filed.entry.event, let letter = queued.letter
      else {
        return nil
      }
      return LetterOnRecord(
        seq: filed.entry.seq, by: filed.entry.by, letter: letter, queued: queued,
        releaseAt: leaves(filed.entry.seq) ?? filed.entry.knownAt, isCancelled: filed.undone,
        taken: taken[Int(clamping: filed.entry.seq)],
        isForAffected: toAffected.contains(filed.entry.seq))
    }
  }

  /// When the letter of that line leaves; nil where the line holds no letter.
  ///
  /// A minute after it was confirmed, or put back; lines written before texts were kept count the same.
  package func leaves(_ seq: UInt64) -> Moment? {
    var leaves: Moment?
    for filed in entries {
      if filed.entry.seq == seq, isLetter(filed.entry.event) {
        leaves = filed.entry.knownAt.adding(seconds: letterDelay)
        if case .step(.work(.letterQueued(let queued))) = filed.entry.event, let told = queued.releaseAt {
          leaves = told
        }
      }
      if case .stepRedone(let redone) = filed.entry.event, redone == seq, leaves != nil {
        leaves = filed.entry.knownAt.adding(seconds: letterDelay)
      }
    }
    return leaves
  }
}
