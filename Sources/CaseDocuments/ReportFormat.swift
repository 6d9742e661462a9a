import PlainText

/// The forms a report can be given out in.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case text, markdown, html, csv, json
}

extension Report {
  /// The report in that form, every line ended; `width` tells how many columns a text takes on a screen.
  package func written(as format: ReportFormat, width: @escaping (String) -> Int) -> String {
    switch format {
    case .text: reportText(self, width: width).joined(separator: "\n") + "\n"
    case .markdown: reportMarkdown(self, width: width).joined(separator: "\n") + "\n"
    case .html: reportHTML(self)
    case .csv: reportCSV(self)
    case .json: jsonText(reportJSON(self)) + "\n"
    }
  }
}
