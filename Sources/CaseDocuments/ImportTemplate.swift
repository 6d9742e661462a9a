/// Where a field's value comes from: the first of several alternatives that is not blank.
///
/// In a map: a column name, a template of several (`"{complaint_type}: {descriptor}"`), `{"constant": "web"}`,
/// or an array of these.
struct ImportTemplate: Hashable, Sendable {
  var alternatives: [Alternative]

  enum Alternative: Hashable, Sendable {
    case constant([UInt8])
    case pieces([Piece])
  }

  enum Piece: Hashable, Sendable {
    case literal([UInt8])
    /// A column by name in the map, by position once the header is known.
    case column(String, Int)
  }

  /// Reads a string of a map: one column's name, or text with columns in braces.
  static func pieces(_ text: String) -> [Piece]? {
    guard text.utf8.contains(0x7B) else { return [.column(text, -1)] }
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      if open > rest.startIndex { pieces.append(.literal(Array(rest[..<open].utf8))) }
      let name = String(rest[rest.index(after: open)..<close])
      guard !name.isEmpty, !name.contains("{") else { return nil }
      pieces.append(.column(name, -1))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(Array(rest.utf8))) }
    return pieces
  }

  /// The position of the column a refusal should point at.
  var firstColumn: Int? {
    for case .pieces(let pieces) in alternatives {
      for case .column(_, let index) in pieces { return index }
    }
    return nil
  }

  /// The position of the one column that is the whole value, nil for anything else.
  var onlyColumn: Int? {
    guard alternatives.count == 1, case .pieces(let pieces) = alternatives[0], pieces.count == 1,
      case .column(_, let index) = pieces[0]
    else { return nil }
    return index
  }

  /// The constant, where that is the whole value.
  var onlyConstant: String? {
    guard alternatives.count == 1, case .constant(let text) = alternatives[0] else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// The same with every column's position, from a lookup that knows the header.
  func placed(_ position: (String) throws(ImportMapError) -> Int) throws(ImportMapError) -> ImportTemplate {
    var placed: [Alternative] = []
    for alternative in alternatives {
      switch alternative {
      case .constant: placed.append(alternative)
      case .pieces(let pieces):
        var found: [Piece] = []
        for piece in pieces {
          switch piece {
          case .literal: found.append(piece)
          case .column(let name, _): found.append(.column(name, try position(name)))
          }
        }
        placed.append(.pieces(found))
      }
    }
    return ImportTemplate(alternatives: placed)
  }
}
