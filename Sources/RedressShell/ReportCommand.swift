import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// Every report there is, as help and completion name them.
  static let reportKinds = ["today", "dashboard"] + FigureReport.allCases.map(\.rawValue)

  /// `report KIND`: figures and lists over the whole record.
  func report() throws(ShellFailure) {
    switch request.words[0] {
    case "today": try reportToday()
    case "dashboard": try reportDashboard()
    case let other:
      guard let kind = FigureReport(rawValue: other) else {
        throw .badValue("report", other, allowed: orList(CommandRun.reportKinds))
      }
      try reportFigures(kind)
    }
  }

  /// `report today`: overdue, due, about to be late, windows closing, and who heard nothing longest.
  private func reportToday() throws(ShellFailure) {
    let wantsJSON = try reportFormat() == "json"
    let record = try openRecord(.reading)
    let register = record.register
    var whole: [CaseNumber: CaseFacts] = [:]
    for row in register.casesOwingMore { whole[row.number] = try record.facts(of: row) }
    let list: MorningList
    do {
      list = try register.morningList(5, now: record.now(), rules: record.rules, whole: whole)
    } catch {
      throw .calendarGap(error)
    }
    let lines = morningLines(list, register: register, silent: try limit() ?? 10)
      .filter { line in register.row(line.number).map(record.mayList) ?? false }
    if wantsJSON {
      for line in lines {
        if let row = register.row(line.number) { output.json(morningRecord(line, row: row)) }
      }
      return
    }
    output.line(DaysInWords.full(list.today))
    for part in MorningPart.allCases {
      let some = lines.filter { $0.part == part }
      output.line()
      output.line(morningHeading(part) + " (" + morningCounts(part, list, shown: some.count) + ")")
      table(some.compactMap { line in register.row(line.number).map { cells(line, $0, record) } })
    }
  }

  private func cells(_ line: MorningLine, _ row: CaseRow, _ record: OpenRecord) -> [String] {
    let entry = record.entry(ListedRow(row: row, target: nil))
    let day = line.due.map { DaysInWords.full($0) + (line.dueTime.map { ", " + $0 } ?? "") }
    let who = row.handler?.text ?? "–"
    return ["  " + row.reference.text] + [day].compactMap(\.self) + [morningWords(line), who]
      + [visible(entry.person), visible(entry.subject)]
  }

  /// `--limit`, where it is given.
  func limit() throws(ShellFailure) -> Int? {
    guard let text = request.options["limit"] else { return nil }
    guard let limit = Int(text), limit > 0 else {
      throw .badValue("--limit", text, allowed: "a number from 1")
    }
    return limit
  }

  /// `--format`, text unless `--json` was said.
  private func reportFormat() throws(ShellFailure) -> String {
    guard let format = request.options["format"] else { return json ? "json" : "text" }
    guard format == "text" || format == "json" else {
      throw .badValue("--format", format, allowed: "text or json")
    }
    return format
  }
}
