import Clocks

extension Query {
  /// Words that may stand behind a field, to be offered while a query is typed; none where it takes free text.
  package static func values(of field: String, _ context: QueryContext) -> [String] {
    switch field {
    case "kind": return Kind.allCases.map(\.rawValue) + ["none"]
    case "state": return CaseState.allCases.map(\.rawValue)
    case "stage": return ["1", "2", "3", "4"]
    case "step": return LetterStep.allCases.map(\.rawValue)
    case "due": return ["today", "overdue", "<3wd", "<7d"]
    case "who": return ["me", "none"] + logins(context)
    case "team": return teams(context)
    case "channel": return Channel.allCases.map(\.rawValue)
    case "tenure": return TenureGroup.allCases.map(\.rawValue)
    case "outcome": return Decision.allCases.map(\.rawValue)
    case "silent": return [">7d", ">14d", ">30d"]
    case "points": return ["0", ">1"]
    case "hazard", "vulnerable", "restricted", "promise", "open": return ["yes", "no"]
    case "owes": return OwedKind.allCases.map(\.rawValue) + ["any"]
    case "received", "responded", "closed", "promised": return ["today", "<7d", "<30d", ">30d"]
    default: return []
    }
  }

  private static func logins(_ context: QueryContext) -> [String] {
    context.staff.members.filter { context.staff.current($0.login, on: context.today) != nil }
      .map(\.login.text)
  }

  private static func teams(_ context: QueryContext) -> [String] {
    // A team of several words cannot be named in a query without quotes.
    Set(context.staff.members.map { $0.team.lowercased() })
      .filter { !$0.isEmpty }.sorted().map { $0.contains(" ") ? "\"" + $0 + "\"" : $0 }
  }
}
