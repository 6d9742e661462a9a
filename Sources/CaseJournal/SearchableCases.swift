package import Complaints

// Nobody who only looks at the queue needs the texts folded: when somebody first searches, those of the snapshot
// are taken as they lie there, what came since is read, and both are kept up with new lines from then on.
extension CaseJournal {
  /// What the cases are searched by.
  ///
  /// Texts that cannot be read are left out, for `verify` to name, and the next search tries again.
  package var arena: SearchArena {
    if !folded.isSearchable {
      do throws(JournalFailure) { try makeSearchable() } catch {
        folded.isSearchable = false
      }
    }
    return folded.arena
  }

  /// Reads the texts of every case: from its opening line, or from all of its lines where some were put right.
  func makeSearchable() throws(JournalFailure) {
    let kept = keptTexts()
    folded.beginSearchable(byteCount, kept)
    let keptCount = kept?.count ?? 0
    var window = LineWindow()
    for index in keptCount..<folded.register.rows.count {
      guard let seq = folded.chains.first(of: index), let (start, length) = folded.lines[seq] else {
        continue
      }
      if !window.holds(start, length) {
        guard try fill(&window, from: start, length) else {
          if let line = try lineBytes(seq) {
            folded.indexOpening(index, line.span, from: 0, to: line.count, shift: Int(start))
          }
          continue
        }
      }
      let at = Int(start - window.start)
      folded.indexOpening(index, window.bytes.span, from: at, to: at + length - 1, shift: Int(window.start))
    }
    for number in folded.register.retold.sorted() {
      // What the snapshot keeps of it holds for as long as nothing more was said.
      let index = CaseNumber(value: number).index
      if index < keptCount, folded.register.rows[index].revision <= snapshotSeq { continue }
      guard let file = try file(of: CaseNumber(value: number)) else { continue }
      folded.index(file.reference, file.contactNow)
    }
    folded.isSearchable = true
  }

  /// The texts of the snapshot this was opened from; nil where it has none, or they are damaged.
  private func keptTexts() -> KeptTexts? {
    guard let snapshot, let (runs, starts) = snapshot.texts, snapshot.file.isTrusted else { return nil }
    guard snapshot.blocks.hold(runs, of: snapshot.file), snapshot.blocks.hold(starts, of: snapshot.file),
      starts.count % 4 == 0
    else {
      snapshot.file.distrust()
      return nil
    }
    let places = snapshot.file.read(starts) { (bytes: Span<UInt8>) in
      stride(from: 0, to: bytes.count, by: 4).map { at in
        UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
          | UInt32(bytes[at + 3]) << 24
      }
    }
    guard let kept = KeptTexts(snapshot.file, runs, starts: places),
      kept.count <= folded.register.rows.count
    else {
      snapshot.file.distrust()
      return nil
    }
    return kept
  }

  /// Reads what lies at that place and behind it; false for lines that are not written yet.
  private func fill(_ window: inout LineWindow, from start: UInt64, _ length: Int) throws(JournalFailure)
    -> Bool
  {
    guard let segment = segments.last(where: { $0.start <= start }) else { return false }
    let from = Int(start - segment.start)
    guard from + length <= segment.size else { return false }
    let wanted = min(max(length, LineWindow.size), segment.size - from)
    if window.bytes.count < wanted {
      window.bytes.append(contentsOf: repeatElement(0, count: wanted - window.bytes.count))
    }
    let count = calls.read(segment.descriptor, &window.bytes, 0..<wanted, from)
    guard count >= length else {
      throw .storage(
        call: "read", path: path + "/journal/" + segment.name, code: Int32(count < 0 ? -count : 0))
    }
    window.start = start
    window.filled = count
    return true
  }
}

/// A part of the journal that is gone through from its beginning.
private struct LineWindow {
  static let size = 256 * 1024
  var bytes: [UInt8] = []
  /// Where it begins in the journal.
  var start: UInt64 = 0
  var filled = 0

  func holds(_ place: UInt64, _ length: Int) -> Bool {
    place >= start && place + UInt64(length) <= start + UInt64(filled)
  }
}

extension FoldedJournal {
  /// Forgets the texts there were, takes those a snapshot keeps, or makes room for those of a journal of that
  /// many bytes.
  mutating func beginSearchable(_ bytes: Int, _ kept: KeptTexts?) {
    arena = kept.map { SearchArena($0) } ?? SearchArena()
    arena.finder = ByteSearch.finder
    if kept == nil { arena.reserve(bytes: bytes / 6, cases: register.rows.count) }
  }

  /// Makes a case findable by the texts of its opening line, which lies at `from..<to`.
  mutating func indexOpening(_ index: Int, _ bytes: Span<UInt8>, from: Int, to: Int, shift: Int) {
    let number = CaseNumber(value: UInt32(index) + 1)
    guard !register.retold.contains(number.value) else { return }
    if scans, scanner.scan(bytes, from: from, to: to, shift: shift) != nil {
      for at in scanner.events.indices where scanner.events[at].contact >= 0 {
        let event = scanner.events[at]
        guard event.caseNumber == number.value else { continue }
        self.index(number, event.year, scanner.contacts[event.contact].texts, bytes)
        return
      }
    }
    var line: [UInt8] = []
    for at in from..<to { line.append(bytes[at]) }
    let entries: [Entry]
    do throws(LineFault) { entries = try reader.entries(line) } catch { return }
    for entry in entries {
      guard case .contactReceived(let contact) = entry.event, let reference = entry.caseReference,
        reference.number == number
      else { continue }
      self.index(reference, contact)
      return
    }
  }
}
