import Clocks
package import Complaints

extension ActionName {
  /// Whether the step may write to somebody.
  package var sendsLetter: Bool {
    ActionCatalogue.spec(self).outward || LetterKind.allCases.contains { $0.sentBy == rawValue }
  }
}
