/// A JSON value; members keep the order in which they were written.
package indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number written without fraction or exponent that fits 64 bits.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([JSONMember])
}

/// One name and value of an object.
package struct JSONMember: Hashable, Sendable {
  package let name: String
  package let value: JSON

  package init(_ name: String, _ value: JSON) {
    self.name = name
    self.value = value
  }
}

extension JSON {
  /// The member of that name, nil where there is none or this is not an object.
  package subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    for member in members where member.name == name { return member.value }
    return nil
  }

  /// The text, nil for anything but a string.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The whole number, nil for anything but one.
  package var integer: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  /// The number, whole or not, nil for anything else.
  package var number: Double? {
    if case .number(let number) = self { return number }
    if case .integer(let number) = self { return Double(number) }
    return nil
  }

  /// The truth value, nil for anything else.
  package var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The items, nil for anything but an array.
  package var array: [JSON]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  /// The members in written order, nil for anything but an object.
  package var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// Whether this is `null`.
  package var isNull: Bool { self == .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

/// Where a text stopped being JSON, and why.
package struct JSONError: Error, Hashable, Sendable {
  /// Line, 1 first; LF, CR and CRLF end a line.
  package let line: Int
  /// Column in characters, 1 first.
  package let column: Int
  /// What was wrong, as the end of a sentence: `expected a value, found "}"`.
  package let what: String

  package init(line: Int, column: Int, what: String) {
    self.line = line
    self.column = column
    self.what = what
  }
}

extension JSONError: CustomStringConvertible {
  /// `line 3, column 14: …`, safe to print.
  package var description: String { "line \(line), column \(column): \(what)" }
}
