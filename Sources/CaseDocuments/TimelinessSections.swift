import Clocks
import Complaints

/// Whether letters went in time under both targets, extensions, what is overdue, and how many went further.
func timelinessSections(
  _ cases: [TalliedCase], _ stages: [CountedStage], _ asked: ReportAsked
) -> [ReportSection] {
  let seen = stagesSeen(cases)
  return [
    ReportSection(
      "In time", tables: [onTimeTable(seen, stages, asked), overdueTable(seen, stages, asked)]),
    ReportSection("Extensions", tables: [extensionTable(seen, stages, asked)]),
    ReportSection("Going further", tables: [escalationTable(seen, stages, cases, asked)]),
  ]
}

/// Letters of one kind that went in the period, and how many of them in time.
struct LetterCount {
  var sent = 0
  private var landlord = (met: 0, judged: 0)
  private var code = (met: 0, judged: 0)

  mutating func add(_ verdict: (ClockTarget) -> Timeliness?) {
    sent += 1
    if let verdict = verdict(.landlord) {
      landlord.judged += 1
      if verdict == .met { landlord.met += 1 }
    }
    if let verdict = verdict(.code) {
      code.judged += 1
      if verdict == .met { code.met += 1 }
    }
  }

  /// Of the letters that target sets a limit for, those in time.
  func share(_ target: ClockTarget) -> ReportCell {
    switch target {
    case .landlord: .share(of: landlord.met, in: landlord.judged)
    case .code: .share(of: code.met, in: code.judged)
    }
  }
}

/// The letters of one stage that went in those days.
func letters(
  _ stages: [CountedStage], _ stage: Stage, _ days: ReportPeriod
) -> (acknowledged: LetterCount, responded: LetterCount) {
  var acknowledged = LetterCount()
  var responded = LetterCount()
  for record in stages where record.stage == stage {
    if days.contains(record.acknowledged) { acknowledged.add { record.due($0).acknowledged } }
    if days.contains(record.responded) { responded.add { record.due($0).responded } }
  }
  return (acknowledged, responded)
}

private func onTimeTable(_ seen: [Stage], _ stages: [CountedStage], _ asked: ReportAsked) -> ReportTable {
  var rows: [[ReportCell]] = []
  for stage in seen {
    let (acknowledged, responded) = letters(stages, stage, asked.period)
    for (name, letters) in [("acknowledged", acknowledged), ("answered", responded)] {
      rows.append(
        row(
          stageName(stage) + " " + name, .count(letters.sent), letters.share(.landlord), letters.share(.code))
      )
    }
  }
  return ReportTable(
    "onTime", "Letters that went in the period, and the share in time",
    columns: [
      ReportColumn("letter", "Letter"), ReportColumn("sent", "Sent"),
      ReportColumn("landlord", "In time by our policy"), ReportColumn("code", "In time by the Code"),
    ], rows: rows,
    charts: [ReportChart(.bars, "Share in time, by our policy and by the Code", values: [2, 3])])
}

private func overdueTable(_ seen: [Stage], _ stages: [CountedStage], _ asked: ReportAsked) -> ReportTable {
  let rows = seen.map { stage -> [ReportCell] in
    var open = 0
    var landlord = 0
    var code = 0
    for record in stages where record.stage == stage && record.isOpen(on: asked.end) {
      open += 1
      if record.landlord.respond.map({ $0 < asked.end }) ?? false { landlord += 1 }
      if record.code.respond.map({ $0 < asked.end }) ?? false { code += 1 }
    }
    return row(stageName(stage), .count(open), .count(landlord), .count(code))
  }
  return ReportTable(
    "overdue", "Not answered at the end",
    columns: [
      ReportColumn("stage", "Stage"), ReportColumn("open", "Open"),
      ReportColumn("landlord", "Overdue by our policy"), ReportColumn("code", "Overdue by the Code"),
    ], rows: rows)
}

private func extensionTable(_ seen: [Stage], _ stages: [CountedStage], _ asked: ReportAsked) -> ReportTable {
  let rows = seen.map { stage -> [ReportCell] in
    var answered = 0
    var extended = 0
    var within = 0
    for record in stages where record.stage == stage && asked.period.contains(record.responded) {
      answered += 1
      guard record.isExtended else { continue }
      extended += 1
      if record.code.responded == .met { within += 1 }
    }
    return row(stageName(stage), .share(of: extended, in: answered), .share(of: within, in: extended))
  }
  return ReportTable(
    "extension", "Answers that were extended",
    columns: [
      ReportColumn("stage", "Stage"), ReportColumn("extended", "Extended"),
      ReportColumn("code", "Of these in Code time"),
    ], rows: rows)
}

private func escalationTable(
  _ seen: [Stage], _ stages: [CountedStage], _ cases: [TalliedCase], _ asked: ReportAsked
) -> ReportTable {
  var rows: [[ReportCell]] = []
  for stage in seen.dropFirst() {
    let before = stage.number - 1
    var began = 0
    var answered = 0
    for record in stages {
      if record.stage == stage, asked.period.contains(record.started) { began += 1 }
      if record.stage.number == before, asked.period.contains(record.responded) { answered += 1 }
    }
    rows.append(
      row(
        "asked for " + stageName(stage) + ", for every answer at stage " + String(before), .count(began),
        .share(of: began, in: answered)))
  }
  func count(_ days: (TalliedCase) -> [CalendarDay]) -> Int {
    cases.reduce(0) { $0 + days($1).filter { asked.period.contains($0) }.count }
  }
  rows.append(row("a next stage declined", .count(count(\.escalationsRefused)), .none))
  rows.append(row("sent up to a senior", .count(count(\.rises)), .none))
  return ReportTable(
    "further", "Going further",
    columns: [
      ReportColumn("what", "What"), ReportColumn("count", "Number"), ReportColumn("rate", "Rate"),
    ], rows: rows)
}
