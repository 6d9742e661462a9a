/// The fields a person can search a case by, each folded and tagged in the arena.
package enum SearchField: UInt8, CaseIterable, Hashable, Sendable {
  // Values are control bytes that no folded text can hold, so a word never matches across fields.
  case reference = 1
  case person, phone, postcode, address, category, source, ward, area, narrative
}

/// Folded text of every case in one run of bytes, for search without a string per case.
///
/// A case's text is a tag byte (`SearchField`) before each field and a zero at the end. A case searched
/// anew (a correction) gets a new run; the old one stays behind, unused.
package struct SearchArena: Sendable {
  private var bytes: [UInt8] = []
  /// Start of each case's run, by case index.
  private var starts: [UInt64] = []
  private var lengths: [UInt32] = []
  /// Case whose run is being written, and where it began.
  private var openCase: Int?
  private var openStart = 0

  package init() {}

  /// Makes room for that many bytes of that many cases.
  package mutating func reserve(bytes: Int, cases: Int) {
    self.bytes.reserveCapacity(bytes)
    starts.reserveCapacity(cases)
    lengths.reserveCapacity(cases)
  }

  /// Bytes held, for the memory figure.
  package var byteCount: Int { bytes.count }

  /// Begins the run of a case; `index` is `CaseNumber.index`.
  package mutating func begin(_ index: Int) {
    while starts.count <= index {
      starts.append(0)
      lengths.append(0)
    }
    openCase = index
    openStart = bytes.count
  }

  /// Adds one folded field to the open run.
  package mutating func add(_ field: SearchField, folded text: some Collection<UInt8>) {
    guard !text.isEmpty else { return }
    bytes.append(field.rawValue)
    bytes.append(contentsOf: text)
  }

  /// Adds one field of plain ASCII bytes, lower-casing it on the way; the fast path of replay.
  ///
  /// - Returns: false, with nothing added, when a byte is not ASCII or is a backslash.
  package mutating func addASCII(_ field: SearchField, _ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return true }
    var odd: UInt8 = 0
    for at in text.indices { odd |= text[at] & 0x80 | (text[at] == 0x5C ? 1 : 0) }
    guard odd == 0 else { return false }
    bytes.append(addingCapacity: text.count + 1) { room in
      room.append(field.rawValue)
      for at in text.indices {
        let byte = text[at]
        room.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    return true
  }

  /// Ends the open run.
  package mutating func end() {
    guard let index = openCase else { return }
    bytes.append(0)
    starts[index] = UInt64(openStart)
    lengths[index] = UInt32(bytes.count - openStart)
    openCase = nil
  }

  /// Whether a case's text holds that folded needle, in one field or in any.
  package func matches(_ needle: [UInt8], in index: Int, field: SearchField? = nil) -> Bool {
    guard let first = needle.first else { return true }
    guard starts.indices.contains(index), lengths[index] > 0 else { return false }
    let start = Int(starts[index])
    let end = start + Int(lengths[index])
    let span = bytes.span
    let last = end - needle.count
    guard start <= last else { return false }
    var at = start
    var tag: UInt8 = 0
    while at <= last {
      let byte = span[at]
      if byte < 0x20 { tag = byte }
      if byte == first, field == nil || field?.rawValue == tag {
        var matched = 1
        while matched < needle.count, span[at + matched] == needle[matched] { matched += 1 }
        if matched == needle.count { return true }
      }
      at += 1
    }
    return false
  }

  /// The cases among `candidates` whose text holds every needle.
  package func filter(_ candidates: [UInt32], needles: [[UInt8]]) -> [UInt32] {
    var found: [UInt32] = []
    for index in candidates {
      var all = true
      for needle in needles where !matches(needle, in: Int(index)) {
        all = false
        break
      }
      if all { found.append(index) }
    }
    return found
  }
}
