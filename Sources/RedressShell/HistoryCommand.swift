import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import PlainText

extension OpenRecord {
  /// Whether that entry, as whoever acts sees it, says all that its line says.
  private func isAsRecorded(_ entry: Entry) throws(ShellFailure) -> Bool {
    guard let number = entry.caseReference?.number else { return true }
    let whole: CaseFile?
    do { whole = try journal.file(of: number) } catch { throw ShellFailure(error) }
    return whole?.entries.contains { $0.entry == entry } ?? false
  }

  /// Every value the fields of a case ever had, or one field of it, oldest first; what whoever acts may not
  /// read says so.
  func fieldHistory(of file: CaseFile, field wanted: String? = nil) throws(ShellFailure) -> [ToldValue] {
    let readsSensitive = register.staff.current(me, on: today)?.readsSensitive == true
    var told: [ToldValue] = []
    for filed in file.entries {
      let entry = filed.entry
      // What is sensitive is no field for everybody to read.
      if case .step(let step) = entry.event, step.isSensitive, !readsSensitive { continue }
      func tell(_ field: String, _ value: String, corrects: UInt64? = nil) {
        told.append(
          ToldValue(
            field: field, value: value, kind: eventKind(entry.event), seq: entry.seq, at: entry.knownAt,
            recordedAt: entry.recordedAt, by: entry.by, corrects: corrects, undone: filed.undone))
      }
      if case .entryCorrected(let corrected) = entry.event {
        if wanted.map({ $0 == corrected.field }) ?? true {
          tell(corrected.field, corrected.value, corrects: corrected.seq)
        }
        continue
      }
      var values: [(field: String, value: String)] = []
      do {
        if let wanted {
          if let value = try journal.value(of: wanted, in: entry) { values = [(wanted, value)] }
        } else {
          values = try journal.values(in: entry)
        }
      } catch {
        throw ShellFailure(error)
      }
      guard !values.isEmpty else { continue }
      // The line itself holds the words that this reader does not see.
      let isWhole = try isAsRecorded(entry)
      for (field, value) in values { tell(field, isWhole ? value : keptText) }
    }
    return told
  }
}

extension CommandRun {
  /// `history CASE FIELD`: every value a field ever had, with who recorded it when.
  func history() throws(ShellFailure) {
    let opened = try openRecord(.reading)
    let file = try readCase(request.words[0], opened)
    let field = request.words[1]
    let told = try opened.fieldHistory(of: file, field: field)
    for value in told {
      if json {
        output.json(
          record([
            "seq": .integer(Int(value.seq)), "ts": .string(value.recordedAt.description),
            "by": .string(value.by.text), "kind": .string(value.kind),
            "field": .string(field), "value": .string(value.value),
            "corrects": value.corrects.map { .integer(Int($0)) }, "undone": .bool(value.undone),
          ]))
      } else {
        output.line(
          String(value.seq) + "  " + clockTime(value.at, zone: zone) + "  " + value.by.text + "  "
            + (value.undone ? "[undone] " : "") + visible(value.value)
            + (value.corrects.map { "  (corrects entry " + String($0) + ")" } ?? ""))
      }
    }
    if told.isEmpty { throw .nothingFound("the field " + field + " of " + file.reference.text) }
  }
}
