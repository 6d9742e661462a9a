import CHashes

/// CRC-32C (Castagnoli), the checksum at the end of every journal line.
package struct CRC32C: Sendable {
  /// Whether the processor's instruction is used; off, the tables do the same work.
  let byInstruction: Bool
  /// Eight tables of 256: slicing by eight.
  private let tables: [UInt32]

  package init(byInstruction: Bool = hashes_have_crc() != 0) {
    self.byInstruction = byInstruction && hashes_have_crc() != 0
    tables = self.byInstruction ? [] : CRC32C.slicingTables()
  }

  /// The checksum of all those bytes.
  package func of(_ bytes: [UInt8]) -> UInt32 { of(bytes.span, from: 0, to: bytes.count) }

  /// The checksum of the bytes at `from..<to`.
  @inline(__always)
  func of(_ bytes: Span<UInt8>, from: Int, to: Int) -> UInt32 {
    if byInstruction {
      // SAFETY: `extracting` traps unless the range lies inside; C reads exactly that range.
      return unsafe bytes.extracting(from..<to).withUnsafeBytes { range in
        guard let start = range.baseAddress else { return 0 }
        return unsafe ~hashes_crc32c(.max, start.assumingMemoryBound(to: UInt8.self), range.count)
      }
    }
    return ~sliced(bytes, from: from, to: to)
  }

  private func sliced(_ bytes: Span<UInt8>, from: Int, to: Int) -> UInt32 {
    let table = tables.span
    var crc = UInt32.max
    var at = from
    while at + 8 <= to {
      let word = wordAt(bytes, at) ^ UInt64(crc)
      crc = table[Int(7 * 256 + (word & 0xFF))]
      crc ^= table[Int(6 * 256 + (word >> 8 & 0xFF))]
      crc ^= table[Int(5 * 256 + (word >> 16 & 0xFF))]
      crc ^= table[Int(4 * 256 + (word >> 24 & 0xFF))]
      crc ^= table[Int(3 * 256 + (word >> 32 & 0xFF))]
      crc ^= table[Int(2 * 256 + (word >> 40 & 0xFF))]
      crc ^= table[Int(256 + (word >> 48 & 0xFF))]
      crc ^= table[Int(word >> 56)]
      at += 8
    }
    while at < to {
      crc = crc >> 8 ^ table[Int((crc ^ UInt32(bytes[at])) & 0xFF)]
      at += 1
    }
    return crc
  }

  private static func slicingTables() -> [UInt32] {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for index in 0..<256 {
      var crc = UInt32(index)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
      tables[index] = crc
    }
    for index in 256..<8 * 256 {
      let before = tables[index - 256]
      tables[index] = before >> 8 ^ tables[Int(before & 0xFF)]
    }
    return tables
  }
}
