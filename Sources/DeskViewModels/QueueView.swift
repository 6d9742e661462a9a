import Complaints

extension QueueView {
  /// Whether its rows stand by a day of their own and not by that of the next letter.
  var hasOwnOrder: Bool { self == .silentLongest || owed != nil }

  /// How the view is sorted, for the pane's title.
  var orderWord: String {
    switch self {
    case .silentLongest: "silent ▲"
    case .letters: "since ▲"
    case .mine, .team, .unassigned, .dueToday, .overdue, .stageTwo, .ombudsman, .promises, .atRisk, .learning,
      .restrictions, .evidence:
      "due ▲"
    }
  }
}
