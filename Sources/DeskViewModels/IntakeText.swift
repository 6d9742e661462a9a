import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// What taking a contact in left on record, in the case pane.
enum IntakeText {
  /// What to mind before speaking: it comes first.
  static func cautions(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    for line in cautionLines(file, rules: reader.rules) {
      text.add("⚠ " + oneLine(line), .caution, indent: 2)
    }
  }

  static func facts(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    let facts = intakeFacts(file)
    guard !facts.isEmpty else { return }
    text.heading("Taken in")
    for fact in facts { text.fact(fact.label, oneLine(fact.text)) }
  }
}
