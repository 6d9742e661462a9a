/// This case's person and another record are one person; neither history changes, only what is shown together.
package struct PersonJoined: StepPayload {
  package static let kind = StepKind.personJoined
  package var person = ""
  package var with = ""
  package var reason = ""
  package init() {}

  package static let fields: [StepField<PersonJoined>] = [
    .text("person", "Person", \.person, given: false),
    .text("with", "Is the same as", \.with, required: true, help: "a person such as P000123"),
    .text("reason", "What shows it", \.reason, required: true),
  ]

  var one: PersonNumber? { PersonNumber(person) }
  var other: PersonNumber? { PersonNumber(with) }
}

/// Two records once joined are two people after all.
package struct PersonParted: StepPayload {
  package static let kind = StepKind.personParted
  package var person = ""
  package var from = ""
  package var reason = ""
  package init() {}

  package static let fields: [StepField<PersonParted>] = [
    .text("person", "Person", \.person, given: false),
    .text("from", "Is not", \.from, required: true, help: "a person such as P000123"),
    .text("reason", "What shows it", \.reason, required: true),
  ]

  var one: PersonNumber? { PersonNumber(person) }
  var other: PersonNumber? { PersonNumber(from) }
}

/// A person's details as they are now; the contact that gave the old ones stays as it was.
package struct PersonCorrected: StepPayload {
  package static let kind = StepKind.personCorrected
  package var name = ""
  package var phone = ""
  package var email = ""
  package var preferred = ""
  package var language = ""
  package init() {}

  package static let fields: [StepField<PersonCorrected>] = [
    .text("name", "Name", \.name),
    .text("phone", "Phone", \.phone),
    .text("email", "E-mail", \.email),
    .text("preferred", "Preferred contact", \.preferred),
    .text("language", "Language", \.language),
  ]

  var isEmpty: Bool {
    name.isEmpty && phone.isEmpty && email.isEmpty && preferred.isEmpty && language.isEmpty
  }

  /// Those details with what this says in place.
  package func over(_ details: PersonDetails) -> PersonDetails {
    var details = details
    if !name.isEmpty { details.name = name }
    if !phone.isEmpty { details.phone = phone }
    if !email.isEmpty { details.email = email }
    if !preferred.isEmpty { details.preferred = preferred }
    if !language.isEmpty { details.language = language }
    return details
  }
}

/// What one line of a case says about person records.
package struct PersonStatement: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case joined(PersonNumber, PersonNumber)
    case parted(PersonNumber, PersonNumber)
    case corrected(PersonNumber, PersonCorrected)
  }
  package var seq: UInt64
  package var what: What

  package init(seq: UInt64, what: What) {
    self.seq = seq
    self.what = what
  }
}

/// What one case says about person records.
struct ToldOfPeople: Hashable, Sendable {
  var number: CaseNumber
  var statements: [PersonStatement]
}

/// Which person records are one person, and their details as last put right, from the lines of every case.
package struct PersonJoins: Hashable, Sendable {
  private var statements: [CaseNumber: [PersonStatement]] = [:]
  /// Everyone in the same group points at the lowest number of it.
  private var lowest: [PersonNumber: PersonNumber] = [:]

  package init() {}

  /// Takes what a case says now in the place of what it said before.
  package mutating func take(_ told: [PersonStatement], from number: CaseNumber) {
    guard statements[number] ?? [] != told else { return }
    statements[number] = told.isEmpty ? nil : told
    regroup()
  }

  /// What every case says, by case number: all there is, the groups follow from it.
  var told: [ToldOfPeople] {
    get {
      statements.sorted { $0.key < $1.key }.map { ToldOfPeople(number: $0.key, statements: $0.value) }
    }
    set {
      statements = [:]
      for told in newValue where !told.statements.isEmpty { statements[told.number] = told.statements }
      regroup()
    }
  }

  private mutating func regroup() {
    struct Pair: Hashable {
      var low: PersonNumber
      var high: PersonNumber
    }
    // The newest word on a pair holds, whichever case it was said in.
    var latest: [Pair: (seq: UInt64, joined: Bool)] = [:]
    for statement in statements.values.joined() {
      let (one, other, joined): (PersonNumber, PersonNumber, Bool)
      switch statement.what {
      case .joined(let left, let right): (one, other, joined) = (left, right, true)
      case .parted(let left, let right): (one, other, joined) = (left, right, false)
      case .corrected: continue
      }
      let pair = Pair(low: min(one, other), high: max(one, other))
      if latest[pair].map({ $0.seq <= statement.seq }) ?? true { latest[pair] = (statement.seq, joined) }
    }
    lowest = [:]
    for (pair, word) in latest where word.joined {
      let (one, other) = (root(pair.low), root(pair.high))
      if one != other { lowest[max(one, other)] = min(one, other) }
    }
  }

  private func root(_ person: PersonNumber) -> PersonNumber {
    var at = person
    while let next = lowest[at] { at = next }
    return at
  }

  /// Every record of the same person, that one included, ascending.
  package func records(of person: PersonNumber) -> [PersonNumber] {
    let group = root(person)
    return Set([person, group] + lowest.keys.filter { root($0) == group }).sorted()
  }

  /// The corrections of any of those records, oldest first.
  package func corrections(of records: [PersonNumber]) -> [PersonCorrected] {
    var found: [(seq: UInt64, correction: PersonCorrected)] = []
    for statement in statements.values.joined() {
      if case .corrected(let person, let correction) = statement.what, records.contains(person) {
        found.append((statement.seq, correction))
      }
    }
    return found.sorted { $0.seq < $1.seq }.map(\.correction)
  }

  package var isEmpty: Bool { statements.isEmpty }
}

extension CaseRegister {
  /// Every record joined to that person's, that one left out.
  package func joined(to person: PersonNumber) -> [PersonNumber] {
    joins.isEmpty ? [] : joins.records(of: person).filter { $0 != person }
  }

  /// Every case of a person, whichever of the joined records it was opened under, the newest first.
  package func cases(of person: PersonNumber) -> [CaseNumber] {
    let records = Set(joins.records(of: person))
    return rows.reversed().compactMap { row in
      row.person.map(records.contains) ?? false ? row.number : nil
    }
  }

  /// Those rows and, behind them, the other cases of the same people under records joined to theirs.
  package func withSamePersons(_ found: [UInt32]) -> [UInt32] {
    guard !joins.isEmpty else { return found }
    var all = found
    var seen = Set(found)
    for index in found {
      guard let person = rows[Int(index)].person, !joined(to: person).isEmpty else { continue }
      for number in cases(of: person) where seen.insert(UInt32(number.index)).inserted {
        all.append(UInt32(number.index))
      }
    }
    return all
  }

  /// A person's details as last put right in any of the joined records.
  package func details(of person: PersonNumber, _ given: PersonDetails) -> PersonDetails {
    guard !joins.isEmpty else { return given }
    return joins.corrections(of: joins.records(of: person)).reduce(given) { $1.over($0) }
  }
}

extension CaseFile {
  /// The contact that opened the case, with the details of the person as this case's own lines put them right.
  package var contactNow: ContactReceived {
    var now = contact
    for statement in people.statements {
      if case .corrected(_, let correction) = statement.what { now.person = correction.over(now.person) }
    }
    return now
  }

  /// Whether its texts may be others than those of the line that opened it.
  package var tellsOtherTexts: Bool {
    if contactNow != contact { return true }
    return entries.contains { filed in
      if case .entryCorrected = filed.entry.event { return true }
      return false
    }
  }
}
