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
    try checkOptions(of: request.words[0])
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

  /// Options that mean something to some reports alone, and to which.
  private static let optionKinds: [(option: String, kinds: [String])] = {
    let periods = FigureReport.allCases.map(\.rawValue)
    return [
      ("from", periods), ("to", periods), ("limit", ["today", "sample", "self-assessment"]),
      ("seed", ["sample"]), ("definition", ["measures"]), ("beside", ["measures"]),
    ]
  }()

  /// Refuses an option that the report asked for knows nothing of, instead of passing over it.
  private func checkOptions(of kind: String) throws(ShellFailure) {
    guard CommandRun.reportKinds.contains(kind) else { return }
    for (option, kinds) in CommandRun.optionKinds
    where request.options[option] != nil && !kinds.contains(kind) {
      throw .optionOfAnother(option, command: "report " + kind)
    }
  }

  /// `report today`: overdue, due, about to be late, windows closing, and who heard nothing longest.
  private func reportToday() throws(ShellFailure) {
    let form = try reportForm()
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
    let report = morningReport(list, lines, register: register, asAt: record.now(), zone: zone) { row in
      MorningCase(who: row.handler?.text ?? "nobody", record.entry(ListedRow(row: row, target: nil)))
    }
    give(report, as: form)
  }

  /// `--limit`, where it is given.
  func limit() throws(ShellFailure) -> Int? {
    guard let text = request.options["limit"] else { return nil }
    guard let limit = Int(text), limit > 0 else {
      throw .badValue("--limit", text, allowed: "a number from 1")
    }
    return limit
  }
}
