package import CaseDocuments
package import Clocks
package import Complaints

/// The record as the desk may read it: built anew by the program for each call, never kept by the desk.
package struct RecordReader {
  package var register: CaseRegister
  package var rules: RuleBook
  /// Who sits here.
  package var me: StaffLogin
  package var now: Moment
  /// When this sitting began: undo takes one's own steps since then.
  package var sittingBegan: Moment
  /// Text of the banner over everything; empty for none, but a practice journal always has one.
  package var banner: String
  /// Whether `:as` may be used.
  package var practice: Bool
  /// The time looked back to; nil for the record as it is now.
  package var asAt: Moment?
  /// Every value the fields of a case had, oldest first, as whoever sits here may read them.
  package var history: (CaseNumber) -> [ToldValue] = { _ in [] }
  /// The templates letters are written by.
  package var letters = LetterBook()
  /// Why nothing can be recorded, or nil when it can.
  package var readOnly: String?
  /// Names of the themes that can be had.
  package var themes: [String]
  /// Name of the theme in use.
  package var theme: String
  /// What whoever sits here chose for their desk.
  package var settings = DeskSettings()
  /// The full record of a case; nil where it cannot be read.
  package var file: (CaseNumber) -> CaseFile?
  /// A text out of the journal.
  package var text: (TextPlace) -> String
  /// The folded texts of every case, for filter and search; asked for when somebody searches, not before.
  package var arena: SearchArena {
    get { searched() }
    set { searched = { newValue } }
  }
  private var searched: () -> SearchArena

  package init(
    register: CaseRegister, rules: RuleBook, me: StaffLogin, now: Moment, sittingBegan: Moment,
    banner: String = "", practice: Bool = false, readOnly: String? = nil, themes: [String] = [],
    theme: String = "", arena: @autoclosure @escaping () -> SearchArena,
    file: @escaping (CaseNumber) -> CaseFile?,
    text: @escaping (TextPlace) -> String
  ) {
    self.register = register
    self.rules = rules
    self.me = me
    self.now = now
    self.sittingBegan = sittingBegan
    self.banner = banner
    self.practice = practice
    self.readOnly = readOnly
    self.themes = themes
    self.theme = theme
    self.file = file
    self.text = text
    // Who may not know who complained may not try names either.
    let reach = register.staff[me]?.reach ?? .cases
    searched = reach == .cases ? arena : { SearchArena() }
  }

  /// The key to press for a command, as the screen writes it; its name on the command line where it has none.
  func key(_ command: DeskCommand, in context: KeyContext = .desk) -> String {
    let key = settings.keymap.keyText(command, in: context)
    return key.isEmpty ? ":" + command.rawValue : key
  }

  /// What letters are written from besides the case.
  var letterOffice: LetterOffice {
    LetterOffice(
      landlord: register.landlord?.landlord ?? "", practice: practice, staff: register.staff, rules: rules,
      book: letters)
  }

  /// The landlord's civil day.
  var today: CalendarDay { rules.zone.day(of: now) }

  /// What views and filters are judged against.
  package var queryContext: QueryContext {
    QueryContext(
      me: me, today: today, staff: register.staff, rules: rules, restricted: register.restrictedPeople)
  }

  /// How far whoever sits here may read.
  var reach: ReadingReach { register.staff[me]?.reach ?? .cases }

  /// Whether that row may stand in a list of whoever sits here.
  func mayList(_ row: CaseRow) -> Bool {
    switch reach {
    case .cases: !register.isWithheld(row.number) || file(row.number) != nil
    case .namedCases: row.marks.contains(.panel) && file(row.number) != nil
    case .figures: false
    }
  }

  /// What was said, as far as whoever sits here may read it.
  func narrative(_ row: CaseRow) -> String {
    guard reach == .cases, !row.isGuarded else { return file(row.number)?.contact.narrative ?? keptText }
    return text(row.narrative)
  }

  /// Who complained, as far as whoever sits here may read it.
  func personName(_ row: CaseRow) -> String {
    reach == .cases ? text(row.personName) : file(row.number)?.contact.person.name ?? withheldText
  }

  /// Where it is, as far as whoever sits here may read it.
  func address(_ row: CaseRow) -> String {
    reach == .cases ? text(row.address) : file(row.number)?.contact.property.address ?? withheldText
  }

  /// The postcode, as far as whoever sits here may read it.
  func postcode(_ row: CaseRow) -> String {
    reach == .cases ? text(row.postcode) : file(row.number)?.contact.property.postcode ?? withheldText
  }

  /// Why that step would be refused now, or nil when it would be recorded.
  func refusal(of action: Action, on file: CaseFile, occurred: Occurrence? = nil) -> Refusal? {
    var occasion = self.occasion(about: file, occurred: occurred)
    occasion.see(register, for: action, about: file)
    do throws(Refusal) {
      _ = try decide(action, about: file, on: occasion)
      return nil
    } catch {
      return error
    }
  }

  /// The letter a step would send if it were recorded now, as it would be composed; nil where it sends none.
  ///
  /// - Throws: why the step itself would be refused.
  func letter(of action: Action, on file: CaseFile, occurred: Occurrence?) throws(Refusal) -> LetterQueued? {
    var occasion = self.occasion(about: file, occurred: occurred)
    occasion.see(register, for: action, about: file)
    let events = try decide(action, about: file, on: occasion)
    // What it lacks is said when it is confirmed: here it is to be seen first.
    let queued = try letterOffice.queueingLetters(events, about: file, on: occasion, override: "…")
    for event in queued {
      if case .step(.work(.letterQueued(let letter))) = event.event, !letter.body.isEmpty { return letter }
    }
    return nil
  }

  /// What a step of whoever sits here is judged against now.
  func occasion(about file: CaseFile, occurred: Occurrence? = nil) -> Occasion {
    Occasion(
      by: me, staff: register.staff, rules: rules, now: now, occurred: occurred,
      sawRevision: file.revision, sittingBegan: sittingBegan)
  }

  /// The newest edition of the case's policy, by which a stage that begins now runs.
  func newestProfile(of file: CaseFile) -> LandlordProfile? {
    rules.profile(named: file.triage?.profile ?? "")
  }

  /// A refusal in words, with its clause and who could.
  func words(_ refusal: Refusal) -> String {
    let said = sentence(for: refusal, staff: register.staff, on: today)
    let who = said.who.isEmpty ? "" : " (" + said.who + ")"
    return said.why + who + "; " + said.try
  }

  /// The case of that reference or number, where there is one.
  func reference(_ text: String) -> CaseReference? {
    let typed = text.trimmedBlanks.uppercased()
    let number =
      CaseReference(typed)?.number ?? UInt32(typed).flatMap { $0 > 0 ? CaseNumber(value: $0) : nil }
    return number.flatMap { register.row($0)?.reference }
  }
}
