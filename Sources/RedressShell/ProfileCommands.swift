import CaseDocuments
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
    let record = try recordToAdopt(profile.version)
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
