import CaseDocuments
import Clocks
import Complaints

extension CommandRun {
  /// `report dashboard`: the figures the desk shows under `D`, for a pipe.
  func reportDashboard() throws(ShellFailure) {
    let form = try reportForm()
    let record = try openRecord(.reading)
    try record.guardFigures("report the dashboard")
    let dashboard = record.register.dashboard(
      record.queryContext, mayList: { record.mayList($0) }, text: { record.text($0) })
    give(
      dashboardReport(dashboard, register: record.register, asAt: record.now(), zone: zone), as: form)
  }
}

extension OpenRecord {
  /// Refuses figures over all cases to a resident on a panel: they read the one case they are named on.
  func guardFigures(_ attempt: String) throws(ShellFailure) {
    guard reach != .namedCases else { throw refused(attempt, .people(.notNamed)) }
  }
}
