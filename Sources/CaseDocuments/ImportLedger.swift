package import Complaints

/// Whether an imported row is news to the journal.
package enum ImportStanding: Hashable, Sendable {
  case new
  /// The same reference and the same row: an earlier run, or a row above, brought it.
  case present
  /// The same reference with another row; the first one's case stands.
  case differs(from: CaseReference)
  /// The same reference with another row, the first one being further up in this file and not yet recorded.
  case differsFromLine(Int)
}

extension ImportStanding {
  /// Why a row that differs is refused and what to do; nil for one that is not refused.
  package func sentence(for contact: ImportedContact) -> String? {
    let reference = contact.intake.contact.sourceRef
    let source = contact.intake.contact.source
    let named = (source.isEmpty ? "" : quoted(source) + " ") + quoted(reference)
    switch self {
    case .new, .present: return nil
    case .differs(let first):
      return "line \(contact.line): \(named) is already \(first.text), from a different row; "
        + "correct that case, or give this row a reference of its own"
    case .differsFromLine(let line):
      return "line \(contact.line): \(named) is already on line \(line), in a different row; "
        + "keep one, or give this row a reference of its own"
    }
  }
}

/// Knows the rows taken from a file but not yet in the register, so that a repeat within one lease is seen.
package struct ImportLedger: Sendable {
  private var taken: [UInt64: (row: UInt64, line: Int)] = [:]

  package init() {}

  /// Where a row stands; a new one is taken down.
  package mutating func standing(of contact: ImportedContact, in register: inout CaseRegister)
    -> ImportStanding
  {
    if let first = register.caseOf(sourceHash: contact.sourceHash) {
      return first.rowHash == contact.rowHash ? .present : .differs(from: first.reference)
    }
    if let first = taken[contact.sourceHash] {
      return first.row == contact.rowHash ? .present : .differsFromLine(first.line)
    }
    taken[contact.sourceHash] = (contact.rowHash, contact.line)
    return .new
  }

  /// Forgets what was taken down, once the register has it.
  package mutating func recorded() {
    taken.removeAll(keepingCapacity: true)
  }
}
