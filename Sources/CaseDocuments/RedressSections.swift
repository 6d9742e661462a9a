import Clocks
import Complaints

/// What was put right, what was learned, what the Ombudsman said, praise, and how satisfied residents were.
func redressSections(_ cases: [TalliedCase], _ asked: ReportAsked) -> [ReportSection] {
  [
    ReportSection(
      "Putting right",
      tables: [
        wordTable(
          "remedy", "Remedies offered", by: "Remedy", RemedyKind.allCases.map(\.rawValue),
          cases.flatMap { $0.remedies.filter { asked.period.contains($0.on) }.map(\.word.rawValue) }),
        moneyTable(cases, asked), promiseTable(cases, asked),
      ]),
    ReportSection("What we learned", tables: learningTables(cases, asked)),
    ombudsmanSection(cases, asked),
    ReportSection("Compliments", tables: [praiseTable(cases, asked)]),
    ReportSection("Satisfaction", tables: [satisfactionTable(cases, asked)]),
  ]
}

private func moneyTable(_ cases: [TalliedCase], _ asked: ReportAsked) -> ReportTable {
  func row(_ label: String, _ day: (MoneyFigures) -> CalendarDay?) -> [ReportCell] {
    let offers = cases.flatMap { $0.money.filter { asked.period.contains(day($0)) } }
    return [.text(label), .count(offers.count), .money(offers.reduce(0) { $0 &+ $1.pence })]
  }
  return ReportTable(
    "compensation", "Compensation",
    columns: [
      ReportColumn("what", "What"), ReportColumn("count", "Offers"), ReportColumn("sum", "Sum"),
    ],
    rows: [
      row("offered") { $0.offered }, row("accepted") { $0.accepted }, row("declined") { $0.declined },
      row("paid") { $0.paid },
    ])
}

private func promiseTable(_ cases: [TalliedCase], _ asked: ReportAsked) -> ReportTable {
  let promises = cases.flatMap(\.promises)
  let kept = promises.filter { asked.period.contains($0.kept) }
  let overdue = promises.filter { promise in
    promise.made <= asked.end && promise.kept.map { $0 > asked.end } ?? true
      && promise.due.map { $0 < asked.end } ?? false
  }
  return ReportTable(
    "promise", "Promises to residents",
    columns: [ReportColumn("what", "What"), ReportColumn("count", "Number")],
    rows: [
      row("made", .count(promises.filter { asked.period.contains($0.made) }.count)),
      row("kept", .count(kept.count)),
      row("of these by the day told", .share(of: kept.filter(\.isKeptInTime).count, in: kept.count)),
      row("past their day at the end", .count(overdue.count)),
    ])
}

private func learningTables(_ cases: [TalliedCase], _ asked: ReportAsked) -> [ReportTable] {
  let upheld = cases.filter { figures in
    figures.isTakenComplaint && figures.isUpheld
      && figures.stages.contains { asked.period.contains($0.responded) }
  }
  let taught = upheld.filter { !$0.lessons.isEmpty }.count
  let lessons = cases.flatMap(\.lessons)
  let recorded = lessons.filter { asked.period.contains($0.on) }
  let real = recorded.filter(\.isLesson)
  return [
    ReportTable(
      "learning", "Learning",
      columns: [ReportColumn("what", "What"), ReportColumn("count", "Number")],
      rows: [
        row("upheld complaints answered, with learning on record", .share(of: taught, in: upheld.count)),
        row("lessons recorded", .count(real.count)),
        row("nothing to learn, with the reason", .count(recorded.count - real.count)),
        row("changes made", .count(lessons.filter { asked.period.contains($0.implemented) }.count)),
        row("put to the organisation", .count(real.filter(\.forOrganisation).count)),
        row("of these answered", .count(real.filter { $0.forOrganisation && $0.isAnswered }.count)),
        row("shared with staff or residents", .count(real.filter(\.isShared).count)),
      ]),
    tallyTable(
      "lesson", "Lessons recorded, by category", by: "Category",
      cases.flatMap { figures in
        figures.lessons.filter { $0.isLesson && asked.period.contains($0.on) }.map { _ in figures.category }
      }),
  ]
}

private func ombudsmanSection(_ cases: [TalliedCase], _ asked: ReportAsked) -> ReportSection {
  func words<Word: RawRepresentable<String> & Hashable & Sendable>(_ dated: [DatedWord<Word>]) -> [String] {
    dated.filter { asked.period.contains($0.on) }.map(\.word.rawValue)
  }
  return ReportSection(
    "The Ombudsman",
    tables: [
      wordTable(
        "matter", "Contacts about and with the Ombudsman", by: "What",
        OmbudsmanMatter.allCases.map(\.rawValue), cases.flatMap { words($0.ombudsman.contacts) }),
      wordTable(
        "finding", "Findings of the Ombudsman", by: "Finding", OmbudsmanFinding.allCases.map(\.rawValue),
        cases.flatMap { words($0.ombudsman.findings) }),
      orderTable(cases.flatMap(\.ombudsman.orders), asked),
    ])
}

/// Orders that fell due in the period, and whether they were complied with by their day.
private func orderTable(_ orders: [OrderFigures], _ asked: ReportAsked) -> ReportTable {
  let rows = OrderWord.allCases.map { word -> [ReportCell] in
    let of = orders.filter { $0.what == word }
    let due = of.filter { $0.due.map { asked.period.contains($0) && $0 <= asked.end } ?? false }
    let inTime = due.filter { order in
      order.complied.map { $0 <= order.due ?? $0 } ?? false && !order.isDeclined
    }
    let open = of.filter { order in
      order.on <= asked.end && order.complied.map { $0 > asked.end } ?? true
    }
    return row(
      wordsApart(word.rawValue), .count(of.filter { asked.period.contains($0.on) }.count),
      .share(of: inTime.count, in: due.count), .count(open.count))
  }
  return ReportTable(
    "order", "Orders and recommendations",
    columns: [
      ReportColumn("what", "What"), ReportColumn("made", "Made"),
      ReportColumn("complied", "Due in the period, complied with in time"),
      ReportColumn("open", "Open at the end"),
    ], rows: rows)
}

private func praiseTable(_ cases: [TalliedCase], _ asked: ReportAsked) -> ReportTable {
  let came = cases.filter { $0.kind == .compliment && asked.period.contains($0.received) }
  return ReportTable(
    "compliment", "Compliments",
    columns: [ReportColumn("what", "What"), ReportColumn("count", "Number")],
    rows: [
      row("received", .count(came.count)),
      row("thanked and passed on", .share(of: came.filter { !$0.thanked.isEmpty }.count, in: came.count)),
    ])
}

/// Scores of the period by whether anything was upheld: an outcome colours what people think of the handling
/// (manchester-2022, How to make a complaint?, second list).
private func satisfactionTable(_ cases: [TalliedCase], _ asked: ReportAsked) -> ReportTable {
  let groups: [(String, (TalliedCase) -> Bool)] = [
    ("upheld, wholly or in part", { $0.kind == .complaint && $0.isUpheld }),
    ("not upheld", { $0.kind == .complaint && $0.outcome != nil && !$0.isUpheld }),
    ("not a complaint, or not decided", { $0.kind != .complaint || $0.outcome == nil }),
    ("All", { _ in true }),
  ]
  let rows = groups.map { label, belongs -> [ReportCell] in
    let scores = cases.filter(belongs).flatMap { $0.surveys.filter { asked.period.contains($0.on) } }
    let satisfied = scores.filter { $0.number >= 4 }.count
    let counts = (1...5).map { score in ReportCell.count(scores.filter { $0.number == score }.count) }
    return [.text(label), .count(scores.count), .share(of: satisfied, in: scores.count)] + counts
  }
  return ReportTable(
    "satisfaction", "How satisfied residents were with the handling, 1 to 5",
    columns: [
      ReportColumn("group", "Complaint"), ReportColumn("answers", "Answers"),
      ReportColumn("satisfied", "Scored 4 or 5"),
    ] + (1...5).map { ReportColumn("score" + String($0), String($0)) }, rows: rows, hasTotal: true)
}
