import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// The whole of one timeline entry, to read on its own screen.
enum EntryReading {
  static func of(_ filed: FiledEntry, _ reader: RecordReader) -> ReadingScreen {
    let entry = filed.entry
    var text = ReadingText()
    if filed.undone { text.add("This step was undone; it stays in the record.", .undone) }
    text.fact("Happened", occurrenceWords(entry, zone: reader.rules.zone))
    text.fact("By", reader.register.staff.name(entry.by) + " (" + entry.by.text + ")")
    text.fact("Line", String(entry.seq))
    text.fact("Kind", eventKind(entry.event))
    text.gap()
    text.add(eventText(entry.event))
    let title = (entry.caseReference?.text ?? "") + " ─ line \(entry.seq)"
    return ReadingScreen(title: title, text: text)
  }
}
