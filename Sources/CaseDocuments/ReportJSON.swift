import Clocks
import Complaints
package import PlainText

/// The report as one object: `report title landlord from to asAt practice notes sections`; each section has
/// `heading prose tables`, each table `table caption columns rows`, each row an object by column name.
package func reportJSON(_ report: Report) -> JSON {
  record([
    "report": .string(report.kind), "title": .string(report.title), "landlord": .string(report.landlord),
    "from": report.period.map { .string($0.from.description) },
    "to": report.period.map { .string($0.to.description) }, "asAt": .string(report.asAt.description),
    "practice": .bool(report.isPractice),
    "notes": .array(
      report.notes.map { note in
        record([
          "name": .string(note.name), "text": .string(note.text),
          "from": note.dated.map { .string($0.description) },
        ])
      }),
    "sections": .array(
      report.sections.map { section in
        record([
          "heading": .string(section.heading), "prose": .array(section.prose.map { .string($0) }),
          "tables": .array(section.tables.map(json)),
        ])
      }),
  ])
}

private func json(_ table: ReportTable) -> JSON {
  let rows = table.rows.map { row in
    JSON.object(zip(table.columns, row).map { JSONMember($0.name, $1.json) })
  }
  return record([
    "table": .string(table.name), "caption": .string(table.caption),
    "columns": .array(
      table.columns.map { record(["name": .string($0.name), "heading": .string($0.heading)]) }),
    "total": table.hasTotal ? .bool(true) : nil, "rows": .array(rows),
  ])
}

extension ReportCell {
  /// Numbers as numbers, money in pence, a share as `{"percent","of","in"}`, a rate as `{"rate","of","in","per"}`.
  fileprivate var json: JSON {
    switch self {
    case .count(let number), .money(let number), .days(let number): .integer(number)
    case .share(let part, let whole):
      record([
        "percent": whole > 0 ? exactTenths(part, whole, times: 100) : .null, "of": .integer(part),
        "in": .integer(whole),
      ])
    case .rate(let part, let whole, let per):
      record([
        "rate": whole > 0 ? exactTenths(part, whole, times: per) : .null, "of": .integer(part),
        "in": .integer(whole), "per": .integer(per),
      ])
    case .day(let day): .string(day.description)
    case .text(let text): .string(text)
    case .cases(let cases): .array(cases.map { .string($0.text) })
    case .none: .null
    }
  }
}
