import Foundation
import Testing

@testable import CaseJournal

/// Our checksums beside those of others: the standards' tables, another program, and arithmetic bit by bit.
@Suite("Checksums and digests agree with everybody else's")
struct HashAgreementTests {
  /// Messages of the SHA-256 standard's examples and of its validation suite, and their digests.
  static let digests: [(message: [UInt8], digest: String)] = [
    ([0xD3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    ([0x11, 0xAF], "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
    ([0xC9, 0x8C, 0x8E, 0x55], "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklm"
          + "ghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    ([UInt8](repeating: 0, count: 55), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    ([UInt8](repeating: 0, count: 56), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    ([UInt8](repeating: 0, count: 57), "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"),
    ([UInt8](repeating: 0, count: 64), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    ([UInt8](repeating: 0, count: 1000), "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"),
    (
      [UInt8](repeating: 0x41, count: 1000),
      "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"
    ),
    (
      [UInt8](repeating: 0x55, count: 1005),
      "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0"
    ),
  ]

  /// The examples of RFC 3720, B.4; it prints the sums with their lowest byte first.
  static let sums: [(message: [UInt8], sum: UInt32)] = [
    ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
    ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
    (Array(0..<32), 0x46DD_794E),
    (Array((0..<32).reversed()), 0x113F_DB5C),
    (
      [
        0x01, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x14, 0, 0, 0, 0, 0, 0x04, 0,
        0, 0, 0, 0x14, 0, 0, 0, 0x18, 0x28, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0, 0, 0, 0, 0, 0,
      ], 0xD996_3A56
    ),
  ]

  @Test(arguments: [true, false])
  func `the published messages have their published digests`(_ byInstruction: Bool) {
    let sha = SHA256(byInstruction: byInstruction)
    for (message, digest) in Self.digests { #expect(sha.of(message).hex == digest) }
  }

  @Test(arguments: [true, false])
  func `the examples of RFC 3720 have their sums`(_ byInstruction: Bool) {
    let crc = CRC32C(byInstruction: byInstruction)
    for (message, sum) in Self.sums {
      #expect(crc.of(message) == sum)
      #expect(Self.bitwise(message) == sum)
    }
  }

  @Test func `a sum is that of a division bit by bit, for ten thousand random texts of every length`() {
    let crcs = [CRC32C(byInstruction: true), CRC32C(byInstruction: false)]
    for message in Self.messages(seed: 31) {
      let sum = Self.bitwise(message)
      for crc in crcs where crc.of(message) != sum { Issue.record("\(message.count) bytes: \(message)") }
    }
  }

  @Test(.enabled(if: sha256sum != nil, "there is no sha256sum to be held against"))
  func `a digest is what sha256sum says, for ten thousand random texts of every length`() throws {
    let messages = Self.messages(seed: 32)
    let told = try Self.digestsByProgram(of: messages)
    #expect(told.count == 10_000)
    let shas = [SHA256(byInstruction: true), SHA256(byInstruction: false)]
    var random = SplitMix(seed: 33)
    for (message, digest) in zip(messages, told) {
      for sha in shas where sha.of(message).hex != digest {
        Issue.record("\(message.count) bytes: \(message)")
      }
      var stream = SHA256Stream()
      var from = 0
      while from < message.count {
        let to = min(message.count, from + 1 + random.below(150))
        stream.take(message.span.extracting(from..<to))
        from = to
      }
      #expect(stream.digest().hex == digest)
    }
  }

  /// Every length from none to 300 thirty-three times, and some longer ones.
  private static func messages(seed: UInt64) -> [[UInt8]] {
    var random = SplitMix(seed: seed)
    var messages: [[UInt8]] = []
    for index in 0..<10_000 {
      let length = index < 33 * 301 ? index % 301 : 301 + random.below(index % 7 == 0 ? 70_000 : 5000)
      messages.append((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }
    return messages
  }

  /// The remainder of a division by the Castagnoli polynomial, one bit after the other.
  private static func bitwise(_ message: [UInt8]) -> UInt32 {
    var rest = UInt32.max
    for byte in message {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0x82F6_3B78 : rest >> 1 }
    }
    return ~rest
  }

  private static let sha256sum = ["/usr/bin/sha256sum", "/bin/sha256sum"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What `sha256sum` says of each, all of them told in one go.
  private static func digestsByProgram(of messages: [[UInt8]]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hashes-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, message) in messages.enumerated() {
      // Foundation would sync each of them.
      let file = unsafe open(folder.path + "/" + String(index), O_WRONLY | O_CREAT, 0o600)
      try #require(file >= 0)
      let written = unsafe message.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
      close(file)
      try #require(written == message.count)
    }
    let program = Process()
    program.executableURL = URL(fileURLWithPath: sha256sum ?? "")
    program.arguments = messages.indices.map { String($0) }
    program.currentDirectoryURL = folder
    let answer = Pipe()
    program.standardOutput = answer
    try program.run()
    let text = String(decoding: answer.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    program.waitUntilExit()
    return text.split(separator: "\n").enumerated().map { index, line in
      line.hasSuffix("  " + String(index)) ? String(line.prefix(64)) : "not of text \(index): \(line)"
    }
  }
}
