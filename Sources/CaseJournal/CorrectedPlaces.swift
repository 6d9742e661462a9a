import Complaints

// Where the texts of a case's row lie once some of them were put right: in the line of the correction.
extension FoldedJournal {
  /// The opening contact's texts as the scanner finds them in its line; nil where it leaves the line alone.
  mutating func openingPlaces(_ line: [UInt8], at start: UInt64, of number: CaseNumber) -> ReceivedFact? {
    guard scans, scanner.scan(line.span, from: 0, to: line.count, shift: Int(start)) != nil else {
      return nil
    }
    let opening = scanner.events.first { $0.caseNumber == number.value && $0.contact >= 0 }
    return opening.map { scanner.contacts[$0.contact].fact }
  }

  /// Points a row's texts to where they now stand.
  mutating func place(_ texts: ReceivedFact, of number: CaseNumber) {
    register.place(texts, of: number)
  }
}

extension ReceivedFact {
  /// Takes the new place of a corrected field that a row shows; other fields change nothing here.
  mutating func move(_ field: String, to place: TextPlace) {
    switch field {
    case "person.name": personName = place
    case "narrative": narrative = place
    case "property.address": address = place
    case "property.postcode": postcode = place
    case "category": category = place
    default: break
    }
  }
}

extension CaseJournal {
  /// Points the row of a case folded anew to its texts, corrected ones included.
  func placeTexts(of file: CaseFile) throws(JournalFailure) {
    guard let opening = file.entries.first?.entry.seq, let (start, _) = folded.lines[opening],
      let line = try lineBytes(opening),
      var texts = folded.openingPlaces(line, at: start, of: file.reference.number)
    else { return }
    for filed in file.entries where !filed.undone {
      guard case .entryCorrected(let corrected) = filed.entry.event, corrected.seq == opening,
        let (start, _) = folded.lines[filed.entry.seq], let line = try lineBytes(filed.entry.seq)
      else { continue }
      // Not found in a batch or in another form: the row then shows the text as it first stood.
      if let value = correctedValue(line) { texts.move(corrected.field, to: value.place(Int(start))) }
    }
    folded.place(texts, of: file.reference.number)
  }
}

/// The `value` in the payload of a line with one correction.
private func correctedValue(_ line: [UInt8]) -> TextSlice? {
  let bytes = line.span
  // Nothing a person wrote stands before `d`: its first occurrence is the payload.
  guard let payload = bytes.indices.first(where: { literal(bytes, $0, ",\"d\":{") }) else { return nil }
  var cursor = JSONCursor(at: payload + 6, limit: line.count - LineScanner.proofs)
  var ended = false
  while let name = cursor.name(bytes, ended: &ended) {
    if name.length == 5, literal(bytes, name.start, "value") { return cursor.string(bytes) }
    guard cursor.skipValue(bytes) else { return nil }
  }
  return ended ? TextSlice.none : nil
}
