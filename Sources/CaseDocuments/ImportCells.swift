import PlainText

/// Where a value lies: in the file's bytes, or in the row's own scratch where it had to be put together.
struct CellPlace {
  var range: Range<Int>
  var inScratch: Bool
  var isEmpty: Bool { range.isEmpty }
}

/// One record's cells as values: guard removed, NUL replaced, blanks at both ends cut.
struct ImportCells {
  let bytes: [UInt8]
  let record: CSVRecord
  /// Rare, and known from hashing the row, so that clean rows are not searched again.
  let holdsNUL: Bool
  private(set) var scratch: [UInt8] = []

  init(bytes: [UInt8], record: CSVRecord, holdsNUL: Bool) {
    self.bytes = bytes
    self.record = record
    self.holdsNUL = holdsNUL
  }

  /// The value of a field: of several alternatives the first that is not blank.
  ///
  /// Text between two columns stands only where both are there; before the first and behind the last it
  /// stands where any, or that one, is.
  mutating func place(of source: ImportSource, _ steps: ImportSteps) -> CellPlace {
    if let column = source.column { return cell(column) }
    if scratch.capacity == 0 { scratch.reserveCapacity(256) }
    var start = scratch.count
    var opening = 0..<0
    var between = 0..<0
    var sawColumn = false
    var lastStands = false
    for index in source.steps {
      switch steps.all[index] {
      case .literal(let from, let to):
        if sawColumn { between = from..<to } else { opening = from..<to }
      case .column(let column):
        sawColumn = true
        lastStands = append(column, behind: steps.literals[scratch.count == start ? opening : between])
        between = 0..<0
      case .endOfAlternative:
        if !sawColumn { scratch.append(contentsOf: steps.literals[opening]) }
        if lastStands { scratch.append(contentsOf: steps.literals[between]) }
        let range = ImportCells.trimmed(scratch.span, start..<scratch.count)
        if !range.isEmpty { return CellPlace(range: range, inScratch: true) }
        start = scratch.count
        (opening, between, sawColumn, lastStands) = (0..<0, 0..<0, false, false)
      }
    }
    return CellPlace(range: 0..<0, inScratch: true)
  }

  /// Appends a column's cell to the scratch behind a text; nothing, and false, where the cell is blank.
  private mutating func append(_ column: Int, behind text: ArraySlice<UInt8>) -> Bool {
    let mark = scratch.count
    scratch.append(contentsOf: text)
    let behind = scratch.count
    let cell = cell(column)
    guard !cell.isEmpty else {
      scratch.removeSubrange(mark...)
      return false
    }
    guard cell.inScratch else {
      scratch.append(contentsOf: bytes[cell.range])
      return true
    }
    scratch.removeSubrange(cell.range.upperBound...)
    scratch.removeSubrange(behind..<cell.range.lowerBound)
    return true
  }

  /// A column's cell; one with doubled quotes or a NUL is put right in the scratch.
  private mutating func cell(_ column: Int) -> CellPlace {
    let field = record.fields[column]
    guard field.needsUnquote || holdsNUL else {
      return CellPlace(
        range: ImportCells.plain(bytes.span, field.start..<field.end), inScratch: false)
    }
    let start = scratch.count
    var index = field.start
    while index < field.end {
      let byte = bytes[index]
      if byte == 0 { scratch.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { scratch.append(byte) }
      index += byte == 0x22 && field.needsUnquote ? 2 : 1
    }
    return CellPlace(range: ImportCells.plain(scratch.span, start..<scratch.count), inScratch: true)
  }

  /// The value at a place as text.
  func text(_ place: CellPlace) -> String {
    place.inScratch
      ? String(decoding: scratch[place.range], as: UTF8.self)
      : String(decoding: bytes[place.range], as: UTF8.self)
  }

  /// What a word list says of the value at a place.
  func look<Value>(up place: CellPlace, in words: ImportWords<Value>) -> ImportWords<Value>.Found {
    place.inScratch
      ? words.look(up: scratch.span.extracting(place.range))
      : words.look(up: bytes.span.extracting(place.range))
  }

  /// What a date shape makes of the value at a place.
  func read(_ place: CellPlace, by shape: DateShape) -> DateShape.Reading {
    place.inScratch
      ? shape.read(scratch.span.extracting(place.range)) : shape.read(bytes.span.extracting(place.range))
  }

  /// The line on which a column's field began, or the record where no column is meant.
  func line(ofColumn column: Int?) -> Int {
    guard let column else { return record.line }
    var line = record.line
    var index = record.start
    let end = record.fields[column].start
    while index < end {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < end, bytes[index] == 0x0A { index += 1 }
      line += 1
    }
    return line
  }

  /// The value of a cell: without the `'` our own export puts in front, exactly one, and then as it was; else
  /// without blanks at both ends.
  static func plain(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
    guard cell.count >= 2, bytes[cell.lowerBound] == 0x27 else { return trimmed(bytes, cell) }
    let inner = cell.lowerBound + 1..<cell.upperBound
    return needsGuard(bytes.extracting(inner)) ? inner : trimmed(bytes, cell)
  }

  /// Without spaces, tabs, line ends and hard spaces at both ends.
  static func trimmed(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
    var start = cell.lowerBound
    var end = cell.upperBound
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - start >= 2, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// A text without blanks at both ends.
  static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[trimmed(bytes.span, 0..<bytes.count)], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
