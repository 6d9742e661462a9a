import Complaints
import DeskViewModels
import PlainText

/// A draft as one line of JSON; the references in it are what an erasure finds it by.
func draftJSON(_ draft: SheetDraft) -> JSON {
  .object([
    JSONMember("action", .string(draft.subject.action?.rawValue ?? "")),
    JSONMember("cases", .array(draft.subject.cases.map { .string($0.text) })),
    JSONMember("at", .string(draft.at)),
    JSONMember("fields", .object(draft.fields.map { JSONMember($0.name, .string($0.value)) })),
  ])
}

/// The newest draft a file holds; nil where no line of it can be read.
func draftText(_ bytes: [UInt8]) -> SheetDraft? {
  for line in bytes.split(separator: 0x0A).reversed() {
    do {
      let read = try parseJSON(bytes: Array(line))
      guard let fields = read["fields"]?.members else {
        // As releases before this one kept a contact: its fields and nothing else.
        return SheetDraft(of: .newContact, fields: (read.members ?? []).map(draftField))
      }
      let cases = (read["cases"]?.array ?? []).compactMap { $0.string.flatMap { CaseReference($0) } }
      let word = read["action"]?.string ?? ""
      let action = ActionName(rawValue: word)
      // A step this release does not know keeps its words, as a note.
      let subject =
        word.isEmpty || cases.isEmpty
        ? .newContact : SheetDraft.Subject(action: action ?? .note, cases: cases)
      return SheetDraft(of: subject, fields: fields.map(draftField), at: read["at"]?.string ?? "")
    } catch {
      // Cut off while it was written: the line before it counts.
      continue
    }
  }
  return nil
}

private func draftField(_ member: JSONMember) -> SheetDraft.Field {
  SheetDraft.Field(name: member.name, value: member.value.string ?? "")
}
