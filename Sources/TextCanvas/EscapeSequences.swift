/// Reads `ESC [ … final`: xterm, tmux, screen, linux, PuTTY and rxvt forms.
func controlSequenceAt(_ index: Int, in bytes: [UInt8]) -> DecodedKey {
  let start = index + 2
  guard start < bytes.count else { return .unfinished }
  // The Linux console sends F1 to F5 as ESC [ [ A to E.
  if bytes[start] == 0x5B {
    guard start + 1 < bytes.count else { return .unfinished }
    let letter = bytes[start + 1]
    guard (0x41...0x45).contains(letter) else { return .nothing(length: 3) }
    return .key(.function(Int(letter) - 0x40), length: 4)
  }
  // Mouse reports of terminals that do not know the SGR form: three bytes of any value follow.
  if bytes[start] == 0x4D {
    guard start + 3 < bytes.count else { return .unfinished }
    let code = Int(bytes[start + 1]) - 32
    let point = Point(column: Int(bytes[start + 2]) - 33, row: Int(bytes[start + 3]) - 33)
    guard let event = mouseEvent(code: code, point: point, released: code & 3 == 3) else {
      return .nothing(length: 6)
    }
    return .key(event, length: 6)
  }
  var place = start
  while place < bytes.count {
    let byte = bytes[place]
    let isShiftedByRxvt = byte == 0x24 && bytes[start..<place].allSatisfy { (0x30...0x39).contains($0) }
    if (0x40...0x7E).contains(byte) || (isShiftedByRxvt && place > start) {
      let length = place + 1 - index
      let sequence = ControlSequence(bytes[start..<place], final: byte)
      if byte == 0x7E, sequence.isPasteStart { return .pasteStart(length: length) }
      guard let event = sequence.event else { return .nothing(length: length) }
      return .key(event, length: length)
    }
    // Any other byte breaks the sequence off and is read for itself.
    guard (0x20...0x3F).contains(byte) else { return .nothing(length: place - index) }
    place += 1
  }
  return .unfinished
}

/// Reads `ESC O final`: cursor and function keys in application mode, the number pad, rxvt with Ctrl.
func singleShiftAt(_ index: Int, in bytes: [UInt8], late: Bool) -> DecodedKey {
  var place = index + 2
  var modifier = 1
  if place < bytes.count, (0x31...0x39).contains(bytes[place]), !late {
    modifier = Int(bytes[place]) - 0x30
    place += 1
  }
  guard place < bytes.count else { return .unfinished }
  let length = place + 1 - index
  let final = bytes[place]
  if let key = cursorKeys[final] {
    return .key(withModifiers(key, keyModifiers(modifier)), length: length)
  }
  switch final {
  case 0x50...0x53: return .key(.function(Int(final) - 0x4F), length: length)
  case 0x4D: return .key(.enter, length: length)
  case _ where late:
    // Esc went out before: this is a capital O and whatever follows it.
    return .key(.character("O"), length: 2)
  case 0x61...0x64:
    guard let key = cursorKeys[final - 0x20] else { return .nothing(length: length) }
    return .key(.modified(key, .control), length: length)
  case 0x6A...0x79:
    return .key(.character(Character(Unicode.Scalar(final - 0x40))), length: length)
  case 0x58: return .key(.character("="), length: length)
  default: return .key(.alt("O"), length: 2)
  }
}

private let cursorKeys: [UInt8: MovementKey] = [
  0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x48: .home, 0x46: .end,
]

private func keyModifiers(_ parameter: Int) -> KeyModifiers {
  let bits = max(0, min(parameter, 16) - 1)
  var modifiers: KeyModifiers = []
  if bits & 1 != 0 { modifiers.insert(.shift) }
  if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
  if bits & 4 != 0 { modifiers.insert(.control) }
  return modifiers
}

private func withModifiers(_ key: MovementKey, _ modifiers: KeyModifiers) -> KeyEvent {
  if key == .tab, modifiers == .shift { return .backTab }
  guard modifiers.isEmpty else { return .modified(key, modifiers) }
  switch key {
  case .up: return .up
  case .down: return .down
  case .left: return .left
  case .right: return .right
  case .home: return .home
  case .end: return .end
  case .pageUp: return .pageUp
  case .pageDown: return .pageDown
  case .insert: return .insert
  case .delete: return .delete
  case .backspace: return .backspace
  case .enter: return .enter
  case .tab: return .tab
  }
}

private func mouseEvent(code: Int, point: Point, released: Bool) -> KeyEvent? {
  var modifiers: KeyModifiers = []
  if code & 4 != 0 { modifiers.insert(.shift) }
  if code & 8 != 0 { modifiers.insert(.alt) }
  if code & 16 != 0 { modifiers.insert(.control) }
  let button = code & 3
  let kind: MouseEvent.Kind
  switch code & 0b1110_0000 {
  case 0: kind = released ? .release(button: button) : .press(button: button)
  case 32: kind = .drag(button: button)
  case 64 where button == 0: kind = .wheelUp
  case 64 where button == 1: kind = .wheelDown
  default: return nil
  }
  guard point.column >= 0, point.row >= 0 else { return nil }
  return .mouse(MouseEvent(kind: kind, point: point, modifiers: modifiers))
}

/// The parts of one `ESC [` sequence.
private struct ControlSequence {
  /// `<`, `=`, `>` or `?` in front of the numbers.
  let prefix: UInt8?
  let numbers: [Int]
  let final: UInt8

  init(_ body: ArraySlice<UInt8>, final: UInt8) {
    var numbers: [Int] = []
    var number = 0
    var hasDigits = false
    var isSubparameter = false
    for byte in body {
      switch byte {
      case 0x30...0x39:
        number = min(number * 10 + Int(byte) - 0x30, 1_000_000)
        hasDigits = true
      case 0x3A, 0x3B:
        if !isSubparameter { numbers.append(number) }
        number = 0
        hasDigits = false
        isSubparameter = byte == 0x3A
      default: break
      }
    }
    if (hasDigits || !numbers.isEmpty) && !isSubparameter { numbers.append(number) }
    self.numbers = numbers
    self.final = final
    prefix = body.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
  }

  var isPasteStart: Bool { prefix == nil && numbers == [200] }

  private func number(_ index: Int, default missing: Int = 1) -> Int {
    index < numbers.count && numbers[index] != 0 ? numbers[index] : missing
  }

  var event: KeyEvent? {
    if prefix == 0x3C, final == 0x4D || final == 0x6D, numbers.count == 3 {
      let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
      return mouseEvent(code: numbers[0], point: point, released: final == 0x6D)
    }
    guard prefix == nil else { return nil }
    let modifiers = keyModifiers(number(1))
    if let key = cursorKeys[final] { return withModifiers(key, modifiers) }
    switch final {
    case 0x50...0x53: return functionKey(Int(final) - 0x4F, modifiers)
    case 0x5A: return .backTab
    case 0x49: return .focus(true)
    case 0x4F: return .focus(false)
    case 0x61...0x64: return cursorKeys[final - 0x20].map { .modified($0, .shift) }
    case 0x7E where number(0) == 27: return keyOfCode(number(2), modifiers)
    case 0x7E: return numberedKey(modifiers)
    case 0x5E: return numberedKey(.control)
    case 0x24: return numberedKey(.shift)
    case 0x40: return numberedKey([.control, .shift])
    case 0x75: return keyOfCode(number(0), modifiers)
    default: return nil
    }
  }

  private func functionKey(_ number: Int, _ modifiers: KeyModifiers) -> KeyEvent? {
    if modifiers.isEmpty { return .function(number) }
    return modifiers == .shift && number <= 12 ? .function(number + 12) : nil
  }

  /// The keys xterm, rxvt, PuTTY and the Linux console send as a number and `~`.
  private func numberedKey(_ modifiers: KeyModifiers) -> KeyEvent? {
    let code = number(0)
    switch code {
    case 1, 7: return withModifiers(.home, modifiers)
    case 4, 8: return withModifiers(.end, modifiers)
    case 2: return withModifiers(.insert, modifiers)
    case 3: return withModifiers(.delete, modifiers)
    case 5: return withModifiers(.pageUp, modifiers)
    case 6: return withModifiers(.pageDown, modifiers)
    case 11...15: return functionKey(code - 10, modifiers)
    case 17...21: return functionKey(code - 11, modifiers)
    case 23...26: return functionKey(code - 12, modifiers)
    case 28, 29: return functionKey(code - 13, modifiers)
    case 31...34: return functionKey(code - 14, modifiers)
    default: return nil
    }
  }

  /// A key given by its character code, as kitty and xterm's modifyOtherKeys do.
  private func keyOfCode(_ code: Int, _ modifiers: KeyModifiers) -> KeyEvent? {
    switch code {
    case 9: return withModifiers(.tab, modifiers)
    case 13: return withModifiers(.enter, modifiers)
    case 27: return .escape
    case 127: return withModifiers(.backspace, modifiers)
    default: break
    }
    guard code >= 32, !(0x7F..<0xA0).contains(code), let value = UInt32(exactly: code),
      let scalar = Unicode.Scalar(value), !(0xE000...0xF8FF).contains(value)
    else { return nil }
    let character = Character(scalar)
    if modifiers.contains(.control) {
      guard scalar.isASCII, !modifiers.contains(.alt), let letter = character.lowercased().first else {
        return nil
      }
      return .control(letter)
    }
    return modifiers.contains(.alt) ? .alt(character) : .character(character)
  }
}
