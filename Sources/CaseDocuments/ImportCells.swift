import PlainText

/// One record's cells as values: guard removed, NUL replaced, blanks at both ends cut.
struct ImportCells {
  let bytes: [UInt8]
  let record: CSVRecord
  /// Rare, and known from hashing the row, so that clean rows are not searched again.
  let holdsNUL: Bool

  /// The value of a field by its template: of several alternatives the first that is not blank.
  func value(_ source: ImportPlan.Source) -> ArraySlice<UInt8> {
    if let column = source.column { return cell(column) }
    for alternative in source.template.alternatives {
      switch alternative {
      case .constant(let constant): return constant[...]
      case .pieces(let pieces):
        let value = filled(pieces)
        if !value.isEmpty { return value }
      }
    }
    return []
  }

  /// A column's cell.
  func cell(_ column: Int) -> ArraySlice<UInt8> {
    let field = record.fields[column]
    guard field.needsUnquote || holdsNUL else {
      let cell = bytes[field.start..<field.end]
      return ImportCells.trimmed(ImportCells.withoutGuard(cell))
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(field.count)
    var index = field.start
    while index < field.end {
      if bytes[index] == 0 {
        plain.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else {
        plain.append(bytes[index])
      }
      index += bytes[index] == 0x22 && field.needsUnquote ? 2 : 1
    }
    return ImportCells.trimmed(ImportCells.withoutGuard(plain[...]))
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

  /// A template filled in: text between two columns stands only where both are there; before the first and
  /// behind the last it stands where any, or that one, is.
  private func filled(_ pieces: [ImportTemplate.Piece]) -> ArraySlice<UInt8> {
    var value: [UInt8] = []
    var opening: [UInt8] = []
    var between: [UInt8] = []
    var sawColumn = false
    var lastWasBlank = false
    for piece in pieces {
      switch piece {
      case .literal(let text):
        if sawColumn { between = text } else { opening = text }
      case .column(_, let index):
        let cell = cell(index)
        sawColumn = true
        lastWasBlank = cell.isEmpty
        guard !cell.isEmpty else {
          between = []
          continue
        }
        value.append(contentsOf: value.isEmpty ? opening : between)
        value.append(contentsOf: cell)
        between = []
      }
    }
    if !value.isEmpty, !lastWasBlank { value.append(contentsOf: between) }
    return ImportCells.trimmed(value[...])
  }

  /// Removes the `'` our own export puts before a cell a spreadsheet would run, exactly one.
  static func withoutGuard(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard cell.count >= 2, cell.first == 0x27 else { return cell }
    switch cell[cell.startIndex + 1] {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x27: return cell.dropFirst()
    default: return cell
    }
  }

  /// Without spaces, tabs, line ends and hard spaces at both ends.
  static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = cell.startIndex
    var end = cell.endIndex
    while start < end {
      if isBlank(cell[start]) {
        start += 1
      } else if cell[start] == 0xC2, start + 1 < end, cell[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isBlank(cell[end - 1]) {
        end -= 1
      } else if cell[end - 1] == 0xA0, end - start >= 2, cell[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return cell[start..<end]
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
