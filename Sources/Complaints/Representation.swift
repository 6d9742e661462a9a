package import Clocks

/// In what capacity somebody speaks for a resident.
package enum Capacity: String, CaseIterable, Hashable, Sendable {
  case friend, relative, parent, carer, neighbour, advocate, solicitor, councillor, mp, official
  case other

  /// In a position whose holders are normally taken to act with authority (manchester-2022, Support for
  /// complainants, advocates).
  package var isOfficial: Bool {
    switch self {
    case .councillor, .mp, .official: true
    case .friend, .relative, .parent, .carer, .neighbour, .advocate, .solicitor, .other: false
    }
  }
}

/// What is known of somebody's authority to speak.
package enum Authority: String, CaseIterable, Hashable, Sendable {
  case unverified, asked, verified, refused
}

/// To whom the letters of the case go.
package enum LettersTo: String, CaseIterable, Hashable, Sendable {
  case resident, representative
}

/// Somebody speaks for the resident: who, in what capacity, and what is known of their authority.
package struct RepresentativeNamed: StepPayload {
  package static let kind = StepKind.representativeNamed
  package var who = ""
  package var capacity: Capacity?
  package var authority: Authority?
  package var how = ""
  /// The day it was checked, where that is not the day of recording.
  package var checked: CalendarDay?
  package var written: Bool?
  package var unable: Bool?
  package var unknown: Bool?
  package var reasons = ""
  package var letters: LettersTo?
  package var phone = ""
  package var email = ""
  package init() {}

  package static let fields: [StepField<RepresentativeNamed>] = [
    .text("who", "Who speaks", \.who, required: true),
    .word("capacity", "Capacity", \.capacity),
    .word("authority", "Authority", \.authority, required: true),
    .text("how", "How it was checked", \.how, help: "when verified: what was seen, who was asked"),
    .day("checked", "Checked on", \.checked),
    .yesNo("written", "Signed permission seen", \.written),
    .yesNo("unable", "The resident cannot complain themselves", \.unable, help: "a child, or unable"),
    .yesNo("unknown", "Acts without the resident's knowledge", \.unknown),
    .text("reasons", "Why it is right to go on", \.reasons, long: true),
    .word("letters", "Letters go to", \.letters),
    .text("phone", "Phone", \.phone),
    .text("email", "E-mail", \.email),
  ]
}

/// One person who speaks for the resident.
package struct Representative: Hashable, Sendable {
  package var told: RepresentativeNamed
  /// When their authority was last judged; nil for one only named in the contact.
  package var on: Occurrence?

  /// Whether what is on record is enough for that check.
  package func isEstablished(_ check: AuthorityCheck) -> Bool {
    let judged = !isBlank(told.reasons)
    switch told.authority ?? .unverified {
    case .refused: return false
    case .verified: return check != .written || told.written == true || (told.unable == true && judged)
    case .unverified, .asked:
      switch check {
      case .none: return true
      case .interests: return judged
      case .verified: return told.capacity?.isOfficial ?? false || judged
      case .written: return told.unable == true && judged
      }
    }
  }
}

/// How things stand with the authority of whoever speaks for the resident.
package struct AuthorityStanding: Hashable, Sendable {
  package var who: String
  package var authority: Authority
  package var established: Bool
  /// What waits until it is established.
  package var holds: AuthorityHold
  package var clause: Clause
}

extension CaseFile {
  /// Everyone on record as speaking for the resident, the one named in the contact first.
  package var representatives: [Representative] {
    var all = intake.representatives
    let named = contact.representative
    guard !isBlank(named), !all.contains(where: { $0.told.who == named }) else { return all }
    var told = RepresentativeNamed()
    told.who = named
    told.authority = .unverified
    all.insert(Representative(told: told), at: 0)
    return all
  }

  /// Who speaks now: the newest whose authority was not refused, else the newest refused.
  package var speaker: Representative? {
    let all = representatives
    return all.last { $0.told.authority != .refused } ?? all.last
  }

  /// The authority of whoever speaks, judged by the profile; nil where the resident speaks alone.
  package func authority(_ rules: RuleBook) -> AuthorityStanding? {
    guard let speaker, let rule = profile(rules)?.complainants else { return nil }
    let authority = speaker.told.authority ?? .unverified
    return AuthorityStanding(
      who: speaker.told.who, authority: authority, established: speaker.isEstablished(rule.check),
      holds: authority == .refused ? .correspondence : rule.holds, clause: rule.clause)
  }

  /// To whom the letters of the case go.
  package func addressee(_ rules: RuleBook) -> LettersTo {
    guard let standing = authority(rules), let speaker else { return .resident }
    // Nobody else is known: the letter can only go to whoever spoke.
    if contact.person.isEmpty { return .representative }
    return speaker.told.letters ?? (standing.established ? .representative : .resident)
  }
}

extension RepresentativeNamed: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) {
    file.intake.representatives.removeAll { $0.told.who == who }
    file.intake.representatives.append(Representative(told: self, on: stamp.at))
  }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    let clause = file.profile(rules)?.complainants?.clause
    if authority == .verified {
      if isBlank(how) { throw .missing(field: "how", clause: clause) }
      if file.profile(rules)?.complainants?.check == .written, written != true, unable != true {
        throw .missing(field: "written", clause: clause)
      }
    }
    // Going on behind the resident's back is a judgement, and its reasons are kept (manchester-2022, Support
    // for complainants, advocates).
    if unknown == true || unable == true, isBlank(reasons) {
      throw .missing(field: "reasons", clause: clause)
    }
  }
}

/// Holds a letter to a representative whose authority the profile wants established first, and to an
/// occupier without the permission of who holds the home.
func guardAddressee(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  try guardPermission(file, rules)
  guard let standing = file.authority(rules), !standing.established, file.addressee(rules) == .representative
  else { return }
  switch standing.holds {
  case .nothing: return
  case .disclosure where !file.isSensitive: return
  case .disclosure, .correspondence: throw .intake(.authorityOpen(standing))
  }
}
