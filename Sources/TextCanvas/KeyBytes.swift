/// What the bytes at one place stand for.
enum DecodedKey {
  case key(KeyEvent, length: Int)
  /// A sequence that means nothing to us; skipped whole.
  case nothing(length: Int)
  case pasteStart(length: Int)
  /// More bytes are needed to tell.
  case unfinished
}

/// Reads one key at `index`; `late` when the Esc there was already given out as a key of its own.
func keyAt(_ index: Int, in bytes: [UInt8], late: Bool) -> DecodedKey {
  let byte = bytes[index]
  switch byte {
  case 0x1B: return escapeAt(index, in: bytes, late: late)
  case 0x00..<0x20, 0x7F: return .key(controlKey(byte), length: 1)
  case 0x20..<0x7F: return .key(.character(Character(Unicode.Scalar(byte))), length: 1)
  default: break
  }
  switch scalarAt(index, in: bytes) {
  case .scalar(let scalar, let length):
    let shown: Unicode.Scalar = scalar.value < 0xA0 ? "\u{FFFD}" : scalar
    return .key(.character(Character(shown)), length: length)
  case .invalid(let length): return .key(.character("\u{FFFD}"), length: length)
  case .unfinished: return .unfinished
  }
}

/// Whether Esc with this byte begins a string of the terminal's (DCS, OSC, SOS, PM, APC).
func startsString(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x50, 0x58, 0x5D, 0x5E, 0x5F: true
  default: false
  }
}

private func controlKey(_ byte: UInt8) -> KeyEvent {
  switch byte {
  case 0x00: .control(" ")
  case 0x08, 0x7F: .backspace
  case 0x09: .tab
  case 0x0D: .enter
  case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
  default: .control(Character(Unicode.Scalar(byte + 0x60)))
  }
}

private func escapeAt(_ index: Int, in bytes: [UInt8], late: Bool) -> DecodedKey {
  guard index + 1 < bytes.count else { return .unfinished }
  let byte = bytes[index + 1]
  switch byte {
  case 0x5B: return controlSequenceAt(index, in: bytes)
  case 0x4F: return singleShiftAt(index, in: bytes, late: late)
  case 0x0D: return .key(.modified(.enter, .alt), length: 2)
  case 0x08, 0x7F: return .key(.modified(.backspace, .alt), length: 2)
  case 0x00..<0x20: return .key(.escape, length: 1)
  case _ where startsString(byte): return stringAt(index, in: bytes)
  case 0x20..<0x7F: return .key(.alt(Character(Unicode.Scalar(byte))), length: 2)
  default: break
  }
  switch scalarAt(index + 1, in: bytes) {
  case .scalar(let scalar, let length): return .key(.alt(Character(scalar)), length: length + 1)
  case .invalid(let length): return .nothing(length: length + 1)
  case .unfinished: return .unfinished
  }
}

/// A string of the terminal's own is skipped up to BEL or Esc `\`; another Esc breaks it off.
private func stringAt(_ index: Int, in bytes: [UInt8]) -> DecodedKey {
  var place = index + 2
  while place < bytes.count {
    if bytes[place] == 0x07 { return .nothing(length: place + 1 - index) }
    if bytes[place] == 0x1B {
      guard place + 1 < bytes.count else { return .unfinished }
      let isEnd = bytes[place + 1] == 0x5C
      return .nothing(length: place + (isEnd ? 2 : 0) - index)
    }
    place += 1
  }
  return .unfinished
}

/// A scalar in UTF-8, or how far the bytes go wrong.
private enum DecodedScalar {
  case scalar(Unicode.Scalar, length: Int)
  case invalid(length: Int)
  case unfinished
}

private func scalarAt(_ index: Int, in bytes: [UInt8]) -> DecodedScalar {
  let lead = bytes[index]
  var second: ClosedRange<UInt8> = 0x80...0xBF
  let length: Int
  switch lead {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF: length = 3
  case 0xF0...0xF4: length = 4
  default: return .invalid(length: 1)
  }
  // Ranges that shut out overlong forms, surrogates and what lies past U+10FFFF.
  if lead == 0xE0 { second = 0xA0...0xBF }
  if lead == 0xED { second = 0x80...0x9F }
  if lead == 0xF0 { second = 0x90...0xBF }
  if lead == 0xF4 { second = 0x80...0x8F }
  var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
  for offset in 1..<length {
    guard index + offset < bytes.count else { return .unfinished }
    let byte = bytes[index + offset]
    guard (offset == 1 ? second : 0x80...0xBF).contains(byte) else { return .invalid(length: offset) }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  guard let scalar = Unicode.Scalar(value) else { return .invalid(length: length) }
  return .scalar(scalar, length: length)
}
