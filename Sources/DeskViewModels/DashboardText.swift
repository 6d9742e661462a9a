import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// One thing of the dashboard that can be gone into: where it stands in its line, and what Enter does.
struct DashboardItem: Hashable, Sendable {
  /// Tells it apart when the figures are counted anew.
  let name: String
  let wish: OverlayWish
}

/// A stretch of a line of the dashboard; with an item it can be chosen.
struct DashboardCell: Hashable, Sendable {
  var spans: [TextSpan]
  var columns: Int
  var item: DashboardItem?
}

/// A heading with its lines.
struct DashboardBlock: Hashable, Sendable {
  let heading: String
  var lines: [[DashboardCell]] = []
}

/// The words and bars of the dashboard, set for a column of that width.
struct DashboardText {
  let dashboard: Dashboard
  let columns: Int
  let reader: RecordReader

  var blocks: [DashboardBlock] {
    [
      now, stages, ahead, load, weeks, longest("Heard nothing longest", "silent", dashboard.silent),
      longest("Open longest", "oldest", dashboard.oldest), clusters,
    ].filter { !$0.lines.isEmpty }
  }

  private func line(_ spans: [TextSpan], _ name: String, _ wish: OverlayWish?) -> [DashboardCell] {
    [
      DashboardCell(
        spans: [TextSpan("  ")] + spans, columns: columns,
        item: wish.map { DashboardItem(name: name, wish: $0) })
    ]
  }

  /// Shows the cases of a figure; a reader of figures alone is told why not.
  private func way(_ title: String, _ way: DashboardWay) -> OverlayWish {
    guard reader.reach == .cases else { return .say(.refused(reader.words(.people(.figuresOnly)))) }
    switch way {
    case .view(let view): return .show(view)
    case .query(let query): return .showSaved(SavedView(name: title, query: query))
    }
  }

  private func ink(_ grade: DashboardGrade) -> Ink {
    switch grade {
    case .plain: .text
    case .soon: .dueSoon
    case .late: .overdue
    }
  }

  /// Columns for a bar behind a title and a number.
  private func room(_ taken: Int) -> Int { max(0, min(40, columns - taken - 3)) }

  private func number(_ count: Int, _ width: Int = 4) -> String {
    let digits = String(count)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }

  private var now: DashboardBlock {
    let most = dashboard.figures.map(\.count).max() ?? 0
    return DashboardBlock(
      heading: "Now",
      lines: dashboard.figures.map { figure in
        // A sign beside the ink: late work says so without colour.
        let sign = figure.grade == .late ? "!" : " "
        return line(
          [
            TextSpan(sign, ink(figure.grade)), TextSpan(fitted(figure.title, to: 23)),
            TextSpan(number(figure.count) + " ", ink(figure.grade)),
            TextSpan(textBar(figure.count, of: most, room: room(31)), .chart),
          ], "figure " + figure.name, way(figure.title, figure.way))
      })
  }

  private var stages: DashboardBlock {
    let told: [DueStanding] = [.late, .today, .soon, .later]
    func right(_ text: String, _ standing: DueStanding) -> String {
      String(repeating: " ", count: max(0, dueWords(standing).count + 1 - text.count)) + text
    }
    let heads = TextSpan(
      fitted("", to: 10) + "all" + told.map { " " + dueWords($0) }.joined(), .dim)
    return DashboardBlock(
      heading: "By stage and next letter",
      lines: [line([heads], "", nil)]
        + dashboard.stages.map { stage in
          let counts = told.map { standing in
            let count = stage.counts[standing] ?? 0
            let shade: Ink = count > 0 && standing == .late ? .overdue : .text
            return TextSpan(right(count == 0 ? "·" : String(count), standing), shade)
          }
          return line(
            [TextSpan(fitted(stage.title, to: 10)), TextSpan(number(stage.total, 3))] + counts,
            "stage " + stage.name, way(stage.title, stage.way))
        })
  }

  /// Ten working days in a row: the day, how many letters are due, and a shade for it.
  private var ahead: DashboardBlock {
    guard !dashboard.ahead.isEmpty else { return DashboardBlock(heading: "Letters due") }
    let most = dashboard.ahead.map(\.count).max() ?? 0
    let width = columns >= 54 ? 5 : 3
    func row(_ make: (DashboardDay) -> TextSpan) -> [DashboardCell] {
      [DashboardCell(spans: [TextSpan("  ")], columns: 2)]
        + dashboard.ahead.map { DashboardCell(spans: [make($0)], columns: width) }
    }
    func set(_ text: String) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
    let names = row { day in
      TextSpan(set(String(DaysInWords.full(day.day).prefix(width > 3 ? 3 : 2))), .dim)
    }
    let dates = row { TextSpan(set(String($0.day.ymd.day)), .label) }
    let shades = row { day in
      let (mark, shade) = heat(day.count, of: most)
      return TextSpan(set(String(repeating: mark, count: width - 1)), shade)
    }
    var counts = row { TextSpan(set($0.count == 0 ? "·" : String($0.count))) }
    for (place, day) in dashboard.ahead.enumerated() {
      let title = "Due " + DaysInWords.long(day.day, today: dashboard.today)
      counts[place + 1].item = DashboardItem(
        name: "day " + day.day.description, wish: way(title, day.way))
    }
    return DashboardBlock(
      heading: "Letters due, ten working days", lines: [names, dates, shades, counts])
  }

  private func heat(_ count: Int, of most: Int) -> (mark: String, ink: Ink) {
    guard count > 0 else { return (" ", .dim) }
    if count * 3 > most * 2 { return ("▓", .heatHigh) }
    return count * 3 > most ? ("▒", .heatMiddle) : ("░", .heatLow)
  }

  private var load: DashboardBlock {
    let most = dashboard.load.map(\.open).max() ?? 0
    return DashboardBlock(
      heading: "Open, by handler",
      lines: dashboard.load.map { load in
        let late = load.late > 0 ? " " + String(load.late) + " late" : ""
        let name = reader.register.staff.name(load.login)
        return line(
          [
            TextSpan(fitted(name, to: 16)), TextSpan(number(load.open) + " "),
            TextSpan(textBar(load.open, of: most, room: room(32)), .chart), TextSpan(late, .overdue),
          ], "who " + load.login.text, way(name, load.way))
      })
  }

  private var weeks: DashboardBlock {
    let weeks = dashboard.weeks
    guard let this = weeks.last else { return DashboardBlock(heading: "Twelve weeks") }
    let top = weeks.flatMap { [$0.received, $0.ended] }.max()
    let states = CaseState.allCases.map(\.rawValue).joined(separator: ",")
    func row(_ title: String, _ counts: [Int], _ ink: Ink) -> [TextSpan] {
      [
        TextSpan(fitted(title, to: 10)), TextSpan(sparkline(counts, top: top), ink),
        TextSpan("  " + String(counts.last ?? 0) + " this week", .dim),
      ]
    }
    let received = way(
      "Received this week", .query("received:" + this.from.description + ".. state:" + states))
    let ended = way("Ended this week", .query("closed:" + this.from.description + ".."))
    return DashboardBlock(
      heading: "Twelve weeks",
      lines: [
        line(row("received", weeks.map(\.received), .chart), "received", received),
        line(row("ended", weeks.map(\.ended), .chartSecond), "ended", ended),
      ])
  }

  /// Cases with their days; whose resident never heard from us says so.
  private func longest(_ heading: String, _ name: String, _ cases: [DashboardCase]) -> DashboardBlock {
    DashboardBlock(
      heading: heading,
      lines: cases.compactMap { listed in
        guard let row = reader.register.row(listed.number) else { return nil }
        let who = row.handler.map { reader.register.staff.name($0) } ?? "nobody"
        let never = name == "silent" && !listed.heard ? " never" : ""
        return line(
          [
            TextSpan(row.reference.text + " ", .link), TextSpan(number(listed.days, 3) + " d"),
            TextSpan(never, .overdue), TextSpan(" " + who, .dim),
          ], name + " " + row.reference.text, .open(listed.number))
      })
  }

  private var clusters: DashboardBlock {
    DashboardBlock(
      heading: "Again and again in four weeks",
      lines: dashboard.clusters.prefix(8).map { cluster in
        line(
          [
            TextSpan("! ", .caution), TextSpan(fitted(oneLine(cluster.name), to: 14) + " "),
            TextSpan(number(cluster.count, 3)),
            TextSpan("  (" + String(cluster.before) + " before)", .dim),
          ], "cluster " + cluster.name, way(oneLine(cluster.name), cluster.way))
      })
  }
}
