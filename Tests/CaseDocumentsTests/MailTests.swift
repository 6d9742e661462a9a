import Clocks
import Testing

@testable import CaseDocuments

/// Letters as mail: what RFC 2045, 2047, 4648 and 5322 ask for, against vectors of theirs and of a second writer.
@Suite struct MailTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is as RFC 4648 has it`(_ plain: String, _ encoded: String) {
    #expect(base64(Array(plain.utf8)) == encoded)
  }

  @Test(arguments: [
    ("Siân Hughes", "=?UTF-8?B?U2nDom4gSHVnaGVz?="), ("张伟", "=?UTF-8?B?5byg5Lyf?="),
    ("فاطمہ", "=?UTF-8?B?2YHYp9i32YXbgQ==?="), ("Anna Smith", "Anna Smith"),
    ("Smith, Anna \"A\"", #""Smith, Anna \"A\"""#), ("=?x?=", "=?UTF-8?B?PT94Pz0=?="),
  ])
  func `a name stands in a header as RFC 2047 and 5322 have it`(_ name: String, _ header: String) {
    #expect(headerName(name) == header)
  }

  @Test func `a long name is folded into words of at most 75 characters, none breaking a letter`() throws {
    let name = String(repeating: "Llanfairpwllgwyngyllgogerychwyrndrobwll ŵŷ ", count: 4)
    let words = headerName(name).unicodeScalars.split(whereSeparator: {
      $0 == "\r" || $0 == "\n" || $0 == " "
    })
    #expect(words.count > 3)
    var bytes: [UInt8] = []
    for word in words {
      #expect(word.count <= 75)
      bytes += try #require(decodedBase64(String(word).dropFirst(10).dropLast(2)))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == name)
  }

  @Test(arguments: [
    ("caf\u{E9}", "caf=C3=A9"), ("a=b", "a=3Db"), ("end \nnext", "end=20\r\nnext"), ("tab\t", "tab=09"),
    (".", "=2E"), ("From here", "=46rom here"), ("作", "=E4=BD=9C"),
  ])
  func `quoted-printable is as RFC 2045 has it`(_ plain: String, _ encoded: String) {
    #expect(quotedPrintable(plain) == encoded)
  }

  @Test func `a long line is broken softly before its 76th character`() {
    let line = String(repeating: "0123456789", count: 20)
    #expect(
      quotedPrintable(line) == String(repeating: "0123456789", count: 7) + "01234=\r\n"
        + "56789" + String(repeating: "0123456789", count: 7) + "=\r\n"
        + String(repeating: "0123456789", count: 5))
  }

  private func message(_ text: String, name: String = "Siân Hughes", to: String = "sian@example.org")
    -> MailMessage
  {
    MailMessage(
      fromName: "Northern Homes", from: "desk@example.org", toName: name, to: to,
      subject: "Ein Brief – a letter",
      date: Moment(seconds: 1_763_632_860), identity: "C26-000001.10", text: text, html: "<p>\(text)</p>")
  }

  @Test func `a message has the headers of RFC 5322, each line ended by CR LF`() throws {
    let written = try message("Dear Siân").written()
    #expect(
      !written.unicodeScalars.enumerated().contains { place, scalar in
        scalar == "\n" && Array(written.unicodeScalars)[place - 1] != "\r"
      })
    let lines = written.unicodeScalars.split(separator: "\r\n".unicodeScalars.first ?? "\r").map {
      String($0)
    }
    #expect(lines.contains("\nTo: =?UTF-8?B?U2nDom4gSHVnaGVz?= <sian@example.org>"))
    #expect(lines.contains("\nDate: Thu, 20 Nov 2025 10:01:00 +0000"))
    #expect(lines.contains("\nDear Si=C3=A2n"))
    #expect(lines.contains("\nContent-Type: text/html; charset=utf-8"))
  }

  @Test func `a text mostly of another script travels as base64 and comes back whole`() throws {
    let text = "محترمہ فاطمہ، آپ کی شکایت ہمیں مل گئی ہے۔ 张伟先生，您好。"
    let written = try message(text).written()
    let parts = written.components("Content-Transfer-Encoding: base64\r\n\r\n")
    let encoded = try #require(parts.dropFirst().first).components("\r\n\r\n")[0]
    let bytes = try #require(decodedBase64(encoded.filter { !$0.isWhitespace }[...]))
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "sian@example.org\r\nBcc: all@example.org", "sian@example.org, all@example.org", "sian",
    "a b@example.org",
    "Siân <sian@example.org>", "sian@example.org;all@example.org", "",
  ])
  func `a second address, or a line break in one, is refused`(_ address: String) {
    #expect(throws: MailFault.address(address)) { try message("x", to: address).written() }
  }

  @Test(arguments: ["Siân\r\nBcc: all@example.org", "Siân\nHughes", "Siân\u{2028}Hughes"])
  func `a line break in a name is refused`(_ name: String) {
    #expect(throws: MailFault.lineBreak(header: "To")) { try message("x", name: name).written() }
  }
}

extension String {
  /// This text cut at each occurrence of another.
  fileprivate func components(_ mark: String) -> [String] {
    var parts: [String] = [""]
    let bytes = Array(utf8)
    let wanted = Array(mark.utf8)
    var at = 0
    var part: [UInt8] = []
    while at < bytes.count {
      if bytes[at...].starts(with: wanted) {
        parts[parts.count - 1] = String(decoding: part, as: UTF8.self)
        parts.append("")
        part = []
        at += wanted.count
      } else {
        part.append(bytes[at])
        at += 1
      }
    }
    parts[parts.count - 1] = String(decoding: part, as: UTF8.self)
    return parts
  }
}

/// The bytes of a base64 text; a second, plainer reading of the same table.
private func decodedBase64(_ text: Substring) -> [UInt8]? {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var bits = 0
  var count = 0
  var bytes: [UInt8] = []
  for character in text where character != "=" {
    guard let value = alphabet.firstIndex(of: character) else { return nil }
    bits = (bits << 6 | value) & 0xFFFF
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
    }
  }
  return bytes
}
