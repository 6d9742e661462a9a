import Complaints

/// The parts of a snapshot, in the order in which they are written.
enum SnapshotPart: UInt32, CaseIterable {
  /// Case rows and person records, of one size each.
  case rows = 1, people
  /// Indexes of the live cases.
  case live
  /// Everything of the register that is small.
  case small
  /// Where each line begins.
  case lines
  /// The lines of each case: its links, and the newest of every case.
  case links, newest
  /// Segments, the time of the newest line and what else the journal itself knows.
  case journal
  /// What whoever opened the journal worked out from it.
  case extras
  /// The folded texts of every case, and where each begins; last, because only a search reads them.
  case texts, textStarts
}

/// The first block of a snapshot: what it was taken of, and where its parts lie.
///
/// Nothing of it is believed: every place is checked against the file, and the journal must hold the very line
/// it says it was taken at.
struct SnapshotHeader: Hashable {
  struct Place: Hashable {
    var part: UInt32
    var start: UInt64
    var length: UInt64
  }

  static let size = BlockSums.blockSize
  /// `RDRSNAP1`.
  private static let magic: UInt64 = 0x3150_414E_5352_4452

  /// What the program that wrote it calls its records (`RowShape.print`, and the zone days were told in).
  var print: UInt64 = 0
  /// Bytes of the whole file.
  var fileSize: UInt64 = 0
  /// The newest line it knows of, and that line's hash.
  var seq: UInt64 = 0
  var head = SHA256Digest.zero
  /// Where the checksums of the blocks begin, and the checksum of those.
  var sumsStart: UInt64 = 0
  var sumsCheck: UInt32 = 0
  var places: [Place] = []

  /// The header as it stands in the file, its own checksum last.
  func bytes(_ crc: CRC32C) -> [UInt8] {
    var copy = self
    var writer = FieldWriter()
    copy.code(&writer)
    var bytes = writer.bytes
    while bytes.count < SnapshotHeader.size - 4 { bytes.append(0) }
    var check = FieldWriter()
    _ = check.number(UInt64(crc.of(bytes)), bytes: 4)
    return bytes + check.bytes
  }

  init() {}

  /// Reads a header; nil where it is none of ours, or does not fit a file of that size.
  init?(_ bytes: [UInt8], fileSize size: Int, _ crc: CRC32C) {
    guard bytes.count == SnapshotHeader.size else { return nil }
    var check = FieldReader(Array(bytes[(SnapshotHeader.size - 4)...]))
    guard check.number(0, bytes: 4) == UInt64(crc.of(bytes.span, from: 0, to: SnapshotHeader.size - 4)) else {
      return nil
    }
    var reader = FieldReader(bytes)
    code(&reader)
    guard reader.isSound, fileSize == UInt64(size), sumsStart <= fileSize,
      sumsStart % UInt64(BlockSums.blockSize) == 0, sumsStart >= UInt64(SnapshotHeader.size),
      fileSize - sumsStart == (sumsStart / UInt64(BlockSums.blockSize) - 1) * 4, seq > 0,
      Set(places.map(\.part)).count == places.count
    else { return nil }
    for place in places {
      guard place.start >= UInt64(SnapshotHeader.size), place.start <= sumsStart, place.start % 8 == 0,
        place.length <= sumsStart - place.start
      else { return nil }
    }
  }

  private mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    var magic = SnapshotHeader.magic
    coder.code(&magic)
    if Coder.reads, magic != SnapshotHeader.magic { coder.fail() }
    coder.code(&print)
    coder.code(&fileSize)
    coder.code(&seq)
    var words = head.words
    for index in 0..<8 { coder.code(&words[index]) }
    head = SHA256Digest(words: words)
    coder.code(&sumsStart)
    coder.code(&sumsCheck)
    coder.code(&places, blank: Place(part: 0, start: 0, length: 0)) { place, coder in
      coder.code(&place.part, most: 64)
      coder.code(&place.start)
      coder.code(&place.length)
    }
  }

  /// Where a part lies; nil where there is none.
  func place(of part: SnapshotPart) -> Range<Int>? {
    guard let place = places.first(where: { $0.part == part.rawValue }) else { return nil }
    return Int(place.start)..<Int(place.start + place.length)
  }

  /// Where the texts of the cases lie, and where each begins.
  var texts: (runs: Range<Int>, starts: Range<Int>)? {
    guard let runs = place(of: .texts), let starts = place(of: .textStarts) else { return nil }
    return (runs, starts)
  }

  /// The name a snapshot has in `cache/`: the line it was taken at and the first digits of its hash.
  static func name(seq: UInt64, head: SHA256Digest) -> String {
    String(JournalFolder.segmentName(first: seq).prefix(20)) + "-" + String(head.hex.prefix(8)) + ".snap"
  }

  /// The line a snapshot of that name was taken at; nil where the name is no snapshot's.
  static func seq(of name: String) -> UInt64? {
    guard name.utf8.count == 34, name.hasSuffix(".snap") else { return nil }
    return JournalFolder.firstSeq(of: name.prefix(20) + ".jsonl")
  }
}
