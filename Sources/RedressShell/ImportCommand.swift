import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `import FILE.csv`: every row a case, already present, or a named refusal.
  func importCSV() throws(ShellFailure) {
    let dryRun = request.flags.contains("dry-run")
    let name = request.words[0]
    let map = try importMap()
    let record = try openRecord(.acting)
    guard let nation = record.register.landlord?.nation else {
      throw .damaged("the journal names no landlord")
    }
    let bytes = try name == "-" ? readAll(surroundings.read) : fileBytes(name)
    let file: ImportFile
    do {
      file = try ImportFile(bytes: bytes, map: map, nation: nation, zone: zone, now: record.now())
    } catch {
      throw .badInput(visible(name) + ": " + error.description)
    }
    var tally = ImportTally()
    let shows = surroundings.errorIsTerminal && !json
    let reading = RowsAhead(file, perBatch: 1000)
    reading.begin()
    var ended = false
    while !ended {
      let rows = reading.take()
      ended = rows.ended
      if !ended { reading.begin() }
      if !json { for index in rows.contacts.indices { remarks(on: rows.contacts[index]) } }
      tally.rows += rows.count
      tally.refusals = rows.refusals
      try take(rows.contacts, in: record, dryRun: dryRun, &tally)
      if shows { output.progress("import: " + String(rows.offset * 100 / max(1, file.count)) + " %") }
    }
    do { try record.settle() } catch { throw record.shellFailure(error, "import the rows") }
    if shows { output.endProgress() }
    summary(tally, encoding: file.encoding, dryRun: dryRun)
    if tally.refused > 0 { throw .someRefused }
  }

  /// What was changed in a row on the way in.
  private func remarks(on contact: ImportedContact) {
    for remark in contact.remarks {
      output.line("line " + String(contact.line) + ": " + remark.sentence)
    }
  }

  private func importMap() throws(ShellFailure) -> ImportMap? {
    guard let name = request.options["map"] else { return nil }
    let text = String(decoding: try fileBytes(name), as: UTF8.self)
    do {
      return try ImportMap(json: text)
    } catch {
      throw .badInput(visible(name) + ": " + error.description)
    }
  }

  private func fileBytes(_ name: String) throws(ShellFailure) -> [UInt8] {
    if request.flags.contains("locked") { throw .pathWhileLocked(name) }
    return try readFile(name)
  }

  private func take(
    _ batch: [ImportedContact], in record: OpenRecord, dryRun: Bool, _ tally: inout ImportTally
  ) throws(ShellFailure) {
    var done = ImportDone()
    if batch.isEmpty {
      // Nothing to record: the refusals alone are told.
    } else if dryRun {
      done = record.rehearse(batch, seen: &tally.seen)
    } else {
      do {
        done = try record.take(batch)
      } catch {
        throw record.shellFailure(error, "import the rows")
      }
    }
    tally.added += done.added
    tally.present += done.present
    refuse(tally.refusals + done.refusals, &tally)
    tally.refusals = []
  }

  /// Tells refusals in the order of their lines, whether the row itself was wrong or the record said no.
  private func refuse(_ refusals: [ImportDone.Refused], _ tally: inout ImportTally) {
    tally.refused += refusals.count
    for refusal in refusals.sorted(by: { $0.line < $1.line }) {
      if json {
        output.json(
          CaseDocuments.record(["line": .integer(refusal.line), "refused": .string(refusal.sentence)]))
      } else {
        output.line(refusal.sentence)
      }
    }
  }

  private func summary(_ tally: ImportTally, encoding: String, dryRun: Bool) {
    if json {
      output.json(
        CaseDocuments.record([
          "rows": .integer(tally.rows), "added": .integer(tally.added), "present": .integer(tally.present),
          "refused": .integer(tally.refused), "encoding": .string(encoding), "dryRun": .bool(dryRun),
        ]))
      return
    }
    output.line(
      (dryRun ? "dry run, nothing recorded; " : "") + "rows " + String(tally.rows) + ": added "
        + String(tally.added) + ", already present " + String(tally.present) + ", refused "
        + String(tally.refused))
  }
}

/// What became of the rows so far.
private struct ImportTally {
  var rows = 0
  var added = 0
  var present = 0
  var refused = 0
  /// Rows refused on reading and not told yet.
  var refusals: [ImportDone.Refused] = []
  /// Rows a rehearsal would have recorded.
  var seen: [UInt64: RowIntake.Known] = [:]
}
