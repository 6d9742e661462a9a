import Complaints
import PlainText

/// What takes the place of a line whose texts are erased: the same events, every personal text masked, in as
/// many bytes.
///
/// Numbers, truths and words of ours stay, so that counts and dates do. The salt goes: nobody can
/// try short texts against the hash that is kept. A tombstone of a tombstone is itself, which is how `verify`
/// knows one.
struct Tombstone {
  /// Members whose texts are words of ours, dates or references: nothing a person said or is known by.
  ///
  /// A step's table says the same of its own fields.
  static let keptNames: Set<String> = [
    "channel", "kind", "proposed", "clause", "profile", "decision", "direction", "to", "due", "tenure",
    "personNumber", "relation", "category", "area", "ward", "source", "sourceRef", "field",
  ]
  /// What stands for a text that had the room.
  static let erased = "[erased]"

  private let bytes: [UInt8]
  private var at = 0
  private var out: [UInt8] = []
  /// Texts that were masked, as they stood between their quotes.
  private(set) var masked: [[UInt8]] = []
  /// Where in `out` the first masked text of the payload at hand ends.
  private var firstMask: Int?
  private var lastField = ""
  /// Names whose texts stay in the payload at hand.
  private var kept: Set<String> = []

  /// The tombstone of a line for the events of those cases, and the texts it leaves out; nil where the line
  /// holds nothing to erase.
  static func of(_ line: [UInt8], cases: Set<CaseNumber>) -> (line: [UInt8], texts: [[UInt8]])? {
    guard let parts = targets(line, cases), parts.contains(where: { $0 != nil }),
      line.count > LineScanner.proofs
    else {
      return nil
    }
    var walk = Tombstone(bytes: Array(line.dropLast(18)))
    walk.out.reserveCapacity(line.count)
    guard walk.envelope(parts), walk.out.count == walk.bytes.count, walk.out != walk.bytes else { return nil }
    var buried = walk.out
    let sum = CRC32C().of(buried)
    buried.append(contentsOf: Array(",\"crc\":\"".utf8))
    for shift in stride(from: UInt32(28), through: 0, by: -4) {
      buried.append(hexDigit(UInt8(truncatingIfNeeded: sum >> shift & 0xF)))
    }
    buried.append(contentsOf: Array("\"}".utf8))
    return (buried, walk.masked)
  }

  /// Whether a line is what `of` makes of lines: masked already, for those cases.
  static func isOne(_ line: [UInt8], cases: Set<CaseNumber>) -> Bool {
    targets(line, cases)?.contains { $0 != nil } == true && of(line, cases: cases) == nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// For each event of the line that is about one of those cases, the names whose texts stay; nil for the rest.
  private static func targets(_ line: [UInt8], _ cases: Set<CaseNumber>) -> [Set<String>?]? {
    let json: JSON
    do { json = try parseJSON(bytes: line) } catch { return nil }
    func target(_ event: JSON) -> Set<String>? {
      guard let number = event["case"]?.string.flatMap({ CaseReference($0) })?.number,
        cases.contains(number)
      else { return nil }
      return StepKind(versioned: event["k"]?.string ?? "").map { keptNames(of: $0) } ?? keptNames
    }
    guard json["k"]?.string == "batch@1" else { return [target(json)] }
    return json["d"]?["events"]?.array?.map(target)
  }

  /// The fields of a step that hold no words of anybody's.
  private static func keptNames(of kind: StepKind) -> Set<String> {
    var names: Set<String> = []
    for field in StepCatalogue.spec(kind).allFields {
      switch field.kind {
      case .time, .date, .staff, .caseReference, .choice, .number, .yesNo: names.insert(field.name)
      case .text, .longText, .list, .answers: break
      }
    }
    return names
  }

  // A walk over the bytes that copies what stays as it stands.

  private mutating func copy() {
    out.append(bytes[at])
    at += 1
  }

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func blanks() {
    while byte == 0x20 || byte == 0x09 { copy() }
  }

  /// The line's own object up to where `,"crc"` stood.
  private mutating func envelope(_ parts: [Set<String>?]) -> Bool {
    guard byte == 0x7B else { return false }
    copy()
    while at < bytes.count {
      blanks()
      guard let name = key() else { return false }
      if name == "d" {
        guard parts.count == 1 ? payload(parts[0]) : batch(parts) else { return false }
      } else {
        guard value(name, keep: true) else { return false }
      }
      blanks()
      if byte == 0x2C { copy() }
    }
    return true
  }

  /// The `d` of a batch: its events, each with a payload of its own.
  private mutating func batch(_ parts: [Set<String>?]) -> Bool {
    object { walk, name in
      guard name == "events" else { return walk.value(name, keep: true) }
      guard walk.byte == 0x5B else { return false }
      walk.copy()
      for part in parts {
        walk.blanks()
        let good = walk.object { walk, name in
          name == "d" ? walk.payload(part) : walk.value(name, keep: true)
        }
        guard good else { return false }
        walk.blanks()
        if walk.byte == 0x2C { walk.copy() }
      }
      guard walk.byte == 0x5D else { return false }
      walk.copy()
      return true
    }
  }

  /// One payload, masked where it is a target, and filled up to its old length.
  private mutating func payload(_ names: Set<String>?) -> Bool {
    guard let names else { return value("d", keep: true) }
    kept = names
    let from = (read: at, written: out.count)
    firstMask = nil
    lastField = ""
    guard byte == 0x7B else { return false }
    copy()
    var hasMembers = false
    while byte != 0x7D {
      blanks()
      let before = (read: at, written: out.count)
      guard let name = key() else { return false }
      if name == "salt" || name == "pad" {
        guard skip() else { return false }
        out.removeSubrange(before.written...)
        // The comma before it goes too; the one behind it is then no longer owed.
        if hasMembers, out.last == 0x2C { out.removeLast() }
        blanks()
        if byte == 0x2C {
          at += 1
          if hasMembers { out.append(0x2C) }
        }
        continue
      }
      hasMembers = true
      guard value(name, keep: false) else { return false }
      blanks()
      if byte == 0x2C { copy() } else if byte != 0x7D { return false }
    }
    fill((at - from.read) - (out.count - from.written), hasMembers)
    copy()
    return true
  }

  /// Makes up for bytes that are gone: blanks in `pad`, or a longer mask where there is no room for that.
  private mutating func fill(_ spare: Int, _ hasMembers: Bool) {
    let frame = (hasMembers ? "," : "") + "\"pad\":\""
    if spare >= frame.utf8.count + 1 {
      out.append(contentsOf: frame.utf8)
      out.append(contentsOf: [UInt8](repeating: 0x20, count: spare - frame.utf8.count - 1))
      out.append(0x22)
    } else if spare > 0, let firstMask {
      out.insert(contentsOf: [UInt8](repeating: 0x2D, count: spare), at: firstMask)
    }
  }

  /// The members of an object, each given with its name to `member`.
  private mutating func object(_ member: (inout Tombstone, String) -> Bool) -> Bool {
    guard byte == 0x7B else { return false }
    copy()
    while true {
      blanks()
      if byte == 0x7D {
        copy()
        return true
      }
      guard let name = key(), member(&self, name) else { return false }
      blanks()
      if byte == 0x2C { copy() } else if byte != 0x7D { return false }
    }
  }

  /// A member's name with its colon.
  private mutating func key() -> String? {
    guard byte == 0x22, let end = stringEnd() else { return nil }
    let name = String(decoding: bytes[at + 1..<end], as: UTF8.self)
    while at <= end { copy() }
    blanks()
    guard byte == 0x3A else { return nil }
    copy()
    blanks()
    return name
  }

  /// Any value; its texts are masked unless they are to be kept.
  private mutating func value(_ name: String, keep: Bool) -> Bool {
    switch byte {
    case 0x22: return text(name, keep: keep)
    case 0x7B: return object { $0.value($1, keep: keep) }
    case 0x5B:
      copy()
      while true {
        blanks()
        if byte == 0x5D {
          copy()
          return true
        }
        guard value(name, keep: keep) else { return false }
        blanks()
        if byte == 0x2C { copy() } else if byte != 0x5D { return false }
      }
    default:
      let start = at
      while at < bytes.count, byte != 0x2C, byte != 0x7D, byte != 0x5D, byte > 0x20 { copy() }
      return at > start
    }
  }

  private mutating func text(_ name: String, keep: Bool) -> Bool {
    guard let end = stringEnd() else { return false }
    let content = bytes[at + 1..<end]
    if name == "field" { lastField = String(decoding: content, as: UTF8.self) }
    if keep || stays(name) || content.isEmpty {
      while at <= end { copy() }
      return true
    }
    let isDashes = content.allSatisfy { $0 == 0x2D }
    if !isDashes, !content.elementsEqual(Tombstone.erased.utf8) { masked.append(Array(content)) }
    out.append(0x22)
    if content.count >= Tombstone.erased.utf8.count, !isDashes {
      out.append(contentsOf: Tombstone.erased.utf8)
    } else {
      out.append(0x2D)
    }
    if firstMask == nil { firstMask = out.count }
    out.append(0x22)
    at = end + 1
    return true
  }

  /// Whether a text of that name is no personal one; a corrected value is what its field is.
  private func stays(_ name: String) -> Bool {
    if name == "value" {
      return lastField == "received" || Tombstone.keptNames.contains(lastField)
    }
    return kept.contains(name)
  }

  private mutating func skip() -> Bool {
    let written = out.count
    guard value("", keep: true) else { return false }
    out.removeSubrange(written...)
    return true
  }

  /// Where the string that begins here has its closing quote.
  private func stringEnd() -> Int? {
    var place = at + 1
    while place < bytes.count {
      if bytes[place] == 0x22 { return place }
      place += bytes[place] == 0x5C ? 2 : 1
    }
    return nil
  }
}
