import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// Who a case is about: how to reach them, what they need, what limits contact, and every case of theirs.
enum PersonReading {
  static func of(_ file: CaseFile, _ reader: RecordReader) -> ReadingScreen {
    let contact = file.contact
    var text = ReadingText()
    for limit in reader.contactLimits(file) { text.add("⚠ " + limit, .caution, indent: 2) }
    if !contact.person.needs.isEmpty {
      text.add("⚠ " + contact.person.needs.joined(separator: " · "), .caution, indent: 2)
    }
    text.fact("Name", SheetForms.personName(file))
    text.fact("Record", contact.personNumber?.text ?? "")
    text.fact("Phone", contact.person.phone)
    text.fact("E-mail", contact.person.email)
    text.fact("Best by", contact.person.preferred)
    text.fact("Language", contact.person.language)
    text.fact("Home", [contact.property.address, contact.property.postcode].joined(separator: " "))
    text.fact("Speaks for", contact.representative)
    let cases = cases(of: file, reader)
    text.heading(cases.count == 1 ? "One case" : "\(cases.count) cases, the newest first")
    for row in cases {
      let line = QueueLine(row, reader)
      text.add(
        [
          TextSpan(line.mark, line.ink), TextSpan(row.reference.text + "  ", .link),
          TextSpan(fitted(line.step + " " + line.clock, to: 16) + " ", line.ink),
          TextSpan(oneLine(reader.narrative(row))),
        ], indent: 4)
    }
    text.gap()
    text.add("\(reader.key(.commandLine)) and a reference goes to a case.", .dim)
    return ReadingScreen(title: "Person ─ " + SheetForms.personName(file), text: text)
  }

  /// Every case of the same person whoever sits here may list; this one where the person has no record.
  private static func cases(of file: CaseFile, _ reader: RecordReader) -> [CaseRow] {
    let register = reader.register
    guard let row = register.row(file.reference.number) else { return [] }
    guard let person = row.person else { return [row] }
    return register.cases(of: person).sorted { $0.value > $1.value }.compactMap { register.row($0) }
      .filter(reader.mayList)
  }
}

extension Desk {
  /// Opens who the selected case is about.
  mutating func showPerson(_ reader: RecordReader) {
    guard let file = selectedFile(reader) else {
      notice = .refused("No case is selected.")
      return
    }
    open(.reading(PersonReading.of(file, reader)), reader)
  }
}
