import Clocks
import Complaints

extension TalliedCase {
  /// A complaint that was taken as one: neither declined nor merged into another.
  var isTakenComplaint: Bool { kind == .complaint && state != .refused && state != .merged }

  /// Whether anything of it was upheld.
  var isUpheld: Bool { outcome == .upheld || outcome == .partlyUpheld }
}

/// Counts by a word, the most first, then by the word; the last row sums them up.
func tallyTable(
  _ name: String, _ caption: String, by heading: String, _ words: [String], chart: Bool = false
) -> ReportTable {
  var counts: [String: Int] = [:]
  for word in words { counts[word.isEmpty ? notRecorded : word, default: 0] += 1 }
  let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  return ReportTable(
    name, caption, columns: [ReportColumn("what", heading), ReportColumn("count", "Number")],
    rows: rows.map { [.text($0.key), .count($0.value)] } + [[.text("All"), .count(words.count)]],
    hasTotal: true, charts: chart && rows.count > 1 ? [ReportChart(.bars, caption, values: [1])] : [])
}

/// Counts of every word of a list, in its own order, those without any too.
func wordTable(
  _ name: String, _ caption: String, by heading: String, _ all: [String], _ words: [String],
  chart: Bool = false
) -> ReportTable {
  var counts: [String: Int] = [:]
  for word in words { counts[word, default: 0] += 1 }
  let rows: [[ReportCell]] = all.map { [.text(wordsApart($0)), .count(counts[$0] ?? 0)] }
  return ReportTable(
    name, caption, columns: [ReportColumn("what", heading), ReportColumn("count", "Number")],
    rows: rows + [[.text("All"), .count(words.count)]], hasTotal: true,
    charts: chart ? [ReportChart(.bars, caption, values: [1])] : [])
}

/// What stands where a word was not given.
let notRecorded = "not recorded"

/// A word of a list as people read it: `partly-upheld` reads partly upheld.
func wordsApart(_ word: String) -> String {
  String(word.map { $0 == "-" ? " " : $0 })
}

/// A label and counts that stand beside it.
func row(_ label: String, _ cells: ReportCell...) -> [ReportCell] { [.text(label)] + cells }

/// The stages some of those cases have come to, 1 and 2 always among them.
func stagesSeen(_ cases: [TalliedCase]) -> [Stage] {
  let highest = cases.lazy.compactMap { $0.stages.last?.stage.number }.max() ?? 1
  return (1...max(highest, 2)).compactMap { Stage($0) }
}

/// `stage 1`.
func stageName(_ stage: Stage) -> String { "stage " + String(stage.number) }
