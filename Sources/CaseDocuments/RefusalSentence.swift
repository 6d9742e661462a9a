/// A refusal in words: one short clause of a sentence each.
package struct RefusalSentence: Hashable, Sendable {
  /// What stands in the way: `amira answered stage one`.
  package var what: String
  /// The rule behind it, as cited: `code-2024 6.13`; nil where it is plain sense and not a rule.
  package var clause: String?
  /// Who could do it; empty where nobody could, or anybody.
  package var who: String
  /// What to do instead: `assign someone else`.
  package var `try`: String

  init(_ what: String, clause: String? = nil, who: String = "", try remedy: String) {
    self.what = what
    self.clause = clause
    self.who = who
    self.try = remedy
  }

  /// What and clause together: `amira answered stage one (code-2024 6.13)`.
  package var why: String { clause.map { what + " (" + $0 + ")" } ?? what }

  /// The whole error line after `redress: `, where the attempt is `respond to C26-000042`.
  package func line(_ attempt: String) -> String { "cannot " + attempt + ": " + why + "; " + self.try }
}
