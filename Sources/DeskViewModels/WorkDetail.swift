import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// What working a case and putting it right left on record, in the case pane.
enum WorkDetail {
  static func add(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    if let claim = file.work.claim, claim.holds(at: reader.now) {
      let until = DetailText.hour(claim.until, reader)
      text.add("\(reader.register.staff.name(claim.by)) is looking at it until \(until).", .notice)
    }
    let sections = workSections(
      file, rules: reader.rules, staff: reader.register.staff, today: reader.today)
    for section in sections {
      text.heading(section.heading)
      for line in section.lines { text.add(line, section.isOwed ? .caution : .text, indent: 4) }
    }
    conduct(file, reader, &text)
  }

  /// Conduct of staff in full, for those who may know.
  private static func conduct(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    guard let me = reader.register.staff.current(reader.me, on: reader.today),
      me.readsSensitive, file.work.conduct.contains(where: { !$0.text.isEmpty })
    else { return }
    text.heading("Conduct of staff (sensitive)")
    for noted in file.work.conduct where !noted.text.isEmpty { text.add(noted.text, .caution, indent: 4) }
  }
}
