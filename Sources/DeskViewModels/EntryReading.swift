import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// The whole of one timeline entry, to read on its own screen.
enum EntryReading {
  static func of(_ filed: FiledEntry, in file: CaseFile? = nil, _ reader: RecordReader) -> ReadingScreen {
    let entry = filed.entry
    var text = ReadingText()
    if filed.undone { text.add("This step was undone; it stays in the record.", .undone) }
    text.fact("Happened", occurrenceWords(entry, zone: reader.rules.zone))
    text.fact("By", reader.register.staff.name(entry.by) + " (" + entry.by.text + ")")
    text.fact("Line", String(entry.seq))
    text.fact("Kind", eventKind(entry.event))
    text.gap()
    text.add(eventText(entry.event))
    // A letter is read in its place: by its own entry, and by that of the step that sent it.
    let letter = file?.letters.first { $0.seq == entry.seq }
    if let letter, let file, isLetterOf(entry, letter) {
      text.gap()
      for line in LetterReading.of(letter, file, reader).text.lines {
        text.add(line.spans, indent: line.indent)
      }
    }
    let title = (entry.caseReference?.text ?? "") + " ─ line \(entry.seq)"
    return ReadingScreen(title: title, text: text)
  }

  /// Whether that entry is the letter itself, or the step that sent it.
  private static func isLetterOf(_ entry: Entry, _ letter: LetterOnRecord) -> Bool {
    if case .step(.work(.letterQueued)) = entry.event { return true }
    return LetterErrand(sending: entry.event)?.letter == letter.letter
  }
}
