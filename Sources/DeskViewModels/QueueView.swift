import Complaints

extension QueueView {
  /// How the view is sorted, for the pane's title.
  var orderWord: String {
    switch self {
    case .silentLongest: "silent ▲"
    case .mine, .team, .unassigned, .dueToday, .overdue, .stageTwo, .ombudsman, .promises, .atRisk: "due ▲"
    }
  }
}
