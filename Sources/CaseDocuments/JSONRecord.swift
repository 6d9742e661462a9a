package import PlainText

/// An object of those members in that order; a member that is nil is left out.
package func record(_ members: KeyValuePairs<String, JSON?>) -> JSON {
  var kept: [JSONMember] = []
  for (name, value) in members {
    if let value { kept.append(JSONMember(name, value)) }
  }
  return .object(kept)
}

/// The same of a list of members.
package func record(_ members: [(String, JSON?)]) -> JSON {
  .object(members.compactMap { name, value in value.map { JSONMember(name, $0) } })
}

extension JSON {
  /// The text, or `null` where there is none.
  package init(orNull text: String?) { self = text.map { .string($0) } ?? .null }
  /// The number, or `null` where there is none.
  package init(orNull number: Int?) { self = number.map { .integer($0) } ?? .null }
  /// The text, or nil where it is empty, so that the member is left out.
  package static func unlessEmpty(_ text: String) -> JSON? { text.isEmpty ? nil : .string(text) }
}
