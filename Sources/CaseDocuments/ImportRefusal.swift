package import Clocks
package import PlainText

/// Why a row of an import became no case: where it stood, what is wrong, what to do.
package struct ImportRefusal: Error, Hashable, Sendable {
  /// Line of the file on which the row, or the broken field, began.
  package var line: Int
  /// Number of the column, 1 first; nil where the row as a whole is refused.
  package var column: Int?
  /// Its name in the header.
  package var columnName: String?
  package var reason: Reason

  package enum Reason: Hashable, Sendable {
    /// The row is not CSV; the column is in characters.
    case csv(CSVError)
    case fieldCount(found: Int, header: Int)
    case blank(ImportField)
    case unknownWord(String, ImportField, listed: [String])
    case otherShape(String, ImportField, shapes: [String])
    case ambiguousDate(String, ImportField, first: Occurrence, second: Occurrence)
    case impossibleDate(String, ImportField)
    case skippedHour(String, ImportField)
    case futureDate(String, ImportField)
    case closedBeforeReceived(received: Occurrence, closed: Occurrence)
    case otherNation(row: Nation, journal: Nation)
    case tooLong(ImportField, bytes: Int, limit: Int)
  }

  package init(line: Int, column: Int? = nil, columnName: String? = nil, reason: Reason) {
    self.line = line
    self.column = column
    self.columnName = columnName
    self.reason = reason
  }
}

extension ImportRefusal {
  /// `line 12, column 3 (received)`; for broken CSV the column is counted in characters.
  package var place: String {
    if case .csv(let error) = reason { return "line \(error.line), character \(error.column)" }
    guard let column else { return "line \(line)" }
    return "line \(line), column \(column)" + (columnName.map { " (" + visible($0) + ")" } ?? "")
  }

  /// What is wrong with it, safe to print.
  package var what: String {
    switch reason {
    case .csv(let error): return error.what
    case .fieldCount(let found, let header): return "\(found) fields where the header has \(header)"
    case .blank(let field): return "\(field.rawValue) is blank"
    case .unknownWord(let word, let field, _):
      return "\(quoted(word)) is not among the words for \(field.rawValue)"
    case .otherShape(let value, _, let shapes):
      return "\(quoted(value)) is in no accepted date shape (" + shapes.joined(separator: ", ") + ")"
    case .ambiguousDate(let value, _, let first, let second):
      return "\(quoted(value)) may be \(first.text) or \(second.text) by the accepted shapes"
    case .impossibleDate(let value, _): return "there is no such date or time as \(quoted(value))"
    case .skippedHour(let value, _): return "\(quoted(value)) lies in the hour the clocks went forward over"
    case .futureDate(let value, _): return "\(quoted(value)) lies in the future"
    case .closedBeforeReceived(let received, let closed):
      return "closed \(closed.text), before it was received \(received.text)"
    case .otherNation(let row, let journal):
      return "the row is of \(row.words), this journal of \(journal.words)"
    case .tooLong(let field, let bytes, let limit):
      return "\(field.rawValue) is \(bytes) bytes long, more than \(limit)"
    }
  }

  /// What to do about it.
  package var `try`: String {
    switch reason {
    case .csv(let error): error.try
    case .fieldCount: "put a field that holds a comma in quotes, or fill the missing ones"
    case .blank(let field):
      field.isDate
        ? "fill it; a date is never made up" : "fill it, or give \(field.rawValue) a second source in the map"
    case .unknownWord(_, let field, _): "add it to the map under words, \(field.rawValue)"
    case .otherShape(_, let field, _):
      "put it right, or add its shape to the map under dates, \(field.rawValue)"
    case .ambiguousDate: "write the date out as yyyy-MM-dd, or keep one of the two shapes"
    case .impossibleDate, .skippedHour, .futureDate, .closedBeforeReceived: "put the date right"
    case .otherNation: "import it into that nation's journal"
    case .tooLong: "shorten it, and attach the full text to the case"
    }
  }

  /// The whole refusal as the end of an error line.
  package var sentence: String { place + ": " + what + "; " + `try` }
}

extension Nation {
  /// The nation as people write it.
  var words: String {
    switch self {
    case .englandAndWales: "England and Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}
