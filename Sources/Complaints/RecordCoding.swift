/// One record of a snapshot: at most 448 bytes, as words in the order of the bytes.
package typealias RecordWords = InlineArray<56, UInt64>

/// Bytes that somebody else owns and nobody changes: a mapped snapshot, or the same in memory.
package protocol SnapshotBytes: AnyObject, Sendable {
  var count: Int { get }
  /// Copies that many words from that place; false where they do not all lie inside, or are damaged.
  func copy(_ words: Int, from place: Int, into record: inout RecordWords) -> Bool
  /// Lends out the bytes at those places, which must all lie inside, unchecked by any checksum.
  func span(_ places: Range<Int>, _ use: (Span<UInt8>) -> Void)
  /// Says that what was read makes no sense: nothing of it may be used, and the owner begins anew.
  func distrust()
  /// Whether nobody has said so.
  var isTrusted: Bool { get }
}

/// Records of one size in a row.
package struct RecordSection: Sendable {
  package let bytes: any SnapshotBytes
  package let start: Int
  package let count: Int
  /// Words in a record.
  package let words: Int

  /// Nil where the records do not all lie inside.
  package init?(_ bytes: any SnapshotBytes, start: Int, length: Int, words: Int) {
    guard (1...56).contains(words), start >= 0, length >= 0, start <= bytes.count,
      length <= bytes.count - start, length % (words * 8) == 0
    else { return nil }
    self.bytes = bytes
    self.start = start
    self.words = words
    count = length / (words * 8)
  }

  /// One record; nil, and no more trust, where it cannot be had.
  package func record(_ index: Int) -> RecordWords? {
    var record = RecordWords(repeating: 0)
    guard index >= 0, index < count, bytes.copy(words, from: start + index * words * 8, into: &record) else {
      bytes.distrust()
      return nil
    }
    return record
  }
}

/// The few logins and words that rows name by number.
package struct RecordNames: Hashable, Sendable {
  package var logins: [StaffLogin] = []
  package var texts: [String] = []

  package init() {}
}

/// Writes the fields of one record after another, each at a place its size divides.
package struct RecordWriter: FieldCoder {
  package static var reads: Bool { false }
  /// The record being written.
  package private(set) var bytes: [UInt8] = []
  package private(set) var names = RecordNames()
  private var loginPlaces: [StaffLogin: UInt64] = [:]
  private var textPlaces: [String: UInt64] = [:]

  package init() {}

  /// Begins the next record.
  mutating func begin() { bytes.removeAll(keepingCapacity: true) }

  /// Fills the record up to whole words.
  mutating func end() { while bytes.count % 8 != 0 { bytes.append(0) } }

  package mutating func number(_ value: UInt64, bytes size: Int) -> UInt64 {
    while bytes.count % size != 0 { bytes.append(0) }
    for byte in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte)))) }
    return value
  }

  package mutating func text(_ value: String) -> String {
    var place = textPlaces[value] ?? 0
    if place == 0 {
      names.texts.append(value)
      place = UInt64(names.texts.count)
      textPlaces[value] = place
    }
    _ = number(place, bytes: 4)
    return value
  }

  package mutating func login(_ value: StaffLogin?) -> StaffLogin? {
    guard let value else {
      _ = number(0, bytes: 4)
      return nil
    }
    var place = loginPlaces[value] ?? 0
    if place == 0 {
      names.logins.append(value)
      place = UInt64(names.logins.count)
      loginPlaces[value] = place
    }
    _ = number(place, bytes: 4)
    return value
  }

  package mutating func fail() {}
  package var isSound: Bool { true }
}

/// Reads the fields of one record back.
struct RecordReader: FieldCoder {
  static var reads: Bool { true }
  private let words: RecordWords
  private let names: RecordNames
  private var at = 0
  private(set) var isSound = true

  init(_ words: RecordWords, _ names: RecordNames) {
    self.words = words
    self.names = names
  }

  @inline(__always)
  mutating func number(_ value: UInt64, bytes size: Int) -> UInt64 {
    let place = (at + size - 1) & -size
    guard place + size <= 448 else {
      isSound = false
      return 0
    }
    at = place + size
    let word = words[place >> 3] >> UInt64((place & 7) * 8)
    return size == 8 ? word : word & (1 << UInt64(size * 8) - 1)
  }

  mutating func text(_ value: String) -> String {
    let place = Int(number(0, bytes: 4))
    guard place > 0, place <= names.texts.count else {
      isSound = false
      return ""
    }
    return names.texts[place - 1]
  }

  mutating func login(_ value: StaffLogin?) -> StaffLogin? {
    let place = Int(number(0, bytes: 4))
    guard place > 0 else { return nil }
    guard place <= names.logins.count else {
      isSound = false
      return nil
    }
    return names.logins[place - 1]
  }

  mutating func fail() { isSound = false }
}

/// Writes fields of any length one after another.
package struct FieldWriter: FieldCoder {
  package static var reads: Bool { false }
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func number(_ value: UInt64, bytes size: Int) -> UInt64 {
    for byte in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte)))) }
    return value
  }

  package mutating func text(_ value: String) -> String {
    let utf8 = Array(value.utf8)
    _ = number(UInt64(utf8.count), bytes: 4)
    bytes.append(contentsOf: utf8)
    return value
  }

  package mutating func login(_ value: StaffLogin?) -> StaffLogin? {
    _ = text(value?.text ?? "")
    return value
  }

  package mutating func fail() {}
  package var isSound: Bool { true }
}

/// Reads fields of any length back, never past the end.
package struct FieldReader: FieldCoder {
  package static var reads: Bool { true }
  private let bytes: [UInt8]
  private var at = 0
  package private(set) var isSound = true

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read and all of it made sense.
  package var isDone: Bool { isSound && at == bytes.count }

  package mutating func number(_ value: UInt64, bytes size: Int) -> UInt64 {
    guard isSound, size <= bytes.count - at else {
      isSound = false
      return 0
    }
    var read: UInt64 = 0
    for byte in 0..<size { read |= UInt64(bytes[at + byte]) << (8 * UInt64(byte)) }
    at += size
    return read
  }

  package mutating func text(_ value: String) -> String {
    let length = Int(number(0, bytes: 4))
    guard isSound, length <= bytes.count - at else {
      isSound = false
      return ""
    }
    defer { at += length }
    return String(decoding: bytes[at..<at + length], as: UTF8.self)
  }

  package mutating func login(_ value: StaffLogin?) -> StaffLogin? {
    let read = text("")
    guard !read.isEmpty else { return nil }
    let login = StaffLogin(read)
    if login == nil { isSound = false }
    return login
  }

  package mutating func fail() { isSound = false }
}
