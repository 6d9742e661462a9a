import CaseDocuments
import Complaints

/// The colleagues a case can be given to.
enum StaffPick {
  /// Everybody who works here; who is barred is shown with the reason.
  static func of(_ file: CaseFile, _ reader: RecordReader) -> PickEntry {
    let options = options(file, reader)
    return PickEntry(options: options.filter(\.barred.isEmpty) + options.filter { !$0.barred.isEmpty })
  }

  /// Whom to give the case to: who is suggested first; who is barred only once their name is typed.
  static func assignee(_ file: CaseFile, _ reader: RecordReader) -> PickEntry {
    let suggested = suggestedHandlers(for: file, reader.rules, reader.register.staff, on: reader.today)
    let wish = file.officerAsked
    let options = options(file, reader).map { option in
      var option = option
      guard let member = StaffLogin(option.value).flatMap({ reader.register.staff[$0] }) else {
        return option
      }
      if suggested.contains(where: { $0.login == member.login }) { option.label += " · suggested" }
      if let wish { option.label += warning(wish, wish.fits(member.gender)) }
      return option
    }
    let free = options.filter(\.barred.isEmpty)
    let first = suggested.compactMap { suggestion in free.first { $0.value == suggestion.login.text } }
    return PickEntry(
      options: first + free.filter { !first.contains($0) } + options.filter { !$0.barred.isEmpty },
      hidesBarred: true)
  }

  private static func options(_ file: CaseFile, _ reader: RecordReader) -> [PickOption] {
    reader.register.staff.members.compactMap { member in
      guard reader.register.staff.current(member.login, on: reader.today) != nil else { return nil }
      let team = member.team.isEmpty ? "" : " · " + member.team
      var option = PickOption(
        value: member.login.text, label: fitted(member.login.text, 12) + member.name + team)
      if let refusal = reader.refusal(of: .assign(to: member.login), on: file) {
        option.barred = sentence(for: refusal).why
      }
      return option
    }
  }

  /// What stands against a colleague where a woman or a man was asked for.
  private static func warning(_ wish: OfficerGender, _ fit: OfficerFit) -> String {
    switch fit {
    case .fits: ""
    case .differs: " · ⚠ not a " + wish.rawValue
    case .unknown: " · ⚠ gender not on record"
    }
  }

  /// What to know before somebody is chosen: who is suggested and why, the officer asked for, who is barred.
  static func advice(_ file: CaseFile, _ reader: RecordReader) -> String? {
    let staff = reader.register.staff
    let options = options(file, reader)
    var said: [String] = []
    let suggested = suggestedHandlers(for: file, reader.rules, staff, on: reader.today)
    if let first = suggested.first(where: { one in
      options.contains { $0.value == one.login.text && $0.barred.isEmpty }
    }) {
      said.append(
        "Suggested: \(staff.name(first.login)), manager of \(oneLine(first.team)), for \(oneLine(first.subject))."
      )
    }
    if let wish = file.officerAsked {
      let known = staff.members.contains { wish.fits($0.gender) == .fits }
      said.append(
        "They asked for a \(wish.rawValue) as officer"
          + (known ? "." : "; the staff list names none: it cannot be checked (staff LOGIN gender=)."))
    }
    let barred = options.filter { !$0.barred.isEmpty }
    if !barred.isEmpty, barred.count < options.count {
      said.append("Not offered: " + barred.map { oneLine($0.barred) }.joined(separator: "; ") + ".")
    }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  private static func fitted(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - text.count))
  }
}
