import CaseDocuments
import Clocks
import Complaints
import PlainText
import TextCanvas

/// Cases and people a new contact may already be about: proposed, never joined by machine.
struct Duplicates: Hashable, Sendable {
  struct Person: Hashable, Sendable {
    let number: PersonNumber
    let name: String
  }

  private(set) var people: [Person] = []
  /// Open cases first, the newest of each first.
  private(set) var cases: [CaseNumber] = []
  private var lookedFor: [[UInt8]] = []
  private var keys = PersonKeys()

  var isEmpty: Bool { cases.isEmpty }

  /// Looks again where what was typed about person or home has changed; false where it has not.
  mutating func look(_ person: PersonDetails, _ property: PropertyDetails, _ reader: RecordReader) -> Bool {
    let needles = Duplicates.needles(person, property)
    let keys = PersonKeys(person, at: property)
    guard needles != lookedFor || keys != self.keys else { return false }
    lookedFor = needles
    self.keys = keys
    let register = reader.register
    var found: Set<UInt32> = []
    people = []
    if keys != PersonKeys() {
      for known in register.proposals(for: keys).suffix(20) {
        found.insert(UInt32(known.firstCase.index))
        let name = register.row(known.firstCase).flatMap { reader.mayList($0) ? reader.personName($0) : nil }
        people.append(Person(number: known.number, name: oneLine(name ?? keptText)))
      }
    }
    for needle in needles { found.formUnion(reader.arena.filter(register.live, needles: [needle])) }
    cases = found.filter { reader.mayList(register.rows[Int($0)]) }.sorted { left, right in
      let (one, other) = (register.rows[Int(left)], register.rows[Int(right)])
      return one.state.isLive == other.state.isLive ? left > right : one.state.isLive
    }.prefix(12).map { CaseNumber(value: $0 + 1) }
    return true
  }

  /// What is typed well enough to look for: a whole phone number, e-mail, postcode, or surname.
  private static func needles(_ person: PersonDetails, _ property: PropertyDetails) -> [[UInt8]] {
    var needles: [[UInt8]] = []
    let phone = person.phone.filter(\.isNumber)
    if phone.count >= 9 { needles.append(fold(person.phone)) }
    if person.email.contains("@") { needles.append(fold(person.email)) }
    if property.postcode.filter({ !$0.isWhitespace }).count >= 5 { needles.append(fold(property.postcode)) }
    if let surname = person.name.split(separator: " ").last, person.name.contains(" "), surname.count >= 3 {
      needles.append(fold(String(surname)))
    }
    return needles
  }

  func draw(on grid: inout TextGrid, in area: Rect, _ reader: RecordReader) {
    guard !isEmpty, area.rows >= 2 else { return }
    grid.put(
      "Already here? Open cases first", at: area.origin, role: .heading, limit: area.columns)
    for (place, number) in cases.prefix(area.rows - 1).enumerated() {
      guard let row = reader.register.row(number) else { continue }
      let line = QueueLine(row, reader)
      let words =
        row.reference.text + " " + line.step + " " + fitted(line.clock, to: 10) + " "
        + oneLine(reader.personName(row)) + " – " + oneLine(reader.narrative(row))
      grid.put(
        truncate(words, to: area.columns), at: Point(column: area.column, row: area.row + 1 + place),
        role: row.state.isLive ? .caution : .dim)
    }
  }
}
