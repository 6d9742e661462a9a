import CaseDocuments
import Clocks
import Complaints
import PlainText

/// How rows are written.
enum RowFormat: String, CaseIterable {
  case csv, json
}

extension CommandRun {
  /// `export WHAT`: rows of everything on record; `export person ID`: all that is held on one person.
  func export() throws(ShellFailure) {
    let what = request.words[0]
    let known = ExportSheet.allCases.map(\.rawValue)
    if what == "person" { return try exportPerson() }
    guard let sheet = ExportSheet(rawValue: what) else {
      throw .badValue("WHAT", what, allowed: orList(known + ["person ID"]))
    }
    if request.words.count > 1 { throw .tooManyWords("export", extra: request.words[1]) }
    let format = try rowFormat()
    let record = try openRecord(.reading)
    try record.mustExport("export " + what)
    try disclose(
      Disclosed(.export, sheet: what, withNeeds: request.flags.contains("with-needs")), of: record)
    try write(sheet, format, record)
  }

  /// `--format`, CSV unless `--json` was said.
  func rowFormat() throws(ShellFailure) -> RowFormat {
    guard let text = request.options["format"] else { return json ? .json : .csv }
    guard let format = RowFormat(rawValue: text) else {
      throw .badValue("--format", text, allowed: orList(RowFormat.allCases.map(\.rawValue)))
    }
    return format
  }

  /// Writes one case after the other, so that nothing but one case is held at a time.
  private func write(_ sheet: ExportSheet, _ format: RowFormat, _ record: OpenRecord) throws(ShellFailure) {
    let withNeeds = request.flags.contains("with-needs")
    let names = sheet.columns(withNeeds: withNeeds)
    let shows = surroundings.outputIsTerminal
    var dues = DueMemory(record.rules, now: record.now())
    var csv = CSVWriter()
    var leftOut = 0
    if format == .csv {
      csv.row(names.map { .text($0) })
      output.raw(csv.bytes)
    }
    try record.eachFile(record.register.rows.map(\.number)) { (file) throws(ShellFailure) in
      guard let seen = record.seen(file) else {
        leftOut += 1
        return
      }
      var figures = CaseFigures(of: file, zone: zone)
      dues.reckon(&figures, file)
      var exported = ExportedCase(figures: figures, file: seen, row: record.row(of: file))
      switch sheet {
      case .clocks:
        exported.clocks = record.rules.clocks(of: file.facts, now: record.now(), explain: false)
      case .owed: exported.owes = exported.row.owes(record.rules, on: record.today)
      case .cases, .stages, .points, .decisions, .contacts, .actions, .promises, .learning, .compensation,
        .remedies, .ombudsman, .surveys:
        break
      }
      let rows = sheet.rows(exported, zone: zone, withNeeds: withNeeds)
      switch format {
      case .csv:
        csv.clear()
        for row in rows { csv.row(row, shows: shows) }
        output.raw(csv.bytes)
      case .json:
        for row in rows {
          var line = JSONWriter()
          line.row(row, names: names)
          output.json(text: line.text)
        }
      }
    }
    if leftOut > 0 {
      output.error(
        String(leftOut) + (leftOut == 1 ? " case is" : " cases are")
          + " left out: not for your role, or your own")
    }
  }
}

extension OpenRecord {
  /// The row of a case, made of its whole record.
  fileprivate func row(of file: CaseFile) -> CaseRow {
    CaseRow(of: file, profileIndex: { register.profileIndex($0) })
  }

  /// Who may take rows of everything away.
  static let exporters: [Role] = [.supervisor, .director, .administrator]

  /// Refuses an export to whoever does not lead or administer.
  func mustExport(_ attempt: String) throws(ShellFailure) {
    let roles = register.staff.current(me, on: today)?.allRoles ?? []
    guard roles.isDisjoint(with: OpenRecord.exporters) else { return }
    throw refused(attempt, .roleMayNot(action: "export", needs: OpenRecord.exporters))
  }
}
