/// The first byte, in `from..<to`, that is not well-formed UTF-8; nil where all of it is.
package func firstInvalidUTF8(_ bytes: [UInt8], from: Int, to: Int) -> Int? {
  var at = from
  while at < to {
    let lead = bytes[at]
    if lead < 0x80 {
      at += 1
      continue
    }
    let length: Int
    // The second byte's range rules out overlong forms, surrogates and what lies past U+10FFFF.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return at
    }
    guard at + length <= to, bytes[at + 1] >= low, bytes[at + 1] <= high else { return at }
    for place in at + 2..<at + length where bytes[place] & 0xC0 != 0x80 { return at }
    at += length
  }
  return nil
}
