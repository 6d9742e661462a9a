package import PlainText

/// Why a map, or the file it is for, cannot be used at all.
package enum ImportMapError: Error, Hashable, Sendable {
  case json(JSONError)
  case notAnObject(String)
  case unknownPart(String)
  case unknownField(String, part: String)
  case badColumn(field: String)
  case badShape(field: String, shape: String)
  case notADate(field: String)
  case noWordsFor(field: String)
  case badWord(field: String, word: String, value: String, allowed: [String])
  case badConstant(field: String, value: String, allowed: [String])
  case sameWord(field: String, word: String)
  case missingColumn(field: String, column: String, header: [String])
  case repeatedColumn(String)
  case lacks([String], mapped: Bool, header: [String])
  case encoding(EncodingRefusal)
  case header(CSVError)
  case emptyFile
}

extension ImportMapError: CustomStringConvertible {
  /// Why, and what to do, as the end of an error line; safe to print.
  package var description: String {
    switch self {
    case .json(let error): "the map is not JSON: \(error); put it right"
    case .notAnObject(let part): "the map's \(part) must be an object; see redress help import"
    case .unknownPart(let part):
      "the map has a part \(quoted(part)); it may have columns, dates and words"
    case .unknownField(let field, let part):
      "\(part) names \(quoted(field)), which is no field of ours; there are "
        + ImportField.allCases.map(\.rawValue).joined(separator: ", ")
    case .badColumn(let field):
      "columns: \(field) must be a column name, a template such as \"{type}: {detail}\", "
        + "{\"constant\": \"…\"}, or an array of these"
    case .badShape(let field, let shape):
      "dates: \(quoted(shape)) for \(field) is no date shape; write one such as dd/MM/yyyy HH:mm, or excel"
    case .notADate(let field): "dates: \(field) is no date; dates are received and closed"
    case .noWordsFor(let field):
      "words: \(field) takes no word list; channel, kind, stage, tenure, nation and category do"
    case .badWord(let field, let word, let value, let allowed):
      "words: \(quoted(word)) leads to \(quoted(value)), which is no \(field); there are "
        + allowed.joined(separator: ", ")
    case .badConstant(let field, let value, let allowed):
      "columns: the constant \(quoted(value)) is no \(field); there are " + allowed.joined(separator: ", ")
    case .sameWord(let field, let word): "words: \(quoted(word)) stands twice under \(field); keep one"
    case .missingColumn(let field, let column, let header):
      "\(field) is to come from column \(quoted(column)), which the file does not have; it has "
        + listed(header)
    case .repeatedColumn(let name): "the header names \(quoted(name)) twice; rename one of the two"
    case .lacks(let fields, let mapped, let header):
      (mapped ? "the map fills no " : "the header has no column named ") + fields.joined(separator: ", no ")
        + "; " + (mapped ? "add " : "write a map (redress help import) or rename columns; it has ")
        + (mapped ? (fields.count == 1 ? "it" : "them") : listed(header))
    case .encoding(let refusal): "\(refusal)"
    case .header(let error): "line \(error.line), column \(error.column): \(error)"
    case .emptyFile: "the file has no header line; nothing was imported"
    }
  }

  private func listed(_ names: [String]) -> String {
    names.prefix(40).map { visible($0) }.joined(separator: ", ") + (names.count > 40 ? ", …" : "")
  }
}

/// A cell or word in quotes, controls made visible, cut where it is long.
func quoted(_ text: String) -> String {
  let shown = text.count > 60 ? String(text.prefix(57)) + "…" : text
  return "\"" + visible(shown) + "\""
}
