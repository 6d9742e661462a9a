package import Clocks
package import Complaints

/// Figures for a body that oversees complaints, apart from how they are printed.
///
/// A pure value: whoever counts fills it, `reportText`, `reportMarkdown`, `reportHTML`, `reportCSV` and
/// `reportJSON` print it. Nothing in it is escaped; each printer escapes for its own readers.
package struct Report: Hashable, Sendable {
  /// The word other programs know it by: `quarterly`, `measures`.
  package var kind: String
  package var title: String
  package var landlord: String
  /// First and last day counted; nil for a report of one moment.
  package var period: ReportPeriod?
  package var asAt: Moment
  /// The landlord's wall clock then: `2026-11-20 09:31`.
  package var asAtWords: String
  /// Whether nothing in it is real.
  package var isPractice: Bool
  /// By which definitions it was counted.
  package var notes: [ReportNote]
  package var sections: [ReportSection]

  package init(
    kind: String, title: String, landlord: String, period: ReportPeriod? = nil, asAt: Moment,
    zone: ZoneTable, isPractice: Bool, notes: [ReportNote] = [], sections: [ReportSection] = []
  ) {
    self.kind = kind
    self.title = title
    self.landlord = landlord
    self.period = period
    self.asAt = asAt
    asAtWords = clockTime(asAt, zone: zone)
    self.isPractice = isPractice
    self.notes = notes
    self.sections = sections
  }

  /// Every table, in order.
  package var tables: [ReportTable] { sections.flatMap(\.tables) }
}

/// The days a report counts, both ends among them.
package struct ReportPeriod: Hashable, Sendable {
  package var from: CalendarDay
  package var to: CalendarDay

  package init(from: CalendarDay, to: CalendarDay) {
    self.from = from
    self.to = to
  }
}

/// A definition a figure stands on, with the day from which it is used.
package struct ReportNote: Hashable, Sendable {
  package var name: String
  package var text: String
  package var dated: CalendarDay?

  package init(_ name: String, _ text: String, dated: CalendarDay? = nil) {
    self.name = name
    self.text = text
    self.dated = dated
  }
}

/// A part of a report: a heading, what is to be said, and its tables.
package struct ReportSection: Hashable, Sendable {
  package var heading: String
  package var prose: [String]
  package var tables: [ReportTable]

  package init(_ heading: String, prose: [String] = [], tables: [ReportTable] = []) {
    self.heading = heading
    self.prose = prose
    self.tables = tables
  }
}

/// A table with the charts drawn of it: no chart stands without its figures.
package struct ReportTable: Hashable, Sendable {
  /// The word other programs know it by, unique in its report: `outcome`.
  package var name: String
  package var caption: String
  /// The first column names the row.
  package var columns: [ReportColumn]
  package var rows: [[ReportCell]]
  /// The last row sums up the others.
  package var hasTotal: Bool
  package var charts: [ReportChart]

  package init(
    _ name: String, _ caption: String, columns: [ReportColumn], rows: [[ReportCell]], hasTotal: Bool = false,
    charts: [ReportChart] = []
  ) {
    self.name = name
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.hasTotal = hasTotal
    self.charts = charts
  }

  /// The rows a chart draws: all but the sum of them.
  var drawn: ArraySlice<[ReportCell]> { hasTotal ? rows.dropLast() : rows[...] }
}

/// A column: the word other programs know it by and what people read over it.
package struct ReportColumn: Hashable, Sendable {
  package var name: String
  package var heading: String

  package init(_ name: String, _ heading: String) {
    self.name = name
    self.heading = heading
  }
}

/// A figure or a text in a table.
package enum ReportCell: Hashable, Sendable {
  case count(Int)
  /// So many of so many; of none at all it has no percentage.
  case share(of: Int, in: Int)
  /// So many for every so many: complaints per 1,000 homes.
  case rate(Int, in: Int, per: Int)
  /// Pence.
  case money(Int)
  /// A length of time.
  case days(Int)
  case day(CalendarDay)
  case text(String)
  case cases([CaseReference])
  /// Nothing to tell.
  case none
}

/// The shapes a chart can have.
package enum ReportChartShape: String, Hashable, Sendable {
  /// A bar for each row.
  case bars
  /// A line through the rows, which follow each other in time.
  case trend
  /// The same without axes, as small as a word.
  case sparkline
}

/// A drawing of columns of the table it belongs to.
package struct ReportChart: Hashable, Sendable {
  package var shape: ReportChartShape
  package var title: String
  /// Columns drawn, by their place in the table; each holds figures.
  package var values: [Int]

  package init(_ shape: ReportChartShape, _ title: String, values: [Int]) {
    self.shape = shape
    self.title = title
    self.values = values
  }
}
