import CaseDocuments
import PlainText
import TextCanvas

extension CommandRun {
  /// The form a report is asked for in by `--format`; without it text, or JSON where `--json` was said.
  func reportForm() throws(ShellFailure) -> ReportFormat {
    guard let text = request.options["format"] else { return json ? .json : .text }
    guard let form = ReportFormat(rawValue: text) else {
      throw .badValue("--format", text, allowed: orList(ReportFormat.allCases.map(\.rawValue)))
    }
    return form
  }

  /// Prints a report in that form.
  func give(_ report: Report, as form: ReportFormat) {
    guard form != .json else { return output.json(reportJSON(report)) }
    output.text(report.written(as: form, width: displayWidth))
  }
}
