/// The sequence that asks the person's own terminal to take text into its clipboard (OSC 52); nil beyond 8 KiB.
///
/// It works over SSH and cannot be confirmed: say "sent to your terminal's clipboard", never "copied".
package func clipboardSequence(_ text: String) -> [UInt8]? {
  let bytes = Array(text.utf8)
  guard bytes.count <= 8 * 1024 else { return nil }
  return Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
}

private let base64Letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

private func base64(_ bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits: UInt32 = 0
    for byte in group { bits = bits << 8 | UInt32(byte) }
    bits <<= 8 * UInt32(3 - group.count)
    for place in 0..<4 {
      text.append(place > group.count ? 0x3D : base64Letters[Int(bits >> UInt32(18 - 6 * place) & 0x3F)])
    }
  }
  return text
}
