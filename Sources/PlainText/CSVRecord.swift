/// One field of a CSV record, as a place in the file's bytes; no text is made until asked for.
package struct CSVField: Hashable, Sendable {
  /// First byte of the content (after the opening quote).
  package var start: Int
  /// One past the last byte of the content (before the closing quote).
  package var end: Int
  /// Whether it stood in quotes.
  package var quoted: Bool
  /// Whether doubled quotes inside must be made single.
  package var needsUnquote: Bool

  package init(start: Int, end: Int, quoted: Bool = false, needsUnquote: Bool = false) {
    self.start = start
    self.end = end
    self.quoted = quoted
    self.needsUnquote = needsUnquote
  }

  package var isEmpty: Bool { start == end }
  package var count: Int { end - start }
}

/// One record of a CSV file: its fields and where it stood.
///
/// Handed to the reader again and again, so that its room is reused.
package struct CSVRecord: Sendable {
  /// The fields in order.
  package var fields: [CSVField] = []
  /// Line on which the record began, 1 first.
  package var line = 0
  /// First byte of the record.
  package var start = 0
  /// One past the last byte of the record, without its line end.
  package var end = 0

  package init() {}
}

/// What is wrong with a record; lines and columns (in characters) from 1.
package enum CSVError: Error, Hashable, Sendable {
  /// A quote opened there and the file ended; nothing after it could be read.
  case unclosedQuote(line: Int, column: Int)
  /// A quoted field is followed by something else than a comma or a line end.
  case textAfterQuote(line: Int, column: Int, openedOnLine: Int)
  /// A field begins with blanks and then a quote: whether it is a quoted field, readers differ.
  case blankBeforeQuote(line: Int, column: Int)

  package var line: Int {
    switch self {
    case .unclosedQuote(let line, _), .textAfterQuote(let line, _, _), .blankBeforeQuote(let line, _): line
    }
  }

  package var column: Int {
    switch self {
    case .unclosedQuote(_, let column), .textAfterQuote(_, let column, _), .blankBeforeQuote(_, let column):
      column
    }
  }
}

extension CSVError: CustomStringConvertible {
  /// What is wrong, without the place.
  package var what: String {
    switch self {
    case .unclosedQuote: "the quote opened here is never closed, so nothing after it was read"
    case .textAfterQuote(let line, _, let opened):
      "text follows the closing quote" + (line == opened ? "" : " of the field opened on line \(opened)")
    case .blankBeforeQuote: "blanks stand before the quote that opens a field"
    }
  }

  /// What to do about it.
  package var `try`: String {
    switch self {
    case .unclosedQuote: "close it"
    case .textAfterQuote: "double a quote that belongs to the text"
    case .blankBeforeQuote: "take the blanks out, or put them inside the quotes"
    }
  }

  /// Why and what to do, without the place.
  package var description: String { what + "; " + `try` }
}
