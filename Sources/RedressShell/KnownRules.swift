import CaseJournal
import Clocks
import Complaints
import PlainText
import SettingsFiles

/// The rules a calculator can ask: those a journal adopted, where one is at hand, and the shipped ones.
///
/// A profile the journal adopted wins over the shipped one of its name. Rule books are made once.
struct KnownRules {
  private struct Key: Hashable {
    var profile: String
    var nation: Nation
  }

  private let zone: ZoneTable
  private let register: CaseRegister?
  private let adopted: RuleBook?
  private var books: [Key: RuleBook] = [:]

  init(_ register: CaseRegister?, zone: ZoneTable) throws(ShellFailure) {
    self.zone = zone
    self.register = register
    adopted = try register.map { register throws(ShellFailure) in try adoptedRules(register, zone: zone) }
  }

  /// Names of every profile there is, the adopted ones that are not shipped last.
  var names: [String] {
    let own = register?.profiles.map(\.name) ?? []
    return shippedProfileNames + own.filter { !shippedProfileNames.contains($0) }
  }

  /// The editions the journal adopted under that name, oldest first.
  func adoptions(of name: String) -> [Adoption] {
    register?.adoptionHistory.filter { !$0.isCalendar && $0.text.name == name } ?? []
  }

  /// The newest edition of that name: the adopted one, else the shipped one.
  func profile(_ name: String) throws(ShellFailure) -> LandlordProfile {
    if !adoptions(of: name).isEmpty, let profile = adopted?.profile(named: name) { return profile }
    let shipped: LandlordProfile?
    do {
      shipped = try embeddedProfile(name)
    } catch {
      throw .badProfile(dataFileSentence(error))
    }
    guard let shipped else { throw .unknownProfile(name, known: names) }
    return shipped
  }

  /// The text behind that edition.
  func text(_ name: String) -> String? { adoptions(of: name).last?.text.text ?? embeddedProfileText(name) }

  /// The rules of that profile with a nation's bank holidays; without a nation the journal's, or England's.
  mutating func book(profile name: String, nation: Nation?) throws(ShellFailure) -> RuleBook {
    let home = register?.landlord?.nation
    let own = !adoptions(of: name).isEmpty
    if own, let adopted, nation == nil || nation == home { return adopted }
    let key = Key(profile: name, nation: nation ?? .englandAndWales)
    if let book = books[key] { return book }
    let profile = try profile(name)
    let book: RuleBook
    do throws(DataFileError) {
      book = try embeddedRuleBook(profile: profile, nation: key.nation, zone: zone)
    } catch {
      throw .badProfile(dataFileSentence(error))
    }
    books[key] = book
    return book
  }
}

/// Where a data file is wrong, as one sentence.
func dataFileSentence(_ error: DataFileError) -> String {
  visible(error.file) + " line " + String(error.line) + " column " + String(error.column) + ": "
    + visible(error.what) + "; nothing was changed"
}

extension CommandRun {
  /// The rules for questions about no case: the journal's where one is at hand, without asking who reads them.
  ///
  /// No journal is no mistake here: then the shipped rules answer, and say that they are the shipped ones.
  func knownRules() throws(ShellFailure) -> KnownRules {
    let now = try calculatorNow()
    let past = try asAt() == nil ? nil : now
    let journal: CaseJournal
    do throws(ShellFailure) {
      journal = try openJournal(at: dataDirectory(), asAt: past, now: surroundings.clock, tolerant: true)
    } catch {
      guard case .noJournal = error else { throw error }
      return try KnownRules(nil, zone: zone)
    }
    // Before its first line was known there was no landlord.
    let register = journal.register
    return try KnownRules(register.landlord == nil ? nil : register, zone: zone)
  }
}
