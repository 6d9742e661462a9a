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
  ///
  /// The sync goes on while the next rows are read; `settle` awaits the last.
  func take(_ rows: [ImportedContact]) throws(RecordFailure) -> ImportDone {
    var intake = RowIntake(rows, by: me, register.staff, rules, now: now())
    do {
      _ = try journal.commitMany(by: me, perLease: max(1, rows.count), settles: false) {
        (view) throws(RecordFailure) in
        if intake.place == nil { intake.place = view.next }
        return intake.next(caseOf: view.caseOf)
      } passedOver: {
        intake.unwritable($0)
      }
    } catch {
      switch error {
      case .refused(let failure): throw failure
      case .journal(let failure): throw .journal(failure)
      }
    }
    return intake.done
  }

  /// Awaits the last sync: only then is every row saved.
  func settle() throws(RecordFailure) {
    do { try journal.settle() } catch { throw .journal(error) }
  }

  /// What those rows would become, with nothing recorded; `seen` holds the rows of the batches before.
  func rehearse(
    _ rows: [ImportedContact], seen: inout [UInt64: RowIntake.Known]
  ) -> ImportDone {
    var intake = RowIntake(rows, by: me, register.staff, rules, now: now())
    intake.here = seen
    intake.rehearsal = true
    intake.place = (register.nextCase, register.nextPerson)
    while case .line = intake.next(caseOf: journal.caseOf) {}
    seen = intake.here
    return intake.done
  }
}

extension CommitView {
  /// The numbers the next case and the next person will get.
  var next: (number: CaseNumber, person: PersonNumber) { (nextCase, nextPerson) }
}

/// Goes through the rows of one batch, each decided on the state the one before left.
struct RowIntake {
  struct Known {
    var reference: CaseReference
    var rowHash: UInt64
  }

  /// The rows still to come, the next one last: taken off the end, none is copied.
  private var rows: [ImportedContact]
  /// Line of the row last given, should it not be written.
  private var line = 0
  private let occasion: Occasion
  /// The London year in which the cases are recorded.
  private let year: Int
  private(set) var done = ImportDone()
  /// Rows met in a rehearsal, which the register does not know.
  var here: [UInt64: Known] = [:]
  var rehearsal = false
  /// The numbers the next case and person get: the register's at first, then counted on, for nobody else can
  /// add while we hold the lease.
  var place: (number: CaseNumber, person: PersonNumber)?
  /// The numbers before the row last given, should it not be written.
  private var before: (number: CaseNumber, person: PersonNumber)?

  init(_ rows: [ImportedContact], by: StaffLogin, _ staff: StaffTable, _ rules: RuleBook, now: Moment) {
    self.rows = rows.reversed()
    var occasion = Occasion(by: by, staff: staff, rules: rules, now: now)
    for kind in Kind.allCases {
      // What cannot be prepared is found out, and refused, row by row.
      do throws(Refusal) { try occasion.prepare(kind) } catch { break }
    }
    self.occasion = occasion
    year = occasion.today.year
  }

  /// The events of the next row that becomes a case; rows present or refused are counted on the way.
  mutating func next(caseOf: (UInt64) -> CaseRow?) -> BulkStep {
    guard let place else { return .done }
    while let row = rows.popLast() {
      if let known = known(row.sourceHash, caseOf) {
        note(row, known)
        continue
      }
      let reference = CaseReference(number: place.number, year: year)
      do throws(Refusal) {
        let events = try receive(row.intake, as: reference, newPerson: place.person, on: occasion)
        done.added += 1
        if rehearsal { here[row.sourceHash] = Known(reference: reference, rowHash: row.rowHash) }
        line = row.line
        count(row.intake.contact.person.isEmpty, from: place)
        return .line(events)
      } catch {
        let words = sentence(for: error)
        refuse(row.line, words.why + "; " + words.try)
      }
    }
    return .done
  }

  private mutating func count(_ nobody: Bool, from place: (number: CaseNumber, person: PersonNumber)) {
    before = place
    self.place = (
      CaseNumber(value: place.number.value + 1),
      nobody ? place.person : PersonNumber(value: place.person.value + 1)
    )
  }

  private func known(_ sourceHash: UInt64, _ caseOf: (UInt64) -> CaseRow?) -> Known? {
    if rehearsal, let known = here[sourceHash] { return known }
    return caseOf(sourceHash).map { Known(reference: $0.reference, rowHash: $0.rowHash) }
  }

  /// The row last given could not be written.
  mutating func unwritable(_ failure: JournalFailure) {
    done.added -= 1
    place = before
    refuse(line, ShellFailure(failure).sentence ?? "")
  }

  private mutating func note(_ row: ImportedContact, _ known: Known) {
    guard known.rowHash != row.rowHash else {
      done.present += 1
      return
    }
    let reference = visible(row.intake.contact.sourceRef)
    refuse(
      row.line,
      reference + " is already " + known.reference.text
        + " with other content; correct that case, or give the row its own reference")
  }

  private mutating func refuse(_ line: Int, _ why: String) {
    done.refusals.append(
      ImportDone.Refused(line: line, sentence: "line " + String(line) + ": " + why))
  }
}
