import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

/// What became of some rows of an import.
struct ImportDone {
  struct Refused {
    var line: Int
    var sentence: String
  }
  var added = 0
  var present = 0
  var refusals: [Refused] = []
}

extension OpenRecord {
  /// Records rows as cases under one lease and one sync.
  func take(_ rows: [ImportedContact]) throws(RecordFailure) -> ImportDone {
    var intake = RowIntake(rows, by: me, rules: rules, now: now())
    do {
      _ = try journal.commitMany(by: me, perLease: max(1, rows.count)) { (view) throws(RecordFailure) in
        intake.next(view.register, caseOf: view.caseOf)
      } staged: { result in
        if case .failure(let failure) = result { intake.unwritable(failure) }
      }
    } catch {
      switch error {
      case .refused(let failure): throw failure
      case .journal(let failure): throw .journal(failure)
      }
    }
    return intake.done
  }

  /// What those rows would become, with nothing recorded; `seen` holds the rows of the batches before.
  func rehearse(
    _ rows: [ImportedContact], seen: inout [UInt64: RowIntake.Known]
  ) -> ImportDone {
    var intake = RowIntake(rows, by: me, rules: rules, now: now())
    intake.here = seen
    intake.rehearsal = true
    var register = register
    while case .line = intake.next(register, caseOf: { register.caseOf(sourceHash: $0) }) {}
    seen = intake.here
    return intake.done
  }
}

/// Goes through the rows of one batch, each decided on the state the one before left.
struct RowIntake {
  struct Known {
    var reference: CaseReference
    var rowHash: UInt64
  }

  private let rows: [ImportedContact]
  private let by: StaffLogin
  private let rules: RuleBook
  private let now: Moment
  private var at = 0
  private var occasion: Occasion?
  private(set) var done = ImportDone()
  /// Rows met in a rehearsal, which the register does not know.
  var here: [UInt64: Known] = [:]
  var rehearsal = false

  init(_ rows: [ImportedContact], by: StaffLogin, rules: RuleBook, now: Moment) {
    self.rows = rows
    self.by = by
    self.rules = rules
    self.now = now
  }

  /// The events of the next row that becomes a case; rows present or refused are counted on the way.
  mutating func next(_ register: CaseRegister, caseOf: (UInt64) -> CaseRow?) -> BulkStep {
    while at < rows.count {
      let row = rows[at]
      at += 1
      let known =
        here[row.sourceHash]
        ?? caseOf(row.sourceHash).map { Known(reference: $0.reference, rowHash: $0.rowHash) }
      if let known {
        note(row, known)
        continue
      }
      let occasion = self.occasion ?? Occasion(by: by, staff: register.staff, rules: rules, now: now)
      self.occasion = occasion
      let reference = CaseReference(number: register.nextCase, year: occasion.today.year)
      do throws(Refusal) {
        let events = try receive(row.intake, as: reference, newPerson: register.nextPerson, on: occasion)
        done.added += 1
        if rehearsal { here[row.sourceHash] = Known(reference: reference, rowHash: row.rowHash) }
        return .line(events)
      } catch {
        let words = sentence(for: error)
        refuse(row, words.why + "; " + words.try)
      }
    }
    return .done
  }

  /// The row last given could not be written.
  mutating func unwritable(_ failure: JournalFailure) {
    done.added -= 1
    refuse(rows[at - 1], ShellFailure(failure).sentence ?? "")
  }

  private mutating func note(_ row: ImportedContact, _ known: Known) {
    guard known.rowHash != row.rowHash else {
      done.present += 1
      return
    }
    let reference = visible(row.intake.contact.sourceRef)
    refuse(
      row,
      reference + " is already " + known.reference.text
        + " with other content; correct that case, or give the row its own reference")
  }

  private mutating func refuse(_ row: ImportedContact, _ why: String) {
    done.refusals.append(
      ImportDone.Refused(line: row.line, sentence: "line " + String(row.line) + ": " + why))
  }
}
