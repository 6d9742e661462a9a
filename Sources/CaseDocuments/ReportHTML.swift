import Clocks
import PlainText

/// The report as one web page that needs nothing else: no script, no picture or style fetched.
///
/// Headings in their order, every table with a caption and its heads marked, every chart with a title, a
/// description and its table beside it. All sizes follow the reader's own letter size; on a telephone a table
/// too wide for the screen scrolls by itself and nothing else does.
package func reportHTML(_ report: Report) -> String {
  var page = """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(pageText(report.title)) – \(pageText(report.landlord))</title>
    <style>
    \(reportStyle)
    </style>
    </head>
    <body>
    <main>

    """
  if report.isPractice { page += "<p class=\"practice\">" + pageText(Report.practiceBanner) + "</p>\n" }
  page += "<h1 dir=\"auto\">" + pageText(report.title) + "</h1>\n<p>"
  page += report.standing.map(pageText).joined(separator: "<br>\n") + "</p>\n"
  var tables = 0
  for section in report.sections {
    page += "<section>\n<h2 dir=\"auto\">" + pageText(section.heading) + "</h2>\n"
    for line in section.prose { page += "<p dir=\"auto\">" + pageText(line) + "</p>\n" }
    for table in section.tables {
      tables += 1
      page += html(table, number: tables)
    }
    page += "</section>\n"
  }
  if !report.notes.isEmpty {
    page += "<section>\n<h2>How this was counted</h2>\n<dl>\n"
    for note in report.notes {
      page += "<dt>" + pageText(note.nameAndDate) + "</dt>\n<dd>" + pageText(note.text) + "</dd>\n"
    }
    page += "</dl>\n</section>\n"
  }
  return page + "</main>\n</body>\n</html>\n"
}

/// A text from outside as it may stand in a page: on one line, controls as marks, nothing that is mark-up.
func pageText(_ text: String) -> String { escapedHTML(oneLine(text)) }

private func html(_ table: ReportTable, number: Int) -> String {
  let name = "table" + String(number)
  guard !table.rows.isEmpty else {
    return "<p><strong>" + pageText(table.caption) + "</strong>: none.</p>\n"
  }
  var text = "<div class=\"pair\">\n"
  text += "<div class=\"wide\" role=\"region\" aria-labelledby=\"\(name)\" tabindex=\"0\">\n"
  text += "<table>\n<caption id=\"\(name)\">" + pageText(table.caption) + "</caption>\n<thead>\n<tr>"
  for column in table.columns { text += "<th scope=\"col\">" + pageText(column.heading) + "</th>" }
  text += "</tr>\n</thead>\n<tbody>\n"
  // A sum of nothing stands alone in the body.
  let hasSum = table.hasTotal && table.rows.count > 1
  for cells in hasSum ? table.drawn : table.rows[...] { text += row(cells) }
  text += "</tbody>\n"
  if hasSum, let total = table.rows.last { text += "<tfoot>\n" + row(total) + "</tfoot>\n" }
  text += "</table>\n</div>\n"
  for (place, chart) in table.charts.enumerated() {
    text += chartSVG(chart, of: table, name: name + "-" + String(place + 1))
  }
  return text + "</div>\n"
}

private func row(_ cells: [ReportCell]) -> String {
  var text = "<tr>"
  for (column, cell) in cells.enumerated() {
    let words = pageText(cell.words)
    if column == 0 {
      text += "<th scope=\"row\" dir=\"auto\">" + words + "</th>"
    } else if cell.isFigure {
      text += "<td class=\"figure\">" + words + "</td>"
    } else {
      // A date, a reference or a name is read whole; only longer texts are broken.
      let isShort = cell.words.count <= 16
      text += "<td dir=\"auto\"" + (isShort ? " class=\"short\"" : "") + ">" + words + "</td>"
    }
  }
  return text + "</tr>\n"
}

private let reportStyle = """
  body { font: 1.125rem/1.5 Arial, Helvetica, sans-serif; color: #000; background: #fff; margin: 1rem; }
  main { max-width: 72rem; margin: 0 auto; }
  h1, h2 { line-height: 1.25; break-after: avoid; overflow-wrap: anywhere; }
  h1 { font-size: 1.6em; }
  h2 { font-size: 1.3em; margin-top: 2em; border-top: 2px solid #000; padding-top: 0.5em; }
  p, dd { max-width: 45em; overflow-wrap: anywhere; }
  .practice { font-weight: bold; border: 3px solid #000; padding: 0.5em; }
  .pair { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; margin: 1em 0 2em; }
  .wide { overflow-x: auto; max-width: 100%; }
  table { border-collapse: collapse; }
  caption { text-align: start; font-weight: bold; padding-bottom: 0.4em; }
  th, td { border: 1px solid #555; padding: 0.35em 0.6em; text-align: start; vertical-align: top; }
  thead th, tfoot th, tfoot td { background: #eee; }
  tfoot th, tfoot td { font-weight: bold; border-top: 3px double #000; }
  .short { white-space: nowrap; }
  .figure { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  figure { margin: 0; flex: 1 1 20rem; max-width: 28rem; min-width: 0; break-inside: avoid; }
  figcaption { font-weight: bold; }
  svg { display: block; width: 100%; height: auto; }
  dt { font-weight: bold; margin-top: 0.8em; }
  dd { margin: 0; }
  @media print { body { margin: 0; font-size: 12pt; } tr { break-inside: avoid; } @page { margin: 2cm 1.5cm; } }
  """
