/// Appends CSV (RFC 4180): a header and records of equal length, lines ended by CRLF.
///
/// A text that a spreadsheet would run as a formula gets one `'` in front: one that begins with `=`, `+`, `-`,
/// `@`, a tab, a carriage return or `'` itself. So does one that begins or ends with a blank, which readers of
/// CSV cut. Our own import takes exactly one `'` away again, so that every text comes back as it was. Numbers
/// are written as numbers.
package struct CSVWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var isFirst = true

  package init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Forgets what was written and keeps the room.
  package mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// A cell of words.
  package mutating func text(_ text: String) {
    separate()
    let utf8 = text.utf8.span
    let isGuarded = needsGuard(utf8)
    var isQuoted = isGuarded
    for at in utf8.indices where !isQuoted {
      switch utf8[at] {
      case 0x22, 0x2C, 0x0A, 0x0D: isQuoted = true
      default: break
      }
    }
    if isQuoted { bytes.append(0x22) }
    if isGuarded { bytes.append(0x27) }
    for at in utf8.indices {
      if utf8[at] == 0x22 { bytes.append(0x22) }
      bytes.append(utf8[at])
    }
    if isQuoted { bytes.append(0x22) }
  }

  /// A whole number.
  package mutating func number(_ number: Int) {
    separate()
    appendDecimal(number, to: &bytes)
  }

  /// A cell with nothing in it.
  package mutating func nothing() { separate() }

  /// Ends the record.
  package mutating func endRecord() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  private mutating func separate() {
    if isFirst { isFirst = false } else { bytes.append(0x2C) }
  }
}

/// Whether a cell of those bytes gets a `'` in front when it is written.
package func needsGuard(_ cell: Span<UInt8>) -> Bool {
  guard cell.count > 0 else { return false }
  switch cell[0] {
  case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x27: return true
  default: return isBlankCell(cell, first: true) || isBlankCell(cell, first: false)
  }
}

/// Whether that cell begins, or ends, with a blank an importer would cut.
private func isBlankCell(_ cell: Span<UInt8>, first: Bool) -> Bool {
  let at = first ? 0 : cell.count - 1
  switch cell[at] {
  case 0x20, 0x09, 0x0A, 0x0D: return true
  case 0xC2 where first: return cell.count > 1 && cell[1] == 0xA0
  case 0xA0 where !first: return cell.count > 1 && cell[at - 1] == 0xC2
  default: return false
  }
}
