import Clocks
import Complaints
import PlainText

extension ImportPlan {
  func contact(_ record: CSVRecord, _ bytes: [UInt8]) throws(ImportRefusal) -> ImportedContact {
    guard record.fields.count == header.count else {
      throw ImportRefusal(
        line: record.line, reason: .fieldCount(found: record.fields.count, header: header.count))
    }
    let (rowHash, holdsNUL) = ImportPlan.hash(bytes, from: record.start, to: record.end)
    let cells = ImportCells(bytes: bytes, record: record, holdsNUL: holdsNUL)
    if let rowNation, let nation = try word(rowNation, map.nations, cells), nation != self.nation {
      throw refusal(.otherNation(row: nation, journal: self.nation), rowNation, cells)
    }
    let on = try occurrence(received, cells)
    guard let on else { throw refusal(.blank(.received), received, cells) }
    guard let channelWord = try word(channel, map.channels, cells) else {
      throw refusal(.blank(.channel), channel, cells)
    }
    var contact = ContactReceived(channel: channelWord, narrative: "")
    var points: [String] = []
    var remarks: [ImportRemark] = []
    for index in texts.indices {
      try set(texts[index], &contact, &points, &remarks, cells)
    }
    if let tenure { contact.tenure = try word(tenure, map.tenures, cells) }
    if let stage { contact.stage = try word(stage, map.stages, cells) }
    if holdsNUL { remarks.append(.nulReplaced) }
    contact.row = hex16(rowHash)
    if contact.sourceRef.isEmpty { contact.sourceRef = contact.row }
    let sourceHash = SourceHash.of(source: contact.source, reference: contact.sourceRef)
    var intake = Intake(contact: contact, received: on)
    intake.points = points
    if let kind { intake.kind = try word(kind, map.kinds, cells) }
    if let closed, let end = try occurrence(closed, cells) {
      guard !isBefore(end, on) else {
        throw refusal(.closedBeforeReceived(received: on, closed: end), closed, cells)
      }
      intake.closed = end
    }
    return ImportedContact(
      intake: intake, line: record.line, rowHash: rowHash, sourceHash: sourceHash, remarks: remarks)
  }

  /// FNV-1a 64 of the row as it stood, and whether a NUL is in it.
  private static func hash(_ bytes: [UInt8], from: Int, to: Int) -> (hash: UInt64, holdsNUL: Bool) {
    let bytes = bytes.span
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var holdsNUL = false
    for index in from..<to {
      let byte = bytes[index]
      holdsNUL = holdsNUL || byte == 0
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return (hash, holdsNUL)
  }

  /// Where one of two is only a date, the days are compared.
  private func isBefore(_ end: Occurrence, _ start: Occurrence) -> Bool {
    if let end = end.moment, let start = start.moment { return end < start }
    return end.day < start.day
  }

  private func set(
    _ source: Source, _ contact: inout ContactReceived, _ points: inout [String],
    _ remarks: inout [ImportRemark], _ cells: ImportCells
  ) throws(ImportRefusal) {
    let cell = cells.value(source)
    guard !cell.isEmpty || source.field == .category && map.categories != nil else {
      guard source.field != .narrative else { throw refusal(.blank(.narrative), source, cells) }
      return
    }
    guard cell.count <= ImportPlan.longestField else {
      throw refusal(
        .tooLong(source.field, bytes: cell.count, limit: ImportPlan.longestField), source, cells)
    }
    let text = String(decoding: cell, as: UTF8.self)
    switch source.field {
    case .narrative: contact.narrative = text
    case .category:
      guard let categories = map.categories else {
        contact.category = text
        return
      }
      contact.category = try word(source, categories, cells) ?? ""
    case .outcomeSought: contact.outcomeSought = text
    case .caller: contact.caller = text
    case .representative: contact.representative = text
    case .area: contact.area = text
    case .ward: contact.ward = text
    case .source: contact.source = text
    case .sourceRef: contact.sourceRef = text
    case .points: points = list(text, separator: "\n")
    case .affected: contact.affected = list(text, separator: ";")
    case .personName: contact.person.name = text
    case .personPhone: contact.person.phone = text
    case .personEmail: contact.person.email = text
    case .personPreferred: contact.person.preferred = text
    case .personLanguage: contact.person.language = text
    case .personNeeds: contact.person.needs = list(text, separator: ";")
    case .address: contact.property.address = text
    case .postcode: contact.property.postcode = text
    case .block: contact.property.block = text
    case .uprn:
      let digits = cell.first == 0x27 ? cell.dropFirst() : cell
      if digits.count <= 12, !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) {
        contact.property.uprn = String(decoding: digits, as: UTF8.self)
      } else {
        remarks.append(.uprnLeftOut(text))
      }
    case .received, .closed, .channel, .kind, .stage, .tenure, .nation: break
    }
  }

  private func list(_ text: String, separator: Character) -> [String] {
    var items: [String] = []
    for item in text.split(whereSeparator: { $0 == separator || separator == "\n" && $0.isNewline }) {
      let trimmed = ImportCells.trimmed(Array(item.utf8)[...])
      if !trimmed.isEmpty { items.append(String(decoding: trimmed, as: UTF8.self)) }
    }
    return items
  }

  /// The value of a word by its list; nil where the cell is blank or the list says it means nothing.
  private func word<Value: Hashable & Sendable>(
    _ source: Source, _ words: ImportWords<Value>, _ cells: ImportCells
  ) throws(ImportRefusal) -> Value? {
    let cell = cells.value(source)
    switch words.look(up: cell) {
    case .value(let value): return value
    case .unknown:
      guard !cell.isEmpty else { return nil }
      throw refusal(
        .unknownWord(String(decoding: cell, as: UTF8.self), source.field, listed: words.words), source, cells)
    }
  }

  /// When that was by the one accepted shape that fits; nil where the cell is blank.
  private func occurrence(_ source: Source, _ cells: ImportCells) throws(ImportRefusal) -> Occurrence? {
    let cell = cells.value(source)
    guard !cell.isEmpty else { return nil }
    var found: Occurrence?
    var impossible = false
    var skipped = false
    for index in source.shapes.indices {
      switch source.shapes[index].read(cell) {
      case .otherShape: continue
      case .impossible: impossible = true
      case .value(let time):
        guard let meant = time.occurrence(zone) else {
          skipped = true
          continue
        }
        guard let first = found, first != meant else {
          found = meant
          continue
        }
        throw refusal(
          .ambiguousDate(String(decoding: cell, as: UTF8.self), source.field, first: first, second: meant),
          source, cells)
      }
    }
    let value = String(decoding: cell, as: UTF8.self)
    guard let found else {
      guard !skipped else { throw refusal(.skippedHour(value, source.field), source, cells) }
      guard !impossible else { throw refusal(.impossibleDate(value, source.field), source, cells) }
      throw refusal(
        .otherShape(value, source.field, shapes: source.shapes.map(\.text)), source, cells)
    }
    let future = found.moment.map { $0 > now } ?? (found.day > today)
    guard !future else { throw refusal(.futureDate(value, source.field), source, cells) }
    return found
  }

  private func refusal(_ reason: ImportRefusal.Reason, _ source: Source, _ cells: ImportCells)
    -> ImportRefusal
  {
    let column = source.template.firstColumn
    return ImportRefusal(
      line: cells.line(ofColumn: column), column: column.map { $0 + 1 },
      columnName: column.map { header[$0] }, reason: reason)
  }
}

/// Sixteen hex digits.
func hex16(_ value: UInt64) -> String {
  var digits: [UInt8] = []
  digits.reserveCapacity(16)
  for shift in stride(from: 60, through: 0, by: -4) {
    let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift) & 0xF)
    digits.append(digit < 10 ? digit + 0x30 : digit + 0x57)
  }
  return String(decoding: digits, as: UTF8.self)
}
