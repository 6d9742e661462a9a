/// Reads CSV (RFC 4180) record by record out of UTF-8 bytes; fields are places in them, nothing is copied.
///
/// Lines may end in LF, CRLF or CR, mixed; a byte order mark is passed over; empty lines are not records.
/// A quote inside a field that does not begin with one (`6" pipe`) is text; one behind nothing but blanks is
/// refused, since readers differ on whether it opens a field.
/// After a refused record `next` goes on behind its line.
package struct CSVReader: Sendable {
  /// The whole file.
  package let bytes: [UInt8]
  private var at: Int
  private var line = 1

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Bytes read so far, for progress.
  package var offset: Int { at }

  /// Reads the next record into `record`; false at the end of the file.
  ///
  /// - Throws: what is wrong with the record; `record` then holds its line and no more than its first fields.
  package mutating func next(into record: inout CSVRecord) throws(CSVError) -> Bool {
    let file = self.bytes
    let bytes = file.span
    let count = bytes.count
    while at < count, bytes[at] == 0x0A || bytes[at] == 0x0D { endLine(bytes) }
    record.fields.removeAll(keepingCapacity: true)
    record.line = line
    record.start = at
    record.end = at
    guard at < count else { return false }
    var index = at
    while true {
      if index < count, bytes[index] == 0x22 {
        index = try quotedField(index, into: &record)
      } else {
        let start = index
        while index < count {
          let byte = bytes[index]
          // One comparison passes over nearly every byte: all four that matter are at most a comma.
          if byte <= 0x2C {
            if byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
            if byte == 0x22, isBlank(bytes, start..<index) {
              let column = column(of: index)
              let line = line
              skipLine(from: index)
              throw .blankBeforeQuote(line: line, column: column)
            }
          }
          index &+= 1
        }
        record.fields.append(CSVField(start: start, end: index))
      }
      guard index < count, bytes[index] == 0x2C else { break }
      index += 1
    }
    record.end = index
    at = index
    if at < count { endLine(bytes) }
    return true
  }

  /// The field's content as bytes, doubled quotes made single.
  package func content(of field: CSVField) -> ArraySlice<UInt8> {
    guard field.needsUnquote else { return bytes[field.start..<field.end] }
    var plain: [UInt8] = []
    plain.reserveCapacity(field.count)
    var index = field.start
    while index < field.end {
      plain.append(bytes[index])
      index += bytes[index] == 0x22 ? 2 : 1
    }
    return plain[...]
  }

  /// The field's content as text, doubled quotes made single.
  package func text(of field: CSVField) -> String {
    String(decoding: content(of: field), as: UTF8.self)
  }

  /// Line and column (in characters, its quote included) at which a field of a record began.
  package func position(of field: CSVField, in record: CSVRecord) -> (line: Int, column: Int) {
    position(of: field.quoted ? field.start - 1 : field.start, from: record.start, line: record.line)
  }

  /// Reads a field that begins with a quote; gives the place behind its closing quote.
  private mutating func quotedField(_ opening: Int, into record: inout CSVRecord) throws(CSVError) -> Int {
    let file = self.bytes
    let bytes = file.span
    let count = bytes.count
    let openingLine = line
    var index = opening + 1
    var doubled = false
    while true {
      while index < count, bytes[index] != 0x22 {
        let byte = bytes[index]
        index &+= 1
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, index < count, bytes[index] == 0x0A { index += 1 }
          line += 1
        }
      }
      guard index < count else {
        let place = position(of: opening, from: record.start, line: record.line)
        at = count
        throw .unclosedQuote(line: place.line, column: place.column)
      }
      guard index + 1 < count, bytes[index + 1] == 0x22 else { break }
      doubled = true
      index += 2
    }
    record.fields.append(CSVField(start: opening + 1, end: index, quoted: true, needsUnquote: doubled))
    index += 1
    guard index < count, bytes[index] != 0x2C, bytes[index] != 0x0A, bytes[index] != 0x0D else {
      return index
    }
    let place = position(of: index, from: record.start, line: record.line)
    skipLine(from: index)
    throw .textAfterQuote(line: place.line, column: place.column, openedOnLine: openingLine)
  }

  private func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] != 0x20 && bytes[index] != 0x09 { return false }
    return true
  }

  private mutating func endLine(_ bytes: Span<UInt8>) {
    let byte = bytes[at]
    at += 1
    if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
    line += 1
  }

  private mutating func skipLine(from index: Int) {
    let file = bytes
    at = index
    while at < file.count, file[at] != 0x0A, file[at] != 0x0D { at += 1 }
    if at < file.count { endLine(file.span) }
  }

  /// Column of a place on the line being read.
  private func column(of place: Int) -> Int {
    var start = place
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    return String(decoding: bytes[start..<place], as: UTF8.self).count + 1
  }

  private func position(of place: Int, from start: Int, line: Int) -> (line: Int, column: Int) {
    var line = line
    var index = start
    while index < place {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < place, bytes[index] == 0x0A { index += 1 }
      line += 1
    }
    return (line, column(of: place))
  }
}
