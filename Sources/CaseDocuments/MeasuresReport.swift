import Clocks
package import Complaints

/// CH01 and CH02 for each stage and tenure group, by a named definition (Tenant Satisfaction Measures, England).
package func measuresReport(
  _ cases: [TalliedCase], by definition: MeasureDefinition, beside published: [PublishedMeasure] = [],
  _ asked: ReportAsked
) -> Report {
  let stock = asked.homes.first { $0.year == asked.period.to.year }
  var sections = [
    ReportSection(
      "Measures",
      prose: stock == nil
        ? [
          "The homes owned at the end of the year are not on record: redress homes "
            + String(asked.period.to.year) + " lcra=N lcho=N."
        ] : [],
      tables: [measureTable(cases, definition, stock, asked)]),
    ReportSection("What the measures leave out", tables: [leftOutTable(cases, asked)]),
  ]
  if !published.isEmpty { sections.append(besideSection(cases, definition, published, stock, asked)) }
  return asked.report(
    "measures", "Satisfaction measures CH01 and CH02", notes: notes(definition), sections: sections)
}

private func notes(_ definition: MeasureDefinition) -> [ReportNote] {
  [
    ReportNote("Definition " + definition.name, definition.text, dated: definition.dated),
    ReportNote(
      "Left out",
      "Service requests and other contacts that are no complaint, complaints declined, cases merged"
        + " into another, and homes that are neither rented at low cost nor shared ownership."
        + (definition.countsWithdrawn ? " Complaints withdrawn later count." : " So are those withdrawn.")),
    ReportNote(
      "Code time",
      "Stage 1: 10 working days from the acknowledgement, stage 2: 20, and extensions of up to 10"
        + " and 20 more that were made in time (Complaint Handling Code 6.3, 6.4, 6.14, 6.15).",
      dated: CalendarDay(year: 2024, month: 4, day: 1)),
    ReportNote("Homes", "As stated for the end of the year; kept in the record by that year's number."),
    ReportNote("Rounding", "One decimal, a half rounded up."),
  ]
}

/// The tenure groups of the measures, with both together.
private let measuredGroups: [(name: String, tenures: Set<TenureGroup>)] = [
  ("LCRA", [.lcra]), ("LCHO", [.lcho]), ("Combined", [.lcra, .lcho]),
]

extension Homes {
  fileprivate func count(_ tenures: Set<TenureGroup>) -> Int {
    (tenures.contains(.lcra) ? lcra : 0) + (tenures.contains(.lcho) ? lcho : 0)
  }
}

private func measureTable(
  _ cases: [TalliedCase], _ definition: MeasureDefinition, _ stock: Homes?, _ asked: ReportAsked
) -> ReportTable {
  var rows: [[ReportCell]] = []
  for group in measuredGroups {
    let own = cases.filter { $0.tenure.map(group.tenures.contains) ?? false }
    for stage in [Stage.one, .two] {
      let measure = definition.measure(own, stage, asked.period)
      rows.append(
        row(
          group.name + ", " + stageName(stage),
          .rate(measure.made, in: stock?.count(group.tenures) ?? 0, per: 1000),
          .share(of: measure.inTime, in: measure.base), .count(measure.inTime - measure.byExtension),
          .count(measure.byExtension)))
    }
  }
  return ReportTable(
    "measure", "CH01 and CH02",
    columns: [
      ReportColumn("group", "Homes"), ReportColumn("ch01", "CH01, complaints per 1,000 homes"),
      ReportColumn("ch02", "CH02, answered in Code time"),
      ReportColumn("plain", "In time without an extension"),
      ReportColumn("extended", "In time by an extension"),
    ], rows: rows)
}

/// Complaints made in the year that no group of the measures holds.
private func leftOutTable(_ cases: [TalliedCase], _ asked: ReportAsked) -> ReportTable {
  let made = cases.filter { figures in
    figures.isTakenComplaint && figures.stages.contains { asked.period.contains($0.started) }
  }
  let received = cases.filter { asked.period.contains($0.received) && $0.kind == .complaint }
  return ReportTable(
    "leftOut", "Left out of both measures",
    columns: [ReportColumn("what", "What"), ReportColumn("count", "Number")],
    rows: [
      row("leasehold", .count(made.filter { $0.tenure == .leasehold }.count)),
      row("other tenure", .count(made.filter { $0.tenure == .other }.count)),
      row("tenure not recorded", .count(made.filter { $0.tenure == nil }.count)),
      row("declined", .count(received.filter { $0.state == .refused }.count)),
      row("merged into another", .count(received.filter { $0.state == .merged }.count)),
    ])
}

/// Ours beside what other landlords published (manchester-2022, How will we know we are successful?).
private func besideSection(
  _ cases: [TalliedCase], _ definition: MeasureDefinition, _ published: [PublishedMeasure], _ stock: Homes?,
  _ asked: ReportAsked
) -> ReportSection {
  var rows: [[ReportCell]] = []
  for group in measuredGroups {
    let own = cases.filter { $0.tenure.map(group.tenures.contains) ?? false }
    for stage in [Stage.one, .two] {
      let measure = definition.measure(own, stage, asked.period)
      for kind in MeasureKind.allCases {
        let theirs = published.filter { $0.group == group.name && $0.stage == stage && $0.kind == kind }
        let sorted = theirs.compactMap(\.share).sorted(by: PublishedShare.isLess)
        func quarter(_ part: Int) -> ReportCell {
          sorted.isEmpty ? .none : sorted[(sorted.count - 1) * part / 4].cell(kind)
        }
        let ours: ReportCell =
          kind == .ch01
          ? .rate(measure.made, in: stock?.count(group.tenures) ?? 0, per: 1000)
          : .share(of: measure.inTime, in: measure.base)
        rows.append(
          row(
            kind.rawValue.uppercased() + " " + group.name + ", " + stageName(stage), ours, quarter(1),
            quarter(2), quarter(3), .count(sorted.count), .count(theirs.count - sorted.count)))
      }
    }
  }
  let columns = [
    ReportColumn("measure", "Measure"), ReportColumn("ours", "Ours"), ReportColumn("lower", "Lower quarter"),
    ReportColumn("median", "Middle landlord"), ReportColumn("upper", "Upper quarter"),
    ReportColumn("landlords", "Landlords"), ReportColumn("skipped", "Without figures"),
  ]
  return ReportSection(
    "Beside other landlords",
    tables: [
      ReportTable("beside", "Ours beside what others published", columns: columns, rows: rows),
      ReportTable(
        "published", "The published figures reckoned again from their numerators and denominators",
        columns: [ReportColumn("what", "What"), ReportColumn("count", "Number")],
        rows: PublishedVerdict.tally(published).map { row($0.0, .count($0.1)) }),
    ])
}
