/// An intake as far as it was typed, kept so that nothing typed is lost.
package struct IntakeDraft: Hashable, Sendable {
  /// One field by name, as typed.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var fields: [Field]

  package init(fields: [Field]) { self.fields = fields }

  package var isEmpty: Bool { fields.allSatisfy { $0.value.isEmpty } }
}
