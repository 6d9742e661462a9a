import Clocks
package import Complaints

/// Who has how much, what was done in the days asked for, and how the backlog moved week by week.
package func workloadReport(_ cases: [TalliedCase], names: [StaffLogin: String], _ asked: ReportAsked)
  -> Report
{
  let complaints = cases.filter(\.isTakenComplaint)
  return asked.report(
    "workload", "Workload",
    notes: [
      ReportNote("Open", "Not closed at the end of the last day; complaints until their response has gone."),
      ReportNote(
        "Wait", "Days from the start of a stage to its answer, all days counted; half took no longer."),
    ],
    sections: [
      ReportSection("By person", tables: [personTable(cases, names, asked)]),
      ReportSection("Waiting", tables: [waitTable(complaints, asked)]),
      ReportSection("Week by week", tables: [weekTable(cases, asked)]),
    ])
}

private func personTable(
  _ cases: [TalliedCase], _ names: [StaffLogin: String], _ asked: ReportAsked
) -> ReportTable {
  struct Load {
    var open = 0
    var overdue = 0
    var answered = LetterCount()
    var promises = 0
  }
  var loads: [String: Load] = [:]
  func key(_ login: StaffLogin?) -> String { login?.text ?? "nobody" }
  for figures in cases {
    let isOpen = figures.isOpen(on: asked.end)
    if isOpen { loads[key(figures.handler), default: Load()].open += 1 }
    let owed = figures.promises.filter { $0.made <= asked.end && $0.kept.map { $0 > asked.end } ?? true }
      .count
    if owed > 0 { loads[key(figures.handler), default: Load()].promises += owed }
    for record in figures.stages {
      if record.isOpen(of: figures, on: asked.end), figures.isTakenComplaint,
        record.earliestDue.map({ $0 < asked.end }) ?? false
      {
        loads[key(figures.handler), default: Load()].overdue += 1
      }
      if asked.period.contains(record.responded) {
        loads[key(record.respondedBy), default: Load()].answered.add { record.due($0).responded }
      }
    }
  }
  let rows = loads.sorted { ($1.value.open, $0.key) < ($0.value.open, $1.key) }.map { login, load in
    row(
      StaffLogin(login).flatMap { names[$0] } ?? login, .text(login), .count(load.open), .count(load.overdue),
      .count(load.promises), .count(load.answered.sent), load.answered.share(.landlord),
      load.answered.share(.code))
  }
  return ReportTable(
    "person", "Load at the end, and answers in the days asked for",
    columns: [
      ReportColumn("name", "Who"), ReportColumn("login", "Login"), ReportColumn("open", "Open cases"),
      ReportColumn("overdue", "Answers overdue"), ReportColumn("promises", "Promises to keep"),
      ReportColumn("answered", "Answered"), ReportColumn("landlord", "In time by our policy"),
      ReportColumn("code", "In time by the Code"),
    ], rows: rows, charts: rows.count > 1 ? [ReportChart(.bars, "Open cases, by person", values: [2])] : [])
}

extension TalliedCase {
  /// Whether it was open at the end of that day: for a complaint until its answer, for others until closed.
  func isOpen(on day: CalendarDay) -> Bool {
    guard received <= day, closed.map({ $0 > day }) ?? true, state != .merged else { return false }
    guard let last = stages.last(where: { $0.started <= day }) else { return true }
    return last.responded.map { $0 > day } ?? true
  }
}

extension StageFigures {
  /// The earlier of the two days its answer is due.
  var earliestDue: CalendarDay? { [landlord.respond, code.respond].compactMap(\.self).min() }
}

private func waitTable(_ complaints: [TalliedCase], _ asked: ReportAsked) -> ReportTable {
  let rows = stagesSeen(complaints).map { stage -> [ReportCell] in
    var waits: [Int] = []
    for figures in complaints {
      for record in figures.stages where record.stage == stage {
        guard let responded = record.responded, asked.period.contains(responded) else { continue }
        waits.append(Int(responded.number - record.started.number))
      }
    }
    waits.sort()
    let half: ReportCell = waits.isEmpty ? .none : .days(waits[(waits.count - 1) / 2])
    let nine: ReportCell = waits.isEmpty ? .none : .days(waits[(waits.count - 1) * 9 / 10])
    return row(stageName(stage), .count(waits.count), half, nine, waits.last.map { .days($0) } ?? .none)
  }
  return ReportTable(
    "wait", "From the start of a stage to its answer",
    columns: [
      ReportColumn("stage", "Stage"), ReportColumn("answered", "Answered"),
      ReportColumn("half", "Half within"), ReportColumn("nine", "Nine of ten within"),
      ReportColumn("longest", "Longest"),
    ], rows: rows)
}

private func weekTable(_ cases: [TalliedCase], _ asked: ReportAsked) -> ReportTable {
  var rows: [[ReportCell]] = []
  var first = asked.period.from
  while first <= asked.end {
    let week = ReportPeriod(from: first, to: min(first.adding(days: 6), asked.end))
    var received = 0
    var closed = 0
    var answered = 0
    var open = 0
    for figures in cases where figures.state != .merged {
      if week.contains(figures.received) { received += 1 }
      if week.contains(figures.closed) { closed += 1 }
      answered += figures.stages.filter { week.contains($0.responded) }.count
      if figures.isOpen(on: week.to) { open += 1 }
    }
    rows.append([.day(week.from), .count(received), .count(answered), .count(closed), .count(open)])
    first = week.to.adding(days: 1)
  }
  return ReportTable(
    "week", "Week by week",
    columns: [
      ReportColumn("week", "From"), ReportColumn("received", "Received"), ReportColumn("answered", "Answers"),
      ReportColumn("closed", "Closed"), ReportColumn("open", "Open at its end"),
    ], rows: rows,
    charts: [ReportChart(.trend, "Received and open, by week", values: [1, 4])])
}
