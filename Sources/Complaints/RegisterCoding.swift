import Clocks

/// What a snapshot holds of a register beside the records of cases and people.
package struct RegisterParts: Sendable {
  package var rows: RecordSection
  package var people: RecordSection
  /// Indexes of the live cases, in ascending order.
  package var live: [UInt32]
  /// Everything that is small, as `CaseRegister.smallParts` writes it.
  package var small: [UInt8]
  /// The newest line the snapshot knows of.
  package var lastSeq: UInt64

  package init(
    rows: RecordSection, people: RecordSection, live: [UInt32], small: [UInt8], lastSeq: UInt64
  ) {
    self.rows = rows
    self.people = people
    self.live = live
    self.small = small
    self.lastSeq = lastSeq
  }
}

extension CaseRegister {
  /// Hands out the record of every case, in order.
  package func writeRows<Failure: Error>(
    _ writer: inout RecordWriter, _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    for index in rows.indices {
      var row = rows[index]
      writer.begin()
      row.code(&writer)
      writer.end()
      try take(writer.bytes)
    }
  }

  /// Hands out every person record, in order.
  package func writePeople<Failure: Error>(
    _ writer: inout RecordWriter, _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    for index in people.indices {
      var person = people[index]
      writer.begin()
      person.code(&writer)
      writer.end()
      try take(writer.bytes)
    }
  }

  /// Everything that is small; `names` are those the rows were written with.
  package func smallParts(_ names: RecordNames) -> [UInt8] {
    var writer = FieldWriter()
    var copy = self
    var names = names
    codeNames(&names, &writer)
    copy.codeSmall(&writer)
    return writer.bytes
  }

  /// A register whose rows lie in a snapshot; nil where its parts make no sense.
  package init?(_ parts: RegisterParts) {
    self.init()
    var reader = FieldReader(parts.small)
    var names = RecordNames()
    codeNames(&names, &reader)
    codeSmall(&reader)
    guard reader.isDone, parts.rows.words == RowShape.rowWords, parts.people.words == RowShape.personWords,
      parts.rows.count < Int(UInt32.max) - 1, parts.people.count < Int(UInt32.max) - 1
    else { return nil }
    let rows = SnapshotRows(section: parts.rows, names: names, lastSeq: parts.lastSeq)
    guard take(rows, SnapshotPeople(section: parts.people), live: parts.live) else { return nil }
  }

  /// Every small part of the register: the one list for writing and reading.
  private mutating func codeSmall<Coder: FieldCoder>(_ coder: inout Coder) {
    codeLandlord(&coder)
    var id = journalID
    coder.code(&id)
    var members = staff.members
    let nobody = StaffMember(login: StaffLogin.unnamed, name: "", roles: [])
    coder.code(&members, blank: nobody) { $0.code(&$1) }
    var history = adoptionHistory
    let nothing = Adoption(
      text: AdoptedText(name: "", text: "", sha256: ""), isCalendar: false, seq: 0, at: nil)
    coder.code(&history, blank: nothing) { adoption, coder in adoption = coded(adoption, &coder) }
    var letters = templates
    coder.code(&letters, blank: nothing.text) { $0.code(&$1) }
    var raised = adoptions
    coder.code(&raised)
    var stock = homes
    coder.code(&stock, blank: Homes(year: 2000, lcra: 0, lcho: 0)) { homes, coder in
      coder.code(&homes.year)
      coder.code(&homes.lcra)
      coder.code(&homes.lcho)
    }
    var told = joins.told
    coder.code(&told, blank: ToldOfPeople(number: CaseNumber(value: 1), statements: [])) { $0.code(&$1) }
    var counts = tallies
    coder.code(&counts, blank: 0) { $1.code(&$0) }
    var days = flow
    days.code(&coder)
    var held = restrictedIndexes
    coder.code(&held, blank: 0) { $1.code(&$0) }
    var again = retold.sorted()
    coder.code(&again, blank: 0) { $1.code(&$0) }
    var kept = withheld.sorted()
    coder.code(&kept, blank: 0) { $1.code(&$0) }
    guard Coder.reads, coder.isSound else { return }
    noteRetold(again)
    noteWithheld(kept)
    guard takeSmall(id: id, members, history, letters, raised, stock, told, counts, days, held) else {
      return coder.fail()
    }
  }

  private mutating func codeLandlord<Coder: FieldCoder>(_ coder: inout Coder) {
    var known = landlord != nil
    coder.code(&known)
    var founded = landlord ?? LandlordFounded(landlord: "", nation: .englandAndWales, practice: true)
    coder.code(&founded.landlord)
    coder.code(&founded.nation, among: Nation.allCases)
    coder.code(&founded.practice)
    if Coder.reads { take(landlord: known ? founded : nil) }
  }
}

private func codeNames<Coder: FieldCoder>(_ names: inout RecordNames, _ coder: inout Coder) {
  coder.code(&names.logins, blank: StaffLogin.unnamed) { $0 = coded($0, &$1) }
  coder.code(&names.texts, blank: "") { $1.code(&$0) }
}

private func coded<Coder: FieldCoder>(_ login: StaffLogin, _ coder: inout Coder) -> StaffLogin {
  var given: StaffLogin? = login
  coder.code(&given)
  if given == nil { coder.fail() }
  return given ?? login
}

private func coded<Coder: FieldCoder>(_ adoption: Adoption, _ coder: inout Coder) -> Adoption {
  var text = adoption.text
  text.code(&coder)
  var isCalendar = adoption.isCalendar
  coder.code(&isCalendar)
  var seq = adoption.seq
  coder.code(&seq)
  var at = adoption.at
  coder.code(&at)
  return Adoption(text: text, isCalendar: isCalendar, seq: seq, at: at)
}

extension AdoptedText {
  fileprivate mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    coder.code(&name)
    coder.code(&text)
    coder.code(&sha256)
  }
}

extension StaffMember {
  fileprivate mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    login = coded(login, &coder)
    coder.code(&name)
    var held = Role.allCases.filter { roles.contains($0) }
    coder.code(&held, blank: .handler) { $1.code(&$0, among: Role.allCases) }
    if Coder.reads { roles = Set(held) }
    coder.code(&team)
    coder.code(&manager)
    coder.code(&phone)
    coder.code(&email)
    var hasLimit = limit != nil
    coder.code(&hasLimit)
    var pence = limit ?? 0
    coder.code(&pence)
    if Coder.reads { limit = hasLimit ? pence : nil }
    coder.code(&from)
    coder.code(&until)
    coder.code(&trained)
    coder.code(&confidential)
    coder.code(&gender)
  }
}

extension ToldOfPeople {
  fileprivate mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    var case32 = number.value
    coder.code(&case32)
    if Coder.reads { number = CaseNumber(value: max(1, case32)) }
    let blank = PersonStatement(seq: 0, what: .corrected(PersonNumber(value: 1), PersonCorrected()))
    coder.code(&statements, blank: blank) { $0.code(&$1) }
  }
}

extension PersonStatement {
  fileprivate mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    coder.code(&seq)
    var kind: UInt8
    var one: PersonNumber?
    var other: PersonNumber?
    var details = PersonCorrected()
    switch what {
    case .joined(let left, let right): (kind, one, other) = (0, left, right)
    case .parted(let left, let right): (kind, one, other) = (1, left, right)
    case .corrected(let person, let correction): (kind, one, details) = (2, person, correction)
    }
    coder.code(&kind, most: 2)
    coder.code(&one)
    coder.code(&other)
    coder.code(&details.name)
    coder.code(&details.phone)
    coder.code(&details.email)
    coder.code(&details.preferred)
    coder.code(&details.language)
    guard Coder.reads else { return }
    guard let one else { return coder.fail() }
    if kind == 2 {
      what = .corrected(one, details)
    } else if let other {
      what = kind == 0 ? .joined(one, other) : .parted(one, other)
    } else {
      coder.fail()
    }
  }
}
