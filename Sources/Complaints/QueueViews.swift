package import Clocks

/// The views on the number keys.
package enum QueueView: Int, CaseIterable, Hashable, Sendable {
  case mine = 1
  case team, unassigned, dueToday, overdue, silentLongest, stageTwo, ombudsman, promises, atRisk

  /// What stands above the queue.
  package var title: String {
    switch self {
    case .mine: "My cases"
    case .team: "My team"
    case .unassigned: "Unassigned"
    case .dueToday: "Due today"
    case .overdue: "Overdue"
    case .silentLongest: "Silent longest"
    case .stageTwo: "Stage 2"
    case .ombudsman: "Ombudsman"
    case .promises: "Promises"
    case .atRisk: "At risk"
    }
  }

  /// Whether a live case belongs in this view; `due` is its urgent due date, nil when nothing is owed.
  package func holds(_ row: CaseRow, due: CalendarDay?, context: QueryContext) -> Bool {
    switch self {
    case .mine: return row.handler == context.me
    case .team:
      guard let team = context.staff[context.me]?.team, !team.isEmpty else { return true }
      guard let handler = row.handler else { return true }
      return context.staff[handler]?.team == team
    case .unassigned: return row.handler == nil
    case .dueToday: return due == context.today
    case .overdue: return due.map { $0 < context.today } ?? false
    case .silentLongest: return row.state.isLive
    case .stageTwo: return row.stage == .two
    case .ombudsman: return row.marks.contains(.ombudsman)
    case .promises: return row.marks.contains(.promises)
    case .atRisk: return due.flatMap { riseRole(due: $0, on: context.today, context.rules) } != nil
    }
  }
}

extension CaseRow {
  /// The letter this case owes next and when, or nil when no clock drives it.
  package func urgentTarget(_ rules: RuleBook) -> UrgentTarget? {
    guard runsComplaintClocks, responded == nil else { return nil }
    let index = Int(profile)
    let name = rules.profiles.indices.contains(index) ? rules.profiles[index].name : ""
    return rules.urgent(of: stageFacts, profile: name, received: receipt)
  }
}
