import Clocks
package import Complaints

/// `a reviewer or a director`.
func roleWords(_ roles: [Role]) -> String { orList(roles.map { article($0) + roleWord($0) }) }

/// A role as it is said.
package func roleWord(_ role: Role) -> String {
  switch role {
  case .handler: "handler"
  case .investigator: "investigator"
  case .reviewer: "reviewer"
  case .director: "director"
  case .supervisor: "supervisor"
  case .residentReviewer: "resident reviewer"
  case .scrutiny: "member of scrutiny"
  case .administrator: "administrator"
  }
}

private func article(_ role: Role) -> String {
  switch role {
  case .investigator, .administrator: "an "
  case .handler, .reviewer, .director, .supervisor, .residentReviewer, .scrutiny: "a "
  }
}

/// The roles, and up to three of the people who hold them: `a reviewer or a director: okafor, lee`.
func whoCould(_ roles: [Role], staff: StaffTable, on day: CalendarDay) -> String {
  let holders = staff.holders(of: roles, on: day).map(\.login.text)
  guard !holders.isEmpty else { return roleWords(roles) }
  let more = holders.count > 3 ? " and " + String(holders.count - 3) + " more" : ""
  return roleWords(roles) + ": " + holders.prefix(3).joined(separator: ", ") + more
}

/// A kind as it is said, with its article.
package func kindWords(_ kind: Kind) -> String {
  switch kind {
  case .serviceRequest: "a service request"
  case .complaint: "a complaint"
  case .compliment: "a compliment"
  case .comment: "a comment"
  case .enquiry: "an enquiry"
  case .asb: "an ASB report"
  case .accident: "an accident or incident"
  case .survey: "survey feedback"
  case .claim: "a claim"
  case .dataProtection: "a data-protection complaint"
  case .otherBody: "for another body"
  }
}

/// A state as a clause of a refusal.
func stateWords(_ state: CaseState) -> String {
  switch state {
  case .untriaged: "it is not triaged yet"
  case .open: "it is still open"
  case .responded: "it is already answered"
  case .closed: "it is closed"
  case .refused: "it was refused"
  case .withdrawn: "it was withdrawn"
  case .merged: "it is merged into another case"
  }
}

func stateRemedy(_ state: CaseState) -> String {
  switch state {
  case .untriaged: "triage it first"
  case .open: "respond first"
  case .responded: "escalate it, or close it"
  case .closed, .refused, .withdrawn: "open a new contact and link the two"
  case .merged: "act on the case it was merged into"
  }
}

/// `point 2`, `points 1 and 3`.
func pointWords(_ points: [Int]) -> String {
  let numbers = points.map { String($0) }
  return (points.count == 1 ? "point " : "points ") + list(numbers, last: " and ")
}

/// `a, b or c`.
package func orList(_ words: [String]) -> String { list(words, last: " or ") }

private func list(_ words: [String], last: String) -> String {
  guard words.count > 1, let end = words.last else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + last + end
}

/// The clause as cited, or nil where it says nothing.
func clauseText(_ clause: Clause?) -> String? {
  guard let clause, !clause.text.isEmpty else { return nil }
  return clause.text
}
