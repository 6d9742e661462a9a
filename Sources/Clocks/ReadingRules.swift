/// What on a record tells who the resident is.
package enum ResidentDetail: String, CaseIterable, Hashable, Sendable {
  case name
  /// Telephone, e-mail, and how to reach them.
  case contact
  case address
  /// Adjustments, vulnerability and language.
  case needs
  /// Callers, representatives and other people affected.
  case others
}

/// What somebody from outside the desk does not read of the case they are named on.
package struct WithheldRule: Hashable, Sendable {
  package let details: [ResidentDetail]
  package let clause: Clause
  package let readingReason: String?

  /// Where the policy says nothing.
  static let everything = WithheldRule(
    details: ResidentDetail.allCases, clause: Clause(source: "", place: ""), readingReason: nil)
}

/// What members of panels and boards do before they read anything.
package struct MemberReadingRule: Hashable, Sendable {
  package let training: Bool
  package let confidentiality: Bool
  package let clause: Clause
  package let readingReason: String?
}
