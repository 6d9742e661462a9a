import Clocks
import Complaints

/// What came in, by everything a body may ask for it by.
func volumeSections(_ cases: [TalliedCase], _ stages: [CountedStage], _ asked: ReportAsked) -> [ReportSection]
{
  let came = cases.filter { asked.period.contains($0.received) && $0.state != .merged }
  let complaints = came.filter { $0.kind == .complaint }
  let answered = cases.filter { figures in
    figures.kind == .complaint && figures.state != .merged
      && figures.stages.contains { asked.period.contains($0.responded) }
  }
  var kinds = came.map { $0.kind?.rawValue ?? "untriaged" }
  for index in kinds.indices where came[index].traits.contains(.settledAtOnce) {
    kinds[index] = "there-and-then"
  }
  return [
    ReportSection(
      "What came in",
      tables: [
        wordTable(
          "kind", "Contacts received, by kind", by: "Kind",
          Kind.allCases.map(\.rawValue) + ["there-and-then", "untriaged"], kinds, chart: true),
        wordTable(
          "channel", "Complaints received, by channel", by: "Channel", Channel.allCases.map(\.rawValue),
          complaints.map(\.channel.rawValue)),
        tallyTable(
          "tenure", "Complaints received, by tenure", by: "Tenure",
          complaints.map { $0.tenure?.rawValue ?? "" }),
        tallyTable(
          "category", "Complaints received, by category", by: "Category", complaints.map(\.category),
          chart: true),
        tallyTable("area", "Complaints received, by service area", by: "Area", complaints.map(\.area)),
        tallyTable("ward", "Complaints received, by ward", by: "Ward", complaints.map(\.ward)),
        tallyTable(
          "contractor", "Complaints received, by contractor asked about them", by: "Contractor",
          complaints.flatMap { $0.contractors.isEmpty ? ["none asked"] : $0.contractors }),
      ]),
    stageSection(stagesSeen(cases), stages, asked),
    ReportSection(
      "Outcomes",
      tables: [
        wordTable(
          "outcome", "Complaints answered, by outcome", by: "Outcome", Decision.allCases.map(\.rawValue),
          answered.compactMap(\.outcome?.rawValue), chart: true),
        wordTable(
          "point", "Points of those complaints, by decision", by: "Decision",
          Decision.allCases.map(\.rawValue),
          answered.flatMap { $0.points.filter(\.isOpen).compactMap(\.decision?.rawValue) }),
      ]),
    ReportSection(
      "Declined",
      tables: [
        tallyTable(
          "refused", "Complaints declined, by ground", by: "Ground",
          cases.filter { $0.state == .refused }.compactMap { figures in
            figures.refusal.flatMap { asked.period.contains($0.on) ? wordsApart($0.ground) : nil }
          })
      ]),
  ]
}

/// Made, answered and still open, by stage.
private func stageSection(_ seen: [Stage], _ stages: [CountedStage], _ asked: ReportAsked) -> ReportSection {
  let rows = seen.map { stage -> [ReportCell] in
    var made = 0
    var answered = 0
    var open = 0
    for record in stages where record.stage == stage {
      if asked.period.contains(record.started) { made += 1 }
      if asked.period.contains(record.responded) { answered += 1 }
      if record.isOpen(on: asked.end) { open += 1 }
    }
    return row(stageName(stage), .count(made), .count(answered), .count(open))
  }
  return ReportSection(
    "Stages",
    tables: [
      ReportTable(
        "stage", "Complaints by stage",
        columns: [
          ReportColumn("stage", "Stage"), ReportColumn("made", "Made"), ReportColumn("answered", "Answered"),
          ReportColumn("open", "Open at the end"),
        ], rows: rows)
    ])
}

extension StageFigures {
  /// Whether its answer was still to come at the end of that day.
  func isOpen(of figures: TalliedCase, on day: CalendarDay) -> Bool {
    guard started <= day, responded.map({ $0 > day }) ?? true else { return false }
    return figures.closed.map { $0 > day } ?? true
  }
}
