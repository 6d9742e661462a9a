import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

// What the desk says above everything, and who sits at it.
extension OpenRecord {
  /// The banner: practice, and the time looked back to.
  var banner: String {
    var parts: [String] = []
    if practice { parts.append("PRACTICE: nothing here is real") }
    if let asAt { parts.append("AS AT " + clockTime(asAt, zone: zone) + ", T comes back to now") }
    return parts.joined(separator: " · ")
  }

  /// Why nothing can be recorded; nil when it can.
  var readOnly: String? {
    if asAt != nil { return "this is the record of another time; T comes back to now" }
    return journal.condition.refusal.flatMap { ShellFailure($0).sentence }
  }

  /// Acts as that member of staff from now on; the line to say about it.
  func act(as name: String) -> String {
    guard practice else { return ":as is for practice journals" }
    guard let login = StaffLogin(name), let member = register.staff.current(login, on: today) else {
      let known = register.staff.members.prefix(12).map(\.login.text).joined(separator: ", ")
      return visible(name) + " does not work here; there are " + known
    }
    if let due = member.readingOwed(rules, on: today) {
      let refusal = Refusal.people(.notReadyToRead(due.owed, due.clause))
      return CaseDocuments.sentence(for: refusal, staff: register.staff, on: today).line(
        "act as " + login.text)
    }
    me = login
    return "acting as " + login.text + (member.name.isEmpty ? "" : ", " + visible(member.name))
  }
}
