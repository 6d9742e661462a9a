import Complaints
import Glibc

extension CaseJournal {
  /// Takes the state from the newest snapshot and folds the lines behind it; false where none can be used.
  ///
  /// Whatever is wrong with one, the answer is to replay: it is a cache and never the truth.
  func load() throws(JournalFailure) -> Bool {
    guard snapshots.reads, asAt == nil, condition == .writable else { return false }
    guard let names = snapshotNames(), let newest = names.last else { return false }
    try settle()
    guard let opened = openSnapshot(newest) else {
      unusableSnapshot = newest
      return false
    }
    do throws(JournalFailure) {
      if try take(opened, try folder.segmentNames()) {
        // Perhaps written anew since we could not use it.
        unusableSnapshot = ""
        return true
      }
    } catch {
      // It led to a line that is none; a disk that cannot be read says so again when all of it is read.
      condition = .writable
    }
    for segment in segments { calls.close(segment.descriptor) }
    segments = []
    folded = FoldedJournal(zone: zone)
    head = .zero
    snapshot = nil
    return false
  }

  /// The names of the snapshots there are, the oldest first; nil where that cannot be told.
  func snapshotNames() -> [String]? {
    let opened = calls.open(folder.root, "cache", O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { return nil }
    defer { calls.close(Int32(opened)) }
    let found = calls.names(Int32(opened))
    guard found.code >= 0 else { return nil }
    return found.names.filter { SnapshotHeader.seq(of: $0) != nil }
  }

  /// A snapshot whose header and checksums hold, mapped; nil for any other.
  func openSnapshot(_ name: String) -> (SnapshotHeader, MappedFile, BlockSums)? {
    let opened = calls.open(folder.root, "cache/" + name, O_RDONLY | O_NONBLOCK, 0)
    guard opened >= 0 else { return nil }
    defer { calls.close(Int32(opened)) }
    guard let size = calls.status(Int32(opened))?.size, size > SnapshotHeader.size,
      let first = bytes(of: Int32(opened), 0, SnapshotHeader.size),
      let header = SnapshotHeader(first, fileSize: size, check.crc), header.print == recordPrint,
      name == SnapshotHeader.name(seq: header.seq, head: header.head),
      let written = calls.map(Int32(opened), size, nil), let blocks = BlockSums(written, header, check.crc)
    else { return nil }
    guard let file = calls.map(Int32(opened), size, snapshots.checksAsRead ? blocks : nil) else { return nil }
    // The texts are checked when somebody first searches: most who open a journal never do.
    let end = header.place(of: .texts)?.lowerBound ?? blocks.end
    guard snapshots.checksAsRead || blocks.hold(SnapshotHeader.size..<end, of: file) else { return nil }
    if !snapshots.checksAsRead { file.letGo(0..<end) }
    return (header, file, blocks)
  }

  private func bytes(of descriptor: Int32, _ start: Int, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    guard count == 0 || calls.read(descriptor, &bytes, 0..<count, start) == count else { return nil }
    return bytes
  }

  /// Puts the state of a snapshot in place and reads on behind it.
  private func take(
    _ opened: (header: SnapshotHeader, file: MappedFile, blocks: BlockSums), _ names: [String]
  ) throws(JournalFailure) -> Bool {
    let (header, file, blocks) = opened
    guard let (parts, kept) = kept(header, file), try openSegments(parts, names) else { return false }
    folded = FoldedJournal(zone: zone, kept)
    // The very line it says it was taken at, or it was taken of another journal.
    guard let last = try lineBytes(header.seq), check.sha.of(last) == header.head, file.isTrusted else {
      return false
    }
    head = header.head
    unfinished = nil
    window = ReadWindow()
    writer.clear()
    mustReplay = false
    let before = byteCount
    try advance(chained: true)
    // An erasure behind it: what it holds may be of texts that are gone.
    guard condition == .writable, !folded.filesChanged, folded.openErasures.isEmpty, file.isTrusted,
      segments.count >= names.count
    else {
      condition = .writable
      return false
    }
    replayed = ReplayFigures(
      lines: Int(lastSeq - header.seq), bytes: byteCount - before, slowLines: folded.slowLines)
    snapshot = OpenedSnapshot(
      file: file, seq: header.seq, extras: header.place(of: .extras), texts: header.texts, blocks: blocks,
      touched: Set(folded.takeTouched().cases))
    mustReplay = segments.contains { calls.status($0.descriptor)?.links == 0 }
    return !mustReplay
  }

  /// Opens the segments a snapshot names; false where they are not what they were.
  private func openSegments(_ parts: JournalParts, _ names: [String]) throws(JournalFailure) -> Bool {
    for segment in segments { calls.close(segment.descriptor) }
    segments = []
    guard names.starts(with: parts.segments.map(\.name)) else { return false }
    for (place, part) in parts.segments.enumerated() {
      var segment = try SegmentFile(part.name, in: folder, at: part.start)
      segment.size = Int(part.size)
      segment.lines = Int(part.lines)
      segments.append(segment)
      guard let size = calls.status(segment.descriptor)?.size else { return false }
      // Only the active one grows.
      let isLast = place == parts.segments.count - 1
      guard isLast ? size >= segment.size : size == segment.size else { return false }
    }
    return true
  }

  /// The state a snapshot holds; nil where its parts make no sense.
  private func kept(_ header: SnapshotHeader, _ file: MappedFile) -> (JournalParts, KeptFold)? {
    func records(_ part: SnapshotPart, _ words: Int) -> RecordSection? {
      guard let place = header.place(of: part) else { return nil }
      return RecordSection(file, start: place.lowerBound, length: place.count, words: words)
    }
    func bytes(_ part: SnapshotPart) -> [UInt8]? {
      guard let place = header.place(of: part) else { return nil }
      return file.bytes(place)
    }
    guard let rows = records(.rows, RowShape.rowWords), let people = records(.people, RowShape.personWords),
      let lines = records(.lines, 1), let links = records(.links, 1), let newest = records(.newest, 1),
      let live = bytes(.live), live.count % 4 == 0, let small = bytes(.small), let own = bytes(.journal),
      lines.count == Int(header.seq), newest.count <= rows.count
    else { return nil }
    var reader = FieldReader(own)
    var parts = JournalParts()
    parts.code(&reader)
    var indexes: [UInt32] = []
    indexes.reserveCapacity(live.count / 4)
    for at in stride(from: 0, to: live.count, by: 4) {
      indexes.append(
        UInt32(live[at]) | UInt32(live[at + 1]) << 8 | UInt32(live[at + 2]) << 16 | UInt32(live[at + 3]) << 24
      )
    }
    guard reader.isDone, parts.holdTogether(lines: header.seq),
      let register = CaseRegister(
        RegisterParts(rows: rows, people: people, live: indexes, small: small, lastSeq: header.seq))
    else { return nil }
    return (
      parts,
      KeptFold(
        register: register, lines: LineTable(lines, end: parts.end),
        chains: CaseChains(links: links, newest: newest), lastRecordedAt: parts.lastRecordedAt,
        sealed: parts.sealed)
    )
  }
}
