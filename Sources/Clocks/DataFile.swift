import PlainText

/// A profile or calendar file that cannot be used, with the place in it.
package struct DataFileError: Error, Hashable, Sendable {
  package let file: String
  /// 1-based.
  package let line: Int
  /// 1-based, in characters.
  package let column: Int
  /// What is wrong there and what is allowed.
  package let what: String

  package init(file: String, line: Int, column: Int, what: String) {
    self.file = file
    self.line = line
    self.column = column
    self.what = what
  }
}

/// A profile that cannot be used.
package typealias ProfileError = DataFileError

/// One value of a data file that knows where it stands, so that errors name line and column.
struct DataField {
  private let file: String
  private let bytes: [UInt8]
  let value: JSON
  private let path: [JSONStep]

  /// The whole file.
  init(_ text: String, file: String) throws(DataFileError) {
    self.file = file
    bytes = Array(text.utf8)
    path = []
    do {
      value = try parseJSON(bytes: bytes)
    } catch {
      throw DataFileError(file: file, line: error.line, column: error.column, what: error.what)
    }
  }

  private init(_ value: JSON, at step: JSONStep, in outer: DataField) {
    file = outer.file
    bytes = outer.bytes
    self.value = value
    path = outer.path + [step]
  }

  /// An error at this value.
  func wrong(_ what: String) -> DataFileError {
    let place = linePosition(in: bytes, at: offset(of: path, in: bytes))
    return DataFileError(file: file, line: place.line, column: place.column, what: what)
  }

  /// Members with other names than these: a misspelt one would be silently without effect.
  func strangers(_ names: Set<String>) -> [(name: String, field: DataField)] {
    (value.members ?? []).filter { !names.contains($0.name) }.map { member in
      (visible(member.name), DataField(member.value, at: .member(member.name), in: self))
    }
  }

  func optional(_ name: String) -> DataField? {
    guard let value = value[name], value != .null else { return nil }
    return DataField(value, at: .member(name), in: self)
  }

  func member(_ name: String) throws(DataFileError) -> DataField {
    guard value.members != nil else { throw wrong("an object in { } is needed here") }
    guard let field = optional(name) else { throw wrong("\"\(name)\" is missing here") }
    return field
  }

  func items() throws(DataFileError) -> [DataField] {
    guard let items = value.array else { throw wrong("a list in [ ] is needed here") }
    return items.enumerated().map { DataField($1, at: .item($0), in: self) }
  }

  func members() throws(DataFileError) -> [(name: String, field: DataField)] {
    guard let members = value.members else { throw wrong("an object in { } is needed here") }
    return members.map { ($0.name, DataField($0.value, at: .member($0.name), in: self)) }
  }

  func text() throws(DataFileError) -> String {
    guard let text = value.string else { throw wrong("a text in quotes is needed here") }
    return text
  }

  /// A text that says something.
  func words() throws(DataFileError) -> String {
    let text = try text()
    guard !text.isEmpty else { throw wrong("this may not be empty") }
    return text
  }

  func integer(_ range: ClosedRange<Int>) throws(DataFileError) -> Int {
    guard let number = value.integer, range.contains(number) else {
      throw wrong("a whole number from \(range.lowerBound) to \(range.upperBound) is needed here")
    }
    return number
  }

  func flag() throws(DataFileError) -> Bool {
    guard let flag = value.bool else { throw wrong("true or false is needed here") }
    return flag
  }

  /// One word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) throws(DataFileError) -> Word
  where Word.RawValue == String {
    guard let text = value.string, let word = Word(rawValue: text) else {
      throw wrong("one of these is needed here: \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  func day() throws(DataFileError) -> CalendarDay {
    guard let text = value.string, let day = CalendarDay(text) else {
      throw wrong("a date YYYY-MM-DD is needed here")
    }
    return day
  }
}

/// One step from a JSON value into it.
enum JSONStep: Hashable, Sendable {
  case member(String)
  case item(Int)
}

/// The byte at which the value of that path begins, in a text already read as legal JSON.
func offset(of path: [JSONStep], in bytes: [UInt8]) -> Int {
  var scan = JSONScan(bytes: bytes)
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scan.at = 3 }
  scan.skipSpace()
  for step in path {
    switch step {
    case .item(let index):
      scan.at += 1
      for _ in 0..<index { scan.skipValue() }
      scan.skipSpace()
    case .member(let name):
      scan.at += 1
      scan.skipSpace()
      while scan.at < bytes.count, scan.memberName() != name {
        scan.skipValue()
        scan.skipSpace()
      }
      scan.skipSpace()
    }
  }
  return min(scan.at, max(0, bytes.count - 1))
}

/// Walks legal JSON without reading it; commas and colons count as space.
private struct JSONScan {
  let bytes: [UInt8]
  var at = 0

  mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3A].contains(bytes[at]) { at += 1 }
  }

  /// Moves past a name; names of our files hold no escapes.
  mutating func memberName() -> String {
    skipSpace()
    let start = at
    skipString()
    return String(decoding: bytes[min(start + 1, bytes.count)..<max(start + 1, at - 1)], as: UTF8.self)
  }

  mutating func skipString() {
    at += 1
    while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == 0x5C ? 2 : 1 }
    at += 1
  }

  mutating func skipValue() {
    skipSpace()
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x22: skipString()
      case 0x7B, 0x5B:
        depth += 1
        at += 1
      case 0x7D, 0x5D:
        if depth == 0 { return }
        depth -= 1
        at += 1
      case 0x2C where depth == 0: return
      default: at += 1
      }
    }
  }
}
