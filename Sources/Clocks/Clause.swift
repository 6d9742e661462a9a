/// Where a number or a rule stands: the document and the place in it.
package struct Clause: Hashable, Sendable {
  /// Profile name of the document: `manchester-2022`, `code-2024`.
  package let source: String
  /// Provision, or heading and item: `6.13`, `Stage 2 – Review, item 1`.
  package let place: String

  package init(source: String, place: String) {
    self.source = source
    self.place = place
  }

  /// `code-2024 6.13`, `manchester-2022, Stage 2 – Review`.
  package var text: String {
    guard let head = place.utf8.first else { return source }
    return source + (head >= 0x30 && head <= 0x39 ? " " : ", ") + place
  }
}
