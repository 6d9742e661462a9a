/// Appends the text in quotes; C0, DEL, C1 and U+2028/9 become `\u` escapes, so no line of ours can break.
package func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(0x22)
  let utf8 = text.utf8
  if holdsBytesToEscape(utf8.span) {
    appendEscaped(utf8.span, to: &bytes)
  } else {
    bytes.append(contentsOf: utf8)
  }
  bytes.append(0x22)
}

/// Appends UTF-8 bytes as a JSON string, escaped as `appendJSONString` does; the bytes must be valid UTF-8.
package func appendJSONString(utf8: Span<UInt8>, to bytes: inout [UInt8]) {
  bytes.append(0x22)
  appendEscaped(utf8, to: &bytes)
  bytes.append(0x22)
}

/// Whether any byte may need an escape; no early way out, so the loop runs on whole vectors.
private func holdsBytesToEscape(_ utf8: Span<UInt8>) -> Bool {
  var suspects = false
  for index in utf8.indices {
    let byte = utf8[index]
    let control = byte < 0x20
    let quoting = byte == 0x22 || byte == 0x5C
    let lead = byte == 0x7F || byte == 0xC2 || byte == 0xE2
    suspects = suspects || control || quoting || lead
  }
  return suspects
}

private func appendEscaped(_ utf8: Span<UInt8>, to bytes: inout [UInt8]) {
  var index = 0
  while index < utf8.count {
    let byte = utf8[index]
    switch byte {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0x00...0x1F, 0x7F:
      appendEscape(UInt32(byte), to: &bytes)
    case 0xC2 where index + 1 < utf8.count && utf8[index + 1] < 0xA0:
      appendEscape(UInt32(utf8[index + 1]), to: &bytes)
      index += 1
    case 0xE2
    where index + 2 < utf8.count && utf8[index + 1] == 0x80 && (utf8[index + 2] | 1) == 0xA9:
      appendEscape(0x2000 + UInt32(utf8[index + 2] & 0x3F), to: &bytes)
      index += 2
    default:
      bytes.append(byte)
    }
    index += 1
  }
}

/// The short forms for tab and line ends keep lines readable; everything else is `\u` and four digits.
private func appendEscape(_ code: UInt32, to bytes: inout [UInt8]) {
  bytes.append(0x5C)
  switch code {
  case 0x09: bytes.append(0x74)
  case 0x0A: bytes.append(0x6E)
  case 0x0D: bytes.append(0x72)
  default:
    bytes.append(0x75)
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(code >> shift & 0xF)
      bytes.append(digit < 10 ? digit + 0x30 : digit + 0x57)
    }
  }
}

/// Four lower-case hex digits, more where the code needs them.
func fourHex(_ code: UInt32) -> String {
  let digits = String(code, radix: 16)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
