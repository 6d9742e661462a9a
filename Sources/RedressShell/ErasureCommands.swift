import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `redact CASE|PERSON --reason TEXT`: the texts go, the events stay.
  func redact() throws(ShellFailure) {
    guard let reason = request.options["reason"], !reason.isEmpty else {
      throw .missingOption("reason", command: "redact")
    }
    let opened = try openRecord(.acting)
    try opened.mustHold(.administrator, for: "erase texts")
    let named = request.words[0]
    let numbers = try casesNamed(named, opened)
    if request.flags.contains("dry-run") {
      for number in numbers {
        let file = try opened.caseFile(String(number.value))
        do throws(Refusal) { try file.guardErasure() } catch {
          throw opened.refused("erase the texts of " + file.reference.text, error)
        }
        say(file.reference, "would be erased", nil)
      }
      return
    }
    let ground = named.hasPrefix("P") ? named + ": " + reason : reason
    try told(try erase(numbers, ground: ground, opened))
  }

  /// `dispose`: what retention says is due, previewed with `--dry-run`, then done.
  func dispose() throws(ShellFailure) {
    var given: Int?
    if let text = request.options["years"] {
      guard let number = Int(text), (1...100).contains(number) else {
        throw .badValue("--years", text, allowed: "a number of years from 1 to 100")
      }
      given = number
    }
    let opened = try openRecord(.acting)
    try opened.mustHold(.administrator, for: "dispose of records")
    let rules = opened.rules
    var due: [String: [CaseNumber]] = [:]
    for row in opened.register.rows where !row.state.isLive {
      let file = try opened.caseFile(String(row.number.value))
      // How long to keep is a rule for today, whatever edition the stage began under.
      let named = rules.profile(named: file.triage?.profile ?? "")
      let rule = given == nil ? named?.duties.retention : nil
      let years = given ?? rule?.years ?? usualRetentionYears
      guard let until = file.keptUntil(years: years), until <= opened.today else { continue }
      guard try holdsTexts(row.number, opened) else { continue }
      if file.people.hold != nil {
        say(file.reference, "is kept by a hold", until)
        continue
      }
      let clause = rule.map { " (" + $0.clause.text + ")" } ?? ""
      let ground = "retention: " + String(years) + " years after the last thing owed was done" + clause
      due[ground, default: []].append(row.number)
      if request.flags.contains("dry-run") { say(file.reference, "would be erased", until) }
    }
    guard !due.isEmpty else {
      throw .badInput(
        "no record is past its " + (given.map { String($0) + " years" } ?? "retention")
          + ": nothing is to be erased")
    }
    if request.flags.contains("dry-run") { return }
    var erased = Erased()
    for ground in due.keys.sorted() {
      let numbers = due[ground] ?? []
      // So many in one erasure that its events stay short and nobody waits long for the lease.
      for from in stride(from: 0, to: numbers.count, by: 100) {
        let part = try erase(
          Array(numbers[from..<min(numbers.count, from + 100)]), ground: ground, opened)
        erased.cases += part.cases
        erased.lines += part.lines
        erased.files += part.files
      }
    }
    try told(erased)
  }

  private func casesNamed(_ named: String, _ opened: OpenRecord) throws(ShellFailure) -> [CaseNumber] {
    guard let person = PersonNumber(named) else {
      guard let row = opened.register.find(named) else {
        throw opened.refused("erase its texts", .noSuchCase(named))
      }
      return [row.number]
    }
    let numbers = opened.register.rows.filter { $0.person == person }.map(\.number)
    guard !numbers.isEmpty else { throw .nothingFound("cases of " + named) }
    return numbers
  }

  private func erase(
    _ numbers: [CaseNumber], ground: String, _ opened: OpenRecord
  ) throws(ShellFailure) -> Erased {
    do {
      return try opened.journal.erase(numbers, ground: ground, by: opened.me) {
        (file) throws(RecordFailure) in
        do throws(Refusal) { try file.guardErasure() } catch { throw .refused(error) }
      }
    } catch {
      switch error {
      case .refused(let failure): throw opened.shellFailure(failure, "erase its texts")
      case .journal(let failure): throw ShellFailure(failure)
      }
    }
  }

  private func holdsTexts(_ number: CaseNumber, _ opened: OpenRecord) throws(ShellFailure) -> Bool {
    do { return try opened.journal.holdsTexts(of: number) } catch { throw ShellFailure(error) }
  }

  private func say(_ reference: CaseReference, _ what: String, _ until: CalendarDay?) {
    if json {
      output.json(
        record([
          "case": .string(reference.text), "is": .string(what),
          "keptUntil": until.map { .string($0.description) },
        ]))
    } else {
      output.line(reference.text + "  " + what + (until.map { ", kept until " + $0.description } ?? ""))
    }
  }

  private func told(_ erased: Erased) throws(ShellFailure) {
    if erased.lines == 0 { throw .badInput("there are no texts left to erase") }
    if json {
      return output.json(
        record([
          "cases": .array(erased.cases.map { .string($0.text) }), "lines": .integer(erased.lines),
          "removed": .array(erased.files.map { .string($0) }),
        ]))
    }
    output.line(
      "erased: " + erased.cases.map(\.text).joined(separator: ", ") + ", " + String(erased.lines)
        + " lines; events, dates and the chain stay")
    for file in erased.files { output.line("removed " + visible(file)) }
    output.line("backups made before now still hold the texts; so may letters sent and copies printed")
  }
}
