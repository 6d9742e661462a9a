import Complaints
import TextCanvas

/// What can stand where the cursor is in the filter: field names, and the values of a field.
struct FilterCompletion: Hashable, Sendable {
  /// The offers, as they would stand in the text.
  private(set) var offers: [String] = []
  /// The one last put into the text by Tab.
  private(set) var taken: Int?
  /// What was typed before the first Tab.
  private var typed = ""

  /// Looks anew after the text was typed in.
  mutating func look(_ text: String, _ reader: RecordReader) {
    taken = nil
    typed = FilterCompletion.lastTerm(of: text)
    offers = FilterCompletion.offers(for: typed, reader)
  }

  /// The text with the next offer in the place of the word being typed; nil where there is none.
  mutating func take(_ step: Int, in text: String) -> String? {
    guard !offers.isEmpty else { return nil }
    let current = taken.map { offers[$0] } ?? typed
    let next = taken.map { ($0 + step + offers.count) % offers.count } ?? (step > 0 ? 0 : offers.count - 1)
    taken = next
    return String(text.dropLast(current.count)) + offers[next]
  }

  private static func lastTerm(of text: String) -> String {
    var term = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character.isWhitespace, !isQuoted { term = "" } else { term.append(character) }
    }
    return term
  }

  private static func offers(for term: String, _ reader: RecordReader) -> [String] {
    let sign = term.hasPrefix("-") ? "-" : ""
    let body = term.dropFirst(sign.count)
    guard let colon = body.firstIndex(of: ":") else {
      guard !body.isEmpty, !body.hasPrefix("\"") else { return [] }
      return Query.fields.filter { $0.hasPrefix(body.lowercased()) }.map { sign + $0 + ":" }
    }
    let field = String(body[..<colon]).lowercased()
    let value = body[body.index(after: colon)...]
    // What stands before the last comma is kept: the offers are for the part being typed.
    let kept = value.lastIndex(of: ",").map { value[...$0] } ?? ""
    let part = value.dropFirst(kept.count).lowercased()
    return Query.values(of: field, reader.queryContext)
      .filter { $0.lowercased().hasPrefix(part) && $0.lowercased() != part }
      .map { sign + field + ":" + kept + $0 }
  }
}
