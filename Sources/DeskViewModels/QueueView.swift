import Complaints

extension QueueView {
  /// Whether its rows stand by a day of their own and not by that of the next letter.
  var hasOwnOrder: Bool { self == .silentLongest || owed != nil }

  /// The number key that shows it, with a blank behind; empty where it is reached by name.
  var keyWord: String {
    switch self {
    case .mine, .team, .unassigned, .dueToday, .overdue, .silentLongest, .stageTwo, .ombudsman, .promises:
      "\(rawValue) "
    case .atRisk: "0 "
    case .learning, .restrictions, .evidence, .letters: ""
    }
  }

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
