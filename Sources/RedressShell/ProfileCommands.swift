import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText
import SettingsFiles

extension CommandRun {
  /// `profile check FILE`: every mistake of the file, or how the policy stands to the Code.
  func checkProfileFile(_ path: String) throws(ShellFailure) {
    let rules = try knownRules()
    let (_, profile) = try soundProfile(path, named: rules.text(path))
    let code = try rules.profile("code-2024")
    let findings = checkProfile(profile, against: code, on: zone.day(of: try calculatorNow()))
    if json {
      for finding in findings { output.json(findingRecord(finding)) }
      return
    }
    output.line(visible(path) + " is a sound profile: " + visible(profile.version))
    for kind in FindingKind.allCases {
      let some = findings.filter { $0.kind == kind }
      guard !some.isEmpty else { continue }
      output.line()
      output.line(heading(kind) + " (" + String(some.count) + ")")
      for finding in some {
        let at = finding.clause.map { visible($0.text) } ?? "the policy is silent"
        output.line("  " + visible(finding.what))
        output.line("      " + at + "; " + finding.provision.text)
      }
    }
    if findings.isEmpty { output.line("nothing in it is looser than the Code or silent against it") }
  }

  /// `profile adopt FILE`: the dates that would move, then the adoption as an event.
  func adoptProfile(_ path: String) throws(ShellFailure) {
    let (text, profile) = try soundProfile(path, named: embeddedProfileText(path))
    let record = try openRecord(request.flags.contains("dry-run") ? .reading : .acting)
    if record.register.profiles.contains(where: { $0.name == profile.name && $0.text == text }) {
      throw .badInput(profile.version + " is adopted already; nothing was changed")
    }
    let adopted = AdoptedText(name: profile.name, text: text, sha256: sha256(text))
    try adopt(adopted, isCalendar: false, called: profile.version, record)
  }

  /// The text and rules of a profile file, or of a known profile by its name; all its mistakes are told.
  private func soundProfile(_ path: String, named known: String?) throws(ShellFailure) -> (
    String, LandlordProfile
  ) {
    let text: String
    if let known {
      text = known
    } else {
      guard let read = String(validating: try readFile(path), as: UTF8.self) else {
        throw .badInput(visible(path) + " is not UTF-8 text; save it as UTF-8")
      }
      text = read
    }
    let reading = Clocks.readProfile(text, file: path)
    if let profile = reading.profile { return (text, profile) }
    for mistake in reading.mistakes {
      if json {
        output.json(
          record([
            "file": .string(mistake.file), "line": .integer(mistake.line), "column": .integer(mistake.column),
            "what": .string(mistake.what),
          ]))
      } else {
        output.error(dataFileSentence(mistake))
      }
    }
    throw .someRefused
  }

  private func findingRecord(_ finding: Finding) -> JSON {
    record([
      "kind": .string(finding.kind.rawValue), "what": .string(finding.what),
      "clause": JSON(orNull: finding.clause?.text), "provision": .string(finding.provision.text),
    ])
  }

  private func heading(_ kind: FindingKind) -> String {
    switch kind {
    case .looser: "looser than the Code"
    case .silent: "silent where the Code speaks"
    case .stricter: "stricter than the Code"
    case .outdated: "out of date"
    }
  }
}

// What adopting a profile and a calendar have in common.
extension CommandRun {
  func sha256(_ text: String) -> String { SHA256().of(Array(text.utf8)).hex }

  /// Lists every open date that would move, asks on a terminal, and records the adoption.
  func adopt(
    _ text: AdoptedText, isCalendar: Bool, called name: String, _ record: OpenRecord
  ) throws(ShellFailure) {
    let trial = Adoption(text: text, isCalendar: isCalendar, seq: .max, at: record.now())
    let rules = try adoptedRules(record.register, zone: zone, trying: [trial])
    let cases = record.register.casesWithOpenDates(under: [record.rules, rules], on: record.today)
    var facts: [CaseFacts] = []
    facts.reserveCapacity(cases.count)
    for row in cases { facts.append(try record.facts(of: row)) }
    let moved = movedDates(facts, from: record.rules, to: rules, now: record.now())
    var rows: [[String]] = []
    for date in moved {
      let reference = cases[date.index].reference.text
      if json {
        output.json(
          CaseDocuments.record([
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
    let dry = request.flags.contains("dry-run")
    if !dry, try confirmed(name, moves: moved.count) {
      do throws(RecordFailure) {
        try record.administer([isCalendar ? .calendarAdopted(text) : .profileAdopted(text)], action: "adopt")
      } catch {
        throw record.shellFailure(error, "adopt " + name)
      }
      return tell(name, moves: moved.count, adopted: true)
    }
    tell(name, moves: moved.count, adopted: false)
  }

  private func tell(_ name: String, moves: Int, adopted: Bool) {
    if json {
      output.json(
        record(["rules": .string(name), "adopted": .bool(adopted), "moved": .integer(moves)]))
      return
    }
    let dates = moves == 0 ? "no open date" : moves == 1 ? "1 open date" : String(moves) + " open dates"
    output.line(
      visible(name)
        + (adopted ? " is adopted; " + dates + " moved" : " is not adopted; " + dates + " would move"))
  }

  /// On a terminal the adoption is asked for; a script that did not say `--dry-run` meant it.
  private func confirmed(_ name: String, moves: Int) throws(ShellFailure) -> Bool {
    guard surroundings.inputIsTerminal, surroundings.outputIsTerminal else { return true }
    output.line("adopt " + visible(name) + "? y or n")
    output.flush()
    return surroundings.read().first.map { $0 | 0x20 } == 0x79
  }
}
