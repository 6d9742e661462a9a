/// What the journal records of its own keeping; none of it changes a case.
package enum Upkeep: Hashable, Sendable {
  /// The way back after a failed sync: what could be read from the disk itself stands, the rest is put aside.
  case recovered(JournalRecovered)
  /// This journal continues from a backup: from here on it and its origin are two.
  case restored(JournalRestored)
  /// The texts of those lines are to go, on that ground.
  case redaction(Redaction)
  /// The texts of that redaction are gone from every file.
  case redactionFinished(seq: UInt64)
  /// What the fold makes of all lines before this one.
  case asserted(StateAsserted)
  /// Somebody took something of the record away, or read what is for named roles.
  case disclosed(Disclosed)

  package var kind: EntryKind {
    switch self {
    case .recovered: .journalRecovered
    case .restored: .journalRestored
    case .redaction: .redaction
    case .redactionFinished: .redactionFinished
    case .asserted: .stateAsserted
    case .disclosed: .recordDisclosed
    }
  }
}

/// Writing goes on in a new segment after a failed sync.
package struct JournalRecovered: Hashable, Sendable {
  /// The segment whose sync failed.
  package var segment: String
  /// Where its last line ends that the disk itself gave back whole.
  package var offset: Int
  /// Bytes behind it that were cut off; none of them had been confirmed to anybody.
  package var bytes: Int
  /// Where they lie in `quarantine/`, empty when there were none.
  package var file: String
  /// What `POISON` said.
  package var why: String
  package init(segment: String, offset: Int, bytes: Int, file: String, why: String) {
    self.segment = segment
    self.offset = offset
    self.bytes = bytes
    self.file = file
    self.why = why
  }
}

/// A backup was restored.
package struct JournalRestored: Hashable, Sendable {
  /// The last line of the backup and its SHA-256: where this copy and its origin part.
  package var seq: UInt64
  package var head: String
  /// When the backup was made, as its manifest says.
  package var made: String
  package init(seq: UInt64, head: String, made: String) {
    self.seq = seq
    self.head = head
    self.made = made
  }
}

/// One line whose texts are erased: its hash before, and that of the tombstone in its place.
package struct RedactedLine: Hashable, Sendable {
  package var seq: UInt64
  package var before: String
  package var after: String
  package init(seq: UInt64, before: String, after: String) {
    self.seq = seq
    self.before = before
    self.after = after
  }
}

/// Erasure of the texts of a case or a person.
package struct Redaction: Hashable, Sendable {
  /// `C26-000042` or `P000123`.
  package var subject: String
  /// Why: a request for erasure with its reference, or the retention rule.
  package var ground: String
  package var lines: [RedactedLine]
  package init(subject: String, ground: String, lines: [RedactedLine]) {
    self.subject = subject
    self.ground = ground
    self.lines = lines
  }
}

/// A digest of the folded state, held against a fold of the same lines by `verify`.
package struct StateAsserted: Hashable, Sendable {
  /// Version of the fold; another version proves nothing.
  package var fold: Int
  package var cases: Int
  /// SHA-256, 64 hex digits.
  package var digest: String
  package init(fold: Int, cases: Int, digest: String) {
    self.fold = fold
    self.cases = cases
    self.digest = digest
  }
}
