import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `export person ID`: everything held on one person, others masked (subject access).
  func exportPerson() throws(ShellFailure) {
    guard request.words.count == 2, let person = PersonNumber(request.words[1]) else {
      throw .badValue(
        "ID", request.words.count > 1 ? request.words[1] : "",
        allowed: "the number of a person, P000123, which show CASE tells behind the name")
    }
    let format = try rowFormat()
    let record = try openRecord(.reading)
    try record.mustExport("export what is held on " + person.text)
    let register = record.register
    let numbers = register.cases(of: person).sorted()
    if numbers.isEmpty {
      throw .badInput(
        "no case of " + person.text
          + " is on record; find NAME finds the case, and show CASE tells the number")
    }
    try disclose(Disclosed(.person, subject: person.text), of: record)
    var csv = CSVWriter()
    if format == .csv {
      csv.row(["ref", "seq", "on", "by", "kind", "field", "value"].map { .text($0) })
      output.raw(csv.bytes)
    }
    let shows = surroundings.outputIsTerminal
    var own: [CaseFile] = []
    try record.eachFile(numbers) { (file) throws(ShellFailure) in
      own.append(file)
      guard let seen = record.seen(file) else { return }
      // Whoever is not the person keeps their own privacy; what was said of the person stays.
      let held = seen.withholding([.others], zone)
      switch format {
      case .json:
        output.json(
          caseRecord(held, clocks: record.rules.clocks(of: held.facts, now: record.now(), explain: false)))
        for filed in held.entries { output.json(heldRecord(filed, record)) }
      case .csv:
        csv.clear()
        for filed in held.entries {
          for row in heldRows(filed, record) { csv.row(row, shows: shows) }
        }
        output.raw(csv.bytes)
      }
    }
    try exportMentions(PersonTraces(own), besides: Set(numbers), format, record)
  }

  /// What was written about the person in other people's cases, those others out of sight.
  private func exportMentions(
    _ traces: PersonTraces, besides own: Set<CaseNumber>, _ format: RowFormat, _ record: OpenRecord
  ) throws(ShellFailure) {
    if traces.isEmpty { return }
    let shows = surroundings.outputIsTerminal
    var csv = CSVWriter()
    var leftOut = 0
    let others = record.register.rows.lazy.map(\.number).filter { !own.contains($0) }
    try record.eachFile(others) { (file) throws(ShellFailure) in
      guard let seen = record.seen(file) else {
        leftOut += 1
        return
      }
      let mentions = seen.mentions(of: traces) { record.journal.values(of: $0) }
      if mentions.isEmpty { return }
      switch format {
      case .json:
        output.json(
          CaseDocuments.record([
            "case": .string(file.reference.text),
            "mentions": .array(
              mentions.map { mention in
                let values = mention.values.map { JSONMember($0.field, .string($0.value)) }
                return .object(
                  (entryRecord(FiledEntry(mention.entry)).members ?? []).filter { $0.name != "text" }
                    + [JSONMember("values", .object(values))])
              }),
          ]))
      case .csv:
        csv.clear()
        for mention in mentions {
          for value in mention.values {
            csv.row(cells(mention.entry) + [.text(value.field), ExportCell(value.value)], shows: shows)
          }
        }
        output.raw(csv.bytes)
      }
    }
    if leftOut > 0 {
      output.error(
        String(leftOut) + (leftOut == 1 ? " case is" : " cases are")
          + " not for your role, or your own, and not looked through")
    }
  }

  /// A line of the record with every value it holds.
  private func heldRecord(_ filed: FiledEntry, _ record: OpenRecord) -> JSON {
    let values = record.journal.values(of: filed.entry.event).map { JSONMember($0.field, .string($0.value)) }
    return .object((entryRecord(filed).members ?? []) + [JSONMember("values", .object(values))])
  }

  /// What stands in front of every value of an entry.
  private func cells(_ entry: Entry) -> [ExportCell] {
    [
      ExportCell(entry.caseReference?.text), .number(Int(clamping: entry.seq)),
      .text(entry.occurred?.text ?? entry.recordedAt.description), .text(entry.by.text),
      .text(eventKind(entry.event)),
    ]
  }

  private func heldRows(_ filed: FiledEntry, _ record: OpenRecord) -> [[ExportCell]] {
    let entry = filed.entry
    let front = cells(entry)
    let values = record.journal.values(of: entry.event)
    if values.isEmpty { return [front + [.nothing, .nothing]] }
    return values.map { front + [.text($0.field), ExportCell($0.value)] }
  }
}
