import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `show CASE`.
  func show() throws(ShellFailure) {
    let record = try openRecord(.reading)
    let file = try readCase(request.words[0], record)
    let clocks = record.rules.clocks(
      of: file.facts, now: record.now(), explain: request.flags.contains("days"))
    if json {
      return output.json(
        caseRecord(
          file, clocks: clocks, lettersOwed: lettersOwed(file, record.rules, today: record.today),
          rules: record.rules))
    }
    let sheet = CaseSheet(
      file, clocks: clocks, rules: record.rules, staff: record.register.staff, today: record.today)
    output.line(sheet.sentence)
    for part in sheet.parts {
      output.line()
      output.line(part.heading)
      for line in part.lines { output.line("  " + line) }
      for line in alignedColumns(part.table) { output.line("  " + line) }
    }
    if request.flags.contains("days") {
      output.line()
      for clock in clocks { for line in clockExplanation(clock) { output.line(line) } }
    }
  }

  /// `timeline CASE`.
  func timeline() throws(ShellFailure) {
    let record = try openRecord(.reading)
    let file = try readCase(request.words[0], record)
    if json {
      for filed in file.entries { output.json(entryRecord(filed)) }
    } else {
      table(file.entries.map { entryCells($0, zone: zone) })
    }
  }

  /// `why CASE [CLOCK]`.
  func why() throws(ShellFailure) {
    let record = try openRecord(.reading)
    let file = try readCase(request.words[0], record)
    var clocks = record.rules.clocks(of: file.facts, now: record.now(), explain: true)
    if request.words.count > 1 {
      let wanted = request.words[1]
      let names = clocks.map(\.clock)
      clocks.removeAll { $0.clock != wanted }
      guard !clocks.isEmpty else {
        throw .badValue("clock", wanted, allowed: orList(Set(names).sorted()))
      }
    }
    for clock in clocks {
      if json {
        output.json(clockRecord(clock))
      } else {
        for line in clockExplanation(clock) { output.line(line) }
      }
    }
    if clocks.isEmpty { throw .nothingFound("clocks of " + file.reference.text) }
  }
}
