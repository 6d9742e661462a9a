package import Clocks
package import Complaints

/// What a report is asked about, apart from the cases themselves.
package struct ReportAsked: Sendable {
  package var period: ReportPeriod
  /// As of when the record is known and clocks are judged.
  package var asAt: Moment
  package var zone: ZoneTable
  package var landlord: String
  package var isPractice: Bool
  /// Stock by year end.
  package var homes: [Homes]
  /// Who hears about complaints, and how often, as the adopted policies say.
  package var duties: [ReportingDuty]

  package init(
    period: ReportPeriod, asAt: Moment, zone: ZoneTable, landlord: String, isPractice: Bool, homes: [Homes],
    duties: [ReportingDuty] = []
  ) {
    self.duties = duties
    self.period = period
    self.asAt = asAt
    self.zone = zone
    self.landlord = landlord
    self.isPractice = isPractice
    self.homes = homes
  }

  /// The last day that can be judged: of the period, or of what is known.
  var end: CalendarDay { min(period.to, zone.day(of: asAt)) }

  /// The bodies a report of that rhythm is for; none where no policy names one.
  func bodies(_ rhythm: Rhythm) -> [ReportSection] {
    let owed = duties.filter { $0.rhythm == rhythm }
    if owed.isEmpty { return [] }
    return [
      ReportSection(
        "Who hears this",
        tables: [
          ReportTable(
            "body", "Bodies the policy names",
            columns: [
              ReportColumn("body", "Body"), ReportColumn("what", "What"), ReportColumn("clause", "Clause"),
            ], rows: owed.map { [.text($0.body), .text($0.what), .text($0.clause.text)] })
        ])
    ]
  }

  func report(
    _ kind: String, _ title: String, notes: [ReportNote], sections: [ReportSection]
  ) -> Report {
    Report(
      kind: kind, title: title, landlord: landlord, period: period, asAt: asAt, zone: zone,
      isPractice: isPractice, notes: notes, sections: sections)
  }
}

extension ReportPeriod {
  package func contains(_ day: CalendarDay) -> Bool { from <= day && day <= to }
  func contains(_ day: CalendarDay?) -> Bool { day.map { contains($0) } ?? false }

  /// The quarter that day lies in, by the months of the financial year, which are those of the calendar.
  package static func quarter(of day: CalendarDay) -> ReportPeriod {
    let first = (day.month - 1) / 3 * 3 + 1
    return months(first, in: day.year, count: 3, around: day)
  }

  /// The reporting year that day lies in: 1 April to 31 March.
  package static func year(of day: CalendarDay) -> ReportPeriod {
    months(4, in: day.month >= 4 ? day.year : day.year - 1, count: 12, around: day)
  }

  private static func months(_ month: Int, in year: Int, count: Int, around day: CalendarDay) -> ReportPeriod
  {
    let behind = month + count
    let next = CalendarDay(year: year + (behind - 1) / 12, month: (behind - 1) % 12 + 1, day: 1)
    return ReportPeriod(
      from: CalendarDay(year: year, month: month, day: 1) ?? day, to: next?.adding(days: -1) ?? day)
  }

  /// The months it touches, each cut to it.
  var months: [ReportPeriod] {
    var found: [ReportPeriod] = []
    var first = from
    while first <= to {
      let month = ReportPeriod.months(first.month, in: first.year, count: 1, around: first)
      let last = min(month.to, to)
      found.append(ReportPeriod(from: first, to: last))
      first = last.adding(days: 1)
    }
    return found
  }

  /// `Nov 2026`, of the month it begins in.
  var monthName: String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return names[from.month - 1] + " " + String(from.year)
  }
}
