/// A case's number: dense from 1 in order of opening, unique alone, never restarted.
public struct CaseNumber: Hashable, Comparable, Sendable {
  /// 1 for the first case of the journal.
  public let value: UInt32

  @inlinable
  public init(value: UInt32) { self.value = value }

  /// Position in the register's dense arrays.
  @inlinable
  public var index: Int { Int(value) - 1 }

  public static func < (left: CaseNumber, right: CaseNumber) -> Bool { left.value < right.value }
}

/// A case's reference for life: `C26-000042`, the London year recorded, then its number.
package struct CaseReference: Hashable, Sendable {
  package let number: CaseNumber
  /// London year in which the case was recorded, 2000…2099.
  package let year: Int

  package init(number: CaseNumber, year: Int) {
    self.number = number
    self.year = year
  }

  /// Reads `C26-000042` (any digits count from six) exactly; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[0] == 0x43, bytes[3] == 0x2D else { return nil }
    guard let year = UInt32(text.dropFirst().prefix(2)), let number = UInt32(text.dropFirst(4)) else {
      return nil
    }
    guard bytes[1] != 0x2B, bytes[4] != 0x2B, number > 0 else { return nil }
    self.init(number: CaseNumber(value: number), year: 2000 + Int(year))
  }

  /// `C26-000042`; grows past six digits.
  package var text: String {
    let yearDigits = String(year % 100)
    let digits = String(number.value)
    return "C" + (yearDigits.utf8.count < 2 ? "0" : "") + yearDigits + "-"
      + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}

/// A person record's number: `P000123`, dense from 1.
package struct PersonNumber: Hashable, Comparable, Sendable {
  package let value: UInt32

  package init(value: UInt32) { self.value = value }

  /// Reads `P000123`; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.first == 0x50, text.utf8.count >= 7, let value = UInt32(text.dropFirst()), value > 0
    else {
      return nil
    }
    self.init(value: value)
  }

  package var text: String {
    let digits = String(value)
    return "P" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  package static func < (left: PersonNumber, right: PersonNumber) -> Bool { left.value < right.value }
}

/// A member of staff's login: `[a-z0-9][a-z0-9._-]{0,31}` (`security.md`), checked.
package struct StaffLogin: Hashable, Sendable, Comparable {
  /// Its bytes, the first in the highest bits and zeros behind the last: in place instead of in a `String`, so that
  /// rows and facts are copied without a count kept of who holds them.
  private var words = (first: UInt64(0), second: UInt64(0), third: UInt64(0), last: UInt64(0))

  package init?(_ text: String) {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 32 else { return nil }
    func plain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
    guard plain(first), bytes.allSatisfy({ plain($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }) else {
      return nil
    }
    self.init(plain: text)
  }

  private init(plain text: String) {
    for (place, byte) in text.utf8.enumerated() {
      let placed = UInt64(byte) << UInt64(56 - 8 * (place % 8))
      switch place / 8 {
      case 0: words.first |= placed
      case 1: words.second |= placed
      case 2: words.third |= placed
      default: words.last |= placed
      }
    }
  }

  package var text: String {
    // SAFETY: four words hold no more than 32 bytes, and each one counted is written.
    unsafe String(unsafeUninitializedCapacity: 32) { bytes in
      var count = 0
      func put(_ word: UInt64) {
        var rest = word
        while rest != 0 {
          unsafe bytes[count] = UInt8(truncatingIfNeeded: rest >> 56)
          count += 1
          rest <<= 8
        }
      }
      put(words.first)
      put(words.second)
      put(words.third)
      put(words.last)
      return count
    }
  }

  /// Stands where a login is about to be read.
  static let unnamed = StaffLogin(plain: "unnamed")

  package static func == (left: StaffLogin, right: StaffLogin) -> Bool { left.words == right.words }

  package static func < (left: StaffLogin, right: StaffLogin) -> Bool { left.words < right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.first)
    hasher.combine(words.second)
    hasher.combine(words.third)
    hasher.combine(words.last)
  }
}

/// Where a text lies in the journal, opaque to the rules: the JSON string's bytes between its quotes.
///
/// Packed into eight bytes so that a row stays small: 40 bits of offset across all segments, 23 bits of
/// length, one bit that says whether the bytes hold escapes. Zero length means no text.
package struct TextPlace: Hashable, Sendable {
  package let packed: UInt64

  package static let none = TextPlace(packed: 0)

  package init(packed: UInt64) { self.packed = packed }

  package init(offset: UInt64, length: Int, escaped: Bool) {
    packed = offset << 24 | UInt64(min(length, 0x7F_FFFF)) << 1 | (escaped ? 1 : 0)
  }

  /// Bytes from the start of the first segment.
  package var offset: UInt64 { packed >> 24 }
  /// Bytes as they stand in the line.
  package var length: Int { Int(packed >> 1 & 0x7F_FFFF) }
  /// Whether the bytes hold JSON escapes.
  package var escaped: Bool { packed & 1 == 1 }
  package var isEmpty: Bool { length == 0 }
}
