import Clocks
import PlainText

/// What one person is known by, to be looked for in what was written in other people's cases (subject access).
///
/// A name counts only whole, as its words stand side by side: half a name is many people's. A number counts
/// however it is spaced, an e-mail address and the number of a property as they are.
package struct PersonTraces {
  private var names: [[[UInt8]]] = []
  private var words: Set<[UInt8]> = []
  private var phones: Set<[UInt8]> = []
  /// What the person is called and reached by, lower case: not to be put out of sight as somebody else's.
  private(set) var own: Set<String> = []

  /// What is known from the person's own cases.
  package init(_ files: [CaseFile]) {
    for file in files {
      for contact in [file.contact, file.contactNow] { add(contact) }
    }
  }

  private mutating func add(_ contact: ContactReceived) {
    let person = contact.person
    let name = PersonTraces.words(of: person.name).filter { !PersonTraces.forms.contains($0) }
    if name.count > 1, !names.contains(name) { names.append(name) }
    for mark in [person.email, contact.property.uprn] {
      let folded = fold(mark)
      if folded.count > 5 { words.insert(folded) }
    }
    let phone = PersonKeys.phoneDigits(person.phone)
    if phone.count > 6 { phones.insert(phone) }
    own.formUnion(WithheldDetails.names(person.name).map { $0.lowercased() })
    let home = contact.property
    for text in [person.phone, person.email, home.address, home.postcode, home.uprn] {
      own.insert(text.lowercased())
    }
    own.formUnion(home.address.split(separator: ",").prefix(1).map { $0.lowercased() })
  }

  /// Nothing is known by which anybody could be found.
  package var isEmpty: Bool { names.isEmpty && words.isEmpty && phones.isEmpty }

  /// Whether that text is about the person, as far as words can tell.
  package func stand(in text: String) -> Bool {
    guard text.utf8.count > 5 else { return false }
    let folded = fold(text)
    for mark in words where PersonTraces.stands(mark, in: folded) { return true }
    if !phones.isEmpty, PersonTraces.numbers(in: folded).contains(where: phones.contains) { return true }
    guard !names.isEmpty else { return false }
    let said = PersonTraces.words(ofFolded: folded)
    return names.contains { name in
      said.indices.dropLast(name.count - 1).contains { said[$0..<$0 + name.count].elementsEqual(name) }
    }
  }

  private static let forms: Set<[UInt8]> = Set(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "cllr", "councillor"].map { Array($0.utf8) })

  private static func words(of text: String) -> [[UInt8]] { words(ofFolded: fold(text)) }

  /// Runs of letters and digits; an apostrophe or hyphen inside a word belongs to it.
  private static func words(ofFolded text: [UInt8]) -> [[UInt8]] {
    text.split { !isOfWord($0) && $0 != 0x27 && $0 != 0x2D }
      .map { word in
        var kept = word[...]
        while let first = kept.first, !isOfWord(first) { kept = kept.dropFirst() }
        while let last = kept.last, !isOfWord(last) { kept = kept.dropLast() }
        // Siân Hughes's, as much as Siân Hughes.
        if kept.count > 2, kept.suffix(2).elementsEqual([0x27, 0x73]) { kept = kept.dropLast(2) }
        return Array(kept)
      }.filter { !$0.isEmpty }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26
  }

  /// Whether that stands there as a whole word.
  private static func stands(_ mark: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = mark.first, text.count >= mark.count else { return false }
    for at in 0...(text.count - mark.count) where text[at] == first {
      let end = at + mark.count
      guard text[at..<end].elementsEqual(mark), at == 0 || !isOfWord(text[at - 1]),
        end == text.count || !isOfWord(text[end])
      else { continue }
      return true
    }
    return false
  }

  /// Every number of more than six digits as phones are compared: groups of digits with blanks, brackets or dashes
  /// between them, taken together and apart, since a date may stand in front.
  private static func numbers(in text: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var groups: [[UInt8]] = []
    var isInside = false
    func end() {
      for first in groups.indices {
        var joined: [UInt8] = []
        for group in groups[first...] {
          joined += group
          let digits = PersonKeys.phoneDigits(String(decoding: joined, as: UTF8.self))
          if digits.count > 6 { found.append(digits) }
          if joined.count > 15 { break }
        }
      }
      groups.removeAll(keepingCapacity: true)
    }
    for byte in text {
      if byte &- 0x30 < 10 || byte == 0x2B {
        if isInside, byte != 0x2B { groups[groups.count - 1].append(byte) } else { groups.append([byte]) }
        isInside = true
      } else {
        isInside = false
        if !groups.isEmpty, ![0x20, 0x28, 0x29, 0x2D].contains(byte) { end() }
      }
    }
    end()
    return found
  }
}

/// The person's own particulars in another's case: all of such a step is theirs once it names them.
private let ownSteps: Set<StepKind> = [.affectedRecorded, .representativeNamed]

extension CaseFile {
  /// What was written in this case about the person with those traces.
  ///
  /// `values` gives the texts of an event by field. Whose case it is, and others named in it, are put out of
  /// sight; so is everything that does not name the person.
  package func mentions(
    of traces: PersonTraces, values: (Event) -> [(field: String, value: String)]
  ) -> [(entry: Entry, values: [(field: String, value: String)])] {
    var withheld: WithheldDetails?
    return entries.compactMap { filed in
      let entry = filed.entry
      let all = values(entry.event)
      var told = all.filter { isWords($0.field) && traces.stand(in: $0.value) }
      if told.isEmpty { return nil }
      if case .step(let step) = entry.event, ownSteps.contains(step.kind) { told = all }
      let others = withheld ?? WithheldDetails(Set(ResidentDetail.allCases), of: self, sparing: traces.own)
      withheld = others
      return (entry, told.map { ($0.field, others.text($0.value)) })
    }
  }
}

/// Whether a field holds what was said, and not who or where the resident of the case is.
private func isWords(_ field: String) -> Bool {
  !field.hasPrefix("person.") && !field.hasPrefix("property.")
}
