/// Reads one JSON text, strictly by RFC 8259; nothing but blanks may follow it.
///
/// Names written twice in one object, unpaired surrogates, numbers beyond a double and more than 256 levels
/// are refused. A byte order mark in front is passed over.
package func parseJSON(_ text: String) throws(JSONError) -> JSON {
  try parseJSON(bytes: Array(text.utf8))
}

/// Reads one JSON text from bytes, which must be UTF-8.
package func parseJSON(bytes: [UInt8]) throws(JSONError) -> JSON {
  var parser = JSONParser(bytes: bytes)
  return try parser.document()
}

private struct JSONParser {
  static let deepest = 256

  let bytes: [UInt8]
  var at: Int

  init(bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func document() throws(JSONError) -> JSON {
    let value = try value(depth: 0)
    skipBlanks()
    guard at == bytes.count else { throw refusal("expected the end, found \(found())") }
    return value
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipBlanks()
    guard at < bytes.count else { throw refusal("expected a value, found the end") }
    switch bytes[at] {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x2D, 0x30...0x39: return try number()
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: throw refusal("expected a value, found \(found())")
    }
  }

  mutating func object(depth: Int) throws(JSONError) -> JSON {
    guard depth < Self.deepest else { throw refusal("more than \(Self.deepest) levels") }
    at += 1
    var members: [JSONMember] = []
    var names: Set<String> = []
    skipBlanks()
    if at < bytes.count, bytes[at] == 0x7D {
      at += 1
      return .object([])
    }
    while true {
      skipBlanks()
      guard at < bytes.count, bytes[at] == 0x22 else {
        throw refusal("expected a name in quotes, found \(found())")
      }
      let nameStart = at
      let name = try string()
      guard names.insert(name).inserted else {
        throw refusal("the name \"\(visible(name))\" is already in this object", at: nameStart)
      }
      skipBlanks()
      guard at < bytes.count, bytes[at] == 0x3A else { throw refusal("expected \":\", found \(found())") }
      at += 1
      members.append(JSONMember(name, try value(depth: depth + 1)))
      skipBlanks()
      guard at < bytes.count, bytes[at] == 0x2C || bytes[at] == 0x7D else {
        throw refusal("expected \",\" or \"}\", found \(found())")
      }
      at += 1
      if bytes[at - 1] == 0x7D { return .object(members) }
    }
  }

  mutating func array(depth: Int) throws(JSONError) -> JSON {
    guard depth < Self.deepest else { throw refusal("more than \(Self.deepest) levels") }
    at += 1
    var items: [JSON] = []
    skipBlanks()
    if at < bytes.count, bytes[at] == 0x5D {
      at += 1
      return .array([])
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      guard at < bytes.count, bytes[at] == 0x2C || bytes[at] == 0x5D else {
        throw refusal("expected \",\" or \"]\", found \(found())")
      }
      at += 1
      if bytes[at - 1] == 0x5D { return .array(items) }
    }
  }

  mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    let end = at + word.utf8.count
    guard end <= bytes.count, bytes[at..<end].elementsEqual(word.utf8) else {
      throw refusal("expected a value, found \(found())")
    }
    at = end
    return value
  }

  mutating func number() throws(JSONError) -> JSON {
    let start = at
    if bytes[at] == 0x2D { at += 1 }
    guard isDigit(at) else { throw refusal("expected a digit, found \(found())") }
    if bytes[at] == 0x30, isDigit(at + 1) { throw refusal("a number may not begin with 0") }
    skipDigits()
    var whole = true
    if at < bytes.count, bytes[at] == 0x2E {
      whole = false
      at += 1
      guard isDigit(at) else { throw refusal("expected a digit, found \(found())") }
      skipDigits()
    }
    if at < bytes.count, bytes[at] | 0x20 == 0x65 {
      whole = false
      at += 1
      if at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
      guard isDigit(at) else { throw refusal("expected a digit, found \(found())") }
      skipDigits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if whole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw refusal("the number is too large", at: start)
    }
    return .number(number)
  }

  mutating func string() throws(JSONError) -> String {
    let start = at + 1
    at = start
    var clean = true
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        clean = false
        at += 1
      } else if bytes[at] < 0x20 {
        throw refusal("a control character must be written \\u\(fourHex(UInt32(bytes[at])))")
      }
      at += 1
    }
    guard at < bytes.count else { throw refusal("the text is not closed with a quote", at: start - 1) }
    let end = at
    if let bad = firstInvalidUTF8(bytes, from: start, to: end) { throw refusal("not UTF-8", at: bad) }
    guard !clean else {
      at = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(end - start)
    at = start
    while at < end {
      guard bytes[at] == 0x5C else {
        plain.append(bytes[at])
        at += 1
        continue
      }
      try escape(into: &plain)
    }
    at = end + 1
    return String(decoding: plain, as: UTF8.self)
  }

  mutating func escape(into plain: inout [UInt8]) throws(JSONError) {
    let simple: UInt8
    switch bytes[at + 1] {
    case 0x22, 0x5C, 0x2F: simple = bytes[at + 1]
    case 0x62: simple = 0x08
    case 0x66: simple = 0x0C
    case 0x6E: simple = 0x0A
    case 0x72: simple = 0x0D
    case 0x74: simple = 0x09
    case 0x75:
      var code = try hex(at + 2)
      var length = 6
      if code & 0xFC00 == 0xD800 {
        guard at + 7 < bytes.count, bytes[at + 6] == 0x5C, bytes[at + 7] == 0x75 else {
          throw refusal("a high surrogate without its low one")
        }
        let low = try hex(at + 8)
        guard low & 0xFC00 == 0xDC00 else { throw refusal("a high surrogate without its low one") }
        code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
        length = 12
      }
      guard let scalar = Unicode.Scalar(code) else { throw refusal("a low surrogate without its high one") }
      plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      at += length
      return
    default: throw refusal("no such escape: \\ and \(found(at + 1))")
    }
    plain.append(simple)
    at += 2
  }

  func hex(_ from: Int) throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for index in from..<from + 4 {
      guard index < bytes.count, let digit = hexDigit(bytes[index]) else {
        throw refusal("\\u needs four hex digits")
      }
      code = code << 4 | digit
    }
    return code
  }

  func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }

  func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39 }

  mutating func skipDigits() {
    while isDigit(at) { at += 1 }
  }

  mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  func found(_ place: Int? = nil) -> String {
    let from = place ?? at
    guard from < bytes.count else { return "the end" }
    guard let first = String(decoding: bytes[from..<min(from + 16, bytes.count)], as: UTF8.self).first else {
      return "the end"
    }
    return "\"" + visible(String(first)) + "\""
  }

  func refusal(_ what: String, at place: Int? = nil) -> JSONError {
    let place = place ?? at
    let position = linePosition(in: bytes, at: place)
    return JSONError(line: position.line, column: position.column, what: what)
  }
}

/// Line and column in characters, both from 1, of a byte place.
package func linePosition(in bytes: [UInt8], at place: Int) -> (line: Int, column: Int) {
  var line = 1
  var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var index = lineStart
  let end = min(place, bytes.count)
  while index < end {
    let byte = bytes[index]
    index += 1
    guard byte == 0x0A || byte == 0x0D else { continue }
    if byte == 0x0D, index < end, bytes[index] == 0x0A { index += 1 }
    line += 1
    lineStart = index
  }
  guard lineStart < end else { return (line, 1) }
  return (line, String(decoding: bytes[lineStart..<end], as: UTF8.self).count + 1)
}
