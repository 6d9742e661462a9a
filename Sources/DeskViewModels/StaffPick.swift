import CaseDocuments
import Complaints

/// The colleagues a case can be given to; who is barred is shown with the reason.
enum StaffPick {
  static func of(_ file: CaseFile, _ reader: RecordReader) -> PickEntry {
    var free: [PickOption] = []
    var barred: [PickOption] = []
    for member in reader.register.staff.members
    where reader.register.staff.current(member.login, on: reader.today) != nil {
      let name = member.name.isEmpty ? "" : member.name
      let team = member.team.isEmpty ? "" : " · " + member.team
      var option = PickOption(value: member.login.text, label: fitted(member.login.text, 12) + name + team)
      guard let refusal = reader.refusal(of: .assign(to: member.login), on: file) else {
        free.append(option)
        continue
      }
      option.barred = sentence(for: refusal).why
      barred.append(option)
    }
    return PickEntry(options: free + barred)
  }

  private static func fitted(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - text.count))
  }
}
