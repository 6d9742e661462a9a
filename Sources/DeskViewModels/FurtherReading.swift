import CaseDocuments
import Clocks
import Complaints
import PlainText
import TextCanvas

extension RecordReader {
  /// Limits on contact with the person of this case, whichever of their cases they are recorded on.
  func contactLimits(_ file: CaseFile) -> [String] {
    var notices = [restrictionNotice(file, rules: rules, today: today)]
    if let person = file.contact.personNumber {
      for number in register.restrictedCases(of: person) where number != file.reference.number {
        notices.append(self.file(number).flatMap { restrictionNotice($0, rules: rules, today: today) })
      }
    }
    return notices.compactMap { $0.map(oneLine) }
  }
}

extension DetailText {
  /// Hazards, limits on contact, going further and the Ombudsman, each where there is something to say.
  static func further(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    for part in furtherParts(file, rules: reader.rules, today: reader.today) {
      text.heading(part.heading)
      for line in part.lines { text.add(line, indent: 4) }
    }
  }
}

extension SheetForms {
  /// Whether somebody is about to speak with or write to the person by this step.
  static func contacts(_ name: ActionName) -> Bool {
    name == .contact || ActionCatalogue.spec(name).outward
  }

  /// Limits on contact, above the fields of a sheet.
  static func limits(_ file: CaseFile, _ reader: RecordReader) -> [FormField] {
    reader.contactLimits(file).enumerated().map { place, limit in
      FormField(name: "limit:\(place)", label: "⚠ " + limit, input: .heading)
    }
  }

  /// The ways into a later stage without the one before, by their words; empty where the policy has none.
  static func directWays(_ file: CaseFile, _ reader: RecordReader) -> [String] {
    let stages = reader.newestProfile(of: file)?.stages ?? []
    let ways = stages.filter { $0.stage > file.stage?.number ?? 1 }.flatMap(\.directEntry).map(
      \.ground.rawValue)
    return DirectEntry.Ground.allCases.map(\.rawValue).filter(ways.contains)
  }

  /// Whether the sheet of the next stage asks for that field: a way past stages only where the policy has one.
  static func escalateAsks(_ name: String, _ file: CaseFile, _ reader: RecordReader) -> Bool {
    guard name == "stage" || name == "by" else { return true }
    return !directWays(file, reader).isEmpty
  }

  /// The reason to close a case whose resident has been silent for as long as the policy says; else empty.
  static func silentReason(_ file: CaseFile, _ reader: RecordReader) -> String {
    guard let silence = closureAfterSilence(file, reader.rules, on: reader.today), silence.isOver else {
      return ""
    }
    return "nothing heard by \(silence.until) (\(silence.clause.text))"
  }

  /// The criteria of management escalation that the record and its linked cases show.
  static func ticked(_ file: CaseFile, _ reader: RecordReader) -> [String] {
    managementCriteria(file, others: neighbours(file, reader), reader.rules).map(\.key)
  }

  /// The cases that may say more about this one: those linked to it, and those whose texts name its address,
  /// block or postcode.
  private static func neighbours(_ file: CaseFile, _ reader: RecordReader) -> [CaseFile] {
    var numbers = file.links.map(\.to.number)
    let property = file.contact.property
    let register = reader.register
    let all = register.rows.indices.map { UInt32($0) }
    for place in [property.block, property.postcode, property.address] where place.count >= 4 {
      // The newest say most; each costs a reading of its lines.
      let found = reader.arena.filter(all, needles: [fold(place)]).suffix(40)
      numbers += found.map { register.rows[Int($0)].number }
    }
    var seen: Set<CaseNumber> = [file.reference.number]
    return numbers.filter { seen.insert($0).inserted }
      .filter { register.row($0).map(reader.mayList) ?? false }.compactMap(reader.file)
  }

  /// What the criteria were ticked for, and how many send it up at once.
  static func managementAdvice(_ file: CaseFile, _ reader: RecordReader) -> String? {
    guard let rule = reader.rules.profile(named: file.triage?.profile ?? "")?.managementEscalation else {
      return nil
    }
    let met = managementCriteria(file, others: neighbours(file, reader), reader.rules)
    let shown = met.map { $0.key + " (" + oneLine($0.because) + ")" }.joined(separator: ", ")
    let keys = rule.criteria.map(\.key).joined(separator: ", ")
    return "At \(rule.threshold) of \(keys) it goes up at once (\(rule.clause.text))."
      + (shown.isEmpty ? " The record shows none of them." : " The record shows: \(shown).")
  }

  /// What to know before the next stage is opened: no reason is demanded, and to whom the request goes.
  static func escalateAdvice(_ file: CaseFile, _ reader: RecordReader) -> String {
    var advice = "A reason is asked for, never demanded (code-2024 6.12)."
    let profile = reader.rules.profile(named: file.triage?.profile ?? "")
    let to = profile?.escalation?.requestTo ?? ""
    if to == "responder", let answered = file.current?.respondedBy {
      advice += " The request goes to \(reader.register.staff.name(answered)), who answered."
    } else if !to.isEmpty, to != "responder" {
      advice += " The request goes to the \(oneLine(to))."
    }
    if let silence = escalationOnSilence(file, reader.rules, on: reader.today), silence.isOver {
      advice += " Unanswered past \(silence.until): it goes up without an answer (\(silence.clause.text))."
    }
    return advice
  }
}
