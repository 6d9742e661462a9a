import Complaints
import PlainText

// The searchable text of a case: from slices of its opening line, or from its contact as it now stands.
extension FoldedJournal {
  /// Makes the case findable by the texts of its opening line.
  mutating func index(_ number: CaseNumber, _ year: Int, _ texts: ReceivedTexts, _ bytes: Span<UInt8>) {
    arena.begin(number.index)
    _ = arena.addASCII(.reference, CaseReference(number: number, year: year).text.utf8.span)
    add(.person, texts.name, bytes)
    add(.person, texts.caller, bytes)
    add(.person, texts.representative, bytes)
    if !texts.phone.isEmpty {
      arena.add(.phone, folded: PersonKeys.phoneDigits(plainText(texts.phone, bytes)))
    }
    add(.postcode, texts.postcode, bytes)
    add(.address, texts.address, bytes)
    add(.category, texts.category, bytes)
    add(.source, texts.sourceRef, bytes)
    add(.ward, texts.ward, bytes)
    add(.area, texts.area, bytes)
    add(.narrative, texts.narrative, bytes)
    arena.end()
  }

  /// Makes the case findable by its contact as it now stands.
  mutating func index(_ reference: CaseReference, _ contact: ContactReceived) {
    arena.begin(reference.number.index)
    add(.reference, reference.text)
    add(.person, contact.person.name)
    add(.person, contact.caller)
    add(.person, contact.representative)
    arena.add(.phone, folded: PersonKeys.phoneDigits(contact.person.phone))
    add(.postcode, contact.property.postcode)
    add(.address, contact.property.address)
    add(.category, contact.category)
    add(.source, contact.sourceRef)
    add(.ward, contact.ward)
    add(.area, contact.area)
    add(.narrative, contact.narrative)
    arena.end()
  }

  private mutating func add(_ field: SearchField, _ slice: TextSlice, _ bytes: Span<UInt8>) {
    guard !slice.isEmpty else { return }
    if !slice.escaped, arena.addASCII(field, bytes.extracting(slice.start..<slice.end)) { return }
    add(field, plainText(slice, bytes))
  }

  private mutating func add(_ field: SearchField, _ text: String) {
    var folded = fold(text)
    // Control bytes mark fields in the arena: a line break in a narrative must not look like one.
    for at in folded.indices where folded[at] < 0x20 { folded[at] = 0x20 }
    arena.add(field, folded: folded)
  }
}

/// The text of a slice with its escapes taken out.
func plainText(_ slice: TextSlice, _ bytes: Span<UInt8>) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(slice.length + 2)
  if slice.escaped { text.append(0x22) }
  for at in slice.start..<slice.end { text.append(bytes[at]) }
  guard slice.escaped else { return String(decoding: text, as: UTF8.self) }
  text.append(0x22)
  return unescaped(quoted: text)
}

/// The text of a JSON string in its quotes; what cannot be read is shown as it stands.
func unescaped(quoted: [UInt8]) -> String {
  do { return try parseJSON(bytes: quoted).string ?? "" } catch {
    return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
  }
}
