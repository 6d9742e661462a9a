import Complaints
import PlainText

/// The match keys of a contact straight from bytes, equal to `PersonKeys(_:at:)` on the same texts.
///
/// What is plain ASCII goes without a `String`; anything else takes the long way.
func personKeys(_ texts: ReceivedTexts, _ bytes: Span<UInt8>) -> PersonKeys {
  guard arePlain(texts, bytes), let surname = surname(texts.name, bytes) else {
    var person = PersonDetails()
    person.name = plainText(texts.name, bytes)
    person.email = plainText(texts.email, bytes)
    person.phone = plainText(texts.phone, bytes)
    var property = PropertyDetails()
    property.postcode = plainText(texts.postcode, bytes)
    property.address = plainText(texts.address, bytes)
    property.uprn = plainText(texts.uprn, bytes)
    return PersonKeys(person, at: property)
  }
  var keys = PersonKeys()
  if !texts.email.isEmpty {
    var hash = FNV1a()
    for at in texts.email.start..<texts.email.end { hash.add(lower(bytes[at])) }
    hash.add(0x1F)
    keys.email = hash.value
  }
  if !texts.phone.isEmpty {
    keys.phone = phoneKey(texts.phone, bytes)
  }
  keys.home = homeKey(surname, texts, bytes)
  return keys
}

/// Whether everything but the name can be read byte by byte.
private func arePlain(_ texts: ReceivedTexts, _ bytes: Span<UInt8>) -> Bool {
  !texts.name.escaped && isPlain(texts.email, bytes) && isPlain(texts.phone, bytes)
    && isPlain(texts.postcode, bytes) && isPlain(texts.address, bytes) && isPlain(texts.uprn, bytes)
}

/// A number as it is dialled here needs no more than its digits; one with a country code goes the long way.
private func phoneKey(_ phone: TextSlice, _ bytes: Span<UInt8>) -> UInt64 {
  var hash = FNV1a()
  var count = 0
  var zeros = 0
  var isAbroad = false
  for at in phone.start..<phone.end {
    let byte = bytes[at]
    if byte == 0x2B { isAbroad = true }
    guard byte &- 0x30 < 10 else { continue }
    if byte == 0x30, zeros == count { zeros += 1 }
    hash.add(byte)
    count += 1
  }
  if isAbroad || zeros >= 2 {
    let digits = PersonKeys.phoneDigits(plainText(phone, bytes))
    guard !digits.isEmpty else { return 0 }
    hash = FNV1a()
    for digit in digits { hash.add(digit) }
  } else if count < 6 {
    return 0
  }
  hash.add(0x1F)
  return hash.value
}

private func homeKey(_ surname: TextSlice, _ texts: ReceivedTexts, _ bytes: Span<UInt8>) -> UInt64 {
  guard !surname.isEmpty else { return 0 }
  var hash = FNV1a()
  for at in surname.start..<surname.end { hash.add(lower(bytes[at])) }
  hash.add(0x1F)
  if !texts.uprn.isEmpty {
    hash.add(bytes, texts.uprn)
  } else {
    guard !texts.postcode.isEmpty else { return 0 }
    guard addSpaceless(texts.postcode, bytes, to: &hash) else { return 0 }
    hash.add(0x1F)
    // Up to the first comma that has something before it.
    var start = texts.address.start
    while start < texts.address.end, bytes[start] == 0x2C { start += 1 }
    var end = start
    while end < texts.address.end, bytes[end] != 0x2C { end += 1 }
    let house = TextSlice(start: start, length: end - start, escaped: false)
    guard addSpaceless(house, bytes, to: &hash) else { return 0 }
  }
  hash.add(0x1F)
  return hash.value
}

/// The last word of a name, without a bracketed relation after it; nil where only its `String` can tell.
///
/// The words before it may hold letters of Latin-1 (U+00C0 to U+00FF, lead byte C3): none of them ends a
/// word or begins a bracket.
private func surname(_ name: TextSlice, _ bytes: Span<UInt8>) -> TextSlice? {
  var end = name.end
  var plainFrom = name.start
  if !isASCII(name, bytes) {
    for at in name.start..<name.end where bytes[at] >= 0x80 {
      // What follows a lead byte is 0x80…0xBF, so that C3 is always a lead.
      guard bytes[at] == 0xC3 || (bytes[at] < 0xC0 && at > name.start && bytes[at - 1] == 0xC3) else {
        return nil
      }
      plainFrom = at + 1
    }
  }
  for at in name.start..<name.end where bytes[at] == 0x28 {
    end = at
    break
  }
  while end > name.start, bytes[end - 1] == 0x20 { end -= 1 }
  var start = end
  while start > name.start, bytes[start - 1] != 0x20 { start -= 1 }
  guard start >= plainFrom || end == start else { return nil }
  return TextSlice(start: start, length: end - start, escaped: false)
}

/// False when nothing but spaces was there.
private func addSpaceless(_ slice: TextSlice, _ bytes: Span<UInt8>, to hash: inout FNV1a) -> Bool {
  var some = false
  for at in slice.start..<slice.end where bytes[at] != 0x20 {
    hash.add(lower(bytes[at]))
    some = true
  }
  return some
}

@inline(__always)
private func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

/// Whether it is ASCII without escapes.
private func isPlain(_ slice: TextSlice, _ bytes: Span<UInt8>) -> Bool {
  !slice.escaped && isASCII(slice, bytes)
}

private func isASCII(_ slice: TextSlice, _ bytes: Span<UInt8>) -> Bool {
  guard !slice.isEmpty else { return true }
  var all: UInt64 = 0
  var at = slice.start
  while at + 8 < slice.end {
    all |= wordAt(bytes, at)
    at += 8
  }
  // The last one to eight; behind every text stand the line's proofs.
  all |= wordAt(bytes, at) << UInt64(8 * (8 - (slice.end - at)))
  return all & 0x8080_8080_8080_8080 == 0
}
