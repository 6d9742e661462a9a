import Clocks
package import Complaints

/// The reports of a period for the bodies that oversee complaints.
package enum PeriodReport: String, CaseIterable, Hashable, Sendable {
  case quarterly, annual

  var rhythm: Rhythm {
    switch self {
    case .quarterly: .quarterly
    case .annual: .yearly
    }
  }

  var title: String {
    switch self {
    case .quarterly: "Quarterly complaints report"
    case .annual: "Annual complaints performance and service improvement report"
    }
  }
}

/// The pack of a quarter or a year: every figure a body is owed, nobody named in it (Code 8.1 and 9.7).
package func periodReport(
  _ kind: PeriodReport, _ cases: [TalliedCase], _ asked: ReportAsked
) -> Report {
  let stages = countedStages(cases)
  return asked.report(
    kind.rawValue, kind.title, notes: periodNotes,
    sections: volumeSections(cases, stages, asked) + timelinessSections(cases, stages, asked)
      + redressSections(cases, asked) + [trendSection(cases, stages, asked)] + asked.bodies(kind.rhythm))
}

/// The definitions the figures of a period stand on.
let periodNotes = [
  ReportNote(
    "Received",
    "By the day the contact reached us, not the day it was typed. Cases merged into another are"
      + " counted once, under the other."),
  ReportNote(
    "Complaint",
    "What was triaged as one, those declined and withdrawn too; stages, letters and outcomes leave"
      + " out those declined."),
  ReportNote(
    "In time by our policy", "The letter went by the last day of the policy the case follows, as extended."),
  ReportNote(
    "In time by the Code",
    "The same by the Complaint Handling Code: an extension counts up to its cap and only"
      + " when it was made before the day had passed. A letter neither sets a limit for is left out of the"
      + " share."),
  ReportNote(
    "Answered",
    "A stage whose response went in the period, whenever it was made. The outcome is the strongest of"
      + " the newest decisions on its points."),
  ReportNote(
    "At the end", "At the end of the last day, or as far as is known where that is earlier."),
  ReportNote(
    "Rounding", "Shares and rates to one decimal, a half rounded up, from the whole numbers beside them."),
]

/// Month by month: what came, what was answered in time, what went further.
private func trendSection(
  _ cases: [TalliedCase], _ stages: [CountedStage], _ asked: ReportAsked
) -> ReportSection {
  let praised = cases.filter { $0.kind == .compliment }.map(\.received)
  let rows = asked.period.months.map { month -> [ReportCell] in
    let (_, first) = letters(stages, .one, month)
    let (_, second) = letters(stages, .two, month)
    func began(_ stage: Stage) -> Int {
      stages.reduce(0) { $0 + ($1.stage == stage && month.contains($1.started) ? 1 : 0) }
    }
    let praise = praised.reduce(0) { $0 + (month.contains($1) ? 1 : 0) }
    return row(
      month.monthName, .count(began(.one)), .count(first.sent), first.share(.landlord), first.share(.code),
      .count(began(.two)), .count(second.sent), second.share(.landlord), second.share(.code), .count(praise))
  }
  return ReportSection(
    "Month by month",
    tables: [
      ReportTable(
        "month", "Month by month",
        columns: [
          ReportColumn("month", "Month"), ReportColumn("made1", "Stage 1 made"),
          ReportColumn("answered1", "Stage 1 answered"), ReportColumn("landlord1", "In time by our policy"),
          ReportColumn("code1", "In time by the Code"), ReportColumn("made2", "Stage 2 made"),
          ReportColumn("answered2", "Stage 2 answered"), ReportColumn("landlord2", "In time by our policy"),
          ReportColumn("code2", "In time by the Code"), ReportColumn("compliments", "Compliments"),
        ], rows: rows,
        charts: [
          ReportChart(.trend, "Complaints made and answered at stage 1, by month", values: [1, 2]),
          ReportChart(.trend, "Share of stage 1 answers in time, by month", values: [3, 4]),
        ])
    ])
}
