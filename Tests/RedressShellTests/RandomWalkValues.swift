import CaseJournal
import Clocks
import Complaints

extension RandomWalk {
  /// That action with fields by chance; where it is meant to fit, with what the case and its policy would have.
  func action(_ name: ActionName, on file: CaseFile, fitting: Bool) throws(Refusal) -> Action {
    var fields = ActionFields()
    for spec in ActionCatalogue.spec(name).fields {
      let chance = spec.required ? 40 : 3
      guard random.below(chance) > 0, spec.required || random.below(2) == 0 else { continue }
      let fit = fitting && random.below(12) > 0 ? fit(spec, of: name, file) : nil
      fields.set(spec.name, fit ?? value(spec, file))
    }
    let count = UInt32(numbers.count)
    let reader = ReadAction(zone: rules.zone) { text in
      guard let reference = CaseReference(text), reference.number.value <= count else { return nil }
      return reference
    }
    return try reader.read(name, fields)
  }

  /// Any value of that field, sensible or not.
  private func value(_ spec: FieldSpec, _ file: CaseFile) -> String {
    switch spec.kind {
    case .text, .longText:
      switch spec.name {
      case "profile": return random.of(["", "manchester-2022", "every-shape", "medway-2022", "nobody"])
      case "field": return random.of(["text", "reason", "narrative", "person.name", "received"])
      default:
        return random.of(["Water through the ceiling", "…", "none", "Łódź \u{7}", "about-the-handler"])
      }
    case .list: return random.of(["one; two", "large print", ";"])
    case .time: return today.description + "T12:00:00.000000Z"
    case .date: return today.adding(days: random.below(60) - 10).description
    case .number:
      if spec.name == "seq" { return String(random.of(file.entries).entry.seq) }
      if spec.name == "point" { return String(random.below(max(1, file.points.count)) + 1) }
      return String(random.below(3) + 1)
    case .yesNo: return random.of(["yes", "no"])
    case .staff: return random.below(20) == 0 ? "nobody" : random.of(staff).text
    case .caseReference:
      return CaseReference(number: CaseNumber(value: UInt32(random.below(numbers.count + 1) + 1)), year: 2026)
        .text
    case .choice(let words): return random.below(60) == 0 ? "nonsense" : random.of(words)
    case .answers: return random.of(["first-report=yes", "handling=yes,conduct=no", "asks-complaint=yes"])
    }
  }

  /// A value the policy of the case, or what is on its record, has for that field; nil where any will do.
  private func fit(_ spec: FieldSpec, of name: ActionName, _ file: CaseFile) -> String? {
    let policy = rules.profile(of: file)
    switch (name.rawValue, spec.name) {
    case ("triage", "kind"): return random.below(4) > 0 ? "complaint" : random.of(Kind.allCases).rawValue
    case ("triage", "profile"):
      return random.of(["every-shape", "every-shape", "association-ho-pmo", "manchester-2022", "medway-2022"])
    case ("refuse", "reason"): return chosen(file.exclusions(rules).map(\.reason))
    case ("refuse", "legal"): return "filed"
    case ("refuse-escalation", "ground"): return chosen(refusalGrounds(file, rules))
    // Grounds and measures can be given by their number in the policy.
    case (_, "ground"), (_, "measures"): return "1"
    case (_, "ombudsman"), (_, "final"), (_, "agrees"), (_, "wished"): return "yes"
    case (_, "severity"): return chosen(policy?.severities ?? [])
    case (_, "members"): return seats(file)
    case ("view", "member"): return chosen(file.current?.panel?.members.map(\.text) ?? [])
    case (_, "criteria"): return policy?.managementEscalation?.criteria.first?.key
    case (_, "with"): return self.file(random.of(numbers))?.contact.personNumber?.text
    case (_, "from"): return joined(file)
    default: return number(spec, file)
    }
  }

  /// The number of something open that such a field can mean.
  private func number(_ spec: FieldSpec, _ file: CaseFile) -> String? {
    switch spec.name {
    case "promise": chosen(file.redress.openPromises.map { String($0.number) })
    case "order": chosen(file.ombudsman.orders.filter { $0.complied == nil }.map { String($0.number) })
    case "handover": chosen(file.intake.handovers.filter { $0.followed == nil }.map { String($0.number) })
    default: nil
    }
  }

  private func chosen(_ words: [String]) -> String? { words.isEmpty ? nil : random.of(words) }

  /// Somebody fit for every seat of the panel the policy has at this stage.
  private func seats(_ file: CaseFile) -> String? {
    let stage = file.stage.flatMap { rules.profile(of: file)?.stage($0.number) }
    var taken: [StaffLogin] = []
    for seat in stage?.decider.panel?.seats ?? [] {
      let roles = seat.roles.compactMap { Complaints.Role(rawValue: $0) }
      let able = journal.register.staff.holders(of: roles, on: today).map(\.login)
      taken += able.first { !taken.contains($0) }.map { [$0] } ?? []
    }
    return taken.isEmpty ? nil : taken.map(\.text).joined(separator: "; ")
  }

  /// Somebody whose record was joined to that of the person of the case.
  private func joined(_ file: CaseFile) -> String? {
    chosen(file.contact.personNumber.map { journal.register.joined(to: $0) }?.map(\.text) ?? [])
  }
}
