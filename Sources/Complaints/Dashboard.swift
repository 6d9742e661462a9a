package import Clocks

/// The way from a figure to its cases.
package enum DashboardWay: Hashable, Sendable {
  case view(QueueView)
  /// As it is typed in the filter and after `list`.
  case query(String)
}

/// How much a figure above nothing asks for somebody.
package enum DashboardGrade: Hashable, Sendable {
  case plain, soon, late
}

/// A count with its name and the way to what was counted.
package struct DashboardFigure: Hashable, Sendable {
  /// The word other programs know it by.
  package let name: String
  package let title: String
  package let count: Int
  package let way: DashboardWay
  package let grade: DashboardGrade
}

/// When the next letter of a case is due, as the dashboard sorts it.
package enum DueStanding: String, CaseIterable, Hashable, Sendable {
  case late, today
  /// Within the next five working days.
  case soon
  case later
  /// No letter is owed: answered, or no complaint.
  case none
}

/// The open cases of one stage by when their next letter is due.
package struct DashboardStage: Hashable, Sendable {
  package let name: String
  package let title: String
  package let way: DashboardWay
  package let counts: [DueStanding: Int]
  package var total: Int { counts.values.reduce(0, +) }
}

/// The letters due on one working day still to come.
package struct DashboardDay: Hashable, Sendable {
  package let day: CalendarDay
  package let count: Int
  package let way: DashboardWay
}

/// What one colleague has open.
package struct HandlerLoad: Hashable, Sendable {
  package let login: StaffLogin
  package let open: Int
  package let late: Int
  package let today: Int
  package let way: DashboardWay
}

/// Cases received and ended in the week that begins on that Monday.
package struct DashboardWeek: Hashable, Sendable {
  package let from: CalendarDay
  package let received: Int
  package let ended: Int
}

/// What makes a cluster: where, or about what.
package enum ClusterKind: String, CaseIterable, Hashable, Sendable {
  case place, issue
}

/// The same place, or the same issue, several times in a few weeks.
package struct ClusterAlert: Hashable, Sendable {
  package let kind: ClusterKind
  package let name: String
  package let count: Int
  /// In the weeks before, as many.
  package let before: Int
  package let way: DashboardWay
}

/// A live case with what its lists tell of it.
package struct DashboardCase: Hashable, Sendable {
  package let number: CaseNumber
  package let days: Int
  /// Whether the resident ever heard from us.
  package let heard: Bool
}

/// The state of all open work at one instant: every figure with the way to its cases.
package struct Dashboard: Hashable, Sendable {
  package var today: CalendarDay
  package var figures: [DashboardFigure] = []
  package var stages: [DashboardStage] = []
  /// The next ten working days.
  package var ahead: [DashboardDay] = []
  package var load: [HandlerLoad] = []
  /// The last twelve weeks, this one last.
  package var weeks: [DashboardWeek] = []
  /// The ten whose resident has heard nothing longest; empty for a reader of figures alone.
  package var silent: [DashboardCase] = []
  /// The ten open longest; empty for a reader of figures alone.
  package var oldest: [DashboardCase] = []
  package var clusters: [ClusterAlert] = []

  package init(today: CalendarDay) { self.today = today }
}
