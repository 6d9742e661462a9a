package import Clocks

/// The views: those on the number keys, and those of what is owed beside the letters of the stages.
package enum QueueView: Int, CaseIterable, Hashable, Sendable {
  case mine = 1
  case team, unassigned, dueToday, overdue, silentLongest, stageTwo, ombudsman, promises, atRisk
  case learning, restrictions, evidence, letters

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
    case .learning: "Learning to implement"
    case .restrictions: "Restrictions to review"
    case .evidence: "Evidence due"
    case .letters: "Letters owed"
    }
  }

  /// What every case of this view owes; its rows stand by the day that is owed by.
  package var owed: OwedKind? {
    switch self {
    case .promises: .promise
    case .learning: .learning
    case .restrictions: .restriction
    case .evidence: .evidence
    case .letters: .letter
    case .mine, .team, .unassigned, .dueToday, .overdue, .silentLongest, .stageTwo, .ombudsman, .atRisk: nil
    }
  }

  /// Whether a live case belongs in this view; `due` is its urgent due date, nil when nothing is owed.
  package func holds(_ row: CaseRow, due: CalendarDay?, context: QueryContext) -> Bool {
    switch self {
    case .mine: return row.isWork && row.handler == context.me
    case .team:
      guard row.isWork else { return false }
      guard let team = context.staff[context.me]?.team, !team.isEmpty else { return true }
      guard let handler = row.handler else { return true }
      return context.staff[handler]?.team == team
    case .unassigned: return row.isWork && row.handler == nil
    case .dueToday: return due == context.today
    case .overdue: return due.map { $0 < context.today } ?? false
    case .silentLongest: return row.state.isLive
    case .stageTwo: return row.isWork && row.stage == .two
    case .ombudsman: return row.marks.contains(.ombudsman)
    case .promises, .learning, .restrictions, .evidence, .letters:
      return owed.flatMap { row.owes($0, context.rules, on: context.today) } != nil
    case .atRisk:
      return context.sees(due.flatMap { riseRole(due: $0, on: context.today, context.rules) }, row)
    }
  }
}

extension CaseRow {
  /// The letter this case owes next and when, or nil when no clock drives it.
  package func urgentTarget(_ rules: RuleBook) -> UrgentTarget? {
    let index = Int(profile)
    let name = rules.profiles.indices.contains(index) ? rules.profiles[index].name : ""
    guard runsComplaintClocks, responded == nil else {
      let clocks = kindClocks
      return clocks.isEmpty ? nil : rules.urgent(clocks, received: receipt, profile: name)
    }
    return rules.urgent(of: stageFacts, profile: name, received: receipt)
  }
}

extension QueryContext {
  /// Whether a case that rises to that role is for whoever looks: what is late for a director, what soon will
  /// be for the supervisor of its team, both for its own handler.
  fileprivate func sees(_ rises: Role?, _ row: CaseRow) -> Bool {
    guard let rises, row.state.isLive else { return false }
    let roles = staff[me]?.roles ?? []
    if roles.isDisjoint(with: [.director, .supervisor]) { return row.handler == me }
    if roles.contains(.director), rises == .director { return true }
    return roles.contains(.supervisor) && rises == .supervisor && supervises(row.handler)
  }

  /// Whether that handler works under whoever looks, or nobody has the case.
  private func supervises(_ handler: StaffLogin?) -> Bool {
    guard let handler, handler != me else { return true }
    if staff[handler]?.manager == me { return true }
    guard let team = staff[me]?.team, !team.isEmpty else { return true }
    return staff[handler]?.team == team
  }

  /// What the view At risk holds for whoever looks.
  package var atRiskTitle: String {
    let roles = staff[me]?.roles ?? []
    return switch (roles.contains(.director), roles.contains(.supervisor)) {
    case (true, true): "At risk ─ late, or my team's soon"
    case (true, false): "At risk ─ late"
    case (false, true): "At risk ─ my team, soon late"
    case (false, false): "At risk ─ mine"
    }
  }
}
