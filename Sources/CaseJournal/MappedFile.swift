import Complaints
import Glibc
import Synchronization

/// A file mapped for reading, shared by every process that maps it.
///
/// Only for files that are written whole and never changed: snapshots, which are replaced by a new name. Limit:
/// whoever may write in the directory can cut such a file short while it is mapped, and end whoever reads it.
final class MappedFile: SnapshotBytes {
  let count: Int
  /// Where the bytes are; a number, because a pointer may not be shared and these bytes may.
  private let address: UInt
  /// Checksums of the blocks, where each is checked whenever it is read; nil where all were checked at once.
  private let sums: BlockSums?
  private let distrusted = Atomic<Bool>(false)

  /// Maps that many bytes of an open file; nil where the system refuses.
  init?(_ descriptor: Int32, count: Int, sums: BlockSums? = nil) {
    guard count > 0 else { return nil }
    // SAFETY: a new mapping, unmapped in `deinit` and nowhere else; reads are checked against `count`.
    guard let mapped = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe mapped != MAP_FAILED
    else { return nil }
    address = UInt(bitPattern: mapped)
    self.count = count
    self.sums = sums
  }

  deinit { _ = unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  var isTrusted: Bool { !distrusted.load(ordering: .relaxed) }
  func distrust() { distrusted.store(true, ordering: .relaxed) }

  func copy(_ words: Int, from place: Int, into record: inout RecordWords) -> Bool {
    guard words <= 56, place >= 0, words * 8 <= count - place else { return false }
    if let sums, !sums.hold(place..<place + words * 8, of: self) { return false }
    // SAFETY: the range lies inside the mapping, and any bit pattern is a UInt64.
    guard let bytes = unsafe UnsafeRawPointer(bitPattern: address) else { return false }
    let size = words * 8
    #if _endian(little)
      // One copy and not word by word: a filter goes through a hundred thousand of them.
      unsafe withUnsafeMutableBytes(of: &record) { words in
        unsafe words.copyMemory(from: UnsafeRawBufferPointer(start: bytes + place, count: size))
      }
    #else
      for index in 0..<words {
        record[index] = unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place + index * 8, as: UInt64.self))
      }
    #endif
    return true
  }

  /// The bytes at those places; nil where they do not all lie inside, or are damaged.
  func bytes(_ places: Range<Int>) -> [UInt8]? {
    guard places.lowerBound >= 0, places.upperBound <= count else { return nil }
    if let sums, !sums.hold(places, of: self) { return nil }
    return read(places) { (span: Span<UInt8>) in
      unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }
  }

  func span(_ places: Range<Int>, _ use: (Span<UInt8>) -> Void) { read(places, use) }

  /// Gives back what was read of those places: they are mapped again when somebody looks at them.
  func letGo(_ places: Range<Int>) {
    let page = Int(getpagesize())
    let start = (places.lowerBound + page - 1) / page * page
    let end = min(places.upperBound, count) / page * page
    guard start < end else { return }
    // SAFETY: whole pages inside the mapping, which is of a file and never written to.
    _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: address + UInt(start)), end - start, MADV_DONTNEED)
  }

  /// Hands out the bytes at those places, which must lie inside, unchecked by any checksum.
  func read<Result>(_ places: Range<Int>, _ take: (Span<UInt8>) -> Result) -> Result {
    precondition(places.lowerBound >= 0 && places.upperBound <= count, "a read outside of the mapping")
    // SAFETY: the range lies inside the mapping, which lives as long as we do.
    let all = unsafe UnsafeBufferPointer(
      start: UnsafePointer<UInt8>(bitPattern: address), count: count)
    return take(unsafe all.span.extracting(places))
  }
}

/// CRC-32C of each block of a snapshot, and which places they cover.
struct BlockSums: Sendable {
  static let blockSize = 1024
  let crc: CRC32C
  /// Holds the checksums of the blocks behind the header, four bytes each, from `end` on; a mapping of its own,
  /// since the file that is checked by them is not mapped before there are any.
  private let sums: MappedFile
  /// Where the last block ends.
  let end: Int

  /// The checksums at the end of a snapshot; nil where they are not those its header tells of.
  init?(_ sums: MappedFile, _ header: SnapshotHeader, _ crc: CRC32C) {
    end = Int(header.sumsStart)
    guard end <= sums.count,
      sums.read(end..<sums.count, { crc.of($0, from: 0, to: $0.count) }) == header.sumsCheck
    else { return nil }
    self.sums = sums
    self.crc = crc
  }

  /// The checksum that block must have; nil where there is no such block.
  private func sum(_ block: Int) -> UInt32? {
    let place = end + (block - 1) * 4
    guard block > 0, place + 4 <= sums.count else { return nil }
    return sums.read(place..<place + 4) { bytes in
      UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24
    }
  }

  /// Whether every block those places touch is as it was written; places outside of all blocks never are.
  func hold(_ places: Range<Int>, of file: MappedFile) -> Bool {
    guard places.lowerBound >= BlockSums.blockSize, places.upperBound <= end else { return places.isEmpty }
    guard !places.isEmpty else { return true }
    for block in places.lowerBound / BlockSums.blockSize...(places.upperBound - 1) / BlockSums.blockSize {
      let start = block * BlockSums.blockSize
      guard let sum = sum(block), start < file.count else { return false }
      let own = file.read(start..<min(start + BlockSums.blockSize, end, file.count)) { bytes in
        crc.of(bytes, from: 0, to: bytes.count)
      }
      guard own == sum else { return false }
    }
    return true
  }
}
