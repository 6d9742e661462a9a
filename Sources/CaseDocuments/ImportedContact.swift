package import Complaints

/// A row read as a contact, with the two hashes by which a second run knows it.
package struct ImportedContact: Sendable {
  package var intake: Intake
  /// Line of the file on which the row began.
  package var line: Int
  /// FNV-1a 64 of the row's bytes as they stood; also in `intake.contact.row`.
  package var rowHash: UInt64
  /// `SourceHash` of source and sourceRef; a row without a reference has its own hash for one.
  package var sourceHash: UInt64
  /// What was changed on the way in, to be said.
  package var remarks: [ImportRemark]
}

/// A change made to a value on the way in.
package enum ImportRemark: Hashable, Sendable {
  /// NUL is stored as U+FFFD.
  case nulReplaced
  /// A UPRN that is no number (a spreadsheet rounded it, say) is left out, so that nothing matches it.
  case uprnLeftOut(String)

  /// The remark in words, safe to print.
  package var sentence: String {
    switch self {
    case .nulReplaced: "a NUL byte was stored as U+FFFD"
    case .uprnLeftOut(let value): "the UPRN \(quoted(value)) is no UPRN and was left out"
    }
  }
}
