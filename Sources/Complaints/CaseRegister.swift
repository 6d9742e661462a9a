package import Clocks

/// Every case, person and member of staff as fixed-size rows: the state replay builds and the queue reads.
///
/// Holds no text. Live cases are kept apart, so that nothing on the hot path grows with the closed ones.
package struct CaseRegister: Sendable {
  /// Dense: row `n` is case number `n + 1`.
  package private(set) var rows = RowTable()
  /// Indexes into `rows` of the cases somebody still owes work, in no particular order.
  package private(set) var live: [UInt32] = []
  /// By row its place in `live`; shorter than the rows until a case changes: whoever only reads what a snapshot
  /// holds needs none.
  private var livePosition: [UInt32] = []
  package private(set) var people = PersonTable()
  /// Which person records are one person.
  package private(set) var joins = PersonJoins()
  package private(set) var staff = StaffTable()
  package private(set) var landlord: LandlordFounded?
  package private(set) var journalID = ""
  /// Newest text of each adopted profile, in order of first adoption; the first is the landlord's default.
  package private(set) var profiles: [AdoptedText] = []
  package private(set) var calendars: [AdoptedText] = []
  /// Newest text of each letter template the landlord adopted.
  package private(set) var templates: [AdoptedText] = []
  /// Every adoption, oldest first: a stage keeps the edition it began under.
  package private(set) var adoptionHistory: [Adoption] = []
  package private(set) var homes: [Homes] = []
  /// Raised by every adoption, so that a cached rule book knows it is old.
  package private(set) var adoptions = 0
  /// Untriaged, open and responded cases, and the rest.
  package var counts: [CaseState: Int] {
    var counts: [CaseState: Int] = [:]
    for state in CaseState.allCases where tally[state.place] != 0 { counts[state] = tally[state.place] }
    return counts
  }
  /// Cases in each state, by its place: an array, since replay counts every step of every case.
  private var tally = [Int](repeating: 0, count: CaseState.allCases.count)
  /// Cases opened and ended, day by day.
  package private(set) var flow = FlowTally()
  private var caseOfSource: [UInt64: UInt32]?
  /// Indexes of cases that hold a restriction not ended: few, and asked for whenever somebody is contacted.
  private var restricted: Set<Int> = []
  /// Cases whose texts are no longer those of their opening line: search reads all of their lines.
  package private(set) var retold: Set<UInt32> = []
  /// Cases somebody who works here may not see at all: few, so that a list need not read every sensitive one.
  package private(set) var withheld: Set<UInt32> = []

  package init() {}

  /// Makes room for that many cases and people, so that a replay does not copy the rows each time they outgrow it,
  /// and tells where the large tables will lie.
  package mutating func reserve(cases: Int, _ tell: (UnsafeRawBufferPointer) -> Void) {
    unsafe rows.reserve(cases, tell)
    unsafe people.reserve(cases, tell)
    live.reserveCapacity(cases)
    livePosition.reserveCapacity(cases)
  }

  package func row(_ number: CaseNumber) -> CaseRow? {
    rows.indices.contains(number.index) ? rows[number.index] : nil
  }

  /// The number the next case will get.
  ///
  /// Stored, not reckoned from `rows`: an import asks for it at every row, and asking a stored field copies
  /// nothing.
  package private(set) var nextCase = CaseNumber(value: 1)
  package private(set) var nextPerson = PersonNumber(value: 1)

  /// Position of a profile name among the adopted ones, 0 when it is empty or unknown.
  package func profileIndex(_ name: String) -> UInt8 {
    UInt8(clamping: profiles.firstIndex { $0.name == name } ?? 0)
  }

  /// Takes in an event that is not about a case, with its place in the record and when it was recorded.
  package mutating func apply(_ event: Event, seq: UInt64 = 0, at moment: Moment? = nil) {
    switch event {
    case .landlordFounded(let landlord): self.landlord = landlord
    case .segmentOpened(let opened): journalID = opened.journal
    case .staffListed(let member): staff.list(member)
    case .homesStated(let stated):
      homes.removeAll { $0.year == stated.year }
      homes.append(stated)
    case .profileAdopted(let text):
      adoptions += 1
      CaseRegister.adopt(text, into: &profiles)
      adoptionHistory.append(Adoption(text: text, isCalendar: false, seq: seq, at: moment))
    case .calendarAdopted(let text):
      adoptions += 1
      CaseRegister.adopt(text, into: &calendars)
      adoptionHistory.append(Adoption(text: text, isCalendar: true, seq: seq, at: moment))
    case .templateAdopted(let text):
      adoptions += 1
      CaseRegister.adopt(text, into: &templates)
    case .segmentSealed, .journalRepaired, .kept, .contactReceived, .contactTriaged, .complaintAcknowledged,
      .caseAssigned, .contactLogged, .pointAdded, .pointDecided, .responseExtended, .complaintResponded,
      .complaintEscalated, .caseClosed, .noteAdded, .caseLinked, .entryCorrected, .stepUndone, .stepRedone,
      .step, .newer:
      break
    }
  }

  private static func adopt(_ text: AdoptedText, into list: inout [AdoptedText]) {
    if let at = list.firstIndex(where: { $0.name == text.name }) {
      list[at] = text
    } else {
      list.append(text)
    }
  }

  /// Adds the row of a case just opened; its number must be `nextCase`.
  ///
  /// - Returns: false when the number is not the next one, and nothing was added.
  package mutating func open(_ row: consuming CaseRow) -> Bool {
    guard row.number == nextCase else { return false }
    let (index, standing, source) = (row.number.index, row.standing, row.sourceHash)
    rows.append(row)
    nextCase = CaseNumber(value: nextCase.value + 1)
    if livePosition.count == rows.count - 1 { livePosition.append(.max) }
    tally[standing.state.place] += 1
    flow.count(standing, by: 1)
    keepLive(index, standing.isLive)
    if caseOfSource != nil, source != 0 { caseOfSource?[source] = UInt32(index + 1) }
    return true
  }

  /// Folds one fact into its case's row.
  ///
  /// - Returns: false when the row must be folded anew from the case's lines (`replace`).
  package mutating func fold(
    _ fact: RowFact, into number: CaseNumber, at times: EntryTimes, seq: UInt64
  ) -> Bool {
    let index = number.index
    guard rows.indices.contains(index) else { return false }
    if fact.isRowsRevision {
      // What many lines tell: that there is a newer one, and so no more of the row is looked at.
      rows.change(index) { $0.revision = seq }
      return true
    }
    let (told, before, now) = rows.change(index) { row in
      let before = row.standing
      let told = row.apply(fact, at: times, seq: seq)
      return (told, before, row.standing)
    }
    if now != before { moved(index, from: before, to: now) }
    return told
  }

  /// Points a row's texts to where they now lie in the journal.
  package mutating func place(_ texts: ReceivedFact, of number: CaseNumber) {
    guard rows.indices.contains(number.index) else { return }
    rows.change(number.index) { row in
      row.personName = texts.personName
      row.narrative = texts.narrative
      row.address = texts.address
      row.postcode = texts.postcode
      row.category = texts.category
    }
  }

  /// Puts a row folded anew in the place of the old one, keeping its text places.
  package mutating func replace(_ row: CaseRow) {
    let index = row.number.index
    guard rows.indices.contains(index) else { return }
    let before = rows[index].standing
    rows.change(index) { $0 = row.withPlaces(of: $0) }
    let now = row.standing
    if row.marks.contains(.restricted) { restricted.insert(index) } else { restricted.remove(index) }
    if now != before { moved(index, from: before, to: now) }
  }

  /// The cases, ended ones too, that hold a restriction on how that person contacts us.
  package func restrictedCases(of person: PersonNumber) -> [CaseNumber] {
    restricted.sorted().filter { rows[$0].person == person }.map { rows[$0].number }
  }

  /// Everybody under a restriction, whichever of their cases it is recorded on.
  package var restrictedPeople: Set<PersonNumber> { Set(restricted.compactMap { rows[$0].person }) }

  /// Opens a person record; its number must be `nextPerson`, any other is a match to a record that exists.
  package mutating func meet(_ person: PersonRow) {
    guard person.number == nextPerson else { return }
    people.append(person)
    nextPerson = PersonNumber(value: nextPerson.value + 1)
  }

  /// Takes in what a case folded anew says about person records.
  package mutating func takePeople(of file: CaseFile) {
    let number = file.reference.number.value
    if file.isWithheld { withheld.insert(number) } else { withheld.remove(number) }
    joins.take(file.people.statements, from: file.reference.number)
  }

  /// Person records a handler may pick for these details; never joined by machine.
  package func proposals(for keys: PersonKeys) -> [PersonRow] {
    people.filter { $0.keys.mayMatch(keys) }
  }

  /// The case that holds that source reference, for an import's second run; the index is built on first use.
  package mutating func caseOf(sourceHash: UInt64) -> CaseRow? {
    if caseOfSource == nil {
      var index: [UInt64: UInt32] = [:]
      index.reserveCapacity(rows.count)
      for row in rows where row.sourceHash != 0 { index[row.sourceHash] = row.number.value }
      caseOfSource = index
    }
    return caseOfSource?[sourceHash].flatMap { row(CaseNumber(value: $0)) }
  }

  private mutating func moved(_ index: Int, from before: CaseRow.Standing, to now: CaseRow.Standing) {
    tally[before.state.place] -= 1
    tally[now.state.place] += 1
    flow.move(from: before, to: now)
    keepLive(index, now.isLive)
  }

  /// Adds to or takes from the live list, by swapping with the last: constant time.
  private mutating func keepLive(_ index: Int, _ isLive: Bool) {
    if livePosition.count < rows.count { makePositions() }
    let position = livePosition[index]
    if isLive {
      guard position == .max else { return }
      livePosition[index] = UInt32(live.count)
      live.append(UInt32(index))
    } else if position != .max {
      let last = live.removeLast()
      if Int(last) != index {
        live[Int(position)] = last
        livePosition[Int(last)] = position
      }
      livePosition[index] = .max
    }
  }

  private mutating func makePositions() {
    livePosition = [UInt32](repeating: .max, count: rows.count)
    for (position, index) in live.enumerated() { livePosition[Int(index)] = UInt32(position) }
  }

  /// Notes that the texts of those cases are not those of their opening lines.
  package mutating func noteRetold(_ numbers: [UInt32]) { retold.formUnion(numbers) }

  /// Whether somebody who works here may not see that case at all: only its file can tell who.
  package func isWithheld(_ number: CaseNumber) -> Bool { withheld.contains(number.value) }

  /// Notes which cases somebody may not see at all, as a snapshot keeps them.
  mutating func noteWithheld(_ numbers: [UInt32]) { withheld.formUnion(numbers) }

  // What a snapshot writes and gives back; see `RegisterCoding`.

  var tallies: [Int] { tally }
  var restrictedIndexes: [UInt32] { restricted.sorted().map { UInt32($0) } }

  mutating func take(landlord: LandlordFounded?) { self.landlord = landlord }

  /// Takes the small parts of a snapshot; false where they do not fit each other.
  mutating func takeSmall(
    id: String, _ members: [StaffMember], _ history: [Adoption], _ letters: [AdoptedText], _ raised: Int,
    _ stock: [Homes],
    _ told: [ToldOfPeople], _ counts: [Int], _ flow: FlowTally, _ held: [UInt32]
  ) -> Bool {
    guard counts.count == tally.count else { return false }
    journalID = id
    for member in members { staff.list(member) }
    for adoption in history {
      if adoption.isCalendar {
        CaseRegister.adopt(adoption.text, into: &calendars)
      } else {
        CaseRegister.adopt(adoption.text, into: &profiles)
      }
    }
    adoptionHistory = history
    templates = letters
    adoptions = raised
    homes = stock
    joins.told = told
    tally = counts
    self.flow = flow
    restricted = Set(held.map { Int($0) })
    return true
  }

  /// Takes the records of a snapshot; false where the live ones are none of its cases, or not in order.
  mutating func take(_ rows: SnapshotRows, _ people: SnapshotPeople, live: [UInt32]) -> Bool {
    guard restricted.allSatisfy({ $0 < rows.count }) else { return false }
    self.rows = RowTable(rows)
    self.people = PersonTable(people)
    nextCase = CaseNumber(value: UInt32(rows.count) + 1)
    nextPerson = PersonNumber(value: UInt32(people.count) + 1)
    // In ascending order, as they are written: so none is named twice.
    var before = -1
    for index in live {
      guard Int(index) > before, Int(index) < rows.count else { return false }
      before = Int(index)
    }
    livePosition = []
    self.live = live
    return true
  }
}
