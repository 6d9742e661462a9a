import Complaints
import TextCanvas

/// The filter line of the queue: always visible while it holds a text, live as it is typed.
struct QueueFilter: Hashable, Sendable {
  var entry = TextEntry()
  /// Whether keys go to the filter line.
  var isEditing = false
  /// The newest query that could be read; nil shows the whole view.
  private(set) var query: Query?
  /// What is wrong with the text; the list then stays with the query before.
  private(set) var problem = ""

  var isOn: Bool { !entry.trimmed.isEmpty }

  mutating func clear() { self = QueueFilter() }

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
      // While a word is still being typed the list before it is more use than an empty one.
      problem = error.what + "; " + error.allowed
    }
  }
}

extension Query {
  /// Whether every case this finds was found by the query before: the same words, each as typed or typed further.
  func narrows(_ before: Query?) -> Bool {
    guard let before, terms.count >= before.terms.count else { return false }
    for (term, old) in zip(terms, before.terms) {
      guard !term.negated, !old.negated, case .words(let needle) = term.test, case .words(let was) = old.test,
        needle.starts(with: was)
      else { return false }
    }
    for term in terms.dropFirst(before.terms.count) where term.negated {
      guard case .words = term.test else { return false }
    }
    return !looksAtEnded
  }
}
