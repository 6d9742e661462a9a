import TextCanvas
import Testing

/// Expects a screen to read exactly so, row for row; trailing blanks do not count.
///
/// A failure shows the rows that differ, with a mark under the first column that does, and then the whole screen,
/// ready to be pasted over the expectation once a person has read it.
func expectScreen(
  _ grid: TextGrid, _ expected: String, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectRows(grid.plainRows, expected, comment, sourceLocation: sourceLocation)
}

/// Expects the roles on a screen to be exactly so: one letter per column (`Role.letter`), `.` for ordinary text.
func expectRoles(
  _ grid: TextGrid, _ expected: String, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectRows(grid.rolePlane, expected, comment, sourceLocation: sourceLocation)
}

private func expectRows(
  _ shown: [String], _ expected: String, _ comment: Comment?, sourceLocation: SourceLocation
) {
  let differences = rowDifferences(shown, expected)
  guard !differences.isEmpty else { return }
  let report = differences + ["the whole screen:"] + shown
  Issue.record(
    "\(comment.map { "\($0)\n" } ?? "")\(report.joined(separator: "\n"))", sourceLocation: sourceLocation)
}

/// The rows that differ, each with what was expected, what is shown and a mark under the first difference.
func rowDifferences(_ shown: [String], _ expected: String) -> [String] {
  var wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  // A multi-line literal may or may not end in a newline, and a screen may end in empty rows.
  while let last = wanted.last, last.isEmpty, wanted.count > shown.count { wanted.removeLast() }
  var lines: [String] = []
  for row in 0..<max(shown.count, wanted.count) {
    let now = row < shown.count ? shown[row] : nil
    let should = row < wanted.count ? withoutTrailingBlanks(wanted[row]) : nil
    if now == should || (now ?? "") == "" && (should ?? "") == "" { continue }
    let same = zip(now ?? "", should ?? "").prefix { $0 == $1 }.map(\.0)
    lines.append("row \(row + 1)")
    lines.append("  expected \(should ?? "no such row")")
    lines.append("  shown    \(now ?? "no such row")")
    lines.append("           \(String(repeating: " ", count: displayWidth(String(same))))^")
  }
  return lines
}

private func withoutTrailingBlanks(_ text: String) -> String {
  var text = text
  while text.last == " " { text.removeLast() }
  return text
}
