package import Clocks

/// A part of a case that only named roles read.
package enum SensitivePart: String, CaseIterable, Hashable, Sendable {
  case safeguarding, crime
  /// What staff or contractors are said to have done (medway-2022 5.10.13 to 5.10.16).
  case conduct
  case whole = "case"
}

/// Why somebody who works here does not see a case.
package enum KeptOutAs: String, CaseIterable, Hashable, Sendable {
  case resident
  case complainedAbout = "complained-about"
  /// Related to the resident, or living with them.
  case related
}

/// A part of the case, or all of it, is for named roles only.
package struct SensitivityMarked: StepPayload {
  package static let kind = StepKind.sensitivityMarked
  package var part: SensitivePart?
  package var roles: [String] = []
  package var lifted: Bool?
  package var reason = ""
  package init() {}

  package static let fields: [StepField<SensitivityMarked>] = [
    .word("part", "Part", \.part, required: true),
    .list("roles", "Read by", \.roles, help: "roles with ; between; default reviewer; director; supervisor"),
    .yesNo("lifted", "Open to all again", \.lifted),
    .text("reason", "Why", \.reason, required: true),
  ]
}

/// Somebody who works here is kept out of the case: it is their own, or about them.
package struct StaffKeptOut: StepPayload {
  package static let kind = StepKind.staffKeptOut
  package var staff: StaffLogin?
  package var role: KeptOutAs?
  package var lifted: Bool?
  package var reason = ""
  package init() {}

  package static let fields: [StepField<StaffKeptOut>] = [
    .staff("staff", "Who", \.staff, required: true),
    .word("as", "As", \.role, required: true),
    .yesNo("lifted", "No longer", \.lifted),
    .text("reason", "Why", \.reason),
  ]
}

/// What is on record about who may read the case.
package struct Shields: Hashable, Sendable {
  /// Roles that read each part marked.
  package var parts: [SensitivePart: [Role]] = [:]
  package var keptOut: [StaffLogin: KeptOutAs] = [:]

  /// The roles that read a part where nobody named others.
  package static let usualRoles: [Role] = [.reviewer, .director, .supervisor]

  var marks: CaseMarks {
    var marks: CaseMarks = []
    if !parts.isEmpty { marks.insert(.sensitive) }
    if !keptOut.isEmpty { marks.insert(.keptOut) }
    return marks
  }

  mutating func take(_ marked: SensitivityMarked) {
    guard let part = marked.part else { return }
    let roles = marked.roles.compactMap(Role.init(rawValue:))
    parts[part] = marked.lifted == true ? nil : roles.isEmpty ? Shields.usualRoles : roles
  }

  mutating func take(_ kept: StaffKeptOut) {
    guard let staff = kept.staff else { return }
    keptOut[staff] = kept.lifted == true ? nil : kept.role ?? .related
  }
}

/// What somebody sees of a case.
package enum Sight: Hashable, Sendable {
  case everything
  /// The case without these parts.
  case without(Set<SensitivePart>)
  /// Nothing: it is their own case, or about them.
  case keptOut(KeptOutAs)
  /// Nothing: the whole case is for these roles.
  case closed([Role])
  /// The case a resident is named on, without these details and these parts.
  case redacted(Set<ResidentDetail>, without: Set<SensitivePart>)
  /// Nothing: they read only a case on whose panel they sit.
  case notNamed
  /// Nothing of a case: figures, and samples without what tells who complained.
  case figuresOnly
  /// Nothing at all, until these are on record.
  case notReady([ReadingCondition], Clause)

  package var seesCase: Bool {
    switch self {
    case .everything, .without, .redacted: true
    case .keptOut, .closed, .notNamed, .figuresOnly, .notReady: false
    }
  }
}

extension CaseFile {
  /// The parts only named roles read, with those roles.
  package var sensitiveParts: [SensitivePart: [Role]] {
    var parts = people.shields.parts
    for referral in intake.referrals {
      let part: SensitivePart = referral.made.matter == .crime ? .crime : .safeguarding
      if parts[part] == nil { parts[part] = Shields.usualRoles }
    }
    return parts
  }

  package var isSensitive: Bool { !sensitiveParts.isEmpty }

  /// Whether somebody who works here may not see the case at all: it is theirs, about them, or for named roles.
  package var isWithheld: Bool { people.shields.parts[.whole] != nil || !people.shields.keptOut.isEmpty }

  /// What that member of staff sees of the case.
  ///
  /// Whoever has the case, or referred the matter, reads what they work on; a team the policy names to watch
  /// over complaints reads everything. Nobody sees a case that is their own, or about them. Members of panels
  /// read the case they are named on, members of scrutiny none.
  package func sight(
    of login: StaffLogin, _ staff: StaffTable, _ rules: RuleBook, on day: CalendarDay
  ) -> Sight {
    if let kept = people.shields.keptOut[login] { return .keptOut(kept) }
    if let outside = outsideSight(of: login, staff, rules, on: day) { return outside }
    let parts = sensitiveParts
    guard !parts.isEmpty, login != handler else { return .everything }
    let roles = staff[login]?.allRoles ?? []
    if let watching = profile(rules)?.duties.oversight, let team = staff[login]?.team, team == watching.team {
      return .everything
    }
    if let needed = parts[.whole], roles.isDisjoint(with: needed) { return .closed(needed) }
    var hidden: Set<SensitivePart> = []
    for (part, needed) in parts where roles.isDisjoint(with: needed) {
      let author = intake.referrals.contains { referral in
        referral.by == login && (referral.made.matter == .crime ? part == .crime : part == .safeguarding)
      }
      if !author { hidden.insert(part) }
    }
    return hidden.isEmpty ? .everything : .without(hidden)
  }
}

/// The conduct of staff, answered at triage, is at once for named roles only (medway-2022 5.10.15 and 5.10.16).
func shielded(_ answers: [TriageAnswer], _ file: CaseFile) -> [NewEvent] {
  let isConduct = answers.last { $0.question == .conduct }?.yes ?? false
  guard isConduct, file.people.shields.parts[.conduct] == nil else { return [] }
  var marked = SensitivityMarked()
  marked.part = .conduct
  marked.reason = "answered at triage"
  return [NewEvent(.step(.people(.sensitive(marked))), case: file.reference)]
}
