import Testing

@testable import CaseJournal

@Suite("Checksums and digests")
struct HashTests {
  @Test(arguments: [true, false])
  func `the standard's check value of CRC-32C comes out`(_ byInstruction: Bool) {
    let crc = CRC32C(byInstruction: byInstruction)
    #expect(crc.of(Array("123456789".utf8)) == 0xE306_9283)
    #expect(crc.of([]) == 0)
    #expect(crc.of([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
  }

  @Test(arguments: [true, false])
  func `the standard's digests of SHA-256 come out`(_ byInstruction: Bool) {
    let sha = SHA256(byInstruction: byInstruction)
    #expect(
      sha.of([]).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      sha.of(Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      sha.of(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)).hex
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      sha.of([UInt8](repeating: 0x61, count: 1_000_000)).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `the instruction and the table agree on every length and place`() {
    var random = SplitMix(seed: 7)
    let bytes = (0..<700).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let pairs = (CRC32C(byInstruction: true), CRC32C(byInstruction: false))
    let digests = (SHA256(byInstruction: true), SHA256(byInstruction: false))
    for from in 0..<9 {
      for to in stride(from: from, to: bytes.count, by: 3) {
        #expect(pairs.0.of(bytes.span, from: from, to: to) == pairs.1.of(bytes.span, from: from, to: to))
        #expect(digests.0.of(bytes.span, from: from, to: to) == digests.1.of(bytes.span, from: from, to: to))
      }
    }
  }
}
