import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// Records that something of the record goes out of it, before it does.
  ///
  /// Looking back at another time it is recorded now. Where nothing can be recorded at all, a damaged journal say,
  /// whoever takes it is told so: what can still be read must be had.
  func disclose(_ disclosed: Disclosed, of record: OpenRecord) throws(ShellFailure) {
    let present = record.asAt == nil ? record : try openRecord(.reading, .now)
    if let problem = present.readOnly {
      output.error("it is not on record that " + disclosureText(disclosed) + ": " + problem)
      return
    }
    do throws(RecordFailure) {
      try present.disclose(disclosed)
    } catch {
      throw present.shellFailure(error, "give it out: what goes out is put on record first")
    }
  }

  /// The record of the case somebody named; that it was read is put on record where few may read it.
  func readCase(_ text: String, _ record: OpenRecord) throws(ShellFailure) -> CaseFile {
    let file = try record.caseFile(text)
    if record.readsNamedParts(file) {
      try disclose(Disclosed(.read, subject: file.reference.text), of: record)
    }
    return file
  }

  /// `disclosures [CASE|PERSON|LOGIN]`: what was taken out of the record, and who read what few may read.
  func disclosures() throws(ShellFailure) {
    let record = try openRecord(.reading)
    try record.mustExport("list disclosures")
    let wanted = try request.words.first.map { word throws(ShellFailure) in try disclosed(word, record) }
    let told: [Entry]
    do { told = try record.journal.disclosures() } catch { throw ShellFailure(error) }
    var found = 0
    var rows: [[String]] = []
    for entry in told {
      guard case .kept(.disclosed(let disclosed)) = entry.event, record.mayRead(disclosed),
        wanted.map({ $0 == disclosed.subject || $0 == entry.by.text }) ?? true
      else { continue }
      found += 1
      if json {
        output.json(
          CaseDocuments.record([
            "seq": .integer(Int(clamping: entry.seq)), "ts": .string(entry.recordedAt.description),
            "by": .string(entry.by.text), "way": .string(disclosed.way.rawValue),
            "sheet": disclosed.sheet.isEmpty ? nil : .string(disclosed.sheet),
            "subject": disclosed.subject.isEmpty ? nil : .string(disclosed.subject),
            "needs": disclosed.withNeeds ? .bool(true) : nil,
          ]))
      } else {
        rows.append([
          String(entry.seq), clockTime(entry.recordedAt, zone: zone), visible(entry.by.text),
          disclosureText(disclosed),
        ])
      }
    }
    table(rows)
    if found == 0 { throw .nothingFound(request.words.first.map { "disclosures of " + $0 } ?? "disclosures") }
  }

  /// What somebody named, as a disclosure names it.
  private func disclosed(_ word: String, _ record: OpenRecord) throws(ShellFailure) -> String {
    if let person = PersonNumber(word) { return person.text }
    if let row = record.register.find(word) { return row.reference.text }
    if let login = StaffLogin(word), record.register.staff[login] != nil { return login.text }
    throw .badValue("disclosures", word, allowed: "a case, a person (P000123) or a login of the staff list")
  }
}

extension OpenRecord {
  /// Whether whoever acts reads parts of that case which are for named roles.
  func readsNamedParts(_ file: CaseFile) -> Bool {
    guard file.isSensitive else { return false }
    switch sight(file) {
    case .everything: return true
    case .without(let hidden), .redacted(_, let hidden):
      return !Set(file.sensitiveParts.keys).isSubset(of: hidden)
    case .keptOut, .closed, .notNamed, .figuresOnly, .notReady: return false
    }
  }

  /// Whether that may be told: a case kept from somebody is not named to them here either.
  fileprivate func mayRead(_ disclosed: Disclosed) -> Bool {
    CaseReference(disclosed.subject).flatMap { register.row($0.number) }.map(mayList) ?? true
  }
}
