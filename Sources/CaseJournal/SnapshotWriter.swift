import Complaints
import Glibc

/// Writes one snapshot, part by part, through a buffer: never more than a mebibyte of it is held.
struct SnapshotWriter {
  private let calls: SystemCalls
  private let descriptor: Int32
  private let path: String
  private let crc: CRC32C
  private var buffer: [UInt8] = []
  /// Bytes of the file that are written.
  private var written: Int
  private var sums: [UInt32] = []
  private var header = SnapshotHeader()

  private static let bufferSize = 1 << 20

  init(_ descriptor: Int32, _ calls: SystemCalls, _ crc: CRC32C, path: String) {
    self.descriptor = descriptor
    self.calls = calls
    self.crc = crc
    self.path = path
    // The header is written last, over nothing.
    written = SnapshotHeader.size
    buffer.reserveCapacity(SnapshotWriter.bufferSize + 4096)
  }

  /// Begins a part at the next place that eight divides.
  mutating func begin(_ part: SnapshotPart) {
    while (written + buffer.count) % 8 != 0 { buffer.append(0) }
    header.places.append(
      SnapshotHeader.Place(part: part.rawValue, start: UInt64(written + buffer.count), length: 0))
  }

  /// Adds to the part begun last.
  mutating func add(_ bytes: [UInt8]) throws(JournalFailure) {
    buffer.append(contentsOf: bytes)
    header.places[header.places.count - 1].length += UInt64(bytes.count)
    if buffer.count >= SnapshotWriter.bufferSize { try flush(all: false) }
  }

  /// Adds one number to the part begun last.
  mutating func add<Number: FixedWidthInteger>(_ number: Number) throws(JournalFailure) {
    for byte in 0..<Number.bitWidth / 8 {
      buffer.append(UInt8(truncatingIfNeeded: number >> Number(byte * 8)))
    }
    header.places[header.places.count - 1].length += UInt64(Number.bitWidth / 8)
    if buffer.count >= SnapshotWriter.bufferSize { try flush(all: false) }
  }

  /// Writes the checksums and the header.
  mutating func finish(_ print: UInt64, seq: UInt64, head: SHA256Digest) throws(JournalFailure) {
    while buffer.count % BlockSums.blockSize != 0 { buffer.append(0) }
    try flush(all: true)
    header.sumsStart = UInt64(written)
    for sum in sums { for shift in [0, 8, 16, 24] as [UInt32] { buffer.append(UInt8(sum >> shift & 0xFF)) } }
    header.sumsCheck = crc.of(buffer)
    try write(buffer, at: written)
    header.fileSize = UInt64(written + buffer.count)
    header.print = print
    header.seq = seq
    header.head = head
    try write(header.bytes(crc), at: 0)
  }

  private mutating func flush(all: Bool) throws(JournalFailure) {
    let whole = buffer.count / BlockSums.blockSize * BlockSums.blockSize
    for block in stride(from: 0, to: whole, by: BlockSums.blockSize) {
      sums.append(crc.of(buffer.span, from: block, to: block + BlockSums.blockSize))
    }
    let rest = Array(buffer[whole...])
    buffer.removeSubrange(whole...)
    try write(buffer, at: written)
    written += whole
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: rest)
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(JournalFailure) {
    var done = 0
    while done < bytes.count {
      let count = calls.overwrite(descriptor, bytes.span.extracting(done..<bytes.count), offset + done)
      guard count > 0 else { throw .writing(code: count == 0 ? ENOSPC : Int32(-count), path: path) }
      done += count
    }
  }
}
