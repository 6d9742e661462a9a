import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

extension OpenRecord {
  /// Whether that entry, as whoever acts sees it, says all that its line says.
  fileprivate func isAsRecorded(_ entry: Entry) throws(ShellFailure) -> Bool {
    guard let number = entry.caseReference?.number else { return true }
    let whole: CaseFile?
    do { whole = try journal.file(of: number) } catch { throw ShellFailure(error) }
    return whole?.entries.contains { $0.entry == entry } ?? false
  }
}

extension CommandRun {
  /// `history CASE FIELD`: every value a field ever had, with who recorded it when.
  func history() throws(ShellFailure) {
    let opened = try openRecord(.reading)
    let file = try opened.caseFile(request.words[0])
    let field = request.words[1]
    var found = false
    for filed in file.entries {
      let entry = filed.entry
      // What is sensitive is no field for everybody to read.
      if case .step(let step) = entry.event, step.isSensitive,
        opened.register.staff.current(opened.me, on: opened.today)?.readsSensitive != true
      {
        continue
      }
      var value: String?
      var corrects: UInt64?
      if case .entryCorrected(let corrected) = entry.event {
        guard corrected.field == field else { continue }
        value = corrected.value
        corrects = corrected.seq
      } else {
        do { value = try opened.journal.value(of: field, in: entry) } catch { throw ShellFailure(error) }
        // The line itself holds the words that this reader does not see.
        if value != nil, try !opened.isAsRecorded(entry) { value = keptText }
      }
      guard let value else { continue }
      found = true
      if json {
        output.json(
          record([
            "seq": .integer(Int(entry.seq)), "ts": .string(entry.recordedAt.description),
            "by": .string(entry.by.text), "kind": .string(eventKind(entry.event)), "field": .string(field),
            "value": .string(value), "corrects": corrects.map { .integer(Int($0)) },
            "undone": .bool(filed.undone),
          ]))
      } else {
        output.line(
          String(entry.seq) + "  " + clockTime(entry.knownAt, zone: zone) + "  " + entry.by.text + "  "
            + (filed.undone ? "[undone] " : "") + visible(value)
            + (corrects.map { "  (corrects entry " + String($0) + ")" } ?? ""))
      }
    }
    if !found { throw .nothingFound("the field " + field + " of " + file.reference.text) }
  }
}
