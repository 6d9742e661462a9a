import Clocks

/// The words a row may hold, each named in a record by its place.
private enum RowWords {
  static let states = CaseState.allCases
  static let kinds = Kind.allCases
  static let channels = Channel.allCases
  static let tenures = TenureGroup.allCases
  static let decisions = Decision.allCases
}

extension CaseRow {
  /// Every field of a row but its number, which its place tells: the one list for writing and reading.
  ///
  /// A new field is one line here; a test tells when it is missing.
  mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    coder.code(&year, most: 2999)
    coder.code(&state, among: RowWords.states)
    coder.code(&kind, among: RowWords.kinds)
    coder.code(&channel, among: RowWords.channels)
    coder.code(&tenure, among: RowWords.tenures)
    var bits = marks.rawValue
    coder.code(&bits)
    if Coder.reads { marks = CaseMarks(rawValue: bits) }
    coder.code(&stage)
    coder.code(&outcome, among: RowWords.decisions)
    coder.code(&profile)
    coder.code(&rearranged)
    // Far from where one more would overflow.
    coder.code(&points, most: 60_000)
    coder.code(&undecided, most: 60_000)
    coder.code(&decided)
    codeClaim(&claim, &coder)
    tally.code(&coder)
    promises.code(&coder)
    hazards.code(&coder)
    coder.code(&hasSentLetters)
    coder.code(&handler)
    coder.code(&received)
    coder.code(&receivedTime)
    coder.code(&stageStarted)
    coder.code(&stageStartedTime)
    coder.code(&stageLogged)
    coder.code(&stageLoggedTime)
    coder.code(&stageSeq)
    coder.code(&allocated)
    coder.code(&allocatedTime)
    coder.code(&acknowledged)
    coder.code(&acknowledgedTime)
    coder.code(&responded)
    coder.code(&respondedTime)
    coder.code(&arrived)
    coder.code(&arrivedTime)
    coder.code(&severity)
    coder.code(&extendedTo)
    coder.code(&extensionMade)
    coder.code(&closed)
    coder.code(&lastHeard)
    codeOwed(&owed, &coder)
    coder.code(&person)
    coder.code(&personName)
    coder.code(&narrative)
    coder.code(&address)
    coder.code(&postcode)
    coder.code(&category)
    coder.code(&sourceHash)
    coder.code(&rowHash)
    coder.code(&revision)
    // Deciding a point takes one from those left: there must be one for each that is not decided.
    if Coder.reads, !rearranged, points <= 32 {
      let open = ~decided & UInt32(truncatingIfNeeded: (1 as UInt64) << UInt64(points) - 1)
      if open.nonzeroBitCount > Int(undecided) { coder.fail() }
    }
  }

  /// Every field as bytes, the places of its texts aside: those an erasure may move.
  package var spelledOut: [UInt8] {
    var row = self
    row.personName = .none
    row.narrative = .none
    row.address = .none
    row.postcode = .none
    row.category = .none
    var writer = FieldWriter()
    _ = writer.number(UInt64(number.value), bytes: 4)
    row.code(&writer)
    return writer.bytes
  }

  /// A row nothing is known of yet.
  static let blank = CaseRow(
    number: CaseNumber(value: 1), year: 2000, fact: ReceivedFact(channel: .phone),
    at: EntryTimes(
      occurred: Occurrence(day: CalendarDay(number: 0)), recorded: Occurrence(day: CalendarDay(number: 0))),
    seq: 0)
}

private func codeOwed<Coder: FieldCoder>(_ owed: inout OwedWork, _ coder: inout Coder) {
  coder.code(&owed.handlerChange)
  coder.code(&owed.separateHandling)
  coder.code(&owed.writtenConfirmation)
  coder.code(&owed.translation)
  coder.code(&owed.handover)
  coder.code(&owed.form)
  coder.code(&owed.slips)
  coder.code(&owed.promise)
  coder.code(&owed.callback)
  coder.code(&owed.learning)
  coder.code(&owed.review)
  coder.code(&owed.asked)
  coder.code(&owed.told)
}

private func codeClaim<Coder: FieldCoder>(_ claim: inout Claim?, _ coder: inout Coder) {
  var by = claim?.by
  var at = claim?.at ?? Moment(microseconds: 0)
  coder.code(&by)
  coder.code(&at)
  if Coder.reads { claim = by.map { Claim(by: $0, at: at) } }
}

extension PersonRow {
  /// Every field but the number, which its place tells.
  mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    var first = firstCase.value
    coder.code(&first)
    if Coder.reads {
      firstCase = CaseNumber(value: max(1, first))
      if first == 0 { coder.fail() }
    }
    coder.code(&keys.email)
    coder.code(&keys.phone)
    coder.code(&keys.home)
  }

  /// A record nothing is known of yet.
  static let blank = PersonRow(
    number: PersonNumber(value: 1), firstCase: CaseNumber(value: 1), keys: PersonKeys())
}

/// How rows are written down: size of the records and the words they name by place.
///
/// A release that writes them otherwise has another print, and reads no snapshot of this one.
package enum RowShape {
  /// Raised whenever the same lines fold to something else, or sections change.
  static let foldVersion: UInt64 = 5

  /// Words in the record of a case.
  package static let rowWords = size { (writer: inout RecordWriter) in
    var row = CaseRow.blank
    row.code(&writer)
  }

  /// Words in the record of a person.
  package static let personWords = size { (writer: inout RecordWriter) in
    var person = PersonRow.blank
    person.code(&writer)
  }

  private static func size(_ write: (inout RecordWriter) -> Void) -> Int {
    var writer = RecordWriter()
    writer.begin()
    write(&writer)
    writer.end()
    return writer.bytes.count / 8
  }

  /// FNV-1a over everything two programs must agree on to read each other's records.
  package static let print: UInt64 = {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let sizes = [
      rowWords, personWords, MemoryLayout<CaseRow>.size, MemoryLayout<CaseRegister>.size,
      MemoryLayout<StaffMember>.size, MemoryLayout<PersonCorrected>.size,
    ]
    for number in [foldVersion] + sizes.map({ UInt64($0) }) {
      take(UInt8(truncatingIfNeeded: number))
      take(UInt8(truncatingIfNeeded: number >> 8))
    }
    let words =
      RowWords.states.map(\.rawValue) + RowWords.kinds.map(\.rawValue) + RowWords.channels.map(\.rawValue)
      + RowWords.tenures.map(\.rawValue) + RowWords.decisions.map(\.rawValue) + Role.allCases.map(\.rawValue)
    for word in words {
      for byte in word.utf8 { take(byte) }
      take(0)
    }
    return hash
  }()

  /// How many stored fields each value has that a snapshot writes down field by field.
  ///
  /// Where one has more, somebody added a field and no line for it in `RowCoding` or `RegisterCoding`: then no
  /// snapshot is written, and a test says which.
  package static var fieldCounts: [(name: String, expected: Int, found: Int)] {
    let text = AdoptedText(name: "", text: "", sha256: "")
    let counted: [(String, Int, Any)] = [
      ("CaseRow", 50, CaseRow.blank), ("OwedWork", 13, OwedWork()),
      ("Claim", 2, Claim(by: .unnamed, at: Moment(microseconds: 0))), ("PersonRow", 3, PersonRow.blank),
      ("PersonKeys", 3, PersonKeys()), ("CaseRegister", 22, CaseRegister()),
      ("StaffMember", 13, StaffMember(login: .unnamed, name: "", roles: [])),
      ("LandlordFounded", 3, LandlordFounded(landlord: "", nation: .scotland, practice: true)),
      ("Homes", 3, Homes(year: 2000, lcra: 0, lcho: 0)), ("AdoptedText", 3, text),
      ("Adoption", 4, Adoption(text: text, isCalendar: false, seq: 0, at: nil)),
      ("PersonCorrected", 5, PersonCorrected()), ("PersonJoins", 2, PersonJoins()),
    ]
    return counted.map { ($0, $1, Mirror(reflecting: $2).children.count) }
  }

  /// Whether every field is written.
  package static var isComplete: Bool { fieldCounts.allSatisfy { $0.expected == $0.found } }
}
