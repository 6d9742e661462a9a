package import Clocks
package import Complaints

extension DashboardWay {
  /// The words that list the same cases: `redress list WORDS`; empty where only a view of the desk does.
  package var queryWords: String {
    switch self {
    case .query(let words): words
    case .view(let view):
      switch view {
      case .mine: "who:me"
      case .unassigned: "who:none"
      case .dueToday: "due:today"
      case .overdue: "due:overdue"
      case .silentLongest: "open:yes"
      case .stageTwo: "stage:2"
      case .promises, .learning, .restrictions, .evidence, .letters:
        view.owed.map { "owes:" + $0.rawValue } ?? ""
      case .team, .ombudsman, .atRisk: ""
      }
    }
  }
}

/// How a figure of the dashboard is headed by when letters are due.
package func dueWords(_ standing: DueStanding) -> String {
  switch standing {
  case .late: "late"
  case .today: "today"
  case .soon: "soon"
  case .later: "later"
  case .none: "no letter"
  }
}

/// What a cluster says beside its name.
package func clusterWords(_ cluster: ClusterAlert) -> String {
  String(cluster.count) + " in " + String(clusterDays) + " days, " + String(cluster.before)
    + " in the " + String(clusterDays) + " before"
}

/// The dashboard as a report, so that it can be piped, mailed and put on a page.
package func dashboardReport(
  _ dashboard: Dashboard, register: CaseRegister, asAt: Moment, zone: ZoneTable
) -> Report {
  let landlord = register.landlord
  return Report(
    kind: "dashboard", title: "Dashboard", landlord: landlord?.landlord ?? "", asAt: asAt, zone: zone,
    isPractice: landlord?.practice ?? false,
    notes: [
      ReportNote(
        "Due",
        "By the earlier of the landlord's own date and the Code's, of the next letter owed. "
          + "Soon is within the next five working days."),
      ReportNote(
        "Clusters",
        "The same postcode three times in four weeks, or the same category five times and at least twice as "
          + "often as in the four weeks before."),
    ],
    sections: [
      ReportSection("Now", tables: [figures(dashboard), stages(dashboard)]),
      ReportSection("Ahead", tables: [ahead(dashboard)]),
      ReportSection("Who has how much", tables: [load(dashboard, register.staff)]),
      ReportSection("Twelve weeks", tables: [weeks(dashboard)]),
      ReportSection(
        "Longest",
        tables: [
          cases("silent", "Heard nothing longest", dashboard.silent, register),
          cases("oldest", "Open longest", dashboard.oldest, register),
        ]),
      ReportSection("Clusters", tables: [clusters(dashboard)]),
    ])
}

private func figures(_ dashboard: Dashboard) -> ReportTable {
  ReportTable(
    "figures", "Cases now",
    columns: [
      ReportColumn("figure", "Figure"), ReportColumn("count", "Cases"),
      ReportColumn("query", "redress list"),
    ],
    rows: dashboard.figures.map { figure in
      [.text(figure.title), .count(figure.count), .text(figure.way.queryWords)]
    }, charts: [ReportChart(.bars, "Cases now", values: [1])])
}

private func stages(_ dashboard: Dashboard) -> ReportTable {
  ReportTable(
    "stages", "Open cases by stage and when the next letter is due",
    columns: [ReportColumn("stage", "Stage")]
      + DueStanding.allCases.map { ReportColumn($0.rawValue, dueWords($0)) } + [ReportColumn("all", "All")],
    rows: dashboard.stages.map { stage in
      [.text(stage.title)] + DueStanding.allCases.map { .count(stage.counts[$0] ?? 0) }
        + [.count(stage.total)]
    })
}

private func ahead(_ dashboard: Dashboard) -> ReportTable {
  ReportTable(
    "ahead", "Letters due on the next ten working days",
    columns: [ReportColumn("day", "Day"), ReportColumn("due", "Due")],
    rows: dashboard.ahead.map { [.day($0.day), .count($0.count)] },
    charts: [ReportChart(.bars, "Letters due, day by day", values: [1])])
}

private func load(_ dashboard: Dashboard, _ staff: StaffTable) -> ReportTable {
  ReportTable(
    "load", "Open cases of each handler",
    columns: [
      ReportColumn("who", "Who"), ReportColumn("open", "Open"), ReportColumn("late", "Late"),
      ReportColumn("today", "Due today"),
    ],
    rows: dashboard.load.map {
      [.text(staff.name($0.login)), .count($0.open), .count($0.late), .count($0.today)]
    }, charts: [ReportChart(.bars, "Open cases of each handler", values: [1])])
}

private func weeks(_ dashboard: Dashboard) -> ReportTable {
  ReportTable(
    "weeks", "Received and ended, week by week",
    columns: [
      ReportColumn("from", "Week from"), ReportColumn("received", "Received"),
      ReportColumn("ended", "Ended"),
    ],
    rows: dashboard.weeks.map { [.day($0.from), .count($0.received), .count($0.ended)] },
    charts: [ReportChart(.trend, "Received and ended", values: [1, 2])])
}

private func cases(
  _ name: String, _ caption: String, _ list: [DashboardCase], _ register: CaseRegister
) -> ReportTable {
  ReportTable(
    name, caption,
    columns: [
      ReportColumn("case", "Case"), ReportColumn("days", "Days"), ReportColumn("who", "Who"),
      ReportColumn("heard", "Ever heard from us"),
    ],
    rows: list.compactMap { listed in
      guard let row = register.row(listed.number) else { return nil }
      return [
        .cases([row.reference]), .days(listed.days),
        .text(row.handler.map { register.staff.name($0) } ?? "nobody"), .text(listed.heard ? "yes" : "no"),
      ]
    })
}

private func clusters(_ dashboard: Dashboard) -> ReportTable {
  ReportTable(
    "clusters", "The same place or issue again and again",
    columns: [
      ReportColumn("kind", "Kind"), ReportColumn("name", "Which"),
      ReportColumn("count", "In " + String(clusterDays) + " days"),
      ReportColumn("before", "In the days before"),
    ],
    rows: dashboard.clusters.map {
      [.text($0.kind.rawValue), .text($0.name), .count($0.count), .count($0.before)]
    })
}
