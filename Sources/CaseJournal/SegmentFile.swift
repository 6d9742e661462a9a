import Glibc

/// One file of lines.
///
/// The last one is active; the others end with `segment.sealed` and never change.
struct SegmentFile {
  let name: String
  /// Sequence number of its first line, as its name says.
  let first: UInt64
  let descriptor: Int32
  /// The file itself, whatever its name; 0 where the system cannot tell.
  let inode: UInt64
  /// Where its first byte lies in the journal as a whole.
  let start: UInt64
  /// Bytes of it whose lines are taken in.
  var size = 0
  /// Lines taken in.
  var lines = 0

  /// Opens it for reading and appending, or only for reading where we may not write.
  init(_ name: String, in folder: JournalFolder, at start: UInt64) throws(JournalFailure) {
    var opened = folder.calls.open(folder.segments, name, O_RDWR | O_APPEND, 0)
    if opened == -Int(EACCES) || opened == -Int(EROFS) {
      opened = folder.calls.open(folder.segments, name, O_RDONLY, 0)
    }
    guard opened >= 0 else {
      throw .storage(call: "open", path: folder.path + "/journal/" + name, code: Int32(-opened))
    }
    self.name = name
    first = JournalFolder.firstSeq(of: name) ?? 1
    descriptor = Int32(opened)
    inode = folder.calls.status(descriptor)?.inode ?? 0
    self.start = start
  }
}

extension CaseJournal {
  /// Bytes of an open file; what cannot be told is an error, and never taken for an empty one.
  func fileSize(_ descriptor: Int32, _ name: String) throws(JournalFailure) -> Int {
    guard let status = calls.status(descriptor) else {
      throw .storage(call: "fstat", path: path + "/" + name, code: EIO)
    }
    return status.size
  }
}

/// How far a reading of lines came.
struct LinesRead {
  /// Where the next line begins.
  var offset: Int
  /// Bytes behind the last newline.
  var leftover = 0
  /// Lines read.
  var lines = 0
  /// What was wrong with the line at `offset`.
  var fault: LineFault?
}

/// How much is read at once, in bytes.
enum ReadRoom {
  /// Enough for what others add while one looks away.
  static let few = 1 << 16
  /// Where that was not all: the system copies it faster than four quarters of it one by one, and a processor's
  /// cache still holds it (measured: a thirtieth of a replay).
  static let many = 1 << 20
}

/// Reads a file line by line through one buffer, from that offset to its end, until a line is faulty.
///
/// `take` gets the bytes, a line's bounds without its newline, and what turns a place in the bytes into
/// one in the file. Files are read, never mapped: a truncation would kill a mapped reader, and measured
/// there is no difference.
func readLines(
  _ descriptor: Int32, from: Int, _ calls: SystemCalls, buffer: inout [UInt8], path: String,
  _ take: (Span<UInt8>, Int, Int, Int) throws(LineFault) -> Void
) throws(JournalFailure) -> LinesRead {
  if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: ReadRoom.few) }
  var read = LinesRead(offset: from)
  var filled = 0
  var fileAt = from
  while true {
    let count = calls.read(descriptor, &buffer, filled..<buffer.count, fileAt)
    guard count >= 0 else { throw .storage(call: "read", path: path, code: Int32(-count)) }
    var searchFrom = filled
    filled += count
    let isFull = filled == buffer.count
    fileAt += count
    var lineStart = 0
    let shift = fileAt - filled
    do {
      while let newline = newline(buffer.span, searchFrom, filled) {
        try take(buffer.span, lineStart, newline, shift)
        lineStart = newline + 1
        searchFrom = lineStart
        read.offset = lineStart + shift
        read.lines += 1
      }
    } catch {
      read.fault = error
      return read
    }
    filled -= lineStart
    if count == 0 || (fileAt - read.offset == 0 && count < buffer.count / 2) {
      read.leftover = filled
      return read
    }
    if lineStart > 0, filled > 0 {
      moveDown(&buffer, from: lineStart, count: filled)
    }
    if filled == buffer.count || isFull && buffer.count < ReadRoom.many {
      buffer.append(contentsOf: repeatElement(0, count: max(buffer.count, ReadRoom.many - buffer.count)))
    }
  }
}

/// Moves that many bytes to the beginning; a slice assigned to its own array would copy all of it.
private func moveDown(_ buffer: inout [UInt8], from: Int, count: Int) {
  precondition(from >= 0 && count >= 0 && from + count <= buffer.count, "a move outside the buffer")
  // SAFETY: both ranges lie inside, and memmove lets them overlap.
  unsafe buffer.withUnsafeMutableBytes { bytes in
    guard let base = bytes.baseAddress else { return }
    _ = unsafe memmove(base, base + from, count)
  }
}

/// The place of the first newline in that range.
@inline(__always)
func newline(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
  guard from < to else { return nil }
  // SAFETY: `extracting` traps unless the range lies inside; `memchr` reads no further and its result,
  // where there is one, points into it.
  return unsafe bytes.extracting(from..<to).withUnsafeBytes { range -> Int? in
    guard let base = range.baseAddress, let found = unsafe memchr(base, 0x0A, range.count) else { return nil }
    return unsafe from + (UnsafeRawPointer(found) - base)
  }
}

/// Checks how a line ends and that its checksum is right.
struct LineCheck {
  let crc: CRC32C
  let sha: SHA256

  /// Bytes from `,"crc"` to the closing brace.
  private static let suffix = 18

  @inline(__always)
  func checksum(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) throws(LineFault) {
    let end = to - LineCheck.suffix
    guard end > from, literal(bytes, end, ",\"crc\":\""), literal(bytes, to - 2, "\"}") else {
      throw .noChecksum
    }
    // The eight digits as they must stand there, compared at once.
    guard hexWord(crc.of(bytes, from: from, to: end)) == wordAt(bytes, end + 8) else {
      throw LineCheck.fault(bytes, end + 8..<to - 2)
    }
  }

  /// What is wrong with digits that are not the checksum.
  private static func fault(_ bytes: Span<UInt8>, _ digits: Range<Int>) -> LineFault {
    let areHex = digits.allSatisfy { bytes[$0] &- 0x30 < 10 || bytes[$0] &- 0x61 < 6 }
    return areHex ? .wrongChecksum : .noChecksum
  }

  /// Checks `prev` against the hash of the line before and gives this line's own.
  func chain(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, after previous: SHA256Digest
  ) throws(LineFault) -> SHA256Digest {
    guard to - LineScanner.proofs > from else { throw .brokenChain }
    try names(previous, bytes, to)
    return sha.of(bytes, from: from, to: to)
  }

  /// Whether the line that ends there names that hash as the one of the line before it.
  func names(_ previous: SHA256Digest, _ bytes: Span<UInt8>, _ to: Int) throws(LineFault) {
    let proofs = to - LineScanner.proofs
    guard proofs > 0, literal(bytes, proofs, ",\"prev\":\"") else { throw .brokenChain }
    var differs: UInt64 = 0
    for index in 0..<8 { differs |= hexWord(previous.words[index]) ^ wordAt(bytes, proofs + 9 + index * 8) }
    guard differs == 0 else { throw .brokenChain }
  }
}
