import Complaints
import TextCanvas

/// The filter line of the queue: always visible while it holds a text, live as it is typed.
struct QueueFilter: Hashable, Sendable {
  var entry = TextEntry()
  /// Whether keys go to the filter line.
  var isEditing = false
  /// The newest query that could be read; nil shows the whole view.
  private(set) var query: Query?
  /// What is wrong with the text; the terms that can be read still hold.
  private(set) var problem = ""

  var isOn: Bool { !entry.trimmed.isEmpty }

  mutating func clear() { self = QueueFilter() }

  /// The query of all but the last term.
  private func before(_ text: String, _ context: QueryContext) -> Query? {
    guard let blank = text.trimmedBlanks.lastIndex(where: \.isWhitespace) else { return nil }
    do throws(QueryError) {
      return try Query(String(text.trimmedBlanks[..<blank]), context: context)
    } catch {
      // More than one term cannot be read: the list stays as it was.
      return query
    }
  }

  /// Reads the text anew.
  mutating func read(_ context: QueryContext) {
    problem = ""
    guard isOn else {
      query = nil
      return
    }
    do throws(QueryError) {
      query = try Query(entry.text, context: context)
    } catch {
      // A field whose value is still to come is no mistake; until then the terms before it hold.
      let isBegun = entry.text.last == ":"
      problem = isBegun ? "" : error.what + "; " + error.allowed
      query = before(entry.text, context)
    }
  }
}

extension Query {
  /// Whether every case this finds was found by the query before: its terms as they were or words typed further,
  /// and words behind them.
  func narrows(_ before: Query?) -> Bool {
    guard let before, terms.count >= before.terms.count, looksAtEnded == before.looksAtEnded else {
      return false
    }
    for (term, old) in zip(terms, before.terms) where term != old {
      guard !term.negated, !old.negated, case .words(let needle) = term.test, case .words(let was) = old.test,
        needle.starts(with: was)
      else { return false }
    }
    return true
  }

  /// Whether it differs from the query before by terms about words and nothing else.
  func addsOnlyWords(to before: Query) -> Bool {
    guard terms.count >= before.terms.count else { return false }
    for (place, term) in terms.enumerated() where place >= before.terms.count || term != before.terms[place] {
      guard term.test.asksWords else { return false }
    }
    return true
  }
}
