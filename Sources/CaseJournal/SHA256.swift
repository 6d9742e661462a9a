import CHashes

/// A SHA-256 digest: eight words, big-endian in their text.
package struct SHA256Digest: Hashable, Sendable {
  let words: SIMD8<UInt32>

  /// 64 lower-case hex digits.
  package var hex: String {
    var bytes: [UInt8] = []
    appendHex(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func appendHex(to bytes: inout [UInt8]) {
    for index in 0..<8 {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        bytes.append(hexDigit(UInt8(truncatingIfNeeded: words[index] >> shift & 0xF)))
      }
    }
  }

  /// 32 zero bytes: what stands before the first line.
  static let zero = SHA256Digest(words: SIMD8(repeating: 0))
}

/// SHA-256 (FIPS 180-4), by the processor's instructions where it has them.
package struct SHA256: Sendable {
  let byInstruction: Bool

  package init(byInstruction: Bool = hashes_have_sha() != 0) {
    self.byInstruction = byInstruction && hashes_have_sha() != 0
  }

  /// The digest of all those bytes.
  package func of(_ bytes: [UInt8]) -> SHA256Digest { of(bytes.span, from: 0, to: bytes.count) }

  /// The digest of the bytes at `from..<to`.
  func of(_ bytes: Span<UInt8>, from: Int, to: Int) -> SHA256Digest {
    var state = SHA256.start
    let whole = (to - from) / 64
    take(bytes, from: from, blocks: whole, into: &state)
    finish(bytes, from: from + whole * 64, to: to, length: to - from, &state)
    return SHA256Digest(words: state)
  }

  /// Takes what is left, less than a block, of a text of that many bytes.
  func finish(_ bytes: Span<UInt8>, from: Int, to: Int, length: Int, _ state: inout SIMD8<UInt32>) {
    // The rest, a one bit, zeros and the length in bits fill one block or two.
    let rest = to - from
    let blocks = rest < 56 ? 1 : 2
    var tail = InlineArray<128, UInt8>(repeating: 0)
    for index in 0..<rest { tail[index] = bytes[from + index] }
    tail[rest] = 0x80
    let bits = UInt64(length) * 8
    for index in 0..<8 {
      tail[blocks * 64 - 1 - index] = UInt8(truncatingIfNeeded: bits >> (8 * UInt64(index)))
    }
    take(tail.span, from: 0, blocks: blocks, into: &state)
  }

  func take(_ bytes: Span<UInt8>, from: Int, blocks: Int, into state: inout SIMD8<UInt32>) {
    guard blocks > 0 else { return }
    if byInstruction {
      // SAFETY: `extracting` traps unless all blocks lie inside; C reads exactly them and eight words of state.
      unsafe bytes.extracting(from..<from + blocks * 64).withUnsafeBytes { range in
        guard let start = range.baseAddress else { return }
        unsafe withUnsafeMutablePointer(to: &state) { words in
          unsafe hashes_sha256_blocks(
            UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt32.self),
            start.assumingMemoryBound(to: UInt8.self), blocks)
        }
      }
    } else {
      for block in 0..<blocks { SHA256.compress(bytes, from: from + block * 64, into: &state) }
    }
  }

  /// One block by the letter of FIPS 180-4, 6.2.2.
  private static func compress(_ bytes: Span<UInt8>, from: Int, into state: inout SIMD8<UInt32>) {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for index in 0..<16 {
      let at = from + 4 * index
      words[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
        | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let early = words[index - 15]
      let late = words[index - 2]
      let first = turn(early, 7) ^ turn(early, 18) ^ early >> 3
      let second = turn(late, 17) ^ turn(late, 19) ^ late >> 10
      words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    let constants = rounds.span
    for index in 0..<64 {
      let sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      let choice = e & f ^ ~e & g
      let one = h &+ sum1 &+ choice &+ constants[index] &+ words[index]
      let sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      let majority = a & b ^ a & c ^ b & c
      let two = sum0 &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    state = state &+ SIMD8(a, b, c, d, e, f, g, h)
  }

  private static func turn(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  static let start = SIMD8<UInt32>(
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19)

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let rounds: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
