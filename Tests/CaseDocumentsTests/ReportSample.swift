import CaseDocuments
import Clocks
import Complaints
import SettingsFiles

/// A report as a board gets it, with everything a cell can hold; one category is what somebody hostile typed.
func sampleReport(hostile: String = "=1+1 <b>damp</b> | *mould*", practice: Bool = false) -> Report {
  let reference = needed(CaseReference("C26-000042"))
  let other = needed(CaseReference("C26-000007"))
  let categories = ReportTable(
    "category", "Complaints by category",
    columns: [
      ReportColumn("category", "Category"), ReportColumn("opened", "Opened"),
      ReportColumn("onTime", "Answered in time"), ReportColumn("code", "In Code time"),
      ReportColumn("paid", "Paid"), ReportColumn("cases", "Cases"),
    ],
    rows: [
      [
        .text("Repairs"), .count(1250), .share(of: 28, in: 30), .share(of: 30, in: 30), .money(125_000),
        .cases([reference, other]),
      ],
      [.text(hostile), .count(3), .share(of: 0, in: 0), .share(of: 1, in: 3), .money(5), .cases([])],
      [.text("All"), .count(1253), .share(of: 28, in: 30), .share(of: 31, in: 33), .money(125_005), .none],
    ], hasTotal: true,
    charts: [
      ReportChart(.bars, "Opened, by category", values: [1]),
      ReportChart(.bars, "In time, by both clocks", values: [2, 3]),
    ])
  let months = ReportTable(
    "month", "Complaints each month",
    columns: [
      ReportColumn("month", "Month"), ReportColumn("rate", "For every 1,000 homes"),
      ReportColumn("longest", "Longest wait"), ReportColumn("last", "Last answered"),
    ],
    rows: [
      [.text("Apr 2026"), .rate(37, in: 3005, per: 1000), .days(1), .day(day(2026, 4, 30))],
      [.text("May 2026"), .rate(74, in: 3005, per: 1000), .days(12), .day(day(2026, 5, 29))],
      [.text("Jun 2026"), .rate(0, in: 3005, per: 1000), .none, .none],
    ], charts: [ReportChart(.trend, "Made each month", values: [1])])
  return Report(
    kind: "quarterly", title: "Quarterly complaints report", landlord: "Alderbrook & Sons Homes",
    period: ReportPeriod(from: day(2026, 4, 1), to: day(2026, 6, 30)),
    asAt: needed(Moment("2026-07-01T08:31Z")), zone: ImportScenario.london, isPractice: practice,
    notes: [
      ReportNote(
        "In time", "Answered on or before the landlord's own date, an extension included.",
        dated: day(2026, 4, 1))
    ],
    sections: [
      ReportSection("Volume", prose: ["1,253 complaints were opened."], tables: [categories]),
      ReportSection("Trend", tables: [months]),
      ReportSection("Refused", tables: [ReportTable("refused", "Refused, by reason", columns: [], rows: [])]),
    ])
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
  needed(CalendarDay(year: year, month: month, day: day))
}
