// How words of every script travel in mail: RFC 2045 (quoted-printable, base64), RFC 2047 (header words).

/// A text as quoted-printable: lines of at most 76 characters, ended by CR LF.
package func quotedPrintable(_ text: String) -> String {
  var lines: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let bytes = Array(line.utf8)
    var current = ""
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      var piece: String
      switch byte {
      case 0x3D: piece = "=3D"
      case 0x20, 0x09: piece = isLast ? "=" + hex(byte) : String(UnicodeScalar(byte))
      case 0x21...0x7E: piece = String(UnicodeScalar(byte))
      default: piece = "=" + hex(byte)
      }
      // A mailbox file takes such lines for its own.
      if current.isEmpty, lines.last?.hasSuffix("=") != true {
        if byte == 0x2E { piece = "=2E" }
        if byte == 0x46, line.hasPrefix("From ") { piece = "=46" }
      }
      if current.utf8.count + piece.utf8.count > (isLast ? 76 : 75) {
        lines.append(current + "=")
        current = ""
      }
      current += piece
    }
    lines.append(current)
  }
  return lines.joined(separator: "\r\n")
}

/// Bytes as base64, without line breaks.
package func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  var index = 0
  while index < bytes.count {
    let one = bytes[index]
    let two = index + 1 < bytes.count ? bytes[index + 1] : 0
    let three = index + 2 < bytes.count ? bytes[index + 2] : 0
    out.append(alphabet[Int(one >> 2)])
    out.append(alphabet[Int((one & 3) << 4 | two >> 4)])
    out.append(index + 1 < bytes.count ? alphabet[Int((two & 15) << 2 | three >> 6)] : 0x3D)
    out.append(index + 2 < bytes.count ? alphabet[Int(three & 63)] : 0x3D)
    index += 3
  }
  return String(decoding: out, as: UTF8.self)
}

/// A text as base64 in lines of 76 characters.
func base64Lines(_ text: String) -> String {
  let all = base64(Array(text.replacing("\n", "\r\n").utf8))
  var lines: [Substring] = []
  var rest = all[...]
  while !rest.isEmpty {
    lines.append(rest.prefix(76))
    rest = rest.dropFirst(76)
  }
  return lines.joined(separator: "\r\n")
}

extension String {
  /// This text with each newline as mail has it.
  fileprivate func replacing(_ newline: Character, _ crlf: String) -> String {
    var out = ""
    for character in self { if character == newline { out += crlf } else { out.append(character) } }
    return out
  }
}

/// Words of a header: as they are where they are plain ASCII, else as encoded words, folded.
///
/// `room` is what the header's name takes of the first line.
package func headerWords(_ text: String, room: Int) -> String {
  isPlainASCII(text) && !text.contains("=?") ? folded(text, room: room) : encodedWords(text)
}

/// A name before an address: an atom, a quoted string, or encoded words.
package func headerName(_ name: String) -> String {
  guard isPlainASCII(name), !name.contains("=?") else { return encodedWords(name) }
  let isAtoms = name.unicodeScalars.allSatisfy { scalar in
    scalar == " " || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      || ("0"..."9").contains(scalar)
      || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
  }
  if isAtoms { return name }
  var quoted = "\""
  for character in name {
    if character == "\"" || character == "\\" { quoted.append("\\") }
    quoted.append(character)
  }
  return quoted + "\""
}

/// Encoded words of at most 75 characters, each on its own folded line; none breaks a character.
private func encodedWords(_ text: String) -> String {
  var words: [String] = []
  var bytes: [UInt8] = []
  func close() {
    words.append("=?UTF-8?B?" + base64(bytes) + "?=")
    bytes = []
  }
  for scalar in text.unicodeScalars {
    let next = Array(String(Character(scalar)).utf8)
    // 45 bytes are 60 characters, and the frame takes 12.
    if bytes.count + next.count > 45 { close() }
    bytes += next
  }
  if !bytes.isEmpty || words.isEmpty { close() }
  return words.joined(separator: "\r\n ")
}

/// Words on lines of at most 76 characters, broken at blanks.
private func folded(_ text: String, room: Int) -> String {
  var lines: [String] = []
  var current = ""
  for word in text.split(separator: " ", omittingEmptySubsequences: false) {
    let limit = 76 - (lines.isEmpty ? room : 1)
    if !current.isEmpty, current.utf8.count + 1 + word.utf8.count > limit {
      lines.append(current)
      current = String(word)
    } else {
      current = current.isEmpty && lines.isEmpty ? String(word) : current + " " + word
    }
  }
  lines.append(current)
  return lines.joined(separator: "\r\n ")
}

private func isPlainASCII(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }

private func hex(_ byte: UInt8) -> String {
  let digits = Array("0123456789ABCDEF")
  return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}
