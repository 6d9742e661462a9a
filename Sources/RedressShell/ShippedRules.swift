import Clocks
import PlainText
import SettingsFiles

/// Rule books made of shipped profiles, for the calculator; each is made once.
struct ShippedRules {
  private struct Key: Hashable {
    var profile: String
    var nation: Nation
  }

  private let zone: ZoneTable
  private var books: [Key: RuleBook] = [:]

  init(zone: ZoneTable) { self.zone = zone }

  /// The rules of that shipped profile with that nation's bank holidays.
  mutating func book(profile name: String, nation: Nation) throws(ShellFailure) -> RuleBook {
    let key = Key(profile: name, nation: nation)
    if let book = books[key] { return book }
    let book: RuleBook?
    do {
      book = try embeddedProfile(name).map { profile throws(DataFileError) in
        try embeddedRuleBook(profile: profile, nation: nation, zone: zone)
      }
    } catch {
      throw .badProfile(dataFileSentence(error))
    }
    guard let book else { throw .unknownProfile(name, known: shippedProfileNames) }
    books[key] = book
    return book
  }
}

/// Where a data file is wrong, as one sentence.
func dataFileSentence(_ error: DataFileError) -> String {
  visible(error.file) + " line " + String(error.line) + " column " + String(error.column) + ": "
    + visible(error.what) + "; nothing was changed"
}
