import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

// What adopting a profile and a calendar have in common.
extension CommandRun {
  func sha256(_ text: String) -> String { SHA256().of(Array(text.utf8)).hex }

  /// The journal, open to change its rules; a dry run is refused to whoever the adoption would be refused to.
  func recordToAdopt(_ name: String) throws(ShellFailure) -> OpenRecord {
    let record = try openRecord(request.flags.contains("dry-run") ? .reading : .acting)
    guard let member = record.register.staff.current(record.me, on: record.today),
      member.allRoles.contains(.administrator)
    else { throw record.refused("adopt " + name, .roleMayNot(action: "adopt", needs: [.administrator])) }
    return record
  }

  /// Lists every open date that would move, asks on a terminal, and records the adoption.
  func adopt(
    _ text: AdoptedText, isCalendar: Bool, called name: String, _ record: OpenRecord
  ) throws(ShellFailure) {
    let seen = record.register.adoptions
    let trial = Adoption(text: text, isCalendar: isCalendar, seq: .max, at: record.now())
    let rules = try adoptedRules(record.register, zone: zone, trying: [trial])
    let cases = record.register.casesWithOpenDates(under: [record.rules, rules], on: record.today)
    var facts: [CaseFacts] = []
    facts.reserveCapacity(cases.count)
    for row in cases { facts.append(try record.facts(of: row)) }
    let moved = movedDates(facts, from: record.rules, to: rules, now: record.now())
    preview(moved, of: cases)
    guard !request.flags.contains("dry-run"), confirmed(name, moves: moved.count) else {
      return tell(name, moves: moved.count, adopted: false)
    }
    do throws(RecordFailure) {
      try record.administer(
        [isCalendar ? .calendarAdopted(text) : .profileAdopted(text)], action: "adopt", seen: seen)
    } catch {
      throw record.shellFailure(error, "adopt " + name)
    }
    tell(name, moves: moved.count, adopted: true)
  }

  private func preview(_ moved: [MovedDate], of cases: [CaseRow]) {
    var rows: [[String]] = []
    for date in moved {
      let reference = cases[date.index].reference.text
      if json {
        output.json(
          record([
            "case": .string(reference), "clock": .string(date.clock), "target": .string(date.target.rawValue),
            "from": JSON(orNull: date.old?.description), "to": JSON(orNull: date.new?.description),
          ]))
      } else {
        rows.append([
          reference, date.clock, date.target.rawValue, date.old?.description ?? "no date", "to",
          date.new?.description ?? "no date",
        ])
      }
    }
    table(rows)
  }

  private func tell(_ name: String, moves: Int, adopted: Bool) {
    if json {
      output.json(
        record(["rules": .string(name), "adopted": .bool(adopted), "moved": .integer(moves)]))
      return
    }
    output.line(
      visible(name)
        + (adopted
          ? " is adopted; " + dates(moves) + " moved"
          : " is not adopted; "
            + dates(moves) + " would move"))
  }

  private func dates(_ count: Int) -> String {
    count == 0 ? "no open date" : count == 1 ? "1 open date" : String(count) + " open dates"
  }

  /// On a terminal the adoption is asked for, no being the default; a script that did not say `--dry-run` meant it.
  private func confirmed(_ name: String, moves: Int) -> Bool {
    guard surroundings.inputIsTerminal, surroundings.outputIsTerminal else { return true }
    // Nothing but objects goes to standard output with --json.
    let question = "adopt " + visible(name) + "? " + dates(moves) + " would move. y/N "
    output.flush()
    (json ? surroundings.writeError : surroundings.write)(Array(question.utf8))
    return surroundings.read().first.map { $0 | 0x20 } == 0x79
  }
}
