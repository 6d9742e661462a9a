package import Clocks
package import Complaints

/// What a row of the morning report says of its case beside the date.
package struct MorningCase: Hashable, Sendable {
  package let who: String
  /// Who complained; where nobody is named, the beginning of what was said.
  package let about: String

  package init(who: String, _ entry: QueueEntry) {
    self.who = who
    let said = entry.subject
    about = entry.person.isEmpty ? (said.count > 24 ? said.prefix(23) + "…" : said) : entry.person
  }
}

/// The day as it begins as a report, so that it can be piped, mailed and put on a page.
///
/// `lines` are those whoever asks may see; `told` says what stands beside a case.
package func morningReport(
  _ list: MorningList, _ lines: [MorningLine], register: CaseRegister, asAt: Moment, zone: ZoneTable,
  told: (CaseRow) -> MorningCase
) -> Report {
  let landlord = register.landlord
  func table(_ part: MorningPart) -> ReportTable {
    let rows = lines.filter { $0.part == part }.compactMap { line in
      register.row(line.number).map { cells(line, $0, told($0)) }
    }
    let dated = part == .silent ? silentColumns : datedColumns
    return ReportTable(
      part.rawValue, capitalised(morningHeading(part)), columns: [ReportColumn("case", "Case")] + dated,
      rows: rows)
  }
  let counts = ReportTable(
    "counts", "How many",
    columns: [ReportColumn("part", "What"), ReportColumn("count", "Lines")],
    rows: MorningPart.allCases.map { part in
      let count = part == .silent ? list.silent.count : lines.count { $0.part == part }
      return [.text(morningHeading(part)), .count(count)]
    })
  let ahead = lines.filter { $0.part == .ahead }.compactMap(\.due)
  let days = ReportTable(
    "days", "The days ahead", columns: [ReportColumn("day", "Day"), ReportColumn("due", "Due")],
    rows: list.ahead.map { day in [.day(day.day), .count(ahead.count { $0 == day.day })] }
      .filter { $0[1] != .count(0) },
    charts: [ReportChart(.bars, "Due, day by day", values: [1])])
  return Report(
    kind: "today", title: "Today, " + DaysInWords.full(list.today), landlord: landlord?.landlord ?? "",
    asAt: asAt, zone: zone, isPractice: landlord?.practice ?? false,
    notes: [
      ReportNote(
        "Due", "By the earlier of the landlord's own date and the Code's; by the Code where that is its own."),
      ReportNote(
        "Silent", "Days since the resident last heard from us, or since the case was received where never."),
    ],
    sections: [
      ReportSection("In short", tables: [counts, days]),
      ReportSection("Late and due", tables: [table(.overdue), table(.today)]),
      ReportSection("Ahead", tables: [table(.ahead), table(.window)]),
      ReportSection("Silent", tables: [table(.silent)]),
    ])
}

private let toldColumns = [ReportColumn("who", "Who"), ReportColumn("about", "About")]

private let datedColumns = [ReportColumn("due", "Due"), ReportColumn("what", "What")] + toldColumns

private let silentColumns =
  [ReportColumn("days", "Days"), ReportColumn("heard", "Ever heard")] + toldColumns

private func cells(_ line: MorningLine, _ row: CaseRow, _ told: MorningCase) -> [ReportCell] {
  let middle: [ReportCell]
  if let days = line.days {
    middle = [.days(days), .text(line.heard ? "yes" : "no")]
  } else {
    let hour = line.dueTime.map { ", by " + $0 } ?? ""
    middle = [line.due.map { .day($0) } ?? .none, .text(morningWords(line) + hour)]
  }
  return [.cases([row.reference])] + middle
    + [.text(told.who), .text(told.about)]
}

private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
