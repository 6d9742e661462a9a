/// In which way something of the record was given to somebody to take away, or read that few may read.
package enum DisclosureWay: String, CaseIterable, Hashable, Sendable {
  /// Rows of every case, one sheet.
  case export
  /// Everything held on one person: subject access.
  case person
  /// A case as an Ombudsman asks for it.
  case pack
  /// A case with parts for named roles was read by somebody who reads them.
  case read
}

/// Something of the record went out of it, or was read that is for named roles; who and when stands in the line.
package struct Disclosed: Hashable, Sendable {
  package var way: DisclosureWay
  /// The sheet that was exported; empty otherwise.
  package var sheet: String
  /// `C26-000042` or `P000123`; empty for a sheet.
  package var subject: String
  /// Whether what residents need was asked for by name.
  package var withNeeds: Bool

  package init(_ way: DisclosureWay, sheet: String = "", subject: String = "", withNeeds: Bool = false) {
    self.way = way
    self.sheet = sheet
    self.subject = subject
    self.withNeeds = withNeeds
  }
}
