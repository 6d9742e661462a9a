import PlainText

/// The fixed-size record of one person: where the name lies and the keys by which a match is proposed.
package struct PersonRow: Hashable, Sendable {
  package var number: PersonNumber
  /// The case whose contact opened this record.
  package var firstCase: CaseNumber
  package var keys: PersonKeys

  package init(number: PersonNumber, firstCase: CaseNumber, keys: PersonKeys) {
    self.number = number
    self.firstCase = firstCase
    self.keys = keys
  }
}

/// What two records of one person are likely to share; each key is a hash, 0 where nothing was given.
///
/// A match is only ever proposed: a handler joins people, never the machine.
package struct PersonKeys: Hashable, Sendable {
  /// E-mail, case folded.
  package var email: UInt64 = 0
  /// Phone digits, `+44` read as `0`.
  package var phone: UInt64 = 0
  /// Surname with UPRN, else with postcode and house.
  package var home: UInt64 = 0

  package init() {}

  package init(_ person: PersonDetails, at property: PropertyDetails) {
    email = PersonKeys.hash([PlainText.fold(person.email)])
    phone = PersonKeys.hash([PersonKeys.phoneDigits(person.phone)])
    let surname = fold(PersonKeys.surname(person.name))
    if !surname.isEmpty {
      if !property.uprn.isEmpty {
        home = PersonKeys.hash([surname, Array(property.uprn.utf8)])
      } else if !property.postcode.isEmpty {
        let postcode = fold(property.postcode).filter { $0 != 0x20 }
        home = PersonKeys.hash([surname, postcode, PersonKeys.house(property.address)])
      }
    }
  }

  /// Whether any key is given in both and equal.
  package func mayMatch(_ other: PersonKeys) -> Bool {
    (email != 0 && email == other.email) || (phone != 0 && phone == other.phone)
      || (home != 0 && home == other.home)
  }

  /// The digits of a UK phone number with its country code read as the trunk zero.
  package static func phoneDigits(_ phone: String) -> [UInt8] {
    var digits = phone.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    let international = phone.utf8.contains(0x2B) || digits.starts(with: Array("00".utf8))
    if digits.starts(with: Array("0044".utf8)) { digits.removeFirst(2) }
    if international, digits.starts(with: Array("44".utf8)) { digits.replaceSubrange(0..<2, with: [0x30]) }
    if digits.starts(with: Array("00".utf8)), international { digits.removeFirst() }
    return digits.count >= 6 ? digits : []
  }

  /// The last word of a name, without a bracketed relation after it.
  static func surname(_ name: String) -> String {
    let plain = name.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    return plain.split(separator: " ").last.map(String.init) ?? ""
  }

  /// The part of an address before its first comma, folded, spaces out: `Flat 12`, `14A Rochdale Road`.
  static func house(_ address: String) -> [UInt8] {
    let first = address.split(separator: ",", maxSplits: 1).first.map(String.init) ?? ""
    return fold(first).filter { $0 != 0x20 }
  }

  private static func hash(_ parts: [[UInt8]]) -> UInt64 {
    guard parts.allSatisfy({ !$0.isEmpty }) else { return 0 }
    var hash = FNV1a()
    for part in parts {
      hash.add(part)
      hash.add(0x1F)
    }
    return hash.value
  }
}
