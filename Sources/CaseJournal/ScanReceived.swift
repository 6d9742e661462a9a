import Complaints

/// What the fixed-size fold and search need of one `contact.received`.
struct ScannedContact {
  var fact: ReceivedFact
  var texts: ReceivedTexts
}

extension PayloadWords {
  /// Reads the payload of a `contact.received`; `shift` turns a place in the chunk into one in the journal.
  func received(_ bytes: Span<UInt8>, _ cursor: inout JSONCursor, shift: Int) -> ScannedContact? {
    var texts = ReceivedTexts()
    var fact = ReceivedFact(channel: .phone)
    fact.marks = .anonymous
    var channelSeen = false
    var ended = false
    while let key = cursor.name(bytes, ended: &ended) {
      guard cursor.at < cursor.limit else { return nil }
      // A text that is no text counts as absent, as the slow path has it.
      let quoted = bytes[cursor.at] == 0x22
      guard let name = name(bytes, key) else {
        guard cursor.skipValue(bytes) else { return nil }
        continue
      }
      switch name {
      case .channel:
        guard let slice = cursor.string(bytes), let channel = channel(bytes, slice) else { return nil }
        fact.channel = channel
        channelSeen = true
      case .personNumber:
        guard let slice = cursor.string(bytes), let number = personNumber(bytes, slice) else { return nil }
        fact.person = number
        fact.marks.remove(.anonymous)
      case .tenure:
        guard let slice = cursor.string(bytes), let tenure = tenure(bytes, slice) else { return nil }
        fact.tenure = tenure
      case .stage:
        guard let number = cursor.number(bytes), let stage = Stage(number) else { return nil }
        fact.stage = stage
      case .person:
        guard person(bytes, &cursor, &texts, &fact) else { return nil }
      case .property:
        guard property(bytes, &cursor, &texts) else { return nil }
      case .affected:
        guard let some = listHoldsText(bytes, &cursor) else { return nil }
        if some { fact.marks.insert(.group) }
      case .representative where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.representative = slice
        if !slice.isEmpty { fact.marks.insert(.representative) }
      case .caller where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.caller = slice
      case .category where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.category = slice
      case .area where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.area = slice
      case .ward where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.ward = slice
      case .source where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.source = slice
      case .sourceRef where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.sourceRef = slice
      case .row where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.row = slice
      case .narrative where quoted:
        guard let slice = cursor.string(bytes) else { return nil }
        texts.narrative = slice
      case .representative, .caller, .category, .area, .ward, .source, .sourceRef, .row, .narrative, .name,
        .phone, .email, .needs, .address, .postcode, .uprn, .kind, .profile, .to, .direction, .reached,
        .point, .decision, .seq:
        guard cursor.skipValue(bytes) else { return nil }
      }
    }
    guard ended, channelSeen else { return nil }
    fact.personName = texts.name.place(shift)
    fact.narrative = texts.narrative.place(shift)
    fact.address = texts.address.place(shift)
    fact.postcode = texts.postcode.place(shift)
    fact.category = texts.category.place(shift)
    guard let source = sourceHash(bytes, texts), let row = rowHash(bytes, texts.row) else { return nil }
    fact.sourceHash = source
    fact.rowHash = row
    return ScannedContact(fact: fact, texts: texts)
  }

  private func person(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ texts: inout ReceivedTexts,
    _ fact: inout ReceivedFact
  ) -> Bool {
    guard cursor.take(0x7B, bytes) else { return false }
    var ended = false
    while let key = cursor.name(bytes, ended: &ended) {
      guard cursor.at < cursor.limit else { return false }
      let known = bytes[cursor.at] == 0x22 || bytes[cursor.at] == 0x5B ? name(bytes, key) : nil
      switch known {
      case .name:
        guard let slice = cursor.string(bytes) else { return false }
        texts.name = slice
      case .phone:
        guard let slice = cursor.string(bytes) else { return false }
        texts.phone = slice
      case .email:
        guard let slice = cursor.string(bytes) else { return false }
        texts.email = slice
      case .needs:
        guard let some = listHoldsText(bytes, &cursor) else { return false }
        if some { fact.marks.insert(.needs) }
      case .some, nil: guard cursor.skipValue(bytes) else { return false }
      }
    }
    return ended
  }

  private func property(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ texts: inout ReceivedTexts
  ) -> Bool {
    guard cursor.take(0x7B, bytes) else { return false }
    var ended = false
    while let key = cursor.name(bytes, ended: &ended) {
      guard cursor.at < cursor.limit else { return false }
      switch bytes[cursor.at] == 0x22 ? name(bytes, key) : nil {
      case .address:
        guard let slice = cursor.string(bytes) else { return false }
        texts.address = slice
      case .postcode:
        guard let slice = cursor.string(bytes) else { return false }
        texts.postcode = slice
      case .uprn:
        guard let slice = cursor.string(bytes) else { return false }
        texts.uprn = slice
      case .some, nil: guard cursor.skipValue(bytes) else { return false }
      }
    }
    return ended
  }

  /// Whether a list holds at least one text; nil when it is no list.
  func listHoldsText(_ bytes: Span<UInt8>, _ cursor: inout JSONCursor) -> Bool? {
    guard cursor.take(0x5B, bytes), cursor.at < cursor.limit else { return nil }
    if cursor.take(0x5D, bytes) { return false }
    var some = false
    while cursor.at < cursor.limit {
      if bytes[cursor.at] == 0x22 { some = true }
      guard cursor.skipValue(bytes), cursor.at < cursor.limit else { return nil }
      if cursor.take(0x5D, bytes) { return some }
      guard cursor.take(0x2C, bytes) else { return nil }
    }
    return nil
  }

  /// `P000123` in its own form.
  func personNumber(_ bytes: Span<UInt8>, _ slice: TextSlice) -> PersonNumber? {
    guard !slice.escaped, slice.length >= 7, slice.length <= 10, bytes[slice.start] == 0x50 else {
      return nil
    }
    var value: UInt32 = 0
    for at in slice.start + 1..<slice.end {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + UInt32(digit)
    }
    return value == 0 ? nil : PersonNumber(value: value)
  }

  /// As `SourceHash.of`; nil where escapes would have to be taken out first.
  func sourceHash(_ bytes: Span<UInt8>, _ texts: ReceivedTexts) -> UInt64? {
    guard !texts.sourceRef.isEmpty else { return 0 }
    guard !texts.source.escaped, !texts.sourceRef.escaped else { return nil }
    var hash = FNV1a()
    hash.add(bytes, texts.source)
    hash.add(0x1F)
    hash.add(bytes, texts.sourceRef)
    return hash.value
  }

  /// The hex digits of an imported row's hash; nil where they are not the 16 we write.
  func rowHash(_ bytes: Span<UInt8>, _ slice: TextSlice) -> UInt64? {
    guard !slice.isEmpty else { return 0 }
    guard !slice.escaped, slice.length <= 16 else { return nil }
    var value: UInt64 = 0
    for at in slice.start..<slice.end {
      let byte = bytes[at]
      let digit = byte &- 0x30 < 10 ? byte &- 0x30 : byte &- 0x61 < 6 ? byte &- 0x57 : 255
      guard digit < 16 else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }
}

extension FNV1a {
  @inline(__always)
  mutating func add(_ bytes: Span<UInt8>, _ slice: TextSlice) {
    for at in slice.start..<slice.end { add(bytes[at]) }
  }
}
