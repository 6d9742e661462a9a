import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

/// Why a step was not recorded.
enum RecordFailure: Error, Hashable {
  case refused(Refusal)
  case journal(JournalFailure)
  /// Somebody adopted other rules since these were looked at.
  case rulesChanged
}

/// What taking a contact recorded.
struct ContactTaken {
  var reference: CaseReference
  var triage: ContactTriaged?
  var seq: UInt64
}

/// An open journal with the rules it adopted and who works on it: the one door to reading and recording.
final class OpenRecord {
  let journal: CaseJournal
  let zone: ZoneTable
  private(set) var rules: RuleBook
  /// The templates letters are written by.
  private(set) var letters: LetterBook
  private var adoptions: Int
  /// Who acts; `:as` changes it in a practice journal.
  var me: StaffLogin
  /// The clock by which things are recorded and judged.
  let now: () -> Moment
  /// The time looked back to: then nothing can be recorded; nil for the record as it is now.
  let asAt: Moment?
  /// When this sitting began; nil for a script.
  var sittingBegan: Moment?
  /// Where an attachment named `-` is read from; nil in the desk.
  var standardInput: (() -> [UInt8])?
  /// False for somebody whose way in is fixed: they name no paths.
  var pathsAllowed = true
  /// Cases told of by the step last recorded, and by what others wrote before it.
  var newlyTouched: [CaseNumber] = []

  init(
    _ journal: CaseJournal, zone: ZoneTable, me: StaffLogin, asAt: Moment? = nil, now: @escaping () -> Moment
  ) throws(ShellFailure) {
    self.journal = journal
    self.zone = zone
    self.me = me
    self.asAt = asAt
    self.now = now
    adoptions = journal.register.adoptions
    letters = letterBook(journal.register.templates)
    rules = try adoptedRules(journal.register, zone: zone)
  }

  var register: CaseRegister { journal.register }
  /// The folded texts of every case; none for somebody who may not know who complained, nor try names.
  var arena: SearchArena { reach == .cases ? journal.arena : SearchArena() }
  /// How far whoever acts may read.
  var reach: ReadingReach { register.staff[me]?.reach ?? .cases }
  var practice: Bool { register.landlord?.practice ?? false }
  var today: CalendarDay { zone.day(of: now()) }

  var queryContext: QueryContext {
    QueryContext(
      me: me, today: today, staff: register.staff, rules: rules, restricted: register.restrictedPeople)
  }

  /// Reads what other processes have recorded since.
  @discardableResult
  func catchUp() throws(ShellFailure) -> [CaseNumber] {
    let growth: Growth
    do {
      growth = try journal.catchUp()
    } catch {
      throw ShellFailure(error)
    }
    try refreshRules()
    return growth.cases
  }

  private func refreshRules() throws(ShellFailure) {
    guard register.adoptions != adoptions else { return }
    adoptions = register.adoptions
    letters = letterBook(register.templates)
    rules = try adoptedRules(register, zone: zone)
  }

  /// The full record of the case somebody named.
  func caseFile(_ text: String) throws(ShellFailure) -> CaseFile {
    guard let row = register.find(text) else {
      throw refused("show it", .noSuchCase(text))
    }
    let file: CaseFile?
    do {
      file = try journal.file(of: row.number)
    } catch {
      throw ShellFailure(error)
    }
    guard let file else { throw refused("show it", .noSuchCase(text)) }
    do throws(Refusal) {
      try guardReading(file, by: me, register.staff, rules, on: today)
    } catch {
      throw refused("show " + row.reference.text, error)
    }
    return file.seen(sight(file), zone: zone)
  }

  /// What whoever acts sees of a case.
  func sight(_ file: CaseFile) -> Sight { file.sight(of: me, register.staff, rules, on: today) }

  /// What the clocks of a case start and stop from; its own lines are read where the row does not tell all.
  func facts(of row: CaseRow) throws(ShellFailure) -> CaseFacts {
    guard !row.tellsItsDates else { return register.facts(of: row) }
    do throws(JournalFailure) {
      return try journal.file(of: row.number)?.facts ?? register.facts(of: row)
    } catch {
      throw ShellFailure(error)
    }
  }

  /// The record of a case as whoever works here may read it; nil where they may not, or it cannot be read.
  func seenFile(_ number: CaseNumber) -> CaseFile? {
    let file: CaseFile?
    do { file = try journal.file(of: number) } catch {
      // The row stays unnamed; `verify` names the line that cannot be read.
      return nil
    }
    return file.flatMap(seen)
  }

  /// That record as whoever works here may read it; nil where they may not.
  func seen(_ file: CaseFile) -> CaseFile? {
    let sight = sight(file)
    return sight.seesCase ? file.seen(sight, zone: zone) : nil
  }

  /// Whether that row may stand in a list: a case kept from somebody is not named to them either.
  func mayList(_ row: CaseRow) -> Bool {
    switch reach {
    case .cases: !register.isWithheld(row.number) || seenFile(row.number) != nil
    case .namedCases: row.marks.contains(.panel) && seenFile(row.number) != nil
    case .figures: false
    }
  }

  /// A text of the journal; what cannot be read is said in its place, for `verify` to name.
  func text(_ place: TextPlace) -> String {
    do {
      return try journal.text(at: place)
    } catch {
      return "[unreadable]"
    }
  }

  /// A listed case with its texts.
  func entry(_ listed: ListedRow) -> QueueEntry {
    let row = listed.row
    guard reach == .cases else { return entryAsSeen(listed) }
    let narrative =
      row.isGuarded ? seenFile(row.number)?.contact.narrative ?? keptText : text(row.narrative)
    return QueueEntry(
      row: row, target: listed.target, person: text(row.personName), address: text(row.address),
      postcode: text(row.postcode), narrative: narrative, category: text(row.category),
      owes: row.owes(rules, on: today), claim: row.claim.flatMap { $0.holds(at: now()) ? $0 : nil })
  }

  /// A listed case with the texts of its record as whoever acts may read it.
  private func entryAsSeen(_ listed: ListedRow) -> QueueEntry {
    let contact = seenFile(listed.row.number)?.contact
    return QueueEntry(
      row: listed.row, target: listed.target, person: contact?.person.name ?? withheldText,
      address: contact?.property.address ?? withheldText,
      postcode: contact?.property.postcode ?? withheldText, narrative: contact?.narrative ?? withheldText,
      category: contact?.category ?? withheldText)
  }
}
