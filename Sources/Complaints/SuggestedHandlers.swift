package import Clocks
import PlainText

/// Somebody to give a case to, with what speaks for them.
package struct SuggestedHandler: Hashable, Sendable {
  package let login: StaffLogin
  /// The subject most of the open points are about.
  package let subject: String
  /// The team whose name says that it answers for that subject.
  package let team: String
}

extension CaseFile {
  /// The subject the most open points are about, the first of several (medway-2022 5.6.1: whoever holds the
  /// major part answers); the case's own where no point has one.
  package var leadSubject: String {
    let subjects = points.filter { $0.isOpen && !isBlank($0.category) }.map(\.category)
    var most = ""
    var count = 0
    for subject in subjects {
      let same = subjects.count { fold($0) == fold(subject) }
      if same > count { (most, count) = (subject, same) }
    }
    return most.isEmpty ? contact.category : most
  }
}

/// The managers of the service the lead point is about, the manager of most colleagues first (manchester-2022,
/// Personal Contact with the Complainant, item 5: the manager of the main issue's service).
///
/// A service is a team whose name holds the subject, or is held by it; its manager is whoever its members name
/// as theirs, else its supervisors; nobody is suggested who could not answer at this stage.
package func suggestedHandlers(
  for file: CaseFile, _ rules: RuleBook, _ staff: StaffTable, on today: CalendarDay
) -> [SuggestedHandler] {
  let deciders = Set(deciderRoles(at: file.stage ?? .one, of: file, rules, staff))
  func mayAnswer(_ login: StaffLogin) -> Bool { staff.holds(login, any: deciders, on: today) ?? false }
  let subject = file.leadSubject
  guard fold(subject).count >= 3 else { return [] }
  let members = staff.members.filter { member in
    guard staff.current(member.login, on: today) != nil, fold(member.team).count >= 3 else { return false }
    return fold(member.team).firstRange(of: fold(subject)) != nil
      || fold(subject).firstRange(of: fold(member.team)) != nil
  }
  var found: [(suggestion: SuggestedHandler, led: Int)] = []
  for member in members {
    guard let manager = member.manager, mayAnswer(manager) else { continue }
    if let place = found.firstIndex(where: { $0.suggestion.login == manager }) {
      found[place].led += 1
    } else {
      found.append((SuggestedHandler(login: manager, subject: subject, team: member.team), 1))
    }
  }
  if found.isEmpty {
    found = members.filter { $0.roles.contains(.supervisor) && mayAnswer($0.login) }.map {
      (SuggestedHandler(login: $0.login, subject: subject, team: $0.team), 0)
    }
  }
  return found.sorted { ($1.led, $0.suggestion.login.text) < ($0.led, $1.suggestion.login.text) }
    .map(\.suggestion)
}

/// Whether a colleague is the officer the resident asked for.
package enum OfficerFit: Hashable, Sendable {
  case fits
  case differs
  /// Nothing on record says.
  case unknown
}

extension OfficerGender {
  private static let women = ["woman", "women", "female", "lady", "f"]
  private static let men = ["man", "men", "male", "m"]

  /// The wish in somebody's own words about an officer, where it is one.
  init?(asked words: String) {
    let parts = OfficerGender.parts(words)
    let about = ["officer", "staff", "surveyor", "visitor", "worker", "engineer", "caseworker"]
    guard parts.contains(where: about.contains) else { return nil }
    if parts.contains(where: OfficerGender.women.dropLast().contains) {
      self = .woman
    } else if parts.contains(where: OfficerGender.men.dropLast().contains) {
      self = .man
    } else {
      return nil
    }
  }

  /// Whether a word on the staff list is this one.
  package func fits(_ word: String) -> OfficerFit {
    guard !isBlank(word) else { return .unknown }
    let own = self == .woman ? OfficerGender.women : OfficerGender.men
    return OfficerGender.parts(word).contains(where: own.contains) ? .fits : .differs
  }

  private static func parts(_ words: String) -> [String] {
    words.lowercased().split { !$0.isLetter }.map(String.init)
  }
}

extension CaseFile {
  /// The officer the resident asked for: the newest need that says so, else their words in the contact.
  package var officerAsked: OfficerGender? {
    intake.openNeeds.last { $0.told.officer != nil }?.told.officer
      ?? contact.person.needs.compactMap(OfficerGender.init(asked:)).first
  }
}
