import PlainText
import Testing

private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in (mark ? "\u{FEFF}" + text : text).utf16 {
    let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    bytes += bigEndian ? pair.reversed() : pair
  }
  return bytes
}

@Suite struct `Finding a file's encoding` {
  @Test func `UTF-8 is taken as it is and its mark dropped`() throws {
    let plain = try decodeToUTF8(Array("Siân,1\n".utf8))
    #expect(plain.utf8 == Array("Siân,1\n".utf8))
    #expect(plain.name == "UTF-8")
    let marked = try decodeToUTF8(Array("\u{FEFF}Siân".utf8))
    #expect(marked.utf8 == Array("Siân".utf8))
    #expect(marked.name == "UTF-8 with a byte order mark")
    #expect(try decodeToUTF8([]).utf8.isEmpty)
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is known by its mark or by its zero bytes`(_ bigEndian: Bool, _ mark: Bool) throws {
    let text = "name,received\nSiân 🏠 Dŵr,2026-01-02\n"
    let read = try decodeToUTF8(utf16(text, bigEndian: bigEndian, mark: mark))
    #expect(String(decoding: read.utf8, as: UTF8.self) == text)
    #expect(read.name == (bigEndian ? "UTF-16 (big-endian)" : "UTF-16 (little-endian)"))
  }

  @Test func `half a pair in UTF-16 is refused with its place`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x3C, 0xD8, 0x41, 0x00]
    #expect(throws: EncodingRefusal.brokenUTF16(.utf16LittleEndian, offset: 4)) { try decodeToUTF8(bytes) }
  }

  @Test func `Windows-1252 is what is left`() throws {
    let read = try decodeToUTF8([0x93, 0x53, 0x69, 0xE2, 0x6E, 0x94, 0x20, 0x80, 0x35])
    #expect(String(decoding: read.utf8, as: UTF8.self) == "“Siân” €5")
    #expect(read.name == "Windows-1252")
  }

  @Test func `a byte Windows-1252 lacks is refused by name`() {
    #expect(throws: EncodingRefusal.neither(line: 1, byte: 0xE2, undefined: 0x81, undefinedLine: 2)) {
      try decodeToUTF8([0xE2, 0x0A, 0x81])
    }
  }

  @Test func `two encodings in one file are refused with the place`() {
    let bytes = Array("Siân,Dŵr\nMon ".utf8) + [0xE2] + Array(" x".utf8)
    #expect(throws: EncodingRefusal.mixed(line: 2, column: 5, byte: 0xE2)) { try decodeToUTF8(bytes) }
  }

  @Test(
    arguments: [
      (
        [0x50, 0x4B, 0x03, 0x04, 0x14],
        "this is a zip archive or a spreadsheet (xlsx, ods), not text; save it as CSV in UTF-8"
      ),
      ([0x1F, 0x8B, 0x08], "this is a compressed file (gzip), not text; save it as CSV in UTF-8"),
      ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "the text is in UTF-32, which is not read here; save it as UTF-8"),
    ] as [([UInt8], String)])
  func `what is no text is refused by name`(_ bytes: [UInt8], _ why: String) throws {
    let refusal = #expect(throws: EncodingRefusal.self) { try decodeToUTF8(bytes) }
    #expect(try #require(refusal).description == why)
  }

  @Test func `a zero byte in UTF-8 does not make it UTF-16`() throws {
    #expect(try decodeToUTF8(Array("a,b\0c\n1,2\n".utf8)).name == "UTF-8")
  }
}
