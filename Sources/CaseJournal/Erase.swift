package import Complaints
import Clocks
import Glibc

/// What an erasure took away.
package struct Erased: Hashable, Sendable {
  package var cases: [CaseReference] = []
  /// Lines whose texts are gone.
  package var lines = 0
  /// Files beside the segments that held any of the texts and are removed, by their path in the directory.
  package var files: [String] = []
  package init() {}
}

// Erasure: the texts of some cases go from every file, and everything that proves the rest stays.
extension CaseJournal {
  /// Lines one `redaction` event names at most, so that it stays far from the limit of a line.
  private static let linesPerEvent = 1000

  /// Erases the texts of those cases, as `mayErase` allows on the newest state.
  ///
  /// First a chained event names each line, its hash and that of its tombstone; once that is saved the lines
  /// are replaced, segment by segment, each whole or not at all. Cut short at any step it is finished by the
  /// next writer.
  package func erase<Refused: Error>(
    _ numbers: [CaseNumber], ground: String, by author: StaffLogin,
    mayErase: (CaseFile) throws(Refused) -> Void
  ) throws(CommitFailure<Refused>) -> Erased {
    var erased = Erased()
    var refusal: Refused?
    do throws(JournalFailure) {
      let lease = try takeLease(by: author, patience: patience)
      defer { _ = lease }
      try prepare(by: author)
      try flush()
      for number in numbers {
        guard let file = try file(of: number) else { continue }
        if let kind = file.newerKind {
          throw .unwritable(file.reference.text + " holds an entry of a newer release, " + kind)
        }
        do throws(Refused) { try mayErase(file) } catch { refusal = error }
        erased.cases.append(file.reference)
      }
      if refusal == nil {
        let texts = try begin(erased.cases, ground, by: author, &erased)
        if erased.lines > 0 { erased.files = try finish(by: author, texts) }
      }
    } catch {
      throw .journal(error)
    }
    if let refusal { throw .refused(refusal) }
    return erased
  }

  /// Seals the segments whose lines change and names those lines; gives the texts that will be gone.
  private func begin(
    _ cases: [CaseReference], _ ground: String, by author: StaffLogin, _ erased: inout Erased
  ) throws(JournalFailure) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var named: [(CaseReference, [RedactedLine])] = []
    var newest: UInt64 = 0
    for reference in cases {
      var lines: [RedactedLine] = []
      for seq in folded.chains.lines(of: reference.number.index) {
        // A line may tell of several of the cases: its tombstone is for all of them at once.
        guard let line = try lineBytes(seq), !named.contains(where: { $0.1.contains { $0.seq == seq } }),
          let tombstone = Tombstone.of(line, cases: Set(cases.map(\.number)))
        else { continue }
        texts += tombstone.texts
        lines.append(
          RedactedLine(seq: seq, before: check.sha.of(line).hex, after: check.sha.of(tombstone.line).hex))
        newest = max(newest, seq)
      }
      if !lines.isEmpty { named.append((reference, lines)) }
      erased.lines += lines.count
    }
    guard erased.lines > 0 else { return [] }
    if let active = segments.last, let first = JournalFolder.firstSeq(of: active.name), newest >= first {
      try rotate(by: author)
    }
    let subject = cases.map(\.text).joined(separator: " ")
    for (_, lines) in named {
      var from = 0
      while from < lines.count {
        let part = Array(lines[from..<min(lines.count, from + CaseJournal.linesPerEvent)])
        let redaction = Redaction(subject: subject, ground: ground, lines: part)
        _ = try stage([NewEvent(.kept(.redaction(redaction)))], by: author, ours: true)
        from += CaseJournal.linesPerEvent
      }
    }
    try flush()
    try sync()
    return texts
  }

  /// Finishes what an erasure before us began.
  func finishErasures(by author: StaffLogin) throws(JournalFailure) {
    try flush()
    _ = try finish(by: author, [])
  }

  /// Replaces the named lines, removes what else holds their texts, and says that it is done.
  private func finish(by author: StaffLogin, _ known: [[UInt8]]) throws(JournalFailure) -> [String] {
    var texts = known
    var cases: Set<String> = []
    var places: [BuriedLine] = []
    for begun in folded.openErasures.keys.sorted() {
      guard let redaction = folded.openErasures[begun] else { continue }
      cases.formUnion(redaction.subject.split(separator: " ").map(String.init))
      for named in redaction.lines {
        guard let line = try lineBytes(named.seq), let (start, _) = folded.lines[named.seq],
          let tombstone = Tombstone.of(line, cases: redaction.cases),
          check.sha.of(tombstone.line).hex == named.after
        else { continue }
        texts += tombstone.texts
        places.append(BuriedLine(start: start, line: tombstone.line))
      }
    }
    // First everything beside the segments: while the lines stand, their texts can still be looked for.
    let removed = try purge(texts, cases.sorted(), places)
    for segment in segments { try bury(places, in: segment) }
    let last = folded.openErasures.keys.max() ?? lastSeq
    _ = try stage([NewEvent(.kept(.redactionFinished(seq: last)))], by: author, ours: true)
    try flush()
    try sync()
    // Nothing of the texts stays with this process either.
    try replay { _, _ in }
    return removed
  }

  /// Writes a segment anew with tombstones in the places of its erased lines, where it has some, and puts it
  /// in the old one's place.
  private func bury(_ places: [BuriedLine], in segment: SegmentFile) throws(JournalFailure) {
    guard places.contains(where: { segment.holds($0) }) else { return }
    let bytes = try buried(places, in: segment)
    let temporary = segment.name + ".erased"
    try JournalFolder.createFile(folder.segments, temporary, bytes, format, calls, path + "/journal")
    let replaced = calls.replace(folder.segments, temporary, segment.name)
    guard replaced >= 0 else { throw .storage(call: "rename", path: segment.name, code: Int32(-replaced)) }
    let synced = calls.sync(folder.segments)
    guard synced >= 0 else { throw poisonDirectory(synced) }
  }

  /// The bytes of a segment with tombstones in the places of its erased lines.
  func buried(_ places: [BuriedLine], in segment: SegmentFile) throws(JournalFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: segment.size)
    let count = calls.read(segment.descriptor, &bytes, 0..<bytes.count, 0)
    guard count == bytes.count else {
      throw .storage(
        call: "read", path: path + "/journal/" + segment.name, code: count < 0 ? Int32(-count) : EIO)
    }
    for place in places where segment.holds(place) {
      let from = Int(place.start - segment.start)
      bytes.replaceSubrange(from..<from + place.line.count, with: place.line)
    }
    return bytes
  }
}

/// A tombstone and where its line begins in the journal.
struct BuriedLine {
  var start: UInt64
  var line: [UInt8]
}

extension SegmentFile {
  fileprivate func holds(_ place: BuriedLine) -> Bool {
    place.start >= start && place.start < start + UInt64(size)
  }
}

extension Redaction {
  /// The cases whose texts it erases.
  var cases: Set<CaseNumber> {
    Set(subject.split(separator: " ").compactMap { CaseReference(String($0))?.number })
  }
}

extension CaseJournal {
  /// Whether any line of that case still holds a text that an erasure would take.
  package func holdsTexts(of number: CaseNumber) throws(JournalFailure) -> Bool {
    for seq in folded.chains.lines(of: number.index) {
      if let line = try lineBytes(seq), Tombstone.of(line, cases: [number]) != nil { return true }
    }
    return false
  }
}
