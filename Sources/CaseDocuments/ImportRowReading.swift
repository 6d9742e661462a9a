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
    var cells = ImportCells(bytes: bytes, record: record, holdsNUL: holdsNUL)
    if let rowNation, let nation = try word(rowNation, map.nations, &cells), nation != self.nation {
      throw refusal(.otherNation(row: nation, journal: self.nation), rowNation, cells)
    }
    guard let on = try occurrence(received, &cells) else { throw refusal(.blank(.received), received, cells) }
    guard let channelWord = try word(channel, map.channels, &cells) else {
      throw refusal(.blank(.channel), channel, cells)
    }
    var intake = Intake(contact: ContactReceived(channel: channelWord, narrative: ""), received: on)
    var remarks: [ImportRemark] = []
    for index in texts.indices { try set(texts[index], &intake, &remarks, &cells) }
    if let tenure { intake.contact.tenure = try word(tenure, map.tenures, &cells) }
    if let stage { intake.contact.stage = try word(stage, map.stages, &cells) }
    if let kind { intake.kind = try word(kind, map.kinds, &cells) }
    if holdsNUL { remarks.append(.nulReplaced) }
    intake.contact.row = hex16(rowHash)
    if intake.contact.sourceRef.isEmpty { intake.contact.sourceRef = intake.contact.row }
    if let closed, let end = try occurrence(closed, &cells) {
      guard !isBefore(end, on) else {
        throw refusal(.closedBeforeReceived(received: on, closed: end), closed, cells)
      }
      intake.closed = end
    }
    let sourceHash = SourceHash.of(source: intake.contact.source, reference: intake.contact.sourceRef)
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
    _ source: ImportSource, _ intake: inout Intake, _ remarks: inout [ImportRemark],
    _ cells: inout ImportCells
  ) throws(ImportRefusal) {
    let place = cells.place(of: source, steps)
    guard !place.isEmpty || source.field == .category && map.categories != nil else {
      guard source.field != .narrative else { throw refusal(.blank(.narrative), source, cells) }
      return
    }
    guard place.range.count <= ImportPlan.longestField else {
      throw refusal(
        .tooLong(source.field, bytes: place.range.count, limit: ImportPlan.longestField), source, cells)
    }
    let text = cells.text(place)
    switch source.field {
    case .narrative: intake.contact.narrative = text
    case .category:
      guard let categories = map.categories else {
        intake.contact.category = text
        return
      }
      intake.contact.category = try word(source, categories, &cells) ?? ""
    case .outcomeSought: intake.contact.outcomeSought = text
    case .caller: intake.contact.caller = text
    case .representative: intake.contact.representative = text
    case .area: intake.contact.area = text
    case .ward: intake.contact.ward = text
    case .source: intake.contact.source = text
    case .sourceRef: intake.contact.sourceRef = text
    case .points: intake.points = list(text, separator: "\n")
    case .affected: intake.contact.affected = list(text, separator: ";")
    case .personName: intake.contact.person.name = text
    case .personPhone: intake.contact.person.phone = text
    case .personEmail: intake.contact.person.email = text
    case .personPreferred: intake.contact.person.preferred = text
    case .personLanguage: intake.contact.person.language = text
    case .personNeeds: intake.contact.person.needs = list(text, separator: ";")
    case .address: intake.contact.property.address = text
    case .postcode: intake.contact.property.postcode = text
    case .block: intake.contact.property.block = text
    case .uprn:
      let digits = text.utf8.first == 0x27 ? text.dropFirst() : text[...]
      if digits.utf8.count <= 12, !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
        intake.contact.property.uprn = String(digits)
      } else {
        remarks.append(.uprnLeftOut(text))
      }
    case .received, .closed, .channel, .kind, .stage, .tenure, .nation: break
    }
  }

  private func list(_ text: String, separator: Character) -> [String] {
    var items: [String] = []
    for item in text.split(whereSeparator: { $0 == separator || separator == "\n" && $0.isNewline }) {
      let trimmed = ImportCells.trimmed(String(item))
      if !trimmed.isEmpty { items.append(trimmed) }
    }
    return items
  }

  /// The value of a word by its list; nil where the cell is blank or the list says it means nothing.
  private func word<Value: Hashable & Sendable>(
    _ source: ImportSource, _ words: ImportWords<Value>, _ cells: inout ImportCells
  ) throws(ImportRefusal) -> Value? {
    let place = cells.place(of: source, steps)
    switch cells.look(up: place, in: words) {
    case .value(let value): return value
    case .unknown:
      guard !place.isEmpty else { return nil }
      throw refusal(.unknownWord(cells.text(place), source.field, listed: words.words), source, cells)
    }
  }

  /// When that was by the one accepted shape that fits; nil where the cell is blank.
  private func occurrence(_ source: ImportSource, _ cells: inout ImportCells) throws(ImportRefusal)
    -> Occurrence?
  {
    let place = cells.place(of: source, steps)
    guard !place.isEmpty else { return nil }
    var found: Occurrence?
    var impossible = false
    var skipped = false
    for index in source.shapes {
      switch cells.read(place, by: shapes[index]) {
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
          .ambiguousDate(cells.text(place), source.field, first: first, second: meant),
          source, cells)
      }
    }
    guard let found else {
      let value = cells.text(place)
      guard !skipped else { throw refusal(.skippedHour(value, source.field), source, cells) }
      guard !impossible else { throw refusal(.impossibleDate(value, source.field), source, cells) }
      throw refusal(
        .otherShape(value, source.field, shapes: shapes[source.shapes].map(\.text)), source, cells)
    }
    let future = found.moment.map { $0 > now } ?? (found.day > today)
    guard !future else { throw refusal(.futureDate(cells.text(place), source.field), source, cells) }
    return found
  }

  private func refusal(_ reason: ImportRefusal.Reason, _ source: ImportSource, _ cells: ImportCells)
    -> ImportRefusal
  {
    let column = source.firstColumn
    return ImportRefusal(
      line: cells.line(ofColumn: column), column: column.map { $0 + 1 },
      columnName: column.map { header[$0] }, reason: reason)
  }
}

/// Sixteen hex digits.
func hex16(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return digits.utf8.count == 16 ? digits : String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
