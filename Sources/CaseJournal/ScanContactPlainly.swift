import Complaints

extension PayloadWords {
  /// As `received`, for members in the order this release writes them.
  func receivedPlainly(
    _ bytes: Span<UInt8>, _ cursor: inout PlainCursor, shift: Int, into contact: inout ScannedContact
  ) -> Bool {
    guard cursor.take("\"channel\":\""), let word = cursor.word(),
      let channel = channel(bytes, word)
    else { return false }
    contact.fact.channel = channel
    contact.fact.marks = .anonymous
    if cursor.take(",\"caller\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.caller = slice
    }
    if cursor.take(",\"personNumber\":\"") {
      guard let slice = cursor.word(), let number = personNumber(bytes, slice) else { return false }
      contact.fact.person = number
      contact.fact.marks.remove(.anonymous)
    }
    if cursor.take(",\"person\":{") {
      guard personPlainly(bytes, &cursor, &contact.texts, &contact.fact) else { return false }
    }
    if cursor.take(",\"representative\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.representative = slice
      if !slice.isEmpty { contact.fact.marks.insert(.representative) }
    }
    if cursor.take(",\"property\":{") {
      guard propertyPlainly(bytes, &cursor, &contact.texts) else { return false }
    }
    if cursor.take(",\"tenure\":\"") {
      guard let slice = cursor.word(), let tenure = tenure(bytes, slice) else { return false }
      contact.fact.tenure = tenure
    }
    if cursor.take(",\"affected\":") {
      guard let some = listPlainly(bytes, &cursor) else { return false }
      if some { contact.fact.marks.insert(.group) }
    }
    if cursor.take(",\"category\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.category = slice
    }
    if cursor.take(",\"area\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.area = slice
    }
    if cursor.take(",\"ward\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.ward = slice
    }
    if cursor.take(",\"stage\":") {
      guard let number = cursor.number(), let stage = Stage(number) else { return false }
      contact.fact.stage = stage
    }
    if cursor.take(",\"source\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.source = slice
    }
    if cursor.take(",\"sourceRef\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.sourceRef = slice
    }
    if cursor.take(",\"row\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.row = slice
    }
    if cursor.take(",\"outcomeSought\":\""), cursor.string() == nil { return false }
    if cursor.take(",\"narrative\":\"") {
      guard let slice = cursor.string() else { return false }
      contact.texts.narrative = slice
    }
    // Nothing but the salt may follow; a member in another place is for the way that takes any order.
    guard cursor.take(",\"salt\":\""), let salt = cursor.string(), salt.length == 32,
      cursor.at <= cursor.limit, cursor.bytes[cursor.at] == 0x7D
    else { return false }
    contact.fact.personName = contact.texts.name.place(shift)
    contact.fact.narrative = contact.texts.narrative.place(shift)
    contact.fact.address = contact.texts.address.place(shift)
    contact.fact.postcode = contact.texts.postcode.place(shift)
    contact.fact.category = contact.texts.category.place(shift)
    guard let source = sourceHash(bytes, contact.texts), let row = rowHash(bytes, contact.texts.row) else {
      return false
    }
    contact.fact.sourceHash = source
    contact.fact.rowHash = row
    return true
  }

  private func personPlainly(
    _ bytes: Span<UInt8>, _ cursor: inout PlainCursor, _ texts: inout ReceivedTexts,
    _ fact: inout ReceivedFact
  ) -> Bool {
    if cursor.member("\"name\":\"") {
      guard let slice = cursor.string() else { return false }
      texts.name = slice
    }
    if cursor.member("\"phone\":\"") {
      guard let slice = cursor.string() else { return false }
      texts.phone = slice
    }
    if cursor.member("\"email\":\"") {
      guard let slice = cursor.string() else { return false }
      texts.email = slice
    }
    if cursor.member("\"preferred\":\""), cursor.string() == nil { return false }
    if cursor.member("\"language\":\""), cursor.string() == nil { return false }
    if cursor.member("\"needs\":") {
      guard let some = listPlainly(bytes, &cursor) else { return false }
      if some { fact.marks.insert(.needs) }
    }
    return cursor.take("}")
  }

  private func propertyPlainly(
    _ bytes: Span<UInt8>, _ cursor: inout PlainCursor, _ texts: inout ReceivedTexts
  ) -> Bool {
    if cursor.member("\"address\":\"") {
      guard let slice = cursor.string() else { return false }
      texts.address = slice
    }
    if cursor.member("\"postcode\":\"") {
      guard let slice = cursor.string() else { return false }
      texts.postcode = slice
    }
    if cursor.member("\"uprn\":\"") {
      guard let slice = cursor.string() else { return false }
      texts.uprn = slice
    }
    if cursor.member("\"block\":\""), cursor.string() == nil { return false }
    return cursor.take("}")
  }

  private func listPlainly(_ bytes: Span<UInt8>, _ cursor: inout PlainCursor) -> Bool? {
    var rest = cursor.checked
    let some = listHoldsText(bytes, &rest)
    cursor.at = rest.at
    return some
  }
}
